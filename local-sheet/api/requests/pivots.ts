/** What a pivot table must be, to be stored. */
import { checkPivot } from '../../model/pivot';
import type { PivotTable, SpreadsheetState } from '../../model/state';

/** @throws ApiError 400 or 501, so that a pivot that could not be shown is refused when it is written */
export function checkedPivot(table: PivotTable, state: SpreadsheetState): PivotTable {
  checkPivot(table, state);
  return table;
}
