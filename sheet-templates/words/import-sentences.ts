/** Fields, problems of rows and remarks on a file, in words. */
import type { ImportField, ImportKind } from '../../core/import/fields';
import type { Remark } from '../../core/import/preview';
import type { RowProblem } from '../../core/import/problem';
import type { Language } from '../../core/language';
import { columnLabel } from '../import-labels';
import { importWords } from './import';

/** What people call a field: the label of its column, or a word of our own for those that are none. */
export function fieldLabel(kind: ImportKind, field: ImportField, language: Language): string {
  return columnLabel(kind, field, language) ?? importWords(language).fields[field] ?? field;
}

export function problemText(kind: ImportKind, problem: RowProblem, language: Language): string {
  const field = 'field' in problem ? fieldLabel(kind, problem.field, language) : '';
  const found = 'found' in problem ? shortened(problem.found) : '';
  return importWords(language).problem[problem.code](field, found);
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export function remarkText(kind: ImportKind, remark: Remark, language: Language): string {
  const words = importWords(language);
  switch (remark.code) {
    case 'lacking':
      return words.missingColumn(fieldLabel(kind, remark.field, language));
    case 'ambiguous-dates':
      return words.ambiguousDates;
    case 'no-header':
      return words.noHeader;
    case 'zone-column':
      return words.zoneColumn;
    case 'doubtful':
      return words.doubtful(remark.columns);
    case 'ignored':
      return words.ignored(remark.columns);
    case 'kept':
      return words.kept(remark.rows);
  }
}
