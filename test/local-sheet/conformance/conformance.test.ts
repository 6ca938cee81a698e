import { conformanceCases } from '../../../local-sheet/conformance/cases';
import { localClient } from '../../../local-sheet/conformance/local-client';
import { type SheetsApi, startSheetsApi } from '../../../local-sheet/http/server';
import { openLocalSheets } from '../../../local-sheet/storage/open';

describe('the emulated Sheets API, through Google’s own client', () => {
  let api: SheetsApi;

  beforeAll(async () => {
    api = await startSheetsApi({ service: openLocalSheets(), token: 'test-token', checkAnswers: true });
  });
  afterAll(() => api.close());

  test.each(conformanceCases)('$name', async ({ run, expected }) => {
    const client = localClient(api.url, 'test-token');
    const { data } = await client.spreadsheets.create({
      requestBody: { properties: { title: 'Conformance' } },
    });
    expect(await run(client, data.spreadsheetId ?? '')).toEqual(expected);
  });

  test('every case has a name of its own and a source', () => {
    expect(new Set(conformanceCases.map(({ name }) => name)).size).toBe(conformanceCases.length);
    expect(conformanceCases.filter(({ source }) => !source.startsWith('https://'))).toEqual([]);
  });
});
