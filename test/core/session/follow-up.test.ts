import fc from 'fast-check';
import { dueFollowUps, type FollowUpInput } from '../../../core/session/follow-up';
import { instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { sessionRow, winter } from '../sla/sla-rows';
import { checkpointRow, nudgeInput, personRow } from './checkpoint-rows';

/** `XL-01 login: Anna, Iwan` */
const told = (change: Partial<FollowUpInput>): string[] =>
  dueFollowUps({ ...nudgeInput(), ...change }).map(
    ({ session, checkpoint, people }) =>
      `${session.id} ${checkpoint.id}: ${people.map(({ name }) => name).join(', ')}`,
  );

describe('a colleague is told of those who still have not', () => {
  test.each<[string, Partial<FollowUpInput>, readonly string[]]>([
    ['not at the moment itself', { now: winter('2026-11-25T10:00') }, []],
    ['twelve hours after it', { now: winter('2026-11-25T22:00') }, ['XL-01 login: Anna, Iwan']],
    ['as long as the session lasts', { now: winter('2026-11-26T11:59') }, ['XL-01 login: Anna, Iwan']],
    ['not when it is over', { now: winter('2026-11-26T12:00') }, []],
    [
      'at once, where the firm says 0',
      {
        checkpoints: [checkpointRow('login', '-1 d', { follow_after: '0 min' })],
        now: winter('2026-11-25T10:00'),
      },
      ['XL-01 login: Anna, Iwan'],
    ],
    [
      'also of those who want no mails and of those without an address: they can be called',
      {
        participants: [personRow('Anna', { reminders: 'no' }), personRow('Iwan', { email: '' })],
        now: winter('2026-11-25T22:00'),
      },
      ['XL-01 login: Iwan, Anna'],
    ],
    [
      'not of those who have left',
      {
        participants: [personRow('Anna', { state: 'left' }), personRow('Iwan')],
        now: winter('2026-11-25T22:00'),
      },
      ['XL-01 login: Iwan'],
    ],
    ['not when everybody has done it', { hasDone: () => true, now: winter('2026-11-25T22:00') }, []],
    [
      'not where nobody is to be told',
      {
        checkpoints: [checkpointRow('login', '-1 d', { follow_after: '' })],
        now: winter('2026-11-25T22:00'),
      },
      [],
    ],
    [
      'without a letter too',
      { checkpoints: [checkpointRow('login', '-1 d', { template: '' })], now: winter('2026-11-25T22:00') },
      ['XL-01 login: Anna, Iwan'],
    ],
    [
      'on the next working morning, where the firm says so',
      {
        checkpoints: [
          checkpointRow('task', '+1 d', { condition: 'submitted', follow_after: 'next working morning' }),
        ],
        // The session is on Thursday, the checkpoint on Friday, the working morning on Monday at 9:00.
        now: winter('2026-11-30T09:00'),
      },
      ['XL-01 task: Anna, Iwan'],
    ],
    [
      'not of a cancelled session',
      { sessions: [sessionRow({ state: 'cancelled' })], now: winter('2026-11-25T22:00') },
      [],
    ],
  ])('%s', (_, change, expected) => {
    expect(told(change)).toEqual(expected);
  });

  test('one ticket for a checkpoint, a session and its day; another when it moves to another day', () => {
    const birthAt = (start: string, now = '2026-11-26T09:00'): string | undefined =>
      dueFollowUps({
        ...nudgeInput(),
        sessions: [sessionRow({ starts_at: winter(start), ends_at: null })],
        now: winter(now),
      })[0]?.birth;
    expect(birthAt('2026-11-26T10:00')).toBeDefined();
    expect(birthAt('2026-11-26T10:00')).toBe(birthAt('2026-11-26T10:30'));
    expect(birthAt('2026-11-26T10:00')).not.toBe(birthAt('2026-11-27T10:00', '2026-11-27T09:00'));
  });
});

test('whenever anybody looks, a checkpoint is told once, and only while somebody still has not', () => {
  const open = winter('2026-11-25T22:00');
  const over = winter('2026-11-26T12:00');
  const minute = fc.integer({ min: 0, max: 3 * 24 * 60 });
  fc.assert(
    fc.property(fc.array(minute, { maxLength: 40 }), minute, minute, (looks, annaDone, iwanDone) => {
      const from = winter('2026-11-24T12:00');
      const at = (n: number): number => from + n * MS_PER_MINUTE;
      const made = new Set<string>();
      let tickets = 0;
      for (const look of [...looks].sort((a, b) => a - b)) {
        const now = instant(at(look));
        const due = dueFollowUps({
          ...nudgeInput(),
          now,
          hasDone: (_, email) => at(email.startsWith('anna') ? annaDone : iwanDone) <= now,
        });
        for (const { birth, people } of due) {
          expect(people.length).toBeGreaterThan(0);
          if (!made.has(birth)) tickets++;
          made.add(birth);
        }
      }
      const isSeen = looks.some(
        (look) => at(look) >= open && at(look) < over && at(look) < at(Math.max(annaDone, iwanDone)),
      );
      expect(tickets).toBe(isSeen ? 1 : 0);
    }),
  );
});
