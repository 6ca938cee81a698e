/**
 * Brings every ticket up to date: what the time trigger runs, and "Refresh now".
 *
 * API and script writes fire no trigger and onEdit drops fast edits, so nothing but comparing all rows finds
 * everything. Whole tabs are read in one call and changed cells are written in one call, whatever the number of
 * rows; only a run that changes very many tickets, or puts numbers right, makes more. A run that runs out of time
 * goes on in the next one where it stopped.
 */
import type { ReconcileContext } from '../../core/ticket/reconcile';
import { readAgents } from '../../core/trainer/agents';
import { SHEET_ID } from '../../core/workbook/columns';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { BatchRequest, Services } from '../ports';
import { TicketRows } from '../workbook/guarded-write';
import { type OpenWorkbook, openWorkbook } from '../workbook/read-tables';
import { answererIn, hasNewAnswers } from './answers';
import { assignTickets } from './assign';
import { awayFindings, mayBeAway, readAway } from './away';
import { boards } from './boards';
import { ClockBudget } from './clock-budget';
import { readColumns } from './columns';
import { commandFindings, commandWorld, waitingCommands } from './commands';
import { figureRequests } from './figures';
import { newProblems, type Problem, ticketFindings } from './findings';
import { followUps, rememberFollowUps } from './follow-ups';
import { type GapAlerts, gapAlerts, rememberGaps } from './gap-alerts';
import { settleIds } from './identities';
import { departures, lostRows } from './lost-rows';
import { TicketPlanner } from './plan-tickets';
import { RefusedLetters } from './refused-letters';
import { ALERT_TABLES, alertingRulesOf, RULE_TABLES, ruleProblems } from './rules';
import { findingMark, fitting, readStanding, rememberStanding } from './standing';
import { rememberTick, tickIn } from './state';
import { teamLoadRequests } from './team-load';
import { readTraining, TRAINING_TABLES } from './training';
import { TurnLetters } from './turns';

export type TickOutcome =
  | { readonly kind: 'done'; readonly changed: number; readonly finished: boolean }
  /** Another execution is at work: it does what this one would have done. */
  | { readonly kind: 'other-running' };

const TABLES = [
  'tickets',
  'commands',
  'problems',
  'figures',
  ...RULE_TABLES,
  ...ALERT_TABLES,
  ...TRAINING_TABLES,
] as const;
const HEADERS = ['history', 'messages', 'outbox'] as const;
type TickWorkbook = OpenWorkbook<(typeof TABLES)[number], (typeof HEADERS)[number]>;

export function runTick(services: Services): TickOutcome {
  const done = services.lock.alone(1, () => tickAlone(services));
  return done ? done.result : { kind: 'other-running' };
}

