import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { localClient } from '../../../local-sheet/conformance/local-client';
import { LARGEST_BODY } from '../../../local-sheet/http/request-body';
import { type SheetsApi, startSheetsApi } from '../../../local-sheet/http/server';
import { type LocalSheets, openLocalSheets } from '../../../local-sheet/storage/open';

const TOKEN = 'secret';
const MINUTE = 60_000;

let api: SheetsApi;
let workbooks: LocalSheets;
let spreadsheetId: string;
let now = Date.UTC(2026, 10, 21);

beforeEach(async () => {
  workbooks = openLocalSheets();
  api = await startSheetsApi({
    service: workbooks,
    token: [TOKEN, 'second'],
    clock: { now: () => now },
    checkAnswers: true,
    extraRoutes: (request, response) => {
      if (request.url !== '/page') return false;
      response.end('a page');
      return true;
    },
  });
  spreadsheetId = workbooks.create({}).spreadsheetId ?? '';
});
afterEach(async () => {
  await api.close();
  workbooks.close();
});

function call(path: string, init: RequestInit = {}, token: string | null = TOKEN): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  return fetch(`${api.url}v4/spreadsheets${path}`, { ...init, headers });
}

function post(path: string, body: unknown): Promise<Response> {
  return call(path, { method: 'POST', body: JSON.stringify(body) });
}

async function errorOf(response: Response): Promise<unknown> {
  const body = (await response.json()) as { error: { code: number; status: string; message: string } };
  expect(body.error.code).toBe(response.status);
  return [body.error.code, body.error.status];
}

const append = (text: string) => ({
  requests: [
    {
      appendCells: {
        sheetId: 0,
        rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }],
        fields: 'userEnteredValue',
      },
    },
  ],
});
const stored = (): unknown => workbooks.values.get(spreadsheetId, 'Sheet1').values ?? [];

