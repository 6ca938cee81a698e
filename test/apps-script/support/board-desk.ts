/** A firm with a team, two sessions and a rota, for the tests of boards and checkpoints. */
import type { RowChange } from '../../../core/workbook/rows';
import { updateRow } from '../../../core/workbook/table';
import { at, type Desk, openDesk } from './desk';

const TEAM: RowChange<'team'>[] = [
  { email: 'lena@nordlicht.example', name: 'Lena', role: 'support', languages: ['en'], active: true },
  { email: 'ewa@nordlicht.example', name: 'Ewa', role: 'manager', languages: ['en'], active: true },
  { email: 'adam@nordlicht.example', name: 'Adam', role: 'trainer', languages: ['en'], active: true },
];

const SESSIONS: RowChange<'sessions'>[] = [
  {
    id: 'XL-01',
    course: 'Excel basics',
    client: 'Nordwind',
    starts_at: at('2026-11-25T09:00:00Z'),
    ends_at: at('2026-11-25T11:00:00Z'),
    trainer: 'Adam',
    link: 'https://meet.example/xl',
    state: 'planned',
  },
  {
    id: 'XL-02',
    course: 'Charts',
    starts_at: at('2026-12-08T09:00:00Z'),
    ends_at: at('2026-12-08T11:00:00Z'),
    trainer: 'Adam',
    place: 'Room 2',
    state: 'planned',
  },
];

export const person = (name: string, session = 'XL-01'): RowChange<'participants'> => ({
  session_id: session,
  name,
  email: `${name.toLowerCase()}@client.example`,
  state: 'active',
});

export const reminded = (who: string, step = '3d'): string =>
  `reminder:XL-01:${who}@client.example:${step}:2026-11-25T09:00:00.000Z`;

/** Monday 10:00 in Warsaw, two days before the session. */
export function boardDesk(): Desk {
  const opened = openDesk();
  opened.append('team', TEAM);
  opened.append('sessions', SESSIONS);
  opened.append('participants', [person('Anna'), person('Jan'), person('Ola', 'XL-02')]);
  // Both have got the first step of the ladder.
  opened.append(
    'outbox',
    ['anna', 'jan'].map((who) => ({ key: reminded(who), kind: 'reminder', state: 'sent' })),
  );
  opened.append('rota', [
    {
      email: 'lena@nordlicht.example',
      from: at('2026-11-24T08:00:00Z'),
      to: at('2026-11-26T16:00:00Z'),
      duty: 'support',
    },
  ]);
  return opened;
}

export const tickAt = (opened: Desk, time: string): void => {
  opened.clock.time = at(time);
  opened.host.run('tick');
};
/** Cells of the row of a script-owned or person's tab that a person changes. */
export const edit = <T extends 'sessions' | 'readiness' | 'rota' | 'participants'>(
  opened: Desk,
  table: T,
  index: number,
  change: RowChange<T>,
): void => {
  const { layout, rows } = opened.read(table);
  const rowIndex = rows[index]?.rowIndex ?? -1;
  opened.service.batchUpdate(opened.spreadsheetId, {
    requests: updateRow(layout, rowIndex, change, opened.context),
  });
};
