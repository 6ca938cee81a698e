/** `rowdesk show`: a mail as it came, from the spool. Reads the disk only; the bridge may be running. */
import { cleanLine } from '../../../core/mail/clean-text';
import type { Mail, Mailbox } from '../../../core/mail/mail';
import { isAnswer } from '../../../core/mail/own-words';
import { type Config, loadConfig, ownAddresses } from '../../config/config';
import { type FileBytes, readFiles } from '../../mime/attachment-bytes';
import { decodeWords } from '../../mime/encoded-words';
import { type Explanation, explain } from '../../mime/explain';
import { type Blocked, htmlPage, toldBlocked } from '../../mime/html-page';
import { readMail } from '../../mime/read-mail';
import { stateFiles } from '../../state/directories';
import { findOriginal, isAbsent, nameWanted } from '../../state/find-original';
import { withJournalCopies } from '../../state/journal-copies';
import { UserError } from '../../user-error';
import { saveFiles, writeNewFile } from '../new-file';
import { type CommonOptions, printJson, printLine } from '../output';

interface ShowOptions extends CommonOptions {
  readonly config: string;
  readonly html?: string;
  readonly save?: string;
}

interface Shown {
  readonly original: string;
  readonly replyTo: readonly Mailbox[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly html: { readonly file: string; readonly blocked: Blocked } | null;
  readonly saved: readonly string[];
  readonly unsaved: readonly string[];
}

export async function show(wanted: string, options: ShowOptions): Promise<void> {
  const config = loadConfig(options.config, process.env);
  const { spool } = stateFiles(config.stateDir);
  if (isAbsent(spool, wanted)) await explainRemoved(wanted, config);
  const { name, raw } = findOriginal(spool, wanted);
  const mail = await readMail(raw);
  // As intake read it: nothing of a first mail is a quote.
  const { file: _file, ...reading } = await explain(
    raw,
    name,
    { ownAddresses: ownAddresses(config), ownMessageId: () => false },
    { firstMessage: !isAnswer(mail) },
  );
  const shown: Shown = {
    original: name,
    ...about(mail),
    ...(await written(mail, reading.text, raw, options)),
  };
  if (options.json) printJson({ ...shown, ...reading });
  else for (const line of asText(shown, reading)) printLine(line);
}

/** @throws UserError when the mail was taken in and its original has been kept for as long as the configuration says */
async function explainRemoved(wanted: string, { stateDir, keepOriginalsDays }: Config): Promise<void> {
  const name = nameWanted(wanted);
  const taken = await withJournalCopies(stateDir, (ledger) =>
    ledger.history().find(({ spooled }) => spooled.name.startsWith(name)),
  );
  if (taken === undefined) return;
  const days = keepOriginalsDays === 0 ? '' : ` after ${keepOriginalsDays} days ("keepOriginalsDays")`;
  throw new UserError(
    `The original of the mail ${taken.spooled.name} was taken in on ${taken.spooled.day} and is no longer kept.`,
    `Originals are removed${days}; look for the mail in the mailbox, or in a backup of the state folder.`,
  );
}

function about(mail: Mail): Pick<Shown, 'replyTo' | 'headers'> {
  return {
    replyTo: mail.replyTo,
    headers: mail.headers.map((field) => ({
      name: cleanLine(field.name),
      value: cleanLine(decodeWords(field.value), 2_000),
    })),
  };
}

async function written(
  mail: Mail,
  text: string,
  raw: Buffer,
  { html, save }: ShowOptions,
): Promise<Pick<Shown, 'html' | 'saved' | 'unsaved'>> {
  if (html === undefined && save === undefined) return { html: null, saved: [], unsaved: [] };
  const files = await readFiles(raw);
  return {
    html: html === undefined ? null : writePage(mail, text, files, html),
    ...(save === undefined ? { saved: [], unsaved: [] } : saveAttachments(mail, files, save)),
  };
}

function writePage(mail: Mail, text: string, files: FileBytes, file: string): Shown['html'] {
  const { page, blocked } = htmlPage(mail, text, files);
  writeNewFile(file, page);
  return { file, blocked };
}

function saveAttachments(mail: Mail, files: FileBytes, folder: string): Pick<Shown, 'saved' | 'unsaved'> {
  const unsaved: string[] = [];
  const named = mail.attachments.flatMap(({ filename, sha256 }) => {
    const bytes = files.byDigest.get(sha256);
    if (bytes !== undefined) return [{ filename, bytes }];
    unsaved.push(filename);
    return [];
  });
  return { saved: saveFiles(folder, named), unsaved };
}

type Reading = Omit<Explanation, 'file'>;

function asText(shown: Shown, reading: Reading): string[] {
  const { attachments, reply, text, warnings } = reading;
  return [
    `Original: ${shown.original}`,
    `From:     ${reading.from === null ? '' : address(reading.from)}`,
    `To:       ${reading.to.map(address).join(', ')}`,
    ...(reading.cc.length > 0 ? [`Cc:       ${reading.cc.map(address).join(', ')}`] : []),
    ...(shown.replyTo.length > 0 ? [`Reply-To: ${shown.replyTo.map(address).join(', ')}`] : []),
    `Date:     ${reading.date ?? ''}`,
    `Subject:  ${reading.subject}`,
    `Kind:     ${reading.class}`,
    ...section('Own words', reply === '' ? ['(none)'] : reply.split('\n')),
    ...(text === reply ? [] : section('Whole text', text.split('\n'))),
    ...(attachments.length === 0
      ? []
      : section(
          'Attachments',
          attachments.map(({ filename, type, size }) => `${filename} (${type}, ${size} bytes)`),
        )),
    ...(warnings.length === 0 ? [] : section('Warnings', warnings)),
    ...section(
      'Header',
      shown.headers.map(({ name, value }) => `${name}: ${value}`),
    ),
    ...outcome(shown),
  ];
}

function outcome({ html, saved, unsaved }: Shown): string[] {
  return [
    ...(html === null ? [] : ['', `Wrote the page ${html.file}. ${toldBlocked(html.blocked)}`]),
    ...(saved.length === 0 ? [] : ['', ...saved.map((path) => `Saved ${path}`)]),
    ...unsaved.map((name) => `Could not save ${name}: its bytes could not be read from the mail.`),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', `${title}:`, ...lines.map((line) => (line === '' ? '' : `    ${line}`))];
}

function address({ name, address: where }: Mailbox): string {
  return name === '' ? where : `${name} <${where}>`;
}
