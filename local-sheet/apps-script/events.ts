import type { FormInputs } from '../add-on-contract';
import type { Selection } from '../contract';
import type { Execution } from './execution';
import type { OpenInGmail } from './services/card-service/gmail-scopes';
import { userObject, visibleEmail } from './services/session';
import type { SpreadsheetObjects } from './services/spreadsheet-app';
import type { ClockTrigger } from './triggers';
import type { TimeZone } from './zone';

/** Event objects (developers.google.com/apps-script/guides/triggers/events). */
export type EventFactory = (objects: SpreadsheetObjects, run: Execution) => Readonly<Record<string, unknown>>;

const DAY = 86_400_000;

export function openEvent(triggerUid: string | null): EventFactory {
  return (objects, run) => ({ ...common(objects, run, triggerUid) });
}

export function editEvent(
  cell: Selection,
  change: { readonly oldValue: string | null; readonly value: string | null },
  triggerUid: string | null,
): EventFactory {
  return (objects, run) => ({
    ...common(objects, run, triggerUid),
    range: objects.cell(cell.sheetId, cell.row, cell.column),
    // "Only available if the edited range is a single cell"; absent where the cell had or has nothing.
    ...(change.value === null ? {} : { value: change.value }),
    ...(change.oldValue === null ? {} : { oldValue: change.oldValue }),
  });
}

/** An edit is a change as well; the events of rows, columns and tabs come from no front of this program. */
export function changeEvent(triggerUid: string): EventFactory {
  return (objects, run) => ({ ...common(objects, run, triggerUid), changeType: 'EDIT' });
}

/** The time that the trigger fires, in UTC: "timezone: The time zone" is the one of these fields. */
export function timeEvent(trigger: ClockTrigger, at: number, zone: TimeZone): EventFactory {
  const wall = new Date(at + zone.offset(at));
  const year = wall.getUTCFullYear();
  return () => ({
    authMode: 'FULL',
    triggerUid: trigger.uniqueId,
    timezone: zone.name,
    year,
    month: wall.getUTCMonth() + 1,
    'day-of-month': wall.getUTCDate(),
    'day-of-week': wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(),
    'week-of-year': isoWeek(wall),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  });
}

export function webEvent(parameters: Readonly<Record<string, string>>): EventFactory {
  const queryString = new URLSearchParams(parameters).toString();
  return () => ({
    queryString,
    parameter: parameters,
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [value]])),
    contextPath: '',
    contentLength: -1,
  });
}

/**
 * developers.google.com/workspace/add-ons/concepts/event-objects, of Gmail on the web. The locale and the time zone come
 * only with useLocaleFromApp and the scope script.locale, which is not emulated; the deprecated members beside
 * commonEventObject are left out.
 */
export function addOnEvent(
  { mail, accessToken }: OpenInGmail,
  parameters: Readonly<Record<string, string>>,
  inputs: FormInputs,
): EventFactory {
  const formInputs = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, { stringInputs: { value: [...value] } }]),
  );
  return () => ({
    commonEventObject: {
      hostApp: 'GMAIL',
      platform: 'WEB',
      ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
      ...(Object.keys(formInputs).length === 0 ? {} : { formInputs }),
    },
    ...(mail === null ? {} : { gmail: { messageId: mail.id, threadId: mail.threadId, accessToken } }),
  });
}

function common(
  objects: SpreadsheetObjects,
  run: Execution,
  triggerUid: string | null,
): Readonly<Record<string, unknown>> {
  return {
    authMode: run.rights.authorized ? 'FULL' : 'LIMITED',
    user: userObject(run, visibleEmail(run)),
    source: objects.spreadsheet,
    ...(triggerUid === null ? {} : { triggerUid }),
  };
}

function isoWeek(wall: Date): number {
  const thursday = new Date(wall.getTime() + (4 - (wall.getUTCDay() || 7)) * DAY);
  return Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY)) + 1;
}
