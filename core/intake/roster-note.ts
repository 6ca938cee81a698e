/** What a mail tells of its sender's place in the roster, and how it is shown on the Participants tab. */
import { addressKey } from '../mail/addresses';
import type { Instant } from '../time/instant';
import type { OwnedWrite } from '../workbook/misplaced-writes';
import type { PlacedRow, Row } from '../workbook/rows';

export type PersonNote = RosterNote | TeamNote;

/** An address that a colleague has confirmed as their own. It is shown on the Team tab (core/trainer/team-note.ts). */
export interface TeamNote {
  /** The colleague's first address, in the form of addressKey. */
  readonly email: string;
  readonly sessionId: '';
  readonly what: 'address';
  readonly address: string;
  readonly at: Instant;
}

export interface RosterNote {
  /** In the form of addressKey. */
  readonly email: string;
  /** '' for a wish: it is about every session of the person. */
  readonly sessionId: string;
  /** `stop`: no more reminders. The others are what the person's calendar answered to an invitation. */
  readonly what: 'stop' | 'accepted' | 'declined' | 'tentative';
  readonly at: Instant;
}

/** The cells that a note is shown in. */
type RosterCells = Pick<Row<'participants'>, 'reminders' | 'answer'>;

/** What the notes ask of a row; the latest of each kind counts. */
export function notedCells(
  row: Pick<Row<'participants'>, 'session_id' | 'email'>,
  notes: readonly RosterNote[],
): Partial<RosterCells> {
  const email = addressKey(row.email);
  const cells: { reminders?: string; answer?: string } = {};
  let answeredAt: Instant | null = null;
  for (const note of notes) {
    if (note.email !== email) continue;
    if (note.what === 'stop') cells.reminders = 'no';
    else if (note.sessionId === row.session_id && (answeredAt === null || note.at >= answeredAt)) {
      answeredAt = note.at;
      cells.answer = note.what;
    }
  }
  return cells;
}

/** The roster as it is once the notes are shown: a wish holds from the moment in which it is read. */
export function withNotes(
  participants: readonly Row<'participants'>[],
  notes: readonly RosterNote[],
): readonly Row<'participants'>[] {
  if (notes.length === 0) return participants;
  return participants.map((row) => ({ ...row, ...notedCells(row, notes) }));
}

/** Who sits where: a person may stand on the tab once for each session. */
export function seatOf({ session_id, email }: Pick<Row<'participants'>, 'session_id' | 'email'>): string {
  return `${session_id}\n${addressKey(email)}`;
}

/** The rows that do not show the notes yet. */
export function rosterWrites(
  rows: readonly PlacedRow<'participants'>[],
  notes: readonly RosterNote[],
): OwnedWrite<'participants'>[] {
  return rows.flatMap(({ row, rowIndex }) => {
    const wanted = notedCells(row, notes);
    const change: { reminders?: string; answer?: string } = {};
    if (wanted.reminders !== undefined && wanted.reminders !== row.reminders)
      change.reminders = wanted.reminders;
    if (wanted.answer !== undefined && wanted.answer !== row.answer) change.answer = wanted.answer;
    return Object.keys(change).length === 0 ? [] : [{ rowIndex, owner: seatOf(row), change }];
  });
}
