/** What a round at the desk cannot act on, as lines of the Problems tab in the firm's language. */
import type { Instant } from '../core/time/instant';
import type { TabKey } from '../core/workbook/columns';
import type { RowChange } from '../core/workbook/rows';
import { appendRows } from '../core/workbook/table';
import { DEFAULT_SETTINGS } from '../sheet-templates/settings';
import type { ProblemWords } from '../sheet-templates/words/dictionary';
import { words } from '../sheet-templates/words/words';
import type { SessionFaults } from './desk/session-faults';
import type { DeskFacts } from './desk-facts';
import type { Desk } from './sheets/desk';

/** The key names the problem: a line with it stands on the tab at most once, until a person clears it. */
export type Problem = RowChange<'problems'> & { readonly key: string };

export interface DeskFaults extends SessionFaults {
  /** Keys that stand in more than one row of the Outbox. */
  readonly copiedKeys: readonly string[];
  /** Mails of which the server gave out nothing. */
  readonly unfetchable: readonly { readonly epoch: string; readonly uid: number; readonly reason: string }[];
}

export function deskProblems(facts: DeskFacts, faults: DeskFaults, now: Instant): Problem[] {
  const { language } = facts.settings;
  const { problem } = words(language);
  const line = (tab: TabKey, row: string, kind: string, said: ProblemWords): Problem => ({
    key: `${kind}:${row}`,
    at: now,
    tab,
    row,
    ...said,
  });
  return [
    ...facts.settingProblems.map(({ key, value }) =>
      line('settings', key, 'setting', problem.badSetting(key, value, String(DEFAULT_SETTINGS[key]))),
    ),
    ...faults.unreadable.map((step) => line('reminders', step, 'reminder-offset', problem.badOffset(step))),
    ...faults.unreadableConditions.map((step) =>
      line('reminders', step, 'reminder-condition', problem.badCondition(step)),
    ),
    ...faults.unreadableCheckpoints.map((id) =>
      line('checkpoints', id, 'checkpoint', problem.badCheckpoint(id)),
    ),
    ...faults.unknownZones.map((id) => line('sessions', id, 'session-zone', problem.unknownZone(id))),
    ...faults.unknownReaderZones.map(({ sessionId, email, zone }) =>
      line(
        'participants',
        `${sessionId} ${email}`,
        'participant-zone',
        problem.unknownReaderZone(email, zone),
      ),
    ),
    ...faults.undelivered.map(({ sessionId, course, name, email }) =>
      line(
        'participants',
        `${sessionId} ${email}`,
        'undelivered-reminder',
        problem.undeliveredReminder(course, name === '' ? email : name, email),
      ),
    ),
    ...faults.unfetchable.map(({ epoch, uid, reason }) =>
      line('intake', `${epoch}:${uid}`, 'unfetchable', problem.unfetchable(uid, reason)),
    ),
    ...faults.copiedKeys.map((key) => line('outbox', key, 'outbox-copy', problem.copiedOutboxRow(key))),
    ...faults.missingTemplates.map((key) =>
      line('templates', key, 'template', problem.missingTemplate(key, language)),
    ),
  ];
}

/** Reports each problem once for as long as it lasts. Costs no call when there is nothing new. */
export function problemReporter(desk: Desk): (problems: readonly Problem[]) => Promise<void> {
  let lasting: ReadonlySet<string> = new Set();
  return async (problems) => {
    const fresh = problems.filter(({ key }) => !lasting.has(key));
    if (fresh.length > 0) {
      await desk.untilTaken(async () => {
        const tables = await desk.read(['problems']);
        const present = new Set(tables.problems.rows.map(({ row }) => row.key));
        const rows = fresh.filter(({ key }) => !present.has(key));
        await desk.write(appendRows(tables.problems.layout, rows, desk.context));
      });
    }
    lasting = new Set(problems.map(({ key }) => key));
  };
}
