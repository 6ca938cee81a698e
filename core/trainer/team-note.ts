/** An address that a colleague has confirmed by mail, on its way to the Team tab. */
import type { TeamNote } from '../intake/roster-note';
import { addressKey } from '../mail/addresses';
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

/** One write to a row, with all that is needed to take it back from a row that it was not meant for. */
export interface TeamWrite {
  readonly rowIndex: number;
  /** Whose row it is, in the form of addressKey. */
  readonly email: string;
  readonly other_emails: readonly string[];
}

/** The rows that do not show the notes yet. */
export function teamWrites(rows: readonly PlacedRow<'team'>[], notes: readonly TeamNote[]): TeamWrite[] {
  return rows.flatMap(({ row, rowIndex }) => {
    const wanted = addressesOf(row, notes);
    return wanted.length === row.other_emails.length
      ? []
      : [{ rowIndex, email: addressKey(row.email), other_emails: wanted }];
  });
}

/**
 * The Sheets API writes by position, and people sort between our reading and our writing. A row that was hit by mistake
 * gets back what stood there: an address in the wrong row would let one colleague speak for another.
 *
 * @param before the tab as it was read for the write
 * @param after as it was read afterwards
 */
export function misplacedTeamWrites(
  writes: readonly TeamWrite[],
  before: readonly PlacedRow<'team'>[],
  after: readonly PlacedRow<'team'>[],
): TeamWrite[] {
  const old = new Map(before.map(({ row }) => [addressKey(row.email), row.other_emails]));
  const there = new Map(after.map(({ row, rowIndex }) => [rowIndex, row]));
  return writes.flatMap(({ rowIndex, email, other_emails }) => {
    const row = there.get(rowIndex);
    const owner = row === undefined ? '' : addressKey(row.email);
    if (row === undefined || owner === email || row.other_emails.join() !== other_emails.join()) return [];
    const stood = old.get(owner);
    return stood === undefined ? [] : [{ rowIndex, email: owner, other_emails: stood }];
  });
}
