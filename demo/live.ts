/** The demo that a newcomer plays: one page on this machine, with people who write, the Sheet, and the firm's clock. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Language } from '../core/language';
import { writeXlsxWhenQuiet } from '../local-sheet/xlsx/write-when-quiet';
import type { Log } from '../mail-bridge/log/log';
import { reasonOf } from '../mail-bridge/user-error';
import { firmMorning } from './firm-morning';
import { isForThisMachine, type Routes, refuseStranger } from './page/routes';
import { openShow } from './show';
import { openWorld } from './world';

export interface LiveOptions {
  /** Where everything is kept; null: in memory, gone at the end. */
  readonly directory: string | null;
  /** Language of the firm's Sheet. */
  readonly language: Language;
  /** 0: any free one. */
  readonly port: number;
  readonly log: Log;
}

export interface LiveDemo {
  /** Address of the page. */
  readonly url: string;
  /** The workbook as a file, where the demo is kept. */
  readonly xlsx: string | null;
  /** Ends everything; what is in hand is finished first. */
  close(): Promise<void>;
}

const XLSX_AFTER_QUIET_MS = 3_000;

/** @throws UserError when the port or the folder cannot be used */
export async function openLiveDemo({ directory, language, port, log }: LiveOptions): Promise<LiveDemo> {
  const stop = new AbortController();
  // The server opens before there is anything to show.
  let routes: Routes = () => false;
  const world = await openWorld({
    directory,
    language,
    log,
    port,
    beginAt: firmMorning,
    withPast: true,
    routes: (request, response) => answer(request, response, routes),
  });
  try {
    const show = await openShow(world, { signal: stop.signal, log });
    routes = show.routes;
    const xlsx = directory === null ? null : join(directory, 'workbook.xlsx');
    const writer =
      xlsx === null
        ? null
        : writeXlsxWhenQuiet(world.sheets, world.spreadsheetId, xlsx, {
            quietMs: XLSX_AFTER_QUIET_MS,
            onFailure: (error) =>
              log.warn({ reason: reasonOf(error) }, 'the .xlsx file could not be written'),
          });
    const opening = show.playOpening();
    return {
      url: world.url,
      xlsx,
      async close() {
        stop.abort();
        await opening;
        await show.close();
        await writer?.write();
        await writer?.close();
        await world.close();
      },
    };
  } catch (error) {
    stop.abort();
    await world.close();
    throw error;
  }
}

function answer(request: IncomingMessage, response: ServerResponse, routes: Routes): boolean {
  if (isForThisMachine(request)) return routes(request, response);
  refuseStranger(response);
  return true;
}
