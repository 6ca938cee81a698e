/** `rowdesk start`: the bridge, until it is stopped, once, or on paper only. */

import { openBridge } from '../../bridge';
import { intlOffset } from '../../clock/intl-offset';
import { systemClock } from '../../clock/system-clock';
import { loadConfig } from '../../config/config';
import { dryRun } from '../../dry-run';
import { explainMailbox, runOnce, runUntilStopped } from '../../run';
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
  const bridge = await openBridge({
    config,
    clock: systemClock,
    offset: intlOffset(),
    log,
    signal: stop.signal,
  });
  try {
    if (options.once) {
      await runOnce(bridge);
      log.info({ calls: bridge.calls }, 'done');
    } else {
      const { stopped } = runUntilStopped(bridge, {
        pollSeconds: config.pollSeconds,
        signal: stop.signal,
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
