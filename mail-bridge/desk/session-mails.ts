/** The mails about sessions at the desk: those that have lost their reason are withdrawn, those that are due are written. */
import type { MailForecastInput } from '../../core/forecast/mail-forecast';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { activityBook } from '../../core/session/activity';
import { readCheckpoints } from '../../core/session/checkpoint-rows';
import { planNudges } from '../../core/session/checkpoints';
import { settledAt } from '../../core/session/notices';
import type { PlannedMail } from '../../core/session/planned-mail';
import { planReminders, REMINDER_RULE, type ReminderPlan } from '../../core/session/reminders';
import type { SkipReason } from '../../core/session/skip-reason';
import { type WaitingMail, type Withdrawn, withdrawnMails } from '../../core/session/withdrawn';
import { type Instant, type ZoneOffset, zone } from '../../core/time/instant';
import type { DeskFacts } from '../desk-facts';
import type { Keys } from '../keys';
import type { Log } from '../log/log';
import { sessionLetter } from '../outbox/letters';
import type { OutboxBook } from '../outbox/outbox-book';
import { type SessionMemory, WITHDRAWN } from '../outbox/session-memory';
import { type SessionFaults, undeliveredPeople } from './session-faults';

export interface SessionMailContext {
  readonly book: OutboxBook;
  readonly sessionMails: SessionMemory;
  readonly keys: Keys;
  readonly domain: string;
  readonly supportAddress: string;
  readonly offset: ZoneOffset;
  readonly now: () => Instant;
  readonly log: Log;
}

/** What the planner asks, answered from the Sheet and from the memory of what was sent. */
export function planningInput(
  { settings, sessions, participants, reminders, checkpoints, activity, business }: DeskFacts,
  memory: SessionMemory,
  now: Instant,
  offset: ZoneOffset,
): MailForecastInput {
  const done = activityBook(activity, sessions);
  return {
    sessions,
    participants,
    steps: reminders,
    checkpoints,
    now,
    // A zone that nobody knows is reported by the plan.
    zoneOf: (session) => (session.zone === '' ? settings.zone : zone(session.zone)),
    offset,
    calendar: business,
    sheetLanguage: settings.language,
    alreadyPlanned: memory.isPlanned,
    onItsWay: memory.isOnItsWay,
    told: memory.told,
    hasDone: done.has,
    undeliverable: memory.isUndeliverable,
    rule: {
      ...REMINDER_RULE,
      night: { ...REMINDER_RULE.night, from: settings.quiet_from, to: settings.quiet_until },
    },
  };
}

export interface SessionPlan
  extends Pick<ReminderPlan, 'unreadable' | 'unreadableConditions' | 'unknownZones' | 'unknownReaderZones'> {
  readonly due: readonly PlannedMail[];
  readonly next: Instant | null;
  readonly skipped: readonly { readonly key: string; readonly reason: SkipReason }[];
  readonly unreadableCheckpoints: readonly string[];
}

export function planSessionMails(input: MailForecastInput): SessionPlan {
  const reminders = planReminders(input);
  const nudges = planNudges(input);
  return {
    ...reminders,
    due: [...reminders.due, ...nudges.due],
    next: earlier(reminders.next, nudges.next),
    skipped: [...reminders.skipped, ...nudges.skipped],
    unreadableCheckpoints: nudges.unreadable,
  };
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** Writes what is due into the outbox book. Sends nothing. */
export function takeOnSessionMails(facts: DeskFacts, context: SessionMailContext): SessionFaults {
  const { book, sessionMails, keys, domain, supportAddress, offset, now } = context;
  const input = planningInput(facts, sessionMails, now(), offset);
  withdraw(input, context, facts.settings.reminders);
  const plan = planSessionMails(input);
  const missingTemplates = new Set<string>();
  const { invitationsOf } = sessionMails;
  for (const planned of plan.due) {
    // Whoever was told something that holds no more is told so, also by a firm that sends no reminders any more.
    if (!facts.settings.reminders && !isNotice(planned)) continue;
    // One after the other: the number of a revision that the first tells is the one that the others repeat.
    const letter = sessionLetter(planned, {
      facts,
      keys,
      domain,
      supportAddress,
      offset,
      now: now(),
      invitationsOf,
    });
    if (letter) book.admit(whenSettled(letter, planned, now()));
    else missingTemplates.add(planned.template);
  }
  return {
    unreadable: plan.unreadable,
    unreadableConditions: plan.unreadableConditions,
    unreadableCheckpoints: plan.unreadableCheckpoints,
    unknownZones: plan.unknownZones,
    unknownReaderZones: plan.unknownReaderZones,
    missingTemplates: [...missingTemplates],
    undelivered: undeliveredPeople(facts, sessionMails, now()),
  };
}

function whenSettled(letter: OutgoingMail, { purpose, session }: PlannedMail, now: Instant): OutgoingMail {
  if (purpose.kind !== 'changed' && purpose.kind !== 'cancelled') return letter;
  return { ...letter, notBefore: settledAt(now, session, purpose.before) };
}

function isNotice({ purpose }: PlannedMail): boolean {
  return purpose.kind === 'changed' || purpose.kind === 'cancelled';
}

function withdraw(
  input: MailForecastInput,
  { book, now, log }: SessionMailContext,
  remindersAreOn: boolean,
): void {
  const waiting = book.waiting().map(({ mail }) => mail);
  const lost: { readonly key: string; readonly why: string }[] =
    waiting.length === 0 ? [] : withdrawals(waiting, input);
  const off = remindersAreOn
    ? []
    : waiting.filter(({ kind, sessionId }) => kind === 'reminder' && sessionId !== '');
  for (const { key, why } of [...lost, ...off.map(({ key }) => ({ key, why: 'reminders-off' }))]) {
    if (book.withdraw(key, now(), `${WITHDRAWN}: ${why}.`)) log.info({ key, why }, 'a mail was withdrawn');
  }
}

/** Waiting mails whose reason is gone. */
export function withdrawals(waiting: readonly WaitingMail[], input: MailForecastInput): Withdrawn[] {
  const checkpoints = new Map(
    readCheckpoints(input.checkpoints).checkpoints.map((checkpoint) => [checkpoint.id, checkpoint]),
  );
  return withdrawnMails(waiting, {
    ...input,
    nudgeHolds({ checkpointId, sessionId, email }) {
      const checkpoint = checkpoints.get(checkpointId);
      return checkpoint !== undefined && !input.hasDone(sessionId, email, checkpoint.missing);
    },
  });
}
