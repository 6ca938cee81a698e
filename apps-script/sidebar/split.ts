/** A message that is about something else begins a ticket of its own. */
import { relatedIds } from '../../core/ticket/link';
import { type SplitRefusal, splitTicket } from '../../core/ticket/split';
import { mintTicketId, type TicketId } from '../../core/ticket/ticket-id';
import { appendRows } from '../../core/workbook/table';
import { alone } from '../door/alone';
import type { Services } from '../ports';
import { historyWords } from '../tick/history-words';
import { TicketRows } from '../workbook/guarded-write';
import { admittedTo } from './admitted';
import type { Refusal, SidebarCalls } from './contract';
import { moveMessages } from './move-messages';
import { Refused } from './refused';

const REFUSALS: Readonly<Record<SplitRefusal, Refusal>> = {
  'nothing-chosen': 'split-impossible',
  'not-of-this-ticket': 'split-impossible',
  'is-merged': 'split-impossible',
  'nothing-left': 'split-nothing-left',
  'no-question': 'split-no-question',
};

export function split(
  services: Services,
  { key, ticketId, messageId }: SidebarCalls['split']['takes'],
): SidebarCalls['split']['gives'] {
  return alone(services, () => {
    const file = admittedTo(services, 'relate', ticketId);
    const { workbook, ticket, messages, ids, tickets } = file;
    const { layouts, context } = workbook;
    const digest = services.digest(`split\n${ticketId}\n${key}`);
    const move = (to: TicketId, moved: readonly string[]): SidebarCalls['split']['gives'] => {
      moveMessages(services.workbook, layouts.messages, new Map(moved.map((id) => [id, to])));
      return { newTicketId: to };
    };
    // The same click again, after Google gave up in the middle: the ticket is there, its message perhaps not yet.
    const begun = mintTicketId(digest, () => false);
    if (ids.has(begun) && relatedIds(ticket).includes(begun)) return move(begun, [messageId]);
    const newId = mintTicketId(digest, (id) => ids.has(id));
    const result = splitTicket(ticket, messages, [messageId], {
      now: services.clock.now(),
      words: historyWords(workbook),
      by: services.userEmail(),
      newId,
    });
    if (result.kind === 'refused') throw new Refused(REFUSALS[result.why], ticketId);
    const rows = new TicketRows(services.workbook, tickets, context);
    const related = [...relatedIds(ticket), newId].join(', ');
    const outcome = rows.write(
      [
        {
          ticketId,
          change: { related },
          along: [
            ...appendRows(layouts.tickets, [result.ticket], context),
            ...appendRows(layouts.history, result.history, context),
          ],
        },
      ],
      [],
    );
    if (outcome.dropped.length > 0) throw new Refused('busy', ticketId);
    return move(
      newId,
      result.messages.map(({ id }) => id),
    );
  });
}
