/**
 * The ledger against a small model of every mail's way through it, in any life: mail comes, is fetched or refuses to be,
 * is written and settled, goes to the quarantine and back; the bridge dies at any step, also in the middle of a line.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { messageRowId } from '../../../core/intake/message-row-id';
import { type Instant, instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { type Ledger, openLedger } from '../../../mail-bridge/intake/ledger';
import { openJournal } from '../../../mail-bridge/state/journal';
import type { SpoolName } from '../../../mail-bridge/state/spool';

const NOW: Instant = instant(Date.UTC(2026, 10, 23, 9));
const DAY = '2026-11-23';
const EPOCHS = ['aaaaaaaaaaaa.7', 'bbbbbbbbbbbb.9'] as const;
type Epoch = (typeof EPOCHS)[number];
const OUTCOMES = ['new-ticket', 'reply', 'quarantined'] as const;
type Outcome = (typeof OUTCOMES)[number];

let folder: string;
let runs = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-ledger-model-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where a mail of the mailbox is on its way. */
type Place =
  | { readonly at: 'unseen' }
  | { readonly at: 'old' }
  | {
      readonly at: 'trouble';
      readonly inCompany: boolean;
      readonly alone: number;
      /** When the connection last broke over it alone. */
      readonly lostAt: Instant | null;
    }
  | { readonly at: 'waiting' }
  | { readonly at: 'done'; readonly outcome: Outcome; readonly dropped: boolean }
  | { readonly at: 'given up'; readonly dropped: boolean };

interface Letter {
  readonly epoch: Epoch;
  readonly uid: number;
  place: Place;
  isInMailbox: boolean;
}

interface Model {
  readonly letters: Letter[];
  /** Spooled and not done, in the order in which they are taken in. */
  waiting: Letter[];
  unsettled: readonly string[];
}

const NO_TROUBLE = { inCompany: false, alone: 0, lostAt: null };

class Real {
  readonly file: string;
  ledger: Ledger;

  constructor() {
    runs += 1;
    this.file = join(folder, `ledger-${runs}.jsonl`);
    this.ledger = openLedger(this.file);
  }

  /** Nothing is written at the end: to close is to die. */
  reopen(): void {
    this.ledger.close();
    this.ledger = openLedger(this.file);
  }
}

const nameOf = ({ epoch, uid }: Letter) => `${EPOCHS.indexOf(epoch)}${uid}`.padEnd(64, 'f') as SpoolName;
const rowOf = (letter: Letter) => messageRowId(nameOf(letter));
const isUnknown = ({ place }: Letter) => place.at === 'unseen' || place.at === 'trouble';
const isPresent = ({ isInMailbox }: Letter) => isInMailbox;
const isOf = (epoch: Epoch) => (letter: Letter) => letter.epoch === epoch;
const isInQuarantine = ({ place }: Letter) =>
  (place.at === 'given up' || (place.at === 'done' && place.outcome === 'quarantined')) && !place.dropped;

