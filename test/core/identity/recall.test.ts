import { recalledIds } from '../../../core/identity/recall';
import { instant } from '../../../core/time/instant';
import type { PlacedRow, Row } from '../../../core/workbook/rows';
import { BORN, ticketRow } from '../ticket/ticket-rows';

const nameless = (rowIndex: number, email: string): PlacedRow<'tickets'> => ({
  rowIndex,
  row: ticketRow({ id: '', requester_email: email }),
});

function first(ticketId: string, from: string, at = BORN): Row<'messages'> {
  return {
    id: `in:${ticketId}`,
    ticket_id: ticketId,
    at,
    direction: 'in',
    from,
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
  };
}

test('a row is told by the sender and the moment of a message that has no ticket', () => {
  const { found, unclear } = recalledIds(
    [nameless(4, 'Anna@example.com'), nameless(5, 'jan@example.com')],
    [
      first('T-AAAAA', 'Anna Kowalska <anna@example.com>'),
      first('T-BBBBB', 'Jan <jan@example.com>', instant(BORN + 60_000)),
    ],
  );
  expect(Array.from(found)).toEqual([[4, 'T-AAAAA']]);
  expect(Array.from(unclear)).toEqual([]);
});

test.each([
  [
    'fits two tickets',
    [nameless(4, 'anna@example.com')],
    [first('T-AAAAA', 'anna@example.com'), first('T-BBBBB', 'anna@example.com')],
    [4],
  ],
  [
    'is one of two that fit a ticket',
    [nameless(4, 'anna@example.com'), nameless(9, 'anna@example.com')],
    [first('T-AAAAA', 'anna@example.com')],
    [4, 9],
  ],
])('a row that %s is left to a person', (_, rows, messages, rowIndexes) => {
  const { found, unclear } = recalledIds(rows, messages);
  expect(found.size).toBe(0);
  expect(Array.from(unclear)).toEqual(rowIndexes);
});

test('nobody is recalled by an empty address', () => {
  expect(recalledIds([nameless(4, '')], [first('T-AAAAA', '')]).found.size).toBe(0);
});
