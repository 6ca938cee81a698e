/** What colleagues wrote by mail, as the sidebar shows it: sent, on its way, or kept for the team. */
import type { ShownMessage } from '../../apps-script/sidebar/contract';
import type { RowChange } from '../../core/workbook/rows';
import { firm, ID, MAIL, OLA } from './support/command-desk';
import type { Desk } from './support/desk';
import { call, value } from './support/sidebar-call';

const WRITTEN: RowChange<'messages'> = {
  id: 'mail:7',
  ticket_id: ID,
  at: MAIL,
  direction: 'out',
  class: 'human',
  from: 'Ola Nowak <ola@firma.example>',
  to: 'support@firma.example',
  text: 'Please try once more.',
  message_id: '<7@mail.example>',
  original: '7.eml',
};

const relay = (state: string): RowChange<'outbox'> => ({
  key: 'relay:mail:7',
  kind: 'reply',
  ticket_id: ID,
  to: 'olena@client.example',
  body: 'Hello Olena, Please try once more. Ola Nowak, Nordlicht',
  created_by: OLA,
  created_at: MAIL,
  state,
});

function shown(desk: Desk): readonly ShownMessage[] {
  return value(call(desk, 'conversation', { ticketId: ID })).messages;
}

describe('an answer that came by mail', () => {
  test.each([
    ['queued', 'Waiting to be sent'],
    ['failed', expect.stringMatching(/./)],
    ['sent', null],
  ])('stands there once, in the colleague’s own words: %s', (state, pending) => {
    const desk = firm();
    desk.append('messages', [WRITTEN]);
    desk.append('outbox', [relay(state)]);
    expect(shown(desk)).toMatchObject([
      { direction: 'out', who: 'Ola Nowak · by mail', text: 'Please try once more.', pending, remark: '' },
    ]);
  });

  test('is shown as it goes out where its message is missing', () => {
    const desk = firm();
    desk.append('outbox', [relay('queued')]);
    expect(shown(desk)).toMatchObject([
      { direction: 'out', who: 'Ola Nowak', text: expect.stringContaining('Hello Olena') },
    ]);
  });
});

test('a mail that stays with the team is a note that says why', () => {
  const desk = firm();
  const warnings = 'Not sent: another colleague had answered a moment before.';
  desk.append('messages', [{ ...WRITTEN, direction: 'note', warnings }]);
  expect(shown(desk)).toMatchObject([
    {
      direction: 'note',
      who: 'Ola Nowak · by mail',
      text: 'Please try once more.',
      remark: warnings,
      pending: null,
    },
  ]);
});

test('what a participant’s mail warns of is no remark of the conversation', () => {
  const desk = firm();
  desk.append('messages', [{ ...WRITTEN, direction: 'in', warnings: 'The mail was cut.' }]);
  expect(shown(desk)).toMatchObject([{ direction: 'in', who: 'Ola Nowak', remark: '' }]);
});
