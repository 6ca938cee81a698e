/** The outbox book against a plain list of its mails, over any life and any number of restarts. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { nextStep, type OutboxEvent, type OutboxStep } from '../../../core/outbox/next-step';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { laneOf } from '../../../core/outbox/quota';
import { lastTold } from '../../../core/outbox/told';
import type { Invitation } from '../../../core/session/invitation';
import { type Instant, instant } from '../../../core/time/instant';
import type { OutboxState } from '../../../core/workbook/choices';
import { type OutboxBook, openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import { openJournal } from '../../../mail-bridge/state/journal';

const NOW = instant(Date.UTC(2026, 10, 20, 9));
const later = (n: number): Instant => instant(NOW + n * 60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-book-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SESSIONS = ['S1', 'S2'];
const PEOPLE = ['ola@people.test', 'jan@people.test'];

const invitation = (sessionId: string, sequence: number): Invitation => ({
  method: sequence % 3 === 2 ? 'CANCEL' : 'REQUEST',
  sessionId,
  uid: `session-${sessionId}@firm.test`,
  sequence,
  startsAt: later(10_000 + sequence),
  endsAt: later(10_060 + sequence),
  summary: 'Excel',
  place: '',
  link: '',
});

interface Wish {
  readonly key: number;
  readonly to: string;
  readonly sessions: readonly string[];
  readonly sequence: number;
  readonly covers: readonly number[];
}

const name = (key: number): string => `reminder-${key}`;

const outgoing = ({ key, to, sessions, sequence, covers }: Wish): OutgoingMail => ({
  key: name(key),
  kind: key % 2 === 0 ? 'reminder' : 'notice',
  ticketId: null,
  sessionId: sessions[0] ?? '',
  to,
  subject: 'Excel',
  text: `Revision ${sequence}.`,
  language: 'en',
  template: '',
  messageId: `<b1_mail.${String(key).padStart(32, '0')}@firm.test>`,
  date: NOW,
  inReplyTo: null,
  references: [],
  createdAt: NOW,
  createdBy: '',
  notBefore: null,
  notAfter: null,
  covers: covers.map(name),
  invitations: sessions.map((session) => invitation(session, sequence)),
  plainOnly: false,
  fromName: '',
  cc: [],
  files: [],
});

const EVENTS: readonly OutboxEvent[] = [
  { kind: 'claimed' },
  { kind: 'accepted' },
  { kind: 'refused-for-now' },
  { kind: 'refused' },
  { kind: 'lost' },
  { kind: 'found-in-sent' },
  { kind: 'expired' },
  { kind: 'bounced' },
];

const wish: fc.Arbitrary<Wish> = fc.record({
  key: fc.nat(4),
  to: fc.constantFrom(...PEOPLE),
  sessions: fc.subarray(SESSIONS),
  sequence: fc.nat(5),
  covers: fc.uniqueArray(fc.integer({ min: 5, max: 7 }), { maxLength: 2 }),
});

type Action =
  | { readonly do: 'admit' | 'amend'; readonly wish: Wish }
  | { readonly do: 'step'; readonly key: number; readonly event: OutboxEvent }
  | { readonly do: 'withdraw' | 'show'; readonly key: number }
  | { readonly do: 'restart' };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('admit' as const), wish }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('amend' as const), wish }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      key: fc.nat(4),
      event: fc.constantFrom(...EVENTS),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), key: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('show' as const), key: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

/** What the book promises, kept as simply as can be. */
interface Entry {
  mail: OutgoingMail;
  state: OutboxState;
  attempts: number;
  retryAt: Instant | null;
  at: Instant;
  leftAt: Instant | null;
  withdrawn: boolean;
}

class Model {
  readonly entries: Entry[] = [];

  find(key: string): Entry | undefined {
    return this.entries.find(({ mail }) => mail.key === key);
  }

