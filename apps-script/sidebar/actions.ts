/** What a person does to one ticket in the sidebar: answer, note, change a cell. Each is safe to repeat. */
import { askedRow } from '../../core/outbox/outbox-row';
import { type AnsweredIncident, answerCases } from '../../core/ticket/incident';
import { reconcileEdit } from '../../core/ticket/person-edit';
import { LONGEST_CELL } from '../../core/workbook/columns';
import type { Row, RowChange } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import { alone } from '../door/alone';
import type { Services } from '../ports';
import { rulesOf } from '../tick/rules';
import { TicketRows, type TicketWrite } from '../workbook/guarded-write';
import { admittedTo } from './admitted';
import type { CellWish, SidebarCalls } from './contract';
import { Refused } from './refused';
import { type ReplyMail, replyMail } from './reply-mail';
import { mailFile, type TicketFile } from './ticket-file';

type Takes<A extends keyof SidebarCalls> = SidebarCalls[A]['takes'];
type Gives<A extends keyof SidebarCalls> = SidebarCalls[A]['gives'];

export function queueReply(services: Services, takes: Takes<'queueReply'>): Gives<'queueReply'> {
  const key = `reply:${takes.key}`;
  const toCases = takes.to === 'requester-and-cases';
  return alone(services, () => {
    const file = admittedTo(services, toCases ? 'relate' : 'answer', takes.ticketId);
    const { workbook, ticket } = file;
    const noted = `note:${key}`;
    if (file.outbox.some((row) => row.key === key) || file.messages.some(({ id }) => id === noted)) {
      return { queued: 'already', cases: 0, skipped: [] };
    }
    const user = services.userEmail();
    const mail = ownMail(file, takes, user, services);
    const cases = toCases ? casesAnswered(services, file, takes, user) : NO_CASES;
    if (mail === null && cases.outbox.length === 0) throw new Refused('address-invalid', '');
    const own =
      mail === null
        ? []
        : [
            askedRow({
              key,
              kind: takes.resolve ? 'resolved' : 'reply',
              ticket_id: ticket.id,
              session_id: ticket.session_id,
              ...mail,
              created_at: services.clock.now(),
              created_by: user,
            }),
          ];
    // What only the cases are told has no mail in the incident's own conversation: a note there says it to the team, and
    // to a second click that the first has been here.
    const note: RowChange<'messages'> = {
      id: noted,
      ticket_id: ticket.id,
      at: services.clock.now(),
      direction: 'note',
      from: user,
      text: takes.text.trim() || (cases.outbox[0]?.body ?? ''),
    };
    const outbox = [
      ...appendRows(workbook.layouts.outbox, [...own, ...cases.outbox], workbook.context),
      ...(mail === null ? appendRows(workbook.layouts.messages, [note], workbook.context) : []),
    ];
    const resolved = takes.resolve ? [ticket, ...cases.answered] : [];
    const writes = resolved.map((row) => cellWrite(services, file, row, { status: 'resolved' }));
    const outcome = ticketRows(services, file).write(writes, outbox);
    // The answers are queued all the same; a row that was edited or moved in that moment is resolved by a second look.
    for (const id of outcome.dropped) resolveNow(services, id);
    return {
      queued: 'now',
      cases: cases.outbox.length,
      skipped: cases.skipped.map(({ ticketId }) => ticketId),
    };
  });
}

/**
 * Null for an incident without a requester: somebody filed it after a call, only its cases have people to answer.
 *
 * @throws Refused when it cannot be written
 */
function ownMail(
  file: TicketFile,
  takes: Takes<'queueReply'>,
  user: string,
  services: Services,
): ReplyMail | null {
  try {
    return replyMail(file, takes, user, services.offset);
  } catch (error) {
    const isNobodys = file.ticket.requester_email.trim() === '' && takes.to === 'requester-and-cases';
    if (isNobodys && error instanceof Refused && error.refusal === 'address-invalid') return null;
    throw error;
  }
}

const NO_CASES: AnsweredIncident = { outbox: [], answered: [], skipped: [] };

