/** What the Sheets API does, and what people do to the Sheet while the bridge writes. */
import { spawn } from 'node:child_process';
import { FIRST_DATA_ROW, KEY_ROW, SHEET_ID, type TableKey } from '../../../core/workbook/columns';
import type { Fault as ApiFault } from '../../../local-sheet/http/faults';
import type { World } from '../world';
import type { Fault } from './fault';

/** Until a call meets it. */
const LONGEST = 300;

function answered(name: string, fault: (world: World) => ApiFault, only: 'read' | 'write', times = 1): Fault {
  return {
    name: `Sheets ${name}, ${only}`,
    people: 'meanwhile',
    lasts: LONGEST,
    begin: (world) => world.sheet.api.faults.add(fault(world), { times, only }),
    bitten: ({ sheet }) => sheet.api.faults.pending === 0,
    end: ({ sheet }) => sheet.api.faults.clear(),
  };
}

function refused(name: string, refusal: 'quota' | 'unauthorized', seconds: number): Fault {
  return {
    name: `Sheets ${name}`,
    people: 'meanwhile',
    lasts: seconds,
    begin: ({ sheet }) => sheet.refuse(refusal),
    met: ({ sheet }) => sheet.refusals() > 0,
    end: ({ sheet }) => sheet.refuse(null),
  };
}

/** So many seconds of the bridge's clock. */
function slow(seconds: number): (world: World) => ApiFault {
  return ({ clock }) => ({ kind: 'slow', milliseconds: (seconds * 1000) / clock.speed });
}

/** Something in the workbook is gone, until somebody runs `rowdesk setup`. */
function missing(name: string, remove: (world: World) => void): Fault {
  return {
    name: `Sheets ${name}, then setup`,
    people: 'meanwhile',
    lasts: 30,
    begin: remove,
    end: (world) => runSetup(world),
  };
}

/** Somebody sorts or deletes rows after the bridge has read where they are. */
function between(name: string, act: (world: World) => void): Fault {
  return {
    name: `Sheets ${name} between read and write`,
    people: 'meanwhile',
    lasts: LONGEST,
    begin: (world) => world.sheet.beforeNextWrite(() => act(world)),
    bitten: ({ sheet }) => !sheet.isActAwaited(),
    end: ({ sheet }) => sheet.beforeNextWrite(null),
  };
}

function runSetup({ home, program }: World): Promise<void> {
  const setup = spawn(process.execPath, [program, 'setup', '--language', 'en', '--zone', 'Europe/Warsaw'], {
    cwd: home,
    env: { ...process.env, ROWDESK_IMAP_PASSWORD: 'secret' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  setup.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    setup.on('error', reject);
    setup.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`setup ended with ${code}: ${said}`)),
    );
  });
}

/** The cells of a tab as they are, with the keys in the first row. */
function cellsOf({ sheet }: World, table: TableKey): readonly (readonly unknown[])[] {
  const answer = sheet.sheets.values.batchGetByDataFilter(sheet.spreadsheetId, {
    dataFilters: [{ gridRange: { sheetId: SHEET_ID[table] } }],
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return answer.valueRanges?.[0]?.valueRange?.values ?? [];
}

function sort(world: World, table: TableKey): void {
  const cells = cellsOf(world, table);
  const columns = cells[KEY_ROW]?.length ?? 1;
  world.sheet.sheets.batchUpdate(world.sheet.spreadsheetId, {
    requests: [
      {
        sortRange: {
          range: {
            sheetId: SHEET_ID[table],
            startRowIndex: FIRST_DATA_ROW,
            endRowIndex: Math.max(FIRST_DATA_ROW + 1, cells.length),
            startColumnIndex: 0,
            endColumnIndex: columns,
          },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: cells.length % 2 === 0 ? 'ASCENDING' : 'DESCENDING' }],
        },
      },
    ],
  });
}

function deleteColumn(world: World, table: TableKey, key: string): void {
  const startIndex = cellsOf(world, table)[KEY_ROW]?.indexOf(key) ?? -1;
  if (startIndex < 0) return;
  world.sheet.sheets.batchUpdate(world.sheet.spreadsheetId, {
    requests: [
      {
        deleteDimension: {
          range: { sheetId: SHEET_ID[table], dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
        },
      },
    ],
  });
}

/** @returns whether there was such a row */
function deleteTicket(world: World, id: string): boolean {
  const startIndex = cellsOf(world, 'tickets').findIndex((row) => row.includes(id));
  if (startIndex < FIRST_DATA_ROW) return false;
  world.sheet.sheets.batchUpdate(world.sheet.spreadsheetId, {
    requests: [
      {
        deleteDimension: {
          range: { sheetId: SHEET_ID.tickets, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
        },
      },
    ],
  });
  return true;
}

/** Its requester writes on, before and after: a ticket that lives on comes back. */
const ticketDeleted: Fault = {
  name: 'Sheets ticket deleted between read and write',
  people: 'before',
  lasts: LONGEST,
  async begin(world, random) {
    const question = await world.people.answer(random);
    const row = (await world.sheet.rows('messages')).find(({ original }) => original === question?.sha256);
    if (!row) return;
    world.sheet.beforeNextWrite(() => {
      if (deleteTicket(world, row.ticket_id)) world.deletedTickets.add(row.ticket_id);
    });
  },
  bitten: ({ sheet }) => !sheet.isActAwaited(),
  async end(world, random) {
    world.sheet.beforeNextWrite(null);
    for (const id of [...world.deletedTickets].slice(-1)) await world.people.answer(random, id);
  },
};

export const SHEETS_FAULTS: readonly Fault[] = [
  answered('429 with Retry-After', () => ({ kind: 'too-many-requests', retryAfterSeconds: 20 }), 'read', 2),
  answered('429 with Retry-After', () => ({ kind: 'too-many-requests', retryAfterSeconds: 20 }), 'write', 2),
  answered('500 before commit', () => ({ kind: 'error-before-commit' }), 'read', 2),
  answered('500 before commit', () => ({ kind: 'error-before-commit' }), 'write', 2),
  answered('500 after commit', () => ({ kind: 'error-after-commit' }), 'write', 2),
  answered('cut before commit', () => ({ kind: 'cut-before-commit' }), 'read', 2),
  answered('cut before commit', () => ({ kind: 'cut-before-commit' }), 'write', 2),
  answered('cut after commit', () => ({ kind: 'cut-after-commit' }), 'write', 2),
  answered('cut after commit, again and again', () => ({ kind: 'cut-after-commit' }), 'write', 5),
  answered('slow', slow(30), 'read', 2),
  answered('slow', slow(30), 'write', 2),
  answered('slower than the client waits', slow(240), 'write'),
  refused('quota exhausted for minutes', 'quota', 180),
  refused('token expired', 'unauthorized', 60),
  missing('tab deleted', ({ sheet }) => {
    sheet.sheets.batchUpdate(sheet.spreadsheetId, {
      requests: [{ deleteSheet: { sheetId: SHEET_ID.problems } }],
    });
  }),
  missing('column deleted', (world) => deleteColumn(world, 'messages', 'warnings')),
  between('tickets sorted', (world) => sort(world, 'tickets')),
  between('outbox sorted', (world) => sort(world, 'outbox')),
  between('messages sorted', (world) => sort(world, 'messages')),
  ticketDeleted,
];
