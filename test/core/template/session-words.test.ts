/** What changed about a session, several sessions of a day, and what is still to be done, in words. */
import type { Told } from '../../../core/session/planned-mail';
import { splitFooter } from '../../../core/template/footer';
import { missingInWords } from '../../../core/template/missing-words';
import { changesInWords, type Reader, sessionLines } from '../../../core/template/session-changes';
import { firmView, mailView, sessionView } from '../../../core/template/view';
import type { Row } from '../../../core/workbook/rows';
import { KYIV, offset, sessionRow, WARSAW, winter } from '../sla/sla-rows';

const PL: Reader = { language: 'pl', zone: WARSAW, offset };
const UK: Reader = { language: 'uk', zone: KYIV, offset };
const EN: Reader = { language: 'en', zone: WARSAW, offset };

/** Thursday, 10:00 to 12:00 in Warsaw, by a link. */
const told = (change: Partial<Told> = {}): Told => ({
  startsAt: winter('2026-11-26T10:00'),
  details: { endsAt: winter('2026-11-26T12:00'), place: '', link: 'https://example.com/xl-01' },
  cancelled: false,
  sequence: 1,
  noticeAt: null,
  ...change,
});

const toFriday = {
  starts_at: winter('2026-11-27T09:00'),
  ends_at: winter('2026-11-27T11:00'),
};

describe('what changed, and how it was', () => {
  test.each<[string, Reader, Partial<Told>, Partial<Row<'sessions'>>, readonly string[]]>([
    ['nothing', PL, {}, {}, []],
    [
      'the start, with its zone',
      PL,
      {},
      toFriday,
      [
        'Termin: piątek, 27 listopada 2026, 09:00, czas warszawski (dotąd: czwartek, 26 listopada 2026, 10:00)',
      ],
    ],
    [
      'the start, on the clock of the reader',
      UK,
      {},
      toFriday,
      [
        'Час: п’ятниця, 27 листопада 2026 року, 10:00, за київським часом (було: четвер, 26 листопада 2026 року, 11:00)',
      ],
    ],
    [
      'the start, in English',
      EN,
      {},
      toFriday,
      ['When: Friday, 27 November 2026, 09:00, Warsaw time (was Thursday, 26 November 2026, 10:00)'],
    ],
    ['the end alone', PL, {}, { ends_at: winter('2026-11-26T13:00') }, ['Koniec: 13:00 (dotąd: 12:00)']],
    [
      'an end on another day',
      EN,
      {},
      { ends_at: winter('2026-11-27T13:00') },
      ['End: Friday, 27 November 2026, 13:00 (was 12:00)'],
    ],
    [
      'start and length',
      PL,
      {},
      { ...toFriday, ends_at: winter('2026-11-27T12:30') },
      [
        'Termin: piątek, 27 listopada 2026, 09:00, czas warszawski (dotąd: czwartek, 26 listopada 2026, 10:00)',
        'Koniec: 12:30 (dotąd: 12:00)',
      ],
    ],
    [
      'place and link, one new and one gone',
      PL,
      {},
      { place: 'ul. Długa 7\nsala 2', link: '' },
      ['Miejsce: ul. Długa 7 sala 2 (dotąd nie podano)', 'Link: brak (dotąd: https://example.com/xl-01)'],
    ],
    ['a blank more is no change', EN, {}, { link: ' https://example.com/xl-01 ' }, []],
    ['that it takes place after all', PL, { cancelled: true }, {}, ['Zajęcia jednak się odbędą.']],
    ['the same in Ukrainian', UK, { cancelled: true }, {}, ['Заняття все-таки відбудеться.']],
    [
      'that it takes place after all, elsewhere',
      EN,
      { cancelled: true },
      { place: 'Room 3' },
      ['The session will take place after all.', 'Place: Room 3 (not given before)'],
    ],
    ['only the start where nobody knows what else was told', PL, { details: null }, { place: 'sala 2' }, []],
    ['an end that is not filled in is two hours later', PL, {}, { ends_at: null }, []],
  ])('%s', (_name, reader, before, change, lines) => {
    expect(changesInWords(told(before), sessionRow(change), reader).split('\n').filter(Boolean)).toEqual(
      lines,
    );
  });

  test('over the autumn change of the clock, each moment by the clock of its own day', () => {
    const before = told({
      startsAt: winter('2026-10-24T10:00'),
      details: { endsAt: winter('2026-10-24T12:00'), place: '', link: '' },
    });
    const row = sessionRow({
      link: '',
      starts_at: winter('2026-10-26T10:00'),
      ends_at: winter('2026-10-26T12:00'),
    });
    expect(changesInWords(before, row, PL)).toBe(
      'Termin: poniedziałek, 26 października 2026, 10:00, czas warszawski (dotąd: sobota, 24 października 2026, 11:00)',
    );
  });
});

