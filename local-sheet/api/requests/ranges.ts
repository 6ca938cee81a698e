/** Named ranges, merged cells and the basic filter. */
import type { sheets_v4 } from '@googleapis/sheets';
import { areaOf, badRequest, gridRangeOf, notEmulated, overlaps } from '../../model/area';
import type { Batch } from '../../model/batch';
import { checkCondition } from '../../model/condition';
import type { GridRange } from '../../model/state';
import { fieldMask, merge } from '../field-mask';
import { placed } from './given';
import type { Handlers } from './registry';

export const rangeRequests = {
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
