/**
 * The outbox book against a small model of what it promises, in any life: mails are taken on, handed over, answered,
 * cancelled; the bridge dies at any step, also in the middle of a line, and starts again.
 *
 * The world is part of the model: what the server really has, whatever the bridge has heard of it.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { INTERRUPTED } from '../../../core/outbox/next-step';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { type Instant, instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { type OutboxBook, openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import { openJournal } from '../../../mail-bridge/state/journal';

const START = Date.UTC(2026, 10, 23, 9);
const KEYS = ['reply-1', 'reply-2', 'reply-3', 'reminder-1', 'reminder-2'] as const;
type Key = (typeof KEYS)[number];
/** Minutes after the start from which the reminder is pointless. */
const TOO_LATE = 90;

let folder: string;
let runs = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-outbox-model-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function outgoing(key: Key): OutgoingMail {
  const at = instant(START);
  const isReminder = key.startsWith('reminder');
  return {
    key,
    kind: isReminder ? 'reminder' : 'reply',
    ticketId: null,
    sessionId: '',
    to: 'jan@people.test',
    subject: 'Help',
    text: 'Please try again.',
    language: 'en',
    template: '',
    messageId: `<${key}@firm.test>`,
    date: at,
    inReplyTo: null,
    references: [],
    createdAt: at,
    createdBy: '',
    notBefore: null,
    notAfter: isReminder ? instant(START + TOO_LATE * MS_PER_MINUTE) : null,
    covers: [],
    invitations: [],
    plainOnly: false,
    fromName: '',
    cc: [],
    files: [],
  };
}

type Phase = 'waiting' | 'claimed' | 'text begun' | 'nobody knows' | 'sent' | 'over';

interface Promised {
  phase: Phase;
  attempts: number;
  /** Minutes after the start before which it must not be tried again. */
  notBefore: number;
  /** May be taken on again. */
  withdrawn: boolean;
}

interface Model {
  minute: number;
  readonly mails: Map<Key, Promised>;
  /** How many times the server has taken each mail. */
  readonly taken: Map<Key, number>;
  /** The server has the mail that is being handed over, and the bridge has not heard its answer. */
  readonly unheard: Set<Key>;
  /** Mails that somebody declared not delivered although they were. */
  readonly misjudged: Set<Key>;
}

class Real {
  readonly file: string;
  book: OutboxBook;

  constructor() {
    runs += 1;
    this.file = join(folder, `outbox-${runs}.jsonl`);
    this.book = openOutboxBook(this.file);
  }

  /** Nothing is written at the end: to close is to die. */
  reopen(): void {
    this.book.close();
    this.book = openOutboxBook(this.file);
  }
}

const now = (model: Model): Instant => instant(START + model.minute * MS_PER_MINUTE);
const isOneReady = (model: Model, key: Key): boolean => {
  const mail = model.mails.get(key);
  if (mail?.phase !== 'waiting' || model.minute < mail.notBefore) return false;
  return !isTooLate(model, key);
};
const isTooLate = (model: Model, key: Key) => key.startsWith('reminder') && model.minute >= TOO_LATE;

/** The next attempt after 1, 5, 15 minutes and an hour; never one that would come too late, and 27 in all. */
function putOff(model: Model, key: Key, mail: Promised): void {
  const pause = [1, 5, 15][mail.attempts - 1] ?? 60;
  const next = model.minute + pause;
  const isOver = (key.startsWith('reminder') && next >= TOO_LATE) || mail.attempts >= 27;
  mail.phase = isOver ? 'over' : 'waiting';
  mail.notBefore = next;
}

const PHASES: Readonly<Record<string, Phase>> = {
  queued: 'waiting',
  deferred: 'waiting',
  sending: 'claimed',
  unknown: 'nobody knows',
  sent: 'sent',
  failed: 'over',
  cancelled: 'over',
};