function casesAnswered(
  services: Services,
  { workbook, ticket, book }: TicketFile,
  takes: Takes<'queueReply'>,
  user: string,
): AnsweredIncident {
  return answerCases(
    ticket,
    book.casesOf(ticket.id),
    { key: takes.key, resolve: takes.resolve, by: user, at: services.clock.now() },
    // All answers of one click are appended in one request, and the incident's own is not there yet.
    () => false,
    (row) => {
      try {
        return replyMail(mailFile(workbook, row), takes, user, services.offset);
      } catch (error) {
        if (error instanceof Refused) return null;
        throw error;
      }
    },
  );
}

export function setCell(services: Services, { ticketId, wish }: Takes<'setCell'>): Gives<'setCell'> {
  const right = wish.column === 'status' || wish.column === 'hold_until' ? 'move' : 'triage';
  return alone(services, () => {
    const file = admittedTo(services, right, ticketId);
    const { ticket } = file;
    const wanted = wantedCells(wish, file);
    if (wish.column !== 'hold_until' && ticket[wish.column] === wish.to) return { status: ticket.status };
    const write = cellWrite(services, file, ticket, wanted);
    const status = write.change.status ?? ticket.status;
    // Only a day to come puts a ticket on hold, and only one that is not done.
    if (wish.column === 'hold_until' && status !== 'on_hold') throw new Refused('hold-refused', ticketId);
    const outcome = ticketRows(services, file).write([write], []);
    if (outcome.dropped.length > 0) throw new Refused('busy', ticketId);
    return { status };
  });
}

function wantedCells(wish: CellWish, { team }: TicketFile): RowChange<'tickets'> {
  if (wish.column !== 'assignee' || wish.to === '') return { [wish.column]: wish.to };
  const known = team.colleagues.some(({ name, presence }) => name === wish.to && presence.kind !== 'left');
  if (!known) throw new Refused('unknown-colleague', wish.to);
  return { assignee: wish.to };
}

/** @throws Refused when the ticket's row will not stand still or may not be resolved any more */
function resolveNow(services: Services, ticketId: string): void {
  const file = admittedTo(services, 'answer', ticketId);
  if (file.ticket.status === 'resolved') return;
  const write = cellWrite(services, file, file.ticket, { status: 'resolved' });
  const outcome = ticketRows(services, file).write([write], []);
  if (outcome.dropped.length > 0) throw new Refused('busy', ticketId);
}

/** Notes are rows of Messages, and the only ones that the script adds there. */
export function addNote(services: Services, takes: Takes<'addNote'>): Gives<'addNote'> {
  const text = takes.text.trim();
  if (text === '') throw new Refused('text-empty', '');
  if (text.length > LONGEST_CELL) throw new Refused('text-too-long', String(LONGEST_CELL));
  const id = `note:${takes.key}`;
  return alone(services, () => {
    const { workbook, ticket, messages } = admittedTo(services, 'note', takes.ticketId);
    if (messages.some((row) => row.id === id)) return { added: 'already' };
    const note: RowChange<'messages'> = {
      id,
      ticket_id: ticket.id,
      at: services.clock.now(),
      direction: 'note',
      from: services.userEmail(),
      text,
    };
    services.workbook.write(appendRows(workbook.layouts.messages, [note], workbook.context));
    return { added: 'now' };
  });
}

/** As if the person had changed the cells just now, with all that follows from it. */
function cellWrite(
  services: Services,
  { workbook }: TicketFile,
  ticket: Row<'tickets'>,
  wanted: RowChange<'tickets'>,
): TicketWrite {
  const now = services.clock.now();
  const rules = rulesOf(workbook, now, now, services.userEmail());
  const { change, history, problems } = reconcileEdit(ticket, wanted, rules);
  const refusal = problems.find(({ key }) => key.endsWith(':status'));
  if (refusal && change.status !== undefined) {
    throw new Refused('status-refused', `${refusal.what} ${refusal.todo}`);
  }
  return {
    ticketId: ticket.id,
    change: { ...wanted, ...change },
    along: appendRows(workbook.layouts.history, history, workbook.context),
  };
}

function ticketRows(services: Services, { tickets, workbook }: TicketFile): TicketRows {
  return new TicketRows(services.workbook, tickets, workbook.context);
}
