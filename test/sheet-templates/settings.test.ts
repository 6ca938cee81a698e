import { LANGUAGES } from '../../core/language';
import { DEFAULT_SETTINGS, readSettings, SETTING_KEYS, SETTING_NOTES } from '../../sheet-templates/settings';
import { freshWorkbook } from './workbook';

const read = (key: string, value: string) => readSettings([{ key, value }]);

test('an empty tab means the defaults', () => {
  expect(readSettings([])).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

test.each([
  ['firm_name', ' Akademia Jasna ', 'Akademia Jasna'],
  ['support_address', 'pomoc@akademia-jasna.test', 'pomoc@akademia-jasna.test'],
  ['language', 'Polski', 'pl'],
  ['language', 'uk', 'uk'],
  ['language', 'Англійська', 'en'],
  ['zone', 'Europe/Kyiv', 'Europe/Kyiv'],
  ['zone', 'UTC', 'UTC'],
  ['acknowledgements', 'nie', false],
  ['acknowledgements', 'Так', true],
  ['brake', 'TAK', true],
  ['brake', 'TRUE', true],
  ['reminders', 'false', false],
  ['portal_url', 'https://pomoc.akademia-jasna.test/', 'https://pomoc.akademia-jasna.test/'],
  ['quiet_from', '22:30', 22 * 60 + 30],
  ['quiet_until', '6', 6 * 60],
  ['schema_version', '1', 1],
] as const)('%s “%s” is %p', (key, value, meaning) => {
  const { settings, problems } = read(key, value);
  expect(problems).toEqual([]);
  expect(settings[key]).toBe(meaning);
});

test.each([
  ['support_address', 'call us'],
  ['language', 'Klingon'],
  ['zone', 'Warsaw'],
  ['acknowledgements', 'perhaps'],
  ['portal_url', 'javascript:alert(1)'],
  ['quiet_from', 'late'],
  ['schema_version', 'one'],
  ['schema_version', '0'],
] as const)('%s “%s” is reported, and the default holds', (key, value) => {
  const { settings, problems } = read(key, value);
  expect(problems).toEqual([{ key, value }]);
  expect(settings).toEqual(DEFAULT_SETTINGS);
});

test('the first of two rows counts, the case of a key does not, rows of the firm’s own are left alone', () => {
  const { settings, problems } = readSettings([
    { key: 'our own', value: '???' },
    { key: 'Firm_Name', value: 'first' },
    { key: 'firm_name', value: 'second' },
  ]);
  expect(settings.firm_name).toBe('first');
  expect(problems).toEqual([]);
});

test.each(LANGUAGES)('what setup writes in %s reads back without a problem', (language) => {
  const rows = freshWorkbook(language)
    .values('settings')
    .slice(2)
    .map(([key, value]) => ({ key: String(key), value: String(value ?? '') }));
  const { settings, problems } = readSettings(rows);
  expect(problems).toEqual([]);
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, language, calendar: language === 'uk' ? 'uk' : 'pl' });
  expect(rows.map(({ key }) => key)).toEqual(SETTING_KEYS);
});

test('every setting is explained in every language', () => {
  for (const key of SETTING_KEYS) {
    for (const language of LANGUAGES) expect(SETTING_NOTES[key][language]).toMatch(/[.]$/);
  }
});
