/** Colleagues' mails as intake needs them: planned one after the other, and undone where their rows are refused. */
import { learnMerges } from '../../core/intake/learn-merges';
import type { TeamNote } from '../../core/intake/roster-note';
import { addressKey } from '../../core/mail/addresses';
import { withAddresses } from '../../core/trainer/team-note';
import type { Row } from '../../core/workbook/rows';
import { addressesOfTeam } from '../desk-facts';
import { rowIdOf } from '../intake/ledger-records';
import type { PlanContext, PlannedMail } from '../intake/plan-batch';
import type { OutboxBook } from '../outbox/outbox-book';
import type { Desk } from '../sheets/desk';
import { UnreadSheet } from '../sheets/unread-sheet';
import type { RosterNotes } from '../state/roster-notes';
import type { ColleagueMailContext } from './colleague-context';
import type { ConfirmedAddress } from './colleague-effects';
import { planColleagueMail } from './plan-colleague-mail';

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
  /** Its row in Messages was there when the bridge started, which had stopped before the ledger knew the mail. */
  readonly wasWritten: (row: string) => boolean;
  readonly notes: Pick<RosterNotes, 'add' | 'pendingOfTeam'>;
}

export function colleagueDesk(context: ColleagueDeskContext): ColleagueDesk {
  const { desk, tickets, waiting, correspondence, outbox, notes } = context;
  let read: Promise<ReadonlyMap<string, Row<'tickets'>>> | null = null;
  const readTickets = async () => {
    const table = await desk.read(['tickets']).then(
      ({ tickets }) => tickets,
      (error: unknown) => {
        throw new UnreadSheet(error);
      },
    );
    learnMerges(table, tickets);
    return byNumber(table.rows.map(({ row }) => row));
  };
  const ticketRows = () => {
    read ??= readTickets();
    return read;
  };
  /** By the mails that confirm them, until these are written. */
  const confirmedAhead = new Map<string, ConfirmedAddress>();
  /** The Team tab shows an address after a while, and its owner goes on writing from there meanwhile. */
  const facts = () => {
    const now = context.facts();
    const confirmed = [...notes.pendingOfTeam(), ...Array.from(confirmedAhead.values(), teamNote)];
    if (confirmed.length === 0) return now;
    const team = withAddresses(now.team, confirmed);
    return { ...now, team, teamAddresses: addressesOfTeam(team) };
  };
  return {
    ticketRows,
    plan: (spooled, incoming, verdict) =>
      planColleagueMail(spooled, incoming, verdict, { ...context, facts, ticketRows }),
    planBegins: () => {
      read = null;
    },
    noted({ spooled, plan, colleague: { mails, waits, released, confirmed } }) {
      correspondence.planned(mails);
      if (confirmed) confirmedAhead.set(rowIdOf(spooled), confirmed);
      if (plan?.answered) correspondence.answered(plan.answered.ticketId, plan.answered.answeredAt);
      if (waits) waiting.add({ spooled, waits });
      for (const row of released) waiting.remove(row);
    },
    refused({ spooled, colleague: { mails, released } }) {
      correspondence.takeBack(mails);
      confirmedAhead.delete(rowIdOf(spooled));
      waiting.remove(rowIdOf(spooled));
      waiting.restore(released);
    },
    written(planned) {
      for (const { spooled, colleague } of planned) {
        // Before the ledger calls the mail done: a crash in between plans it once more, and a key is known once only. What
        // stands in the Outbox since then is taken on from there: by now the same mail may be planned otherwise, because
        // its own commands have been carried out.
        if (!context.wasWritten(rowIdOf(spooled))) for (const mail of colleague.mails) outbox.admit(mail);
        const { confirmed } = colleague;
        if (confirmed === null) continue;
        notes.add(teamNote(confirmed));
        confirmedAhead.delete(rowIdOf(spooled));
      }
    },
  };
}

function teamNote({ agent, address, at }: ConfirmedAddress): TeamNote {
  return { email: addressKey(agent), sessionId: '', what: 'address', address, at };
}

/**
 * A number that somebody has changed a moment ago is as before until the tracker has put it back: by the one that stands
 * there now, the words for one participant would go to another.
 */
function byNumber(rows: readonly Row<'tickets'>[]): ReadonlyMap<string, Row<'tickets'>> {
  const changed: Row<'tickets'>[] = [];
  const fresh: Row<'tickets'>[] = [];
  const same: Row<'tickets'>[] = [];
  for (const row of rows) {
    const id = row.id.trim();
    if (row.id_seen === '') fresh.push(row);
    else if (row.id_seen === id) same.push(row);
    else changed.push({ ...row, id: row.id_seen });
  }
  return new Map([...changed, ...fresh, ...same].map((row) => [row.id.trim(), row]));
}
