/** Makes the workbook or completes it, and sees to it that the clock runs. Safe to repeat. */
import type { Language } from '../core/language';
import { minutes, plus } from '../core/time/instant';
import { SHEET_ID } from '../core/workbook/columns';
import { existingWorkbook, planSetup, readRangesForSetup, SETUP_FIELDS } from '../sheet-templates/setup';
import { trackerWords } from '../sheet-templates/words/sidebar';
import type { BatchRequest, Services } from './ports';
import { lastTick } from './tick/state';
import { openWorkbook } from './workbook/read-tables';

export type SetUpOutcome =
  | {
      readonly kind: 'done';
      readonly language: Language;
      readonly tabs: number;
      readonly columns: number;
      readonly changedAnything: boolean;
      readonly clock: ClockOutcome;
    }
  | { readonly kind: 'other-running' };

type ClockOutcome = { readonly kind: 'ours' } | { readonly kind: 'elsewhere'; readonly owner: string };

/** At 5 minutes, a run may take 18 s on average before a consumer account's 90 minutes a day are used up. */
const EVERY_MINUTES = 5;
const CLOCK_OWNER = 'clock-owner';
/** A clock that has been silent this long has stopped: its owner has left or took the permission back. */
const SILENT_AFTER = minutes(60);

export function setUpWorkbook(services: Services): SetUpOutcome {
  const done = services.lock.alone(30_000, (): SetUpOutcome => {
    const snapshot = services.workbook.describe(SETUP_FIELDS);
    const filters = readRangesForSetup(snapshot);
    const grids =
      filters.length === 0 ? [] : services.workbook.read(filters.map(({ gridRange }) => gridRange));
    const existing = existingWorkbook(snapshot, {
      valueRanges: grids.map(({ sheetId, values }) => ({
        valueRange: { values },
        dataFilters: [{ gridRange: { sheetId } }],
      })),
    });
    const isNew = !existing.sheets.some(({ sheetId }) => sheetId === SHEET_ID.settings);
    const language = isNew ? (services.userLanguage() ?? 'en') : openWorkbook(services, []).language;
    const requests = planSetup({
      existing,
      language,
      zone: services.workbook.zone(),
      now: services.clock.now(),
    });
    if (requests.length > 0) services.workbook.write(requests);
    services.registry.keep();
    return { kind: 'done', language, ...counted(requests), clock: runClock(services) };
  });
  return done ? done.result : { kind: 'other-running' };
}

function counted(requests: readonly BatchRequest[]): {
  tabs: number;
  columns: number;
  changedAnything: boolean;
} {
  let tabs = 0;
  let columns = 0;
  for (const request of requests as readonly Readonly<Record<string, { readonly length?: number }>>[]) {
    if ('addSheet' in request) tabs += 1;
    columns += request.appendDimension?.length ?? 0;
  }
  return { tabs, columns, changedAnything: requests.length > 0 };
}

/**
 * One clock for the workbook. A trigger belongs to the account that installed it and other accounts cannot see
 * it, so the owner is written down; a second account takes over only when the first one's clock has stopped.
 */
function runClock(services: Services): ClockOutcome {
  const { triggers, memory, clock } = services;
  const user = services.userEmail();
  const own = triggers.clockTriggers('tick');
  const owner = memory.get(CLOCK_OWNER);
  const last = lastTick(memory);
  const runsElsewhere =
    own.length === 0 &&
    owner !== null &&
    owner !== user &&
    last !== null &&
    plus(last.at, SILENT_AFTER) > clock.now();
  if (runsElsewhere) return { kind: 'elsewhere', owner };
  if (own.length > 1) triggers.remove(own.slice(1));
  if (own.length === 0) triggers.everyMinutes('tick', EVERY_MINUTES);
  if (owner !== user) memory.set(CLOCK_OWNER, user);
  return { kind: 'ours' };
}

export function setUpReport(outcome: SetUpOutcome, fallback: Language): { title: string; text: string } {
  const { command } = trackerWords(outcome.kind === 'done' ? outcome.language : fallback);
  if (outcome.kind === 'other-running') return { title: 'Rowdesk', text: command.otherRunning };
  const made = outcome.changedAnything
    ? command.setUpDone(outcome.tabs, outcome.columns)
    : command.setUpNothingToDo;
  const clock =
    outcome.clock.kind === 'ours' ? command.clockInstalled : command.clockRunsElsewhere(outcome.clock.owner);
  return { title: command.setUpTitle, text: `${made}\n\n${clock}` };
}
