/** What the columns of exports, forms and people's own tables are taken for, in three languages. */
import { readDelimited } from '../../../core/import/delimited';
import { FIELDS, IMPORT_KINDS, type ImportField, type ImportKind } from '../../../core/import/fields';
import { headerBook } from '../../../core/import/header-match';
import { recogniseTable } from '../../../core/import/recognise';
import { LANGUAGES } from '../../../core/language';
import { columnLabel, importLabels } from '../../../sheet-templates/import-labels';

/** `field`, `field?` where the person is asked to check, `-` for a column that is left out. */
function fieldsOf(kind: ImportKind, text: string): string {
  const { columns } = recogniseTable(kind, readDelimited(text).rows, importLabels(kind));
  return columns
    .map(({ field, certainty }) => (field === null ? '-' : certainty === 'likely' ? `${field}?` : field))
    .join(' ');
}

describe('columns are recognised', () => {
  test.each<[string, ImportKind, string, string]>([
    [
      'participants of a meeting program',
      'activity',
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nJan,jan@x.test,11/26/2026 09:58:01 AM,11/26/2026 11:00:00 AM,62,Yes',
      'name email joined - - -',
    ],
    [
      'a learning platform, Polish',
      'activity',
      'Imię;Nazwisko;Adres e-mail;Ostatni dostęp do kursu\nJan;Wąs;jan@x.test;26.11.2026 09:58',
      'first_name last_name email logged_in',
    ],
    [
      'a log of a learning platform',
      'activity',
      'Time,User full name,Affected user,Event context,Component,Event name,Description\n"26/11/26, 09:58",Jan Wąs,-,Course: Excel,System,Course viewed,x',
      'start_time name - - - what -',
    ],
    [
      'a webinar program',
      'activity',
      'Nick;E-mail;Wejście;Wyjście\nJan;jan@x.test;2026-11-26 09:58;2026-11-26 11:00',
      'name email joined -',
    ],
    [
      'answers of a form, Polish',
      'participants',
      'Sygnatura czasowa,Podaj swoje imię i nazwisko,Podaj swój adres e-mail:,Gdzie pracujesz?\n26.11.2026 9:58:01,Jan Wąs,jan@x.test,Firma',
      '- name? email? -',
    ],
    [
      'answers of a form, Ukrainian',
      'participants',
      'Позначка часу,Ваше ім’я та прізвище,Електронна адреса,Бажана мова спілкування,Компанія\n26.11.2026 9:58:01,Олена Бойко,olena@x.test,українська,Фірма',
      '- name? email language? company',
    ],
    [
      'orders of a ticket shop',
      'participants',
      'Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee Status,Company\n12,2026-11-01 10:00,Jan,Was,jan@x.test,Standard,Attending,Client',
      '- - first_name last_name email - state company',
    ],
    [
      'a timetable that a person keeps, Polish',
      'sessions',
      'Nazwa szkolenia;Data;Godziny;Prowadzący;Sala;Link do spotkania\nExcel;26.11.2026;10:00–12:00;Anna Kot;3;https://x.test',
      'course start_date start_time trainer place link',
    ],
    [
      'a timetable that a person keeps, Ukrainian',
      'sessions',
      'Курс;Дата проведення;Час початку;Час завершення;Викладач;Посилання на зустріч\nExcel;26.11.2026;10:00;12:00;Олена Бойко;https://x.test',
      'course start_date start_time end_time trainer link',
    ],
    [
      'from and to',
      'sessions',
      'Temat;Od;Do\nExcel;26.11.2026 10:00;26.11.2026 12:00',
      'course starts_at ends_at',
    ],
    [
      'camel case and stars',
      'participants',
      'firstName,lastName,eMail *\nJan,Was,jan@x.test',
      'first_name last_name email',
    ],
    ['a misspelt heading', 'participants', 'Nazwisko,Adrez e-mail\nWas,jan@x.test', 'last_name email?'],
    ['a column by its cells alone', 'participants', 'Kto,Gdzie\nJan,jan@x.test', '- email?'],
    [
      'two columns for one thing: the surer one',
      'participants',
      'Twoje imię i nazwisko,Imię i nazwisko,E-mail\nJ,Jan,jan@x.test',
      '- name email',
    ],
    ['no headings: people', 'participants', 'Jan Wąs;jan@x.test\nAnna Kot;anna@x.test', 'name? email?'],
    [
      'no headings: sessions',
      'sessions',
      'Excel od podstaw;26.11.2026 10:00;26.11.2026 12:00;https://x.test\nWord dla firm;27.11.2026 10:00;27.11.2026 12:00;https://x.test/2',
      'course? starts_at? ends_at? link?',
    ],
    ['an address line', 'participants', 'Jan Wąs <jan@x.test>; "Kot, Anna" <anna@x.test>', 'email?'],
  ])('%s', (_, kind, text, expected) => {
    expect(fieldsOf(kind, text)).toBe(expected);
  });

  test.each(IMPORT_KINDS)('every field of %s by its key and by its label in each language', (kind) => {
    const book = headerBook(kind, importLabels(kind));
    const fields: readonly ImportField[] = FIELDS[kind];
    for (const field of fields) {
      expect(book.match(field)).toEqual({ field, how: 'whole' });
      for (const language of LANGUAGES) {
        const label = columnLabel(kind, field, language);
        if (label !== null) expect([label, book.match(label)?.field]).toEqual([label, field]);
      }
    }
  });
});

