/**
 * Second stage of intake: spooled mails, in order, become rows. A batch of mails is one read and one write of the
 * Sheet, whatever its size, and a batch that may or may not have been written is looked up before it is tried again.
 */

import type { IncomingMail } from '../../core/intake/incoming';
import { type IntakeBatch, intakeRequests } from '../../core/intake/intake-requests';
import type { KnownTicket, KnownTickets } from '../../core/intake/known-tickets';
import { learnMerges } from '../../core/intake/learn-merges';
import type { IntakePlan } from '../../core/intake/plan-intake';
import { outboxRow } from '../../core/outbox/outbox-row';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { ticketOfRow } from '../../core/trainer/colleague-rows';
import type { Outcome } from '../../core/workbook/choices';
import type { RowChange } from '../../core/workbook/rows';
import type { Log } from '../log/log';
import { incomingIds } from '../log/mail-ids';
import type { Desk } from '../sheets/desk';
import { RefusedWrite, UnclearWrite } from '../sheets/sheets-client';
import { UnreadSheet } from '../sheets/unread-sheet';
import { isSystemFault } from '../state/system-fault';
import { rowsKept } from '../trainer/colleague-effects';
import { reasonOf } from '../user-error';
import type { DayCount, Ledger, SpooledRecord } from './ledger';
import { rowIdOf } from './ledger-records';
import { type PlannedMail, quarantined } from './plan-batch';

/** Mails in one write. */
const WRITE_BATCH = 200;
/** Characters of text in one write. Google advises 2 MB a request and sets no hard limit. */
const LARGEST_WRITE = 3_000_000;
/** Times an unclear write is looked up and tried again at once, before the next round. */
const UNCLEAR_ATTEMPTS = 3;

export interface TakeInContext {
  readonly ledger: Ledger;
  readonly desk: Desk;
  readonly tickets: KnownTickets;
  /** Reads and understands one spooled mail. Rejects when the disk fails or on a fault of ours. */
  readonly understand: (spooled: SpooledRecord) => Promise<IncomingMail>;
  readonly plan: (spooled: SpooledRecord, incoming: IncomingMail) => PlannedMail | Promise<PlannedMail>;
  /** Mails are planned anew: what was read of the Sheet for the last ones may have changed. */
  readonly planBegins: () => void;
  /** Ids of Messages rows that a batch before the last crash may have written. */
  readonly written: ReadonlySet<string>;
  /** Lines of the Problems tab, in the firm's language. */
  readonly problems: {
    readonly ticketRowRestored: (ticket: KnownTicket) => RowChange<'problems'>;
    readonly undelivered: (bounced: NonNullable<IntakePlan['undelivered']>) => RowChange<'problems'>;
    readonly quarantined: (spooled: SpooledRecord, fault: string) => RowChange<'problems'>;
  };
  /** The mail was planned and the Sheet refuses its rows: nothing of the plan has come true. */
  readonly onRefused: (planned: PlannedMail) => void;
  /** Their rows are in the Sheet. A crash before the ledger knows it makes it happen again. */
  readonly onWritten: (planned: readonly PlannedMail[]) => void;
  /** The mails are true now: in the Sheet and in the ledger. */
  readonly onDone: (planned: readonly PlannedMail[]) => void;
  readonly log: Log;
}

/** Mails that are planned and not yet written. They are written as they were planned, because plans build on each other. */
export interface Backlog {
  planned: PlannedMail[];
  /** Planned while the others are being written. */
  ahead: PlannedMail[];
}

/**
 * @param wholeBatchesOnly leave a rest that is smaller than a batch: more mail is on its way, and a call costs quota
 * @returns how many mails were taken in
 */
