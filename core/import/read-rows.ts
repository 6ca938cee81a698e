/** A row of the file → rows of the tab, each with the key by which it is found there. */
import { addressKey } from '../mail/addresses';
import { canonicalActivity, deniedActivity } from '../session/activity-names';
import { type Instant, MS_PER_DAY, MS_PER_MINUTE } from '../time/instant';
import { folded } from '../words/folded';
import type { RowChange } from '../workbook/rows';
import { onWall, type Person, type RowCells } from './cells';
import { DEEDS, type Deed, type ImportKind } from './fields';
import { type SessionFinder, sessionFinder, sessionKey } from './find-session';
import type { ImportWorld } from './import-world';
import { BadRow } from './problem';
import { momentFrom, sessionTimes } from './session-times';
import { type SheetClock, sheetSecond } from './sheet-second';
import { typedWord } from './typed-words';

export interface KindReader<K extends ImportKind> {
  /** Several for a cell with several addresses, none for a row that says that nothing was done. @throws BadRow */
  read(cells: RowCells): readonly RowChange<K>[];
}

export function kindReader(world: ImportWorld): { readonly [K in ImportKind]: KindReader<K> } {
  const finder = sessionFinder(world);
  const byName = addressesByName(world);
  return {
    sessions: { read: readSession },
    participants: { read: (cells) => readParticipants(cells, finder) },
    activity: { read: (cells) => readActivity(cells, finder, byName, world) },
  };
}

/** “By Friday” lets people use the Friday. */
const LAST_MINUTE = MS_PER_DAY - MS_PER_MINUTE;

function readSession(cells: RowCells): readonly RowChange<'sessions'>[] {
  const { start, end } = sessionTimes(cells);
  return [
    {
      id: cells.text('id'),
      course: cells.text('course'),
      client: cells.text('client'),
      starts_at: start,
      ends_at: end,
      zone: cells.zone('zone'),
      trainer: cells.text('trainer'),
      substitute: cells.text('substitute'),
      link: cells.text('link'),
      place: cells.text('place'),
      materials: cells.longText('materials'),
      audience: cells.choice('audience', 'audience'),
      language: cells.choice('language', 'language'),
      state: cells.strictChoice('state', 'session_state'),
      confirmed: cells.choice('confirmed', 'yes_no'),
      deadline: momentFrom(cells, 'deadline', null, null, LAST_MINUTE),
      notes: cells.longText('notes'),
    },
  ];
}

function readParticipants(cells: RowCells, finder: SessionFinder): readonly RowChange<'participants'>[] {
  const people = cells.people();
  const name = cells.name();
  if (people.length === 0) throw new BadRow({ code: 'missing', field: 'email' });
  if (people.length > 1 && name !== '') {
    throw new BadRow({ code: 'several-emails', field: 'email', found: cells.text('email') });
  }
  const session = finder.find(cells);
  if (session === null) throw new BadRow({ code: 'no-session' });
  const shared = {
    session_id: session,
    language: cells.choice('language', 'language'),
    audience: cells.choice('audience', 'audience'),
    needs: cells.longText('needs'),
    company: cells.text('company'),
    zone: cells.zone('zone'),
    state: cells.strictChoice('state', 'participant_state'),
    reminders: cells.strictChoice('reminders', 'yes_no'),
  };
  return people.map((person) => ({ ...shared, name: name === '' ? person.name : name, email: person.email }));
}

function readActivity(
  cells: RowCells,
  finder: SessionFinder,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
  world: ImportWorld,
): readonly RowChange<'activity'>[] {
  const people = cells.people();
  const who = people.length > 0 ? people : [personNamed(cells.name(), byName)];
  const session = finder.find(cells);
  return deedsIn(cells, world).flatMap(({ what, at }) => {
    if (at === null && session === null) throw new BadRow({ code: 'no-time' });
    return who.map(({ email }) => ({ at, email, session_id: session ?? '', what }));
  });
}