describe('the heading is found', () => {
  const read = (kind: ImportKind, text: string) => {
    const { headerRow, rows } = recogniseTable(kind, readDelimited(text).rows, importLabels(kind));
    return { headerRow, numbers: rows.map(({ number }) => number) };
  };
  test('below lines about the meeting, and the table ends where the next one begins', () => {
    const text =
      'Topic,Meeting ID\nExcel,123 456\n\nName,Email,Join Time\nJan,jan@x.test,2026-11-26 10:00\n\n3. In-Meeting Activities,,\nName,Email,Join Time\nAnna,anna@x.test,2026-11-26 10:00\n';
    expect(read('activity', text)).toEqual({ headerRow: 4, numbers: [5] });
  });
  test('in a tab of ours that was downloaded: keys above labels', () => {
    const text = 'session_id,name,email\nZajęcia,Imię i nazwisko,E-mail\nXL-01,Jan,jan@x.test\n';
    expect(read('participants', text)).toEqual({ headerRow: 1, numbers: [3] });
  });
  test('nowhere, when the first row is data already', () => {
    expect(read('participants', 'Jan;jan@x.test\nAnna;anna@x.test\n')).toEqual({
      headerRow: null,
      numbers: [1, 2],
    });
  });
  test('and rows keep the numbers of the file over blank lines and line breaks in cells', () => {
    const text = 'Name;E-mail\n\n"Jan\nWąs";jan@x.test\n;\nAnna;anna@x.test\n';
    expect(read('participants', text)).toEqual({ headerRow: 1, numbers: [3, 5] });
  });
});

test('a quotation mark that never closes swallows no rows', () => {
  const { rows } = readDelimited('Name;E-mail\n"Kot" Anna;a@x.test\n"Jan ""J"" Was";j@x.test\n');
  expect(rows.map(({ cells }) => cells[0])).toEqual(['Name', '"Kot" Anna', 'Jan "J" Was']);
});

describe('the delimiter is told', () => {
  test.each([
    ['semicolons with commas inside', 'a;b\n1,5;2,5\n3,5;4\n', ';', 2],
    ['tabs', 'a\tb\tc\n1\t2\t3\n', '\t', 3],
    ['strokes', 'a|b\n1|2\n', '|', 2],
    ['commas with quoted semicolons', 'a,b\n"x;y;z",2\n', ',', 2],
    ['Excel’s own hint', 'sep=;\na;b,c\n1;2,3\n', ';', 2],
    ['one column', 'a@x.test\nb@x.test\n', ',', 1],
    ['a byte order mark', '\ufeffa;b\n1;2', ';', 2],
    ['nothing', '', ',', 0],
  ])('%s', (_, text, delimiter, width) => {
    const read = readDelimited(text);
    expect(read.delimiter).toBe(delimiter);
    expect(read.rows[0]?.cells.length ?? 0).toBe(width);
    expect(read.rows[0]?.cells[0]?.startsWith('\ufeff') ?? false).toBe(false);
  });
});
