/** Everything that comes with a column when it is made. A column that is there already is left as people have it. */
import type { Language } from '../../core/language';
import {
  type ColumnKey,
  FIRST_DATA_ROW,
  KEY_ROW,
  LABEL_ROW,
  type TabKey,
  type TableKey,
} from '../../core/workbook/columns';
import type { GridRange } from '../../core/workbook/requests';
import type { ColumnSpec, Owner } from '../column-spec';
import { choiceLabels, labelOfWord } from '../labels';
import { choiceOf, columnKind, columnSpec } from '../tabs';
import { words } from '../words/words';
import { colour, OWNER_PAINT, painted, TROUBLE, WORD_PAINT } from './colours';
import { columnIndex, type TabLayout, titleOf } from './layout';
import type { CellFormat, SheetsRequest, StyledCell, ValidationRule } from './sheets-api';

export interface SetupContext {
  readonly language: Language;
  readonly titles: ReadonlyMap<TabKey, string>;
  readonly layouts: ReadonlyMap<TableKey, TabLayout>;
}

const DEFAULT_WIDTH = 120;

export function newColumns<T extends TableKey>(layout: TabLayout<T>, context: SetupContext): SheetsRequest[] {
  if (layout.added.length === 0) return [];
  return [
    headings(layout, context.language),
    ...layout.added.flatMap((column) => oneColumn(layout, column, context)),
    ...protections(layout, context.language),
  ];
}

/** Keys and labels of the new columns, in one request. */
function headings<T extends TableKey>(layout: TabLayout<T>, language: Language): SheetsRequest {
  const specs = layout.added.map((column) => columnSpec(layout.tab, column));
  return {
    updateCells: {
      range: {
        sheetId: layout.sheetId,
        startRowIndex: KEY_ROW,
        endRowIndex: LABEL_ROW + 1,
        startColumnIndex: layout.addedAt,
        endColumnIndex: layout.addedAt + layout.added.length,
      },
      rows: [
        { values: layout.added.map((key) => ({ userEnteredValue: { stringValue: key } })) },
        { values: specs.map((spec) => labelCell(spec, language)) },
      ],
      fields: 'userEnteredValue,note,userEnteredFormat',
    },
  };
}

function labelCell({ words: text, owner }: ColumnSpec, language: Language): StyledCell {
  const [label, help] = text[language];
  return {
    userEnteredValue: { stringValue: label },
    note: `${help}\n${words(language).owner[owner].fills}`,
    userEnteredFormat: labelFormat(owner),
  };
}

export function labelFormat(owner: Owner): CellFormat {
  const paint = OWNER_PAINT[owner];
  return {
    backgroundColorStyle: colour(paint.background),
    textFormat: { bold: true, foregroundColorStyle: colour(paint.text) },
    wrapStrategy: 'WRAP',
    verticalAlignment: 'MIDDLE',
  };
}

