/** The preview of an import as lines of a terminal. */
import type { ImportKind } from '../../core/import/fields';
import { type ImportPlan, problemsOf } from '../../core/import/plan-import';
import { countsOf, firstRows, type Remark } from '../../core/import/preview';
import type { ImportColumn } from '../../core/import/recognise';
import type { Language } from '../../core/language';
import type { TableContext } from '../../core/workbook/table';
import { importWords } from '../../sheet-templates/words/import';
import { fieldLabel, problemText, remarkText } from '../../sheet-templates/words/import-sentences';

const FIRST_ROWS = 3;
const PROBLEMS = 20;

export function previewLines<K extends ImportKind>(
  kind: K,
  plan: ImportPlan<K>,
  columns: readonly ImportColumn[],
  remarks: readonly Remark[],
  context: TableContext,
  language: Language,
): readonly string[] {
  const words = importWords(language);
  const widest = Math.min(32, Math.max(0, ...columns.map(({ title }) => title.length)));
  const mapping = columns.flatMap(({ title, field, certainty }) => {
    if (field === null) return [];
    const doubt = certainty === 'likely' ? `  (${words.certainty.likely})` : '';
    return [`  ${title.padEnd(widest)}  → ${fieldLabel(kind, field, language)}${doubt}`];
  });
  const shown = firstRows(kind, plan, context, FIRST_ROWS).map(({ number, cells }) => {
    const told = cells.map(
      ({ column, text }) => `${labelOf(kind, column, language)}: ${text.replace(/\s+/g, ' ')}`,
    );
    return `  ${words.row(number)}: ${told.join(' · ')}`;
  });
  const problems = problemsOf(plan);
  return [
    words.line.mapping,
    ...mapping,
    ...remarks.map((remark) => remarkText(kind, remark, language)),
    ...(shown.length === 0 ? [] : [`${words.page.firstRows}:`, ...shown]),
    ...(problems.length === 0 ? [] : [`${words.line.badRows}:`]),
    ...problems.slice(0, PROBLEMS).map(({ number, problems: found, refused }) => {
      const reasons = found.map((problem) => problemText(kind, problem, language)).join('; ');
      return `  ${words.row(number)}: ${refused ? reasons : words.leftOut(reasons)}`;
    }),
    ...(problems.length > PROBLEMS ? [`  ${words.line.more(problems.length - PROBLEMS)}`] : []),
    '',
    ...words.plan(kind, countsOf(plan)),
  ];
}

function labelOf(kind: ImportKind, column: string, language: Language): string {
  // Columns of the tab are fields of the kind.
  return fieldLabel(kind, column as ImportColumn['field'] & string, language);
}
