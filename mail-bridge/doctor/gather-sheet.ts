/** Reads the Sheet as the bridge and setup do. The one write changes nothing: it only shows whether writing is allowed. */

import type { Language } from '../../core/language';
import type { Instant, ZoneOffset } from '../../core/time/instant';
import { zone } from '../../core/time/instant';
import type { MailReaders } from '../../core/workbook/choices';
import { DASHBOARDS, TABLES, type TabKey } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { readLayout } from '../../core/workbook/table';
import { readSettings } from '../../sheet-templates/settings';
import {
  existingWorkbook,
  planSetup,
  readRangesForSetup,
  SCHEMA_VERSION,
  SETUP_FIELDS,
} from '../../sheet-templates/setup';
import { type ExistingWorkbook, sheetOf } from '../../sheet-templates/setup/existing';
import type { Config } from '../config/config';
import { openDesk } from '../sheets/desk';
import { readServiceAccount } from '../sheets/service-account';
import { openSheets, RefusedWrite, type SheetsClient } from '../sheets/sheets-client';
import { isUserError, reasonOf } from '../user-error';
import type { FirmFacts, KeyFileFacts, SetUpFacts, SheetFacts } from './check-sheet';
import type { Fault } from './finding';
import { modeOf } from './gather-config';
import { TookTooLong, within } from './time-limit';

export function gatherKeyFile(google: Config['google']): KeyFileFacts | null {
  if (google.kind === 'local') return null;
  const facts = { path: google.keyFile, mode: modeOf(google.keyFile) };
  try {
    return { ...facts, account: readServiceAccount(google.keyFile).client_email, fault: null };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { ...facts, account: null, fault: { what: error.what, todo: error.todo } };
  }
}

export interface SheetQuestion {
  readonly config: Config;
  readonly offset: ZoneOffset;
  readonly now: Instant;
  readonly patience: number;
}

export async function gatherSheet({ config, offset, now, patience }: SheetQuestion): Promise<SheetFacts> {
  const stop = new AbortController();
  try {
    const client = openSheets(config.google, config.spreadsheetId, stop.signal);
    return await within(
      patience,
      () => look(client, config, offset, now),
      () => stop.abort(),
    );
  } catch (error) {
    return { kind: 'failed', ...faultOf(error) };
  }
}

async function look(
  client: SheetsClient,
  config: Config,
  offset: ZoneOffset,
  now: Instant,
): Promise<SheetFacts> {
  const { properties } = await client.get({ fields: 'properties(title)' });
  const workbook = await readWorkbook(client);
  const lacks = lackingTabs(workbook);
  const canAsk = !lacks.includes('settings') && !lacks.includes('team');
  const { firm, version, language } = canAsk
    ? await readFirm(client, offset, config)
    : { firm: null, version: SCHEMA_VERSION, language: 'en' as const };
  return {
    kind: 'read',
    title: properties?.title ?? '',
    readOnly: await tryToWrite(client),
    setUp: setUpOf(workbook, lacks, language, version, now),
    firm,
  };
}

async function readWorkbook(client: SheetsClient): Promise<ExistingWorkbook> {
  const spreadsheet = await client.get({ fields: SETUP_FIELDS });
  const filters = readRangesForSetup(spreadsheet);
  const values = await client.read(filters);
  return existingWorkbook(spreadsheet, {
    valueRanges: filters.map((filter, index) => ({
      dataFilters: [filter],
      valueRange: { values: values[index] ?? [] },
    })),
  });
}

function lackingTabs(workbook: ExistingWorkbook): TabKey[] {
  return [...TABLES, ...DASHBOARDS].filter((tab) => sheetOf(workbook, tab) === null);
}

function setUpOf(
  workbook: ExistingWorkbook,
  missingTabs: readonly TabKey[],
  language: Language,
  version: number,
  now: Instant,
): SetUpFacts {
  const missingColumns = TABLES.flatMap((table) => {
    const sheet = sheetOf(workbook, table);
    const columns = sheet === null ? [] : readLayout(table, sheet.rows[0] ?? []).missing;
    return columns.length === 0 ? [] : [{ tab: sheet?.title ?? table, columns }];
  });
  try {
    // The zone counts for a new workbook alone.
    const toDo = planSetup({ existing: workbook, language, zone: zone('Etc/UTC'), now }).length;
    return { kind: 'known', missingTabs, missingColumns, toDo, version, ownVersion: SCHEMA_VERSION };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'newer', reason: reasonOf(error) };
    throw error;
  }
}

async function readFirm(
  client: SheetsClient,
  offset: ZoneOffset,
  { support, authservId = '' }: Pick<Config, 'support' | 'authservId'>,
): Promise<{ readonly firm: FirmFacts; readonly version: number; readonly language: Language }> {
  const desk = await openDesk(client, offset, 'en');
  const tables = await desk.read(['settings', 'team']);
  const { settings, problems } = readSettings(tables.settings.rows.map(({ row }) => row));
  const team = tables.team.rows.flatMap(({ row }) => (row.active && row.email !== '' ? [row] : []));
  const alerted = team.filter(({ role }) => role === 'manager' || role === 'admin');
  return {
    version: settings.schema_version,
    language: settings.language,
    firm: {
      brake: settings.brake,
      supportAddress: settings.support_address,
      configuredAddress: support.address,
      unreadable: problems.map(({ key, value }) => ({ key, value })),
      alerted: alerted.length,
      answersByMail: {
        asked: team.filter(({ role }) => getsTickets(role, settings.mail_tickets_to)).length,
        canBeBelieved: authservId !== '',
      },
    },
  };
}

function getsTickets(role: Row<'team'>['role'], readers: MailReaders): boolean {
  return readers === 'everybody' || (readers === 'trainers' && role === 'trainer');
}

/** Google lets everybody who can read a Sheet ask for it, and says only at a write who may not write. */
async function tryToWrite(client: SheetsClient): Promise<Fault | null> {
  try {
    // A note that nobody ever makes.
    const dataFilter = { developerMetadataLookup: { metadataKey: 'rowdesk.doctor' } };
    await client.write([{ deleteDeveloperMetadata: { dataFilter } }]);
    return null;
  } catch (error) {
    // That there is nothing to delete is said to those who may delete.
    if (error instanceof RefusedWrite) return null;
    return faultOf(error);
  }
}

function faultOf(error: unknown): Fault {
  if (isUserError(error)) return { what: error.what, todo: error.todo };
  if (error instanceof TookTooLong) {
    return {
      what: `The Sheet does not answer: ${reasonOf(error)}.`,
      todo: 'Check the network; if other pages of Google open, its quota may be used up: try again in a minute.',
    };
  }
  return {
    what: `The Sheet cannot be used: ${reasonOf(error)}.`,
    todo: 'Try again in a minute; if it stays so, look at "google" and "spreadsheetId" in the configuration.',
  };
}
