/** Makes or completes the workbook over the Sheets API: the same plan that the tracker's menu carries out. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Language } from '../../core/language';
import type { Instant, Zone } from '../../core/time/instant';
import {
  existingWorkbook,
  planSetup,
  readRangesForSetup,
  SETUP_FIELDS,
  type SetupInput,
} from '../../sheet-templates/setup';
import type { SheetsClient } from './sheets-client';

export interface SetUpOptions {
  readonly language: Language;
  readonly zone: Zone;
  readonly now: Instant;
  readonly settings?: NonNullable<SetupInput['settings']>;
}

/** @returns how many requests were carried out; 0 when there was nothing to do */
export function setUpWorkbook(client: SheetsClient, options: SetUpOptions): Promise<number> {
  return client.untilTaken(() => setUpOnce(client, options));
}

async function setUpOnce(client: SheetsClient, options: SetUpOptions): Promise<number> {
  const spreadsheet = await client.get({ fields: SETUP_FIELDS });
  const filters = readRangesForSetup(spreadsheet);
  const values = await client.read(filters);
  const existing = existingWorkbook(spreadsheet, {
    valueRanges: filters.map((filter, index) => ({
      dataFilters: [filter],
      valueRange: { values: values[index] ?? [] },
    })),
  });
  const requests = planSetup({ existing, ...options });
  // The plan types just the requests that setup makes; Google's own type has them all.
  await client.write(requests as readonly sheets_v4.Schema$Request[]);
  return requests.length;
}
