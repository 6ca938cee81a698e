/** The spreadsheet as an .xlsx file that Excel and LibreOffice open. */
import type { Spreadsheet } from '../contract';
import { readChart } from './chart-data';
import type { DrawnChart } from './drawing-parts';
import { addCharts } from './drawing-parts';
import { titleOf } from './grid';
import { HiddenLists } from './hidden-lists';
import { sheetNames } from './sheet-names';
import { SheetWriter } from './sheet-writer';
import { unzip, zip } from './zip';

interface ExportedWorkbook {
  readonly bytes: Uint8Array;
  /** What a workbook file cannot say, or we do not write: one sentence each, with its sheet. */
  readonly leftOut: readonly string[];
}

/** @param spreadsheet the answer of `spreadsheets.get` with `includeGridData` */
export async function exportXlsx(spreadsheet: Spreadsheet): Promise<Uint8Array> {
  return (await exportWorkbook(spreadsheet)).bytes;
}

export async function exportWorkbook(spreadsheet: Spreadsheet): Promise<ExportedWorkbook> {
  // Loaded on use: who never exports need not have the library installed.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  const sheets = [...(spreadsheet.sheets ?? [])].sort(
    (a, b) => (a.properties?.index ?? 0) - (b.properties?.index ?? 0),
  );
  const names = sheetNames(sheets.map(titleOf));
  const nameOf = (title: string) => names.get(title) ?? title;
  const leftOut: string[] = [];
  const lists = new HiddenLists(workbook, nameOf);
  const charts = new Map<string, DrawnChart[]>();

  for (const sheet of sheets) {
    const writer = new SheetWriter(workbook.addWorksheet(nameOf(titleOf(sheet))), sheet, leftOut);
    writer.writeFrame();
    writer.writeCells();
    writer.writeRules(sheets, nameOf, lists);
  }
  for (const sheet of sheets) {
    for (const chart of sheet.charts ?? []) {
      const read = readChart(chart, sheets);
      if (read.kind === 'axes' || read.kind === 'pie') {
        const name = nameOf(titleOf(sheet));
        charts.set(name, [...(charts.get(name) ?? []), read]);
      } else {
        const what = read.kind === 'score' ? 'scorecard' : read.what;
        leftOut.push(`${titleOf(sheet)}: the chart "${read.title}" (${what}) is not drawn in the file.`);
      }
    }
  }
  lists.write();
  const plain = await workbook.xlsx.writeBuffer();
  if (charts.size === 0) return { bytes: new Uint8Array(plain), leftOut };
  const parts = unzip(new Uint8Array(plain));
  addCharts(parts, charts, nameOf);
  return { bytes: zip(parts), leftOut };
}
