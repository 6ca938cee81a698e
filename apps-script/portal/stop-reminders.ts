/** Ends the reminders to whoever got the mail with this token. */
import { rosterWrites, seatOf } from '../../core/intake/roster-note';
import { addressKey } from '../../core/mail/addresses';
import { type ColumnKey, FIRST_DATA_ROW, SHEET_ID } from '../../core/workbook/columns';
import { misplacedWrites, type OwnedWrite } from '../../core/workbook/misplaced-writes';
import type { PlacedRow } from '../../core/workbook/rows';
import { type TableLayout, updateRow } from '../../core/workbook/table';
import { choiceWord } from '../../sheet-templates/labels';
import type { Services } from '../ports';
import { cellText } from '../workbook/cell-text';
import { openWorkbook } from '../workbook/read-tables';

/** Rows move while we write, but not for ever. */
const ROUNDS = 4;

/**
 * Idempotent, and without a lock: people who sort rows take none either. So what was written is read again, and a row
 * that was hit by mistake gets its cell back.
 *
 * @param token the mark in the Message-ID of a reminder: an HMAC that only its reader and the workbook know
 */
export function stopReminders(services: Services, token: string): void {
  const { layouts } = openWorkbook(services, [], ['outbox']);
  const address = addressOf(services, layouts.outbox, token);
  if (address === null) return;
  const wish = [
    { email: addressKey(address), sessionId: '', what: 'stop', at: services.clock.now() },
  ] as const;
  let before: readonly PlacedRow<'participants'>[] = [];
  let written: readonly OwnedWrite<'participants'>[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const { tables, context } = openWorkbook(services, ['participants']);
    const { rows, layout } = tables.participants;
    if (layout.missing.includes('reminders'))
      throw new Error('The Participants tab has lost its column "reminders".');
    const writes = [...rosterWrites(rows, wish), ...misplacedWrites(written, before, rows, seatOf)];
    if (writes.length === 0) return;
    services.workbook.write(
      writes.flatMap(({ rowIndex, change }) => updateRow(layout, rowIndex, change, context)),
    );
    before = rows;
    written = writes;
  }
  throw new Error('The rows of the Participants tab kept moving.');
}

/** Only the columns that tell: the Outbox holds whole mails. */
function addressOf(services: Services, { columns }: TableLayout<'outbox'>, token: string): string | null {
  const places = (['message_id', 'to', 'kind'] as const satisfies readonly ColumnKey<'outbox'>[]).map(
    (key) => {
      const place = columns.get(key);
      if (place === undefined) throw new Error(`The Outbox tab has lost its column "${key}".`);
      return place;
    },
  );
  const grids = services.workbook.read(
    places.map((place) => ({
      sheetId: SHEET_ID.outbox,
      startColumnIndex: place,
      endColumnIndex: place + 1,
    })),
  );
  const [ids, addresses, kinds] = places.map(
    (place) => grids.find(({ startColumn }) => startColumn === place)?.values ?? [],
  );
  const mark = `<b1_mail.${token}@`;
  for (let row = FIRST_DATA_ROW; row < (ids?.length ?? 0); row++) {
    if (!cellText(ids?.[row]?.[0]).startsWith(mark)) continue;
    // Other mails carry no such link.
    if (choiceWord('outbox_kind', cellText(kinds?.[row]?.[0]))?.word !== 'reminder') continue;
    const address = cellText(addresses?.[row]?.[0]).trim();
    if (address !== '') return address;
  }
  return null;
}
