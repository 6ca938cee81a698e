/** `rowdesk demo`: everything on this machine. Loaded by the command line from the file beside it. */
import { commandLog, type CommonOptions, printJson, printLine } from '../mail-bridge/cli/output';
import { silentLog } from '../mail-bridge/log/log';
import { feedMails } from './feed';
import { playStory } from './story';
import { openWorld } from './world';

export interface DemoOptions extends CommonOptions {
  readonly once?: boolean;
  readonly mail?: string;
  readonly state?: string;
  readonly port?: string;
  readonly open?: boolean;
}

export async function demo(options: DemoOptions): Promise<void> {
  const { once = false, json = false, verbose = false } = options;
  // A summary is wanted: progress goes to standard error, and only where somebody watches.
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  const world = await openWorld({
    directory: null,
    language: 'pl',
    log: verbose ? commandLog(options) : silentLog,
  });
  try {
    const summary =
      options.mail === undefined ? await playStory(world, tell) : await feedMails(world, options.mail, tell);
    if (json) printJson(summary);
    else printLine(JSON.stringify(summary, null, 2));
  } finally {
    await world.close();
  }
  void once;
}
