/** `rowdesk import` as a person runs it: the built program, files of several origins, a workbook behind the API. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import iconv from 'iconv-lite';
import type { Language } from '../../../core/language';
import { instant } from '../../../core/time/instant';
import { rounds } from '../../support/thorough';
import { type BridgeBench, bridgeBench } from '../support/bench';
import { type Ended, rowdesk, writeConfig } from '../support/cli';

const NOWHERE = { imap: { port: 9 }, smtp: { port: 9 } };
const at = (iso: string) => instant(Date.parse(iso));

let bench: BridgeBench;

async function open(language: Language = 'en'): Promise<void> {
  bench = await bridgeBench({ ...NOWHERE, language });
  mkdirSync(bench.folder, { recursive: true });
  writeConfig(bench.folder, bench.configValue);
}

afterEach(() => bench.close());

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(bench.folder, name), content);
  return name;
}

const run = (...args: readonly string[]): Promise<Ended> =>
  rowdesk(['import', ...args], { cwd: bench.folder });

async function session(id = 'XL-01'): Promise<void> {
  await bench.append('sessions', [
    { id, course: 'Excel od podstaw', starts_at: at('2026-11-26T09:00:00Z'), state: 'planned' },
  ]);
}

describe('rowdesk import', () => {
  test('shows what it would do and, asked by nobody, writes nothing', async () => {
    await open('pl');
    await session();
    const list = file(
      'lista.csv',
      iconv.encode(
        'Imię;Nazwisko;Adres e-mail;Język;Numer buta\nŁucja;Żak;lucja@client.test;polski;38\nJan;Wąs;jan(at)client.test;polski;44\n',
        'windows-1250',
      ),
    );
    const { code, stdout, stderr } = await run('participants', list, '--session', 'xl-01');
    expect(stdout).toContain('windows-1250');
    expect(stdout).toContain('Wiersz 3: „jan(at)client.test” to nie adres e-mail');
    expect(stdout).toContain('Pominięte kolumny: Numer buta.');
    expect(stdout).toContain('Łucja Żak');
    expect(stdout).toContain('Do dodania na kartę Uczestnicy: 1 wiersz');
    expect(code).toBe(1);
    expect(stderr).toContain('--yes');
    expect(await bench.rows('participants')).toEqual([]);
  });

  test('writes with --yes, and a second time finds all of it there', async () => {
    await open();
    await session();
    const list = file(
      'list.csv',
      'Name,E-mail,Language\n"Nowak, Jan",jan@client.test,PL\n=HYPERLINK("http://x"),anna@client.test,en\n',
    );
    const first = await run('participants', list, '--session', 'XL-01', '--yes');
    expect(first.stderr).toBe('');
    expect(first.stdout).toContain('Done: 2 rows added, 0 changed.');
    expect(await bench.rows('participants')).toEqual([
      expect.objectContaining({
        name: 'Nowak, Jan',
        email: 'jan@client.test',
        language: 'pl',
        session_id: 'XL-01',
      }),
      // As text: a formula would be read back as its result.
      expect.objectContaining({ name: '=HYPERLINK("http://x")' }),
    ]);
    const second = await run('participants', list, '--session', 'XL-01', '--yes', '--json');
    expect(second.code).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({ written: false, added: 0, updated: 0, unchanged: 2 });
    expect(await bench.rows('participants')).toHaveLength(2);
  });

  test('reads the attendance report of a meeting: UTF-16, tabs, several tables in one file', async () => {
    await open();
    await session();
    const report = [
      '1. Summary',
      'Meeting title\tExcel od podstaw',
      'Attended participants\t2',
      '',
      '2. Participants',
      'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
      'Łucja Żak\t26.11.2026, 09:58:12\t26.11.2026, 12:01:02\t2h 2m 50s\tlucja@client.test\tlucja@client.test\tPresenter',
      'Jan Wąs\t26.11.2026, 10:03:40\t26.11.2026, 11:00:00\t56m 20s\tjan@client.test\tjan@client.test\tAttendee',
      '',
      '3. In-Meeting Activities',
      'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
      'Jan Wąs\t26.11.2026, 10:03:40\t26.11.2026, 11:00:00\t56m 20s\tjan@client.test\tAttendee',
    ].join('\r\n');
    const path = file(
      'attendance.csv',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(report, 'utf16le')]),
    );
    const { stdout, code } = await run('activity', path, '--session', 'XL-01', '--yes');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('2 rows added') });
    expect(await bench.rows('activity')).toEqual([
      { at: at('2026-11-26T08:58:12Z'), email: 'lucja@client.test', session_id: 'XL-01', what: 'joined' },
      { at: at('2026-11-26T09:03:40Z'), email: 'jan@client.test', session_id: 'XL-01', what: 'joined' },
    ]);
  });

  test('reads a chosen sheet of an Excel workbook: real dates, times, and ids that stay whole', async () => {
    await open('uk');
    const workbook = new Workbook();
    workbook.addWorksheet('Про файл').addRow(['Розклад на листопад']);
    const sheet = workbook.addWorksheet('Розклад');
    sheet.addRow([]);
    sheet.addRow(['Код', 'Курс', 'Дата', 'Час', 'Тривалість', 'Тренер', 'Дивний стовпець']);
    sheet.addRow([1234567890123, 'Таблиці', new Date(Date.UTC(2026, 10, 26)), 0.4375, 90, 'Олена Бойко', 5]);
    sheet.getCell('C3').numFmt = 'dd.mm.yyyy';
    sheet.getCell('D3').numFmt = 'hh:mm';
    const path = file('rozklad.xlsx', Buffer.from((await workbook.xlsx.writeBuffer()) as Uint8Array));
    const wrong = await run('sessions', path, '--sheet', 'Немає');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('"Розклад"');
    const { code, stdout } = await run('sessions', path, '--sheet', 'розклад', '--yes');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('Готово') });
    expect(await bench.rows('sessions')).toEqual([
      expect.objectContaining({
        id: '1234567890123',
        course: 'Таблиці',
        starts_at: at('2026-11-26T09:30:00Z'),
        ends_at: at('2026-11-26T11:00:00Z'),
        trainer: 'Олена Бойко',
      }),
    ]);
  });

  test('takes the pipe as a file', async () => {
    await open();
    await session();
    const child = spawn(
      process.execPath,
      [
        join(__dirname, '../../../dist/rowdesk.cjs'),
        'import',
        'participants',
        '-',
        '--session',
        'XL-01',
        '--yes',
        '--json',
      ],
      {
        cwd: bench.folder,
        env: { ...process.env, ROWDESK_IMAP_PASSWORD: 'secret' },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    child.stdin.end('Jan Nowak <jan@client.test>, Anna Kot <anna@client.test>\n');
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ written: true, added: 2 });
    expect((await bench.rows('participants')).map(({ name, email }) => [name, email])).toEqual([
      ['Jan Nowak', 'jan@client.test'],
      ['Anna Kot', 'anna@client.test'],
    ]);
  });

  test('asks for a column that it cannot find, and takes it from --map', async () => {
    await open();
    await session();
    const list = file(
      'odd.csv',
      'Kto;Gdzie pisać\nJan Nowak;jan_nowak\nAnna Kot;anna@client.test\nEwa Lis;ewa\n',
    );
    const lost = await run('participants', list, '--session', 'XL-01');
    expect(lost.code).toBe(1);
    expect(lost.stderr).toContain('Its columns are: Kto, Gdzie pisać');
    const told = await run(
      'participants',
      list,
      '--session',
      'XL-01',
      '--map',
      'Gdzie pisać=email',
      '--map',
      'Kto=name',
      '--yes',
      '--json',
    );
    expect(JSON.parse(told.stdout)).toMatchObject({
      added: 1,
      bad: 2,
      problems: [
        {
          row: 2,
          refused: true,
          reasons: [{ code: 'bad-email', text: '“jan_nowak” is not an e-mail address' }],
        },
        { row: 4, refused: true },
      ],
    });
    const unknown = await run('participants', list, '--map', 'Kto=shoe');
    expect(unknown.stderr).toContain('There is no field "shoe"');
    const nowhere = await run('participants', list, '--map', 'Wer=name');
    expect(nowhere.stderr).toContain('has no column "Wer"');
  });

  test('says what is wrong with a file, a session or a kind', async () => {
    await open();
    expect((await run('participants', 'none.csv')).stderr).toContain('none.csv cannot be read');
    expect((await run('guests', 'none.csv')).code).toBe(2);
    const old = file('old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]));
    expect((await run('participants', old)).stderr).toContain('Save it as .xlsx or as CSV');
    const broken = file('broken.xlsx', Buffer.from('PK\u0003\u0004 this is no zip'));
    expect((await run('participants', broken)).stderr).toContain('cannot be read as an Excel workbook');
    const empty = file('empty.csv', '\n\n');
    expect((await run('participants', empty)).stderr).toContain('has no rows');
    const list = file('list.csv', 'email\njan@client.test\n');
    expect((await run('participants', list, '--session', 'GONE')).stderr).toContain(
      'There is no session "GONE"',
    );
    for (const text of ['none', 'guests']) expect((await run('participants', text)).stdout).toBe('');
  });

  const MANY = rounds(2_500, 10_000);
  test(`brings ${MANY} rows in, each once`, async () => {
    await open();
    await session();
    const rows = Array.from({ length: MANY }, (_, n) => `Person ${n};p${n}@client.test`);
    const list = file('many.csv', `Name;E-mail\n${rows.join('\n')}\n${rows[17]}\n`);
    const { stdout, code } = await run('participants', list, '--session', 'XL-01', '--yes', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ added: MANY, merged: [{ row: MANY + 2, into: 19 }] });
    const emails = (await bench.rows('participants')).map(({ email }) => email);
    expect(emails).toHaveLength(MANY);
    expect(new Set(emails).size).toBe(MANY);
  });
});
