/** What somebody was last told of a session, by the mails that went out. */
import { lastTold, type TellingMail } from '../../../core/outbox/told';
import type { Invitation } from '../../../core/session/invitation';
import { cancelledKey, changedKey } from '../../../core/session/notice-key';
import { reminderKey } from '../../../core/session/reminder-key';
import { type Instant, instant } from '../../../core/time/instant';
import { OUTBOX_STATES, type OutboxState } from '../../../core/workbook/choices';

const hour = (n: number): Instant => instant(Date.UTC(2026, 10, 22) + n * 3_600_000);
const START = hour(48);

const invitation = (sequence: number, startsAt: Instant, change: Partial<Invitation> = {}): Invitation => ({
  method: 'REQUEST',
  sessionId: 'S1',
  uid: 'session-S1@firm.test',
  sequence,
  startsAt,
  endsAt: instant(startsAt + 3_600_000),
  summary: 'Excel',
  place: 'Room 1',
  link: '',
  ...change,
});

interface Made {
  readonly key?: string;
  readonly kind?: TellingMail['mail']['kind'];
  readonly covers?: readonly string[];
  readonly invitations?: readonly Invitation[];
  readonly createdAt?: Instant;
}

function mail(left: number, made: Made, state: OutboxState = 'sent'): TellingMail {
  const { key = 'k', kind = 'reminder', covers = [], invitations = [], createdAt = hour(0) } = made;
  return { mail: { key, kind, covers, invitations, createdAt }, state, at: hour(left), leftAt: hour(left) };
}

const keyAt = (startsAt: Instant) =>
  reminderKey({ sessionId: 'S1', email: 'ola@people.test', step: '1d', startsAt });

describe('the last that was told of a session', () => {
  it('is what the mail with the latest revision said, though an older one is found in Sent later', () => {
    const told = lastTold('S1', [
      mail(9, { invitations: [invitation(1, START)] }),
      mail(3, { kind: 'notice', invitations: [invitation(2, hour(50))] }),
    ]);
    expect(told).toEqual({
      startsAt: hour(50),
      details: { endsAt: hour(51), place: 'Room 1', link: '' },
      cancelled: false,
      sequence: 2,
      noticeAt: hour(3),
    });
  });

  it('keeps in mind that a notice told it, when a reminder repeats it', () => {
    const told = lastTold('S1', [
      mail(3, { kind: 'notice', invitations: [invitation(2, START)] }),
      mail(9, { invitations: [invitation(2, START)] }),
    ]);
    expect(told?.noticeAt).toEqual(hour(3));
  });

  it('is a cancellation, when that was the last', () => {
    const told = lastTold('S1', [
      mail(1, { invitations: [invitation(1, START)] }),
      mail(2, { kind: 'notice', invitations: [invitation(2, START, { method: 'CANCEL' })] }),
    ]);
    expect(told).toMatchObject({ cancelled: true, sequence: 2, noticeAt: null });
  });

  it.each(OUTBOX_STATES.map((state) => [state, ['sent', 'sending', 'unknown'].includes(state)] as const))(
    'of a mail that is %s counts: %s',
    (state, counts) => {
      const told = lastTold('S1', [mail(1, { invitations: [invitation(1, START)] }, state)]);
      expect(told !== null).toBe(counts);
    },
  );

  it('is looked for among all sessions that one mail tells of', () => {
    const both = mail(1, {
      invitations: [invitation(1, START, { sessionId: 'S0' }), invitation(4, hour(60))],
    });
    expect(lastTold('S1', [both])?.startsAt).toBe(hour(60));
    expect(lastTold('S2', [both])).toBeNull();
  });

  describe('by keys alone, of mails that remember nothing else', () => {
    it.each<[string, Made, object | null]>([
      ['a reminder', { key: keyAt(START) }, { startsAt: START, details: null, cancelled: false }],
      ['a reminder that another mail stands for', { covers: [keyAt(START)] }, { startsAt: START }],
      ['a word of thanks after the session', { key: keyAt(START), createdAt: hour(50) }, null],
      [
        'a notice of change',
        {
          key: changedKey({ sessionId: 'S1', email: 'ola@people.test', startsAt: START, revision: 'a1' }),
          kind: 'notice',
        },
        { startsAt: START, details: null, cancelled: false },
      ],
      [
        'a cancellation',
        {
          key: cancelledKey({ sessionId: 'S1', email: 'ola@people.test', startsAt: START, sequence: 7 }),
          kind: 'notice',
        },
        { startsAt: START, cancelled: true, sequence: 7 },
      ],
      ['a mail of another session', { key: keyAt(START).replace('S1', 'S2') }, null],
      ['a row made by hand', { key: 'reminder:by-hand' }, null],
    ])('%s', (_name, made, expected) => {
      const told = lastTold('S1', [mail(1, made)]);
      if (expected === null) expect(told).toBeNull();
      else expect(told).toMatchObject(expected);
    });

    it('any mail that remembers more counts before them', () => {
      const told = lastTold('S1', [
        mail(1, { invitations: [invitation(0, hour(50))] }),
        mail(5, { key: keyAt(START) }),
      ]);
      expect(told?.startsAt).toBe(hour(50));
    });
  });
});
