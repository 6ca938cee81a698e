/** Rows that setup itself writes, below whatever a tab holds. */
import type { Language } from '../../core/language';
import { zone } from '../../core/time/instant';
import type { TableKey } from '../../core/workbook/columns';
import type { AppendCells } from '../../core/workbook/requests';
import type { RowChange } from '../../core/workbook/rows';
import { appendRows, type TableContext } from '../../core/workbook/table';
import { choiceWord, labelOfWord } from '../labels';
import type { TabLayout } from './layout';

export function appendStarterRows<T extends TableKey>(
  layout: TabLayout<T>,
  rows: readonly RowChange<T>[],
  language: Language,
): AppendCells[] {
  const place = { table: layout.tab, columns: layout.columns, missing: [] };
  return appendRows(place, rows, context(language)).filter((request) => 'appendCells' in request);
}

/** Starter rows hold days but no date-times, so they are the same in every zone. */
function context(language: Language): TableContext {
  return {
    zone: zone('UTC'),
    offset: () => {
      throw new TypeError('a starter row holds no date-time');
    },
    wordOf: (choice, typed) => choiceWord(choice, typed)?.word ?? null,
    labelOf: (choice, word) => labelOfWord(choice, word, language),
  };
}
