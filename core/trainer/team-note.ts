/** An address that a colleague has confirmed by mail, on its way to the Team tab. */
import type { TeamNote } from '../intake/roster-note';
import { addressKey } from '../mail/addresses';
import type { OwnedWrite } from '../workbook/misplaced-writes';
import type { PlacedRow, Row } from '../workbook/rows';

/** The team as it is once the notes are shown: a confirmed address counts from the moment in which it is confirmed. */
export function withAddresses(
  team: readonly Row<'team'>[],
  notes: readonly TeamNote[],
): readonly Row<'team'>[] {
  return notes.length === 0 ? team : team.map((row) => ({ ...row, other_emails: addressesOf(row, notes) }));
}

function addressesOf(
  { email, other_emails }: Pick<Row<'team'>, 'email' | 'other_emails'>,
  notes: readonly TeamNote[],
): readonly string[] {
  const known = new Set([email, ...other_emails].map(addressKey));
  const added = notes.filter((note) => note.email === addressKey(email) && !known.has(note.address));
  return [...other_emails, ...Array.from(new Set(added.map(({ address }) => address)))];
}

/** Whose row it is. */
export const colleagueOf = ({ email }: Pick<Row<'team'>, 'email'>): string => addressKey(email);

/** The rows that do not show the notes yet. */
export function teamWrites(
  rows: readonly PlacedRow<'team'>[],
  notes: readonly TeamNote[],
): OwnedWrite<'team'>[] {
  return rows.flatMap(({ row, rowIndex }) => {
    const other_emails = addressesOf(row, notes);
    if (other_emails.length === row.other_emails.length) return [];
    return [{ rowIndex, owner: colleagueOf(row), change: { other_emails } }];
  });
}
