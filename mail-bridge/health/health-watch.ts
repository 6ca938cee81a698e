/**
 * Watches over the bridge: gathers the facts, lets the rules of core/health decide, writes the mails and the lines that
 * tell people. What was told is in a journal, so a restart repeats nothing.
 */
import {
  CONDITIONS,
  type Condition,
  type HealthFacts,
  isSheetAway,
  RULES,
  type Verdict,
} from '../../core/health/conditions';
import { dueLines, type HealthNews, type HealthRecord, news, turns } from '../../core/health/episodes';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { formatShortMoment } from '../../core/time/format';
import { type Instant, MS_PER_MINUTE, type ZoneOffset } from '../../core/time/instant';
import type { TabKey } from '../../core/workbook/columns';
import type { ProblemWords } from '../../sheet-templates/words/dictionary';
import { healthWords } from '../../sheet-templates/words/health';
import type { Keys } from '../keys';
import type { Log } from '../log/log';
import type { OutboxBook } from '../outbox/outbox-book';
import type { Desk } from '../sheets/desk';
import { reasonOf } from '../user-error';
import type { Contacts } from './contacts';
import type { DiskWatch } from './disk';
import { frontOfLine } from './front-of-line';
import { alertKey, alertLetter, endLetter, type HealthLetterContext } from './health-letter';
import type { HealthJournal } from './memory';
import { type LivingLine, showLines, type WantedLine } from './problem-lines';
import type { Audience } from './readers-file';
import { countOf, type TroubledSend, troubledSends } from './sends';

