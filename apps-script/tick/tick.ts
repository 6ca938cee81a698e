/**
 * Brings every ticket up to date: what the time trigger runs, and "Refresh now".
 *
 * API and script writes fire no trigger and onEdit drops fast edits, so nothing but comparing all rows finds
 * everything. Whole tabs are read in one call and changed cells are written in one call, whatever the number of
 * rows; only a run that changes more than CHUNK tickets makes more. A run that runs out of time goes on in the
 * next one where it stopped.
 */
import { slaProblems } from '../../core/sla/sla-problems';
import { type ReconcileContext, reconcileTicket } from '../../core/ticket/reconcile';
import { CHOICE_OF, FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../../core/workbook/columns';
import type { PlacedRow, Row, RowChange } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { Services } from '../ports';
import { cellText } from '../workbook/cell-text';
import { TicketRows, type TicketWrite } from '../workbook/guarded-write';
import { type OpenWorkbook, openWorkbook } from '../workbook/read-tables';
import { ClockBudget } from './clock-budget';
import { doubledIds, newProblems, type Problem, ticketFindings } from './findings';
import { RULE_TABLES, rulesOf } from './rules';
import { lastTick, rememberTick } from './state';

export type TickOutcome =
  | { readonly kind: 'done'; readonly changed: number; readonly finished: boolean }
  /** Another execution is at work: it does what this one would have done. */
  | { readonly kind: 'other-running' };

/** Keeps a batchUpdate near the 2 MB that Google recommends: a ticket's row is about a kilobyte of JSON. */
const CHUNK = 1_000;

// Object.keys of a constant object: its keys are known.
const CHOICE_COLUMNS = Object.keys(CHOICE_OF.tickets) as readonly (keyof typeof CHOICE_OF.tickets)[];

const TABLES = ['tickets', 'problems', ...RULE_TABLES] as const;
type TickWorkbook = OpenWorkbook<(typeof TABLES)[number], 'history' | 'messages'>;

export function runTick(services: Services): TickOutcome {
  const done = services.lock.alone(1, () => tickAlone(services));
  return done ? done.result : { kind: 'other-running' };
}

function tickAlone(services: Services): TickOutcome {
  const budget = new ClockBudget(services.clock);
  const now = budget.startedAt;
  const before = lastTick(services.memory);
  const workbook = openWorkbook(services, TABLES, ['history', 'messages']);
  const rules = rulesOf(workbook, now, null);
  const rows = new TicketRows(services.workbook, workbook.tables.tickets, workbook.context);
  const tickets = ticketsFrom(workbook, before?.after ?? '');

  const findings = [
    ...ticketFindings(workbook, orphanCandidates(services, workbook), now),
    ...slaProblems(
      { sla: rowsOf(workbook.tables.sla), calendar: rowsOf(workbook.tables.calendar) },
      {
        now,
        language: workbook.language,
        priorityLabel: (priority) => workbook.context.labelOf('priority', priority),
      },
    ),
  ];
  const reported = workbook.tables.problems.rows.map(({ row }) => row);
  let changed = 0;
  let next = 0;
  do {
    const plan = planChunk(tickets, next, rules, workbook, budget);
    const problems = newProblems(reported, next === 0 ? findings : [], plan.problems);
    const outcome = rows.write(
      plan.writes,
      appendRows(workbook.tables.problems.layout, problems, workbook.context),
    );
    const unsettled = unsettledProblems(outcome.unsettled, workbook, now);
    if (unsettled.length > 0) {
      services.workbook.write(appendRows(workbook.tables.problems.layout, unsettled, workbook.context));
    }
    reported.push(...problems, ...unsettled);
    changed += outcome.written.length;
    next = plan.end;
  } while (next < tickets.length && !budget.isSpent());

  const finished = next >= tickets.length;
  rememberTick(services.memory, { at: now, after: finished ? '' : (tickets[next - 1]?.row.id ?? '') });
  return { kind: 'done', changed, finished };
}

function rowsOf<T extends TableKey>(table: { readonly rows: readonly PlacedRow<T>[] }): readonly Row<T>[] {
  return table.rows.map(({ row }) => row);
}

/** Tickets that may be touched: with an id of their own. Those after the last one handled come first. */
function ticketsFrom(workbook: TickWorkbook, after: string): readonly PlacedRow<'tickets'>[] {
  const doubled = doubledIds(workbook);
  const tickets = workbook.tables.tickets.rows.filter(({ row }) => row.id !== '' && !doubled.has(row.id));
  const start = after === '' ? 0 : tickets.findIndex(({ row }) => row.id === after) + 1;
  // The run that goes on does not begin anew at the top: the next one will.
  return tickets.slice(start);
}

interface Plan {
  readonly writes: readonly TicketWrite[];
  readonly problems: readonly Problem[];
  /** Index of the first ticket not looked at. */
  readonly end: number;
}

function planChunk(
  tickets: readonly PlacedRow<'tickets'>[],
  from: number,
  rules: ReconcileContext,
  workbook: TickWorkbook,
  budget: ClockBudget,
): Plan {
  const writes: TicketWrite[] = [];
  const problems: Problem[] = [];
  let index = from;
  for (; index < tickets.length && writes.length < CHUNK; index++) {
    // The clock is asked now and then: at least one ticket moves on in every run.
    if (index > from && index % 100 === 0 && budget.isSpent()) break;
    const placed = tickets[index];
    if (!placed) break;
    const { change, history, problems: happened } = reconcileTicket(placed.row, rules);
    const cells = inPresentColumns({ ...misspelt(placed, workbook), ...change }, workbook);
    problems.push(...happened);
    if (Object.keys(cells).length === 0 && history.length === 0) continue;
    writes.push({
      ticketId: placed.row.id,
      change: cells,
      along: appendRows(workbook.layouts.history, history, workbook.context),
    });
  }
  return { writes, problems, end: index };
}

/** What belongs into a column that somebody deleted cannot be written, and must not look like a change for ever. */
function inPresentColumns(change: RowChange<'tickets'>, { tables }: TickWorkbook): RowChange<'tickets'> {
  const { missing } = tables.tickets.layout;
  if (missing.length === 0) return change;
  const absent: readonly string[] = missing;
  return Object.fromEntries(Object.entries(change).filter(([key]) => !absent.includes(key)));
}

/** Choice cells that were understood but not written as the firm writes them: other language, case, misspelling. */
function misspelt({ row, rowIndex }: PlacedRow<'tickets'>, workbook: TickWorkbook): RowChange<'tickets'> {
  const { layout, values } = workbook.tables.tickets;
  const change: { -readonly [K in keyof typeof CHOICE_OF.tickets]?: string } = {};
  for (const key of CHOICE_COLUMNS) {
    const choice = CHOICE_OF.tickets[key];
    const column = layout.columns.get(key);
    const word = row[key];
    if (column === undefined || word === '') continue;
    if (values[rowIndex]?.[column] !== workbook.context.labelOf(choice, word)) {
      change[key] = word;
    }
  }
  return change;
}

/**
 * Tickets that messages name but the tab lacks. Both columns come from one answer: read apart, a ticket that the
 * bridge adds with its message in between would look lost.
 */
function orphanCandidates(services: Services, workbook: TickWorkbook): readonly string[] {
  const idColumn = workbook.tables.tickets.layout.columns.get('id');
  const ticketColumn = workbook.layouts.messages.columns.get('ticket_id');
  if (idColumn === undefined || ticketColumn === undefined) return [];
  const column = (
    sheetId: number,
    index: number,
  ): { sheetId: number; startColumnIndex: number; endColumnIndex: number } => ({
    sheetId,
    startColumnIndex: index,
    endColumnIndex: index + 1,
  });
  const grids = services.workbook.read([
    column(SHEET_ID.tickets, idColumn),
    column(SHEET_ID.messages, ticketColumn),
  ]);
  const texts = (sheetId: number): string[] =>
    (grids.find((grid) => grid.sheetId === sheetId)?.values ?? [])
      .slice(FIRST_DATA_ROW)
      .map((row) => cellText(row[0]));
  const present = new Set(texts(SHEET_ID.tickets));
  return texts(SHEET_ID.messages).filter((id) => !present.has(id));
}

function unsettledProblems(
  ids: readonly string[],
  workbook: TickWorkbook,
  at: Row<'problems'>['at'],
): Problem[] {
  const words = trackerWords(workbook.language).finding;
  return ids.map((id) => ({
    key: `tickets:${id}:moving`,
    at,
    tab: 'tickets',
    row: id,
    ...words.rowWouldNotStandStill(id),
  }));
}
