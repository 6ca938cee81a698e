/** The configuration file: where the mailbox, the mail server and the spreadsheet are. Checked at the edge. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { keepSecret } from '../log/secrets';
import { UserError } from '../user-error';

const server = {
  host: v.pipe(v.string(), v.minLength(1)),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  /** TLS from the first byte (993, 465). Otherwise STARTTLS is used where the server offers it. */
  secure: v.optional(v.boolean(), true),
  user: v.optional(v.string(), ''),
  /** A file that holds the password alone; or set the environment variable named in the error. */
  passwordFile: v.optional(v.string()),
  /** Accept a certificate that nobody vouches for: only for servers on this machine. */
  allowSelfSigned: v.optional(v.boolean(), false),
};

const CONFIG = v.strictObject({
  spreadsheetId: v.pipe(v.string(), v.minLength(1)),
  google: v.variant('kind', [
    v.strictObject({ kind: v.literal('service-account'), keyFile: v.string() }),
    /** local-sheet, or anything else that speaks the Sheets API. */
    v.strictObject({ kind: v.literal('local'), url: v.pipe(v.string(), v.url()), token: v.string() }),
  ]),
  support: v.strictObject({
    address: v.pipe(v.string(), v.email()),
    /** Other addresses of this mailbox: mail from them is our own. */
    aliases: v.optional(v.array(v.pipe(v.string(), v.email())), []),
    /** The mailbox takes mail for name+anything@domain (Gmail and Microsoft 365 do). */
    plusAddressing: v.optional(v.boolean(), false),
  }),
  imap: v.strictObject({
    ...server,
    folder: v.optional(v.string(), 'INBOX'),
    /** Whether answers that people send from the mailbox itself, past Rowdesk, are found among the sent mails. */
    sent: v.optional(v.picklist(['watch', 'ignore']), 'watch'),
  }),
  smtp: v.strictObject({
    ...server,
    /** Who files the copy of a sent mail: the provider (Gmail, Microsoft 365), or we by IMAP APPEND. */
    sentCopies: v.optional(v.picklist(['provider', 'append']), 'append'),
  }),
  /** Which mails of a mailbox that the bridge has never seen become tickets. */
  startFrom: v.optional(v.picklist(['now', 'all']), 'now'),
  stateDir: v.optional(v.string(), '.rowdesk'),
  /** Seconds between two looks into the Outbox tab. Google allows 60 reads a minute. */
  pollSeconds: v.optional(v.pipe(v.number(), v.minValue(2), v.maxValue(3600)), 20),
  /** How long the raw bytes of a finished mail are kept, in days from when it was taken in; 0: for ever. */
  keepOriginalsDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500)), 730),
  /** The mailbox's own server as it names itself in Authentication-Results, such as mx.google.com. */
  authservId: v.optional(v.string()),
});

export type Config = v.InferOutput<typeof CONFIG> & {
  readonly imapPassword: string;
  readonly smtpPassword: string;
};

/** All under which the mailbox gets mail; mail from any of them is our own. */
export function ownAddresses({ support }: Pick<Config, 'support'>): readonly string[] {
  return [support.address, ...support.aliases];
}

const PASSWORD_VARIABLES = { imap: 'ROWDESK_IMAP_PASSWORD', smtp: 'ROWDESK_SMTP_PASSWORD' } as const;

/**
 * @param environment where passwords may come from (process.env)
 * @throws UserError with the field and what to write there
 */
export function loadConfig(file: string, environment: Readonly<Record<string, string | undefined>>): Config {
  return parseConfig(readJson(file), file, environment);
}

/** @param file names the configuration in errors, and is what its relative paths start from */
export function parseConfig(
  value: unknown,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const parsed = v.safeParse(CONFIG, value);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const field = v.getDotPath(issue) ?? 'the whole file';
    throw new UserError(
      `In ${file}, "${field}" is missing or wrong: ${issue.message.replace(/^Invalid \w+: /, '')}.`,
      `Correct "${field}" and start again; the README lists every setting.`,
    );
  }
  const config = parsed.output;
  const folder = dirname(resolve(file));
  const password = (name: 'imap' | 'smtp') => {
    const { user, passwordFile } = config[name];
    const read = readPassword(name, user, passwordFile, folder, environment);
    keepSecret(read, user);
    return read;
  };
  if (config.google.kind === 'local') keepSecret(config.google.token);
  return {
    ...config,
    stateDir: resolve(folder, config.stateDir),
    google:
      config.google.kind === 'service-account'
        ? { ...config.google, keyFile: resolve(folder, config.google.keyFile) }
        : config.google,
    imapPassword: password('imap'),
    smtpPassword: password('smtp'),
  };
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(
      `There is no configuration at ${file}.`,
      'Write one (the README shows it), or name another with --config FILE.',
      { cause: error },
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(
      `${file} is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`,
      'Correct it and start again.',
      { cause: error },
    );
  }
}

function readPassword(
  name: 'imap' | 'smtp',
  user: string,
  passwordFile: string | undefined,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const variable = PASSWORD_VARIABLES[name];
  if (passwordFile === undefined) {
    const given = environment[variable];
    if (given !== undefined && given !== '') return given;
    if (user === '') return '';
    throw new UserError(
      `No password is given for ${user} on the ${name.toUpperCase()} server.`,
      `Set ${variable}, or put it into a file of its own and name that as "${name}.passwordFile".`,
    );
  }
  const path = resolve(folder, passwordFile);
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      throw new UserError(
        `The password file ${path} can be read by other users of this machine.`,
        `Run: chmod 600 ${path}`,
      );
    }
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`The password file ${path} cannot be read.`, `Check "${name}.passwordFile".`, {
      cause: error,
    });
  }
}
