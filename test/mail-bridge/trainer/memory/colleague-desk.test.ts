/** What planning a colleague's mail reads of the Tickets tab. */

import type { Row } from '../../../../core/workbook/rows';
import { UnreadSheet } from '../../../../mail-bridge/sheets/unread-sheet';
import { type ColleagueDeskContext, colleagueDesk } from '../../../../mail-bridge/trainer/colleague-desk';
import { ticketRow } from '../../../core/ticket/ticket-rows';

const ANNA = 'anna@client.test';
const JAN = 'jan@client.test';

function deskOf(read: () => Promise<readonly Partial<Row<'tickets'>>[]>) {
  const asTable = (rows: readonly Partial<Row<'tickets'>>[]) => ({
    tickets: { rows: rows.map((row, at) => ({ row: ticketRow(row), rowIndex: at + 2 })) },
  });
  // What else it is made of serves the mails themselves.
  return colleagueDesk({
    desk: { read: async () => asTable(await read()) },
    tickets: { get: () => null, goesOnIn: (id: string) => id },
  } as unknown as ColleagueDeskContext);
}

async function askersOf(...rows: readonly Partial<Row<'tickets'>>[]): Promise<Record<string, string>> {
  const read = await deskOf(async () => rows).ticketRows();
  return Object.fromEntries(Array.from(read, ([id, { requester_email }]) => [id, requester_email]));
}

test('it is read once for all mails that are planned together, and anew for the next', async () => {
  const read = jest.fn(async () => []);
  const desk = deskOf(read);
  await Promise.all([desk.ticketRows(), desk.ticketRows()]);
  expect(read).toHaveBeenCalledTimes(1);
  desk.planBegins();
  await desk.ticketRows();
  expect(read).toHaveBeenCalledTimes(2);
});

test('where it cannot be read, the mail is not at fault', async () => {
  const outage = new Error('Google Sheets cannot be reached.');
  const desk = deskOf(() => Promise.reject(outage));
  await expect(desk.ticketRows()).rejects.toEqual(new UnreadSheet(outage));
});

describe('a ticket whose number somebody has just changed is the one that it was:', () => {
  test('emptied', async () => {
    expect(await askersOf({ id: '', id_seen: 'T-7K3Q9', requester_email: ANNA })).toEqual({
      'T-7K3Q9': ANNA,
    });
  });

  test('the numbers of two rows in each other’s place', async () => {
    expect(
      await askersOf(
        { id: 'T-8M2W4', id_seen: 'T-7K3Q9', requester_email: ANNA },
        { id: 'T-7K3Q9', id_seen: 'T-8M2W4', requester_email: JAN },
      ),
    ).toEqual({ 'T-7K3Q9': ANNA, 'T-8M2W4': JAN });
  });

  test('a copy under another number is not the ticket while the ticket is there', async () => {
    expect(
      await askersOf(
        { id: 'T-7K3Q9', id_seen: 'T-7K3Q9', requester_email: ANNA },
        { id: 'T-9QQQ2', id_seen: 'T-7K3Q9', requester_email: JAN },
      ),
    ).toEqual({ 'T-7K3Q9': ANNA });
  });

  test('one that people have made a moment ago is under its own', async () => {
    expect(await askersOf({ id: ' T-7K3Q9', id_seen: '', requester_email: ANNA })).toEqual({
      'T-7K3Q9': ANNA,
    });
  });
});
