/** The state folder: whose it is, how old, who works in it, and whether it can be read. */
import { LEAST_FREE } from '../../core/health/conditions';
import { brakeFault } from '../brake/brake-fault';
import { type Fault, type Finding, modeText, OTHERS, ok, problem, warning } from './finding';

export interface StateFacts {
  readonly folder: string;
  /** null: there is none yet. */
  readonly found: FolderFacts | null;
  /** Bytes; null: the system does not say. */
  readonly free: number | null;
}

export interface FolderFacts {
  /** null where the system has no permission bits. */
  readonly mode: number | null;
  readonly writable: boolean;
  /** Files and folders in it that others than the owner may read or change. */
  readonly open: readonly string[];
  readonly version: Fault | null;
  readonly lock: LockFacts;
  readonly journals:
    | { readonly kind: 'none' }
    | {
        readonly kind: 'whole';
        readonly waiting: number;
        readonly unknown: number;
        /** Since when automatic answers have been stopped, as people of the firm write moments; null: they are not. */
        readonly brakedSince: string | null;
      }
    | ({ readonly kind: 'damaged' } & Fault);
}

export type LockFacts =
  | { readonly kind: 'free' }
  /** `runs`: null when nobody can tell, because it is a process of another machine. */
  | { readonly kind: 'held'; readonly pid: number; readonly host: string; readonly runs: boolean | null }
  | { readonly kind: 'unreadable' };

const LITTLE = 1024 * 1024 * 1024;

export function checkState({ folder, found, free }: StateFacts): Finding[] {
  if (found === null) {
    return [
      warning(
        'state',
        `There is no state folder ${folder} yet: the bridge has not run.`,
        'Start it with "rowdesk start".',
      ),
      ...checkRoom(folder, free),
    ];
  }
  return [
    checkFolder(folder, found),
    ...(found.mode === null ? [] : [checkFiles(folder, found.open)]),
    found.version === null
      ? ok('state.version', 'This version of Rowdesk can read it.')
      : problem('state.version', found.version.what, found.version.todo),
    checkLock(found.lock, folder),
    ...checkJournals(found.journals),
    ...checkRoom(folder, free),
  ];
}

function checkFolder(folder: string, { mode, writable }: FolderFacts): Finding {
  if (!writable) {
    return problem(
      'state',
      `The state folder ${folder} cannot be written to by this user.`,
      'Run the doctor and the bridge as the user who owns the folder.',
    );
  }
  if (mode !== null && (mode & OTHERS) !== 0) {
    return problem(
      'state',
      `Other users of this machine may look into the state folder ${folder} (mode ${modeText(mode)}).`,
      `Run: chmod 700 ${folder}`,
    );
  }
  return ok('state', `${folder} belongs to its owner alone.`);
}

function checkFiles(folder: string, open: readonly string[]): Finding {
  if (open.length === 0) return ok('state.files', 'So do all the files in it.');
  const shown = open.slice(0, 3).join(', ');
  const more = open.length > 3 ? ` and ${open.length - 3} more` : '';
  return problem(
    'state.files',
    `Other users of this machine may read mails or journals: ${shown}${more}.`,
    `Run: chmod -R go= ${folder}`,
  );
}

function checkLock(lock: LockFacts, folder: string): Finding {
  const check = 'state.lock';
  if (lock.kind === 'free') return ok(check, 'No bridge is running.');
  if (lock.kind === 'unreadable') {
    return warning(
      check,
      `The lock in ${folder} does not say which process holds it.`,
      'If no bridge runs with this folder, delete bridge.lock in it.',
    );
  }
  const { pid, host, runs } = lock;
  if (runs === true) return ok(check, `The bridge is running (process ${pid}).`);
  if (runs === false) return ok(check, 'No bridge is running; the next one takes over the lock of the last.');
  return warning(
    check,
    `A bridge on another machine, ${host} (process ${pid}), has the lock; nobody here can tell whether it runs.`,
    `Look on ${host}. If no bridge runs there, delete bridge.lock in ${folder}.`,
  );
}

function checkJournals(journals: FolderFacts['journals']): Finding[] {
  const check = 'state.journals';
  if (journals.kind === 'none') return [];
  if (journals.kind === 'damaged') return [problem(check, journals.what, journals.todo)];
  const { waiting, unknown, brakedSince } = journals;
  return [
    ok(check, `The journals are whole; ${waiting} mails wait for their rows.`),
    ...(unknown === 0
      ? []
      : [
          warning(
            'state.unknown',
            `Of ${unknown} mails nobody knows whether they went out.`,
            '"rowdesk status" names them: look for each in the sent mails.',
          ),
        ]),
    ...(brakedSince === null ? [] : [tripped(brakeFault(brakedSince))]),
  ];
}

function tripped({ what, todo }: Fault): Finding {
  return warning('state.brake', what, todo);
}

function checkRoom(folder: string, free: number | null): Finding[] {
  if (free === null) return [];
  const check = 'state.disk';
  const room = `${Math.round(free / 1024 / 1024)} MB`;
  if (free < LEAST_FREE) {
    return [
      problem(
        check,
        `Only ${room} are free on the disk of ${folder}.`,
        'Make room: a mail that cannot be kept cannot be taken in.',
      ),
    ];
  }
  if (free < LITTLE) {
    return [
      warning(
        check,
        `${room} are free on the disk of ${folder}.`,
        'Make room soon, or keep originals for a shorter time ("keepOriginalsDays").',
      ),
    ];
  }
  return [ok(check, `${room} are free on its disk.`)];
}
