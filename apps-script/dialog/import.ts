/** Previews an import, and carries it out a thousand rows at a call. */

import { FIELDS, type ImportField, type ImportKind } from '../../core/import/fields';
import {
  fileDayOrder,
  type ImportPlan,
  type ImportSheet,
  lostColumns,
  planImport,
  problemsOf,
} from '../../core/import/plan-import';
import { countsOf, firstRows, lackingFields, remarksOn } from '../../core/import/preview';
import { type ImportColumn, recogniseTable } from '../../core/import/recognise';
import { nextBatch, repairs } from '../../core/import/write-plan';
import { twoDigits } from '../../core/time/civil';
import { civilAt } from '../../core/time/zoned';
import type { Row } from '../../core/workbook/rows';
import type { TableContext } from '../../core/workbook/table';
import { importLabels } from '../../sheet-templates/import-labels';
import { importWords } from '../../sheet-templates/words/import';
import { fieldLabel, problemText, remarkText } from '../../sheet-templates/words/import-sentences';
import type { Services } from '../ports';
import type { OpenWorkbook } from '../workbook/read-tables';
import { openWorkbook } from '../workbook/read-tables';
import { admittedToDialog } from './admitted';
import type { ImportCalls, ImportOutcome, ImportStart, ShownImport } from './import-contract';
import { endLease, takeLease } from './import-lease';

const SHOWN_SESSIONS = 300;
const SHOWN_ROWS = 5;
const SHOWN_PROBLEMS = 200;
const LOCK_WAIT_MS = 20_000;

export interface InWords<T> {
  readonly value: T;
  readonly language: OpenWorkbook<never>['language'];
}