function oneColumn<T extends TableKey>(
  layout: TabLayout<T>,
  column: ColumnKey<T>,
  context: SetupContext,
): SheetsRequest[] {
  const spec = columnSpec(layout.tab, column);
  const index = columnIndex(layout, column);
  const range = dataRange(layout.sheetId, index, index + 1);
  const rule = validation(layout.tab, column, context);
  return [
    {
      repeatCell: {
        range,
        cell: { userEnteredFormat: dataFormat(layout.tab, column, context.language) },
        fields: `userEnteredFormat(${spec.align ? 'horizontalAlignment,' : ''}numberFormat,verticalAlignment,wrapStrategy)`,
      },
    },
    ...(rule ? [{ setDataValidation: { range, rule } }] : []),
    {
      updateDimensionProperties: {
        range: { sheetId: layout.sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: {
          pixelSize: spec.width ?? DEFAULT_WIDTH,
          ...(spec.hidden ? { hiddenByUser: true } : {}),
        },
        fields: spec.hidden ? 'pixelSize,hiddenByUser' : 'pixelSize',
      },
    },
    ...highlights(layout.tab, column, range, context.language),
  ];
}

/** To the bottom of the grid, however many rows it has or gets. */
function dataRange(sheetId: number, startColumnIndex: number, endColumnIndex: number): GridRange {
  return { sheetId, startRowIndex: FIRST_DATA_ROW, startColumnIndex, endColumnIndex };
}

/**
 * Texts are formatted as text, so that `-3 d`, `1-2` or `=…` typed by a person stays what was typed.
 * Patterns: https://developers.google.com/workspace/sheets/api/guides/formats
 */
function dataFormat<T extends TableKey>(tab: T, column: ColumnKey<T>, language: Language): CellFormat {
  const spec = columnSpec(tab, column);
  const day = language === 'uk' ? 'dd.mm.yyyy' : 'yyyy-mm-dd';
  const numberFormat = {
    text: { type: 'TEXT', pattern: '@' },
    choice: { type: 'TEXT', pattern: '@' },
    list: { type: 'TEXT', pattern: '@' },
    datetime: { type: 'DATE_TIME', pattern: `${day} hh:mm` },
    date: { type: 'DATE', pattern: day },
    number: { type: 'NUMBER', pattern: spec.decimals === 1 ? '0.0' : '0' },
    boolean: null,
  }[columnKind(tab, column)];
  return {
    ...(numberFormat ? { numberFormat } : {}),
    wrapStrategy: spec.wrap ? 'WRAP' : 'CLIP',
    verticalAlignment: 'TOP',
    ...(spec.align ? { horizontalAlignment: spec.align } : {}),
  };
}

/** Never strict: a word in another language or misspelt is understood, and a stranger one goes to Problems. */
function validation<T extends TableKey>(
  table: T,
  column: ColumnKey<T>,
  context: SetupContext,
): ValidationRule | null {
  const ui = { strict: false, showCustomUi: true };
  if (columnKind(table, column) === 'boolean') return { condition: { type: 'BOOLEAN' }, ...ui };
  const choice = choiceOf(table, column);
  if (choice !== null) {
    const values = choiceLabels(choice, context.language).map((label) => ({ userEnteredValue: label }));
    return { condition: { type: 'ONE_OF_LIST', values }, ...ui };
  }
  const spec = columnSpec(table, column);
  if (spec.from === undefined) return null;
  const { tab } = spec.from;
  const letter = columnLetter(sourceIndex(context, tab, spec.from.column));
  const title = titleOf(context.titles, tab).replace(/'/g, "''");
  const userEnteredValue = `='${title}'!$${letter}$${FIRST_DATA_ROW + 1}:$${letter}`;
  return { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue }] }, ...ui };
}

function sourceIndex(context: SetupContext, tab: TableKey, column: string): number {
  const columns: ReadonlyMap<string, number> | undefined = context.layouts.get(tab)?.columns;
  const index = columns?.get(column);
  if (index === undefined) throw new RangeError(`tab ${tab} has no place for column ${column}`);
  return index;
}

/** 0 is A, 26 is AA. */
function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

function highlights<T extends TableKey>(
  tab: T,
  column: ColumnKey<T>,
  range: GridRange,
  language: Language,
): SheetsRequest[] {
  if (tab === 'intake' && column === 'difference') {
    const condition = { type: 'NUMBER_NOT_EQ' as const, values: [{ userEnteredValue: '0' }] };
    return [addRule(range, { condition, format: painted(TROUBLE) })];
  }
  const choice = choiceOf(tab, column);
  if (choice === null) return [];
  return Object.entries(WORD_PAINT[choice] ?? {}).map(([word, paint]) => {
    const userEnteredValue = labelOfWord(choice, word, language);
    return addRule(range, {
      condition: { type: 'TEXT_EQ', values: [{ userEnteredValue }] },
      format: painted(paint),
    });
  });
}

type BooleanRule = Extract<
  Extract<SheetsRequest, { addConditionalFormatRule: unknown }>['addConditionalFormatRule']['rule'],
  { booleanRule: unknown }
>['booleanRule'];

function addRule(range: GridRange, booleanRule: BooleanRule): SheetsRequest {
  return { addConditionalFormatRule: { rule: { ranges: [range], booleanRule }, index: 0 } };
}

/** Warnings only: a protection that forbids would also stop the firm's own people from mending something. */
function protections<T extends TableKey>(layout: TabLayout<T>, language: Language): SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  let start = 0;
  for (let i = 0; i <= layout.added.length; i++) {
    const owner = ownerAt(layout, i);
    if (owner === ownerAt(layout, start)) continue;
    const program = ownerAt(layout, start);
    if (program === 'bridge' || program === 'script') {
      requests.push({
        addProtectedRange: {
          protectedRange: {
            range: dataRange(layout.sheetId, layout.addedAt + start, layout.addedAt + i),
            description: words(language).owner[program].fills,
            warningOnly: true,
          },
        },
      });
    }
    start = i;
  }
  return requests;
}

function ownerAt<T extends TableKey>(layout: TabLayout<T>, i: number): Owner | null {
  const column = layout.added[i];
  return column === undefined ? null : columnSpec(layout.tab, column).owner;
}
