/**
 * What people have let us know by mail about themselves, until the Sheet shows it: a participant's wish for no more
 * reminders, an answer of their calendar, a colleague's other address. After that the cell is a person's, who may change
 * it.
 */
import * as v from 'valibot';
import type { PersonNote, RosterNote, TeamNote } from '../../core/intake/roster-note';
import { instant, MS_PER_DAY } from '../../core/time/instant';
import { openJournal } from './journal';

const INSTANT = v.pipe(v.number(), v.transform(instant));

const NOTE = v.variant('what', [
  v.object({
    email: v.string(),
    sessionId: v.string(),
    what: v.picklist(['stop', 'accepted', 'declined', 'tentative']),
    at: INSTANT,
  }),
  v.object({
    email: v.string(),
    sessionId: v.literal(''),
    what: v.literal('address'),
    address: v.string(),
    at: INSTANT,
  }),
]);

const RECORD = v.variant('t', [
  v.object({ t: v.literal('note'), note: NOTE }),
  v.object({ t: v.literal('shown'), notes: v.array(v.string()) }),
]);

type NoteRecord = v.InferOutput<typeof RECORD>;

export interface RosterNotes {
  /** Writes a note down. The same one again changes nothing: returns false. */
  add(note: PersonNote): boolean;
  /** About participants, as far as the Sheet does not show them yet, oldest first. */
  pending(): readonly RosterNote[];
  /** The same about colleagues. */
  pendingOfTeam(): readonly TeamNote[];
  markShown(notes: readonly PersonNote[]): void;
  close(): void;
}

/** A shown note is kept for so long, to know the same mail when it is taken in once more. */
const KEPT_DAYS = 30;
const WORTH_REWRITING = 200;

/** @throws UserError when the journal is damaged */
export function openRosterNotes(file: string): RosterNotes {
  const journal = openJournal<NoteRecord>(file, (value) => v.parse(RECORD, value));
  const notes = new Map<string, PersonNote>();
  const shown = new Set<string>();
  const apply = (record: NoteRecord) => {
    if (record.t === 'note') notes.set(idOf(record.note), record.note);
    else for (const id of record.notes) shown.add(id);
  };
  const write = (record: NoteRecord) => {
    journal.append([record]);
    apply(record);
  };
  for (const record of journal.read) apply(record);
  if (journal.read.length > WORTH_REWRITING) forgetOld();

  function forgetOld(): void {
    const latest = Math.max(...[...notes.values()].map(({ at }) => at));
    for (const [id, note] of notes) {
      if (!shown.has(id) || note.at > latest - KEPT_DAYS * MS_PER_DAY) continue;
      notes.delete(id);
      shown.delete(id);
    }
    journal.rewrite([
      ...[...notes.values()].map((note): NoteRecord => ({ t: 'note', note })),
      { t: 'shown', notes: [...shown] },
    ]);
  }

  return {
    add(note) {
      if (notes.has(idOf(note))) return false;
      write({ t: 'note', note });
      return true;
    },
    pending: () =>
      [...notes].flatMap(([id, note]) => (shown.has(id) || note.what === 'address' ? [] : [note])),
    pendingOfTeam: () =>
      [...notes].flatMap(([id, note]) => (shown.has(id) || note.what !== 'address' ? [] : [note])),
    markShown(done) {
      const ids = done.map(idOf).filter((id) => notes.has(id) && !shown.has(id));
      if (ids.length > 0) write({ t: 'shown', notes: ids });
    },
    close: () => journal.close(),
  };
}

function idOf(note: PersonNote): string {
  const { email, sessionId, what, at } = note;
  return [what, email, note.what === 'address' ? note.address : sessionId, at].join('\n');
}
