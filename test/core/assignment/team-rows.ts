/** A small invented team, and tickets to share among them. */
import { type AssignmentChange, type AssignmentContext, assign } from '../../../core/assignment/assign';
import { dutiesAt, readTeam } from '../../../core/assignment/colleagues';
import { dayOf } from '../../../core/time/civil';
import { instant } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { choiceWord, labelOfWord } from '../../../sheet-templates/labels';
import { ticketRow } from '../ticket/ticket-rows';

export const TODAY = dayOf({ year: 2026, month: 11, day: 23 });
export const NOW = instant(Date.parse('2026-11-23T09:00:00Z'));

export function colleague(name: string, more: Partial<Row<'team'>> = {}): Row<'team'> {
  return {
    email: `${name.toLowerCase().replace(/ /g, '.')}@firm.example`,
    name,
    role: 'support',
    other_emails: [],
    languages: [],
    skills: [],
    absent_from: null,
    absent_until: null,
    substitute: '',
    max_open: null,
    open_tickets: null,
    active: true,
    ...more,
  };
}

export function duty(
  email: string,
  name = 'support',
  from = NOW - 3_600_000,
  to = NOW + 3_600_000,
): Row<'rota'> {
  return { from: instant(from), to: instant(to), email, duty: name };
}

export function newTicket(id: string, more: Partial<Row<'tickets'>> = {}): Row<'tickets'> {
  return ticketRow({ id, language: 'en', category: 'other', ...more });
}

interface Setting {
  readonly rota?: readonly Row<'rota'>[];
  readonly mode?: AssignmentContext['mode'];
  readonly language?: AssignmentContext['language'];
}

export function contextOf(
  team: readonly Row<'team'>[],
  { rota = [], mode = 'fewest', language = 'en' }: Setting = {},
): AssignmentContext {
  const reading = readTeam(team, TODAY, (choice, typed) => choiceWord(choice, typed)?.word ?? null);
  return {
    mode,
    team: reading,
    duties: dutiesAt(rota, [{ id: 'XL-01' }, { id: 'XL-02' }], NOW, reading),
    language,
    labelOfCategory: (word) => labelOfWord('category', word, language),
  };
}

export function changesOf(
  tickets: readonly Row<'tickets'>[],
  team: readonly Row<'team'>[],
  setting: Setting = {},
): readonly AssignmentChange[] {
  return assign(tickets, contextOf(team, setting)).changes;
}

/** Ticket → assignee, of the tickets that were given to somebody. */
export function givenTo(changes: readonly AssignmentChange[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    changes.flatMap((change) => (change.kind === 'given' ? [[change.ticketId, change.assignee]] : [])),
  );
}

/** The tickets as the tracker leaves them. */
export function asTheTrackerLeaves(
  tickets: readonly Row<'tickets'>[],
  changes: readonly AssignmentChange[],
): readonly Row<'tickets'>[] {
  return tickets.map((ticket) => {
    let row = ticket;
    for (const change of changes) {
      if (change.ticketId !== ticket.id) continue;
      if (change.kind === 'given' || change.kind === 'chosen-by-hand') {
        row = { ...row, assignee: change.assignee, assigned_why: change.why };
      } else if (change.kind === 'put-right') row = { ...row, assignee: change.assignee };
    }
    return row;
  });
}
