/** Things laid over ranges: protection, banding, names, merges and the basic filter. */
import type { sheets_v4 } from '@googleapis/sheets';
import { areaOf, badRequest, gridRangeOf, notEmulated, overlaps } from '../../model/area';
import type { Batch } from '../../model/batch';
import { checkCondition } from '../../model/condition';
import type { GridRange } from '../../model/state';
import { fieldMask, merge } from '../field-mask';
import type { Handlers } from './registry';

export const rangeRequests = {
  addProtectedRange(batch, request) {
    const given = request.protectedRange ?? {};
    const taken = (id: number): boolean => protectedRanges(batch).some((one) => one.protectedRangeId === id);
    const protectedRangeId = ownId(batch, given.protectedRangeId, taken, 'protected range');
    const added = checkedProtection(batch, { ...given, protectedRangeId });
    putProtection(batch, added);
    return { addProtectedRange: { protectedRange: added } };
  },

  updateProtectedRange(batch, request) {
    const mask = fieldMask(request.fields, 'ProtectedRange');
    const given = request.protectedRange ?? {};
    const before = protectedRanges(batch).find((one) => one.protectedRangeId === given.protectedRangeId);
    if (!before) throw badRequest(`No protected range with id: ${given.protectedRangeId ?? 0}`);
    const after = { ...merge(before, given, mask), protectedRangeId: before.protectedRangeId ?? null };
    dropProtection(batch, before.protectedRangeId);
    putProtection(batch, checkedProtection(batch, after));
    return {};
  },

  deleteProtectedRange(batch, request) {
    if (!dropProtection(batch, request.protectedRangeId)) {
      throw badRequest(`No protected range with id: ${request.protectedRangeId ?? 0}`);
    }
    return {};
  },

  addBanding(batch, request) {
    const given = request.bandedRange ?? {};
    const taken = (id: number): boolean => bandings(batch).some((one) => one.bandedRangeId === id);
    const added = checkedBanding(batch, {
      ...given,
      bandedRangeId: ownId(batch, given.bandedRangeId, taken, 'banded range'),
    });
    putBanding(batch, added);
    return { addBanding: { bandedRange: added } };
  },

  updateBanding(batch, request) {
    const mask = fieldMask(request.fields, 'BandedRange');
    const given = request.bandedRange ?? {};
    const before = bandings(batch).find((one) => one.bandedRangeId === given.bandedRangeId);
    if (!before) throw badRequest(`No banded range with id: ${given.bandedRangeId ?? 0}`);
    dropBanding(batch, before.bandedRangeId);
    const after = { ...merge(before, given, mask), bandedRangeId: before.bandedRangeId ?? null };
    putBanding(batch, checkedBanding(batch, after));
    return {};
  },

  deleteBanding(batch, request) {
    if (!dropBanding(batch, request.bandedRangeId)) {
      throw badRequest(`No banded range with id: ${request.bandedRangeId ?? 0}`);
    }
    return {};
  },

  addNamedRange(batch, request) {
    const given = request.namedRange ?? {};
    const { namedRanges } = batch.state;
    if (given.namedRangeId && namedRanges.some((one) => one.namedRangeId === given.namedRangeId)) {
      throw badRequest(`A named range with the id ${given.namedRangeId} already exists.`);
    }
    const namedRangeId = given.namedRangeId || String(batch.mintId(() => false));
    const added = checkedName(batch, { ...given, namedRangeId });
    batch.change({ namedRanges: [...namedRanges, added] });
    return { addNamedRange: { namedRange: added } };
  },

  updateNamedRange(batch, request) {
    const mask = fieldMask(request.fields, 'NamedRange');
    const given = request.namedRange ?? {};
    const before = batch.state.namedRanges.find((one) => one.namedRangeId === given.namedRangeId);
    if (!before) throw badRequest(`No named range with id: ${given.namedRangeId ?? ''}`);
    const after = { ...merge(before, given, mask), namedRangeId: before.namedRangeId ?? null };
    const rest = batch.state.namedRanges.filter((one) => one !== before);
    batch.change({ namedRanges: rest });
    const checked = checkedName(batch, after);
    batch.change({ namedRanges: [...rest, checked] });
    return {};
  },

  deleteNamedRange(batch, request) {
    const rest = batch.state.namedRanges.filter((one) => one.namedRangeId !== request.namedRangeId);
    if (rest.length === batch.state.namedRanges.length) {
      throw badRequest(`No named range with id: ${request.namedRangeId ?? ''}`);
    }
    batch.change({ namedRanges: rest });
    return {};
  },

  mergeCells(batch, request) {
    const { range, area, sheet } = placed(batch, request.range);
    if (sheet.merges.some((other) => overlaps(areaOf(other, sheet), area))) {
      throw badRequest('You must select all cells in a merged range to merge or unmerge them.');
    }
    const pieces = mergePieces(range, request.mergeType ?? 'MERGE_ALL').filter((piece) => {
      const part = areaOf(piece, sheet);
      return (part.endRow - part.startRow) * (part.endColumn - part.startColumn) > 1;
    });
    for (const piece of pieces) keepFirstCell(batch, piece);
    batch.changeSheet(sheet.sheetId, { merges: [...sheet.merges, ...pieces] });
    return {};
  },

  unmergeCells(batch, request) {
    const { area, sheet } = placed(batch, request.range);
    const merges = sheet.merges.filter((merged) => {
      const other = areaOf(merged, sheet);
      if (!overlaps(other, area)) return true;
      const inside =
        other.startRow >= area.startRow &&
        other.endRow <= area.endRow &&
        other.startColumn >= area.startColumn &&
        other.endColumn <= area.endColumn;
      // "The range must not partially span any merge."
      if (!inside) throw badRequest('You must select all cells in a merged range to merge or unmerge them.');
      return false;
    });
    batch.changeSheet(sheet.sheetId, { merges });
    return {};
  },

  setBasicFilter(batch, request) {
    const filter = request.filter ?? {};
    if (filter.tableId) throw notEmulated('tables');
    if (filter.criteria) throw notEmulated('BasicFilter.criteria; use filterSpecs');
    if (filter.sortSpecs?.length) throw notEmulated('BasicFilter.sortSpecs; use sortRange');
    const { range, sheet } = placed(batch, filter.range);
    for (const { columnIndex, filterCriteria } of filter.filterSpecs ?? []) {
      if ((columnIndex ?? 0) >= sheet.columnCount)
        throw badRequest(`columnIndex ${columnIndex} is outside the grid.`);
      if (
        filterCriteria?.visibleBackgroundColorStyle ||
        filterCriteria?.visibleForegroundColorStyle ||
        filterCriteria?.visibleBackgroundColor ||
        filterCriteria?.visibleForegroundColor
      ) {
        throw notEmulated('filters by colour');
      }
      if (filterCriteria?.condition) checkCondition(filterCriteria.condition, batch.state.locale);
    }
    batch.changeSheet(sheet.sheetId, { basicFilter: { ...filter, range } });
    return {};
  },

  clearBasicFilter(batch, request) {
    const { sheetId } = batch.sheet(request.sheetId);
    batch.changeSheet(sheetId, { basicFilter: null });
    return {};
  },
} satisfies Handlers;

