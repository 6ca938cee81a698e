/** What one run writes into each ticket's row: all rules together, one write for each ticket. */
import { gatherAlerts } from '../../core/sla/alert-digest';
import { linkEdits, type Prior, reconcileAfter } from '../../core/ticket/link-edits';
import { type Commanded, reconcileCommanded, type Settled } from '../../core/ticket/mail-command';
import type { ReconcileContext } from '../../core/ticket/reconcile';
import { withAccepted } from '../../core/ticket/seen';
import { lookForTurn } from '../../core/trainer/turn-sign';
import { CHOICE_OF } from '../../core/workbook/columns';
import type { PlacedRow, Row, RowChange } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import type { CommandMark, Following, TicketWrite } from '../workbook/guarded-write';
import type { OpenTable, OpenWorkbook } from '../workbook/read-tables';
import type { TeamWork } from './assign';
import type { ClockBudget } from './clock-budget';
import { type AddressedCommands, addressedCommands, type CommandWork, markOf } from './commands';
import type { Problem } from './findings';
import type { SettledRows } from './identities';
import { joinedMerges } from './joined-merges';

export type PlanWorkbook = OpenWorkbook<'tickets', 'history' | 'messages' | 'outbox'>;

export interface Plan {
  readonly writes: readonly TicketWrite[];
  readonly problems: readonly Problem[];
  /** The alerts of those tickets that can be written: where a row cannot, it is not marked as told either. */
  readonly alerts: Following;
  /** As this run leaves them: tickets of which the colleague whose turn it is has not been told yet. */
  readonly turns: readonly Row<'tickets'>[];
  /** What became of commands of mails. */
  readonly settled: readonly Settled[];
  /** Index of the first ticket not looked at. */
  readonly end: number;
}

/** Keeps a batchUpdate near the 2 MB that Google recommends: a ticket's row is about a kilobyte of JSON. */
const CHUNK = 1_000;

// Object.keys of a constant object: its keys are known.
const CHOICE_COLUMNS = Object.keys(CHOICE_OF.tickets) as readonly (keyof typeof CHOICE_OF.tickets)[];

export class TicketPlanner {
  readonly #priors: ReadonlyMap<string, Prior>;
  /** By id: tickets that are looked at in one go, because what is told of a merge stands in several rows. */
  readonly #joined: ReadonlyMap<string, readonly PlacedRow<'tickets'>[]>;
  /** Of those, the ones that have been looked at. */
  readonly #done = new Set<string>();
  readonly #commands: AddressedCommands;
  /** What the links of tickets to each other have to tell. */
  readonly problems: readonly Problem[];
  /** Of commands that are about no ticket. */
  readonly marks: readonly CommandMark[];
  /** The same, as it was decided. */
  readonly nowhere: readonly Settled[];
  /** Rows as they are after what has been planned, by id. */
  readonly #after = new Map<string, Row<'tickets'>>();

