/** Wishes and answers that the Sheet does not show yet, kept over restarts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RosterNote } from '../../../core/intake/roster-note';
import { instant, MS_PER_DAY } from '../../../core/time/instant';
import { openRosterNotes } from '../../../mail-bridge/state/roster-notes';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-notes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const AT = instant(Date.UTC(2026, 10, 23));
const note = (n: number): RosterNote => ({
  email: `p${n}@people.test`,
  sessionId: '',
  what: 'stop',
  at: instant(AT + n * MS_PER_DAY),
});

it('a note waits until it is shown, and is not shown a second time when its mail is taken in again', () => {
  const file = join(folder, 'notes.jsonl');
  const first = openRosterNotes(file);
  expect(first.add(note(1))).toBe(true);
  expect(first.add(note(2))).toBe(true);
  first.markShown([note(1)]);
  first.close();
  const second = openRosterNotes(file);
  expect(second.pending()).toEqual([note(2)]);
  expect(second.add(note(1))).toBe(false);
  expect(second.pending()).toEqual([note(2)]);
  second.close();
});

it('the journal does not grow for ever: what was shown a month ago is forgotten, what waits is kept', () => {
  const file = join(folder, 'notes.jsonl');
  const first = openRosterNotes(file);
  for (let n = 0; n < 110; n += 1) {
    first.add(note(n));
    if (n !== 3) first.markShown([note(n)]);
  }
  first.close();
  const second = openRosterNotes(file);
  expect(second.pending()).toEqual([note(3)]);
  second.close();
  expect(readFileSync(file, 'utf8').split('\n').length - 1).toBeLessThan(40);
});
