/**
 * Every call that changes a workbook, as data. The same function applies a call now and replays it from the
 * journal later, so a workbook read back from disk is the one that was.
 */
import type { sheets_v4 } from '@googleapis/sheets';
import type { BatchUpdateRequest, Spreadsheet, ValueWriteParams } from '../contract';
import { ApiError } from '../contract';
import { formatA1 } from '../model/a1';
import { badRequest } from '../model/area';
import { Batch } from '../model/batch';
import type { SpreadsheetState } from '../model/state';
import { appendValues } from './append-values';
import { applyRequests } from './batch-update';
import { createSpreadsheet } from './create';
import { areaOfA1, areaOfFilter } from './ranges';
import type { Reply } from './requests/registry';
import { clearArea, inputRows, isRaw, updateResponse, type Written, writeRows } from './write-values';

export type Operation =
  | {
      readonly method: 'create';
      readonly spreadsheetId: string;
      readonly seed: number;
      readonly body: Spreadsheet;
    }
  | { readonly method: 'batchUpdate'; readonly spreadsheetId: string; readonly body: BatchUpdateRequest }
  | {
      readonly method: 'values.update';
      readonly spreadsheetId: string;
      readonly range: string;
      readonly body: sheets_v4.Schema$ValueRange;
      readonly params: ValueWriteParams;
    }
  | {
      readonly method: 'values.append';
      readonly spreadsheetId: string;
      readonly range: string;
      readonly body: sheets_v4.Schema$ValueRange;
      readonly params: ValueWriteParams & { readonly insertDataOption?: string };
    }
  | {
      readonly method: 'values.batchUpdate';
      readonly spreadsheetId: string;
      readonly body: sheets_v4.Schema$BatchUpdateValuesRequest;
    }
  | {
      readonly method: 'values.batchUpdateByDataFilter';
      readonly spreadsheetId: string;
      readonly body: sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest;
    }
  | { readonly method: 'values.clear'; readonly spreadsheetId: string; readonly ranges: readonly string[] };

/** What an operation did, beside the new state. */
type Outcome =
  | { readonly kind: 'created' }
  | { readonly kind: 'replies'; readonly replies: Reply[] }
  | {
      readonly kind: 'written';
      readonly responses: sheets_v4.Schema$UpdateValuesResponse[];
      readonly written: Written[];
    }
  | {
      readonly kind: 'appended';
      readonly response: sheets_v4.Schema$AppendValuesResponse;
      readonly written: Written;
    }
  | { readonly kind: 'cleared'; readonly ranges: string[] };

export interface Applied {
  readonly state: SpreadsheetState;
  readonly outcome: Outcome;
}

/** @throws ApiError and then nothing has changed */
export function applyOperation(before: SpreadsheetState | undefined, operation: Operation): Applied {
  if (operation.method === 'create') {
    return {
      state: createSpreadsheet(operation.spreadsheetId, operation.seed, operation.body),
      outcome: { kind: 'created' },
    };
  }
  if (before === undefined) throw notFound();
  const batch = new Batch(before);
  const outcome = change(batch, operation);
  return { state: batch.state, outcome };
}

export function notFound(): ApiError {
  return new ApiError(404, 'NOT_FOUND', 'Requested entity was not found.');
}

function change(batch: Batch, operation: Exclude<Operation, { method: 'create' }>): Outcome {
  switch (operation.method) {
    case 'batchUpdate':
      return { kind: 'replies', replies: applyRequests(batch, operation.body.requests ?? []) };
    case 'values.update': {
      checkSameRange(operation.range, operation.body);
      const target = areaOfA1(batch.state, operation.range);
      const written = writeRows(
        batch,
        target,
        inputRows(operation.body),
        isRaw(operation.params.valueInputOption),
      );
      return writtenOutcome(batch, [written]);
    }
    case 'values.batchUpdate': {
      const raw = isRaw(operation.body.valueInputOption);
      const written = (operation.body.data ?? []).map((body) => {
        if (!body.range) throw badRequest("'range' is required in every ValueRange.");
        return writeRows(batch, areaOfA1(batch.state, body.range), inputRows(body), raw);
      });
      return writtenOutcome(batch, written);
    }
    case 'values.batchUpdateByDataFilter': {
      const raw = isRaw(operation.body.valueInputOption);
      const written = (operation.body.data ?? []).map(({ dataFilter, majorDimension, values }) => {
        if (!dataFilter) throw badRequest("'dataFilter' is required in every DataFilterValueRange.");
        const target = { ...areaOfFilter(batch.state, dataFilter), isCell: false };
        const body = { ...(majorDimension ? { majorDimension } : {}), ...(values ? { values } : {}) };
        return writeRows(batch, target, inputRows(body), raw);
      });
      return writtenOutcome(batch, written);
    }
    case 'values.append':
      checkSameRange(operation.range, operation.body);
      return { kind: 'appended', ...appendValues(batch, operation.range, operation.body, operation.params) };
    case 'values.clear': {
      const areas = operation.ranges.map((range) => areaOfA1(batch.state, range));
      for (const area of areas) clearArea(batch, area);
      return { kind: 'cleared', ranges: areas.map(({ sheet, area }) => formatA1(sheet.title, area)) };
    }
  }
}

function writtenOutcome(batch: Batch, written: Written[]): Outcome {
  const { spreadsheetId } = batch.state;
  const responses = written.map((one) => updateResponse(spreadsheetId, batch.sheet(one.sheetId), one));
  return { kind: 'written', responses, written };
}

/** "If a range is set in the body it must match the range of the URL." */
function checkSameRange(range: string, body: sheets_v4.Schema$ValueRange): void {
  if (body.range && body.range !== range) {
    throw badRequest(
      `Requested writing within range [${range}], but the body names the range [${body.range}]`,
    );
  }
}
