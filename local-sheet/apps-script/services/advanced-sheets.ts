import type { sheets_v4 } from '@googleapis/sheets';
import { ApiError, type SheetsService } from '../../contract';
import type { Execution } from '../execution';
import { ApiCallException, NotEmulated } from '../failure';
import { remote, serviceObject } from '../service-object';
import { isRecord, refuseArguments, text } from './arguments';

const SCOPE = 'spreadsheets';

type Options = Readonly<Record<string, unknown>>;

/**
 * The advanced Sheets service: the Sheets API with the body first, then the path, then the query
 * (developers.google.com/apps-script/guides/services/advanced, "Method signatures"). Answers are the very
 * resources of the API.
 */
export function advancedSheets(run: Execution, service: SheetsService): object {
  const ask = <T>(method: string, call: () => T): T => {
    const name = `sheets.spreadsheets.${method}`;
    run.requireAuthorization(name, [SCOPE]);
    try {
      return call();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 501)
        throw new NotEmulated(`API call to ${name} failed with error: ${error.message}`);
      throw new ApiCallException(name, { code: error.code, message: error.message });
    }
  };

  const values = serviceObject(run, 'Sheets.Spreadsheets.Values', {
    get: remote((id: string, range: string, options?: Options) =>
      ask('values.get', () => service.values.get(id, range, only(options, READ, 'Values.get'))),
    ),
    batchGet: remote((id: string, options?: Options) =>
      ask('values.batchGet', () => {
        const { ranges, ...rest } = only(options, ['ranges', ...READ], 'Values.batchGet');
        // A repeated query parameter may be given as one text.
        return service.values.batchGet(id, { ...rest, ranges: texts(ranges) });
      }),
    ),
    batchGetByDataFilter: remote(
      (body: sheets_v4.Schema$BatchGetValuesByDataFilterRequest, id: string, options?: Options) =>
        ask('values.batchGetByDataFilter', () => {
          only(options, [], 'Values.batchGetByDataFilter');
          return service.values.batchGetByDataFilter(id, resource(body, 'Values.batchGetByDataFilter'));
        }),
    ),
    update: remote((body: sheets_v4.Schema$ValueRange, id: string, range: string, options?: Options) =>
      ask('values.update', () =>
        service.values.update(
          id,
          range,
          resource(body, 'Values.update'),
          only(options, WRITE, 'Values.update'),
        ),
      ),
    ),
    batchUpdate: remote((body: sheets_v4.Schema$BatchUpdateValuesRequest, id: string, options?: Options) =>
      ask('values.batchUpdate', () => {
        only(options, [], 'Values.batchUpdate');
        return service.values.batchUpdate(id, resource(body, 'Values.batchUpdate'));
      }),
    ),
    append: remote((body: sheets_v4.Schema$ValueRange, id: string, range: string, options?: Options) =>
      ask('values.append', () =>
        service.values.append(
          id,
          range,
          resource(body, 'Values.append'),
          only(options, [...WRITE, 'insertDataOption'], 'Values.append'),
        ),
      ),
    ),
    clear: remote((body: object, id: string, range: string) =>
      ask('values.clear', () => {
        resource(body, 'Values.clear');
        return service.values.clear(id, range);
      }),
    ),
  });

  const spreadsheets = serviceObject(run, 'Sheets.Spreadsheets', {
    Values: values,
    create: remote((body: sheets_v4.Schema$Spreadsheet) =>
      ask('create', () => service.create(resource(body, 'create'))),
    ),
    get: remote((id: string, options?: Options) =>
      ask('get', () => {
        const { ranges, ...rest } = only(options, ['ranges', 'includeGridData', 'fields'], 'get');
        return service.get(id, ranges === undefined ? rest : { ...rest, ranges: texts(ranges) });
      }),
    ),
    getByDataFilter: remote(
      (body: sheets_v4.Schema$GetSpreadsheetByDataFilterRequest, id: string, options?: Options) =>
        ask('getByDataFilter', () =>
          service.getByDataFilter(
            id,
            resource(body, 'getByDataFilter'),
            only(options, ['fields'], 'getByDataFilter'),
          ),
        ),
    ),
    batchUpdate: remote(
      (body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest, id: string, options?: Options) =>
        ask('batchUpdate', () => {
          only(options, [], 'batchUpdate');
          return service.batchUpdate(id, resource(body, 'batchUpdate'));
        }),
    ),
  });

  return serviceObject(run, 'Sheets', { Spreadsheets: spreadsheets });
}

const READ = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption'] as const;
const WRITE = ['valueInputOption', 'includeValuesInResponse'] as const;

function resource<T>(body: T, method: string): T {
  if (!isRecord(body)) refuseArguments(`sheets.spreadsheets.${method}`, [body]);
  return body;
}

/** @throws NotEmulated for a query parameter that the local service would ignore */
function only(
  options: Options | undefined,
  known: readonly string[],
  method: string,
): Record<string, string & boolean & string[]> {
  for (const key of Object.keys(options ?? {})) {
    if (!known.includes(key)) throw new NotEmulated(`Sheets.Spreadsheets.${method} with the option ${key}`);
  }
  // The service checks the values itself, as it does those of a request over HTTP.
  return { ...options } as Record<string, string & boolean & string[]>;
}

function texts(value: unknown): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((range: unknown) => text(range, 'sheets.spreadsheets'));
}
