/**
 * What it takes to bring a workbook from one layout to the next, by the version it starts from. New columns,
 * tabs and settings need no migration: setup adds whatever is missing. A migration is for what must change in
 * rows that are there, and it may not drop a person's content.
 */
import type { Language } from '../../core/language';
import { FIRST_DATA_ROW, type TableKey } from '../../core/workbook/columns';
import { choiceLabel } from '../labels';
import type { SettingKey } from '../settings';
import { columnIndex, type TabLayout } from './layout';
import type { SheetsRequest, StyledCell } from './sheets-api';

/** Where the tabs and columns are, or will be after the same batch: new columns have been made room for. */
export interface MigrationContext {
  readonly layoutOf: <T extends TableKey>(tab: T) => TabLayout<T>;
}

export type Migration = (context: MigrationContext) => SheetsRequest[];

export const migrations: Readonly<Record<number, Migration>> = { 1: namedPromises };

/** @throws RangeError when a step is missing */
export function migrate(context: MigrationContext, from: number, to: number): SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  for (let version = from; version < to; version++) {
    const step = migrations[version];
    if (step === undefined) throw new RangeError(`no migration leads on from layout ${version}`);
    requests.push(...step(context));
  }
  return requests;
}

/** Values of settings that a workbook in use does not have yet, where ours would change how the firm works. */
export function settingsBefore(
  version: number,
  language: Language,
): Partial<Readonly<Record<SettingKey, string>>> {
  return {
    // Colleagues begin to get their tickets by mail when the firm says so, and not because the program was renewed.
    mail_tickets_to: choiceLabel('mail_readers', 'nobody', language),
    // Nobody asked for the whole backlog to be handed out in the minute after an upgrade.
    ...(version < 2 ? { assignment: choiceLabel('assignment', 'off', language) } : {}),
  };
}

/** Until layout 2 every promise was tightened alike while a session was near. Now each row says so for itself. */
const NEAR_BEFORE = 60;
const NEAR_WITHIN = 15;

/** Layout 1 to 2: promises have names, and say what holds while a session is near. */
function namedPromises({ layoutOf }: MigrationContext): SheetsRequest[] {
  const layout = layoutOf('sla');
  const priorityAt = columnIndex(layout, 'priority');
  return (layout.sheet?.rows ?? []).flatMap((row, rowIndex) => {
    const priority = String(row[priorityAt] ?? '').trim();
    if (rowIndex < FIRST_DATA_ROW || priority === '') return [];
    const put = (column: 'name' | 'near_before' | 'near_within', value: StyledCell['userEnteredValue']) => {
      const startColumnIndex = columnIndex(layout, column);
      // A firm that runs two versions side by side may have filled it in already.
      if (String(row[startColumnIndex] ?? '') !== '' || value === undefined) return [];
      return [
        {
          updateCells: {
            range: {
              sheetId: layout.sheetId,
              startRowIndex: rowIndex,
              endRowIndex: rowIndex + 1,
              startColumnIndex,
              endColumnIndex: startColumnIndex + 1,
            },
            rows: [{ values: [{ userEnteredValue: value }] }],
            fields: 'userEnteredValue',
          },
        },
      ];
    };
    return [
      ...put('name', { stringValue: priority }),
      ...put('near_before', { numberValue: NEAR_BEFORE }),
      ...put('near_within', { numberValue: NEAR_WITHIN }),
    ];
  });
}