export async function takeIn(
  context: TakeInContext,
  backlog: Backlog,
  wholeBatchesOnly: boolean,
  signal: AbortSignal,
): Promise<number> {
  let total = 0;
  const fewest = wholeBatchesOnly ? WRITE_BATCH : 1;
  while (!signal.aborted) {
    if (backlog.planned.length === 0) {
      backlog.planned = backlog.ahead.length > 0 ? backlog.ahead : await planNext(context, 0, fewest);
      backlog.ahead = [];
    }
    if (backlog.planned.length === 0) return total;
    // Google is far away: the next batch is understood while this one is being written.
    const [written, ahead] = await Promise.allSettled([
      settle(backlog, context),
      backlog.ahead.length > 0 ? backlog.ahead : planNext(context, backlog.planned.length, fewest),
    ]);
    if (ahead.status === 'fulfilled') backlog.ahead = ahead.value;
    if (written.status === 'rejected') {
      // Whether the Sheet or these mails are at fault, a good one among those that came later can tell.
      if (written.reason instanceof RefusedWrite && backlog.planned.length < WRITE_BATCH) {
        backlog.planned = [...backlog.planned, ...backlog.ahead];
        backlog.ahead = [];
      }
      throw written.reason;
    }
    if (ahead.status === 'rejected') throw ahead.reason;
    total += written.value;
  }
  return total;
}

/** @param after how many of the waiting mails are planned already */
async function planNext(context: TakeInContext, after: number, fewest: number): Promise<PlannedMail[]> {
  const waiting = context.ledger.waiting().slice(after, after + WRITE_BATCH);
  if (waiting.length < fewest) return [];
  context.planBegins();
  const planned: PlannedMail[] = [];
  let size = 0;
  for (const spooled of waiting) {
    let next: PlannedMail;
    try {
      next = await planOne(spooled, context);
    } catch (error) {
      // Those before it are planned for good: planned a second time they would be taken for duplicates.
      if (planned.length > 0) return planned;
      throw error;
    }
    planned.push(next);
    size += (next.plan?.message.text?.length ?? 0) + (next.plan?.message.full_text?.length ?? 0);
    if (size > LARGEST_WRITE) break;
  }
  return planned;
}

async function planOne(
  spooled: SpooledRecord,
  { understand, plan, log }: TakeInContext,
): Promise<PlannedMail> {
  try {
    return await plan(spooled, await understand(spooled));
  } catch (error) {
    // The disk or the system failed, not the mail: it stays where it is and is tried again.
    if (isSystemFault(error) && error.code !== 'ENOENT') throw error;
    if (error instanceof UnreadSheet) throw error.reason;
    // A backup was restored whose originals are older than its ledger: the others must not wait for this one.
    log.error(
      { ...incomingIds(spooled), reason: reasonOf(error) },
      'a mail could not be understood; it is in quarantine',
    );
    return quarantined(spooled, reasonOf(error));
  }
}

/**
 * Writes the rows of the backlog and marks its mails done. A mail whose rows Google refuses must not stop the others: then
 * each is written by itself, and the one that is refused goes to quarantine.
 *
 * @returns how many mails are done
 * @throws UnclearWrite when even the look-up does not help; what is not done stays in the backlog
 */
async function settle(backlog: Backlog, context: TakeInContext): Promise<number> {
  const { planned } = backlog;
  try {
    await writeBatch(planned, context);
    finish(planned, backlog, context);
    return planned.length;
  } catch (error) {
    const [first] = planned;
    if (!(error instanceof RefusedWrite) || !first) throw error;
    if (planned.length === 1) {
      // A line of the Problems tab that is refused is a fault of the Sheet, not of the mail.
      if (first.outcome === 'quarantined') throw error;
      context.onRefused(first);
      backlog.planned = [quarantined(first.spooled, error.message)];
      return settle(backlog, context);
    }
    context.log.warn(
      { reason: error.message },
      'the Sheet refused a batch; its mails are written one by one',
    );
    return settleOneByOne(backlog, error, context);
  }
}

/** @throws RefusedWrite when every mail is refused: then the Sheet is at fault, and all of them wait */
async function settleOneByOne(
  backlog: Backlog,
  refusal: RefusedWrite,
  context: TakeInContext,
): Promise<number> {
  const refused: PlannedMail[] = [];
  let done = 0;
  for (const item of backlog.planned) {
    try {
      await writeBatch([item], context);
      finish([item], backlog, context);
      done++;
    } catch (error) {
      if (!(error instanceof RefusedWrite)) throw error;
      refused.push(item);
    }
  }
  if (done === 0) throw refusal;
  for (const item of refused) {
    context.onRefused(item);
    const aside = quarantined(item.spooled, refusal.message);
    backlog.planned = backlog.planned.map((other) => (other === item ? aside : other));
    done += await settle({ planned: [aside], ahead: [] }, context);
    backlog.planned = backlog.planned.filter((other) => other !== aside);
  }
  return done;
}

