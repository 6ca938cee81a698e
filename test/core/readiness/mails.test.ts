import { type MailCells, mailBook } from '../../../core/readiness/mails';
import { nudgeKey } from '../../../core/session/checkpoint-key';
import { cancelledKey, changedKey } from '../../../core/session/notice-key';
import { reminderKey } from '../../../core/session/reminder-key';
import { instant } from '../../../core/time/instant';

const START = instant(Date.UTC(2026, 10, 26, 9));
const LATER = instant(Date.UTC(2026, 10, 27, 9));
const seat = { sessionId: 'XL:01', email: 'anna@example.com' };
const reminder = (step: string, startsAt = START, sessionId = seat.sessionId): string =>
  reminderKey({ ...seat, sessionId, step, startsAt });
const row = (key: string, state: string, covers: readonly string[] = []): MailCells => ({
  key,
  state,
  covers,
});

/** Reached at the first time, lost, and whether the address sends mails back. */
const known = (...rows: readonly MailCells[]): readonly boolean[] => {
  const book = mailBook(rows, ['XL:01']);
  return [
    book.isReached('XL:01', seat.email, START),
    book.isLost('XL:01', seat.email),
    book.isBounced(seat.email),
  ];
};

describe('what became of the mails about a session', () => {
  test.each<[string, readonly MailCells[], readonly boolean[]]>([
    ['nothing yet', [], [false, false, false]],
    ['a reminder went out', [row(reminder('1d'), 'sent')], [true, false, false]],
    ['perhaps went out', [row(reminder('1d'), 'unknown')], [true, false, false]],
    ['is on its way', [row(reminder('1d'), 'queued')], [false, false, false]],
    ['was withdrawn', [row(reminder('1d'), 'cancelled')], [false, false, false]],
    ['failed', [row(reminder('1d'), 'failed')], [false, true, false]],
    [
      'failed, and the next went out',
      [row(reminder('1d'), 'failed'), row(reminder('2h'), 'sent')],
      [true, false, false],
    ],
    ['came back', [row(reminder('1d'), 'bounced')], [false, true, true]],
    [
      'one came back that was about another session',
      [row(reminder('1d', START, 'XL-09'), 'bounced')],
      [false, true, true],
    ],
    [
      'came back, and a later one did not',
      [row(reminder('1d'), 'bounced'), row(reminder('2h'), 'sent')],
      [true, false, false],
    ],
    [
      'stood in a mail for two sessions',
      [row(reminder('1d', START, 'XL-09'), 'sent', [reminder('1d')])],
      [true, false, false],
    ],
    ['was about the time before a move', [row(reminder('1d', LATER), 'sent')], [false, false, false]],
    [
      'a notice of change went out',
      [row(changedKey({ ...seat, startsAt: START, revision: 'k3' }), 'sent')],
      [true, false, false],
    ],
    [
      'a nudge went out',
      [row(nudgeKey({ ...seat, checkpointId: 'login', startsAt: START }), 'sent')],
      [true, false, false],
    ],
    [
      'was told, then told that it is cancelled',
      [row(reminder('1d'), 'sent'), row(cancelledKey({ ...seat, startsAt: START, sequence: 5 }), 'sent')],
      [false, false, false],
    ],
    ['another mail to the desk', [row('reply:T-7K3Q9:1', 'sent')], [false, false, false]],
  ])('%s', (_, rows, expected) => {
    expect(known(...rows)).toEqual(expected);
  });
});
