/** `rowdesk status`: what the state folder says, without a call to anybody. The bridge may be running. */
import { existsSync } from 'node:fs';
import { loadConfig } from '../../config/config';
import { stateFiles } from '../../state/directories';
import { readStatus, type Status } from '../../status';
import { UserError } from '../../user-error';
import { type CommonOptions, printJson, printLine } from '../output';

interface StatusOptions extends CommonOptions {
  readonly config: string;
}

export async function status(options: StatusOptions): Promise<void> {
  const config = loadConfig(options.config, process.env);
  if (!existsSync(stateFiles(config.stateDir).ledger)) {
    throw new UserError(
      `The bridge has not run yet with the state folder ${config.stateDir}.`,
      'Start it with "rowdesk start".',
    );
  }
  const report = await readStatus(config.stateDir);
  if (options.json) printJson(report);
  else for (const line of asText(report)) printLine(line);
}

function asText({ days, waiting, outbox, unknown }: Status): string[] {
  const lines = ['Day         in mailbox   tickets  replies  bounces  automatic  other  difference'];
  for (const { day, found, outcomes, difference } of days.slice(-7)) {
    const other =
      (outcomes['agent-reply'] ?? 0) +
      (outcomes['loop-stopped'] ?? 0) +
      (outcomes.duplicate ?? 0) +
      (outcomes.quarantined ?? 0);
    const counts = [
      [found, 11],
      [outcomes['new-ticket'] ?? 0, 10],
      [outcomes.reply ?? 0, 9],
      [outcomes.bounce ?? 0, 9],
      [outcomes.automatic ?? 0, 11],
      [other, 7],
      [difference, 12],
    ] as const;
    lines.push(day + counts.map(([count, width]) => String(count).padStart(width)).join(''));
  }
  if (days.length === 0) lines.push('No mail has been taken in yet.');
  lines.push('');
  lines.push(waiting === 0 ? 'No mail waits for its row.' : `${waiting} mails wait for their rows.`);
  const states = Object.entries(outbox).map(([state, count]) => `${count} ${state}`);
  lines.push(`Outbox: ${states.length === 0 ? 'empty' : states.join(', ')}.`);
  for (const { key, to } of unknown) {
    lines.push(`Nobody knows whether the mail "${key}" to ${to} went out. Look for it in the sent mails.`);
  }
  return lines;
}
