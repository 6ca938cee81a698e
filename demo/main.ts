/** `rowdesk demo`: everything on this machine. Loaded by the command line from the file beside it. */
import { isLanguage, type Language } from '../core/language';
import { type CommonOptions, commandLog, printJson, printLine } from '../mail-bridge/cli/output';
import { silentLog } from '../mail-bridge/log/log';
import { UserError } from '../mail-bridge/user-error';
import { feedMails } from './feed';
import { firmMorning } from './firm-morning';
import { runLive } from './run-live';
import { playStory } from './story';
import { openWorld } from './world';

export interface DemoOptions extends CommonOptions {
  readonly once?: boolean;
  readonly mail?: string;
  readonly state?: string;
  readonly port?: string;
  readonly open?: boolean;
}

const FAILED = 1;
const WRONG_USE = 2;

export async function demo(options: DemoOptions): Promise<void> {
  try {
    await run(options);
  } catch (error) {
    // The command line that loaded this file has a UserError of its own, and takes ours for a fault.
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.what}\n${error.todo}\n`);
    process.exitCode = error instanceof WrongUse ? WRONG_USE : FAILED;
  }
}

async function run(options: DemoOptions): Promise<void> {
  const log = options.verbose ? commandLog(options) : silentLog;
  if (!options.once && options.mail === undefined) {
    await runLive({
      directory: options.state ?? null,
      language: systemLanguage(),
      port: portOf(options.port ?? '0'),
      log,
      json: options.json ?? false,
      open: options.open ?? true,
    });
    return;
  }
  // A summary is wanted: progress goes to standard error.
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  // The same working morning as on the page: a story must not come out otherwise on a Sunday.
  const world = await openWorld({ directory: null, language: 'pl', log, beginAt: firmMorning });
  try {
    const summary =
      options.mail === undefined ? await playStory(world, tell) : await feedMails(world, options.mail, tell);
    if (options.json) printJson(summary);
    else printLine(JSON.stringify(summary, null, 2));
  } finally {
    await world.close();
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new WrongUse(`"${text}" is no port.`, 'Give --port a number from 1 to 65535, or leave it out.');
}

class WrongUse extends UserError {}

/** The language of this machine, when Rowdesk speaks it. The page has a choice of its own. */
function systemLanguage(): Language {
  const code = new Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2);
  return isLanguage(code) ? code : 'en';
}
