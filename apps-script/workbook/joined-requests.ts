/** Fewer and larger requests for the same cells: the first tick writes most of a tab. */
import type { CellData, RowData, UpdateCells, WriteRequest } from '../../core/workbook/requests';

export interface PlacedCells {
  readonly rowIndex: number;
  /** By column index. */
  readonly cells: ReadonlyMap<number, CellData>;
}

/** One request for each tab instead of one for each ticket. */
export function joinedAppends(requests: readonly WriteRequest[]): WriteRequest[] {
  const joined: WriteRequest[] = [];
  const rowsOf = new Map<number, RowData[]>();
  for (const request of requests) {
    if (!('appendCells' in request)) {
      joined.push(request);
      continue;
    }
    const { sheetId, rows, fields } = request.appendCells;
    const known = rowsOf.get(sheetId);
    if (known) known.push(...rows);
    else {
      const all = [...rows];
      rowsOf.set(sheetId, all);
      joined.push({ appendCells: { sheetId, rows: all, fields } });
    }
  }
  return joined;
}

/** Rows side by side that write the same columns become one request: the first tick writes most of a tab. */
export function joinedUpdates(sheetId: number, placed: readonly PlacedCells[]): UpdateCells[] {
  const runs = placed.flatMap(({ rowIndex, cells }) => {
    const found: { rowIndex: number; start: number; values: CellData[] }[] = [];
    for (const [column, data] of Array.from(cells).sort(([a], [b]) => a - b)) {
      const last = found[found.length - 1];
      if (last && column === last.start + last.values.length) last.values.push(data);
      else found.push({ rowIndex, start: column, values: [data] });
    }
    return found;
  });
  runs.sort((a, b) => a.start - b.start || a.values.length - b.values.length || a.rowIndex - b.rowIndex);
  const requests: UpdateCells[] = [];
  for (const { rowIndex, start, values } of runs) {
    const range = requests[requests.length - 1]?.updateCells.range;
    if (
      range?.startColumnIndex === start &&
      range.endColumnIndex === start + values.length &&
      range.endRowIndex === rowIndex
    ) {
      requests[requests.length - 1]?.updateCells.rows.push({ values });
      range.endRowIndex = rowIndex + 1;
      continue;
    }
    requests.push({
      updateCells: {
        range: {
          sheetId,
          startRowIndex: rowIndex,
          endRowIndex: rowIndex + 1,
          startColumnIndex: start,
          endColumnIndex: start + values.length,
        },
        rows: [{ values }],
        fields: 'userEnteredValue',
      },
    });
  }
  return requests;
}
