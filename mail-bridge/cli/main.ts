/**
 * `rowdesk`, the command line. Commands are loaded when they are called, so that --help answers at once.
 *
 * Exit code: 0 done, 1 failed, 2 wrong use.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { withoutSecrets } from '../log/secrets';
import { isUserError, reasonOf, UserError } from '../user-error';

declare const ROWDESK_VERSION: string;

const FAILED = 1;
const WRONG_USE = 2;

const program = new Command('rowdesk')
  .description('A help desk for small training firms, in a Google Sheet and a mailbox.')
  .version(ROWDESK_VERSION)
  .showHelpAfterError('(rowdesk --help lists the commands)')
  .exitOverride();

const configOption = ['-c, --config <file>', 'the configuration file', 'rowdesk.config.json'] as const;
const jsonOption = ['--json', 'print JSON, one object a line'] as const;
const verboseOption = ['--verbose', 'tell every step, and stack traces of faults'] as const;

program
  .command('demo')
  .description(
    'everything on this machine with no account: sheet, mailbox, bridge, tracker and a page to play with',
  )
  .option('--once', 'run through and end with a summary')
  .option(
    '--mail <dir>',
    'feed the mails of a folder (.eml .box .msg .txt .raw, with its subfolders) through intake',
  )
  .option('--state <dir>', 'keep the demo’s workbook and mailbox there, to go on with next time')
  .option('--port <number>', 'port of the page', '0')
  .option('--no-open', 'do not try to open the page in a browser')
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (options: object) => {
    // The demo brings servers that production never loads; it comes with a checkout, beside this file.
    const file = join(__dirname, 'demo.cjs');
    if (!existsSync(file)) {
      throw new UserError(
        'The demo is not beside this file.',
        'It comes with the source: clone it and run "npm start".',
      );
    }
    const { demo } = require(file) as { demo(options: object): Promise<void> };
    await demo(options);
  });

program
  .command('setup')
  .description(
    'make or complete the workbook: tabs, columns, choices, starter texts; nothing of yours is changed',
  )
  .option(...configOption)
  .option('--language <code>', 'language of the workbook: en, pl or uk', 'en')
  .option('--zone <name>', 'time zone of a new workbook', 'Europe/Warsaw')
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (options) => (await import('./commands/setup')).setup(options));

program
  .command('doctor')
  .description(
    'check configuration, servers, Sheet and script, and say what to do; sends and changes nothing',
  )
  .option(...configOption)
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (options) => {
    const code = await (await import('./commands/doctor')).doctor(options);
    // A server that was given up on may hold a connection for minutes.
    process.stdout.write('', () => process.exit(code));
  });

program
  .command('start')
  .description(
    'run the bridge: mails become rows, answers and reminders go out, colleagues answer their tickets by mail',
  )
  .option(...configOption)
  .option('--once', 'do what is to be done now and stop')
  .option(
    '--dry-run',
    'list what would be sent to whom and when, and why not to others; write and send nothing',
  )
  .option('--days <number>', 'how far a dry run looks ahead', wholeDays, 7)
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (options) => (await import('./commands/start')).start(options));

program
  .command('explain')
  .description('show how Rowdesk reads mails; needs no configuration')
  .argument('<file...>', 'mails as files')
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (files, options) => (await import('./commands/explain')).explainFiles(files, options));

program
  .command('show')
  .description('show a mail as it came, from the spool: its header, texts and attachments')
  .argument('<original>', 'its name from the column Original of the Messages tab, or the beginning of that')
  .option(...configOption)
  .option('--html <file>', 'write it as a page that is safe to open: no scripts, nothing fetched')
  .option('--save <dir>', 'save its attachments there; no file is written over')
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (original, options) => (await import('./commands/show')).show(original, options));

program
  .command('status')
  .description('what is wrong, last contacts, intake by day, mails that wait, failed or are in doubt')
  .option(...configOption)
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (options) => (await import('./commands/status')).status(options));

program
  .command('import')
  .description('bring rows of a CSV or Excel file into the Sheet, after a look at what that would do')
  .addArgument(
    new Argument('<what>', 'what the rows are').choices(['sessions', 'participants', 'activity'] as const),
  )
  .argument('<file>', 'CSV, TSV or .xlsx; - reads standard input')
  .option(...configOption)
  .option('--session <id>', 'the session of rows that name none')
  .option('--sheet <name>', 'sheet of an Excel workbook; otherwise the first that holds anything')
  .option(
    '--map <column=field>',
    'what a column means, where it is not recognised; can be repeated; "Column=" leaves it out',
    (mapping: string, before: readonly string[]) => [...before, mapping],
    [],
  )
  .addOption(
    new Option('--dates <order>', 'whether 05/06 names the day or the month first').choices([
      'day-first',
      'month-first',
    ]),
  )
  .option('--replace', 'let the file’s values replace filled cells; otherwise only empty ones are filled')
  .option('--dry-run', 'show what would be imported; write nothing')
  .option('--yes', 'write without asking')
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (what, file, options) => (await import('./commands/import')).importFile(what, file, options));

const quarantine = program
  .command('quarantine')
  .description('mails that could not be taken in: see them, try them again, or take them off the list');

quarantine
  .command('list')
  .description('all of them: since when, from whom, about what, and why')
  .option(...configOption)
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (options) => (await import('./commands/quarantine')).listQuarantine(options));

quarantine
  .command('show')
  .description('one of them as it came, like "rowdesk show"')
  .argument('<name>', 'its name from the list or the Problems tab, or the beginning of that')
  .option(...configOption)
  .option('--html <file>', 'write it as a page that is safe to open: no scripts, nothing fetched')
  .option('--save <dir>', 'save its attachments there; no file is written over')
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (name, options) => (await import('./commands/quarantine')).showQuarantined(name, options));

quarantine
  .command('retry')
  .description('take in again: after an update that can read it, or when the Sheet is in order')
  .argument('[name]', 'its name from the list or the Problems tab, or the beginning of that')
  .option('--all', 'all of them')
  .option(...configOption)
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (name: string | undefined, options, command: Command) => {
    if ((name === undefined) === (options.all !== true)) {
      command.error('error: name one mail of the quarantine, or give --all');
    }
    await (await import('./commands/quarantine')).retryQuarantined(name ?? null, options);
  });

quarantine
  .command('drop')
  .description('list it no more: somebody has looked at it. It stays counted, and its original is kept')
  .argument('<name>', 'its name from the list or the Problems tab, or the beginning of that')
  .option(...configOption)
  .option(...jsonOption)
  .option(...verboseOption)
  .action(async (name, options) => (await import('./commands/quarantine')).dropQuarantined(name, options));

program.parseAsync().catch((error: unknown) => {
  process.exitCode = report(error);
});

function wholeDays(written: string): number {
  const days = Number(written);
  if (!/^\d{1,3}$/.test(written) || days < 1 || days > 365) {
    throw new InvalidArgumentError('Give a number of days from 1 to 365.');
  }
  return days;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) {
    // commander has printed its message; --help and --version arrive here too.
    return error.exitCode === 0 ? 0 : WRONG_USE;
  }
  const verbose = process.argv.includes('--verbose');
  if (isUserError(error)) {
    process.stderr.write(`${error.what}\n${error.todo}\n`);
  } else {
    process.stderr.write(`Something went wrong that Rowdesk did not expect: ${reasonOf(error)}\n`);
    if (!verbose) process.stderr.write('Run it again with --verbose and send us what it prints.\n');
  }
  if (verbose && error instanceof Error) process.stderr.write(`${withoutSecrets(error.stack ?? '')}\n`);
  return FAILED;
}
