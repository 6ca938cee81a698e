/** Assignment on the open workbook: what it writes into which row, and what it has to tell. */
import { type AssignmentChange, assign, type Refusal } from '../../core/assignment/assign';
import { dutiesAt, readTeamTab } from '../../core/assignment/colleagues';
import { REASON_WORDS } from '../../core/assignment/reasons';
import { historyLine, ROWDESK } from '../../core/ticket/history-line';
import type { Instant } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import type { PlacedRow, Row, RowChange } from '../../core/workbook/rows';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { OpenWorkbook } from '../workbook/read-tables';
import type { Problem } from './findings';
import { historyWords } from './history-words';

export interface TeamPart {
  /** What a person meant: in the row before it is brought up to date. */
  readonly meant: RowChange<'tickets'>;
  /** What the tracker does after that, and the line of History for it. */
  readonly given: { readonly cells: RowChange<'tickets'>; readonly line: Row<'history'> } | null;
}

export interface TeamWork {
  readonly parts: ReadonlyMap<string, TeamPart>;
  /** Hold until somebody puts them right. */
  readonly findings: readonly Problem[];
  readonly happened: readonly Problem[];
  /** Tickets not done, by the name of the colleague. Null without a team. */
  readonly open: ReadonlyMap<string, number> | null;
}

type TeamWorkbook = OpenWorkbook<'tickets' | 'team' | 'rota' | 'sessions'>;

const NO_TEAM: TeamWork = { parts: new Map(), findings: [], happened: [], open: null };

export function assignTickets(
  tickets: readonly PlacedRow<'tickets'>[],
  workbook: TeamWorkbook,
  now: Instant,
): TeamWork {
  const { context, settings, language, tables } = workbook;
  const team = readTeamTab(tables.team, dayAt(now, settings.zone, context.offset), context.wordOf);
  // A firm that has named nobody yet does everything by hand, and does not want to be told so with every ticket.
  if (team.colleagues.length === 0) return NO_TEAM;
  const { changes, open } = assign(
    tickets.map(({ row }) => row),
    {
      mode: settings.assignment,
      team,
      duties: dutiesAt(
        tables.rota.rows.map(({ row }) => row),
        tables.sessions.rows.map(({ row }) => row),
        now,
        team,
      ),
      language,
      labelOfCategory: (word) => context.labelOf('category', word),
    },
  );
  const parts = new Map<string, TeamPart>();
  const findings: Problem[] = [];
  const happened: Problem[] = [];
  for (const change of changes) {
    const part = partOf(change, parts.get(change.ticketId), workbook, now);
    if (part) parts.set(change.ticketId, part);
    findings.push(...findingsOf(change, workbook, now));
    happened.push(...happenedWith(change, workbook, now));
  }
  return { parts, findings, happened, open };
}

function partOf(
  change: AssignmentChange,
  { meant, given }: TeamPart = { meant: {}, given: null },
  workbook: TeamWorkbook,
  at: Instant,
): TeamPart | null {
  switch (change.kind) {
    case 'given': {
      const { ticketId, from, assignee, why } = change;
      const event = { at, ticketId, who: ROWDESK, what: 'assignee', from, to: assignee, why } as const;
      const line = historyLine(event, historyWords(workbook));
      return { meant, given: { cells: { assignee, assigned_why: why }, line } };
    }
    // A person's edit is told by the rules of the ticket itself.
    case 'chosen-by-hand':
      return { meant: { assignee: change.assignee, assigned_why: change.why }, given };
    case 'put-right':
      return { meant: { ...meant, assignee: change.assignee }, given };
    case 'unknown-name':
    case 'nobody-fits':
      return null;
  }
}

function findingsOf(change: AssignmentChange, { language }: TeamWorkbook, at: Instant): Problem[] {
  const words = trackerWords(language).finding;
  const { ticketId: id } = change;
  switch (change.kind) {
    case 'unknown-name': {
      const text = words.unknownColleague(id, change.written, change.couldBe.join(', '));
      return [{ key: `tickets:${id}:assignee:${change.written}`, at, tab: 'tickets', row: id, ...text }];
    }
    case 'nobody-fits': {
      const text = words.nobodyFits(id, reasonsOf(change.refusals, language));
      return [{ key: `tickets:${id}:nobody-fits`, at, tab: 'tickets', row: id, ...text }];
    }
    case 'given':
    case 'chosen-by-hand':
    case 'put-right':
      return [];
  }
}

function happenedWith(change: AssignmentChange, { language }: TeamWorkbook, at: Instant): Problem[] {
  if (change.kind !== 'chosen-by-hand' || change.choice !== 'by-hand-anyway') return [];
  const { ticketId: id, assignee } = change;
  const text = trackerWords(language).finding.heldByAbsent(id, assignee);
  return [{ key: `tickets:${id}:held-by-absent`, at, tab: 'tickets', row: id, ...text }];
}

function reasonsOf(refusals: readonly Refusal[], language: TeamWorkbook['language']): string {
  const words = REASON_WORDS[language].refusal;
  return refusals.map(({ name, reason }) => `${name}: ${words[reason]}`).join('; ');
}
