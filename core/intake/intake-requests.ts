/** The Sheets requests that make a batch of planned mails true: pure, from the tabs as they were read a moment ago. */
import type { Outcome } from '../workbook/choices';
import type { WriteRequest } from '../workbook/requests';
import type { RowChange } from '../workbook/rows';
import { appendRows, type TableContext, type TableRead, updateRow } from '../workbook/table';
import { changedCells, ticketCorrections } from './corrections';
import type { KnownTicket, KnownTickets } from './known-tickets';
import type { IntakePlan } from './plan-intake';
import { newTicketRow } from './ticket-row';

export interface IntakeTables {
  readonly tickets: TableRead<'tickets'>;
  readonly messages: TableRead<'messages'>;
  readonly commands: TableRead<'commands'>;
  readonly outbox: TableRead<'outbox'>;
  readonly intake: TableRead<'intake'>;
  readonly problems: TableRead<'problems'>;
}

export interface IntakeBatch {
  /** Mails to be written, in order. */
  readonly plans: readonly IntakePlan[];
  /** Tickets that these mails opened or moved, as they are after the batch. */
  readonly tickets: readonly KnownTicket[];
  readonly known: Pick<KnownTickets, 'get'>;
  /** Mails that go out because of these. */
  readonly outbox: readonly RowChange<'outbox'>[];
  /** Answers of colleagues that had waited and go out now. */
  readonly released: readonly RowChange<'messages'>[];
  /** What colleagues ask of the tracker. */
  readonly commands: readonly RowChange<'commands'>[];
  readonly problems: readonly RowChange<'problems'>[];
  /** The Intake rows of the days concerned, as they are after the batch. */
  readonly days: readonly IntakeDay[];
}

export interface IntakeDay {
  readonly day: string;
  readonly found: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
}

/** @param lost says in the firm's language that a ticket's row is gone and was written anew */
export function intakeRequests(
  batch: IntakeBatch,
  tables: IntakeTables,
  context: TableContext,
  lost: (ticket: KnownTicket) => RowChange<'problems'>,
): WriteRequest[] {
  const related = new Map(
    batch.plans.flatMap(({ ticket, related: to }) => (ticket?.opened && to ? [[ticket.ticketId, to]] : [])),
  );
  const opened = new Map(
    batch.plans.flatMap(({ ticket, birth }) => (ticket?.opened ? [[ticket.ticketId, birth]] : [])),
  );
  const births: RowChange<'tickets'>[] = [];
  const problems = [...batch.problems];
  // A number that somebody emptied or mistyped a moment ago: its row is there, and the tracker puts the number back.
  const present = new Set(tables.tickets.rows.flatMap(({ row }) => [row.id.trim(), row.id_seen]));
  for (const ticket of batch.tickets) {
    if (present.has(ticket.id)) continue;
    const birth = opened.get(ticket.id);
    births.push(
      newTicketRow(ticket, {
        related: related.get(ticket.id) ?? null,
        status: birth ? 'new' : 'open',
        priority: birth?.priority ?? 'normal',
        session: birth?.session ?? null,
        ...(birth?.assignee === undefined ? {} : { assignee: birth.assignee }),
      }),
    );
    // Somebody deleted the row while the conversation went on: a message never stands without its ticket.
    if (!birth) problems.push(lost(ticket));
  }
  return [
    ...ticketCorrections(tables.tickets, batch.known, context),
    ...appendRows(tables.tickets.layout, births, context),
    ...appendRows(
      tables.messages.layout,
      [...batch.plans.map(({ message }) => message), ...batch.released],
      context,
    ),
    ...appendRows(tables.outbox.layout, batch.outbox, context),
    ...appendRows(tables.commands.layout, batch.commands, context),
    ...appendRows(tables.problems.layout, problems, context),
    ...dayRequests(batch.days, tables.intake, context),
  ];
}

function dayRequests(
  days: readonly IntakeDay[],
  intake: TableRead<'intake'>,
  context: TableContext,
): WriteRequest[] {
  const requests: WriteRequest[] = [];
  const fresh: RowChange<'intake'>[] = [];
  for (const day of days) {
    const placed = intake.rows.find(({ row }) => row.day === day.day);
    if (placed) {
      const { day: _day, ...cells } = intakeRow(day);
      requests.push(...updateRow(intake.layout, placed.rowIndex, changedCells(placed.row, cells), context));
    } else {
      fresh.push(intakeRow(day));
    }
  }
  return [...requests, ...appendRows(intake.layout, fresh, context)];
}

/** A line of the reconciliation: what was found in the mailbox, and where it went. */
function intakeRow({ day, found, outcomes }: IntakeDay): RowChange<'intake'> {
  const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
  return {
    day,
    mailbox: found,
    new_ticket: outcomes['new-ticket'] ?? 0,
    reply: outcomes.reply ?? 0,
    agent_reply: outcomes['agent-reply'] ?? 0,
    bounce: outcomes.bounce ?? 0,
    automatic: outcomes.automatic ?? 0,
    loop_stopped: outcomes['loop-stopped'] ?? 0,
    duplicate: outcomes.duplicate ?? 0,
    quarantined: outcomes.quarantined ?? 0,
    difference: found - sum,
  };
}
