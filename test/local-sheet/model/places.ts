/** Places on the first sheet, as requests name them. */
export function area(startRow: number, endRow: number, startColumn: number, endColumn: number) {
  return {
    sheetId: 0,
    startRowIndex: startRow,
    endRowIndex: endRow,
    startColumnIndex: startColumn,
    endColumnIndex: endColumn,
  };
}

export const rows = (startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});

export const red = { rgbColor: { red: 1 } };
