/**
 * The one door of the sidebar. google.script.run can call any global function of a script with any argument, so
 * the page's requests go through this list of actions, and what it does not name or cannot read is refused.
 */
import * as v from 'valibot';
import type { Language } from '../../core/language';
import { TICKET_STATUSES } from '../../core/workbook/choices';
import type { Services } from '../ports';
import { NotSetUp } from '../workbook/read-tables';
import { addNote, queueReply, setStatus } from './actions';
import type { Answer, SidebarAction, SidebarCalls } from './contract';
import { conversationOf } from './conversation';
import { Refused } from './refused';
import { selectedTicket } from './selected-ticket';
import { openTicketFile } from './ticket-file';

interface Told<T> {
  readonly value: T;
  readonly language: Language | null;
}

interface Handler<A extends SidebarAction> {
  readonly takes: v.GenericSchema<unknown, SidebarCalls[A]['takes']>;
  run(services: Services, takes: SidebarCalls[A]['takes']): Told<SidebarCalls[A]['gives']>;
}

const ticketId = v.pipe(v.string(), v.minLength(1), v.maxLength(50));
const text = v.pipe(v.string(), v.maxLength(200_000));
/** As drafts.ts mints it. */
const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const template = v.pipe(v.string(), v.maxLength(200));

const HANDLERS: { readonly [A in SidebarAction]: Handler<A> } = {
  selection: {
    takes: v.object({}),
    run(services) {
      const { ticketId: selected, language } = selectedTicket(services);
      return { value: { ticketId: selected }, language };
    },
  },
  conversation: {
    takes: v.object({ ticketId: v.nullable(ticketId) }),
    run(services, takes) {
      const chosen =
        takes.ticketId === null ? selectedTicket(services) : { ticketId: takes.ticketId, language: null };
      if (chosen.ticketId === null) throw new Refused('no-ticket-selected', '', chosen.language);
      const file = openTicketFile(services, chosen.ticketId);
      return { value: conversationOf(file, services), language: file.workbook.language };
    },
  },
  queueReply: {
    takes: v.object({ key, ticketId, text, template, resolve: v.boolean() }),
    run: (services, takes) => ({ value: queueReply(services, takes), language: null }),
  },
  setStatus: {
    takes: v.object({ ticketId, status: v.picklist(TICKET_STATUSES) }),
    run: (services, takes) => ({ value: setStatus(services, takes), language: null }),
  },
  addNote: {
    takes: v.object({ key, ticketId, text }),
    run: (services, takes) => ({ value: addNote(services, takes), language: null }),
  },
};

const envelope = v.looseObject({ action: v.string() });

export function answerSidebar(services: Services, request: unknown): Answer<unknown> {
  try {
    const parsed = v.safeParse(envelope, request);
    const action = parsed.success ? actionNamed(parsed.output.action) : null;
    if (action === null) throw new Refused('unknown-request', '');
    return { ok: true, ...perform(action, services, request) };
  } catch (error) {
    if (error instanceof Refused) {
      return { ok: false, language: error.language, refusal: error.refusal, detail: error.detail };
    }
    if (error instanceof NotSetUp) return { ok: false, language: null, refusal: 'not-set-up', detail: '' };
    throw error;
  }
}

function perform<A extends SidebarAction>(action: A, services: Services, request: unknown): Told<unknown> {
  const handler: Handler<A> = HANDLERS[action];
  const takes = v.safeParse(handler.takes, request);
  if (!takes.success) throw new Refused('unknown-request', action);
  return handler.run(services, takes.output);
}

function actionNamed(name: string): SidebarAction | null {
  return Object.keys(HANDLERS).includes(name) ? (name as SidebarAction) : null;
}
