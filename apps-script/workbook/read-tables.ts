/** Reads tabs of the workbook in one call and turns them into typed rows. */
import type { Language } from '../../core/language';
import type { ChoiceKey } from '../../core/workbook/choices';
import { KEY_ROW, SHEET_ID, type TableKey } from '../../core/workbook/columns';
import {
  readLayout,
  readTable,
  type TableContext,
  type TableLayout,
  type TableRead,
} from '../../core/workbook/table';
import { choiceWord, labelOfWord } from '../../sheet-templates/labels';
import { readSettings, type Settings } from '../../sheet-templates/settings';
import type { GridRead, Services } from '../ports';

/** A tab that Rowdesk needs is not there: setup has not run, or somebody deleted the tab. */
export class NotSetUp extends Error {
  override readonly name = 'NotSetUp';

  constructor(missing: readonly string[]) {
    super(`The workbook lacks these tabs: ${missing.join(', ')}. Choose Rowdesk, then set up the workbook.`);
  }
}

export interface OpenTable<T extends TableKey> extends TableRead<T> {
  /** The cells as read, from A1 on. */
  readonly values: GridRead['values'];
  readonly a1Sheet: string;
}

export interface OpenWorkbook<T extends TableKey, H extends TableKey = never> {
  readonly context: TableContext;
  readonly settings: Settings;
  readonly language: Language;
  readonly tables: { readonly [K in T]: OpenTable<K> };
  /** Of tabs to be written to, whose rows are not needed. */
  readonly layouts: { readonly [K in H]: TableLayout<K> };
}

/**
 * Settings come along always: the language of labels stands there.
 *
 * @param headersOf tabs of which only the key row is read: Messages holds whole conversations
 */
export function openWorkbook<T extends TableKey, H extends TableKey = never>(
  services: Services,
  tables: readonly T[],
  headersOf: readonly H[] = [],
): OpenWorkbook<T, H> {
  const whole: readonly TableKey[] = Array.from(new Set<TableKey>(['settings', ...tables]));
  const grids = readGrids(services, whole, headersOf);
  const grid = (table: TableKey): GridRead => {
    const found = grids.find(({ sheetId }) => sheetId === SHEET_ID[table]);
    if (!found) throw new NotSetUp([table]);
    return found;
  };
  const zone = services.workbook.zone();
  // The cells of Settings that are read here are all text, so no labels are needed yet.
  const plain: TableContext = {
    zone,
    offset: services.offset,
    wordOf: () => null,
    labelOf: (_, word) => word,
  };
  const { settings } = readSettings(
    readTable('settings', grid('settings').values, plain).rows.map(({ row }) => row),
  );
  const context: TableContext = { ...plain, ...words(settings.language) };
  const opened = Object.fromEntries(
    tables.map((table) => {
      const { values, a1Sheet } = grid(table);
      return [table, { ...readTable(table, values, context), values, a1Sheet }];
    }),
  );
  const layouts = Object.fromEntries(
    headersOf.map((table) => [table, readLayout(table, grid(table).values[KEY_ROW] ?? [])]),
  );
  return {
    context,
    settings,
    language: settings.language,
    // One entry for each key, each read as its own table, which fromEntries cannot tell.
    tables: opened as unknown as OpenWorkbook<T, H>['tables'],
    layouts: layouts as unknown as OpenWorkbook<T, H>['layouts'],
  };
}

function readGrids(
  services: Services,
  whole: readonly TableKey[],
  headersOf: readonly TableKey[],
): readonly GridRead[] {
  try {
    return services.workbook.read([
      ...whole.map((table) => ({ sheetId: SHEET_ID[table] })),
      ...headersOf.map((table) => ({
        sheetId: SHEET_ID[table],
        startRowIndex: KEY_ROW,
        endRowIndex: KEY_ROW + 1,
      })),
    ]);
  } catch (error) {
    // Google refuses the whole question when one sheet is missing; find out whether that is the reason.
    const { sheets } = services.workbook.describe('sheets.properties.sheetId');
    const present = new Set((sheets ?? []).map(({ properties }) => properties?.sheetId));
    const missing = [...whole, ...headersOf].filter((table) => !present.has(SHEET_ID[table]));
    throw missing.length > 0 ? new NotSetUp(missing) : error;
  }
}

/** Cells repeat a few words thousands of times, and understanding a misspelt one is slow: each is read once. */
export function words(language: Language): Pick<TableContext, 'wordOf' | 'labelOf'> {
  const understood = remembered((choice, typed) => choiceWord(choice, typed)?.word ?? null);
  const labels = remembered((choice, word) => labelOfWord(choice, word, language));
  return { wordOf: understood, labelOf: labels };
}

/** For each list a memory of its own, so that no key is put together for every cell. */
function remembered<T>(
  answer: (choice: ChoiceKey, text: string) => T,
): (choice: ChoiceKey, text: string) => T {
  const memories = new Map<ChoiceKey, Map<string, T>>();
  return (choice, text) => {
    let memory = memories.get(choice);
    if (!memory) {
      memory = new Map();
      memories.set(choice, memory);
    }
    let known = memory.get(text);
    if (known === undefined) {
      known = answer(choice, text);
      memory.set(text, known);
    }
    return known;
  };
}
