/** The Sheets API v4 over a keeper of workbooks: checks what comes in, applies it, answers as Google documents. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { SheetsService } from '../contract';
import type { SpreadsheetState } from '../model/state';
import { fieldMask } from './field-mask';
import { type Applied, applyOperation, notFound, type Operation } from './operations';
import { plainCopy } from './plain-copy';
import { areaOfA1, areaOfFilter } from './ranges';
import { readOptions, valueRange } from './read-values';
import { searchMetadata } from './requests/metadata';
import { type SheetArea, spreadsheetResource } from './resource';
import { checkMessage } from './schema';
import type { Written } from './write-values';

/** The whole of what the HTTP front serves: the contract, and the calls that only Google's client makes. */
export interface FullSheetsService extends SheetsService {
  readonly values: SheetsService['values'] & {
    batchClear(
      spreadsheetId: string,
      body: sheets_v4.Schema$BatchClearValuesRequest,
    ): sheets_v4.Schema$BatchClearValuesResponse;
    batchUpdateByDataFilter(
      spreadsheetId: string,
      body: sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest,
    ): sheets_v4.Schema$BatchUpdateValuesByDataFilterResponse;
  };
  readonly developerMetadata: {
    get(spreadsheetId: string, metadataId: number): sheets_v4.Schema$DeveloperMetadata;
    search(
      spreadsheetId: string,
      body: sheets_v4.Schema$SearchDeveloperMetadataRequest,
    ): sheets_v4.Schema$SearchDeveloperMetadataResponse;
  };
}

/** Where workbooks are kept: in memory, or in memory and on disk. */
export interface Keeper {
  find(spreadsheetId: string): SpreadsheetState | undefined;
  /** Called once per accepted change. What it throws, the caller sees, and the change has not happened. */
  commit(next: SpreadsheetState, operation: Operation): void;
}