function agree(model: Model, { book }: Real): void {
  const ready = KEYS.filter((key) => isOneReady(model, key));
  expect(new Set(book.ready(now(model)).map(({ mail }) => mail.key))).toEqual(new Set(ready));
  for (const key of KEYS) {
    const item = book.get(key);
    const mail = model.mails.get(key);
    expect(item === null).toBe(mail === undefined);
    if (!item || !mail) continue;
    const phase = item.transmission === 'begun' ? 'text begun' : PHASES[item.state];
    expect([key, phase, item.attempts]).toEqual([key, mail.phase, mail.attempts]);
    expect(book.isPlanned(key)).toBe(!mail.withdrawn);
    // At most once, unless somebody has settled wrongly what nobody knew.
    const taken = model.taken.get(key) ?? 0;
    if (!model.misjudged.has(key)) expect(taken).toBeLessThanOrEqual(1);
    // What is said to be sent has been taken, and what is said not to be has not.
    if (mail.phase === 'sent') expect(taken).toBeGreaterThanOrEqual(1);
    if ((mail.phase === 'waiting' || mail.phase === 'over') && !model.misjudged.has(key)) {
      expect(taken).toBe(0);
    }
  }
}

type Act = fc.Command<Model, Real>;

function command(
  name: string,
  isPossible: (model: Model) => boolean,
  run: (model: Model, real: Real) => void,
): Act {
  return {
    check: isPossible,
    run(model, real) {
      run(model, real);
      agree(model, real);
    },
    toString: () => name,
  };
}

const isIn = (key: Key, phase: Phase) => (model: Model) => model.mails.get(key)?.phase === phase;
function mailOf(model: Model, key: Key): Promised {
  const mail = model.mails.get(key);
  if (!mail) throw new Error(`the model has no ${key}`);
  return mail;
}

const always = () => true;

const admit = (key: Key) =>
  command(`take on ${key}`, always, (model, { book }) => {
    const known = model.mails.get(key);
    const isNew = known === undefined || known.withdrawn;
    expect(book.admit(outgoing(key))).toBe(isNew);
    if (isNew) model.mails.set(key, { phase: 'waiting', attempts: 0, notBefore: 0, withdrawn: false });
  });

/** Whether or not it may: one that is not ready stays as it is. */
const claim = (key: Key) =>
  command(`claim ${key}`, always, (model, { book }) => {
    const isReady = isOneReady(model, key);
    expect(book.step(key, { kind: 'claimed' }, now(model), '') !== null).toBe(isReady);
    if (!isReady) return;
    const mail = mailOf(model, key);
    mail.phase = 'claimed';
    mail.attempts += 1;
  });

const textBegins = (key: Key) =>
  command(`the text of ${key} begins`, isIn(key, 'claimed'), (model, { book }) => {
    book.textBegins(key);
    mailOf(model, key).phase = 'text begun';
  });

const serverTakes = (key: Key) =>
  command(
    `the server takes ${key}`,
    (model) => isIn(key, 'text begun')(model) && !model.unheard.has(key),
    (model) => {
      model.taken.set(key, (model.taken.get(key) ?? 0) + 1);
      model.unheard.add(key);
    },
  );

const accepted = (key: Key) =>
  command(
    `${key} is accepted`,
    (model) => model.unheard.has(key),
    (model, { book }) => {
      book.step(key, { kind: 'accepted' }, now(model), '250');
      mailOf(model, key).phase = 'sent';
      model.unheard.delete(key);
    },
  );

const isAtServer = (key: Key) => (model: Model) =>
  (isIn(key, 'claimed')(model) || isIn(key, 'text begun')(model)) && !model.unheard.has(key);

const refused = (key: Key) =>
  command(`${key} is refused`, isAtServer(key), (model, { book }) => {
    book.step(key, { kind: 'refused' }, now(model), '550');
    mailOf(model, key).phase = 'over';
  });