  admit(mail: OutgoingMail): boolean {
    const known = this.find(mail.key);
    const fresh = {
      state: 'queued',
      attempts: 0,
      retryAt: null,
      at: NOW,
      leftAt: null,
      withdrawn: false,
    } as const;
    if (!known) this.entries.push({ mail, ...fresh });
    else if (known.withdrawn) Object.assign(known, { mail, ...fresh });
    else return false;
    return true;
  }

  amend(mail: OutgoingMail): boolean {
    const known = this.find(mail.key);
    if (known?.state !== 'queued') return false;
    known.mail = mail;
    return true;
  }

  step(key: string, event: OutboxEvent, now: Instant, withdrawn: boolean): void {
    const entry = this.find(key);
    const next: OutboxStep | null = entry ? nextStep({ ...entry.mail, ...entry }, event, now) : null;
    if (!entry || !next) return;
    const hasLeft = next.state === 'sent' || next.state === 'unknown' || next.state === 'bounced';
    const isFreed = withdrawn || (next.state === 'cancelled' && entry.mail.covers.length > 0);
    const leftAt = entry.leftAt ?? (hasLeft ? now : null);
    Object.assign(entry, { ...next, at: now, withdrawn: isFreed, leftAt });
  }

  isPlanned(key: string): boolean {
    return this.entries.some(
      ({ mail, withdrawn }) => !withdrawn && (mail.key === key || mail.covers.includes(key)),
    );
  }

  isUndeliverable(to: string): boolean | null {
    const left = this.entries.filter(
      (entry) => entry.mail.to === to && entry.leftAt !== null && laneOf(entry.mail) === 'mailing',
    );
    const [last] = left.sort((a, b) => (b.leftAt ?? 0) - (a.leftAt ?? 0));
    return last ? last.state === 'bounced' : null;
  }
}

function agree(book: OutboxBook, model: Model): void {
  for (let key = 0; key < 8; key += 1) expect(book.isPlanned(name(key))).toBe(model.isPlanned(name(key)));
  for (const to of PEOPLE) {
    expect(book.isUndeliverable(to)).toBe(model.isUndeliverable(to));
    for (const session of SESSIONS) {
      const mails = model.entries.filter(({ mail }) => mail.to === to);
      expect(book.toldOf(session, to)).toEqual(lastTold(session, mails));
    }
  }
  for (const session of SESSIONS) {
    const told = model.entries.flatMap(({ mail }) =>
      mail.invitations.filter((one) => one.sessionId === session),
    );
    expect(new Set(book.invitationsOf(session))).toEqual(new Set(told));
  }
  const left = model.entries.flatMap(({ mail, leftAt }) =>
    leftAt === null ? [] : [{ at: leftAt, lane: laneOf(mail) }],
  );
  expect(book.departuresSince(instant(0))).toEqual(left.sort((a, b) => a.at - b.at));
  for (const { mail } of model.entries) {
    expect(book.mailOf(mail.messageId)?.mail.key).toBe(mail.key);
    expect(book.mailOfMark(mail.messageId.slice(9, 41))?.mail.key).toBe(mail.key);
    expect(book.get(mail.key)).toMatchObject({
      state: model.find(mail.key)?.state,
      mail: { text: mail.text },
    });
  }
}

it('says what the list says: what is planned, what was told to whom, who is not reached, what left when', () => {
  let run = 0;
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (life) => {
      run += 1;
      const file = join(folder, `outbox-${run}.jsonl`);
      let book = openOutboxBook(file);
      const model = new Model();
      life.forEach((next, index) => {
        const now = later(index * 3);
        switch (next.do) {
          case 'admit':
            expect(book.admit(outgoing(next.wish))).toBe(model.admit(outgoing(next.wish)));
            break;
          case 'amend':
            expect(book.amend(outgoing(next.wish))).toBe(model.amend(outgoing(next.wish)));
            break;
          case 'step':
            book.step(name(next.key), next.event, now, '');
            model.step(name(next.key), next.event, now, false);
            break;
          case 'withdraw':
            book.withdraw(name(next.key), now, 'Withdrawn: session-moved.');
            model.step(name(next.key), { kind: 'expired' }, now, true);
            break;
          case 'show': {
            const item = book.get(name(next.key));
            if (item) book.markShown([item]);
            break;
          }
          case 'restart':
            book.close();
            book = openOutboxBook(file);
        }
      });
      agree(book, model);
      book.close();
      book = openOutboxBook(file);
      agree(book, model);
      book.close();
    }),
    { numRuns: 60 },
  );
});

