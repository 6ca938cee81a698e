/**
 * What can be wrong with a bridge so that a person must know: one rule for each condition, from facts alone.
 *
 * A rule has three answers. `unsure` keeps what was: one try that failed does not make a mailbox silent, and does not
 * make a silent one heard again.
 */
import { type Instant, instant, MS_PER_MINUTE } from '../time/instant';
import type { Contact, ContactKind, Trouble } from './contact';

export const CONDITIONS = [
  'mailbox-silent',
  'mailbox-login',
  'sheet-refused',
  'sheet-silent',
  'intake-stuck',
  'smtp-login',
  'smtp-silent',
  'quarantine',
  'unknown-sends',
  'failed-sends',
  'disk',
] as const;
export type Condition = (typeof CONDITIONS)[number];

export interface HealthFacts {
  readonly now: Instant;
  readonly contacts: Readonly<Record<ContactKind, Contact>>;
  /** Since when the bridge has been looking without a break: what it did not try, it cannot miss. */
  readonly awakeSince: Instant;
  /** The longest time between two reads of the Sheet when all is well. */
  readonly sheetPauseMs: number;
  /** Mails that should have left by now. */
  readonly overdueMails: number;
  /**
   * Since when the mail that is to get its row next has been seen waiting for it, with a Sheet that could be written;
   * null: none waits.
   */
  readonly oldestWaitingSince: Instant | null;
  /** Mails in quarantine that nobody has dealt with. */
  readonly quarantined: number;
  /** Mails of which nobody knows whether they went out, and mails that failed for good, that nobody has dealt with. */
  readonly unknownSends: number;
  readonly failedSends: number;
  readonly disk: {
    /** Bytes; null: the system does not say. */
    readonly free: number | null;
    /** A write to the state folder failed, and none has succeeded since. */
    readonly failure: { readonly since: Instant; readonly reason: string } | null;
  };
}

export type Verdict =
  | {
      readonly kind: 'holds';
      readonly since: Instant;
      /** What the other side or the system said last; '' where nobody said anything. */
      readonly reason: string;
      /** Of mails, or megabytes that are free; null where nothing is counted. */
      readonly count: number | null;
    }
  | { readonly kind: 'clear' }
  | { readonly kind: 'unsure' };

const SILENCE_MS = 15 * MS_PER_MINUTE;
/** Rounds are seconds apart, and a full batch takes a minute or two even when the quota is short. */
const LONGEST_WAIT_MS = 15 * MS_PER_MINUTE;
/** Trouble as long as this is why mails wait for the Sheet, though it is not worth an alert of its own yet. */
const HINDRANCE_MS = 5 * MS_PER_MINUTE;
/** One refusal may be the server's mistake; so may two. Tries of a refused login are ten minutes apart. */
const LOGIN_REFUSALS = 3;
const MEGABYTE = 1_000_000;
/** Below it a disk counts as full: the room for the mails that come in would soon be lost. */
export const LEAST_FREE = 200 * MEGABYTE;
/** Well above, so that a disk at the edge does not come and go. */
const ENOUGH_FREE = 300 * MEGABYTE;

const CLEAR: Verdict = { kind: 'clear' };
const UNSURE: Verdict = { kind: 'unsure' };

