/** The journals stay short, and say the same when they have been written anew. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { OutboxEvent } from '../../../core/outbox/next-step';
import { instant } from '../../../core/time/instant';
import type { OutboxState } from '../../../core/workbook/choices';
import { type Ledger, openLedger } from '../../../mail-bridge/intake/ledger';
import { type OutboxBook, openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import { openJournal } from '../../../mail-bridge/state/journal';
import type { SpoolName } from '../../../mail-bridge/state/spool';
import { outgoing } from '../support/outgoing';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-compaction-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = instant(Date.UTC(2026, 10, 20, 9));
const later = (n: number) => instant(NOW + n * 60_000);
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

describe('the outbox journal', () => {
  const EVENTS: readonly OutboxEvent[] = [
    { kind: 'claimed' },
    { kind: 'accepted' },
    { kind: 'refused-for-now' },
    { kind: 'refused' },
    { kind: 'lost' },
    { kind: 'found-in-sent' },
    { kind: 'expired' },
  ];
  const action = fc.oneof(
    fc.record({ do: fc.constant('admit' as const), key: fc.nat(5) }),
    fc.record({ do: fc.constant('step' as const), key: fc.nat(5), event: fc.constantFrom(...EVENTS) }),
    fc.record({ do: fc.constant('show' as const), key: fc.nat(5) }),
  );
  const STATES: readonly OutboxState[] = [
    'queued',
    'sending',
    'deferred',
    'unknown',
    'sent',
    'failed',
    'cancelled',
  ];
  const sorted = (items: ReturnType<OutboxBook['toShow']>) => items.map(({ mail }) => mail.key).sort();
  const seen = (book: OutboxBook, now: ReturnType<typeof later>) => ({
    all: [...book.all()],
    ready: book.ready(now),
    expired: book.expired(now),
    waiting: book.waiting(),
    toShow: sorted(book.toShow()),
    states: STATES.map((state) => book.inState(state)),
  });

  it('gives the same book after any life, and what it asks of the open items is what all items say', () => {
    let run = 0;
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        run += 1;
        const file = join(folder, `outbox-${run}`);
        const book = openOutboxBook(file);
        actions.forEach((act, n) => {
          const key = `k${act.key}`;
          if (act.do === 'admit') book.admit(outgoing(key, { createdAt: later(n) }));
          else if (act.do === 'step') book.step(key, act.event, later(100 * n), `answer ${n}`);
          else book.markShown([book.get(key) ?? []].flat());
        });
        const now = later(100 * actions.length);
        const before = seen(book, now);
        book.close();
        expect(before.toShow).toEqual(sorted(before.all.filter(({ shown }) => !shown)));
        expect(before.waiting).toEqual(
          before.all.filter(({ state }) => state === 'queued' || state === 'deferred'),
        );
        expect(before.states).toEqual(
          STATES.map((wanted) => before.all.filter(({ state }) => state === wanted)),
        );
        for (let start = 0; start < 2; start += 1) {
          const again = openOutboxBook(file);
          expect(seen(again, now)).toEqual(before);
          again.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has two lines for each mail that was sent, and one for what is shown', () => {
    const file = join(folder, 'outbox');
    const book = openOutboxBook(file);
    for (let n = 0; n < 50; n += 1) {
      const key = `k${n}`;
      book.admit(outgoing(key));
      book.step(key, { kind: 'claimed' }, later(1), '');
      book.markShown([book.step(key, { kind: 'accepted' }, later(2), '250')].flatMap((item) => item ?? []));
    }
    book.close();
    expect(linesOf(file)).toBe(200);
    openOutboxBook(file).close();
    expect(linesOf(file)).toBe(101);
  });

  it('holds no more references of a mail than go out with it', () => {
    const file = join(folder, 'outbox');
    const references = Array.from({ length: 500 }, (_, n) => `<in-${n}@people.test>`);
    const book = openOutboxBook(file);
    book.admit(outgoing('k', { references }));
    book.close();
    expect(readFileSync(file).length).toBeLessThan(4_000);
    expect(readFileSync(file, 'utf8')).toContain('<in-0@people.test>');
    expect(readFileSync(file, 'utf8')).toContain('<in-499@people.test>');
  });
});

describe('the ledger', () => {
  const EPOCHS = ['7', 'aaaaaaaaaaaa.7', 'bbbbbbbbbbbb.9', 'cccccccccccc.7'];
  const position = { epoch: fc.constantFrom(...EPOCHS), uid: fc.integer({ min: 1, max: 6 }) };
  const action = fc.oneof(
    fc.record({ do: fc.constant('spooled' as const), ...position }),
    fc.record({ do: fc.constant('done' as const), ...position }),
    fc.record({ do: fc.constant('ignore' as const), ...position }),
    fc.record({
      do: fc.constant('unfetched' as const),
      ...position,
      alone: fc.boolean(),
      lost: fc.boolean(),
    }),
    fc.record({ do: fc.constant('giveUp' as const), ...position }),
    fc.record({ do: fc.constant('gone' as const), ...position }),
    fc.record({ do: fc.constant('writing' as const), ids: fc.array(fc.constantFrom('a', 'b')) }),
    fc.record({ do: fc.constant('adopt' as const), by: fc.constantFrom('aaaaaaaaaaaa.7', 'cccccccccccc.7') }),
    fc.record({ do: fc.constant('recalled' as const) }),
  );
  type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;
  const name = (epoch: string, uid: number) => `${EPOCHS.indexOf(epoch)}${uid}`.padEnd(64, '0') as SpoolName;
  const carryOut = (ledger: Ledger, act: Action, n: number) => {
    if (act.do === 'writing') return ledger.writing(act.ids);
    if (act.do === 'adopt') return ledger.adopt(act.by, '7');
    if (act.do === 'recalled') return ledger.noteYoungerThanSheet(later(n));
    const { epoch, uid } = act;
    const day = `day ${n % 3}`;
    if (act.do === 'ignore') return ledger.ignore(epoch, { upTo: 1, uids: [uid] }, later(n));
    if (act.do === 'unfetched')
      return ledger.unfetched(
        epoch,
        act.alone ? [uid] : [uid, uid + 1],
        `reason ${n}`,
        act.lost ? later(n) : null,
      );
    if (act.do === 'gone') return ledger.gone(epoch, [uid]);
    // As intake does: no mail is taken in, given up or done twice.
    if (act.do === 'done') {
      const waits = ledger.waiting().some((mail) => mail.epoch === epoch && mail.uid === uid);
      const facts = { outcome: 'new-ticket' as const, messageId: `<${n}>`, content: '', ticket: null };
      return waits ? ledger.done([{ epoch, uid, ...facts }]) : undefined;
    }
    if (ledger.knows(epoch, uid)) return;
    if (act.do === 'giveUp') return ledger.giveUp({ epoch, uid, day, at: later(n), reason: `reason ${n}` });
    return ledger.spooled([
      { epoch, uid, name: name(epoch, uid), at: later(n), day, size: 1, partial: false },
    ]);
  };
  const seen = (ledger: Ledger) => ({
    known: EPOCHS.map((epoch) => [1, 2, 3, 4, 5, 6, 7].map((uid) => ledger.knows(epoch, uid))),
    troubles: EPOCHS.map((epoch) => [1, 2, 3, 4, 5, 6, 7].map((uid) => ledger.troubles(epoch, uid))),
    cursors: EPOCHS.map((epoch) => ledger.cursor(epoch)),
    fresh: EPOCHS.map((epoch) => ledger.isNew(epoch)),
    empty: ledger.isEmpty(),
    waiting: [...ledger.waiting()],
    history: [...ledger.history()],
    unsettled: ledger.unsettled(),
    unfetchable: [...ledger.unfetchable()],
    days: new Map(ledger.days()),
    old: [ledger.oldBefore(), ledger.isYoungerThanSheet(), ledger.sheetSince()],
  });

  it('gives the same after any life, as it is and written anew', () => {
    let run = 0;
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        run += 1;
        const file = join(folder, `ledger-${run}`);
        const ledger = openLedger(file);
        for (const [n, act] of actions.entries()) carryOut(ledger, act, n);
        const before = seen(ledger);
        ledger.close();
        // Enough idle records that it is worth rewriting.
        const journal = openJournal<unknown>(file, (value) => value);
        if (run % 2 === 0) {
          const writing = { t: 'writing', ids: [...before.unsettled] };
          journal.append(Array.from({ length: 2 * journal.read.length + 4 }, () => writing));
        }
        journal.close();
        for (let start = 0; start < 2; start += 1) {
          const again = openLedger(file);
          expect(seen(again)).toEqual(before);
          again.close();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is written anew when half of it says nothing any more', () => {
    const file = join(folder, 'ledger');
    writeFileSync(file, '');
    const ledger = openLedger(file);
    for (let n = 0; n < 100; n += 1) ledger.writing(['a']);
    ledger.close();
    openLedger(file).close();
    expect(linesOf(file)).toBe(1);
  });
});