describe('a mail whose reason was gone', () => {
  const mail = outgoing({ key: 0, to: PEOPLE[0] ?? '', sessions: ['S1'], sequence: 1, covers: [6] });

  it('may be written again under its key, and says until it is shown that its row has the older text', () => {
    const book = openOutboxBook(join(folder, 'outbox.jsonl'));
    book.admit(mail);
    book.withdraw(mail.key, NOW, 'Withdrawn: session-moved.');
    expect([book.isPlanned(mail.key), book.isPlanned(name(6))]).toEqual([false, false]);
    expect(book.admit({ ...mail, text: 'Again.' })).toBe(true);
    expect(book.get(mail.key)).toMatchObject({ state: 'queued', again: true, mail: { text: 'Again.' } });
    book.markShown(book.toShow());
    expect(book.get(mail.key)).toMatchObject({ shown: true, again: false });
    expect([book.isPlanned(mail.key), book.isPlanned(name(6))]).toEqual([true, true]);
    book.close();
  });

  it('is not taken for one that a person cancelled: that one stays cancelled', () => {
    const book = openOutboxBook(join(folder, 'outbox.jsonl'));
    book.admit(mail);
    book.cancel(mail.key, NOW, 'Cancelled in the Sheet.');
    expect(book.admit(mail)).toBe(false);
    expect(book.isPlanned(mail.key)).toBe(true);
    book.close();
  });
});

describe('a mail for several sessions of a day', () => {
  const both = outgoing({ key: 0, to: PEOPLE[0] ?? '', sessions: ['S1', 'S2'], sequence: 1, covers: [6] });

  it('frees its parts when it is too late for the first: the other may have time of its own', () => {
    const book = openOutboxBook(join(folder, 'outbox.jsonl'));
    book.admit(both);
    book.step(both.key, { kind: 'expired' }, NOW, 'Its moment had passed.');
    expect([book.isPlanned(both.key), book.isPlanned(name(6))]).toEqual([false, false]);
    book.close();
  });

  it('frees nothing when a person cancels it', () => {
    const book = openOutboxBook(join(folder, 'outbox.jsonl'));
    book.admit(both);
    book.cancel(both.key, NOW, 'Cancelled in the Sheet.');
    expect([book.isPlanned(both.key), book.isPlanned(name(6))]).toEqual([true, true]);
    book.close();
  });
});

it('reads the journal of a version that knew neither invitations nor withdrawals nor when a mail left', () => {
  const file = join(folder, 'old.jsonl');
  const {
    covers: _covers,
    invitations: _invitations,
    plainOnly: _plainOnly,
    ...mail
  } = outgoing({
    key: 0,
    to: PEOPLE[0] ?? '',
    sessions: [],
    sequence: 0,
    covers: [],
  });
  writeFileSync(file, '');
  const journal = openJournal<unknown>(file, (value) => value);
  journal.append([
    { t: 'mail', mail },
    { t: 'step', key: mail.key, state: 'sending', attempts: 1, retryAt: null, at: NOW, answer: '' },
    { t: 'step', key: mail.key, state: 'sent', attempts: 1, retryAt: null, at: later(1), answer: '250 ok' },
    { t: 'shown', keys: [mail.key] },
  ]);
  journal.close();
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(5);
  const book = openOutboxBook(file);
  expect(book.get(mail.key)).toMatchObject({
    state: 'sent',
    leftAt: later(1),
    shown: true,
    withdrawn: false,
  });
  expect(book.isPlanned(mail.key)).toBe(true);
  expect(book.departuresSince(NOW)).toEqual([{ at: later(1), lane: 'mailing' }]);
  book.close();
});