function agree({ letters, waiting, unsettled }: Model, { ledger }: Real): void {
  for (const letter of letters) {
    const { epoch, uid, place } = letter;
    expect([epoch, uid, ledger.knows(epoch, uid)]).toEqual([epoch, uid, !isUnknown(letter)]);
    const { inCompany, alone, lostAt } = place.at === 'trouble' ? place : NO_TROUBLE;
    expect(ledger.troubles(epoch, uid)).toMatchObject({ inCompany, alone, lostAt });
    // Whatever is still to be fetched lies after the cursor.
    if (letter.isInMailbox && isUnknown(letter)) expect(ledger.cursor(epoch)).toBeLessThan(uid);
  }
  expect(ledger.waiting().map(({ name }) => name)).toEqual(waiting.map(nameOf));
  expect(ledger.unsettled()).toEqual(unsettled);

  // Every mail that is done has one outcome, and the day's count is the sum of them.
  const done = letters.flatMap((letter) =>
    letter.place.at === 'done' ? [[nameOf(letter), letter.place.outcome]] : [],
  );
  const history = ledger.history().map(({ spooled, done: { outcome } }) => [spooled.name, outcome]);
  expect(history.sort()).toEqual(done.sort());
  const givenUp = letters.filter(({ place }) => place.at === 'given up');
  const counts: Record<string, number> = {};
  for (const [, outcome = ''] of done) counts[outcome] = (counts[outcome] ?? 0) + 1;
  if (givenUp.length > 0) counts.quarantined = (counts.quarantined ?? 0) + givenUp.length;
  const found = done.length + waiting.length + givenUp.length;
  expect(ledger.days().get(DAY)).toEqual(found === 0 ? undefined : { found, outcomes: counts });

  const listed = [
    ...ledger.setAside().map(({ spooled }) => `${spooled.epoch}:${spooled.uid}`),
    ...ledger.unfetchable().map(({ epoch, uid }) => `${epoch}:${uid}`),
  ];
  const wanted = letters.filter(isInQuarantine).map(({ epoch, uid }) => `${epoch}:${uid}`);
  expect(listed.sort()).toEqual(wanted.sort());
}

type Act = fc.Command<Model, Real>;

