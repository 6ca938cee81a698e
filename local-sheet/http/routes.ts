/** The methods of the API: their paths and parameters as the reference gives them, bound to the service. */
import type { FullSheetsService } from '../api/service';
import { ApiError } from '../contract';
import { badRequest, notEmulated } from '../model/area';
import { Query, SYSTEM_PARAMETERS } from './query';
import type { CallKind } from './quotas';

/** A call that was understood. */
export interface Call {
  readonly name: string;
  readonly kind: CallKind;
  /** The message of the answer, by which `fields` is checked. */
  readonly answer: string;
  /** Whether the service itself applies `fields`. */
  readonly masksItself: boolean;
  run(body: unknown): unknown;
}

export interface Target {
  readonly method: string;
  /** As it came: still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
}

interface Route {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: RegExp;
  readonly kind: CallKind;
  readonly answer: string;
  readonly parameters: readonly string[];
  readonly masksItself?: boolean;
  readonly run: (service: FullSheetsService, ids: readonly string[], query: Query, body: never) => unknown;
}

const S = '/v4/spreadsheets';
const ID = '([^/:]+)';
const READ = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption'] as const;
const WRITE = [
  'valueInputOption',
  'includeValuesInResponse',
  'responseValueRenderOption',
  'responseDateTimeRenderOption',
] as const;

/** How values are read back into an answer is not in the contract; the defaults are what is emulated. */
function writeParams(query: Query) {
  for (const name of ['responseValueRenderOption', 'responseDateTimeRenderOption'] as const) {
    const value = query.text(name);
    if (value !== undefined && value !== 'FORMATTED_VALUE' && value !== 'SERIAL_NUMBER') {
      throw notEmulated(`${name} ${value} of values.update and values.append`);
    }
  }
  return {
    ...query.texts('valueInputOption'),
    includeValuesInResponse: query.flag('includeValuesInResponse'),
  };
}

const ROUTES: readonly Route[] = [
  {
    name: 'spreadsheets.create',
    method: 'POST',
    path: /^\/v4\/spreadsheets$/,
    kind: 'write',
    answer: 'Spreadsheet',
    parameters: [],
    run: (service, _ids, _query, body) => service.create(body),
  },
  {
    name: 'spreadsheets.get',
    method: 'GET',
    path: new RegExp(`^${S}/${ID}$`),
    kind: 'read',
    answer: 'Spreadsheet',
    parameters: ['ranges', 'includeGridData', 'excludeTablesInBandedRanges'],
    masksItself: true,
    run: (service, [id = ''], query) =>
      service.get(id, {
        ranges: query.list('ranges'),
        includeGridData: query.flag('includeGridData'),
        ...query.texts('fields'),
      }),
  },
  {
    name: 'spreadsheets.getByDataFilter',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}:getByDataFilter$`),
    kind: 'read',
    answer: 'Spreadsheet',
    parameters: [],
    masksItself: true,
    run: (service, [id = ''], query, body) => service.getByDataFilter(id, body, query.texts('fields')),
  },
  {
    name: 'spreadsheets.batchUpdate',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}:batchUpdate$`),
    kind: 'write',
    answer: 'BatchUpdateSpreadsheetResponse',
    parameters: [],
    run: (service, [id = ''], _query, body) => service.batchUpdate(id, body),
  },
  {
    name: 'developerMetadata.get',
    method: 'GET',
    path: new RegExp(`^${S}/${ID}/developerMetadata/${ID}$`),
    kind: 'read',
    answer: 'DeveloperMetadata',
    parameters: [],
    run: (service, [id = '', metadataId = '']) => service.developerMetadata.get(id, Number(metadataId)),
  },
  {
    name: 'developerMetadata.search',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/developerMetadata:search$`),
    kind: 'read',
    answer: 'SearchDeveloperMetadataResponse',
    parameters: [],
    run: (service, [id = ''], _query, body) => service.developerMetadata.search(id, body),
  },
  {
    name: 'sheets.copyTo',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/sheets/${ID}:copyTo$`),
    kind: 'write',
    answer: 'SheetProperties',
    parameters: [],
    run: () => {
      throw notEmulated('spreadsheets.sheets.copyTo');
    },
  },
  {
    name: 'values.batchGet',
    method: 'GET',
    path: new RegExp(`^${S}/${ID}/values:batchGet$`),
    kind: 'read',
    answer: 'BatchGetValuesResponse',
    parameters: [...READ, 'ranges'],
    run: (service, [id = ''], query) =>
      service.values.batchGet(id, { ranges: query.list('ranges'), ...query.texts(...READ) }),
  },
  {
    name: 'values.batchGetByDataFilter',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/values:batchGetByDataFilter$`),
    kind: 'read',
    answer: 'BatchGetValuesByDataFilterResponse',
    parameters: [],
    run: (service, [id = ''], _query, body) => service.values.batchGetByDataFilter(id, body),
  },
  {
    name: 'values.batchUpdate',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/values:batchUpdate$`),
    kind: 'write',
    answer: 'BatchUpdateValuesResponse',
    parameters: [],
    run: (service, [id = ''], _query, body) => service.values.batchUpdate(id, body),
  },
  {
    name: 'values.batchUpdateByDataFilter',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/values:batchUpdateByDataFilter$`),
    kind: 'write',
    answer: 'BatchUpdateValuesByDataFilterResponse',
    parameters: [],
    run: (service, [id = ''], _query, body) => service.values.batchUpdateByDataFilter(id, body),
  },
  {
    name: 'values.batchClear',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/values:batchClear$`),
    kind: 'write',
    answer: 'BatchClearValuesResponse',
    parameters: [],
    run: (service, [id = ''], _query, body) => service.values.batchClear(id, body),
  },
  {
    name: 'values.batchClearByDataFilter',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/values:batchClearByDataFilter$`),
    kind: 'write',
    answer: 'BatchClearValuesByDataFilterResponse',
    parameters: [],
    run: () => {
      throw notEmulated('spreadsheets.values.batchClearByDataFilter');
    },
  },
  {
    name: 'values.append',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/values/([^/]+):append$`),
    kind: 'write',
    answer: 'AppendValuesResponse',
    parameters: [...WRITE, 'insertDataOption'],
    run: (service, [id = '', range = ''], query, body) =>
      service.values.append(id, range, body, { ...writeParams(query), ...query.texts('insertDataOption') }),
  },
  {
    name: 'values.clear',
    method: 'POST',
    path: new RegExp(`^${S}/${ID}/values/([^/]+):clear$`),
    kind: 'write',
    answer: 'ClearValuesResponse',
    parameters: [],
    run: (service, [id = '', range = '']) => service.values.clear(id, range),
  },
  {
    name: 'values.get',
    method: 'GET',
    path: new RegExp(`^${S}/${ID}/values/([^/]+)$`),
    kind: 'read',
    answer: 'ValueRange',
    parameters: READ,
    run: (service, [id = '', range = ''], query) => service.values.get(id, range, query.texts(...READ)),
  },
  {
    name: 'values.update',
    method: 'PUT',
    path: new RegExp(`^${S}/${ID}/values/([^/]+)$`),
    kind: 'write',
    answer: 'UpdateValuesResponse',
    parameters: WRITE,
    run: (service, [id = '', range = ''], query, body) =>
      service.values.update(id, range, body, writeParams(query)),
  },
];

/**
 * @throws ApiError 404 for a path that is no method of the API, 400 for a parameter that the method has not
 */
export function findCall(service: FullSheetsService, target: Target): Call {
  for (const route of ROUTES) {
    const match = route.method === target.method ? route.path.exec(target.path) : null;
    if (match === null) continue;
    for (const name of target.query.keys()) {
      if (!SYSTEM_PARAMETERS.has(name) && !route.parameters.includes(name)) {
        throw badRequest(
          `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. ` +
            `Field '${name}' could not be found in request message.`,
        );
      }
    }
    const ids = match.slice(1).map(decoded);
    return {
      name: route.name,
      kind: route.kind,
      answer: route.answer,
      masksItself: route.masksItself === true,
      // The service checks every body against the schema of the message that it takes.
      run: (body) => route.run(service, ids, new Query(target.query), body as never),
    };
  }
  throw new ApiError(404, 'NOT_FOUND', `The Sheets API has no method ${target.method} ${target.path}`);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`Malformed percent-encoding in the path: ${segment}`);
  }
}