function tickAlone(services: Services): TickOutcome {
  const budget = new ClockBudget(services.clock);
  const now = budget.startedAt;
  const stored = services.memory.all();
  const standing = readStanding(stored);
  const workbook = openWorkbook(services, TABLES, HEADERS);
  const waiting = waitingCommands(workbook);
  const mayBeOff = mayBeAway(workbook, now);
  const columns = readColumns(services, workbook, {
    history: waiting.length > 0 || mayBeOff,
    answers: mayBeOff || hasNewAnswers(workbook.tables.tickets.rows),
  });
  const agents = readAgents(workbook.tables.team.rows.map(({ row }) => row));
  const lost = lostRows(columns);
  const settled = settleIds(services, workbook, lost, now);
  const team = assignTickets(settled.tickets, workbook, now);
  const rowOf = new Map(settled.tickets.map(({ row, rowIndex }) => [row.id, rowIndex]));
  const rules: ReconcileContext = {
    ...alertingRulesOf(workbook, now, (id) =>
      services.workbook.address(SHEET_ID.tickets, rowOf.get(id) ?? 0),
    ),
    answeredBy: answererIn(columns.answers, agents),
  };
  const tickets = ticketsFrom(settled.tickets, tickIn(stored)?.after ?? '');
  const training = readTraining(workbook, now);
  const commands =
    waiting.length === 0
      ? null
      : { waiting, world: commandWorld(workbook, training.team, agents, rules, columns.history) };
  const planner = new TicketPlanner(tickets, settled, team, commands, rules, workbook);
  const away = readAway(workbook, columns, agents, now);
  const turns = new TurnLetters(services, workbook, rules, columns, settled.tickets, away);
  const refusals = new RefusedLetters(workbook, rules, agents, columns, settled.tickets);
  const rows = new TicketRows(services.workbook, settled.table, workbook.context, workbook.tables.commands);

  const followed = followUps(
    services,
    workbook,
    training,
    stored,
    (id) => settled.ids.has(id) || lost.has(id),
    now,
  );

  const findings = [
    ...ticketFindings(workbook, settled, lost, now),
    ...team.findings,
    ...ruleProblems(workbook, now),
    ...commandFindings(workbook, now),
    ...awayFindings(workbook, away, training.team, now),
  ];
  const gone = departures(
    Array.from(lost.keys()).filter((id) => !settled.ids.has(id)),
    standing.gone,
    settled.ids,
    { now, words: rules, editor: null },
  );
  const reported = workbook.tables.problems.rows.map(({ row }) => row);
  const happened = [
    ...team.happened,
    ...planner.problems,
    ...unsettledProblems(settled.unsettled, workbook, now),
  ];
  const marks = fitting(new Set(findings.map(({ key }) => findingMark(key))));
  const countedOver = (after: readonly Row<'tickets'>[]): Counted => {
    const board = boards(workbook, training, after, columns.mails, now);
    const gaps = rules.escalation
      ? gapAlerts(services.workbook, workbook, rules.escalation, board.coverage, stored, now)
      : null;
    return {
      requests: [...numbersOf(workbook, after, team.open, now), ...board.requests, ...(gaps?.requests ?? [])],
      gaps,
    };
  };
  let changed = 0;
  let next = 0;
  do {
    const isFirst = next === 0;
    const plan = planner.plan(next, budget);
    const isLast = plan.end >= tickets.length;
    const told = turns.lettersOf(plan.turns);
    const problems = newProblems(reported, isFirst ? findings : [], standing.findings, [
      ...(isFirst ? happened : []),
      ...plan.problems,
      ...told.problems,
    ]);
    const counted = isLast ? countedOver(planner.rowsAfter()) : null;
    const refused = refusals.lettersOf(plan.settled, isFirst ? planner.nowhere : []);
    const outcome = rows.write(
      plan.writes,
      [
        ...appendRows(workbook.layouts.history, isFirst ? gone.history : [], workbook.context),
        ...problemRequests(workbook, problems),
        ...(isFirst ? followed.requests : []),
        ...(counted?.requests ?? []),
      ],
      (going) => [...plan.alerts(going), ...told.letters(going), ...refused(going)],
      isFirst ? planner.marks : [],
    );
    // As soon as it is told: a run may end at any moment, and the next would tell it again.
    if (isFirst) {
      rememberStanding(services.memory, stored, { findings: marks, gone: gone.gone });
      rememberFollowUps(services.memory, stored, followed);
    }
    if (counted?.gaps) rememberGaps(services.memory, stored, counted.gaps);
    const unsettled = unsettledProblems(outcome.unsettled, workbook, now);
    if (unsettled.length > 0) services.workbook.write(problemRequests(workbook, unsettled));
    reported.push(...problems, ...unsettled);
    changed += outcome.written.length;
    next = plan.end;
  } while (next < tickets.length && !budget.isSpent());

  const finished = next >= tickets.length;
  rememberTick(services.memory, { at: now, after: finished ? '' : (tickets[next - 1]?.row.id ?? '') });
  return { kind: 'done', changed, finished };
}

/** The run that goes on does not begin anew at the top: the next one will. */
function ticketsFrom(
  tickets: readonly PlacedRow<'tickets'>[],
  after: string,
): readonly PlacedRow<'tickets'>[] {
  return after === '' ? tickets : tickets.slice(tickets.findIndex(({ row }) => row.id === after) + 1);
}

/** What is counted over all tickets, and what follows from it. */
interface Counted {
  readonly requests: readonly BatchRequest[];
  readonly gaps: GapAlerts | null;
}

function numbersOf(
  workbook: TickWorkbook,
  tickets: readonly Row<'tickets'>[],
  open: ReadonlyMap<string, number> | null,
  now: Row<'problems'>['at'] & number,
): readonly BatchRequest[] {
  const { context, settings, tables } = workbook;
  return [
    ...teamLoadRequests(workbook, open),
    ...figureRequests({
      tickets,
      figures: tables.figures,
      context,
      zone: settings.zone,
      now,
    }),
  ];
}

function problemRequests(workbook: TickWorkbook, problems: readonly Problem[]): readonly BatchRequest[] {
  return appendRows(workbook.tables.problems.layout, problems, workbook.context);
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
