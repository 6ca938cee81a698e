import { activityBook, canonicalActivity } from '../../../core/session/activity';
import { isKnownActivity, KNOWN_ACTIVITIES } from '../../../core/session/activity-names';
import { type Instant, instant, MS_PER_DAY } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { sessionRow } from '../sla/sla-rows';

describe('what platforms and people call a deed', () => {
  test.each([
    ['logged_in', 'Logged in'],
    ['logged_in', 'logged_in'],
    ['logged_in', 'User has logged in'],
    ['logged_in', 'login'],
    ['logged_in', 'Signed in to the platform'],
    ['logged_in', 'Zalogował się'],
    ['logged_in', 'użytkownik zalogował się'],
    ['logged_in', 'zalogowała się do systemu'],
    ['logged_in', 'Logowanie'],
    ['logged_in', 'Увійшла'],
    ['logged_in', 'увійшов у систему'],
    ['logged_in', 'Вхід на платформу'],
    ['logged_in', 'Перший вхід'],
    ['opened_materials', 'Opened the materials'],
    ['opened_materials', 'Materials downloaded'],
    ['opened_materials', 'pobrał materiały'],
    ['opened_materials', 'Переглянула матеріали'],
    ['joined', 'Joined the meeting'],
    ['joined', 'dołączyła do spotkania'],
    ['joined', 'Obecność'],
    ['joined', 'приєднався'],
    ['joined', 'присутній'],
    ['registered', 'Zarejestrował się'],
    ['submitted', 'Assignment submitted'],
    ['submitted', 'здала завдання'],
    ['completed', 'Course completed'],
    ['completed', 'ukończyła'],
  ])('%s: %s', (name, text) => {
    expect(canonicalActivity(text)).toBe(name);
  });

  test.each(['Login failed', 'logged out', 'wylogował się', 'вийшов', 'Nieudane logowanie', 'log'])(
    '%s is something else',
    (text) => {
      expect(isKnownActivity(canonicalActivity(text))).toBe(false);
    },
  );

  test('an unknown deed is compared without case and accents', () => {
    expect(canonicalActivity('  Obejrzał FILM ')).toBe(canonicalActivity('obejrzal film'));
  });

  test('a known name is its own name', () => {
    expect(KNOWN_ACTIVITIES.map(canonicalActivity)).toEqual(KNOWN_ACTIVITIES);
  });
});

const START = instant(Date.UTC(2027, 2, 10, 9));
const days = (n: number): Instant => instant(START + n * MS_PER_DAY);
const done = (change: Partial<Row<'activity'>>): Row<'activity'> => ({
  at: days(-1),
  email: 'ola@example.test',
  session_id: '',
  what: 'Logged in',
  ...change,
});

describe('who has done what', () => {
  const sessions = [
    sessionRow({ id: 'S1', starts_at: START }),
    sessionRow({ id: 'S2', starts_at: days(90) }),
    sessionRow({ id: 'S3', starts_at: null }),
  ];
  test.each<[string, Partial<Row<'activity'>>, readonly boolean[]]>([
    ['a row with a session counts for that one', { session_id: 'S1' }, [true, false, false]],
    ['also when it has no time', { session_id: ' S1 ', at: null }, [true, false, false]],
    ['also when its id is written in other letters', { session_id: 's1' }, [true, false, false]],
    ['a row without session counts for all that are not too far ahead', {}, [true, false, true]],
    ['up to 60 days before', { at: days(30) }, [true, true, true]],
    ['not 61 days before', { at: days(-61) }, [false, false, true]],
    ['without a time it says how things stand now', { at: null }, [true, true, true]],
    [
      'an address is the same in capitals',
      { email: ' OLA@example.test', session_id: 'S1' },
      [true, false, false],
    ],
    ['another deed does not count', { what: 'opened materials', at: null }, [false, false, false]],
    ['somebody else does not count', { email: 'iwan@example.test', at: null }, [false, false, false]],
    ['a row that says “not” does not count', { what: 'Not logged in', at: null }, [false, false, false]],
    ['a row that answers no does not count', { what: 'Logged in: no', at: null }, [false, false, false]],
    ['nor does one in Polish', { what: 'Brak logowania', at: null }, [false, false, false]],
  ])('%s', (_, row, expected) => {
    const book = activityBook([done(row)], sessions);
    expect(['S1', 'S2', 'S3'].map((id) => book.has(id, 'Ola@example.test ', 'zalogował się'))).toEqual(
      expected,
    );
  });

  test('a session is the same whichever case its id is asked for in', () => {
    const inSession = activityBook([done({ session_id: 's1' })], sessions);
    expect(inSession.has(' s1 ', 'ola@example.test', 'login')).toBe(true);
    // Sixty days before S1 and no earlier: its start is found by the id in either case.
    const tooEarly = activityBook([done({ at: days(-61) })], sessions);
    expect(tooEarly.has('s1', 'ola@example.test', 'login')).toBe(false);
  });

  test('whether a deed is reported at all', () => {
    const book = activityBook([done({ email: 'iwan@example.test' })], sessions);
    expect(book.isReported('logowanie')).toBe(true);
    expect(book.isReported('opened materials')).toBe(false);
    expect(activityBook([done({ what: 'not logged in' })], sessions).isReported('login')).toBe(false);
  });
});
