/**
 * What is wrong on the Tickets tab that no rule can put right, and on the Templates tab before a letter is written with
 * it: one row of Problems for each, with what to do.
 */
import type { Instant } from '../../core/time/instant';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import { TABS } from '../../sheet-templates/tabs';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { FindingText } from '../../sheet-templates/words/sidebar-words';
import { words } from '../../sheet-templates/words/words';
import { type TEMPLATE_CHECK_TABLES, templateProblems } from '../template-check';
import { cellText } from '../workbook/cell-text';
import type { OpenWorkbook } from '../workbook/read-tables';
import type { SettledRows } from './identities';
import type { LostRows } from './lost-rows';
import { findingMark } from './standing';

export type Problem = Row<'problems'>;

export function ticketFindings(
  workbook: OpenWorkbook<'tickets' | (typeof TEMPLATE_CHECK_TABLES)[number]>,
  settled: SettledRows,
  lost: LostRows,
  now: Instant,
): Problem[] {
  const { language } = workbook;
  const finding = trackerWords(language).finding;
  const { problem } = words(language);
  const { problems, layout } = workbook.tables.tickets;
  const found: Problem[] = [];
  const report = (key: string, row: string, text: FindingText): void => {
    found.push({ key, at: now, tab: 'tickets', row, ...text });
  };

  for (const [id, rows] of settled.doubled) {
    const differing = differingColumns(workbook, rows).join(', ');
    // Copies that are edited apart are told anew: there is something else to do then.
    const key = `tickets:${id}:doubled${differing === '' ? '' : ':differing'}`;
    report(key, id, finding.duplicateId(id, placesOf(rows), differing));
  }
  if (settled.mixed.length > 0) {
    const ids = settled.mixed.map(({ row }) => row.id_seen).sort();
    report(
      `tickets:mixed:${ids.join(' ').slice(0, 200)}`,
      '',
      finding.numbersMixedUp(placesOf(settled.mixed)),
    );
  }
  for (const { row, rowIndex } of settled.nameless) {
    // Named by what the row says, because its number changes with every sort.
    const key = `tickets:no-id:${row.created_at ?? ''}:${row.requester_email}:${row.subject.slice(0, 60)}`;
    report(key, String(rowIndex + 1), finding.idMissing(rowIndex + 1, row.subject.slice(0, 60)));
  }
  const idAt = new Map(settled.tickets.map(({ row, rowIndex }) => [rowIndex, row.id]));
  for (const { rowIndex, column, found: text } of problems) {
    const id = idAt.get(rowIndex) ?? '';
    // A status that makes no sense is put right and reported by the rules; a row without id is reported above.
    if (column === 'status' || id === '') continue;
    const key = `tickets:${id}:${column}:unreadable`;
    report(key, id, finding.unreadableCell(labelOf(workbook, column), text, id));
  }
  for (const column of layout.missing) {
    const title = TABS.tickets.title[language];
    report(`tickets:column:${column}`, '', problem.missingColumn(title, labelOf(workbook, column)));
  }
  for (const id of lost.keys()) {
    if (!settled.ids.has(id)) report(`messages:${id}:no-ticket`, id, finding.messagesWithoutTicket(id));
  }
  return [...found, ...templateProblems(workbook, now)];
}

/** Row numbers as people see them. */
function placesOf(rows: readonly PlacedRow<'tickets'>[]): string {
  return rows.map(({ rowIndex }) => rowIndex + 1).join(', ');
}

/** Labels of all columns, the firm's own included, in which the rows are not alike. */
function differingColumns(
  workbook: OpenWorkbook<'tickets'>,
  rows: readonly PlacedRow<'tickets'>[],
): string[] {
  const { values, layout } = workbook.tables.tickets;
  const cells = rows.map(({ rowIndex }) => values[rowIndex] ?? []);
  const keyAt = new Map(Array.from(layout.columns, ([key, place]) => [place, key]));
  const width = Math.max(0, ...cells.map(({ length }) => length));
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => new Set(cells.map((row) => cellText(row[column]))).size > 1)
    .map((column) => {
      const key = keyAt.get(column);
      return key === undefined ? cellText(values[1]?.[column]) : labelOf(workbook, key);
    });
}

function labelOf({ language }: OpenWorkbook<'tickets'>, column: string): string {
  const specs: Readonly<Record<string, { readonly words: Record<string, readonly [string, string]> }>> =
    TABS.tickets.columns;
  return specs[column]?.words[language]?.[0] ?? column;
}

/**
 * Findings hold until somebody puts them right: one that stands on the tab, or stood at the last tick and was cleared
 * since, is not written again. A problem that the rules report has just happened: it is written again unless the very
 * same sentence stands there.
 */
export function newProblems(
  existing: readonly Problem[],
  findings: readonly Problem[],
  standing: ReadonlySet<string>,
  happened: readonly Problem[],
): Problem[] {
  const keys = new Set(existing.map(({ key }) => key));
  const sentences = new Set(existing.map(({ key, what }) => `${key} ${what}`));
  return [
    ...findings.filter(({ key }) => !keys.has(key) && !standing.has(findingMark(key))),
    ...happened.filter(({ key, what }) => !sentences.has(`${key} ${what}`)),
  ];
}
