/** A ticket read back from its rows is the one that a bridge knows that has seen it grow. */
import { recalledTicket } from '../../../core/intake/recalled-ticket';
import type { Row } from '../../../core/workbook/rows';
import { ticketRow } from '../ticket/ticket-rows';

const message = (change: Partial<Row<'messages'>>): Row<'messages'> => ({
  id: 'in:1',
  ticket_id: 'T-7K3Q9',
  at: null,
  direction: 'in',
  from: 'Anna <anna@example.com>',
  to: '',
  subject: '',
  text: '',
  full_text: '',
  class: 'human',
  language: 'pl',
  attachments: [],
  message_id: '',
  original: '',
  warnings: '',
  ...change,
});

const recalled = (...changes: Partial<Row<'messages'>>[]) =>
  recalledTicket(ticketRow({ message_count: 9 }), changes.map(message));

test.each<[string, Partial<Row<'messages'>>, readonly string[]]>([
  ['who wrote', { from: 'Jan "J" <JAN@example.com>' }, ['jan@example.com']],
  ['whom they showed it', { to: 'boss@client.test, help@firm.test' }, ['boss@client.test', 'help@firm.test']],
  [
    'whom people answered',
    { direction: 'out', from: 'help@firm.test', to: 'jan@example.com' },
    ['jan@example.com'],
  ],
  ['not a robot', { class: 'auto-reply', from: 'robot@example.com', to: 'x@example.com' }, []],
  ['not who sent a failure notice', { class: 'bounce', from: 'mailer-daemon@bad.test' }, []],
  ['not a colleague', { direction: 'note', from: 'ola@firm.test', to: 'all@firm.test' }, []],
])('takes part: %s', (_name, change, others) => {
  expect([...(recalled(change)?.participants ?? [])]).toEqual(['anna@example.com', ...others]);
});

test('its own mails are counted: the cell of a ticket with others merged into it counts theirs', () => {
  expect(recalled({}, { direction: 'out' })?.messageCount).toBe(2);
});

test('answers name its mails, and no colleague’s own: that one would tell from where they write', () => {
  const note = { direction: 'note', message_id: '<1@home-of-ola.test>' } as const;
  expect(recalled({ message_id: '<1@example.com>' }, note)?.messageIds).toEqual(['<1@example.com>']);
});
