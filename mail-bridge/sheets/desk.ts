/**
 * The workbook as the bridge sees it: whole tabs in, planned requests out.
 *
 * Every read also brings row 1, so a column that somebody moved a moment ago is written at its new place.
 */
import type { Language } from '../../core/language';
import { type Zone, type ZoneOffset, zone as zoneNamed } from '../../core/time/instant';
import { FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../../core/workbook/columns';
import type { WriteRequest } from '../../core/workbook/requests';
import { readTable, type TableContext, type TableRead } from '../../core/workbook/table';
import { choiceWord, labelOfWord } from '../../sheet-templates/labels';
import type { SheetsClient } from './sheets-client';

export type Tables<K extends TableKey> = { readonly [T in K]: TableRead<T> };

export interface Desk {
  readonly client: SheetsClient;
  readonly context: TableContext;
  /** Tabs in one call: `whole` with their rows, of `headers` only the key row (enough to append rows). */
  read<K extends TableKey, H extends TableKey = never>(
    whole: readonly K[],
    headers?: readonly H[],
  ): Promise<Tables<K | H>>;
  /** Reads, plans and writes, as often as the quota asks for: positions are never older than their reading. */
  untilTaken<T>(readPlanAndWrite: () => Promise<T>): Promise<T>;
  /** All requests in one atomic call. */
  write(requests: readonly WriteRequest[]): Promise<void>;
  /** Cells were written by position since the tabs were last found right. */
  readonly unverified: boolean;
  verified(): void;
  /** The firm's language and the spreadsheet's zone may change while the bridge runs. */
  speak(language: Language): void;
}

/** @throws UserError when the spreadsheet cannot be read */
export async function openDesk(client: SheetsClient, offset: ZoneOffset, language: Language): Promise<Desk> {
  const { properties } = await client.get({ fields: 'properties(timeZone,locale,title)' });
  let spoken = language;
  // The last run may have ended between a write and its verification.
  let unverified = true;
  const context = tableContext(zoneNamed(properties?.timeZone ?? 'Etc/UTC'), offset, () => spoken);
  return {
    client,
    context,
    async read(whole, headers = []) {
      const tables: readonly TableKey[] = [...whole, ...headers];
      const values = await client.read([
        ...whole.map((table) => ({ gridRange: { sheetId: SHEET_ID[table] } })),
        ...headers.map((table) => ({ gridRange: { sheetId: SHEET_ID[table], endRowIndex: FIRST_DATA_ROW } })),
      ]);
      const read = tables.map((table, index) => [table, readTable(table, values[index] ?? [], context)]);
      // Object.fromEntries forgets which table has which columns.
      return Object.fromEntries(read) as Tables<(typeof whole)[number] | (typeof headers)[number]>;
    },
    untilTaken: (work) => client.untilTaken(work),
    async write(requests) {
      // Before the call: a write that fails in the dark may have met a wrong row too.
      if (requests.some((request) => 'updateCells' in request)) unverified = true;
      await client.write(requests);
    },
    get unverified() {
      return unverified;
    },
    verified: () => {
      unverified = false;
    },
    speak: (next) => {
      spoken = next;
    },
  };
}

function tableContext(zone: Zone, offset: ZoneOffset, language: () => Language): TableContext {
  return {
    zone,
    offset,
    wordOf: (choice, typed) => choiceWord(choice, typed)?.word ?? null,
    labelOf: (choice, word) => labelOfWord(choice, word, language()),
  };
}