async function writeBatch(planned: readonly PlannedMail[], context: TakeInContext): Promise<void> {
  const { ledger, desk, written, log } = context;
  let pending = planned.filter((item) => item.outcome !== 'duplicate' && !written.has(rowIdOf(item.spooled)));
  // Duplicates have no row, but the Intake tab counts them.
  if (pending.length === 0 && !planned.some(({ outcome }) => outcome === 'duplicate')) return;
  // An earlier attempt ended in the dark, perhaps several rounds ago: it may have been written all the same.
  let inTheDark = ledger.unsettled().length > 0;
  ledger.writing(pending.map((item) => rowIdOf(item.spooled)));
  for (let attempt = 1; ; attempt++) {
    if (inTheDark) {
      const missing = await notThere(pending, desk);
      // All of them were written, and the day's count with them.
      if (missing.length === 0 && pending.length > 0) return;
      pending = missing;
    }
    inTheDark = true;
    try {
      await desk.untilTaken(() => readAndWrite(pending, planned, context));
      return;
    } catch (error) {
      if (!(error instanceof UnclearWrite) || attempt === UNCLEAR_ATTEMPTS) throw error;
      log.warn({ mails: pending.length }, 'a write of the Sheet is unclear; looking whether it happened');
    }
  }
}

async function readAndWrite(
  pending: readonly PlannedMail[],
  planned: readonly PlannedMail[],
  context: TakeInContext,
): Promise<void> {
  const { desk } = context;
  const old = movesOldTicket(pending);
  const tables = await desk.read(
    old ? ['tickets', 'intake'] : ['intake'],
    old
      ? ['messages', 'outbox', 'commands', 'problems']
      : ['tickets', 'messages', 'outbox', 'commands', 'problems'],
  );
  if (old) learnMerges(tables.tickets, context.tickets);
  const batch = batchOf(pending, planned, context);
  await desk.write(intakeRequests(batch, tables, desk.context, context.problems.ticketRowRestored));
}

/** The mails of a batch that have no row yet. */
async function notThere(planned: readonly PlannedMail[], desk: Desk): Promise<PlannedMail[]> {
  const { messages } = await desk.read(['messages']);
  const present = new Set(messages.rows.map(({ row }) => row.id));
  return planned.filter((item) => !present.has(rowIdOf(item.spooled)));
}

function movesOldTicket(planned: readonly PlannedMail[]): boolean {
  const opened = new Set(planned.flatMap(({ plan }) => (plan?.ticket?.opened ? [plan.ticket.ticketId] : [])));
  return planned.some(({ plan }) => {
    const id = plan === null ? null : ticketOfRow(plan.message);
    return id !== null && !opened.has(id);
  });
}

/** @param settled mails that the days' counts will hold after this write, those without rows among them */
function batchOf(
  planned: readonly PlannedMail[],
  settled: readonly PlannedMail[],
  { tickets, ledger, problems }: TakeInContext,
): IntakeBatch {
  const plans = planned.flatMap(({ plan }) => (plan ? [whereItGoesOn(plan, tickets)] : []));
  const ids = new Set(plans.flatMap(({ message }) => ticketOfRow(message) ?? []));
  return {
    plans,
    tickets: [...ids].flatMap((id) => tickets.get(id) ?? []),
    known: tickets,
    outbox: planned.flatMap(lettersOf).map(outboxRow),
    released: planned.flatMap(({ colleague }) =>
      colleague.messages.map((row) => ({ ...row, ticket_id: goingOnIn(row, tickets) })),
    ),
    commands: planned.flatMap(({ colleague }) => colleague.commands),
    problems: planned.flatMap(({ spooled, fault, plan }) => {
      if (fault !== null) return [problems.quarantined(spooled, fault)];
      return plan?.undelivered ? [problems.undelivered(plan.undelivered)] : [];
    }),
    days: daysAfter(settled, ledger.days()),
  };
}