interface SaidDeed {
  readonly what: string;
  readonly at: Instant | null;
}

function deedsIn(cells: RowCells, world: ImportWorld): readonly SaidDeed[] {
  const when = momentFrom(cells, 'at', 'start_date', 'start_time');
  const named = cells.text('what');
  const columns = DEEDS.filter((deed) => cells.has(deed));
  if (named === '' && columns.length === 0) throw new BadRow({ code: 'missing', field: 'what' });
  const done = columns.flatMap((deed) => doneIn(cells, deed, when, world));
  // Reports list those who have not, too.
  return named === '' || deniedActivity(named) !== null ? done : [{ what: named, at: when }, ...done];
}

/** A cell of a column such as "Last access": a moment, yes or no. */
function doneIn(
  cells: RowCells,
  deed: Deed,
  when: Instant | null,
  { context }: ImportWorld,
): readonly SaidDeed[] {
  const text = cells.text(deed);
  if (text === '') return [];
  const answer = typedWord('yes_no', text, context.wordOf);
  if (answer === 'no' || deniedActivity(text) !== null || NEVER.test(text.trim())) return [];
  if (answer === 'yes') return [{ what: DEED_TEXT[deed], at: when }];
  const moment = cells.moment(deed);
  if (moment?.kind === 'time' && when !== null) {
    // The time alone, the day in a column of its own.
    const day = cells.has('start_date') ? cells.moment('start_date') : null;
    const at = day?.kind === 'day' ? onWall(day.day, moment.time.from, context) : when;
    return [{ what: DEED_TEXT[deed], at }];
  }
  return [{ what: DEED_TEXT[deed], at: momentFrom(cells, deed, null, null) }];
}

const NEVER = /^(?:never|nigdy|ніколи|not yet|jeszcze nie|ще ні)$/i;

/** As core/session/activity-names.ts understands them. */
const DEED_TEXT: Readonly<Record<Deed, string>> = {
  logged_in: 'logged in',
  opened_materials: 'opened materials',
  joined: 'joined',
  submitted: 'submitted',
  completed: 'completed',
};

function personNamed(name: string, byName: ReadonlyMap<string, ReadonlySet<string>>): Person {
  if (name === '') throw new BadRow({ code: 'missing', field: 'email' });
  const found = byName.get(nameKey(name));
  if (found === undefined) throw new BadRow({ code: 'unknown-name', found: name });
  const [email, ...more] = Array.from(found);
  if (email === undefined || more.length > 0) throw new BadRow({ code: 'several-people', found: name });
  return { name, email };
}

/** For reports without addresses: a name that only one participant has. */
function addressesByName({ participants, options }: ImportWorld): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = options.sessionId === null ? null : sessionKey(options.sessionId);
  const found = new Map<string, Set<string>>();
  for (const { name, email, session_id } of participants) {
    if (name.trim() === '' || email.trim() === '') continue;
    if (wanted !== null && sessionKey(session_id) !== wanted) continue;
    const key = nameKey(name);
    found.set(key, (found.get(key) ?? new Set()).add(addressKey(email)));
  }
  return found;
}

/** Last name first or last. */
const nameKey = (name: string): string => folded(name).replace(/[.,]/g, '').split(' ').sort().join(' ');

export function participantKey(row: RowChange<'participants'>): string {
  return `${sessionKey(row.session_id ?? '')}\n${addressKey(row.email ?? '')}`;
}

/** @returns a function with a memory: a report repeats a few phrases thousands of times */
export function activityKeys(clock: SheetClock): (row: RowChange<'activity'>) => string {
  const deeds = new Map<string, string>();
  const deedOf = (what: string): string => {
    const known = deeds.get(what) ?? canonicalActivity(what);
    deeds.set(what, known);
    return known;
  };
  return ({ session_id = '', email = '', what = '', at = null }) =>
    [sessionKey(session_id), addressKey(email), deedOf(what), at === null ? '' : sheetSecond(at, clock)].join(
      '\n',
    );
}
