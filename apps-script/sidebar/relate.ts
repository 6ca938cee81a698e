/** Tickets that have to do with each other: merged, cases of an incident, linked. */
import { linkTickets } from '../../core/ticket/link';
import { editLinks, reconcileAfter } from '../../core/ticket/link-edits';
import { afterFirstLook, firstLook } from '../../core/ticket/person-edit';
import { parseTicketId } from '../../core/ticket/ticket-id';
import type { Row } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import { alone } from '../door/alone';
import type { Services } from '../ports';
import { historyWords } from '../tick/history-words';
import { rulesOf } from '../tick/rules';
import { TicketRows, type TicketWrite } from '../workbook/guarded-write';
import { admittedTo } from './admitted';
import type { RelateWish, SidebarCalls } from './contract';
import { Refused } from './refused';
import type { TicketFile } from './ticket-file';

const COLUMN_OF = { merge: 'merged_into', case: 'parent' } as const;

export function relate(
  services: Services,
  { ticketId, wish }: SidebarCalls['relate']['takes'],
): SidebarCalls['relate']['gives'] {
  return alone(services, () => {
    const file = admittedTo(services, 'relate', ticketId, [wish.other]);
    const writes = wish.how === 'link' ? linked(services, file, wish.other) : edited(services, file, wish);
    const { tickets, workbook } = file;
    const outcome = new TicketRows(services.workbook, tickets, workbook.context).write(writes, []);
    if (outcome.dropped.length > 0) throw new Refused('busy', ticketId);
    return { other: parseTicketId(wish.other) ?? '' };
  });
}

/** As if the person had written the number into the cell, with all that follows from it for both tickets. */
function edited(
  services: Services,
  { ticket, book, workbook }: TicketFile,
  wish: Exclude<RelateWish, { how: 'link' }>,
): readonly TicketWrite[] {
  const now = services.clock.now();
  const editor = services.userEmail();
  const rules = rulesOf(workbook, now, now, editor);
  // Links are an edit of what the tracker knows already.
  const first = firstLook(ticket, rules);
  const wanted = { ...first.row, [COLUMN_OF[wish.how]]: wish.other.trim() };
  const { priors, problems } = editLinks(wanted, book, { now, words: historyWords(workbook), editor });
  const [problem] = problems;
  if (problem) throw new Refused('link-refused', `${problem.what} ${problem.todo}`);
  return Array.from(priors.keys()).flatMap((id) => {
    const row: Row<'tickets'> | null = id === ticket.id ? first.row : book.get(id);
    if (!row) return [];
    const result = reconcileAfter(row, priors.get(id), rules);
    const { change, history } = id === ticket.id ? afterFirstLook(first, {}, result) : result;
    if (Object.keys(change).length === 0 && history.length === 0) return [];
    const along = appendRows(workbook.layouts.history, history, workbook.context);
    return [{ ticketId: id, change, along, together: Array.from(priors.keys()) }];
  });
}

function linked(services: Services, { ticket, book, workbook }: TicketFile, other: string): TicketWrite[] {
  const target = book.get(parseTicketId(other) ?? '');
  if (!target) throw new Refused('ticket-gone', other);
  const result = linkTickets(ticket, target, {
    now: services.clock.now(),
    words: historyWords(workbook),
    by: services.userEmail(),
  });
  if (result.kind === 'refused') throw new Refused('already-linked', target.id);
  return result.tickets.map(({ id, change }) => ({
    ticketId: id,
    change,
    together: result.tickets.map((one) => one.id),
    along: appendRows(
      workbook.layouts.history,
      result.history.filter(({ ticket_id }) => ticket_id === id),
      workbook.context,
    ),
  }));
}