/** The id a caller chose, or a fresh one. "It is an error to specify the ID of a range that already exists." */
export function ownId(
  batch: Batch,
  wanted: number | null | undefined,
  taken: (id: number) => boolean,
  what: string,
): number {
  if (wanted === null || wanted === undefined || wanted === 0) return batch.mintId(taken);
  if (taken(wanted)) throw badRequest(`A ${what} with the id ${wanted} already exists.`);
  return wanted;
}

/** A range that must be set and lie in the grid. Open ends are kept as they were given. */
function placed(batch: Batch, range: GridRange | undefined) {
  if (!range) throw badRequest('"range" must be set.');
  const sheet = batch.sheet(range.sheetId);
  const area = areaOf(range, sheet);
  return { sheet, area, range: { ...range, sheetId: sheet.sheetId } };
}

function protectedRanges(batch: Batch): sheets_v4.Schema$ProtectedRange[] {
  return batch.state.sheets.flatMap((sheet) => [...sheet.protectedRanges]);
}

function checkedProtection(
  batch: Batch,
  given: sheets_v4.Schema$ProtectedRange,
): sheets_v4.Schema$ProtectedRange {
  if (given.tableId) throw notEmulated('tables');
  const { requestingUserCanEdit: _readOnly, ...rest } = given;
  const named = given.namedRangeId
    ? batch.state.namedRanges.find((one) => one.namedRangeId === given.namedRangeId)
    : undefined;
  if (given.namedRangeId && !named) throw badRequest(`No named range with id: ${given.namedRangeId}`);
  const { sheet, range } = placed(batch, given.range ?? named?.range);
  for (const hole of given.unprotectedRanges ?? []) areaOf(hole, batch.sheet(hole.sheetId));
  if (given.unprotectedRanges?.length) {
    const whole =
      range.startRowIndex === undefined &&
      range.endRowIndex === undefined &&
      range.startColumnIndex === undefined &&
      range.endColumnIndex === undefined;
    if (!whole) throw badRequest('Unprotected ranges are only supported on protected sheets.');
  }
  if (given.warningOnly && given.editors) {
    throw badRequest('A range that only warns cannot have editors.');
  }
  // Whoever writes through the API here is the owner of the workbook.
  return { ...rest, range: { ...range, sheetId: sheet.sheetId }, requestingUserCanEdit: true };
}

