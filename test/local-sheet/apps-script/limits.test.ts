import { attempt, evaluate, OWNER, project } from './project';

const HERE = { sheetId: 0, row: 1, column: 1 };
const EDIT = { oldValue: null, value: 'x' };

describe('time', () => {
  // guides/triggers: simple triggers "cannot run for longer than 30 seconds"; guides/services/quotas: 6 min
  test('a simple trigger is stopped after 30 seconds', () => {
    const { host } = project('function onEdit(e) { Utilities.sleep(Number(e.value)); return "done"; }');
    expect(host.edited(OWNER, HERE, { ...EDIT, value: '29000' })?.returned).toBe('done');
    expect(() => host.edited(OWNER, HERE, { ...EDIT, value: '30001' })).toThrow(
      'Exceeded maximum execution time',
    );
  });

  test('any other execution after 6 minutes', () => {
    const { host } = project(
      'function main(n) { for (let i = 0; i < n; i += 1) Utilities.sleep(60000); return "done"; }',
    );
    expect(host.run('main', 6).returned).toBe('done');
    expect(() => host.run('main', 7)).toThrow('Exceeded maximum execution time');
  });

  test('a script cannot catch it and go on', () => {
    const { host } = project(
      'function main() { for (;;) { try { Utilities.sleep(60000); } catch (error) { return "caught"; } } }',
    );
    expect(() => host.run('main')).toThrow('Exceeded maximum execution time');
  });

  test('a loop of many service calls comes to the limit', () => {
    const { host } = project('function main() { for (;;) SpreadsheetApp.getActiveRange().getValue(); }', {
      limits: { serviceCallMs: 1000 },
    });
    expect(() => host.run('main')).toThrow('Exceeded maximum execution time');
  });

  test('a script that never comes back is stopped in real time', () => {
    const { host } = project('function main() { for (;;); }', { limits: { realTimeoutMs: 50 } });
    expect(() => host.run('main')).toThrow('the script computed for 50 ms without an end');
  });

  test('Utilities.sleep takes at most five minutes', () => {
    expect(attempt('Utilities.sleep(300001)')).toBe('Exception: Argument out of range: milliseconds');
  });
});

describe('the count of service calls', () => {
  test.each([
    [
      'steps on the way',
      'SpreadsheetApp.getActive().getSheets; SpreadsheetApp.getActive().getRange("A1").offset(1, 1); Utilities.getUuid(); Logger.log("x"); HtmlService.createHtmlOutput("x")',
      0,
    ],
    [
      'a read and a write of cells',
      'const range = SpreadsheetApp.getActiveRange(); range.getValues(); range.setValue(1)',
      2,
    ],
    ['finding a sheet and its size', 'SpreadsheetApp.getActive().getSheetByName("Data").getLastRow()', 2],
    [
      'the API',
      'const id = SpreadsheetApp.getActive().getId(); Sheets.Spreadsheets.get(id); Sheets.Spreadsheets.Values.get(id, "Data!A1")',
      2,
    ],
    [
      'properties, cache and lock',
      'PropertiesService.getScriptProperties().getProperties(); CacheService.getScriptCache().get("k"); LockService.getScriptLock().tryLock(1)',
      3,
    ],
    [
      'triggers',
      'ScriptApp.newTrigger("f").timeBased().everyHours(1).create(); ScriptApp.getProjectTriggers()',
      2,
    ],
  ])('%s', (_what, body, count) => {
    expect(project(`function main() { ${body}; }`).host.run('main').serviceCalls).toBe(count);
  });

  test('does not depend on how many rows a read brings', () => {
    const reads = (rows: number) =>
      project(`function main() { SpreadsheetApp.getActive().getRange('A1:B${rows}').getValues(); }`).host.run(
        'main',
      ).serviceCalls;
    expect(reads(20)).toBe(reads(2));
  });
});

describe('MailApp', () => {
  const sending = (body: string) => {
    const mails: unknown[] = [];
    const returned = evaluate(`try { ${body} } catch (error) { return String(error); }`, {
      mail: (mail) => mails.push(mail),
    });
    return { mails, returned };
  };
  const blank = { from: OWNER.email, cc: [], bcc: [], replyTo: null, name: null, htmlBody: null };

  test.each([
    [
      'three texts',
      'MailApp.sendEmail("a@x.example, b@x.example", "s", "b")',
      { ...blank, to: ['a@x.example', 'b@x.example'], subject: 's', body: 'b' },
    ],
    [
      'with options',
      'MailApp.sendEmail("a@x.example", "s", "b", { cc: "c@x.example", name: "Desk", htmlBody: "<p>b" })',
      {
        ...blank,
        to: ['a@x.example'],
        cc: ['c@x.example'],
        name: 'Desk',
        htmlBody: '<p>b',
        subject: 's',
        body: 'b',
      },
    ],
    [
      'with a reply address',
      'MailApp.sendEmail("a@x.example", "r@x.example", "s", "b")',
      { ...blank, to: ['a@x.example'], replyTo: 'r@x.example', subject: 's', body: 'b' },
    ],
    [
      'one object',
      'MailApp.sendEmail({ to: "a@x.example", subject: "s", body: "b" })',
      { ...blank, to: ['a@x.example'], subject: 's', body: 'b' },
    ],
  ])('sends %s', (_what, body, expected) => {
    expect(sending(body).mails).toEqual([expected]);
  });

  // guides/services/quotas: 100 recipients a day for consumer accounts, 50 in one message
  test('stops at the daily quota of recipients', () => {
    const { mails, returned } = sending(
      'for (let i = 0; i < 101; i += 1) MailApp.sendEmail("a@x.example", "s", String(i));',
    );
    expect(returned).toBe('Exception: Service invoked too many times for one day: email.');
    expect(mails).toHaveLength(100);
  });

  test('tells what is left of the day', () => {
    const { host, clock } = project(
      'function send() { MailApp.sendEmail("a@x.example", "s", "b"); } function left() { return MailApp.getRemainingDailyQuota(); }',
      { mail: () => undefined },
    );
    host.run('send');
    expect(host.run('left').returned).toBe(99);
    clock.advance(86_400_000);
    expect(host.run('left').returned).toBe(100);
  });

  test('refuses a message to more than fifty', () => {
    const { returned } = sending('MailApp.sendEmail(Array(51).fill("a@x.example").join(","), "s", "b");');
    expect(returned).toBe('Exception: Limit exceeded: Email Recipients Per Message.');
  });
});