/** @param mintSpreadsheetId a fresh id and the seed of the ids within */
export function sheetsService(
  keeper: Keeper,
  mintSpreadsheetId: () => { spreadsheetId: string; seed: number },
): FullSheetsService {
  const state = (spreadsheetId: string): SpreadsheetState => {
    const found = keeper.find(spreadsheetId);
    if (found === undefined) throw notFound();
    return found;
  };

  const run = (operation: Operation): Applied => {
    const applied = applyOperation(keeper.find(operation.spreadsheetId), operation);
    keeper.commit(applied.state, operation);
    return applied;
  };

  const show = (
    id: string,
    areas: readonly SheetArea[] | null,
    withData: boolean,
    fields: string | null | undefined,
  ) => {
    const mask =
      fields === undefined || fields === null || fields === '' ? null : fieldMask(fields, 'Spreadsheet');
    return spreadsheetResource(state(id), areas, withData, mask);
  };

  const readBack = (
    after: SpreadsheetState,
    written: Written,
    options: { responseValueRenderOption?: string | null; responseDateTimeRenderOption?: string | null },
  ): sheets_v4.Schema$ValueRange => {
    const sheet = after.sheets.find((candidate) => candidate.sheetId === written.sheetId);
    if (sheet === undefined) throw notFound();
    return valueRange(
      after,
      { sheet, area: written },
      readOptions({
        ...(options.responseValueRenderOption
          ? { valueRenderOption: options.responseValueRenderOption }
          : {}),
        ...(options.responseDateTimeRenderOption
          ? { dateTimeRenderOption: options.responseDateTimeRenderOption }
          : {}),
      }),
    );
  };

  /** The answer to several writes, with their sums. */
  const totals = (id: string, responses: sheets_v4.Schema$UpdateValuesResponse[], sheetCount: number) => {
    const sum = (
      of: (response: sheets_v4.Schema$UpdateValuesResponse) => number | null | undefined,
    ): number => responses.reduce((total, response) => total + (of(response) ?? 0), 0);
    return {
      spreadsheetId: id,
      totalUpdatedRows: sum((response) => response.updatedRows),
      totalUpdatedColumns: sum((response) => response.updatedColumns),
      totalUpdatedCells: sum((response) => response.updatedCells),
      totalUpdatedSheets: sheetCount,
      responses,
    };
  };

  return {
    create(given) {
      const body = taken('Spreadsheet', given);
      const applied = run({ method: 'create', ...mintSpreadsheetId(), body });
      return spreadsheetResource(applied.state, null, false, null);
    },

    get(id, params = {}) {
      const areas = params.ranges?.length ? params.ranges.map((range) => areaOfA1(state(id), range)) : null;
      return show(id, areas, params.includeGridData === true, params.fields);
    },

    getByDataFilter(id, given, params = {}) {
      const body = taken('GetSpreadsheetByDataFilterRequest', given);
      const filters = body.dataFilters ?? [];
      const areas = filters.length === 0 ? null : filters.map((filter) => areaOfFilter(state(id), filter));
      return show(id, areas, body.includeGridData === true, params.fields);
    },

    batchUpdate(id, given) {
      const body = taken('BatchUpdateSpreadsheetRequest', given);
      const { state: after, outcome } = run({ method: 'batchUpdate', spreadsheetId: id, body });
      const response: sheets_v4.Schema$BatchUpdateSpreadsheetResponse = {
        spreadsheetId: id,
        replies: outcome.kind === 'replies' ? outcome.replies : [],
      };
      if (body.includeSpreadsheetInResponse) {
        const areas = body.responseRanges?.length
          ? body.responseRanges.map((range) => areaOfA1(after, range))
          : null;
        response.updatedSpreadsheet = spreadsheetResource(
          after,
          areas,
          body.responseIncludeGridData === true,
          null,
        );
      }
      return response;
    },

    values: {
      get: (id, range, params = {}) => valueRange(state(id), areaOfA1(state(id), range), readOptions(params)),

      batchGet: (id, params) => ({
        spreadsheetId: id,
        valueRanges: params.ranges.map((range) =>
          valueRange(state(id), areaOfA1(state(id), range), readOptions(params)),
        ),
      }),

      batchGetByDataFilter(id, given) {
        const body = taken('BatchGetValuesByDataFilterRequest', given);
        const options = readOptions({
          ...(body.majorDimension ? { majorDimension: body.majorDimension } : {}),
          ...(body.valueRenderOption ? { valueRenderOption: body.valueRenderOption } : {}),
          ...(body.dateTimeRenderOption ? { dateTimeRenderOption: body.dateTimeRenderOption } : {}),
        });
        return {
          spreadsheetId: id,
          valueRanges: (body.dataFilters ?? []).map((filter) => ({
            valueRange: valueRange(state(id), areaOfFilter(state(id), filter), options),
            dataFilters: [filter],
          })),
        };
      },

      update(id, range, given, params) {
        const body = taken('ValueRange', given);
        const { state: after, outcome } = run({
          method: 'values.update',
          spreadsheetId: id,
          range,
          body,
          params,
        });
        if (outcome.kind !== 'written') throw new TypeError('values.update writes values');
        const [response, written] = [outcome.responses[0], outcome.written[0]];
        if (response === undefined || written === undefined)
          throw new TypeError('values.update writes one range');
        if (params.includeValuesInResponse) response.updatedData = readBack(after, written, {});
        return response;
      },

      batchUpdate(id, given) {
        const body = taken('BatchUpdateValuesRequest', given);
        const { state: after, outcome } = run({ method: 'values.batchUpdate', spreadsheetId: id, body });
        if (outcome.kind !== 'written') throw new TypeError('values.batchUpdate writes values');
        if (body.includeValuesInResponse) {
          outcome.written.forEach((written, i) => {
            const response = outcome.responses[i];
            if (response) response.updatedData = readBack(after, written, body);
          });
        }
        return totals(id, outcome.responses, new Set(outcome.written.map((one) => one.sheetId)).size);
      },

      append(id, range, given, params) {
        const body = taken('ValueRange', given);
        const { state: after, outcome } = run({
          method: 'values.append',
          spreadsheetId: id,
          range,
          body,
          params,
        });
        if (outcome.kind !== 'appended') throw new TypeError('values.append appends');
        if (params.includeValuesInResponse && outcome.response.updates) {
          outcome.response.updates.updatedData = readBack(after, outcome.written, {});
        }
        return outcome.response;
      },

      clear(id, range) {
        const { outcome } = run({ method: 'values.clear', spreadsheetId: id, ranges: [range] });
        if (outcome.kind !== 'cleared') throw new TypeError('values.clear clears');
        return { spreadsheetId: id, clearedRange: outcome.ranges[0] ?? range };
      },

      batchClear(id, given) {
        const body = taken('BatchClearValuesRequest', given);
        const { outcome } = run({ method: 'values.clear', spreadsheetId: id, ranges: body.ranges ?? [] });
        if (outcome.kind !== 'cleared') throw new TypeError('values.batchClear clears');
        return { spreadsheetId: id, clearedRanges: outcome.ranges };
      },

      batchUpdateByDataFilter(id, given) {
        const body = taken('BatchUpdateValuesByDataFilterRequest', given);
        const { state: after, outcome } = run({
          method: 'values.batchUpdateByDataFilter',
          spreadsheetId: id,
          body,
        });
        if (outcome.kind !== 'written') throw new TypeError('values.batchUpdateByDataFilter writes values');
        const responses = outcome.responses.map((response, i) => {
          const [written, dataFilter] = [outcome.written[i], body.data?.[i]?.dataFilter];
          return {
            ...response,
            ...(dataFilter ? { dataFilter } : {}),
            ...(body.includeValuesInResponse && written
              ? { updatedData: readBack(after, written, body) }
              : {}),
          };
        });
        return {
          ...totals(id, responses, new Set(outcome.written.map((one) => one.sheetId)).size),
          responses: responses.map(({ spreadsheetId: _id, ...response }) => response),
        };
      },
    },

    developerMetadata: {
      get(id, metadataId) {
        const found = state(id).developerMetadata.find((one) => one.metadataId === metadataId);
        if (found === undefined) throw notFound();
        return found;
      },
      search(id, given) {
        const body = taken('SearchDeveloperMetadataRequest', given);
        const matched = searchMetadata(state(id), body.dataFilters ?? []);
        return matched.length === 0 ? {} : { matchedDeveloperMetadata: matched };
      },
    },
  };
}

/**
 * A body, checked and made ours: what the caller does with its object later does not reach the workbook, and an
 * object from another realm (Apps Script's context) becomes a plain one.
 */
function taken<T>(message: string, body: T): T {
  const copy = plainCopy(body ?? {}) as T;
  checkMessage(message, copy);
  return copy;
}
