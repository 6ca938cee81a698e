/**
 * From the first moment at which a condition holds to its end: what is told to people, and when.
 *
 * Each episode is told once, by a mail to the managers and a line on the Problems tab, and its end once. A condition
 * that comes and goes is one episode for as long as it never stays away (SETTLING_MS), and never gives more than one
 * alert an hour. What was told is a list of records; a restart reads them again and repeats nothing.
 */
import { type Instant, instant, MS_PER_MINUTE } from '../time/instant';
import { CONDITIONS, type Condition, type Verdict } from './conditions';

/** How long a condition must stay away before its end is believed. */
const SETTLING_MS = 3 * MS_PER_MINUTE;
const BETWEEN_ALERTS_MS = 60 * MS_PER_MINUTE;

/**
 * When mails are sent: at the beginning and at the end, or at the end only, because what is broken is the sending of
 * mails. A mail that waits would say "it is broken" after it works again.
 */
const MAILS: Readonly<Record<Condition, 'both' | 'at-end'>> = {
  'mailbox-silent': 'both',
  'mailbox-login': 'both',
  'sheet-refused': 'both',
  'sheet-silent': 'both',
  'intake-stuck': 'both',
  'smtp-login': 'at-end',
  'smtp-silent': 'at-end',
  quarantine: 'both',
  'unknown-sends': 'both',
  'failed-sends': 'both',
  disk: 'both',
};

export interface Episode {
  readonly condition: Condition;
  readonly since: Instant;
  readonly reason: string;
  readonly count: number | null;
  /** When its alert was written; null: not yet, or none is due. */
  readonly alertedAt: Instant | null;
  /** It does not hold since then, which may not last. */
  readonly clearSince: Instant | null;
  readonly overAt: Instant | null;
  /** What its line on the Problems tab says. */
  readonly line: 'none' | 'standing' | 'over';
  /** When people last got a mail about this condition, in this episode or one before. */
  readonly lastMailAt: Instant | null;
}

/** The latest episode of each condition that ever had one. */
export type HealthMemory = ReadonlyMap<Condition, Episode>;

export type HealthRecord =
  | {
      readonly t: 'begins';
      readonly condition: Condition;
      readonly since: Instant;
      readonly reason: string;
      readonly count: number | null;
    }
  | { readonly t: 'alerted'; readonly condition: Condition; readonly at: Instant }
  /** It stopped holding, for the moment. */
  | { readonly t: 'clears'; readonly condition: Condition; readonly at: Instant }
  | { readonly t: 'relapses'; readonly condition: Condition }
  | {
      readonly t: 'over';
      readonly condition: Condition;
      readonly at: Instant;
      /** When a mail was written that says so; null: none was. */
      readonly mailedAt: Instant | null;
    }
  | { readonly t: 'line'; readonly condition: Condition; readonly says: 'standing' | 'over' };

export function afterRecord(memory: HealthMemory, record: HealthRecord): HealthMemory {
  const { condition } = record;
  const before = memory.get(condition);
  if (record.t === 'begins') {
    const { since, reason, count } = record;
    return new Map(memory).set(condition, {
      condition,
      since,
      reason,
      count,
      alertedAt: null,
      clearSince: null,
      overAt: null,
      line: 'none',
      lastMailAt: before?.lastMailAt ?? null,
    });
  }
  return before === undefined ? memory : new Map(memory).set(condition, changed(before, record));
}

function changed(episode: Episode, record: Exclude<HealthRecord, { t: 'begins' }>): Episode {
  switch (record.t) {
    case 'alerted':
      return { ...episode, alertedAt: record.at, lastMailAt: record.at };
    case 'clears':
      return { ...episode, clearSince: record.at };
    case 'relapses':
      return { ...episode, clearSince: null };
    case 'over':
      return {
        ...episode,
        overAt: record.at,
        // The hour counts from the alert; where there was none, from the only mail.
        lastMailAt: episode.alertedAt ?? record.mailedAt ?? episode.lastMailAt,
      };
    case 'line':
      return { ...episode, line: record.says };
  }
}

/** What the verdicts change: beginnings, ends that may not last, and their taking back. */
export function turns(
  memory: HealthMemory,
  verdicts: Readonly<Record<Condition, Verdict>>,
  now: Instant,
): HealthRecord[] {
  return CONDITIONS.flatMap((condition): HealthRecord[] => {
    const verdict = verdicts[condition];
    const episode = memory.get(condition);
    if (episode === undefined || episode.overAt !== null) {
      if (verdict.kind !== 'holds') return [];
      const { reason, count } = verdict;
      // An episode begins after the one before has ended: each has a name of its own, made of its beginning.
      const since = instant(Math.max(verdict.since, (episode?.overAt ?? 0) + 1));
      return [{ t: 'begins', condition, since, reason, count }];
    }
    const { clearSince } = episode;
    if (verdict.kind === 'clear') return clearSince === null ? [{ t: 'clears', condition, at: now }] : [];
    return clearSince === null ? [] : [{ t: 'relapses', condition }];
  });
}

export type HealthNews =
  | { readonly kind: 'alert'; readonly episode: Episode }
  /** @property mail whether a mail tells it: only what people were told of, or could not be told */
  | { readonly kind: 'end'; readonly episode: Episode; readonly mail: boolean };

/** What people are to be told now. Asked again after a crash, it says the same. */
export function news(memory: HealthMemory, now: Instant): HealthNews[] {
  return [...memory.values()].flatMap((episode): HealthNews[] => {
    const { condition, alertedAt, clearSince, overAt, lastMailAt } = episode;
    if (overAt !== null) return [];
    const mayMail = lastMailAt === null || now - lastMailAt >= BETWEEN_ALERTS_MS;
    if (clearSince !== null) {
      if (now - clearSince < SETTLING_MS) return [];
      return [{ kind: 'end', episode, mail: MAILS[condition] === 'both' ? alertedAt !== null : mayMail }];
    }
    return MAILS[condition] === 'both' && alertedAt === null && mayMail ? [{ kind: 'alert', episode }] : [];
  });
}

export interface HealthLine {
  readonly episode: Episode;
  readonly says: 'standing' | 'over';
}

/** Lines of the Problems tab that do not say yet what they should. */
export function dueLines(memory: HealthMemory): HealthLine[] {
  return [...memory.values()].flatMap((episode): HealthLine[] => {
    const { line, overAt } = episode;
    const says = overAt === null ? 'standing' : 'over';
    // What began and ended unseen is not worth a line.
    if (line === says || (says === 'over' && line === 'none')) return [];
    return [{ episode, says }];
  });
}

/** Conditions that hold, whether or not anybody has been told. */
export function holding(memory: HealthMemory): Episode[] {
  return [...memory.values()].filter(({ overAt }) => overAt === null);
}