  /** @param tickets in the order in which they are looked at */
  constructor(
    private readonly tickets: readonly PlacedRow<'tickets'>[],
    private readonly settled: SettledRows,
    private readonly team: TeamWork,
    private readonly commands: CommandWork | null,
    private readonly rules: ReconcileContext,
    private readonly workbook: PlanWorkbook,
  ) {
    const links = linkEdits(
      settled.tickets.map(({ row }) => this.#meant(row)),
      { now: rules.now, words: rules, editor: rules.editor },
    );
    this.#priors = links.priors;
    this.#joined = joinedMerges(settled.tickets, links.priors);
    this.problems = links.problems;
    this.#commands = addressedCommands(commands?.waiting ?? [], settled, links.priors);
    this.nowhere = this.#commands.nowhere;
    this.marks = this.nowhere.map((one) => markOf(one, rules));
  }

  plan(from: number, budget: ClockBudget): Plan {
    const writes: TicketWrite[] = [];
    const problems: Problem[] = [];
    const alerts: Row<'outbox'>[] = [];
    const turns: Row<'tickets'>[] = [];
    const settled: Settled[] = [];
    let index = from;
    for (; index < this.tickets.length && writes.length < CHUNK; index++) {
      // The clock is asked now and then: at least one ticket moves on in every run.
      if (index > from && index % 100 === 0 && budget.isSpent()) break;
      const placed = this.tickets[index];
      if (!placed) break;
      const together: TicketWrite[] = [];
      for (const one of this.#inOneGo(placed)) {
        const { write, happened, alerts: raised, turn, settled: answered } = this.#one(one);
        problems.push(...happened);
        alerts.push(...raised);
        settled.push(...answered);
        if (turn) turns.push(turn);
        if (write) together.push(write);
      }
      writes.push(...asOne(together));
    }
    return {
      writes,
      problems,
      alerts: (going) => this.#alertsOf(alerts, going),
      turns,
      settled,
      end: index,
    };
  }

  /** The ticket, with those that it is written together with wherever they stand; nothing if it went with another. */
  #inOneGo(placed: PlacedRow<'tickets'>): readonly PlacedRow<'tickets'>[] {
    const joined = this.#joined.get(placed.row.id);
    if (!joined) return [placed];
    if (this.#done.has(placed.row.id)) return [];
    for (const { row } of joined) this.#done.add(row.id);
    return joined;
  }

  /** One mail for many alerts must not speak of a ticket that will be alerted again by itself. */
  #alertsOf(raised: readonly Row<'outbox'>[], going: ReadonlySet<string>): ReturnType<Following> {
    const { escalation, now } = this.rules;
    const told = raised.filter(({ ticket_id }) => going.has(ticket_id));
    const { alone, together } = escalation
      ? gatherAlerts(told, escalation, now, (id) => this.#after.get(id))
      : { alone: told, together: [] };
    return appendRows(this.workbook.layouts.outbox, [...alone, ...together], this.workbook.context);
  }

  /** Every ticket as it stands after the run. */
  rowsAfter(): readonly Row<'tickets'>[] {
    return this.settled.tickets.map(({ row }) => this.#after.get(row.id) ?? row);
  }

  #one(placed: PlacedRow<'tickets'>): {
    readonly write: TicketWrite | null;
    readonly happened: readonly Problem[];
    readonly alerts: readonly Row<'outbox'>[];
    readonly turn: Row<'tickets'> | null;
    readonly settled: readonly Settled[];
  } {
    const { row } = placed;
    const identity = this.settled.parts.get(row.id);
    const meant = this.#meant(row);
    const { result, settled, isAssigned } = this.#reconciled(meant);
    const given = isAssigned ? null : (this.team.parts.get(row.id)?.given ?? null);
    const marks = settled.map((one) => markOf(one, this.rules));
    const settledRow = afterAll(meant, result.change, given?.cells ?? null);
    const look = lookForTurn(row, settledRow, { zone: this.rules.sheetZone, offset: this.rules.offset });
    const after = look.seen === settledRow.seen ? settledRow : { ...settledRow, seen: look.seen };
    const spelt = misspelt(placed, this.settled.table, this.workbook);
    const change = after === row ? spelt : { ...spelt, ...this.#changed(row, after, result.change) };
    const history = [...(identity?.history ?? []), ...result.history, ...(given ? [given.line] : [])];
    const notes = identity?.notes ?? [];
    if (isEmpty(change) && history.length + notes.length + result.outbox.length + marks.length === 0) {
      return { write: null, happened: result.problems, alerts: [], turn: null, settled };
    }
    this.#after.set(row.id, after);
    const { layouts, context } = this.workbook;
    const along = [
      ...appendRows(layouts.history, history, context),
      ...appendRows(layouts.messages, notes, context),
      ...appendRows(
        layouts.outbox,
        result.outbox.filter(({ kind }) => kind !== 'alert'),
        context,
      ),
    ];
    const alerts = result.outbox.filter(({ kind }) => kind === 'alert');
    return {
      write: { ticketId: row.id, change, along, marks },
      happened: result.problems,
      alerts,
      // What the colleague was told has come back unread: it is somebody else's turn now.
      turn: look.isNews || settled.some(isAway) ? after : null,
      settled,
    };
  }

  #reconciled(meant: Row<'tickets'>): Commanded {
    const prior = this.#priors.get(meant.id);
    const asked = this.#commands.for(meant.id);
    return this.commands === null || asked.length === 0
      ? { result: reconcileAfter(meant, prior, this.rules), settled: [], isAssigned: false }
      : reconcileCommanded(meant, prior, asked, this.commands.world);
  }

  /** The row as people meant it, before any rule has moved it on. */
  #meant(row: Row<'tickets'>): Row<'tickets'> {
    const identity = this.settled.parts.get(row.id);
    const team = this.team.parts.get(row.id);
    return identity || team ? { ...row, ...identity?.change, ...team?.meant } : row;
  }

  /**
   * Cells in which the row differs, and those that the rules name: only they know when two times show the same.
   * What belongs into a column that somebody deleted cannot be written, and must not look like a change for ever.
   */
  #changed(row: Row<'tickets'>, after: Row<'tickets'>, named: RowChange<'tickets'>): RowChange<'tickets'> {
    const missing: readonly string[] = this.workbook.tables.tickets.layout.missing;
    const before: Readonly<Record<string, unknown>> = row;
    return Object.fromEntries(
      Object.entries(after).filter(
        ([key, value]) => (key in named || before[key] !== value) && !missing.includes(key),
      ),
    );
  }
}

/** Most rows are as they were: those are not copied. */
function afterAll(
  meant: Row<'tickets'>,
  change: RowChange<'tickets'>,
  given: RowChange<'tickets'> | null,
): Row<'tickets'> {
  const reconciled = isEmpty(change) ? meant : { ...meant, ...change };
  return given ? { ...reconciled, ...given, seen: withAccepted(reconciled, given) } : reconciled;
}

function asOne(writes: readonly TicketWrite[]): readonly TicketWrite[] {
  if (writes.length < 2) return writes;
  const together = writes.map(({ ticketId }) => ticketId);
  return writes.map((write) => ({ ...write, together }));
}

function isAway({ command, refusal }: Settled): boolean {
  return command.cell === 'away' && refusal === null;
}

function isEmpty(change: object): boolean {
  for (const _ in change) return false;
  return true;
}

/** Choice cells that were understood but not written as the firm writes them: other language, case, misspelling. */
function misspelt(
  { row, rowIndex }: PlacedRow<'tickets'>,
  { layout, values }: OpenTable<'tickets'>,
  { context }: PlanWorkbook,
): RowChange<'tickets'> {
  const change: { -readonly [K in keyof typeof CHOICE_OF.tickets]?: string } = {};
  for (const key of CHOICE_COLUMNS) {
    const column = layout.columns.get(key);
    const word = row[key];
    if (column === undefined || word === '') continue;
    if (values[rowIndex]?.[column] !== context.labelOf(CHOICE_OF.tickets[key], word)) change[key] = word;
  }
  return change;
}