export const RULES: Readonly<Record<Condition, (facts: HealthFacts) => Verdict>> = {
  'mailbox-silent': ({ now, awakeSince, contacts: { mailbox } }) => {
    const { trouble } = mailbox;
    // A server that refuses the login is not silent; but nor has it been heard.
    if (trouble?.kind === 'refused') return UNSURE;
    return silence(mailbox, now, awakeSince, SILENCE_MS);
  },
  'mailbox-login': ({ now, awakeSince, contacts: { mailbox } }) => {
    const { trouble } = mailbox;
    if (trouble === null) return mailbox.lastSuccess === null ? UNSURE : CLEAR;
    if (trouble.kind !== 'refused') return UNSURE;
    const silent = silence(mailbox, now, awakeSince, SILENCE_MS).kind === 'holds';
    return trouble.refusals >= LOGIN_REFUSALS || silent ? refusal(trouble) : UNSURE;
  },
  'sheet-refused': ({ contacts }) => {
    const troubles = [contacts['sheet-read'].trouble, contacts['sheet-write'].trouble];
    const refused = troubles.find((trouble) => trouble?.kind === 'refused');
    if (refused) return refusal(refused);
    return contacts['sheet-read'].lastSuccess === null || troubles.some((trouble) => trouble !== null)
      ? UNSURE
      : CLEAR;
  },
  'sheet-silent': ({ now, awakeSince, sheetPauseMs, contacts }) => {
    const sheetRead = contacts['sheet-read'];
    const sheetWrite = contacts['sheet-write'];
    if ([sheetRead, sheetWrite].some(({ trouble }) => trouble?.kind === 'refused')) return UNSURE;
    const reading = silence(sheetRead, now, awakeSince, Math.max(SILENCE_MS, 2 * sheetPauseMs));
    if (reading.kind === 'holds') return reading;
    // Nothing to write is no silence: only writes that fail count.
    const writing = failing(sheetWrite);
    return writing.kind === 'clear' ? reading : writing;
  },
  'intake-stuck': (facts) => {
    const { now, awakeSince, oldestWaitingSince } = facts;
    if (oldestWaitingSince === null) return CLEAR;
    if (isSheetAway(facts)) return UNSURE;
    // A machine that slept has tried nothing.
    const since = instant(Math.max(oldestWaitingSince, awakeSince));
    if (now - since > LONGEST_WAIT_MS) return { kind: 'holds', since, reason: '', count: null };
    // Just started, nobody knows how long the mails had been waiting before.
    return now - awakeSince > LONGEST_WAIT_MS ? CLEAR : UNSURE;
  },
  'smtp-login': ({ contacts: { smtp } }) => {
    if (smtp.trouble === null) return smtp.lastSuccess === null ? UNSURE : CLEAR;
    return smtp.trouble.kind === 'refused' ? refusal(smtp.trouble) : UNSURE;
  },
  'smtp-silent': ({ now, overdueMails, contacts: { smtp } }) => {
    const { trouble } = smtp;
    if (trouble === null) return CLEAR;
    if (trouble.kind === 'refused' || overdueMails === 0 || now - trouble.since < SILENCE_MS) return UNSURE;
    return { kind: 'holds', since: trouble.since, reason: trouble.reason, count: overdueMails };
  },
  quarantine: ({ now, quarantined }) => counted(quarantined, now),
  'unknown-sends': ({ now, unknownSends }) => counted(unknownSends, now),
  'failed-sends': ({ now, failedSends }) => counted(failedSends, now),
  disk: ({ now, disk: { free, failure } }) => {
    const count = free === null ? null : Math.floor(free / MEGABYTE);
    if (failure !== null) return { kind: 'holds', since: failure.since, reason: failure.reason, count };
    if (free === null || free >= ENOUGH_FREE) return CLEAR;
    return free < LEAST_FREE ? { kind: 'holds', since: now, reason: '', count } : UNSURE;
  },
};

/** Mails wait because of the Sheet itself, of which its own conditions tell, now or soon. */
export function isSheetAway(facts: HealthFacts): boolean {
  const { now, contacts } = facts;
  return (
    RULES['sheet-refused'](facts).kind === 'holds' ||
    RULES['sheet-silent'](facts).kind === 'holds' ||
    [contacts['sheet-read'], contacts['sheet-write']].some(
      ({ trouble }) =>
        // What failed once and was not tried again explains nothing.
        trouble !== null && now - trouble.since >= HINDRANCE_MS && now - trouble.at < SILENCE_MS,
    )
  );
}

/** No success for as long: every try failed, or there was not even a try. */
function silence(contact: Contact, now: Instant, awakeSince: Instant, limitMs: number): Verdict {
  const tried = failing(contact);
  if (tried.kind !== 'clear') return tried;
  const heard = instant(Math.max(contact.lastSuccess ?? 0, awakeSince));
  if (now - heard >= limitMs) return { kind: 'holds', since: heard, reason: '', count: null };
  return contact.lastSuccess === null ? UNSURE : CLEAR;
}

/** By the time between the first and the last failure: a clock that jumps, or a machine that slept, is no silence. */
function failing({ trouble }: Contact): Verdict {
  if (trouble === null) return CLEAR;
  const { since, at, reason } = trouble;
  return at - since >= SILENCE_MS ? { kind: 'holds', since, reason, count: null } : UNSURE;
}

function refusal({ refusedSince, since, reason }: Trouble): Verdict {
  return { kind: 'holds', since: refusedSince ?? since, reason, count: null };
}

function counted(count: number, now: Instant): Verdict {
  return count > 0 ? { kind: 'holds', since: now, reason: '', count } : CLEAR;
}
