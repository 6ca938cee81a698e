import { request } from 'node:http';
import { Workbook } from '@cj-tech-master/excelts';
import type {
  EditAnswer,
  RowsView,
  RunAnswer,
  SheetView,
  WorkbookView,
} from '../../../local-sheet/page/protocol';
import { DASHBOARD, TEAM, TICKETS } from '../xlsx/desk-workbook';
import { type DemoHost, demoHost } from './demo-host';
import { deskInModel, type OpenDesk } from './desk-in-model';
import { type RunningPage, servePage } from './page-server';

let desk: OpenDesk;
let host: DemoHost;
let page: RunningPage;

beforeEach(async () => {
  desk = deskInModel();
  host = demoHost();
  page = await servePage(desk, host);
});

afterEach(() => page.close());

async function read<T>(path: string): Promise<T> {
  const response = await fetch(page.url + path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

async function send<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(page.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

const tickets = (from = 0, count = 100) => read<RowsView>(`rows?id=${TICKETS}&from=${from}&count=${count}`);
const stored = (a1: string) =>
  desk.sheets.values.get(desk.spreadsheetId, a1, { valueRenderOption: 'UNFORMATTED_VALUE' }).values;

describe('reading', () => {
  it('the page comes with a policy that lets nothing in from elsewhere', async () => {
    const response = await fetch(page.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '-';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/https?:|unsafe/);
    expect(await response.text()).toContain(`nonce="${nonce}"`);
  });

  it('the tabs in their order with their colours', async () => {
    const view = await read<WorkbookView>('workbook');
    expect(view.title).toBe('Rowdesk · Jasny Kurs');
    expect(view.tabs.map((tab) => [tab.sheetId, tab.title, tab.color])).toEqual([
      [TICKETS, 'Tickets', '1A73E8'],
      [TEAM, 'Team', '188038'],
      [DASHBOARD, 'Dashboard', 'F9AB00'],
    ]);
  });

  it('the frame of a tab: what is frozen, hidden and how wide', async () => {
    const view = await read<SheetView>(`sheet?id=${TICKETS}`);
    expect(view).toMatchObject({ frozenRows: 2, frozenColumns: 1, gridLines: true, rowHeights: [[0, 1, 0]] });
    expect(view.columnWidths.slice(0, 2)).toEqual([92, 190]);
    expect(view.columnWidths[10]).toBe(0);
    expect(view.notShown).toEqual(['=REGEXMATCH(F3,"Faktura")']);
  });

  it('charts with the present numbers of their pivots', async () => {
    const view = await read<SheetView>(`sheet?id=${DASHBOARD}`);
    expect(view.charts[0]).toMatchObject({
      kind: 'axes',
      title: 'Tickets by status',
      labels: {
        texts: ['Closed', 'New', 'Open', 'Resolved', 'Waiting for participant', 'Waiting for vendor'],
      },
      series: [{ name: 'Tickets', values: [3, 8, 7, 7, 7, 8] }],
    });
    expect(view.charts[4]).toMatchObject({ kind: 'score', text: '40' });
  });

  it('rows with formats, choices and conditional colours', async () => {
    const { rows, looks, rules } = await tickets();
    const [id, status, , assignee, , , , created] = rows[2] ?? [];
    expect(id).toMatchObject({ t: 'T-FH3YS' });
    expect(looks[status?.l ?? -1]).toEqual({ background: 'D2E3FC', color: '174EA6' });
    expect(rules[status?.r ?? -1]).toMatchObject({
      kind: 'list',
      strict: true,
      choices: expect.arrayContaining(['Waiting for vendor']),
    });
    expect(rules[assignee?.r ?? -1]).toMatchObject({
      kind: 'list',
      strict: false,
      choices: ['Kasia Wrona', 'Tomek Lis', 'Olena Shevchuk', 'Maja Bąk'],
    });
    expect(created).toMatchObject({ t: '2026-11-16 08:00' });
    expect(rows[1]?.[5]?.n).toBe('Written by the mail bridge.');
    expect(rows[8]?.[5]).toMatchObject({
      t: '=SUM(A1:A9) pasted into the chat',
      e: "'=SUM(A1:A9) pasted into the chat",
    });
  });

  it('a window in the middle, with rules that look at their own row', async () => {
    const whole = await tickets();
    const part = await tickets(20, 5);
    const looks = (view: RowsView, row: number) => view.rows[row]?.map((cell) => view.looks[cell.l ?? -1]);
    expect(looks(part, 0)).toEqual(looks(whole, 20));
    expect(part.rows).toHaveLength(5);
  });

  it('cells of a pivot as computed, with headings', async () => {
    const view = await read<RowsView>(`rows?id=${DASHBOARD}&from=0&count=20`);
    expect(view.rows[3]?.slice(0, 2)).toMatchObject([
      { t: 'Closed', c: true },
      { t: '3', c: true },
    ]);
    expect(view.looks[view.rows[2]?.[0]?.l ?? -1]).toMatchObject({ bold: true });
  });

  it('the same answer again is not sent again', async () => {
    const first = await fetch(`${page.url}rows?id=${TICKETS}&from=0&count=10`);
    const again = await fetch(`${page.url}rows?id=${TICKETS}&from=0&count=10`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    ['rows?id=1&from=0&count=10', 404, 'no tab with the id 1'],
    [`rows?id=${TICKETS}&from=-1&count=10`, 400, 'from must be a row'],
    [`rows?id=${TICKETS}&from=0&count=5000`, 400, 'count a number up to 500'],
    ['sheet', 404, 'no tab'],
  ])('%s answers %i', async (path, code, message) => {
    const response = await fetch(page.url + path);
    expect(response.status).toBe(code);
    expect(((await response.json()) as { error: string }).error).toContain(message);
  });

  it('leaves other addresses to the server beside it', async () => {
    expect((await fetch(`${page.url}v4/spreadsheets/x`)).status).toBe(404);
  });

  it('gives the workbook as a file under its own name', async () => {
    const response = await fetch(`${page.url}export.xlsx`);
    expect(response.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Rowdesk%20%C2%B7%20Jasny%20Kurs.xlsx",
    );
    const read = new Workbook();
    await read.xlsx.load(Buffer.from(await response.arrayBuffer()));
    expect(read.getWorksheet('Dashboard')?.getCell('B4').value).toBe(3);
  });
});

describe('a person edits', () => {
  const edit = (row: number, column: number, value: string, confirmed = false) =>
    send<EditAnswer>('edit', { sheetId: TICKETS, row, column, value, confirmed });

  it('a cell: the sheet takes it as typed, and the script hears of it', async () => {
    expect(await edit(2, 7, '2026-12-01 9:30')).toEqual({ status: 'done', screen: null, scriptError: null });
    expect(stored('Tickets!H3')).toEqual([[46357 + 9.5 / 24]]);
    expect(host.edits).toEqual([
      {
        cell: { sheetId: TICKETS, row: 3, column: 8 },
        oldValue: String(46342 + 8 / 24),
        value: String(46357 + 9.5 / 24),
      },
    ]);
  });

  it('a choice: its own spelling is taken whatever the case', async () => {
    expect(await edit(2, 1, 'resolved')).toMatchObject({ status: 'done' });
    expect(stored('Tickets!B3')).toEqual([['Resolved']]);
  });

  it('a choice that is not in a strict list is refused, and nothing is written', async () => {
    expect(await edit(2, 1, 'nonsense')).toEqual({ status: 'refused', because: 'not-in-list', help: '' });
    expect(stored('Tickets!B3')).toEqual([['New']]);
    expect(host.edits).toEqual([]);
  });

  it('a choice that is not in a lenient list is taken', async () => {
    expect(await edit(2, 3, 'A new colleague')).toMatchObject({ status: 'done' });
    expect(stored('Tickets!D3')).toEqual([['A new colleague']]);
  });

  it('a cell is emptied even under a strict rule', async () => {
    expect(await edit(2, 1, '')).toMatchObject({ status: 'done' });
    expect(host.edits[0]).toMatchObject({ oldValue: 'New', value: null });
  });

  it('a column of the bridge: is asked first, then does it', async () => {
    expect(await edit(2, 0, 'mine')).toEqual({
      status: 'confirm',
      description: 'Written by the mail bridge',
    });
    expect(stored('Tickets!A3')).toEqual([['T-FH3YS']]);
    expect(await edit(2, 0, 'mine', true)).toMatchObject({ status: 'done' });
    expect(stored('Tickets!A3')).toEqual([['mine']]);
  });

  it('a cell that only others may edit is refused', async () => {
    const range = { sheetId: TICKETS, startColumnIndex: 5, endColumnIndex: 6 };
    const protectedRange = { range, description: 'Only Olena', editors: { users: ['olena@desk.example'] } };
    desk.sheets.batchUpdate(desk.spreadsheetId, { requests: [{ addProtectedRange: { protectedRange } }] });
    expect(await edit(2, 5, 'x')).toEqual({ status: 'refused', because: 'protected', help: 'Only Olena' });
  });

  it('a cell of a pivot is refused', async () => {
    const answer = await send<EditAnswer>('edit', { sheetId: DASHBOARD, row: 3, column: 1, value: '99' });
    expect(answer).toMatchObject({ status: 'refused', because: 'computed' });
  });

  it('a date rule: words are refused and the old value stands', async () => {
    const range = { sheetId: TICKETS, startRowIndex: 2, startColumnIndex: 7, endColumnIndex: 8 };
    const rule = { condition: { type: 'DATE_IS_VALID' }, strict: true, inputMessage: 'A date, please.' };
    desk.sheets.batchUpdate(desk.spreadsheetId, { requests: [{ setDataValidation: { range, rule } }] });
    expect(await edit(2, 7, 'next week')).toEqual({
      status: 'refused',
      because: 'not-a-date',
      help: 'A date, please.',
    });
    expect(stored('Tickets!H3')).toEqual([[46342 + 8 / 24]]);
    expect(host.edits).toEqual([]);
  });

  it('a script that fails does not undo the edit', async () => {
    host.edited = () => {
      throw new Error('Exceeded maximum execution time');
    };
    expect(await edit(2, 5, 'kept')).toMatchObject({
      status: 'done',
      scriptError: 'Exceeded maximum execution time',
    });
    expect(stored('Tickets!F3')).toEqual([['kept']]);
  });

  it('a place outside of the sheet is refused', async () => {
    expect(await edit(2, 99, 'x')).toMatchObject({ status: 'refused', because: 'no-such-cell' });
  });
});

describe('only the page itself may write', () => {
  it.each([
    ['another site', { origin: 'http://evil.example', 'content-type': 'application/json' }, 403],
    ['a sandboxed pane', { origin: 'null', 'content-type': 'application/json' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
  ])('%s is refused', async (_who, headers, code) => {
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${page.url}edit`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ sheetId: TICKETS, row: 2, column: 5, value: 'x' }));
    });
    expect(status).toBe(code);
    expect(stored('Tickets!F3')).not.toEqual([['x']]);
  });

  it.each([['[]'], ['{"sheetId":1}'], ['{"sheetId":7101,"row":-1,"column":0,"value":"x"}'], ['not json']])(
    '%s is no edit',
    async (body) => {
      const response = await fetch(`${page.url}edit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBe(400);
    },
  );
});

describe('the script', () => {
  const selection = { sheetId: TICKETS, row: 9, column: 0 };

  it('brings its menus', async () => {
    expect(await read('menus')).toMatchObject([
      { caption: 'Rowdesk', items: [{ functionName: 'showSidebar' }, {}, {}] },
    ]);
  });

  it('shows toasts and alerts of a menu item', async () => {
    expect(await send<RunAnswer>('menu', { functionName: 'hello', selection })).toMatchObject({
      status: 'done',
      screen: { toasts: ['Hello from the script.'], alerts: ['All is well.'], sidebar: null },
    });
  });

  it('says why it failed', async () => {
    expect(await send<RunAnswer>('menu', { functionName: 'fail', selection })).toEqual({
      status: 'failed',
      message: 'Row 12 has no e-mail address.',
    });
  });

  it('serves its sidebar into a sandbox without network, with google.script.run before its own scripts', async () => {
    const answer = await send<RunAnswer>('menu', { functionName: 'showSidebar', selection });
    if (answer.status !== 'done') throw new Error(answer.message);
    const shown = await fetch(page.url + (answer.screen.sidebar?.url ?? ''));
    const policy = shown.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox allow-scripts/);
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).not.toContain('connect-src');
    const html = await shown.text();
    expect(html.startsWith('<!doctype html>')).toBe(true);
    expect(html.indexOf('script-run')).toBeLessThan(html.indexOf('describeRow'));
  });

  it('answers its page, knowing where the person stands', async () => {
    const call = { functionName: 'describeRow', args: ['please'], selection };
    expect(await send<RunAnswer>('script/run', call)).toMatchObject({
      status: 'done',
      returned: `please: row 10 of ${TICKETS}`,
    });
  });

  it('a pane that was closed long ago is gone', async () => {
    expect((await fetch(`${page.url}shown/000`)).status).toBe(404);
  });

  it('says why its menus did not come', async () => {
    host.open = () => {
      throw new Error('ReferenceError: onOpen is broken');
    };
    const response = await fetch(`${page.url}menus`);
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ error: 'ReferenceError: onOpen is broken' });
  });

  it('a workbook without a script has no menus and refuses to run anything', async () => {
    const bare = await servePage(desk, null);
    expect(await (await fetch(`${bare.url}menus`)).json()).toEqual([]);
    await bare.close();
  });
});

it('an open page hears of a change made elsewhere', async () => {
  const stop = new AbortController();
  const response = await fetch(`${page.url}events`, { signal: stop.signal });
  const reader = response.body?.getReader();
  const next = async () => Buffer.from((await reader?.read())?.value ?? []).toString();
  expect(await next()).toContain('event: hello');
  desk.sheets.values.update(
    desk.spreadsheetId,
    'Tickets!F3',
    { values: [['new']] },
    { valueInputOption: 'RAW' },
  );
  expect(await next()).toContain('event: changed');
  stop.abort();
});
