/** What a person does in the sidebar: answer, resolve, note, change the status. Each is safe to repeat. */
import { reconcileTicket } from '../../core/ticket/reconcile';
import type { TicketStatus } from '../../core/workbook/choices';
import { LONGEST_CELL } from '../../core/workbook/columns';
import type { RowChange } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import type { Services } from '../ports';
import { rulesOf } from '../tick/rules';
import { TicketRows, type TicketWrite } from '../workbook/guarded-write';
import type { SidebarCalls } from './contract';
import { Refused } from './refused';
import { replyMail } from './reply-mail';
import { openTicketFile, type TicketFile } from './ticket-file';

type Takes<A extends keyof SidebarCalls> = SidebarCalls[A]['takes'];
type Gives<A extends keyof SidebarCalls> = SidebarCalls[A]['gives'];

export function queueReply(services: Services, takes: Takes<'queueReply'>): Gives<'queueReply'> {
  const key = `reply:${takes.key}`;
  return alone(services, () => {
    const file = openTicketFile(services, takes.ticketId);
    const { workbook, ticket } = file;
    if (file.outbox.some((row) => row.key === key)) return { queued: 'already' };
    const user = services.userEmail();
    const mail = replyMail(file, takes, user, services.offset);
    const outbox = appendRows(
      workbook.layouts.outbox,
      [
        {
          key,
          kind: takes.resolve ? 'resolved' : 'reply',
          ticket_id: ticket.row.id,
          session_id: ticket.row.session_id,
          to: mail.to,
          subject: mail.subject,
          body: mail.body,
          language: mail.language,
          template: mail.template,
          created_at: services.clock.now(),
          created_by: user,
          state: 'queued',
          attempts: 0,
        },
      ],
      workbook.context,
    );
    const writes = takes.resolve ? [statusWrite(services, file, 'resolved')] : [];
    const outcome = ticketRows(services, file).write(writes, outbox);
    // The answer is queued all the same; a row that was edited or moved in that moment is resolved by a second look.
    if (outcome.dropped.length > 0) resolveNow(services, takes.ticketId);
    return { queued: 'now' };
  });
}

export function setStatus(services: Services, takes: Takes<'setStatus'>): Gives<'setStatus'> {
  return alone(services, () => {
    const file = openTicketFile(services, takes.ticketId);
    if (file.ticket.row.status === takes.status) return { status: takes.status };
    const outcome = ticketRows(services, file).write([statusWrite(services, file, takes.status)], []);
    if (outcome.dropped.length > 0) throw new Refused('busy', takes.ticketId);
    return { status: takes.status };
  });
}

/** @throws Refused when the ticket's row will not stand still or may not be resolved any more */
function resolveNow(services: Services, ticketId: string): void {
  const file = openTicketFile(services, ticketId);
  if (file.ticket.row.status === 'resolved') return;
  const outcome = ticketRows(services, file).write([statusWrite(services, file, 'resolved')], []);
  if (outcome.dropped.length > 0) throw new Refused('busy', ticketId);
}

/** Notes are rows of Messages, and the only ones that the script writes there. */
export function addNote(services: Services, takes: Takes<'addNote'>): Gives<'addNote'> {
  const text = takes.text.trim();
  if (text === '') throw new Refused('text-empty', '');
  if (text.length > LONGEST_CELL) throw new Refused('text-too-long', String(LONGEST_CELL));
  const id = `note:${takes.key}`;
  return alone(services, () => {
    const { workbook, ticket, messages } = openTicketFile(services, takes.ticketId);
    if (messages.some((row) => row.id === id)) return { added: 'already' };
    services.workbook.write(
      appendRows(
        workbook.layouts.messages,
        [
          {
            id,
            ticket_id: ticket.row.id,
            at: services.clock.now(),
            direction: 'note',
            from: services.userEmail(),
            text,
          },
        ],
        workbook.context,
      ),
    );
    return { added: 'now' };
  });
}

/** As if the person had chosen the status in the cell just now, with all that follows from it. */
function statusWrite(services: Services, file: TicketFile, status: TicketStatus): TicketWrite {
  const now = services.clock.now();
  const rules = rulesOf(file.workbook, now, now);
  const { change, history, problems } = reconcileTicket({ ...file.ticket.row, status }, rules);
  const refusal = problems.find(({ key }) => key.endsWith(':status'));
  if (refusal && change.status !== undefined) {
    throw new Refused('status-refused', `${refusal.what} ${refusal.todo}`);
  }
  const cells: RowChange<'tickets'> = { status, ...change };
  const who = services.userEmail();
  const named = history.map((row) => (row.who === 'person' && who !== '' ? { ...row, who } : row));
  return {
    ticketId: file.ticket.row.id,
    change: cells,
    along: appendRows(file.workbook.layouts.history, named, file.workbook.context),
  };
}

function ticketRows(services: Services, { tickets, workbook }: TicketFile): TicketRows {
  return new TicketRows(services.workbook, tickets, workbook.context);
}

/** Two clicks, or a click and a tick, one after the other: what the second does depends on the first. */
function alone<T>(services: Services, work: () => T): T {
  const done = services.lock.alone(10_000, work);
  if (!done) throw new Refused('busy', '');
  return done.result;
}
