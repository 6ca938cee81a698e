/** The outbox of the simulated bridge: what it remembers of its mails, in memory. */
import type { OutboxEvent, OutboxItem } from '../../../../core/outbox/next-step';
import { nextStep, readiness } from '../../../../core/outbox/next-step';
import { lastTold, type TellingMail } from '../../../../core/outbox/told';
import type { Invitation } from '../../../../core/session/invitation';
import type { PlannedMail, Told } from '../../../../core/session/planned-mail';
import type { Instant } from '../../../../core/time/instant';
import type { Letter } from './mail-log';

export interface BookedLetter {
  readonly planned: PlannedMail;
  readonly letter: Letter;
  readonly covers: readonly string[];
  readonly item: OutboxItem;
  /** When the last step was taken. */
  readonly at: Instant;
  readonly leftAt: Instant | null;
  readonly withdrawn: boolean;
}

export interface Book {
  admit(planned: PlannedMail, letter: Letter, now: Instant): void;
  step(key: string, event: OutboxEvent, now: Instant): BookedLetter | null;
  withdraw(key: string, now: Instant): void;
  get(key: string): BookedLetter | undefined;
  isPlanned(key: string): boolean;
  isOnItsWay(key: string): boolean;
  told(sessionId: string, email: string): Told | null;
  isUndeliverable(email: string): boolean;
  invitationsOf(sessionId: string): readonly Invitation[];
  /** Those that may still go out. */
  open(): readonly BookedLetter[];
  ready(now: Instant): readonly BookedLetter[];
  nextAttempt(now: Instant): Instant | null;
}

const FINISHED = ['sent', 'failed', 'cancelled', 'bounced'];

export function simulatedBook(): Book {
  const book = new Map<string, BookedLetter>();
  const open = new Map<string, BookedLetter>();
  /** Session and address → keys; covered key → keys; address → its mails. */
  const bySeat = new Map<string, Set<string>>();
  const byCovered = new Map<string, Set<string>>();
  const bySession = new Map<string, Set<string>>();
  const lastTo = new Map<string, string>();
  const lastKnown = new Map<string, Told | null>();

  const put = (booked: BookedLetter): void => {
    const { key, about, to } = booked.letter;
    book.set(key, booked);
    for (const { sessionId } of about) lastKnown.delete(`${sessionId}\n${to}`);
    if (FINISHED.includes(booked.item.state)) open.delete(key);
    else open.set(key, booked);
  };
  const standingFor = (key: string): BookedLetter[] =>
    [key, ...(byCovered.get(key) ?? [])].flatMap((name) => {
      const booked = book.get(name);
      return booked && (name === key || booked.covers.includes(key)) ? [booked] : [];
    });
  const lettersOf = (index: Map<string, Set<string>>, place: string): BookedLetter[] =>
    [...(index.get(place) ?? [])].flatMap((key) => book.get(key) ?? []);

  const step = (key: string, event: OutboxEvent, now: Instant): BookedLetter | null => {
    const booked = book.get(key);
    const next = booked && nextStep(booked.item, event, now);
    if (!booked || !next) return null;
    const left = next.state === 'sent' || next.state === 'unknown';
    if (left) lastTo.set(booked.letter.to, key);
    const leftAt = booked.leftAt ?? (left ? now : null);
    // What stands for several sessions is free again when it is too late for one: for the others it may not be.
    const withdrawn = next.state === 'cancelled' && booked.covers.length > 0;
    const after = { ...booked, item: { ...booked.item, ...next }, at: now, leftAt, withdrawn };
    put(after);
    return after;
  };

  return {
    admit(planned, letter, now) {
      const before = book.get(letter.key);
      if (before && !before.withdrawn) throw new Error(`${letter.key} was planned a second time.`);
      // Taken on anew it stands last again.
      book.delete(letter.key);
      const covers = planned.also.map(({ key }) => key);
      for (const key of covers) add(byCovered, key, letter.key);
      for (const { sessionId } of letter.about) {
        const seat = `${sessionId}\n${letter.to}`;
        bySeat.get(seat)?.delete(letter.key);
        add(bySeat, seat, letter.key);
        bySession.get(sessionId)?.delete(letter.key);
        add(bySession, sessionId, letter.key);
      }
      put({
        planned,
        letter,
        covers,
        item: {
          kind: planned.purpose.kind === 'reminder' ? 'reminder' : 'notice',
          state: 'queued',
          attempts: 0,
          createdAt: now,
          notBefore: planned.notBefore,
          notAfter: planned.notAfter,
          retryAt: null,
        },
        at: now,
        leftAt: null,
        withdrawn: false,
      });
    },
    step,
    withdraw(key, now) {
      const after = step(key, { kind: 'expired' }, now);
      if (after) put({ ...after, withdrawn: true });
    },
    get: (key) => book.get(key),
    isPlanned: (key) => standingFor(key).some(({ withdrawn }) => !withdrawn),
    isOnItsWay: (key) =>
      standingFor(key).some(
        ({ item: { state } }) => state === 'queued' || state === 'deferred' || state === 'sending',
      ),
    told(sessionId, email) {
      const seat = `${sessionId}\n${email}`;
      let told = lastKnown.get(seat);
      if (told === undefined) {
        told = lastTold(sessionId, lettersOf(bySeat, seat).map(telling));
        lastKnown.set(seat, told);
      }
      return told;
    },
    isUndeliverable: (email) => book.get(lastTo.get(email) ?? '')?.item.state === 'bounced',
    invitationsOf: (sessionId) =>
      lettersOf(bySession, sessionId).flatMap(({ letter }) =>
        letter.invitations.filter((invitation) => invitation.sessionId === sessionId),
      ),
    open: () => [...open.values()],
    ready: (now) => [...open.values()].filter(({ item }) => readiness(item, now) === 'send'),
    nextAttempt(now) {
      const ahead = [...open.values()].map(({ item }) => Math.max(item.retryAt ?? 0, item.notBefore ?? 0));
      const next = Math.min(...ahead.filter((at) => at > now));
      return Number.isFinite(next) ? (next as Instant) : null;
    },
  };
}

function telling({ letter, covers, item, at, leftAt }: BookedLetter): TellingMail {
  const { key, invitations } = letter;
  const { kind, createdAt, state } = item;
  return { mail: { key, kind, covers, invitations, createdAt }, state, at, leftAt };
}

function add(map: Map<string, Set<string>>, place: string, key: string): void {
  const keys = map.get(place);
  if (keys) keys.add(key);
  else map.set(place, new Set([key]));
}
