/** `rowdesk status`: what the state folder says, without a call to anybody. The bridge may be running. */
import { existsSync } from 'node:fs';
import { intlOffset } from '../../clock/intl-offset';
import { systemClock } from '../../clock/system-clock';
import { loadConfig } from '../../config/config';
import { healthFiles } from '../../health/health-files';
import { stateFiles } from '../../state/directories';
import { readWholeStatus } from '../../status';
import { UserError } from '../../user-error';
import { type CommonOptions, printJson, printLine } from '../output';
import { statusText } from '../status-text';

interface StatusOptions extends CommonOptions {
  readonly config: string;
}

export async function status(options: StatusOptions): Promise<void> {
  const config = loadConfig(options.config, process.env);
  const { stateDir, support } = config;
  // A bridge that has never reached the Sheet has no ledger yet, and has something to say all the same.
  if (!existsSync(stateFiles(stateDir).ledger) && !existsSync(healthFiles(stateDir).contacts)) {
    throw new UserError(
      `The bridge has not run yet with the state folder ${stateDir}.`,
      'Start it with "rowdesk start".',
    );
  }
  const report = await readWholeStatus(stateDir, {
    now: systemClock.now(),
    offset: intlOffset(),
    mailbox: support.address,
  });
  if (options.json) printJson(report);
  else for (const line of statusText(report)) printLine(line);
}