const refusedForNow = (key: Key) =>
  command(`${key} is refused for now`, isAtServer(key), (model, { book }) => {
    book.step(key, { kind: 'refused-for-now' }, now(model), '451');
    putOff(model, key, mailOf(model, key));
  });

function interrupt(model: Model, { book }: Real, key: Key): void {
  const item = book.get(key);
  if (item?.state !== 'sending') throw new Error(`${key} is not being handed over`);
  book.step(key, { kind: INTERRUPTED[item.transmission] }, now(model), 'interrupted');
  const mail = mailOf(model, key);
  if (mail.phase === 'claimed') putOff(model, key, mail);
  else mail.phase = 'nobody knows';
  model.unheard.delete(key);
}

const connectionBreaks = (key: Key) =>
  command(
    `the connection breaks over ${key}`,
    (model) => isIn(key, 'claimed')(model) || isIn(key, 'text begun')(model),
    (model, real) => interrupt(model, real, key),
  );

const found = (key: Key) =>
  command(
    `${key} is found in Sent`,
    (model) => isIn(key, 'nobody knows')(model) && (model.taken.get(key) ?? 0) > 0,
    (model, { book }) => {
      book.step(key, { kind: 'found-in-sent' }, now(model), '');
      mailOf(model, key).phase = 'sent';
    },
  );

const notFound = (key: Key) =>
  command(`${key} is not found in Sent`, isIn(key, 'nobody knows'), (model, { book }) => {
    book.step(key, { kind: 'not-in-sent' }, now(model), '');
    if ((model.taken.get(key) ?? 0) > 0) model.misjudged.add(key);
    putOff(model, key, mailOf(model, key));
  });

const cancel = (key: Key, by: 'person' | 'planner') =>
  command(
    `the ${by} cancels ${key}`,
    (model) => model.mails.has(key),
    (model, { book }) => {
      if (by === 'person') book.cancel(key, now(model), 'Cancelled in the Sheet.');
      else book.withdraw(key, now(model), 'Withdrawn.');
      const mail = mailOf(model, key);
      if (mail.phase !== 'waiting') return;
      mail.phase = 'over';
      mail.withdrawn = by === 'planner';
    },
  );

const show = command('the Sheet shows all', always, (_model, { book }) => {
  book.markShown(book.toShow());
  expect(book.toShow()).toEqual([]);
});

const wait = (minutes: number) =>
  command(`${minutes} minutes pass`, always, (model) => {
    model.minute += minutes;
  });

/** What a start does with mails that were being handed over. */
function startAgain(model: Model, real: Real): void {
  real.reopen();
  agree(model, real);
  for (const { mail } of real.book.inState('sending')) interrupt(model, real, mail.key as Key);
}

const crash = command('the bridge dies and starts again', always, startAgain);

/** Of the line that was being written some of the bytes are on the disk: what it says has not happened. */
const crashWhileWriting = (key: Key, share: number) =>
  command(`the bridge dies while it writes of ${key} (${share})`, always, (model, real) => {
    const step = { state: 'sent', attempts: 1, retryAt: null, at: START, answer: '250 taken' };
    const whole = lineOf({ t: 'step', key, ...step });
    appendFileSync(real.file, whole.subarray(0, Math.floor(share * (whole.length - 1))));
    startAgain(model, real);
  });

function lineOf(record: unknown): Buffer {
  const file = join(folder, 'line.jsonl');
  const journal = openJournal<unknown>(file, (value) => value);
  journal.rewrite([record]);
  journal.close();
  return readFileSync(file);
}

const compaction = command('the journal is written anew', always, (model, real) => {
  real.book.close();
  const journal = openJournal<unknown>(real.file, (value) => value);
  // Lines that say nothing: from a certain number on it is worth it.
  journal.append(Array.from({ length: 20 + 2 * journal.read.length }, () => ({ t: 'shown', keys: [] })));
  journal.close();
  real.book = openOutboxBook(real.file);
  startAgain(model, real);
  expect(readFileSync(real.file, 'utf8')).not.toContain('{"t":"shown","keys":[]}');
});

