import fc from 'fast-check';
import {
  type Brake,
  type BrakeEvent,
  type BrakeState,
  brakeKey,
  isAutomaticAnswer,
  isHeldBack,
  NEVER_TRIPPED,
  nextBrake,
} from '../../../core/outbox/brake';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { type Instant, instant, minutes, plus } from '../../../core/time/instant';

const THEN = instant(Date.UTC(2026, 10, 23, 9, 0, 42));
const NOW = plus(THEN, minutes(7));
const EVENTS: readonly BrakeEvent[] = ['cap-reached', 'line-stands', 'line-gone'];

describe('the brake on automatic answers', () => {
  it.each<[BrakeState, BrakeEvent, BrakeState | null, Instant | null]>([
    ['released', 'cap-reached', 'tripped', NOW],
    ['released', 'line-stands', null, null],
    ['released', 'line-gone', null, null],
    ['tripped', 'cap-reached', null, null],
    ['tripped', 'line-stands', 'told', THEN],
    // Nobody can have deleted what never stood there.
    ['tripped', 'line-gone', null, null],
    ['told', 'cap-reached', null, null],
    ['told', 'line-stands', null, null],
    ['told', 'line-gone', 'released', NOW],
  ])('%s, %s: %s', (state, event, next, at) => {
    expect(nextBrake({ state, at: THEN }, event, NOW)).toEqual(next === null ? null : { state: next, at });
  });

  it('once tripped is released by nothing but a line that stood on the tab and is gone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
        let brake: Brake = NEVER_TRIPPED;
        let stood = false;
        events.forEach((event, index) => {
          const before = brake;
          brake = nextBrake(brake, event, plus(THEN, minutes(index))) ?? brake;
          if (before.state === 'tripped' && event === 'line-stands') stood = true;
          const released = before.state !== 'released' && brake.state === 'released';
          if (!released) return;
          expect(event).toBe('line-gone');
          expect(stood).toBe(true);
          stood = false;
        });
      }),
    );
  });

  it('keeps one name from the tripping to the release', () => {
    expect(brakeKey(NEVER_TRIPPED)).toBeNull();
    expect(brakeKey({ state: 'tripped', at: THEN })).toBe('brake:2026-11-23T09:00');
    expect(brakeKey({ state: 'told', at: THEN })).toBe('brake:2026-11-23T09:00');
    expect(brakeKey({ state: 'released', at: NOW })).toBeNull();
  });

  it.each<[string, Pick<OutgoingMail, 'kind' | 'key'>, boolean, boolean]>([
    ['an acknowledgement', { kind: 'acknowledgement', key: 'ack:T-7K3Q9' }, true, true],
    ['a confirmation', { kind: 'notice', key: 'stop-confirmed:a@b.test:2026-11-23' }, true, true],
    ['a reminder', { kind: 'reminder', key: 'reminder:S1:3d:a@b.test' }, false, true],
    ['a notice', { kind: 'notice', key: 'changed:S1:a@b.test' }, false, true],
    ['an alert', { kind: 'alert', key: 'brake:2026-11-23T09:00:a@b.test' }, false, true],
    ['an answer of a person', { kind: 'reply', key: 'reply:1' }, false, false],
    ['a word that it is solved', { kind: 'resolved', key: 'resolved:1' }, false, false],
  ])('of %s', (_name, mail, byTheBrake, byThePerson) => {
    expect(isAutomaticAnswer(mail)).toBe(byTheBrake);
    for (const state of ['tripped', 'told'] as const) {
      expect(isHeldBack(mail, { state, at: THEN }, false)).toBe(byTheBrake);
    }
    expect(isHeldBack(mail, NEVER_TRIPPED, false)).toBe(false);
    expect(isHeldBack(mail, NEVER_TRIPPED, true)).toBe(byThePerson);
    expect(isHeldBack(mail, { state: 'told', at: THEN }, true)).toBe(byThePerson);
  });
});
