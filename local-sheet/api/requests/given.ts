/** What several requests are given alike: an id of the caller's choice, and a range on a sheet. */
import { type Area, areaOf, badRequest } from '../../model/area';
import type { Batch } from '../../model/batch';
import type { GridRange, SheetState } from '../../model/state';

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
export function placed(
  batch: Batch,
  range: GridRange | undefined,
): { sheet: SheetState; area: Area; range: GridRange } {
  if (!range) throw badRequest('"range" must be set.');
  const sheet = batch.sheet(range.sheetId);
  const area = areaOf(range, sheet);
  return { sheet, area, range: { ...range, sheetId: sheet.sheetId } };
}
