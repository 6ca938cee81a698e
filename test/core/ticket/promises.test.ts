import { openPromises } from '../../../core/ticket/promises';
import { KYIV, sessionRow, WARSAW, winter } from '../sla/sla-rows';
import { BORN, reconcileContext, settled, ticketRow } from './ticket-rows';

const context = (time: string) => reconcileContext({ now: winter(`2026-11-${time}`) });
const look = (
  row = settled(ticketRow()),
  time = '23T13:30',
  sessions: ReturnType<typeof sessionRow>[] = [],
) => openPromises(row, sessions, context(time), { language: 'uk', zone: WARSAW });

test('every open promise tells its own reason, the most pressing first', () => {
  expect(look()).toEqual([
    {
      clock: 'first',
      due: winter('2026-11-23T14:00'),
      state: 'at_risk',
      why: 'Перша відповідь до: пн 23.11.2026, 14:00. Ціль: 4 години робочого часу від пн 23.11.2026, 10:00, пріоритет звичайний.',
    },
    expect.objectContaining({ clock: 'resolution', due: winter('2026-11-26T10:00'), state: 'running' }),
  ]);
});

test('a reader elsewhere is told the time there, and whose working hours count', () => {
  const [first] = openPromises(settled(ticketRow()), [], context('23T11:00'), { language: 'en', zone: KYIV });
  expect(first?.why).toBe(
    'First answer by Mon 23 Nov 2026, 15:00. Target: 4 hours of working time (Warsaw time) from Mon 23 Nov 2026, 11:00, priority normal.',
  );
});

test('a near session counts as it does in the due time', () => {
  const session = sessionRow({ starts_at: winter('2026-11-23T14:00'), ends_at: winter('2026-11-23T16:00') });
  const known = settled(ticketRow(), { ...context('23T10:01'), sessionsOf: () => [session] });
  expect(look(known, '23T13:10', [session])[0]).toMatchObject({ due: winter('2026-11-23T13:15') });
});

test.each([
  ['a ticket that the tick has not seen', ticketRow()],
  ['a record that nobody can read', { ...settled(ticketRow()), clock: '{' }],
  ['a ticket without a status', { ...settled(ticketRow()), status: '' }],
  [
    'a ticket that is done',
    settled({ ...settled(ticketRow()), status: 'resolved' }, reconcileContext({ now: BORN })),
  ],
])('%s has none to show', (_, row) => {
  expect(look(row)).toEqual([]);
});
