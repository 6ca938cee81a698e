import type { ScriptHost, SheetsService } from '../../../local-sheet/contract';
import { project } from './project';

/** One function that hands its arguments to a method of the advanced service. */
const CODE = `function call(path, ...args) {
  return path.split('.').reduce((service, name) => service[name], Sheets.Spreadsheets)(...args);
}
function failure(path, ...args) {
  try { call(path, ...args); return null; } catch (error) {
    return { name: error.name, message: error.message, code: error.details.code, text: String(error) };
  }
}`;

interface Pair {
  readonly service: SheetsService;
  readonly host: ScriptHost;
  readonly id: string;
}

function filled(): Pair {
  const { sheets, host, spreadsheetId: id } = project(CODE);
  sheets.values.update(
    id,
    'Data!A1',
    {
      values: [
        ['id', 'n'],
        ['T-1', 3],
        ['T-2', '=1+1'],
      ],
    },
    { valueInputOption: 'RAW' },
  );
  return { service: sheets, host, id };
}

describe('an answer is the very resource of the API', () => {
  const byFilter = { dataFilters: [{ gridRange: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 2 } }] };
  test.each<[string, (pair: Pair) => unknown[], (pair: Pair) => unknown]>([
    ['get', ({ id }) => [id], ({ service, id }) => service.get(id)],
    [
      'get',
      ({ id }) => [id, { fields: 'sheets.properties.title' }],
      ({ service, id }) => service.get(id, { fields: 'sheets.properties.title' }),
    ],
    [
      'getByDataFilter',
      ({ id }) => [{ ...byFilter, includeGridData: true }, id],
      ({ service, id }) => service.getByDataFilter(id, { ...byFilter, includeGridData: true }),
    ],
    ['Values.get', ({ id }) => [id, 'Data!A1:B3'], ({ service, id }) => service.values.get(id, 'Data!A1:B3')],
    [
      'Values.get',
      ({ id }) => [id, 'Data!A1:B3', { majorDimension: 'COLUMNS', valueRenderOption: 'UNFORMATTED_VALUE' }],
      ({ service, id }) =>
        service.values.get(id, 'Data!A1:B3', {
          majorDimension: 'COLUMNS',
          valueRenderOption: 'UNFORMATTED_VALUE',
        }),
    ],
    [
      'Values.batchGet',
      ({ id }) => [id, { ranges: ['Data!A1', 'Data!B2'] }],
      ({ service, id }) => service.values.batchGet(id, { ranges: ['Data!A1', 'Data!B2'] }),
    ],
    [
      'Values.batchGetByDataFilter',
      ({ id }) => [byFilter, id],
      ({ service, id }) => service.values.batchGetByDataFilter(id, byFilter),
    ],
  ])('%s %#', (path, args, direct) => {
    const pair = filled();
    expect(pair.host.run('call', path, ...args(pair)).returned).toEqual(direct(pair));
  });
});

describe('a write through the script leaves the spreadsheet as the same call of the API would', () => {
  const rows = { values: [['x', 1, true]] };
  const requests = {
    requests: [
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue: { stringValue: '=kept as text' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ],
  };
  test.each<[string, (pair: Pair) => unknown[], (pair: Pair) => unknown]>([
    ['batchUpdate', ({ id }) => [requests, id], ({ service, id }) => service.batchUpdate(id, requests)],
    [
      'Values.update',
      ({ id }) => [rows, id, 'Data!C2', { valueInputOption: 'RAW' }],
      ({ service, id }) => service.values.update(id, 'Data!C2', rows, { valueInputOption: 'RAW' }),
    ],
    [
      'Values.append',
      ({ id }) => [rows, id, 'Data!A:B', { valueInputOption: 'RAW' }],
      ({ service, id }) => service.values.append(id, 'Data!A:B', rows, { valueInputOption: 'RAW' }),
    ],
    [
      'Values.batchUpdate',
      ({ id }) => [{ valueInputOption: 'RAW', data: [{ range: 'Other!A1', ...rows }] }, id],
      ({ service, id }) =>
        service.values.batchUpdate(id, { valueInputOption: 'RAW', data: [{ range: 'Other!A1', ...rows }] }),
    ],
    [
      'Values.clear',
      ({ id }) => [{}, id, 'Data!A2:B2'],
      ({ service, id }) => service.values.clear(id, 'Data!A2:B2'),
    ],
  ])('%s', (path, args, direct) => {
    const throughScript = filled();
    const throughApi = filled();
    const answer = throughScript.host.run('call', path, ...args(throughScript)).returned;
    expect(withoutId(answer, throughScript)).toEqual(withoutId(direct(throughApi), throughApi));
    expect(content(throughScript)).toEqual(content(throughApi));
  });

  test('create makes a spreadsheet that the API knows', () => {
    const { host, service } = filled();
    const made = host.run('call', 'create', { properties: { title: 'New' } }).returned as {
      spreadsheetId: string;
    };
    expect(service.get(made.spreadsheetId).properties?.title).toBe('New');
  });
});

describe('what the API refuses is an exception in the script', () => {
  test.each<[string, unknown[], string, number]>([
    [
      'get',
      ['no-such-id'],
      'API call to sheets.spreadsheets.get failed with error: Requested entity was not found.',
      404,
    ],
    [
      'Values.get',
      ['ID', 'Nowhere!A1'],
      'API call to sheets.spreadsheets.values.get failed with error: Unable to parse range: Nowhere!A1',
      400,
    ],
  ])('%s', (path, args, message, code) => {
    const { host, id } = filled();
    const given = args.map((arg) => (arg === 'ID' ? id : arg));
    expect(host.run('failure', path, ...given).returned).toEqual({
      name: 'GoogleJsonResponseException',
      message,
      code,
      text: `GoogleJsonResponseException: ${message}`,
    });
  });

  test('a batchUpdate that is refused changes nothing', () => {
    const { host, id, service } = filled();
    const before = service.get(id, { includeGridData: true });
    const body = {
      requests: [
        { updateSheetProperties: { properties: { sheetId: 0, title: 'Changed' }, fields: 'title' } },
        { updateSheetProperties: { properties: { sheetId: 99, title: 'Nobody' }, fields: 'title' } },
      ],
    };
    expect(host.run('failure', 'batchUpdate', body, id).returned).toMatchObject({ code: 400 });
    expect(service.get(id, { includeGridData: true })).toEqual(before);
  });
});

test('what the script gets is its own: changing it changes nothing in the spreadsheet', () => {
  const { sheets, host, spreadsheetId } = project(`function main(id) {
    const answer = Sheets.Spreadsheets.Values.get(id, 'Data!A1');
    answer.values[0][0] = 'spoilt';
  }`);
  sheets.values.update(spreadsheetId, 'Data!A1', { values: [['kept']] }, { valueInputOption: 'RAW' });
  host.run('main', spreadsheetId);
  expect(sheets.values.get(spreadsheetId, 'Data!A1').values).toEqual([['kept']]);
});

function content({ service, id }: Pair): unknown {
  const fields = 'sheets(properties,data.rowData.values(userEnteredValue,userEnteredFormat))';
  return service.get(id, { includeGridData: true, fields });
}

function withoutId(answer: unknown, { id }: Pair): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll(id, 'ID'));
}
