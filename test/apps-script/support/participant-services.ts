/** What the pages for participants get of Google in a web app: the workbook, the clock and a cache. Anything else is missing there or not theirs. */
import type { GridRead, Services, WorkbookPort } from '../../../apps-script/ports';
import { type Desk, offset, ZONE } from './desk';

export interface ParticipantServices {
  readonly services: Services;
  /** How many times the script wrote. */
  readonly writes: number;
  /** How many times it asked the Sheets service for cells. */
  readonly reads: number;
  /** Between what the script read and what it writes. */
  beforeWrite: () => void;
}

export function participantServices(desk: Desk): ParticipantServices {
  let writes = 0;
  let reads = 0;
  const cache = new Map<string, { readonly value: string; readonly until: number }>();
  const workbook: WorkbookPort = {
    address: refuse('address'),
    writeAndRead: refuse('writeAndRead'),
    zone: () => ZONE,
    read(ranges) {
      reads += 1;
      const answer = desk.service.values.batchGetByDataFilter(desk.spreadsheetId, {
        dataFilters: ranges.map((gridRange) => ({ gridRange })),
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      });
      return (answer.valueRanges ?? []).map(({ valueRange, dataFilters }): GridRead => {
        const asked = dataFilters?.[0]?.gridRange;
        return {
          sheetId: asked?.sheetId ?? 0,
          startRow: asked?.startRowIndex ?? 0,
          startColumn: asked?.startColumnIndex ?? 0,
          a1Sheet: '',
          values: valueRange?.values ?? [],
        };
      });
    },
    write(requests) {
      writes += 1;
      made.beforeWrite();
      desk.service.batchUpdate(desk.spreadsheetId, { requests: [...requests] });
    },
    describe: (fields) => desk.service.get(desk.spreadsheetId, { fields }),
  };
  const made: ParticipantServices = {
    services: {
      clock: { now: () => desk.clock.time },
      offset,
      workbook,
      userEmail: () => '',
      userLanguage: () => null,
      digest: refuse('digest'),
      lock: { alone: refuse('lock') },
      memory: {
        all: refuse('memory'),
        get: refuse('memory'),
        set: refuse('memory'),
        forget: refuse('memory'),
      },
      registry: { keep: refuse('registry') },
      shortMemory: {
        put(key, value, seconds) {
          cache.set(key, { value, until: desk.clock.time + seconds * 1000 });
        },
        getAll: (keys) =>
          Object.fromEntries(
            keys.flatMap((key) => {
              const kept = cache.get(key);
              return kept !== undefined && kept.until > desk.clock.time ? [[key, kept.value]] : [];
            }),
          ),
      },
      triggers: {
        clockTriggers: refuse('triggers'),
        everyMinutes: refuse('triggers'),
        remove: refuse('triggers'),
      },
      screen: {
        toast: refuse('screen'),
        alert: refuse('screen'),
        menu: refuse('screen'),
        sidebar: refuse('screen'),
        dialog: refuse('screen'),
        selection: refuse('screen'),
        isOpen: refuse('screen'),
      },
    },
    get writes() {
      return writes;
    },
    get reads() {
      return reads;
    },
    beforeWrite() {
      // Nobody disturbs unless a test says so.
    },
  };
  return made;
}

function refuse(name: string): () => never {
  return () => {
    throw new Error(`a page for participants asked for ${name}`);
  };
}
