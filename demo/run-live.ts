/** The live demo on a terminal: says where the page is, and ends on Ctrl+C. */
import { resolve } from 'node:path';
import { printJson, printLine } from '../mail-bridge/cli/output';
import { UserError } from '../mail-bridge/user-error';
import { type LiveDemo, type LiveOptions, openLiveDemo } from './live';
import { openBrowser } from './open-browser';

export interface RunLiveOptions extends LiveOptions {
  readonly json: boolean;
  /** Whether the page may be opened in a browser. */
  readonly open: boolean;
}

/** npm and a terminal both pass Ctrl+C on: the second one of the same keystroke is no wish for haste. */
const SAME_KEYSTROKE_MS = 1_000;
/** A slow machine writes its workbook to the end; a second Ctrl+C does not wait for it. */
const STOP_WITHIN_MS = 30_000;

/** Runs until Ctrl+C. @throws UserError when the demo cannot start */
export async function runLive(options: RunLiveOptions): Promise<void> {
  const directory = options.directory === null ? null : resolve(options.directory);
  const stopped = whenStopped();
  const live = await openLiveDemo({ ...options, directory }).catch((error: unknown) => {
    const taken = error instanceof Error && /^Port \d+ is taken/.test(error.message);
    throw taken
      ? new UserError(`Port ${options.port} is taken by another program.`, 'Choose another with --port.')
      : error;
  });
  announce(live, options);
  if (options.open) {
    openBrowser(live.url, {
      platform: process.platform,
      isTerminal: process.stdout.isTTY === true,
      environment: process.env,
    });
  }
  await stopped;
  if (!options.json) process.stderr.write('Stopping …\n');
  // What hangs must not keep the person waiting: the journals are on the disk at every moment.
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await live.close();
}

function announce({ url, xlsx }: LiveDemo, { json }: RunLiveOptions): void {
  if (json) {
    printJson({ url, xlsx });
    return;
  }
  printLine(`Rowdesk is ready: open ${url} in your browser. Ctrl+C stops it.`);
  if (xlsx !== null) printLine(`The workbook is kept as ${xlsx}.`);
}

function whenStopped(): Promise<void> {
  return new Promise((done) => {
    let askedAt: number | null = null;
    const asked = () => {
      if (askedAt !== null && performance.now() - askedAt > SAME_KEYSTROKE_MS) process.exit(1);
      askedAt ??= performance.now();
      done();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, asked);
  });
}