export interface HealthContext {
  readonly contacts: Contacts;
  readonly disk: DiskWatch;
  readonly journal: HealthJournal;
  readonly book: OutboxBook;
  /** The mail that is to get its row next, by any name of its own; null: none waits. */
  readonly firstWaiting: () => string | null;
  /** Mails in quarantine that nobody has dealt with. */
  readonly quarantined: () => number;
  readonly audience: () => Audience;
  readonly keys: Keys;
  readonly domain: string;
  readonly mailbox: string;
  readonly pollSeconds: number;
  readonly offset: ZoneOffset;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface HealthWatch {
  /** Finds out how things are and takes on the mails that say so. @returns how many */
  look(): number;
  /** Brings the Problems tab up to date. Costs no call while nothing is wrong. */
  show(desk: Desk): Promise<void>;
}

/** Longer between two looks, and the machine slept or the clock was put forward: nothing was missed meanwhile. */
const LONGEST_BREAK_MS = 5 * MS_PER_MINUTE;

const TAB_OF: Readonly<Record<Condition, TabKey>> = {
  'mailbox-silent': 'intake',
  'mailbox-login': 'intake',
  'sheet-refused': 'settings',
  'sheet-silent': 'settings',
  'intake-stuck': 'intake',
  'smtp-login': 'outbox',
  'smtp-silent': 'outbox',
  quarantine: 'intake',
  'unknown-sends': 'outbox',
  'failed-sends': 'outbox',
  disk: 'intake',
};

export function healthWatch(context: HealthContext): HealthWatch {
  const { contacts, disk, journal, book, now, log } = context;
  let awakeSince = now();
  let lookedAt = now();
  const waitingSince = frontOfLine();

  const facts = (): HealthFacts => {
    const at = now();
    if (at - lookedAt > LONGEST_BREAK_MS || at < lookedAt) awakeSince = at;
    lookedAt = at;
    const sends = troubledSends(book, journal, at);
    const seen: HealthFacts = {
      now: at,
      contacts: contacts.all(),
      awakeSince,
      sheetPauseMs: context.pollSeconds * 1000,
      overdueMails: book.waiting().filter(({ mail }) => (mail.notBefore ?? mail.createdAt) <= at).length,
      oldestWaitingSince: null,
      quarantined: context.quarantined(),
      unknownSends: countOf(sends, 'unknown'),
      failedSends: countOf(sends, 'failed'),
      disk: disk.look(),
    };
    const oldestWaitingSince = waitingSince(context.firstWaiting(), at, isSheetAway(seen));
    return { ...seen, oldestWaitingSince };
  };

  /** What cannot be written down now is told in the next look: the others are not kept waiting for it. */
  const onDisk = (work: () => void) => {
    try {
      work();
    } catch (error) {
      disk.note(error);
      log.error({ reason: reasonOf(error) }, 'the state folder cannot be written to');
    }
  };

  const tell = (item: HealthNews): number => {
    const { condition } = item.episode;
    const at = now();
    if (item.kind === 'alert') {
      // The mails first: a crash between the two writes them again, under the same keys.
      const taken = admitAll(lettersOf(item, context), book);
      journal.note([{ t: 'alerted', condition, at }]);
      return taken;
    }
    // A mail that still waits would say "it is broken" after the one that says that it is over.
    for (const reader of context.audience().readers) {
      book.withdraw(alertKey(item.episode, reader), at, 'It is over.');
    }
    const taken = item.mail ? admitAll(lettersOf(item, context), book) : 0;
    journal.note([{ t: 'over', condition, at: endOf(item, at), mailedAt: item.mail ? at : null }]);
    log.info({ condition }, 'it is over');
    return taken;
  };

  return {
    look() {
      const seen = facts();
      const changes = turns(journal.memory(), verdictsOf(seen), seen.now);
      if (changes.length > 0) journal.note(changes);
      for (const change of changes) logTurn(change, log);
      let taken = 0;
      for (const item of news(journal.memory(), seen.now)) {
        onDisk(() => {
          taken += tell(item);
        });
      }
      onDisk(journal.save);
      contacts.save();
      return taken;
    },
    async show(desk) {
      const sends = troubledSends(book, journal, now());
      const wanted = [...healthLines(context), ...sendLines(sends, context)];
      const reported = [...journal.reported()];
      if (wanted.length === 0 && reported.length === 0) return;
      const standing = await showLines(desk, wanted);
      if (standing === null) return;
      // A line that a person removed: whatever it was about has been dealt with.
      const removed = reported.filter(
        ([key, state]) => journal.reportOf(key) === state && !standing.has(sendKey(state, key)),
      );
      journal.settled(removed.map(([key]) => key));
    },
  };
}

function verdictsOf(facts: HealthFacts): Readonly<Record<Condition, Verdict>> {
  // Object.fromEntries forgets which keys there are.
  return Object.fromEntries(CONDITIONS.map((condition) => [condition, RULES[condition](facts)])) as Record<
    Condition,
    Verdict
  >;
}

function admitAll(letters: readonly OutgoingMail[], book: OutboxBook): number {
  return letters.filter((letter) => book.admit(letter)).length;
}

function lettersOf(item: HealthNews, context: HealthContext): OutgoingMail[] {
  const { audience, keys, domain, mailbox, offset, now } = context;
  const { readers, firm, zone } = audience();
  const about: HealthLetterContext = { keys, domain, mailbox, firm, zone, offset, now: now() };
  const { episode } = item;
  return readers.map((reader) =>
    item.kind === 'alert'
      ? alertLetter(episode, reader, about)
      : endLetter(episode, endOf(item, now()), reader, about),
  );
}

/** It stopped before its end was believed. */
function endOf({ episode }: HealthNews, now: Instant): Instant {
  return episode.clearSince ?? now;
}

function logTurn(change: HealthRecord, log: Log): void {
  if (change.t !== 'begins') return;
  const { condition, since, reason, count } = change;
  const detail = { ...(reason === '' ? {} : { reason }), ...(count === null ? {} : { count }) };
  log.warn({ condition, since: new Date(since).toISOString(), ...detail }, 'something is wrong');
}

function healthLines({ journal, audience, mailbox, offset, now }: HealthContext): WantedLine[] {
  const { language, zone } = audience();
  const words = healthWords(language);
  const moment = (at: Instant) => formatShortMoment(at, zone, language, offset);
  return dueLines(journal.memory()).map(({ episode, says }) => {
    const { condition, since, reason, count, overAt } = episode;
    const { what, todo, over } = words.condition[condition];
    const told = { since: moment(since), reason, count: count ?? 0, mailbox };
    const happened = reason === '' ? what(told) : `${what(told)} ${words.said(reason)}`;
    const said =
      says === 'standing'
        ? { what: happened, todo }
        : {
            what: over({ ...told, until: moment(overAt ?? now()) }),
            todo: words.overTodo,
          };
    const at = says === 'standing' ? since : (overAt ?? now());
    return {
      line: { key: `health:${condition}`, at, tab: TAB_OF[condition], row: '', ...said },
      ifAbsent: says === 'standing' ? 'append' : 'leave',
      done: () => journal.note([{ t: 'line', condition, says }]),
    };
  });
}

function sendKey(state: TroubledSend['state'], key: string): string {
  return `${state}-send:${key}`;
}

function sendLines(sends: readonly TroubledSend[], context: HealthContext): WantedLine[] {
  const { journal, book, audience, offset, now } = context;
  const { language, zone } = audience();
  const words = healthWords(language);
  const line = (key: string, row: string, said: ProblemWords): LivingLine => ({
    key,
    at: now(),
    tab: 'outbox',
    row,
    ...said,
  });
  const fresh = sends
    .filter(({ item, state }) => journal.reportOf(item.mail.key) !== state)
    .map(({ item: { mail, at, answer }, state }): WantedLine => {
      const { key, to, subject } = mail;
      const said =
        state === 'unknown'
          ? words.unknownSend(to, subject, formatShortMoment(at, zone, language, offset))
          : words.failedSend(to, subject, answer);
      return {
        line: line(sendKey(state, key), key, said),
        ifAbsent: 'append',
        done: () => journal.told([{ key, state }]),
      };
    });
  const settled = [...journal.reported()].flatMap(([key, state]): WantedLine[] => {
    const item = book.get(key);
    if (!item || item.state === state) return [];
    const said = words.settledSend(item.mail.to, item.mail.subject);
    return [
      {
        line: line(sendKey(state, key), key, said),
        ifAbsent: 'leave',
        // What was told is another matter by now when it failed meanwhile: then that is told.
        done: () => {
          if (item.state !== 'failed') journal.settled([key]);
        },
      },
    ];
  });
  return [...fresh, ...settled];
}
