/**
 * The tracker's view of Google straight on the local sheet, without a runtime between: what a tick costs in our own
 * code is the time of the run less the time in here.
 */
import { createHash } from 'node:crypto';
import type { GridRead, Services } from '../../apps-script/ports';
import { type Clock, zone } from '../../core/time/instant';
import type { SheetsService } from '../../local-sheet/contract';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';

export interface ServiceTimes {
  /** Seconds of CPU in the local sheet. */
  spent: number;
  writes: number;
  /** Characters of JSON in all writes. */
  written: number;
}

/** Of this process: on a busy machine the clock on the wall tells how busy it is. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

export function timedServices(
  service: SheetsService,
  spreadsheetId: string,
  clock: Clock,
): { readonly services: Services; readonly times: ServiceTimes } {
  const times: ServiceTimes = { spent: 0, writes: 0, written: 0 };
  const stored: Record<string, string> = {};
  const timed = <T>(work: () => T): T => {
    const before = cpuSeconds();
    try {
      return work();
    } finally {
      times.spent += cpuSeconds() - before;
    }
  };
  const counted = (requests: readonly object[]): void => {
    times.writes++;
    times.written += JSON.stringify(requests).length;
  };
  const services: Services = {
    clock,
    offset: intlOffset(),
    workbook: {
      address: () => '',
      zone: () =>
        zone(
          timed(() => service.get(spreadsheetId, { fields: 'properties.timeZone' })).properties?.timeZone ??
            'Etc/UTC',
        ),
      read: (ranges) => timed(() => read(service, spreadsheetId, ranges)),
      write: (requests) =>
        timed(() => {
          counted(requests);
          service.batchUpdate(spreadsheetId, { requests: [...requests] });
        }),
      writeAndRead: (requests, a1Ranges) =>
        timed(() => {
          counted(requests);
          const answer = service.batchUpdate(spreadsheetId, {
            requests: [...requests],
            includeSpreadsheetInResponse: true,
            responseIncludeGridData: true,
            responseRanges: [...a1Ranges],
          });
          return (answer.updatedSpreadsheet?.sheets ?? []).flatMap(({ properties, data }) =>
            (data ?? []).flatMap(({ startRow, startColumn, rowData }) =>
              (rowData ?? []).map((row, index) => ({
                sheetId: properties?.sheetId ?? 0,
                rowIndex: (startRow ?? 0) + index,
                columnIndex: startColumn ?? 0,
                text: row.values?.[0]?.effectiveValue?.stringValue ?? '',
              })),
            ),
          );
        }),
      describe: (fields) => timed(() => service.get(spreadsheetId, { fields })),
    },
    lock: { alone: (_, work) => ({ result: work() }) },
    memory: {
      all: () => ({ ...stored }),
      get: (key) => stored[key] ?? null,
      set: (key, value) => {
        stored[key] = value;
      },
      forget: (key) => {
        delete stored[key];
      },
    },
    get screen(): never {
      throw new Error('A tick shows nothing.');
    },
    get triggers(): never {
      throw new Error('A tick makes no triggers.');
    },
    get registry(): never {
      throw new Error('A tick writes down no spreadsheet.');
    },
    get shortMemory(): never {
      throw new Error('A tick remembers in document properties.');
    },
    digest: (text) => createHash('sha256').update(text).digest(),
    userEmail: () => '',
    userLanguage: () => null,
  };
  return { services, times };
}

function read(
  service: SheetsService,
  spreadsheetId: string,
  ranges: Parameters<Services['workbook']['read']>[0],
): GridRead[] {
  const { valueRanges } = service.values.batchGetByDataFilter(spreadsheetId, {
    dataFilters: ranges.map((gridRange) => ({ gridRange })),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
    majorDimension: 'ROWS',
  });
  return (valueRanges ?? []).map(({ valueRange, dataFilters }) => {
    const asked = dataFilters?.[0]?.gridRange;
    const a1 = valueRange?.range ?? '';
    return {
      sheetId: asked?.sheetId ?? 0,
      startRow: asked?.startRowIndex ?? 0,
      startColumn: asked?.startColumnIndex ?? 0,
      a1Sheet: a1.slice(0, a1.lastIndexOf('!')),
      values: valueRange?.values ?? [],
    };
  });
}