test('several sessions are told in the order of their times, each in a line', () => {
  const rows = [
    sessionRow({
      course: 'Prezentacje',
      starts_at: winter('2026-11-26T13:30'),
      ends_at: null,
      link: '',
      place: 'sala 2\n(parter)',
    }),
    sessionRow(),
  ];
  expect(sessionLines(rows, PL)).toBe(
    [
      '- 10:00–12:00 (czas warszawski): Excel od podstaw, https://example.com/xl-01',
      '- 13:30 (czas warszawski): Prezentacje, sala 2 (parter)',
    ].join('\n'),
  );
  expect(sessionLines(rows, UK).split('\n')[0]).toContain('11:00–13:00 (за київським часом)');
});

test.each([
  ['on the same day', 'pl', WARSAW, '2026-11-26T12:00', '12:00'],
  ['on the next day', 'pl', WARSAW, '2026-11-27T12:00', 'piątek, 27 listopada 2026, 12:00'],
  [
    'after midnight where the reader is',
    'uk',
    KYIV,
    '2026-11-26T23:30',
    'п’ятниця, 27 листопада 2026 року, 00:30',
  ],
] as const)('an end %s, in %s', (_name, language, zone, end, said) => {
  const row = sessionRow({ ends_at: winter(end) });
  expect(sessionView(row, { language, zone, offset }).ends).toBe(said);
});

test('a view has the deadline on the clock of the reader, the needs, and what is missing', () => {
  const session = sessionView(sessionRow({ deadline: winter('2026-11-25T18:00') }), {
    ...UK,
    changes: 'c',
    list: 'l',
  });
  expect(session).toMatchObject({
    deadline: 'середа, 25 листопада 2026 року, 19:00 (за київським часом)',
    changes: 'c',
    list: 'l',
  });
  const firm = firmView({ name: '', supportHours: '', supportAddress: '', portal: '' });
  const view = mailView({
    firm,
    support: '',
    personName: '',
    personNeeds: 'napisy',
    missing: 'x',
    stop: 's',
  });
  // Without a text of help nothing is set off.
  expect(view).toMatchObject({
    person: { needs: 'napisy' },
    checkpoint: { missing: 'x' },
    stop: 's',
    support: '',
  });
});

test.each([
  ['logged_in', 'en', 'logging in'],
  ['logged_in', 'pl', 'zalogowanie się'],
  ['logged_in', 'uk', 'вхід на платформу'],
  ['opened_materials', 'pl', 'otwarcie materiałów'],
  [' ankieta wstępna ', 'uk', 'ankieta wstępna'],
] as const)('%s is missing in %s: %s', (what, language, words) => {
  expect(missingInWords(what, language)).toBe(words);
});

describe('the mark before the help', () => {
  test.each([
    ['the usual case', 'Hello,\n\ntext\n\n-- \nNeed help?\nWrite.', 'Hello,\n\ntext', 'Need help?\nWrite.'],
    ['no mark', 'Hello -- there\n--- \n', 'Hello -- there\n---', ''],
    ['a mark that lost its blank', 'a\n--\nb', 'a', 'b'],
    ['a signature in the answer', 'a\n-- \nJan\n\n-- \nhelp', 'a\n-- \nJan', 'help'],
    ['a quoted mark', 'a\n> -- \n> b', 'a\n> -- \n> b', ''],
    ['nothing behind it', 'a\n-- \n\n', 'a', ''],
    ['nothing before it', '-- \nhelp', '', 'help'],
  ])('%s', (_name, text, body, footer) => {
    expect(splitFooter(text)).toEqual({ body, footer });
  });
});