function command(
  name: string,
  run: (model: Model, real: Real) => void,
  isPossible: (model: Model) => boolean = () => true,
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

const arrive = (epoch: Epoch, count: number) =>
  command(`${count} mails come to ${epoch}`, ({ letters }) => {
    const last = Math.max(0, ...letters.filter(isOf(epoch)).map(({ uid }) => uid));
    for (let more = 1; more <= count; more += 1) {
      letters.push({ epoch, uid: last + more, place: { at: 'unseen' }, isInMailbox: true });
    }
  });

const leaveAlone = (epoch: Epoch) =>
  command(
    `what is in ${epoch} is left alone`,
    ({ letters }, { ledger }) => {
      const present = letters.filter(isOf(epoch)).filter(isPresent);
      const upTo = Math.max(0, ...present.map(({ uid }) => uid));
      ledger.ignore(epoch, { upTo, uids: [] }, NOW);
      for (const letter of letters.filter(isOf(epoch))) if (letter.uid <= upTo) letter.place = { at: 'old' };
    },
    // Only ever done at the first look.
    ({ letters }) => letters.filter(isOf(epoch)).every(({ place }) => place.at === 'unseen'),
  );

/** One look at the mailbox, as intake does it: what refuses to come is written down before what came after it. */
const fetch = (epoch: Epoch, most: number, refuses: (uid: number) => boolean, lostAt: Instant | null) =>
  command(`${most} mails of ${epoch} are fetched`, ({ letters, waiting }, { ledger }) => {
    const cursor = ledger.cursor(epoch);
    const here = letters.filter(isOf(epoch)).filter(isPresent);
    const lost = letters.filter(isOf(epoch)).filter((letter) => !letter.isInMailbox);
    const gone = lost.filter(({ place }) => place.at === 'trouble');
    if (gone.length > 0)
      ledger.gone(
        epoch,
        gone.map(({ uid }) => uid),
      );
    for (const letter of gone) letter.place = { at: 'unseen' };

    const listed = here.filter(({ uid }) => uid > cursor).filter(({ uid }) => !ledger.knows(epoch, uid));
    const batch = listed.slice(0, most);
    const refused = batch.filter(({ uid }) => refuses(uid));
    if (refused.length > 0)
      ledger.unfetched(
        epoch,
        refused.map(({ uid }) => uid),
        'NO',
        lostAt,
      );
    const isAlone = refused.length === 1;
    for (const letter of refused) {
      const before = letter.place.at === 'trouble' ? letter.place : NO_TROUBLE;
      letter.place = {
        at: 'trouble',
        inCompany: before.inCompany || !isAlone,
        alone: before.alone + (isAlone ? 1 : 0),
        lostAt: isAlone && lostAt !== null ? lostAt : before.lostAt,
      };
    }
    const came = batch.filter(({ uid }) => !refuses(uid));
    ledger.spooled(
      came.map((letter) => {
        const { uid } = letter;
        return { epoch, uid, name: nameOf(letter), at: NOW, day: DAY, size: 1, partial: false };
      }),
    );
    for (const letter of came) {
      letter.place = { at: 'waiting' };
      waiting.push(letter);
    }
  });

const giveUp = command('mails in trouble are given up', ({ letters }, { ledger }) => {
  const letter = letters.find(({ place, isInMailbox }) => place.at === 'trouble' && isInMailbox);
  if (!letter) return;
  ledger.giveUp({ epoch: letter.epoch, uid: letter.uid, day: DAY, at: NOW, reason: 'NO' });
  letter.place = { at: 'given up', dropped: false };
});

const remove = (pick: number) =>
  command(`somebody deletes mail ${pick}`, ({ letters }) => {
    const letter = letters[pick % letters.length];
    if (letter) letter.isInMailbox = false;
  });

const beginWriting = (count: number) =>
  command(`the rows of ${count} mails are being written`, (model, { ledger }) => {
    const ids = model.waiting.slice(0, count).map(rowOf);
    ledger.writing(ids);
    model.unsettled = ids;
  });

const settle = (outcomes: readonly Outcome[]) =>
  command(
    `${outcomes.length} mails are done`,
    (model, { ledger }) => {
      const batch = model.waiting.slice(0, outcomes.length);
      ledger.done(batch.map((letter, at) => doneRecord(letter, outcomes[at] ?? 'reply')));
      finish(model, outcomes.slice(0, batch.length));
    },
    ({ waiting }) => waiting.length > 0,
  );

/** The bridge dies while it writes that a batch is done: some of its lines are whole, and the next one is torn. */
const settleAndDie = (outcomes: readonly Outcome[], share: number) =>
  command(
    `the bridge dies while ${outcomes.length} mails are done (${share})`,
    (model, real) => {
      const batch = model.waiting.slice(0, outcomes.length);
      const whole = Math.floor(share * batch.length);
      const lines = batch.map((letter, at) =>
        lineOf({ t: 'done', ...doneRecord(letter, outcomes[at] ?? 'reply') }),
      );
      const torn = lines[whole] ?? Buffer.alloc(0);
      appendFileSync(
        real.file,
        Buffer.concat([...lines.slice(0, whole), torn.subarray(0, torn.length >> 1)]),
      );
      real.reopen();
      finish(model, outcomes.slice(0, whole));
    },
    ({ waiting }) => waiting.length > 0,
  );

/** The first mails that wait have these outcomes now. The rows of the others may be there all the same. */
function finish(model: Model, outcomes: readonly Outcome[]): void {
  const batch = model.waiting.slice(0, outcomes.length);
  batch.forEach((letter, at) => {
    letter.place = { at: 'done', outcome: outcomes[at] ?? 'reply', dropped: false };
  });
  model.waiting = model.waiting.slice(batch.length);
  const rows = batch.map(rowOf);
  model.unsettled = model.unsettled.filter((id) => !rows.includes(id));
}

const settleTwice = (pick: number, outcome: Outcome) =>
  command(`a mail that is done is said to be “${outcome}”`, ({ letters }, { ledger }) => {
    const done = letters.filter(({ place }) => place.at === 'done');
    const letter = done[pick % done.length];
    if (letter) ledger.done([doneRecord(letter, outcome)]);
  });

function doneRecord({ epoch, uid }: Letter, outcome: Outcome) {
  return { epoch, uid, outcome, messageId: `<${uid}@people.test>`, content: '', ticket: null };
}

const answerQuarantine = (pick: number, what: 'try again' | 'drop') =>
  command(`a person says “${what}” of a mail in quarantine`, (model, { ledger }) => {
    const there = model.letters.filter(isInQuarantine);
    // Now and then one that is not there.
    const letters = pick % 4 > 0 && there.length > 0 ? there : model.letters;
    const letter = letters[pick % letters.length];
    if (!letter) return;
    const { epoch, uid, place } = letter;
    const isThere = isInQuarantine(letter);
    const answer = what === 'drop' ? ledger.drop(epoch, uid) : ledger.tryAgain(epoch, uid);
    expect(answer).toBe(isThere);
    if (!isThere) return;
    if (what === 'drop' && (place.at === 'done' || place.at === 'given up')) {
      letter.place = { ...place, dropped: true };
    } else if (place.at === 'given up') {
      letter.place = { at: 'trouble', inCompany: true, alone: 0, lostAt: null };
    } else {
      letter.place = { at: 'waiting' };
      model.waiting.push(letter);
    }
  });

const crash = command('the bridge dies and starts again', (_model, real) => real.reopen());

/** Of the line that was being written some of the bytes are on the disk: what it says has not happened. */
const crashWhileWriting = (share: number) =>
  command(`the bridge dies while it writes (${share})`, (_model, real) => {
    const whole = lineOf({ t: 'writing', ids: ['a', 'b', 'c'] });
    appendFileSync(real.file, whole.subarray(0, Math.floor(share * (whole.length - 1))));
    real.reopen();
  });

function lineOf(record: unknown): Buffer {
  const file = join(folder, 'line.jsonl');
  const journal = openJournal<unknown>(file, (value) => value);
  journal.rewrite([record]);
  journal.close();
  return readFileSync(file);
}

const compaction = command('the journal is written anew', ({ unsettled }, real) => {
  real.ledger.close();
  const journal = openJournal<unknown>(real.file, (value) => value);
  const idle = { t: 'writing', ids: [...unsettled] };
  const before = journal.read.length;
  journal.append(Array.from({ length: 4 + 3 * before }, () => idle));
  journal.close();
  real.ledger = openLedger(real.file);
  expect(readFileSync(real.file, 'utf8').split('\n').length).toBeLessThan(4 + 3 * before);
});

const epoch = fc.constantFrom(...EPOCHS);
const outcome = fc.constantFrom(...OUTCOMES);
const fetching = fc
  .tuple(
    epoch,
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom(1, 2, 3, 100),
    fc.option(fc.integer({ min: 1, max: 60 })),
  )
  .map(([where, most, every, minute]) =>
    fetch(
      where,
      most,
      (uid) => uid % every === 0 && every < 100,
      minute === null ? null : instant(NOW + minute * MS_PER_MINUTE),
    ),
  );
const outcomes = fc.array(outcome, { minLength: 1, maxLength: 3 });
const settling = outcomes.map(settle);
const settlingTorn = fc
  .tuple(outcomes, fc.double({ min: 0, max: 0.99, noNaN: true }))
  .map((args) => settleAndDie(...args));
const commands = fc.commands(
  [
    fc.tuple(epoch, fc.integer({ min: 1, max: 4 })).map((args) => arrive(...args)),
    epoch.map(leaveAlone),
    fetching,
    fetching,
    fetching,
    fc.constant(giveUp),
    fc.nat(20).map(remove),
    fc.integer({ min: 0, max: 3 }).map(beginWriting),
    settling,
    settling,
    settlingTorn,
    fc.tuple(fc.nat(20), outcome).map((args) => settleTwice(...args)),
    fc
      .tuple(fc.nat(20), fc.constantFrom('try again' as const, 'drop' as const))
      .map((args) => answerQuarantine(...args)),
    fc.constant(crash),
    fc.double({ min: 0, max: 1, noNaN: true }).map(crashWhileWriting),
    fc.constant(compaction),
  ],
  { maxCommands: 40, size: 'max' },
);

it('knows every mail once, forgets none, and passes none that is still to be fetched', () => {
  fc.assert(
    fc.property(commands, (life) => {
      const real = new Real();
      try {
        fc.modelRun(() => ({ model: { letters: [], waiting: [], unsettled: [] }, real }), life);
      } finally {
        real.ledger.close();
      }
    }),
    { numRuns: 60 },
  );
});