function putProtection(batch: Batch, protection: sheets_v4.Schema$ProtectedRange): void {
  const sheet = batch.sheet(protection.range?.sheetId);
  batch.changeSheet(sheet.sheetId, { protectedRanges: [...sheet.protectedRanges, protection] });
}

function dropProtection(batch: Batch, id: number | null | undefined): boolean {
  const holder = batch.state.sheets.find((sheet) =>
    sheet.protectedRanges.some((one) => one.protectedRangeId === id),
  );
  if (holder === undefined) return false;
  const protectedRanges = holder.protectedRanges.filter((one) => one.protectedRangeId !== id);
  batch.changeSheet(holder.sheetId, { protectedRanges });
  return true;
}

function bandings(batch: Batch): sheets_v4.Schema$BandedRange[] {
  return batch.state.sheets.flatMap((sheet) => [...sheet.bandedRanges]);
}

function checkedBanding(batch: Batch, given: sheets_v4.Schema$BandedRange): sheets_v4.Schema$BandedRange {
  if (!given.rowProperties && !given.columnProperties) {
    throw badRequest('At least one of rowProperties or columnProperties must be specified.');
  }
  const { sheet, area, range } = placed(batch, given.range);
  if (sheet.bandedRanges.some((other) => other.range && overlaps(areaOf(other.range, sheet), area))) {
    throw badRequest(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  return { ...given, range };
}

function putBanding(batch: Batch, banding: sheets_v4.Schema$BandedRange): void {
  const sheet = batch.sheet(banding.range?.sheetId);
  batch.changeSheet(sheet.sheetId, { bandedRanges: [...sheet.bandedRanges, banding] });
}

function dropBanding(batch: Batch, id: number | null | undefined): boolean {
  const holder = batch.state.sheets.find((sheet) =>
    sheet.bandedRanges.some((one) => one.bandedRangeId === id),
  );
  if (holder === undefined) return false;
  batch.changeSheet(holder.sheetId, {
    bandedRanges: holder.bandedRanges.filter((one) => one.bandedRangeId !== id),
  });
  return true;
}

function checkedName(batch: Batch, given: sheets_v4.Schema$NamedRange): sheets_v4.Schema$NamedRange {
  const name = given.name ?? '';
  // https://support.google.com/docs/answer/63175: letters, numbers and underscores, no number or true/false
  // first, no spaces, not in A1 or R1C1 syntax, 1 to 250 characters.
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || /^(true|false|[a-z]{1,3}\d+|r\d*c\d*)$/i.test(name)) {
    throw badRequest(`The name "${name}" is not a valid name of a range.`);
  }
  if (batch.state.namedRanges.some((one) => one.name?.toLowerCase() === name.toLowerCase())) {
    throw badRequest(`A named range with the name "${name}" already exists.`);
  }
  return { ...given, range: placed(batch, given.range).range };
}

function mergePieces(range: GridRange, mergeType: string): GridRange[] {
  const area = {
    startRow: range.startRowIndex ?? null,
    endRow: range.endRowIndex ?? null,
    startColumn: range.startColumnIndex ?? null,
    endColumn: range.endColumnIndex ?? null,
  };
  const { startRow, endRow, startColumn, endColumn } = area;
  if (startRow === null || endRow === null || startColumn === null || endColumn === null) {
    throw notEmulated('merging a range with open ends');
  }
  const whole = { startRow, endRow, startColumn, endColumn };
  const sheetId = range.sheetId ?? 0;
  if (mergeType === 'MERGE_ALL') return [gridRangeOf(sheetId, whole)];
  if (mergeType === 'MERGE_COLUMNS') {
    return Array.from({ length: endColumn - startColumn }, (_, i) =>
      gridRangeOf(sheetId, { ...whole, startColumn: startColumn + i, endColumn: startColumn + i + 1 }),
    );
  }
  return Array.from({ length: endRow - startRow }, (_, i) =>
    gridRangeOf(sheetId, { ...whole, startRow: startRow + i, endRow: startRow + i + 1 }),
  );
}

/** A merge keeps the value of its first cell and empties the others. */
function keepFirstCell(batch: Batch, piece: GridRange): void {
  const sheet = batch.sheet(piece.sheetId);
  const area = areaOf(piece, sheet);
  const occupied = sheet.rows
    .slice(area.startRow, area.endRow)
    .some((row, r) =>
      row?.values
        .slice(area.startColumn, area.endColumn)
        .some((value, c) => value !== null && (r > 0 || c > 0)),
    );
  if (occupied) throw notEmulated('merging cells of which more than the first has a value');
}
