/**
 * Lets people's rows show what they wrote: no more reminders and the answers of their calendars on the Participants tab,
 * the other addresses that colleagues have confirmed on the Team tab.
 */
import { rosterWrites, seatOf } from '../../core/intake/roster-note';
import { colleagueOf, teamWrites } from '../../core/trainer/team-note';
import { misplacedWrites, type OwnedWrite } from '../../core/workbook/misplaced-writes';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import { updateRow } from '../../core/workbook/table';
import type { Log } from '../log/log';
import type { Desk } from '../sheets/desk';
import type { RosterNotes } from '../state/roster-notes';

export interface NotesContext {
  readonly desk: Desk;
  readonly notes: RosterNotes;
  readonly log: Log;
}

/** Costs no call when there is nothing new. A note is shown once every row has been read with it. */
export async function showNotes({ desk, notes, log }: NotesContext): Promise<void> {
  const ofRoster = notes.pending();
  if (ofRoster.length > 0) {
    const tab = { name: 'participants', ownerOf: seatOf } as const;
    if (await show(tab, (rows) => rosterWrites(rows, ofRoster), desk, log)) notes.markShown(ofRoster);
  }
  const ofTeam = notes.pendingOfTeam();
  if (ofTeam.length > 0) {
    const tab = { name: 'team', ownerOf: colleagueOf } as const;
    if (await show(tab, (rows) => teamWrites(rows, ofTeam), desk, log)) notes.markShown(ofTeam);
  }
}

/** Rows move while we write, but not for ever. */
const ATTEMPTS = 4;

/** @returns whether the tab was read as it shall be; the next round tries again where it was not */
async function show<T extends 'participants' | 'team'>(
  { name, ownerOf }: { readonly name: T; readonly ownerOf: (row: Row<T>) => string },
  wanted: (rows: readonly PlacedRow<T>[]) => OwnedWrite<T>[],
  desk: Desk,
  log: Log,
): Promise<boolean> {
  let before: readonly PlacedRow<T>[] = [];
  let written: readonly OwnedWrite<T>[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { layout, rows } = (await desk.read([name]))[name];
    const back = misplacedWrites(written, before, rows, ownerOf);
    if (back.length > 0)
      log.warn({ tab: name, rows: back.length }, 'rows of people moved while they were written');
    const writes = wanted(rows);
    if (writes.length === 0 && back.length === 0) return true;
    before = rows;
    written = [...writes, ...back];
    await desk.write(
      written.flatMap(({ rowIndex, change }) => updateRow(layout, rowIndex, change, desk.context)),
    );
  }
  return false;
}
