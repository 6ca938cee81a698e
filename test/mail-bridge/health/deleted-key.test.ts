/** A key that was deleted while the bridge runs: that is about the credentials, and no word about what was to be written. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSheets, RefusedWrite, type SheetsClient } from '../../../mail-bridge/sheets/sheets-client';

let server: Server;
let client: SheetsClient;
let answer: object = {};

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = openSheets({ kind: 'local', url, token: 'x' }, 'sheet', new AbortController().signal, 0.001);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test.each<[string, (sheets: SheetsClient) => Promise<unknown>]>([
  ['a read', (sheets) => sheets.get({ fields: 'properties' })],
  ['a write', (sheets) => sheets.write([{ deleteSheet: { sheetId: 1 } }])],
])('%s that meets it says that Google does not accept the credentials', async (_name, call) => {
  answer = { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' };
  await expect(call(client)).rejects.toThrow('Google does not accept the credentials');
});

test('a write whose content is refused stays one', async () => {
  answer = { error: { code: 400, message: 'Invalid requests[0]: nonsense', status: 'INVALID_ARGUMENT' } };
  await expect(client.write([{ deleteSheet: { sheetId: 1 } }])).rejects.toThrow(RefusedWrite);
});