/** A mail for a ticket that people merged a moment ago is a mail for the other one. */
function whereItGoesOn(plan: IntakePlan, { goesOnIn }: KnownTickets): IntakePlan {
  const { ticket, answered } = plan;
  const before = ticketOfRow(plan.message);
  if (before === null) return plan;
  const ticketId = goesOnIn(before);
  if (ticketId === before) return plan;
  return {
    ...plan,
    ticket: ticket && { ...ticket, ticketId },
    answered: answered && { ...answered, ticketId },
    message: { ...plan.message, ticket_id: ticketId },
    undelivered: plan.undelivered && { ...plan.undelivered, ticketId },
  };
}

function goingOnIn(row: RowChange<'messages'>, { goesOnIn }: KnownTickets): string {
  const ticket = ticketOfRow(row);
  return ticket === null ? '' : goesOnIn(ticket);
}

/** The days' counts once these mails are done. */
function daysAfter(planned: readonly PlannedMail[], days: ReadonlyMap<string, DayCount>) {
  const concerned = new Set(planned.map(({ spooled }) => spooled.day));
  return [...concerned].map((day) => {
    const before = days.get(day) ?? { found: 0, outcomes: {} };
    const outcomes: Partial<Record<Outcome, number>> = { ...before.outcomes };
    for (const item of planned) {
      if (item.spooled.day === day) outcomes[item.outcome] = (outcomes[item.outcome] ?? 0) + 1;
    }
    return { day, found: before.found, outcomes };
  });
}

function finish(
  planned: readonly PlannedMail[],
  backlog: Backlog,
  { ledger, onWritten, onDone, log }: TakeInContext,
): void {
  onWritten(planned);
  ledger.done(
    planned.map(({ spooled, outcome, messageId, content, plan, fault, colleague }) => ({
      epoch: spooled.epoch,
      uid: spooled.uid,
      outcome,
      messageId,
      content,
      ticket: plan?.ticket ?? null,
      ...(plan?.answered ? { answered: answerEvent(plan.answered) } : {}),
      ...keptIn(plan, colleague),
      ...(colleague.waits ? { waits: colleague.waits } : {}),
      ...(colleague.released.length > 0 ? { released: colleague.released } : {}),
      ...(fault === null ? {} : { fault }),
    })),
  );
  // Whatever fails from here on: written a second time, their rows would stand there twice.
  const finished = new Set(planned);
  backlog.planned = backlog.planned.filter((item) => !finished.has(item));
  onDone(planned);
  for (const item of planned) log.info(idsOf(item), 'a mail was taken in');
  log.info(
    { outcomes: countsOf(planned) },
    `took in ${planned.length} mail${planned.length === 1 ? '' : 's'}`,
  );
}

/** Mails that have a row of the Outbox from the beginning. */
function lettersOf({ acknowledgement, colleague }: PlannedMail): readonly OutgoingMail[] {
  return acknowledgement ? [acknowledgement, ...colleague.mails] : colleague.mails;
}

function keptIn(plan: IntakePlan | null, colleague: PlannedMail['colleague']) {
  const kept = rowsKept(plan, colleague);
  return kept === null ? {} : { kept };
}

function answerEvent({ ticketId, to, answeredAt }: NonNullable<IntakePlan['answered']>) {
  return { ticketId, to, at: answeredAt };
}

/** What leads from the mail to its ticket and to what is sent because of it. */
function idsOf({ spooled, outcome, plan, acknowledgement, confirmation, colleague, fault }: PlannedMail) {
  const sent = acknowledgement ?? confirmation ?? colleague.mails[0];
  const ticket = plan === null ? null : ticketOfRow(plan.message);
  return {
    ...incomingIds(spooled),
    outcome,
    ...(ticket === null ? {} : { ticket }),
    ...(sent ? { key: sent.key } : {}),
    ...(fault === null ? {} : { reason: fault }),
  };
}

function countsOf(planned: readonly PlannedMail[]): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of planned) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