describe('who is let in', () => {
  test.each([
    ['no token', null],
    ['a wrong token', 'guess'],
  ])('%s is answered 401 in Google’s words', async (_name, token) => {
    const response = await call(`/${spreadsheetId}`, {}, token);
    expect(await errorOf(response)).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('every configured token is let in', async () => {
    expect((await call(`/${spreadsheetId}`, {}, 'second')).status).toBe(200);
  });

  test('it listens on the loopback address only', () => {
    expect(api.url).toBe(`http://127.0.0.1:${api.port}/`);
  });

  test('a port that is taken is named', async () => {
    const second = startSheetsApi({ service: workbooks, token: TOKEN, port: api.port });
    await expect(second).rejects.toThrow(`Port ${api.port} is taken`);
  });
});

describe('what is refused', () => {
  test.each([
    ['a body that is not JSON', '{"requests": [', 400],
    ['a misspelt request', '{"requests":[{"updateCell":{}}]}', 400],
    ['a misspelt enum', '{"requests":[{"addSheet":{"properties":{"sheetType":"GRIDD"}}}]}', 400],
    [
      'a fraction where an integer belongs',
      '{"requests":[{"addSheet":{"properties":{"sheetId":1.5}}}]}',
      400,
    ],
    ['a request that is valid and not emulated', '{"requests":[{"addSlicer":{"slicer":{}}}]}', 501],
    [
      'a formula',
      '{"requests":[{"appendCells":{"sheetId":0,"fields":"*","rows":[{"values":[{"userEnteredValue":{"formulaValue":"=1"}}]}]}}]}',
      501,
    ],
  ])('%s', async (_name, body, code) => {
    const response = await call(`/${spreadsheetId}:batchUpdate`, { method: 'POST', body });
    expect(response.status).toBe(code);
    expect(await errorOf(response)).toEqual([code, code === 400 ? 'INVALID_ARGUMENT' : 'UNIMPLEMENTED']);
  });

  test('the message says where the body is wrong', async () => {
    const response = await post(`/${spreadsheetId}:batchUpdate`, { requests: [{ updateCell: {} }] });
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toContain('Unknown name "updateCell" at \'requests[0]\'');
  });

  test('a query parameter that the method has not', async () => {
    expect((await call(`/${spreadsheetId}?range=A1`)).status).toBe(400);
    expect((await call(`/${spreadsheetId}?prettyPrint=false&quotaUser=x&%24alt=json`)).status).toBe(200);
  });

  test('a path that is no method', async () => {
    expect(await errorOf(await call(`/${spreadsheetId}/cells`))).toEqual([404, 'NOT_FOUND']);
  });

  test('a body that is not UTF-8', async () => {
    const body = new Uint8Array([0x7b, 0xff, 0x7d]);
    expect((await call(`/${spreadsheetId}:batchUpdate`, { method: 'POST', body })).status).toBe(400);
  });

  test('a body beyond the limit, also when it was compressed', async () => {
    const body = gzipSync(Buffer.alloc(LARGEST_BODY + 1, ' '));
    const response = await call(`/${spreadsheetId}:batchUpdate`, {
      method: 'POST',
      body,
      headers: { 'Content-Encoding': 'gzip' },
    });
    expect(response.status).toBe(413);
  });
});

test('a compressed body is read, and letters of every alphabet survive', async () => {
  const body = gzipSync(JSON.stringify(append('Zażółć gęślą jaźń, Їжак 🦔')));
  const headers = { 'Content-Encoding': 'gzip' };
  expect((await call(`/${spreadsheetId}:batchUpdate`, { method: 'POST', body, headers })).status).toBe(200);
  expect(stored()).toEqual([['Zażółć gęślą jaźń, Їжак 🦔']]);
});

test('fields cuts the answer of any method', async () => {
  const response = await post(`/${spreadsheetId}:batchUpdate?fields=spreadsheetId`, append('a'));
  expect(await response.json()).toEqual({ spreadsheetId });
});

test('other addresses are the page’s', async () => {
  expect(await (await fetch(`${api.url}page`)).text()).toBe('a page');
  expect((await fetch(`${api.url}nothing`)).status).toBe(401);
});

describe('quotas', () => {
  beforeEach(() => {
    api.quotas.enabled = true;
  });

  test('60 reads and 60 writes a minute for each user, and again in the next minute', async () => {
    const read = async (token = TOKEN): Promise<number> =>
      (await call(`/${spreadsheetId}?fields=spreadsheetId`, {}, token)).status;
    for (let n = 0; n < 60; n++) expect(await read()).toBe(200);
    expect(await read()).toBe(429);
    expect(await read('second')).toBe(200);
    expect((await post(`/${spreadsheetId}:batchUpdate`, append('a'))).status).toBe(200);
    now += MINUTE;
    expect(await read()).toBe(200);
    expect(api.counts).toEqual({ read: 63, write: 1 });
  });
});

describe('faults', () => {
  const write = (): Promise<Response> => post(`/${spreadsheetId}:batchUpdate`, append('a'));

  test('429 with Retry-After, nothing applied', async () => {
    api.faults.add({ kind: 'too-many-requests', retryAfterSeconds: 7 });
    const response = await write();
    expect([response.status, response.headers.get('retry-after'), stored()]).toEqual([429, '7', []]);
  });

  test('500 before the commit applies nothing, 500 after it applies all', async () => {
    api.faults.add({ kind: 'error-before-commit' });
    expect([(await write()).status, stored()]).toEqual([500, []]);
    api.faults.add({ kind: 'error-after-commit' });
    expect([(await write()).status, stored()]).toEqual([500, [['a']]]);
  });

  test('a cut connection, before or after the commit', async () => {
    api.faults.add({ kind: 'cut-before-commit' });
    await expect(write()).rejects.toThrow('fetch failed');
    expect(stored()).toEqual([]);
    api.faults.add({ kind: 'cut-after-commit' });
    await expect(write()).rejects.toThrow('fetch failed');
    expect(stored()).toEqual([['a']]);
  });

  test('a slow answer is applied at once', async () => {
    api.faults.add({ kind: 'slow', milliseconds: 30 });
    expect((await write()).status).toBe(200);
    expect(stored()).toEqual([['a']]);
  });

  test('a fault meets as many calls as asked, and only of its kind', async () => {
    api.faults.add({ kind: 'error-before-commit' }, { times: 2, only: 'write' });
    expect((await call(`/${spreadsheetId}`)).status).toBe(200);
    expect([(await write()).status, (await write()).status, (await write()).status]).toEqual([500, 500, 200]);
    expect(api.faults.pending).toBe(0);
  });

  test('Google’s client sees the status of a fault', async () => {
    api.faults.add({ kind: 'too-many-requests' });
    const client = localClient(api.url, TOKEN);
    await expect(client.spreadsheets.get({ spreadsheetId })).rejects.toMatchObject({ status: 429 });
  });
});

test('close ends open connections, too', async () => {
  const socket = connect(api.port, '127.0.0.1');
  const ended = new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('connect', resolve));
  await api.close();
  await ended;
  expect(socket.destroyed).toBe(true);
});
