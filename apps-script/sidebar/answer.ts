/** What the sidebar may ask. Each handler finds out by the Team tab whether the person may (admitted.ts, look.ts). */
import * as v from 'valibot';
import { parseDay } from '../../core/time/civil';
import { PRIORITIES, TICKET_STATUSES } from '../../core/workbook/choices';
import { door, type Handlers, type Told } from '../door/door';
import type { Services } from '../ports';
import { addNote, queueReply, setCell } from './actions';
import { admittedTo } from './admitted';
import { articles } from './articles';
import type { CellWish, Refusal, RelateWish, SidebarCalls } from './contract';
import { conversationOf } from './conversation';
import { look } from './look';
import { Refused } from './refused';
import { relate } from './relate';
import { split } from './split';

export const ticketId = v.pipe(v.string(), v.minLength(1), v.maxLength(50));
export const text = v.pipe(v.string(), v.maxLength(200_000));
/** As drafts.ts mints it. */
export const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
export const name = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((written) => parseDay(written) !== null),
);
const does = v.picklist(['reads', 'writes']);

export const cellWish: v.GenericSchema<unknown, CellWish> = v.variant('column', [
  v.object({ column: v.literal('status'), to: v.picklist(TICKET_STATUSES) }),
  v.object({ column: v.literal('hold_until'), to: day }),
  v.object({ column: v.literal('priority'), to: v.picklist(PRIORITIES) }),
  v.object({ column: v.literal('assignee'), to: name }),
]);
const relateWish: v.GenericSchema<unknown, RelateWish> = v.variant('how', [
  v.object({ how: v.literal('merge'), other: ticketId }),
  v.object({ how: v.literal('case'), other: v.pipe(v.string(), v.maxLength(50)) }),
  v.object({ how: v.literal('link'), other: ticketId }),
]);

const inWords = <T>(value: T): Told<T> => ({ value, language: null });

const HANDLERS: Handlers<SidebarCalls> = {
  look: {
    takes: v.object({ shown: v.nullable(ticketId), does }),
    run(services, takes) {
      const { language, ...value } = look(services, takes);
      return { value, language };
    },
  },
  conversation: {
    takes: v.object({ ticketId: v.nullable(ticketId) }),
    run(services, takes) {
      const file = admittedTo(services, 'read', takes.ticketId ?? selectedTicket(services));
      return { value: conversationOf(file, services), language: file.workbook.language };
    },
  },
  articles: {
    takes: v.object({ ticketId }),
    run: (services, takes) => inWords(articles(services, takes)),
  },
  queueReply: {
    takes: v.object({
      key,
      ticketId,
      text,
      template: name,
      resolve: v.boolean(),
      // A page that was opened before the script was last pushed knows of no cases.
      to: v.optional(v.picklist(['requester', 'requester-and-cases']), 'requester'),
    }),
    run: (services, takes) => inWords(queueReply(services, takes)),
  },
  setCell: {
    takes: v.object({ ticketId, wish: cellWish }),
    run: (services, takes) => inWords(setCell(services, takes)),
  },
  addNote: {
    takes: v.object({ key, ticketId, text }),
    run: (services, takes) => inWords(addNote(services, takes)),
  },
  relate: {
    takes: v.object({ ticketId, wish: relateWish }),
    run: (services, takes) => inWords(relate(services, takes)),
  },
  split: {
    takes: v.object({ key, ticketId, messageId: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)) }),
    run: (services, takes) => inWords(split(services, takes)),
  },
};

export const answerSidebar = door<SidebarCalls, Refusal>(HANDLERS);

function selectedTicket(services: Services): string {
  const { ticketId: selected, language } = look(services, { shown: null, does: 'reads' });
  if (selected === null) throw new Refused('no-ticket-selected', '', language);
  return selected;
}
