/** `rowdesk quarantine`: mails that wait for a person. The bridge may be running. */
import { existsSync } from 'node:fs';
import { cleanLine } from '../../../core/mail/clean-text';
import type { Mailbox } from '../../../core/mail/mail';
import { loadConfig } from '../../config/config';
import { readMail } from '../../mime/read-mail';
import { type Asked, ask } from '../../quarantine/ask';
import { findQuarantined, nameOf, type QuarantinedMail, quarantineOf } from '../../quarantine/quarantine';
import { stateFiles } from '../../state/directories';
import { withJournalCopies } from '../../state/journal-copies';
import { openSpool } from '../../state/spool';
import { UserError } from '../../user-error';
import { type CommonOptions, printJson, printLine } from '../output';
import { show } from './show';

interface QuarantineOptions extends CommonOptions {
  readonly config: string;
}

interface Listed {
  readonly name: string;
  /** Its name in the spool; null: nothing of it was ever read. */
  readonly original: string | null;
  readonly epoch: string;
  readonly uid: number;
  /** RFC 3339. */
  readonly since: string;
  readonly from: Mailbox | null;
  readonly subject: string | null;
  readonly why: string;
}

export async function listQuarantine(options: QuarantineOptions): Promise<void> {
  const { stateDir } = loadConfig(options.config, process.env);
  const mails = await quarantined(stateDir);
  const listed = await Promise.all(mails.map((mail) => described(mail, stateDir)));
  if (options.json) for (const mail of listed) printJson(mail);
  else if (listed.length === 0) printLine('No mail is in quarantine.');
  else for (const line of listed.flatMap(asText)) printLine(line);
}

export async function showQuarantined(wanted: string, options: QuarantineOptions): Promise<void> {
  const { stateDir } = loadConfig(options.config, process.env);
  const mail = findQuarantined(await quarantined(stateDir), wanted);
  if (mail.original !== null) return show(mail.original, options);
  // Of the mail itself nobody has read anything.
  const listed = await described(mail, stateDir);
  if (options.json) printJson(listed);
  else for (const line of asText(listed)) printLine(line);
}

export function retryQuarantined(wanted: string | null, options: QuarantineOptions): Promise<void> {
  return settle('retry', wanted, options);
}

export function dropQuarantined(wanted: string, options: QuarantineOptions): Promise<void> {
  return settle('drop', wanted, options);
}

/** @param wanted null: all of them */
async function settle(
  what: 'retry' | 'drop',
  wanted: string | null,
  options: QuarantineOptions,
): Promise<void> {
  const { stateDir } = loadConfig(options.config, process.env);
  const all = await quarantined(stateDir);
  const mails = wanted === null ? all : [findQuarantined(all, wanted)];
  const positions = mails.map(({ epoch, uid }) => ({ epoch, uid }));
  const asked: Asked =
    mails.length === 0
      ? { by: 'command', mails: 0 }
      : ask(stateDir, { do: what, mails: positions }, new Date());
  if (options.json) printJson({ do: what, by: asked.by, mails: mails.map(nameOf) });
  else printLine(mails.length === 0 ? 'No mail is in quarantine.' : SAID[what][asked.by](mails.length));
}

const mailsOf = (count: number) => (count === 1 ? '1 mail' : `${count} mails`);

const SAID: Readonly<Record<'retry' | 'drop', Record<Asked['by'], (count: number) => string>>> = {
  retry: {
    command: (count) => `${mailsOf(count)} will be tried again when the bridge next runs ("rowdesk start").`,
    bridge: (count) => `The running bridge tries ${mailsOf(count)} again in its next round.`,
  },
  drop: {
    command: (count) => `${mailsOf(count)} will not be listed any more. The original is kept as any other.`,
    bridge: (count) => `The running bridge takes ${mailsOf(count)} off the list in its next round.`,
  },
};

async function quarantined(stateDir: string): Promise<readonly QuarantinedMail[]> {
  if (!existsSync(stateFiles(stateDir).ledger)) {
    throw new UserError(
      `The bridge has not run yet with the state folder ${stateDir}.`,
      'Check "stateDir" in the configuration, or start it with "rowdesk start".',
    );
  }
  return withJournalCopies(stateDir, quarantineOf);
}

async function described(mail: QuarantinedMail, stateDir: string): Promise<Listed> {
  const { original, epoch, uid, since, why } = mail;
  const { from, subject } = await readAsFarAsPossible(mail, stateDir);
  const at = new Date(since).toISOString();
  return { name: nameOf(mail), original, epoch, uid, since: at, from, subject, why: cleanLine(why) };
}

/** What is in quarantine may be what cannot be read, or its file may be gone. */
async function readAsFarAsPossible(
  { original }: QuarantinedMail,
  stateDir: string,
): Promise<Pick<Listed, 'from' | 'subject'>> {
  if (original === null) return { from: null, subject: null };
  try {
    const { from, subject } = await readMail(openSpool(stateFiles(stateDir).spool).read(original));
    return { from, subject };
  } catch {
    return { from: null, subject: null };
  }
}

function asText({ name, original, uid, since, from, subject, why }: Listed): string[] {
  return [
    `${name}  since ${since.slice(0, 16).replace('T', ' ')} UTC`,
    ...(from === null
      ? []
      : [`    From:    ${from.name === '' ? from.address : `${from.name} <${from.address}>`}`]),
    ...(subject === null ? [] : [`    Subject: ${subject}`]),
    `    Why:     ${why === '' ? 'the line of the Problems tab says it' : why}`,
    ...(original === null
      ? [`    Where:   only in the mailbox, as number ${uid}; the server does not give it out`]
      : []),
  ];
}
