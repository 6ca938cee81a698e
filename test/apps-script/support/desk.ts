/** A workbook on a local sheet with the built tracker bound to it, and hands for the people and the bridge. */

import { cellText } from '../../../apps-script/workbook/cell-text';
import { words } from '../../../apps-script/workbook/read-tables';
import type { Language } from '../../../core/language';
import { type Instant, instant, type ZoneOffset, zone } from '../../../core/time/instant';
import { type ColumnKey, FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../../../core/workbook/columns';
import type { PlacedRow, Row, RowChange } from '../../../core/workbook/rows';
import {
  appendRows,
  readTable,
  type TableContext,
  type TableRead,
  updateRow,
} from '../../../core/workbook/table';
import { createScriptHost } from '../../../local-sheet/apps-script/host';
import type { ScriptState, ServiceCall } from '../../../local-sheet/apps-script/project';
import type { ScriptHost, Selection, SheetsService, SheetUser } from '../../../local-sheet/contract';
import { planSetup } from '../../../sheet-templates/setup';
import { builtProject } from './bundle';
import { memoryWorkbook, type Workbook } from './workbook';

export const ZONE = zone('Europe/Warsaw');
export const ANNA: SheetUser = { email: 'anna@firma.example', locale: 'en' };
const MORNING = '2026-11-23T09:00:00Z';

const QUARTER = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * From Intl, so that the tracker's own offsets are compared with another source. Asked once for each quarter of an
 * hour: zones change their offset on its boundaries only.
 */
export const offset: ZoneOffset = (at, inZone) => {
  const key = `${inZone} ${Math.floor(at / QUARTER)}`;
  let known = offsets.get(key);
  if (known === undefined) {
    known = offsetByIntl(at, inZone);
    offsets.set(key, known);
  }
  return known;
};

function offsetByIntl(at: Instant, inZone: string): number {
  let format = formats.get(inZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: inZone, timeZoneName: 'longOffset' });
    formats.set(inZone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
  if (!match?.[1]) return 0;
  const size = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -size : size;
}

export const at = (iso: string): Instant => instant(Date.parse(iso));

export interface Desk {
  readonly host: ScriptHost;
  readonly spreadsheetId: string;
  readonly service: SheetsService;
  readonly clock: { time: Instant };
  readonly context: TableContext;
  /** Replaced by a test that wants to act between two service calls of the script. */
  onCall: (call: ServiceCall) => void;
  read<T extends TableKey>(table: T): TableRead<T>;
  rows<T extends TableKey>(table: T): readonly Row<T>[];
  ticket(id: string): PlacedRow<'tickets'>;
  /** As the bridge writes: appendCells. */
  append<T extends TableKey>(table: T, rows: readonly RowChange<T>[]): void;
  /** Cells of one ticket, whoever writes them. */
  update(id: string, change: RowChange<'tickets'>): void;
  /** As a person types: any text, into one cell. Fires no trigger. */
  type(id: string, column: ColumnKey<'tickets'>, typed: string): void;
  /** Text shown in a ticket's cell. */
  shown(id: string, column: ColumnKey<'tickets'>): string;
  sortTickets(column: ColumnKey<'tickets'>, order: 'ASCENDING' | 'DESCENDING'): void;
  /** Deletes the rows, as a person who selects them all. */
  emptyTable(table: TableKey): void;
  /** The cell as SpreadsheetApp counts it: row and column from 1. */
  place(id: string, column: ColumnKey<'tickets'>): Selection;
  /** Another desk, with a workbook of its own that begins as this one stands. The script's cache begins empty. */
  copy(options?: Pick<DeskOptions, 'now' | 'user'>): Desk;
}

interface DeskOptions {
  readonly now?: string;
  readonly language?: Language;
  readonly user?: SheetUser;
}

/** An empty spreadsheet with the tracker in it; `setUp` has not run. */
export function bareDesk({ now = MORNING, language = 'en', user = ANNA }: DeskOptions = {}): Desk {
  const workbook = memoryWorkbook();
  workbook.sheets.create({ properties: { title: 'Desk', timeZone: ZONE, locale: 'en_GB' } });
  return deskAt(workbook, null, { now, language, user });
}

function deskAt(workbook: Workbook, stored: ScriptState | null, options: Required<DeskOptions>): Desk {
  const { now, language, user } = options;
  const service: SheetsService = workbook.sheets;
  const { spreadsheetId } = workbook.state();
  const clock = { time: at(now) };
  let script = stored;
  const context: TableContext = { zone: ZONE, offset, ...words(language) };
  const desk: Desk = {
    host: createScriptHost({
      bundle: builtProject().bundle,
      service,
      spreadsheetId,
      clock: { now: () => clock.time },
      owner: user,
      timeZone: ZONE,
      storage: {
        load: () => script,
        save: (state) => {
          script = state;
        },
      },
      onServiceCall: (call) => desk.onCall(call),
    }),
    spreadsheetId,
    service,
    clock,
    context,
    onCall: () => undefined,
    read: (table) => readTable(table, grid(table), context),
    rows: (table) => desk.read(table).rows.map(({ row }) => row),
    ticket(id) {
      const found = desk.read('tickets').rows.filter(({ row }) => row.id === id);
      const [first] = found;
      if (!first || found.length > 1) throw new Error(`${found.length} rows of ticket ${id}`);
      return first;
    },
    append(table, rows) {
      write(appendRows(desk.read(table).layout, rows, context));
    },
    update(id, change) {
      write(updateRow(desk.read('tickets').layout, desk.ticket(id).rowIndex, change, context));
    },
    type(id, column, typed) {
      const place = columnOf(column);
      const { rowIndex } = desk.ticket(id);
      write([
        {
          updateCells: {
            range: cellRange(rowIndex, place),
            rows: [{ values: [typed === '' ? {} : { userEnteredValue: { stringValue: typed } }] }],
            fields: 'userEnteredValue',
          },
        },
      ]);
    },
    shown(id, column) {
      return cellText(grid('tickets')[desk.ticket(id).rowIndex]?.[columnOf(column)]);
    },
    sortTickets(column, sortOrder) {
      write([
        {
          sortRange: {
            range: { sheetId: SHEET_ID.tickets, startRowIndex: FIRST_DATA_ROW },
            sortSpecs: [{ dimensionIndex: columnOf(column), sortOrder }],
          },
        },
      ]);
    },
    emptyTable(table) {
      const endIndex = grid(table).length;
      if (endIndex <= FIRST_DATA_ROW) return;
      const sheet = { sheetId: SHEET_ID[table], dimension: 'ROWS' };
      write([
        { appendDimension: { ...sheet, length: endIndex } },
        { deleteDimension: { range: { ...sheet, startIndex: FIRST_DATA_ROW, endIndex } } },
      ]);
    },
    place: (id, column) => ({
      sheetId: SHEET_ID.tickets,
      row: desk.ticket(id).rowIndex + 1,
      column: columnOf(column) + 1,
    }),
    copy: (other = {}) =>
      deskAt(memoryWorkbook(workbook.state()), structuredClone(script), {
        ...options,
        now: new Date(clock.time).toISOString(),
        ...other,
      }),
  };

  function grid(table: TableKey): unknown[][] {
    const answer = service.values.batchGetByDataFilter(spreadsheetId, {
      dataFilters: [{ gridRange: { sheetId: SHEET_ID[table] } }],
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    return answer.valueRanges?.[0]?.valueRange?.values ?? [];
  }

  function write(requests: readonly object[]): void {
    if (requests.length > 0) service.batchUpdate(spreadsheetId, { requests: [...requests] });
  }

  function columnOf(column: ColumnKey<'tickets'>): number {
    const place = desk.read('tickets').layout.columns.get(column);
    if (place === undefined) throw new Error(`Tickets has no column ${column}`);
    return place;
  }

  return desk;
}

function cellRange(rowIndex: number, columnIndex: number): object {
  return {
    sheetId: SHEET_ID.tickets,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + 1,
  };
}

/** The same desk each time it is asked for: made once, and copied. */
export function copiesOf(make: () => Desk): () => Desk {
  let made: Desk | null = null;
  return () => {
    made ??= make();
    return made.copy();
  };
}

const setUp = new Map<string, Desk>();

/** Set up by the script. */
export function setUpDesk(options: DeskOptions = {}): Desk {
  const key = JSON.stringify(options);
  let desk = setUp.get(key);
  if (!desk) {
    desk = bareDesk(options);
    desk.host.run('setUp');
    setUp.set(key, desk);
  }
  return desk.copy();
}

const LOOKS = ['repeatCell', 'setDataValidation', 'addConditionalFormatRule', 'updateDimensionProperties'];
const planned = new Map<Language, Desk>();

/**
 * What setUp makes, without its looks: formats of 1,000 rows in 20 tabs are most of the work, and only the tests
 * of setup look at them.
 */
export function openDesk({ now = MORNING, language = 'en', user = ANNA }: DeskOptions = {}): Desk {
  let desk = planned.get(language);
  if (!desk) {
    desk = bareDesk({ language });
    desk.service.batchUpdate(desk.spreadsheetId, { requests: [...planOf(language)] });
    planned.set(language, desk);
  }
  return desk.copy({ now, user });
}

function planOf(language: Language): readonly object[] {
  const requests = planSetup({
    existing: { sheets: [] },
    language,
    zone: ZONE,
    now: at(MORNING),
    settings: { firm_name: 'Nordlicht Trainings', support_address: 'help@nordlicht.example' },
  });
  return requests.filter((request) => !LOOKS.some((look) => look in request));
}

/** A ticket as the bridge makes it from a first mail. */
export function newTicket(id: string, more: RowChange<'tickets'> = {}): RowChange<'tickets'> {
  return {
    id,
    status: 'new',
    priority: 'normal',
    subject: `Question ${id}`,
    requester_name: 'Olena Kovalenko',
    requester_email: 'olena@client.example',
    language: 'en',
    created_at: at('2026-11-23T08:00:00Z'),
    last_inbound_at: at('2026-11-23T08:00:00Z'),
    message_count: 1,
    ...more,
  };
}