export function startImport(services: Services): InWords<ImportStart> {
  const { workbook } = admittedToDialog(services, 'import', ['sessions']);
  const now = services.clock.now();
  const far = Number.POSITIVE_INFINITY;
  const sessions = workbook.tables.sessions.rows
    .map(({ row }) => row)
    .filter(({ id }) => id.trim() !== '')
    // Those of today first: lists come shortly before a session, reports shortly after.
    .map((row) => ({ row, distance: row.starts_at === null ? far : Math.abs(row.starts_at - now) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SHOWN_SESSIONS)
    .map(({ row }) => ({ id: row.id.trim(), label: sessionLabel(row, workbook.context) }));
  return { value: { sessions }, language: workbook.language };
}

export function previewImport(
  services: Services,
  takes: ImportCalls['previewImport']['takes'],
): InWords<ShownImport> {
  const { workbook } = admittedToDialog(services, 'import', ['sessions', 'participants', 'activity']);
  return { value: shownImport(takes.kind, takes, workbook), language: workbook.language };
}

type Preview = ImportCalls['previewImport']['takes'];
type Tabs = 'sessions' | 'participants' | 'activity';

function shownImport<K extends ImportKind>(
  kind: K,
  { rows: table, session, replace, dates: told, given }: Preview,
  { tables, context, language }: Pick<OpenWorkbook<Tabs>, 'tables' | 'context' | 'language'>,
): ShownImport {
  const chosen = new Map(given.map(({ title, field }) => [title, field === '' ? null : field]));
  const { columns, headerRow, rows } = recogniseTable(kind, table, importLabels(kind), chosen);
  const dates = told === 'guess' ? fileDayOrder(columns, rows) : told;
  const options = { sessionId: session === '' ? null : session, replace, dates };
  const sheet = sheetOf(kind, tables);
  const plan = planImport({ kind, columns, rows, options, sheet, context });
  const lost = lostText(kind, sheet, language);
  const problems = problemsOf(plan);
  const fields: readonly ImportField[] = FIELDS[kind];
  return {
    columns: columns.map((column) => ({ ...column, field: column.field ?? '' })),
    fields: fields.map((field) => ({ field, label: fieldLabel(kind, field, language) })),
    remarks: [
      ...(lost === null ? [] : [lost]),
      ...remarksOn(kind, columns, headerRow, dates, plan).map((remark) => remarkText(kind, remark, language)),
    ],
    counts: importWords(language).plan(kind, countsOf(plan)),
    firstRows: firstRows(kind, plan, context, SHOWN_ROWS).map(({ number, cells }) => ({
      number,
      cells: cells.map(({ column, text }) => ({
        // Columns of the tab are fields of the kind.
        label: fieldLabel(kind, column as ImportField, language),
        text,
      })),
    })),
    problems: problems.slice(0, SHOWN_PROBLEMS).map(({ number, problems: found, refused }) => {
      const reasons = found.map((problem) => problemText(kind, problem, language)).join('; ');
      return { number, refused, text: refused ? reasons : importWords(language).leftOut(reasons) };
    }),
    moreProblems: Math.max(0, problems.length - SHOWN_PROBLEMS),
    asksForDates:
      told !== 'guess' ||
      plan.bad.some(({ problems: found }) => found.some(({ code }) => code === 'ambiguous-date')),
    dates,
    toDo: lost === null ? groupsOf(plan) : [],
    lacking: lost !== null || lackingFields(kind, columns).length > 0,
  };
}

/** What to do about columns of the tab that somebody has deleted; null when those that matter are there. */
function lostText<K extends ImportKind>(
  kind: K,
  sheet: ImportSheet<K>,
  language: OpenWorkbook<never>['language'],
): string | null {
  const lost = lostColumns(sheet.target);
  if (lost.length === 0) return null;
  // Columns of the tab are fields of the kind.
  return importWords(language).lostColumns(
    lost.map((column) => fieldLabel(kind, column as ImportField, language)),
  );
}

const groupsOf = ({ added, updated }: ImportPlan<ImportKind>): readonly (readonly number[])[] =>
  [...updated, ...added].map(({ numbers }) => Array.from(new Set(numbers)));

export function importRows(
  services: Services,
  takes: ImportCalls['importRows']['takes'],
): InWords<ImportOutcome> {
  const done = services.lock.alone(LOCK_WAIT_MS, () => importUnderLock(services, takes));
  if (done !== null) return done.result;
  const { workbook } = admittedToDialog(services, 'import', []);
  return { value: { state: 'busy' }, language: workbook.language };
}

function importUnderLock(
  services: Services,
  takes: ImportCalls['importRows']['takes'],
): InWords<ImportOutcome> {
  const tabs = ['sessions', 'participants', 'activity'] as const;
  // Read under the lock: the tick writes none of these tabs, but a second page of the same person may.
  const { workbook, userEmail } = admittedToDialog(services, 'import', tabs);
  const { language } = workbook;
  const other = takeLease(services.memory, takes.key, userEmail, services.clock.now());
  if (other !== null) return { value: { state: 'other', who: other }, language };
  const value = writeRows(takes.kind, services, takes, workbook);
  // After 'busy' the page sends the same rows again.
  if ((takes.last && value.state !== 'busy') || value.state === 'refused') {
    endLease(services.memory, takes.key);
  }
  return { value, language };
}

/** A person who sorts the tab moves rows between reading and writing; one who sorts it at each turn is waited for. */
const ROUNDS = 4;

function writeRows<K extends ImportKind>(
  kind: K,
  services: Services,
  takes: ImportCalls['importRows']['takes'],
  first: Pick<OpenWorkbook<Tabs>, 'tables' | 'context' | 'language'>,
): ImportOutcome {
  let workbook = first;
  let counted: Pick<WrittenRound, 'added' | 'updated'> | null = null;
  for (let round = 1; round <= ROUNDS; round++) {
    const sheet = sheetOf(kind, workbook.tables);
    const why = lostText(kind, sheet, workbook.language);
    if (why !== null) return { state: 'refused', why };
    const written = writeRound(kind, services, takes, sheet, workbook.context);
    // What was to be done at first: a row that is written again after a sorting counts once.
    counted ??= { added: written.added, updated: written.updated };
    if (written.isOver) return { state: 'written', ...counted };
    workbook = openWorkbook(services, ['sessions', 'participants', 'activity']);
  }
  return { state: 'busy' };
}

interface WrittenRound {
  readonly added: number;
  readonly updated: number;
  /** Whether nothing is left that could have met another row: added rows go below all others, wherever those move. */
  readonly isOver: boolean;
}

function writeRound<K extends ImportKind>(
  kind: K,
  services: Services,
  { rows, session, replace, dates, columns: chosen }: ImportCalls['importRows']['takes'],
  sheet: ImportSheet<K>,
  context: TableContext,
): WrittenRound {
  const columns = chosen.map(
    ({ title, field }): ImportColumn => ({
      title,
      field: field === '' ? null : field,
      certainty: 'given',
      sample: '',
    }),
  );
  const options = { sessionId: session === '' ? null : session, replace, dates };
  const plan = planImport({ kind, columns, rows, options, sheet, context });
  const batch = nextBatch(plan, sheet.target.layout, context, Number.POSITIVE_INFINITY);
  if (batch.requests.length > 0) services.workbook.write(batch.requests);
  const written = { added: batch.added, updated: batch.updates.length };
  if (batch.updates.length === 0) return { ...written, isOver: true };
  const after = sheetOf(kind, openWorkbook(services, ['sessions', 'participants', 'activity']).tables);
  const { layout } = after.target;
  const back = repairs(batch.updates, sheet.target.rows, after.target.rows, layout, context);
  if (back.length > 0) {
    services.workbook.write(back);
    return { ...written, isOver: false };
  }
  const left = planImport({ kind, columns, rows, options, sheet: after, context });
  return { ...written, isOver: left.added.length + left.updated.length === 0 };
}

function sheetOf<K extends ImportKind>(kind: K, tables: OpenWorkbook<Tabs>['tables']): ImportSheet<K> {
  return {
    sessions: tables.sessions.rows.map(({ row }) => row),
    participants: tables.participants.rows.map(({ row }) => row),
    // The table that the key names; tsc loses the tie between them.
    target: tables[kind] as unknown as ImportSheet<K>['target'],
  };
}

function sessionLabel(
  { id, course, starts_at: start }: Row<'sessions'>,
  { zone, offset }: TableContext,
): string {
  const parts = [id.trim(), course];
  if (start !== null) {
    const { year, month, day, hour, minute } = civilAt(start, zone, offset);
    parts.push(`${year}-${twoDigits(month)}-${twoDigits(day)} ${twoDigits(hour)}:${twoDigits(minute)}`);
  }
  return parts.filter((part) => part !== '').join(' · ');
}
