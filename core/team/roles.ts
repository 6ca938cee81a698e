/**
 * What each role of the Team tab may do. The whole of it is the two tables; nothing else decides.
 *
 * Google lets everybody who can edit the spreadsheet read and change its cells: the roles shape what menu and sidebar
 * offer and do, they are no wall around the tabs.
 */
import type { ChoiceWord } from '../workbook/choices';

export type Role = ChoiceWord<'role'>;

/** On which tickets: a trainer's own ones are those in their name or of a session that they hold. */
export type Scope = 'all' | 'own' | 'none';

export const TICKET_RIGHTS = [
  /** See the conversation and who has it open. */
  'read',
  'answer',
  'note',
  /** Status, and until when it is on hold. */
  'move',
  /** Priority and assignee. */
  'triage',
  /** Merge, split, link, incidents and their answers to many. */
  'relate',
] as const;
export type TicketRight = (typeof TICKET_RIGHTS)[number];

export const DESK_RIGHTS = [
  'open-conversation',
  'refresh',
  /** See what will be sent to whom. */
  'forecast',
  /** See a template as a participant will get it. */
  'preview',
  /** Bring rows of a file into the Sheet. */
  'import',
  'set-up',
] as const;
export type DeskRight = (typeof DESK_RIGHTS)[number];

interface RoleRights {
  readonly tickets: Readonly<Record<TicketRight, Scope>>;
  readonly desk: readonly DeskRight[];
}

const EVERY_TICKET = {
  read: 'all',
  answer: 'all',
  note: 'all',
  move: 'all',
  triage: 'all',
  relate: 'all',
} as const;

const EVERYBODY_AT_DESK = ['open-conversation', 'refresh', 'forecast', 'preview'] as const;

export const ROLES: Readonly<Record<Role, RoleRights>> = {
  support: { tickets: EVERY_TICKET, desk: [...EVERYBODY_AT_DESK, 'import'] },
  trainer: {
    // Their own tickets they hand on and raise as well: nobody else knows better who can answer.
    tickets: { read: 'own', answer: 'own', note: 'own', move: 'own', triage: 'own', relate: 'none' },
    desk: EVERYBODY_AT_DESK,
  },
  // Tickets are assigned to managers too (invoices, schedules), so they answer them as support does.
  manager: { tickets: EVERY_TICKET, desk: [...EVERYBODY_AT_DESK, 'import'] },
  admin: { tickets: EVERY_TICKET, desk: [...EVERYBODY_AT_DESK, 'import', 'set-up'] },
};
