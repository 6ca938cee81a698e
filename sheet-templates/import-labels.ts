/** What the columns of our own tabs are called, for recognising a tab that comes back as a file. */

import { type ImportField, type ImportKind, isColumn } from '../core/import/fields';
import type { OwnLabels } from '../core/import/header-match';
import { LANGUAGES, type Language } from '../core/language';
import { columnOrder, columnSpec } from './tabs';

export function importLabels(kind: ImportKind): OwnLabels {
  return Object.fromEntries(
    columnOrder(kind)
      .filter((column) => isColumn(kind, column))
      .map((column) => [column, LANGUAGES.map((language) => columnSpec(kind, column).words[language][0])]),
  );
}

/** The label of a field that is a column of the tab; null for a field that is none. */
export function columnLabel(kind: ImportKind, field: ImportField, language: Language): string | null {
  const column = columnOrder(kind).find((key) => key === field);
  return column === undefined ? null : columnSpec(kind, column).words[language][0];
}
