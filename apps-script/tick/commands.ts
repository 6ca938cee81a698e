/** Commands of colleagues' mails on the open workbook: which of them wait, for which ticket, and what is written beside them. */
import type { TeamReading } from '../../core/assignment/colleagues';
import { LANGUAGES } from '../../core/language';
import { isPersonsDoing } from '../../core/ticket/history-line';
import type { Prior } from '../../core/ticket/link-edits';
import type { CommandRefusal, CommandWorld, Settled } from '../../core/ticket/mail-command';
import { refusalWords } from '../../core/ticket/mail-command-words';
import type { ReconcileContext } from '../../core/ticket/reconcile';
import { acceptedLinks } from '../../core/ticket/seen';
import { tellsOfAnswer } from '../../core/ticket/ticket-history';
import type { Instant } from '../../core/time/instant';
import type { Agents } from '../../core/trainer/agents';
import { type CommandState, ORDER_CELLS, type OrderCell } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import { TABS } from '../../sheet-templates/tabs';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import { words } from '../../sheet-templates/words/words';
import type { CommandMark } from '../workbook/guarded-write';
import type { OpenWorkbook } from '../workbook/read-tables';
import type { HistoryCells } from './columns';
import type { Problem } from './findings';
import type { SettledRows } from './identities';

type CommandWorkbook = OpenWorkbook<'commands' | 'sessions'>;

export interface CommandWork {
  readonly waiting: readonly Row<'commands'>[];
  readonly world: CommandWorld;
}

/** Without these nobody could say that a command is done, and it would be done again. */
const NEEDED = ['id', 'state'] as const;

/** A state that nobody understands is no empty one: somebody wrote it there. */
export function waitingCommands({ tables }: CommandWorkbook): readonly Row<'commands'>[] {
  const { layout, rows, problems } = tables.commands;
  if (NEEDED.some((column) => layout.missing.includes(column))) return [];
  const unread = new Set(problems.flatMap(({ column, rowIndex }) => (column === 'state' ? [rowIndex] : [])));
  const doubled = doubledIds(tables.commands);
  return rows.flatMap(({ row, rowIndex }) =>
    row.id === '' || row.state !== '' || unread.has(rowIndex) || doubled.has(row.id) ? [] : [row],
  );
}

/** @param history lines that tell who has changed what since */
export function commandWorld(
  workbook: CommandWorkbook,
  team: TeamReading,
  agents: Agents,
  rules: ReconcileContext,
  history: readonly HistoryCells[],
): CommandWorld {
  const { tables } = workbook;
  const edits = personsEdits(history);
  return {
    rules,
    team,
    agents,
    sessionOf: (id) =>
      id === '' ? null : (tables.sessions.rows.find(({ row }) => row.id === id)?.row ?? null),
    editedSince: (ticketId, asked, since) =>
      edits.get(ticketId)?.some(({ cell, at }) => at > since && cell === asked) ?? false,
  };
}

interface Edit {
  readonly cell: OrderCell;
  readonly at: Instant;
}

/** Labels of today and of a language that the firm has had before. */
const CELL_CALLED: ReadonlyMap<string, OrderCell> = new Map(
  ORDER_CELLS.flatMap((cell) =>
    LANGUAGES.map((language) => [TABS.tickets.columns[cell].words[language][0], cell] as const),
  ),
);

function personsEdits(history: readonly HistoryCells[]): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, Edit[]>();
  for (const { ticketId, who, what, at, why } of history) {
    const cell = CELL_CALLED.get(what);
    if (cell === undefined || at === null || !isPersonsDoing(who) || tellsOfAnswer(why)) continue;
    const known = edits.get(ticketId);
    if (known) known.push({ cell, at });
    else edits.set(ticketId, [{ cell, at }]);
  }
  return edits;
}

export interface AddressedCommands {
  for(ticketId: string): readonly Row<'commands'>[];
  /** Refused, because there is no ticket that they could be about. */
  readonly nowhere: readonly Settled[];
}

/** @param priors what this run makes of merges */
export function addressedCommands(
  waiting: readonly Row<'commands'>[],
  { tickets, ids, doubled }: SettledRows,
  priors: ReadonlyMap<string, Prior>,
): AddressedCommands {
  const byTicket = new Map<string, Row<'commands'>[]>();
  const nowhere: Settled[] = [];
  if (waiting.length === 0) return { for: () => [], nowhere };
  const rows = new Map(tickets.map(({ row }) => [row.id, row]));
  for (const command of waiting) {
    const ticketId = goesOnIn(command.ticket_id.trim().toUpperCase(), rows, priors);
    const refused = (refusal: CommandRefusal): void => {
      nowhere.push({ command, refusal, ticketId });
    };
    if (rows.has(ticketId)) {
      const known = byTicket.get(ticketId);
      if (known) known.push(command);
      else byTicket.set(ticketId, [command]);
    } else if (doubled.has(ticketId)) refused({ kind: 'several-rows' });
    // A row that may not be worked on yet: its number is being put right.
    else if (!ids.has(ticketId)) refused({ kind: 'no-such-ticket' });
  }
  return { for: (ticketId) => byTicket.get(ticketId) ?? [], nowhere };
}

/** Where the matter is now. There are no chains of merges, but people can write circles into cells. */
function goesOnIn(
  ticketId: string,
  rows: ReadonlyMap<string, Row<'tickets'>>,
  priors: ReadonlyMap<string, Prior>,
): string {
  const met = new Set<string>();
  let current = ticketId;
  for (;;) {
    met.add(current);
    const row = rows.get(current);
    const into = row ? (priors.get(current)?.change.merged_into ?? acceptedLinks(row).merged_into) : '';
    if (into === '' || met.has(into)) return current;
    current = into;
  }
}

export function markOf({ command, refusal, ticketId }: Settled, rules: ReconcileContext): CommandMark {
  const state: CommandState = refusal === null ? 'done' : 'refused';
  return {
    id: command.id,
    change: {
      state,
      done_at: rules.now,
      answer: refusal === null ? '' : refusalWords(refusal, ticketId, rules),
    },
  };
}

export function commandFindings({ tables, language }: CommandWorkbook, at: Instant): Problem[] {
  const { commands } = tables;
  const { title, columns } = TABS.commands;
  const copied = doubledIds(commands);
  const about = { at, tab: 'commands', row: '' };
  const missing = NEEDED.filter((column) => commands.layout.missing.includes(column)).map((column) => ({
    ...about,
    key: `commands:column:${column}`,
    ...words(language).problem.missingColumn(title[language], columns[column].words[language][0]),
  }));
  const waitingTwice = new Map(
    commands.rows.flatMap(({ row }) =>
      row.state === '' && copied.has(row.id) ? [[row.id, row.ticket_id] as const] : [],
    ),
  );
  const doubled = Array.from(waitingTwice, ([id, ticketId]) => ({
    ...about,
    key: `commands:${id}:doubled`,
    row: ticketId,
    ...trackerWords(language).finding.commandDoubled(ticketId),
  }));
  return [...missing, ...doubled];
}

/** Somebody copied a row: nobody can tell which of them is the one that was done. */
function doubledIds({ rows }: CommandWorkbook['tables']['commands']): ReadonlySet<string> {
  const met = new Set<string>();
  const doubled = new Set<string>();
  for (const { row } of rows) {
    if (row.id === '') continue;
    if (met.has(row.id)) doubled.add(row.id);
    met.add(row.id);
  }
  return doubled;
}
