/** A person types into a cell: what the sheet's rules say to it, as Google's own page would. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { SheetUser } from '../contract';
import type { CellData, Sheet } from '../xlsx/grid';
import { a1, boundedRange, cellAt, gridSize, quotedTitle, scalarOf, sheetIdOf, titleOf } from '../xlsx/grid';
import { choicesOf } from './choices';
import type { EditRequest, RefusedBecause } from './protocol';
import type { Desk } from './rows-view';

type EditOutcome =
  | { readonly status: 'done'; readonly oldValue: string | null; readonly value: string | null }
  | { readonly status: 'refused'; readonly because: RefusedBecause; readonly help: string }
  | { readonly status: 'confirm'; readonly description: string };

const CELL_FIELDS =
  'sheets(properties(sheetId,title,gridProperties),protectedRanges,data(startRow,startColumn,' +
  'rowData(values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,dataValidation))))';

export function applyEdit(desk: Desk, sheet: Sheet, user: SheetUser, edit: EditRequest): EditOutcome {
  const { rows, columns } = gridSize(sheet);
  if (edit.row < 0 || edit.column < 0 || edit.row >= rows || edit.column >= columns) {
    return refused('no-such-cell');
  }
  const place = `${quotedTitle(titleOf(sheet))}!${a1(edit.row, edit.column)}`;
  const { frame, cell } = readCell(desk, sheet, place, edit);
  if (cell.effectiveValue && !cell.userEnteredValue) return refused('computed');

  const protection = protecting(frame, edit.row, edit.column);
  if (protection?.warningOnly !== true && protection !== null && !mayEdit(protection, user)) {
    return refused('protected', protection.description ?? '');
  }
  if (protection?.warningOnly === true && edit.confirmed !== true) {
    return { status: 'confirm', description: protection.description ?? '' };
  }
  const rule = cell.dataValidation;
  const accepted = rule === undefined ? { value: edit.value } : acceptedBy(desk, frame, rule, edit.value);
  if ('because' in accepted) return refused(accepted.because, rule?.inputMessage ?? '');

  desk.service.values.update(
    desk.spreadsheetId,
    place,
    { values: [[accepted.value]] },
    { valueInputOption: 'USER_ENTERED' },
  );
  const after = readCell(desk, sheet, place, edit).cell;
  const misfit = rule?.strict === true ? kindMisfit(rule, after) : null;
  if (misfit !== null) {
    // Only the sheet knows how it reads "12.5" or "jutro", so such a value is tried and taken back.
    restore(desk, edit, cell);
    return refused(misfit, rule?.inputMessage ?? '');
  }
  return { status: 'done', oldValue: textOf(cell), value: textOf(after) };
}

function refused(because: RefusedBecause, help = ''): EditOutcome {
  return { status: 'refused', because, help };
}

function readCell(
  desk: Desk,
  sheet: Sheet,
  place: string,
  at: { readonly row: number; readonly column: number },
): { frame: Sheet; cell: CellData } {
  const answer = desk.service.get(desk.spreadsheetId, { ranges: [place], fields: CELL_FIELDS });
  const frame = (answer.sheets ?? []).find((candidate) => sheetIdOf(candidate) === sheetIdOf(sheet)) ?? sheet;
  return { frame, cell: cellAt(frame, at.row, at.column) ?? {} };
}

/** The strictest protection that covers the cell. */
function protecting(sheet: Sheet, row: number, column: number): sheets_v4.Schema$ProtectedRange | null {
  const covers = (range: sheets_v4.Schema$GridRange | undefined) => {
    const area = boundedRange(range ?? {}, sheet);
    return row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;
  };
  const covering = (sheet.protectedRanges ?? []).filter(
    (protection) =>
      covers(protection.range) && !(protection.unprotectedRanges ?? []).some((range) => covers(range)),
  );
  return covering.find((protection) => protection.warningOnly !== true) ?? covering[0] ?? null;
}

function mayEdit(protection: sheets_v4.Schema$ProtectedRange, user: SheetUser): boolean {
  return (protection.editors?.users ?? []).some((email) => email.toLowerCase() === user.email.toLowerCase());
}

function acceptedBy(
  desk: Desk,
  sheet: Sheet,
  rule: sheets_v4.Schema$DataValidationRule,
  typed: string,
): { readonly value: string } | { readonly because: RefusedBecause } {
  const value = typed.trim();
  const choices = choicesOf(desk, sheet, rule);
  if (choices === null || value === '') return { value: typed };
  // "open" means "Open": the list's spelling is taken when only one entry can be meant.
  const alike = choices.filter((choice) => choice.toLowerCase() === value.toLowerCase());
  const known = choices.includes(value) ? value : alike.length === 1 ? alike[0] : undefined;
  if (known !== undefined) return { value: known };
  return rule.strict ? { because: 'not-in-list' } : { value: typed };
}

function kindMisfit(rule: sheets_v4.Schema$DataValidationRule, cell: CellData): RefusedBecause | null {
  const value = scalarOf(cell);
  const type = rule.condition?.type ?? '';
  if (value === null) return null;
  if (type.startsWith('DATE_') && typeof value !== 'number') return 'not-a-date';
  if (!type.startsWith('NUMBER_')) return null;
  if (typeof value !== 'number') return 'not-a-number';
  const [a = Number.NaN, b = Number.NaN] = (rule.condition?.values ?? []).map((v) =>
    Number(v.userEnteredValue),
  );
  const fits: Readonly<Record<string, boolean>> = {
    NUMBER_BETWEEN: value >= a && value <= b,
    NUMBER_GREATER: value > a,
    NUMBER_GREATER_THAN_EQ: value >= a,
    NUMBER_LESS: value < a,
    NUMBER_LESS_THAN_EQ: value <= a,
  };
  return fits[type] === false ? 'not-a-number' : null;
}

function restore(desk: Desk, at: EditRequest, cell: CellData): void {
  const before: CellData = {};
  if (cell.userEnteredValue) before.userEnteredValue = cell.userEnteredValue;
  if (cell.userEnteredFormat) before.userEnteredFormat = cell.userEnteredFormat;
  desk.service.batchUpdate(desk.spreadsheetId, {
    requests: [
      {
        updateCells: {
          start: { sheetId: at.sheetId, rowIndex: at.row, columnIndex: at.column },
          rows: [{ values: [before] }],
          fields: 'userEnteredValue,userEnteredFormat',
        },
      },
    ],
  });
}

/** As onEdit(e) tells e.value and e.oldValue: a text, a date as its serial; nothing for an empty cell. */
function textOf(cell: CellData): string | null {
  const value = scalarOf(cell);
  if (value === null) return null;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