/** Time passes until the mail may be tried, and it is. */
const itsTurn = (key: Key) =>
  command(`it is the turn of ${key}`, isIn(key, 'waiting'), (model, real) => {
    model.minute = Math.max(model.minute, mailOf(model, key).notBefore);
    claim(key).run(model, real);
  });

/** What may come next, by how far a mail is; the usual course first. */
const NEXT: Readonly<Record<Phase | 'unknown to us' | 'unheard', readonly ((key: Key) => Act)[]>> = {
  'unknown to us': [admit],
  waiting: [itsTurn],
  claimed: [textBegins, textBegins, textBegins, refused, refusedForNow, connectionBreaks],
  'text begun': [serverTakes, serverTakes, serverTakes, refused, refusedForNow, connectionBreaks],
  unheard: [accepted, accepted, connectionBreaks],
  'nobody knows': [found, notFound],
  sent: [admit],
  over: [admit],
};

function goesOn(key: Key, choice: number): Act {
  let done = `${key} goes on`;
  return {
    check: always,
    run(model, real) {
      const stage = model.unheard.has(key) ? 'unheard' : (model.mails.get(key)?.phase ?? 'unknown to us');
      const possible = NEXT[stage].map((next) => next(key)).filter((next) => next.check(model));
      const next = possible[choice % possible.length];
      done = String(next);
      next?.run(model, real);
    },
    toString: () => done,
  };
}

const key = fc.constantFrom(...KEYS);
const goingOn = fc.tuple(key, fc.nat(59)).map((args) => goesOn(...args));
const canceller = fc.constantFrom('person' as const, 'planner' as const);
const commands = fc.commands(
  [
    // More often than all that comes between.
    ...Array.from({ length: 20 }, () => goingOn),
    key.map(admit),
    key.map(claim),
    fc.constantFrom(1, 5, 15, 60).map(wait),
    fc.tuple(key, canceller).map((args) => cancel(...args)),
    fc.constant(show),
    fc.constant(crash),
    fc.tuple(key, fc.double({ min: 0, max: 1, noNaN: true })).map((args) => crashWhileWriting(...args)),
    fc.constant(compaction),
  ],
  { maxCommands: 40, size: 'max' },
);

it('hands no mail over twice, and says of none what has not happened, whatever the bridge goes through', () => {
  fc.assert(
    fc.property(commands, (life) => {
      const model = (): Model => ({
        minute: 0,
        mails: new Map(),
        taken: new Map(),
        unheard: new Set(),
        misjudged: new Set(),
      });
      const real = new Real();
      try {
        fc.modelRun(() => ({ model: model(), real }), life);
      } finally {
        real.book.close();
      }
    }),
    { numRuns: 60 },
  );
});

it('takes a mail that an older Rowdesk left in “sending” for one that may have gone out', () => {
  const real = new Real();
  real.book.admit(outgoing('reply-1'));
  real.book.close();
  const journal = openJournal<unknown>(real.file, (value) => value);
  const step = { state: 'sending', attempts: 1, retryAt: null, at: START, answer: '' };
  journal.append([{ t: 'step', key: 'reply-1', ...step }]);
  journal.close();
  for (let start = 0; start < 2; start += 1) {
    const book = openOutboxBook(real.file);
    expect(book.get('reply-1')).toMatchObject({ state: 'sending', transmission: 'begun' });
    book.close();
  }
});

it('lets no text leave of a mail that is not being handed over', () => {
  const { book } = new Real();
  expect(() => book.textBegins('reply-1')).toThrow(/not being handed over/);
  book.admit(outgoing('reply-1'));
  expect(() => book.textBegins('reply-1')).toThrow(/not being handed over/);
  book.close();
});
