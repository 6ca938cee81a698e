/** `rowdesk import`: rows of a file into the Sheet, after a look at what that would do. */
import { createInterface } from 'node:readline/promises';
import type { DayOrderOfFile } from '../../../core/import/day-order';
import { FIELDS, type ImportKind } from '../../../core/import/fields';
import { sessionKey } from '../../../core/import/find-session';
import {
  fileDayOrder,
  type ImportPlan,
  lostColumns,
  planImport,
  problemsOf,
} from '../../../core/import/plan-import';
import { countsOf, lackingFields, remarksOn } from '../../../core/import/preview';
import { type ImportColumn, recogniseTable } from '../../../core/import/recognise';
import type { Language } from '../../../core/language';
import { importLabels } from '../../../sheet-templates/import-labels';
import { readSettings } from '../../../sheet-templates/settings';
import { importWords } from '../../../sheet-templates/words/import';
import { fieldLabel, problemText } from '../../../sheet-templates/words/import-sentences';
import { intlOffset } from '../../clock/intl-offset';
import { loadConfig } from '../../config/config';
import { givenColumns } from '../../import/given-columns';
import { previewLines } from '../../import/preview-text';
import { readSource, type Source } from '../../import/read-source';
import { type ImportWork, pendingOf, readImportSheet, writeImport } from '../../import/write-import';
import { type Desk, openDesk } from '../../sheets/desk';
import { openSheets } from '../../sheets/sheets-client';
import { UserError } from '../../user-error';
import { type CommonOptions, printJson, printLine } from '../output';

export interface ImportCommandOptions extends CommonOptions {
  readonly config: string;
  readonly session?: string;
  readonly sheet?: string;
  readonly map?: readonly string[];
  readonly dates?: DayOrderOfFile;
  readonly replace?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

export async function importFile<K extends ImportKind>(
  kind: K,
  path: string,
  options: ImportCommandOptions,
): Promise<void> {
  const config = loadConfig(options.config, process.env);
  const given = givenColumns(kind, options.map ?? []);
  const source = await readSource(path, options.sheet ?? null);
  const { columns, headerRow, rows } = recogniseTable(kind, source.rows, importLabels(kind), given);
  refuseUnreadable(kind, source, columns, rows.length, given.keys());

  const client = openSheets(config.google, config.spreadsheetId, new AbortController().signal);
  const desk = await openDesk(client, intlOffset(), 'en');
  const { settings } = readSettings((await desk.read(['settings'])).settings.rows.map(({ row }) => row));
  desk.speak(settings.language);
  const sheet = await readImportSheet(desk, kind);
  const lost = lostColumns(sheet.target);
  if (lost.length > 0) {
    throw new UserError(
      `The tab of ${kind} has lost its columns ${lost.join(', ')}.`,
      'Run "rowdesk setup": it makes what is missing and keeps everything else.',
    );
  }
  const dates = options.dates ?? fileDayOrder(columns, rows);
  const sessionId = knownSession(options.session, sheet.sessions);
  const work: ImportWork<K> = {
    kind,
    columns,
    rows,
    options: { sessionId, replace: options.replace === true, dates },
  };
  const plan = planImport({ ...work, sheet, context: desk.context });
  const remarks = remarksOn(kind, columns, headerRow, dates, plan);
  const report = (written: boolean): void => {
    if (options.json) printJson(asJson(kind, plan, columns, settings.language, written));
  };
  if (!options.json) {
    printLine(importWords(settings.language).line.reading(source.file, rows.length, source.how));
    const lines = previewLines(kind, plan, columns, remarks, desk.context, settings.language);
    for (const line of lines) printLine(line);
  }
  const { line, nothingToDo, done } = importWords(settings.language);
  const say = (text: string): void => {
    if (!options.json) printLine(text);
  };
  if (pendingOf(plan) === 0) {
    say(nothingToDo);
    return report(false);
  }
  if (options.dryRun === true) {
    say(line.notWritten);
    return report(false);
  }
  if (options.yes !== true && !(await agreed(line.ask(pendingOf(plan)), options, path))) {
    say(line.notWritten);
    report(false);
    if (!canAsk(options, path)) throw new UserError(line.notWritten, line.giveYes);
    return;
  }
  await writeWithProgress(desk, work);
  say(done(countsOf(plan)));
  report(true);
}

async function writeWithProgress<K extends ImportKind>(desk: Desk, work: ImportWork<K>): Promise<void> {
  const screen = process.stderr.isTTY ? process.stderr : null;
  await writeImport(desk, work, (done, of) => {
    screen?.write(`\r${String(done).padStart(String(of).length)} / ${of}`);
  });
  screen?.write('\r\u001b[K');
}

const canAsk = ({ json }: ImportCommandOptions, path: string): boolean =>
  json !== true && path !== '-' && process.stdin.isTTY && process.stdout.isTTY;

async function agreed(question: string, options: ImportCommandOptions, path: string): Promise<boolean> {
  if (!canAsk(options, path)) return false;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(?:y|yes|t|tak|т|так)$/i.test((await asking.question(question)).trim());
  } finally {
    asking.close();
  }
}

/** @throws UserError when there is nothing to import, or a column is missing that every row needs */
function refuseUnreadable(
  kind: ImportKind,
  { file, how }: Source,
  columns: readonly ImportColumn[],
  rows: number,
  mapped: Iterable<string>,
): void {
  if (rows === 0) {
    throw new UserError(
      `${file} (${how}) has no rows to import.`,
      'Check that it is the right file or sheet.',
    );
  }
  const titles = columns.map(({ title }) => title);
  for (const title of mapped) {
    if (titles.includes(title)) continue;
    throw new UserError(`${file} has no column "${title}".`, `Its columns are: ${titles.join(', ')}.`);
  }
  const [lacking] = lackingFields(kind, columns);
  if (lacking === undefined) return;
  throw new UserError(
    `No column of ${file} (${how}) was recognised as "${fieldLabel(kind, lacking, 'en')}".`,
    `Name it with --map 'Column=${lacking}'. Its columns are: ${titles.join(', ')}. Fields are: ${FIELDS[kind].join(', ')}.`,
  );
}

function knownSession(
  asked: string | undefined,
  sessions: readonly { readonly id: string }[],
): string | null {
  if (asked === undefined) return null;
  const known = sessions.find(({ id }) => id.trim() !== '' && sessionKey(id) === sessionKey(asked));
  if (known === undefined) {
    throw new UserError(
      `There is no session "${asked}" on the Sessions tab.`,
      'Import the session first, or correct its id.',
    );
  }
  return known.id.trim();
}

function asJson<K extends ImportKind>(
  kind: K,
  plan: ImportPlan<K>,
  columns: readonly ImportColumn[],
  language: Language,
  written: boolean,
): object {
  return {
    kind,
    written,
    ...countsOf(plan),
    columns: columns.map(({ title, field, certainty }) => ({ title, field, certainty })),
    problems: problemsOf(plan).map(({ number, refused, problems }) => ({
      row: number,
      refused,
      reasons: problems.map((problem) => ({
        code: problem.code,
        text: problemText(kind, problem, language),
      })),
    })),
    merged: plan.duplicates.map(({ number, of }) => ({ row: number, into: of })),
    kept: plan.kept.map(({ number, columns: names }) => ({ row: number, columns: names })),
  };
}
