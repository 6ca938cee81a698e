/** What is wrong on the Tickets tab that no rule can put right: one row of Problems for each, with what to do. */
import type { Instant } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import { TABS } from '../../sheet-templates/tabs';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { FindingText } from '../../sheet-templates/words/sidebar-words';
import { words } from '../../sheet-templates/words/words';
import type { OpenWorkbook } from '../workbook/read-tables';

export type Problem = Row<'problems'>;

/** Ids that stand in more than one row, with the row numbers people see. */
export function doubledIds(workbook: OpenWorkbook<'tickets'>): ReadonlyMap<string, readonly number[]> {
  const rowsOf = new Map<string, number[]>();
  for (const { row, rowIndex } of workbook.tables.tickets.rows) {
    if (row.id === '') continue;
    const rows = rowsOf.get(row.id);
    if (rows) rows.push(rowIndex + 1);
    else rowsOf.set(row.id, [rowIndex + 1]);
  }
  return new Map(Array.from(rowsOf).filter(([, rows]) => rows.length > 1));
}

export function ticketFindings(
  workbook: OpenWorkbook<'tickets'>,
  messageTicketIds: readonly string[],
  now: Instant,
): Problem[] {
  const { language } = workbook;
  const finding = trackerWords(language).finding;
  const { problem } = words(language);
  const { rows, problems, layout } = workbook.tables.tickets;
  const found: Problem[] = [];
  const report = (key: string, row: string, text: FindingText): void => {
    found.push({ key, at: now, tab: 'tickets', row, ...text });
  };

  for (const [id, places] of doubledIds(workbook)) {
    report(`tickets:${id}:doubled`, id, finding.duplicateId(id, places.join(', ')));
  }
  for (const { row, rowIndex } of rows) {
    if (row.id !== '') continue;
    // Named by what the row says, because its number changes with every sort.
    const key = `tickets:no-id:${row.created_at ?? ''}:${row.requester_email}:${row.subject.slice(0, 60)}`;
    report(key, String(rowIndex + 1), finding.idMissing(rowIndex + 1, row.subject.slice(0, 60)));
  }
  const idAt = new Map(rows.map(({ row, rowIndex }) => [rowIndex, row.id]));
  for (const { rowIndex, column, found: text } of problems) {
    const id = idAt.get(rowIndex) ?? '';
    // A status that makes no sense is put right and reported by the rules; a row without id is reported above.
    if (column === 'status' || id === '') continue;
    report(
      `tickets:${id}:${column}:unreadable`,
      id,
      finding.unreadableCell(labelOf(workbook, column), text, id),
    );
  }
  for (const column of layout.missing) {
    report(
      `tickets:column:${column}`,
      '',
      problem.missingColumn(TABS.tickets.title[language], labelOf(workbook, column)),
    );
  }
  const ids = new Set(rows.map(({ row }) => row.id));
  for (const id of new Set(messageTicketIds)) {
    if (id === '' || ids.has(id)) continue;
    report(`messages:${id}:no-ticket`, id, finding.messagesWithoutTicket(id));
  }
  return found;
}

function labelOf({ language }: OpenWorkbook<'tickets'>, column: string): string {
  const specs: Readonly<Record<string, { readonly words: Record<string, readonly [string, string]> }>> =
    TABS.tickets.columns;
  return specs[column]?.words[language]?.[0] ?? column;
}

/**
 * Findings hold until somebody puts them right, so a key that already stands on the tab is not written again. A
 * problem that the rules report has just happened: it is written again unless the very same sentence stands there.
 */
export function newProblems(
  existing: readonly Problem[],
  findings: readonly Problem[],
  happened: readonly Problem[],
): Problem[] {
  const keys = new Set(existing.map(({ key }) => key));
  const sentences = new Set(existing.map(({ key, what }) => `${key} ${what}`));
  return [
    ...findings.filter(({ key }) => !keys.has(key)),
    ...happened.filter(({ key, what }) => !sentences.has(`${key} ${what}`)),
  ];
}
