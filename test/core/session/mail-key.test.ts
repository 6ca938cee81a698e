import fc from 'fast-check';
import { nudgeKey } from '../../../core/session/checkpoint-key';
import { parseMailKey } from '../../../core/session/mail-key';
import {
  cancelledKey,
  changedKey,
  parseCancelledKey,
  parseChangedKey,
  revisionSign,
} from '../../../core/session/notice-key';
import { parseReminderKey, reminderKey } from '../../../core/session/reminder-key';
import { instant } from '../../../core/time/instant';
import { winter } from '../sla/sla-rows';

const name = fc.string({ minLength: 1 });
const start = fc.integer({ min: 0, max: 4e12 }).map(instant);
const seat = { sessionId: name, email: name, startsAt: start };

test('a key is written for people to read, and only what would break it apart is escaped', () => {
  const startsAt = winter('2026-11-26T10:00');
  const keys = [
    reminderKey({ sessionId: 'XL:01', email: 'anna@example.com', step: '50%', startsAt }),
    changedKey({ sessionId: 'XL-01', email: 'anna@example.com', startsAt, revision: 'k3' }),
    cancelledKey({ sessionId: 'XL-01', email: 'anna@example.com', startsAt, sequence: 12 }),
  ];
  expect(keys).toEqual([
    'reminder:XL%3A01:anna@example.com:50%25:2026-11-26T09:00:00.000Z',
    'changed:XL-01:anna@example.com:2026-11-26T09:00:00.000Z:k3',
    'cancelled:XL-01:anna@example.com:2026-11-26T09:00:00.000Z:12',
  ]);
});

test('every key can be read back, whatever signs are in the names, and is of one kind only', () => {
  fc.assert(
    fc.property(fc.record({ ...seat, step: fc.string() }), (identity) => {
      const key = reminderKey(identity);
      expect(parseReminderKey(key)).toEqual(identity);
      expect(parseMailKey(key)).toEqual({ kind: 'reminder', ...identity });
    }),
  );
  fc.assert(
    fc.property(fc.record({ ...seat, revision: fc.stringMatching(/^[0-9a-z]{1,7}$/) }), (identity) => {
      expect(parseMailKey(changedKey(identity))).toEqual({ kind: 'changed', ...identity });
    }),
  );
  fc.assert(
    fc.property(fc.record({ ...seat, sequence: fc.nat() }), (identity) => {
      expect(parseMailKey(cancelledKey(identity))).toEqual({ kind: 'cancelled', ...identity });
    }),
  );
  fc.assert(
    fc.property(fc.record({ ...seat, checkpointId: name }), (identity) => {
      expect(parseMailKey(nudgeKey(identity))).toEqual({ kind: 'nudge', ...identity });
    }),
  );
});

test('keys of different mails differ', () => {
  const part = fc.constantFrom('a', 'b', ':', '%', '%3A', 'a:b');
  const identity = fc.record({ sessionId: part, email: part, step: part, startsAt: start });
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(reminderKey(one)).not.toBe(reminderKey(other));
    }),
  );
});

test.each([
  '',
  'reply:T-7K3Q9',
  'reminder:XL-01:anna@example.com',
  'reminder:XL-01::day:2026-11-26T09:00:00.000Z',
  'reminder:XL-01:anna@example.com:day:tomorrow',
  'changed:XL-01:anna@example.com:2026-11-26T09:00:00.000Z',
  'changed:XL-01:anna@example.com:2026-11-26T09:00:00.000Z:No!',
  'cancelled:XL-01:anna@example.com:2026-11-26T09:00:00.000Z:seven',
  'cancelled::anna@example.com:2026-11-26T09:00:00.000Z:7',
])('“%s” is no key of a mail about a session', (key) => {
  expect(parseMailKey(key)).toBeNull();
});

test('a key of one kind is not read as one of another', () => {
  const key = 'cancelled:XL-01:anna@example.com:2026-11-26T09:00:00.000Z:7';
  expect([parseChangedKey(key), parseReminderKey(key)]).toEqual([null, null]);
  expect(parseCancelledKey(key.replace('cancelled', 'changed'))).toBeNull();
});

test('the sign of a change is another for another end, place, link, state, and for another thing told before', () => {
  const change = {
    endsAt: winter('2026-11-26T12:00'),
    place: 'A',
    link: '',
    state: 'planned',
    toldSequence: 3,
  };
  const others = [
    { endsAt: winter('2026-11-26T13:00') },
    { place: 'B' },
    { place: '', link: 'A' },
    { state: 'held' },
    { toldSequence: 4 },
  ];
  const signs = [change, ...others.map((other) => ({ ...change, ...other }))].map(revisionSign);
  expect(new Set(signs).size).toBe(signs.length);
  expect(revisionSign({ ...change })).toBe(signs[0]);
});
