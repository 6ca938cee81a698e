/** `rowdesk start`: the bridge, until it is stopped, once, or on paper only. */

import { openBridge } from '../../bridge';
import { intlOffset } from '../../clock/intl-offset';
import { systemClock } from '../../clock/system-clock';
import { loadConfig } from '../../config/config';
import { type DryRun, dryRun } from '../../dry-run';
import { explainMailbox, runOnce, runUntilStopped } from '../../run';
import { type CommonOptions, commandLog, printJson, printLine } from '../output';

interface StartOptions extends CommonOptions {
  readonly config: string;
  readonly once?: boolean;
  readonly dryRun?: boolean;
}

export async function start(options: StartOptions): Promise<void> {
  const config = loadConfig(options.config, process.env);
  const log = commandLog(options);
  if (options.dryRun) {
    const plan = await dryRun(config, systemClock.now(), intlOffset(), log).catch((error: unknown) => {
      throw explainMailbox(error);
    });
    if (options.json) printJson(plan);
    else for (const line of dryRunText(plan)) printLine(line);
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

function dryRunText({ newMails, toSend, reminders, notReminded }: DryRun): string[] {
  return [
    `${newMails} new mails would be taken in.`,
    `${toSend.length} mails of the Outbox would be sent.`,
    ...toSend.map(({ key, kind, to }) => `  ${kind} to ${to} (${key})`),
    `${reminders.length} reminders would be sent now.`,
    ...reminders.map(({ to, template, key }) => `  ${template} to ${to} (${key})`),
    `${notReminded.length} reminders would not be sent.`,
    ...notReminded.map(({ key, reason }) => `  ${key}: ${reason}`),
    'Nothing was written and nothing was sent.',
  ];
}
