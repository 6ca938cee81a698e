import fc from 'fast-check';
import { nextStep, type OutboxEvent, type OutboxItem, readiness } from '../../../core/outbox/next-step';
import { type Instant, instant, minutes, plus } from '../../../core/time/instant';
import { OUTBOX_KINDS, OUTBOX_STATES, type OutboxState } from '../../../core/workbook/choices';

const NOW = instant(Date.UTC(2026, 10, 23, 9, 0));

function item(change: Partial<OutboxItem> = {}): OutboxItem {
  return {
    kind: 'reply',
    state: 'queued',
    attempts: 0,
    createdAt: NOW,
    notBefore: null,
    notAfter: null,
    retryAt: null,
    ...change,
  };
}

describe('the life of an outgoing mail', () => {
  const moves: [OutboxState, OutboxEvent['kind'], OutboxState][] = [
    ['queued', 'claimed', 'sending'],
    ['deferred', 'claimed', 'sending'],
    ['sending', 'accepted', 'sent'],
    ['sending', 'refused', 'failed'],
    ['sending', 'refused-for-now', 'deferred'],
    ['sending', 'not-transmitted', 'deferred'],
    ['sending', 'lost', 'unknown'],
    ['unknown', 'found-in-sent', 'sent'],
    ['unknown', 'not-in-sent', 'deferred'],
    ['queued', 'expired', 'cancelled'],
    ['deferred', 'expired', 'cancelled'],
    ['queued', 'refused', 'failed'],
  ];

  it.each(moves)('%s, then %s: %s', (state, kind, to) => {
    const attempts = state === 'queued' ? 0 : 1;
    expect(nextStep(item({ state, attempts }), { kind } as OutboxEvent, NOW)?.state).toBe(to);
  });

  it.each(['sent', 'failed', 'cancelled'] as const)('nothing leaves %s', (state) => {
    const kinds = [...new Set(moves.map(([, kind]) => kind))];
    for (const kind of kinds) expect(nextStep(item({ state }), { kind } as OutboxEvent, NOW)).toBeNull();
  });

  it('counts an attempt when the mail is handed over, not when the answer comes', () => {
    expect(nextStep(item({ attempts: 2, state: 'deferred' }), { kind: 'claimed' }, NOW)?.attempts).toBe(3);
    expect(nextStep(item({ attempts: 3, state: 'sending' }), { kind: 'accepted' }, NOW)?.attempts).toBe(3);
  });

  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [9, 60],
  ])('after attempt %i waits %i minutes', (attempts, pause) => {
    const step = nextStep(item({ state: 'sending', attempts }), { kind: 'not-transmitted' }, NOW);
    expect(step).toEqual({ state: 'deferred', attempts, retryAt: plus(NOW, minutes(pause)) });
  });

  it('waits as long as the provider asks for', () => {
    const event: OutboxEvent = { kind: 'refused-for-now', pause: minutes(240) };
    expect(nextStep(item({ state: 'sending', attempts: 1 }), event, NOW)?.retryAt).toBe(
      plus(NOW, minutes(240)),
    );
  });

  it('cancels a reminder whose next attempt would come after its moment', () => {
    const reminder = item({
      kind: 'reminder',
      state: 'sending',
      attempts: 3,
      notAfter: plus(NOW, minutes(10)),
    });
    expect(nextStep(reminder, { kind: 'not-transmitted' }, NOW)?.state).toBe('cancelled');
  });

  it('gives up on an answer after a day of attempts, however long it had waited before', () => {
    const old = { createdAt: plus(NOW, minutes(-25 * 60)), state: 'sending' } as const;
    expect(nextStep(item({ ...old, attempts: 1 }), { kind: 'refused-for-now' }, NOW)?.state).toBe('deferred');
    expect(nextStep(item({ ...old, attempts: 27 }), { kind: 'refused-for-now' }, NOW)?.state).toBe('failed');
  });
});

describe('when a mail is ready', () => {
  it.each<[string, Partial<OutboxItem>, string]>([
    ['a queued mail goes at once', {}, 'send'],
    ['not before its moment', { notBefore: plus(NOW, minutes(1)) }, 'wait'],
    ['at its moment', { notBefore: NOW }, 'send'],
    ['not before its retry', { state: 'deferred', retryAt: plus(NOW, minutes(1)) }, 'wait'],
    ['never after it became pointless', { notAfter: NOW }, 'expired'],
    ['not while it is being sent', { state: 'sending' }, 'wait'],
    ['not while nobody knows whether it went out', { state: 'unknown', notAfter: NOW }, 'wait'],
  ])('%s', (_name, change, expected) => {
    expect(readiness(item(change), NOW)).toBe(expected);
  });
});

describe('whatever happens, in any order', () => {
  const event = fc.constantFrom<OutboxEvent>(
    { kind: 'claimed' },
    { kind: 'accepted' },
    { kind: 'refused-for-now' },
    { kind: 'refused' },
    { kind: 'not-transmitted' },
    { kind: 'lost' },
    { kind: 'found-in-sent' },
    { kind: 'not-in-sent' },
    { kind: 'expired' },
  );
  const happenings = fc.array(fc.tuple(event, fc.integer({ min: 0, max: 600 })), { maxLength: 60 });

  function live(start: OutboxItem, events: readonly (readonly [OutboxEvent, number])[]) {
    let current = start;
    let now: Instant = NOW;
    const claims: { at: Instant; state: OutboxState }[] = [];
    for (const [happened, wait] of events) {
      now = plus(now, minutes(wait));
      const step = nextStep(current, happened, now);
      if (!step) continue;
      if (happened.kind === 'claimed') claims.push({ at: now, state: current.state });
      current = { ...current, ...step };
    }
    return { current, claims };
  }

  it('a mail that the server took is never handed over again', () => {
    fc.assert(
      fc.property(happenings, (events) => {
        const { current, claims } = live(item(), events);
        const taken = live({ ...current, state: 'sent' }, events);
        expect(taken.claims).toEqual([]);
        expect(claims.every(({ state }) => state === 'queued' || state === 'deferred')).toBe(true);
      }),
    );
  });

  it('a mail is never handed over after its moment', () => {
    fc.assert(
      fc.property(happenings, fc.constantFrom(...OUTBOX_KINDS), (events, kind) => {
        // Without a guard of the caller's: the state machine itself refuses a late claim.
        const notAfter = plus(NOW, minutes(600));
        const { claims } = live(item({ kind, notAfter }), events);
        expect(claims.every(({ at }) => at < notAfter)).toBe(true);
      }),
    );
  });

  it('the state is always one of the known ones, and a retry is always ahead', () => {
    fc.assert(
      fc.property(happenings, (events) => {
        const { current } = live(item(), events);
        expect(OUTBOX_STATES).toContain(current.state);
        expect(current.retryAt === null).toBe(current.state !== 'deferred');
      }),
    );
  });
});
