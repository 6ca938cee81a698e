/** `rowdesk setup`: makes what the workbook lacks. */
import { isLanguage } from '../../../core/language';
import { zone } from '../../../core/time/instant';
import { intlOffset } from '../../clock/intl-offset';
import { systemClock } from '../../clock/system-clock';
import { loadConfig } from '../../config/config';
import { setUpWorkbook } from '../../sheets/set-up-workbook';
import { openSheets } from '../../sheets/sheets-client';
import { UserError } from '../../user-error';
import { type CommonOptions, printJson, printLine } from '../output';

interface SetupOptions extends CommonOptions {
  readonly config: string;
  readonly language: string;
  readonly zone: string;
}

export async function setup(options: SetupOptions): Promise<void> {
  const { language } = options;
  if (!isLanguage(language)) {
    throw new UserError(`"${language}" is no language that Rowdesk speaks.`, 'Give --language en, pl or uk.');
  }
  const timeZone = zone(options.zone);
  try {
    intlOffset()(systemClock.now(), timeZone);
  } catch (error) {
    throw new UserError(
      `"${options.zone}" is no time zone.`,
      'Give --zone with a name such as Europe/Warsaw or Europe/Kyiv.',
      { cause: error },
    );
  }
  const config = loadConfig(options.config, process.env);
  const client = openSheets(config.google, config.spreadsheetId, new AbortController().signal);
  const changes = await setUpWorkbook(client, {
    language,
    zone: timeZone,
    now: systemClock.now(),
    settings: { support_address: config.support.address },
  });
  if (options.json) printJson({ changes });
  else if (changes === 0) printLine('The workbook has everything; nothing was changed.');
  else printLine(`The workbook is ready (${changes} steps). Now open it and fill in the Settings tab.`);
}
