import { LANGUAGES } from '../../core/language';
import { EVERY_STARTING_WORD, readTone } from '../../core/mail/tone';
import { SHEET_ID } from '../../core/workbook/columns';
import { DEFAULT_SETTINGS, readSettings, SETTING_NOTES } from '../../sheet-templates/settings';
import { TONE_SETTING_KEYS, toneWordsOf } from '../../sheet-templates/tone-settings';
import { Workbook } from './workbook';

const read = (key: string, value: string) => readSettings([{ key, value }]);

describe('the lists of urgent and angry words', () => {
  test('are one row for each kind and language', () => {
    expect(TONE_SETTING_KEYS).toEqual([
      'urgent_words_en',
      'urgent_words_pl',
      'urgent_words_uk',
      'conflict_words_en',
      'conflict_words_pl',
      'conflict_words_uk',
    ]);
  });

  test.each([
    ['pilne, na  już ,, zaraz', ['pilne', 'na już', 'zaraz']],
    ['pilne;zaraz\nna już', ['pilne', 'zaraz', 'na już']],
  ])('%j is %j', (value, list) => {
    const { settings, problems } = read('urgent_words_pl', value);
    expect(problems).toEqual([]);
    expect(settings.urgent_words_pl).toEqual(list);
  });

  test('are the starting words in a workbook that has no such row', () => {
    expect(toneWordsOf(readSettings([]).settings)).toEqual(EVERY_STARTING_WORD);
  });

  test('are empty where people emptied the cell, and mails are read by what is left', () => {
    const { settings, problems } = read('urgent_words_pl', ' ');
    expect(problems).toEqual([]);
    const words = toneWordsOf(settings);
    expect(readTone('Pilne!', words).urgent).toEqual([]);
    expect(readTone('Urgent!', words).urgent).toEqual(['urgent']);
  });

  test.each([
    ['a single letter would find every mail', 'pilne, a'],
    ['signs find nothing', '!!!'],
    ['a sentence is no word', 'x'.repeat(61)],
    ['hundreds of words', 'pilne,'.repeat(301)],
  ])('are reported and left as they were: %s', (_why, value) => {
    const { settings, problems } = read('urgent_words_pl', value);
    expect(problems).toEqual([{ key: 'urgent_words_pl', value }]);
    expect(settings).toEqual(DEFAULT_SETTINGS);
  });

  test.each(LANGUAGES)('say in %s which language each list is for', (language) => {
    const notes = TONE_SETTING_KEYS.map((key) => SETTING_NOTES[key][language]);
    expect(new Set(notes).size).toBe(notes.length);
    for (const note of notes) expect(note.length).toBeLessThan(180);
  });
});

describe('a workbook made before there were signals', () => {
  /** As setup of that time left it: without the column and without the rows. */
  function older(): Workbook {
    const workbook = new Workbook().setUp('pl');
    const lose = (
      tab: 'tickets' | 'settings',
      dimension: 'COLUMNS' | 'ROWS',
      startIndex: number,
      count = 1,
    ) =>
      workbook.batch([
        {
          deleteDimension: {
            range: { sheetId: SHEET_ID[tab], dimension, startIndex, endIndex: startIndex + count },
          },
        },
      ]);
    lose('tickets', 'COLUMNS', workbook.columnOf('tickets', 'signals'));
    const keys = workbook.values('settings').map(([key]) => String(key));
    lose('settings', 'ROWS', keys.indexOf('urgent_words_en'), TONE_SETTING_KEYS.length);
    workbook.write('tickets', 2, workbook.columnOf('tickets', 'id'), 'T-7K3Q9');
    workbook.write('tickets', 2, workbook.columnOf('tickets', 'tags'), 'faktura');
    workbook.write('settings', keys.indexOf('firm_name'), 1, 'Akademia');
    return workbook;
  }
  const settingsOf = (workbook: Workbook) =>
    new Map(workbook.values('settings').map((row) => [row[0], row[1]]));

  test('gets the column and the lists by Set up, once, and keeps everything else', () => {
    const workbook = older();
    const before = workbook.values('tickets').map((row) => row.slice());
    const settingsBefore = settingsOf(workbook);
    workbook.setUp('pl');
    expect(workbook.values('tickets')[0]).toEqual([...(before[0] ?? []), 'signals']);
    expect(workbook.values('tickets')[1]).toEqual([...(before[1] ?? []), 'Sygnały']);
    expect(workbook.values('tickets')[2]).toEqual(before[2]);
    const settings = settingsOf(workbook);
    for (const [key, value] of settingsBefore)
      expect({ key, value: settings.get(key) }).toEqual({ key, value });
    expect(settings.get('urgent_words_pl')).toContain('jak najszybciej');
    expect(settings.get('conflict_words_uk')).toContain('скарг');
    expect(workbook.plan('pl')).toEqual([]);
  });

  test('does not get back a list that people emptied', () => {
    const workbook = older().setUp('pl');
    const row = workbook.values('settings').findIndex(([key]) => key === 'urgent_words_en');
    workbook.write('settings', row, 1, '');
    expect(workbook.plan('pl')).toEqual([]);
  });
});
