/** Protected ranges and alternating colours. */
import type { sheets_v4 } from '@googleapis/sheets';
import { areaOf, badRequest, notEmulated, overlaps } from '../../model/area';
import type { Batch } from '../../model/batch';
import { fieldMask, merge } from '../field-mask';
import { ownId, placed } from './given';
import type { Handlers } from './registry';

export const protectionAndBandingRequests = {
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
} satisfies Handlers;

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
