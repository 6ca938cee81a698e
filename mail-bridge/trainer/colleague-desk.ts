/** Colleagues' mails as intake needs them: planned one after the other, and undone where their rows are refused. */
import { learnMerges } from '../../core/intake/learn-merges';
import { addressKey } from '../../core/mail/addresses';
import type { Row } from '../../core/workbook/rows';
import { rowIdOf } from '../intake/ledger-records';
import type { PlanContext, PlannedMail } from '../intake/plan-batch';
import type { OutboxBook } from '../outbox/outbox-book';
import type { Desk } from '../sheets/desk';
import type { RosterNotes } from '../state/roster-notes';
import { type ColleagueMailContext, planColleagueMail } from './plan-colleague-mail';

export interface ColleagueDesk {
  readonly plan: PlanContext['colleague'];
  /** The Tickets tab, read at most once from one `planBegins` to the next. */
  readonly ticketRows: () => Promise<ReadonlyMap<string, Row<'tickets'>>>;
  readonly planBegins: () => void;
  /** What comes next is planned in the knowledge of this one. */
  readonly noted: (planned: PlannedMail) => void;
  /** The Sheet refuses its rows: nothing of it has come true. */
  readonly refused: (planned: PlannedMail) => void;
  /** Its rows are in the Sheet. Safe to repeat. */
  readonly written: (planned: readonly PlannedMail[]) => void;
}

export interface ColleagueDeskContext extends Omit<ColleagueMailContext, 'ticketRows'> {
  readonly desk: Pick<Desk, 'read'>;
  readonly outbox: Pick<OutboxBook, 'admit'>;
  readonly notes: Pick<RosterNotes, 'add'>;
}

export function colleagueDesk(context: ColleagueDeskContext): ColleagueDesk {
  const { desk, tickets, waiting, correspondence, outbox, notes } = context;
  let read: Promise<ReadonlyMap<string, Row<'tickets'>>> | null = null;
  const readTickets = async () => {
    const table = (await desk.read(['tickets'])).tickets;
    learnMerges(table, tickets);
    return new Map(table.rows.map(({ row }) => [row.id.trim(), row]));
  };
  const ticketRows = () => {
    read ??= readTickets();
    return read;
  };
  return {
    ticketRows,
    plan: (spooled, incoming, verdict) =>
      planColleagueMail(spooled, incoming, verdict, { ...context, ticketRows }),
    planBegins: () => {
      read = null;
    },
    noted({ spooled, plan, colleague: { mails, waits, released } }) {
      correspondence.planned(mails);
      if (plan?.answered) correspondence.answered(plan.answered.ticketId, plan.answered.answeredAt);
      if (waits) waiting.add({ spooled, waits });
      for (const row of released) waiting.remove(row);
    },
    refused({ spooled, colleague: { mails, released } }) {
      correspondence.takeBack(mails);
      waiting.remove(rowIdOf(spooled));
      waiting.restore(released);
    },
    written(planned) {
      for (const { colleague } of planned) {
        // Before the ledger calls the mail done: a crash in between plans it once more, and a key is known once only.
        for (const mail of colleague.mails) outbox.admit(mail);
        const { confirmed } = colleague;
        if (confirmed === null) continue;
        const { agent, address, at } = confirmed;
        notes.add({ email: addressKey(agent), sessionId: '', what: 'address', address, at });
      }
    },
  };
}
