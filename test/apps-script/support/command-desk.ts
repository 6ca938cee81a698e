/** A small firm whose colleagues ask for changes by mail, with the rows that the bridge appends for it. */
import type { Row, RowChange } from '../../../core/workbook/rows';
import { ANNA, at, type Desk, newTicket, openDesk } from './desk';

export const ID = 'T-7K3Q9';
export const OTHER = 'T-2M8FD';
export const OLA = 'ola@firma.example';

export const MAIL = at('2026-11-23T09:05:00Z');
export const LATER = at('2026-11-23T09:07:00Z');

export function firm(options: Parameters<typeof openDesk>[0] = {}): Desk {
  const desk = openDesk(options);
  const active = { active: true };
  desk.append('team', [
    { ...active, email: ANNA.email, name: 'Anna Zielińska', role: 'support' },
    {
      ...active,
      email: OLA,
      name: 'Ola Nowak',
      role: 'trainer',
      other_emails: ['ola.nowak@private.example'],
    },
    { email: 'ewa@firma.example', name: 'Ewa Mak', role: 'support', active: false },
  ]);
  desk.append('tickets', [
    newTicket(ID, { assignee: 'Ola Nowak' }),
    newTicket(OTHER, { assignee: 'Anna Zielińska' }),
  ]);
  desk.host.run('tick');
  desk.clock.time = LATER;
  return desk;
}

let count = 0;
/** As the bridge appends it with the mail. */
export function ask(desk: Desk, cell: string, value: string, more: RowChange<'commands'> = {}): string {
  count++;
  const id = `command:${count}`;
  desk.append('commands', [{ id, at: MAIL, ticket_id: ID, who: OLA, cell, value, ...more }]);
  return id;
}

export const stateOf = (desk: Desk, id: string): Row<'commands'> => {
  const [row, twin] = desk.rows('commands').filter((one) => one.id === id);
  if (!row || twin) throw new Error(`not one row of ${id}`);
  return row;
};

/** What people did. */
export const lines = (desk: Desk): string[] =>
  desk
    .rows('history')
    .filter(({ ticket_id, who }) => ticket_id === ID && !['Participant', 'Rowdesk'].includes(who))
    .map(({ who, what, from, to, why }) => `${who}: ${what}, ${from} → ${to}. ${why}`);
