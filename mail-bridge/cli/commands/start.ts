/** `rowdesk start`: the bridge, until it is stopped, once, or on paper only. */

import { openBridge } from '../../bridge';
import { intlOffset } from '../../clock/intl-offset';
import { systemClock } from '../../clock/system-clock';
import { type Config, loadConfig } from '../../config/config';
import { dryRun } from '../../dry-run';
import type { Log } from '../../log/log';
import { explainMailbox, runOnce, runUntilStopped } from '../../run';
import { reasonOf } from '../../user-error';
import { dryRunText } from '../dry-run-text';
import { type CommonOptions, commandLog, printJson, printLine } from '../output';

interface StartOptions extends CommonOptions {
  readonly config: string;
  readonly once?: boolean;
  readonly dryRun?: boolean;
  /** How far a dry run looks ahead. */
  readonly days: number;
}

export async function start(options: StartOptions): Promise<void> {
  const config = loadConfig(options.config, process.env);
  const log = commandLog(options);
  if (options.dryRun) {
    const offset = intlOffset();
    const plan = await dryRun(config, systemClock.now(), offset, log, options.days).catch(
      (error: unknown) => {
        throw explainMailbox(error);
      },
    );
    if (options.json) printJson(plan);
    else for (const line of dryRunText(plan, offset)) printLine(line);
    return;
  }
  const stop = new AbortController();
  // The mail in hand is finished; a second signal ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    await run(config, options, log, stop.signal);
  } catch (error) {
    // Whatever was broken off goes on at the next start.
    if (!stop.signal.aborted) throw error;
    log.debug({ reason: reasonOf(error) }, 'broken off');
  }
  if (!stop.signal.aborted) return;
  log.info({}, 'stopped');
  // What a server that does not answer still holds open must not keep the process.
  setTimeout(() => process.exit(), LAST_MOMENT_MS).unref();
}

/** For the last lines of the log to be written. */
const LAST_MOMENT_MS = 200;

async function run(config: Config, options: StartOptions, log: Log, signal: AbortSignal): Promise<void> {
  const bridge = await openBridge({ config, clock: systemClock, offset: intlOffset(), log, signal });
  try {
    if (options.once) {
      await runOnce(bridge, signal);
      log.info({ calls: bridge.calls }, 'done');
    } else {
      const { stopped } = runUntilStopped(bridge, {
        pollSeconds: config.pollSeconds,
        signal,
        log,
        onReady: () => log.info({ mailbox: config.support.address }, 'Rowdesk is running'),
      });
      await stopped;
    }
  } catch (error) {
    throw explainMailbox(error);
  } finally {
    await bridge.close();
  }
}
