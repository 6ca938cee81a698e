/** The mailbox: whether it can be read, and whether the server says who a mail is really from. */
import { type Finding, ok, problem, warning } from './finding';

export type ServerFailure = 'silent' | 'unreachable' | 'encryption' | 'refused-login';

export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly onThisMachine: boolean;
  /** Any certificate is accepted. */
  readonly allowSelfSigned: boolean;
}

export type ImapFacts =
  | { readonly kind: 'failed'; readonly failure: ServerFailure; readonly reason: string }
  | { readonly kind: 'no-folder'; readonly folders: readonly string[] }
  | {
      readonly kind: 'open';
      readonly encrypted: boolean;
      readonly capabilities: ReadonlySet<string>;
      /** The folder of sent mails that the server names (RFC 6154). */
      readonly sentFolder: string | null;
      readonly newest: NewestMail | null;
    };

export interface NewestMail {
  /** Who signs the topmost Authentication-Results; null: there is none. */
  readonly authservId: string | null;
}

export interface ImapSettings {
  readonly server: ServerAddress;
  readonly folder: string;
  /** We file the copies of sent mails; otherwise the provider does. */
  readonly filesCopies: boolean;
  /** Answers that people send from the mailbox itself are looked for. */
  readonly watchesSent: boolean;
  readonly authservId: string | undefined;
}

export function checkImap(facts: ImapFacts, settings: ImapSettings): Finding[] {
  const { server, folder } = settings;
  const at = `${server.host}:${server.port}`;
  if (facts.kind === 'failed') return failed('imap', 'IMAP', facts, server);
  const login = [
    ok('imap', `The IMAP server ${at} answers.`),
    ok('imap.login', `It takes ${server.user || 'us without a login'}.`),
  ];
  if (facts.kind === 'no-folder') {
    return [
      ...login,
      problem(
        'imap.folder',
        `The mailbox has no folder "${folder}".`,
        `Write one of these as "imap.folder": ${facts.folders.slice(0, 12).join(', ')}.`,
      ),
    ];
  }
  return [
    ...login,
    encryption('imap', facts.encrypted, server),
    ok('imap.folder', `The folder "${folder}" is there.`),
    checkSent(facts.sentFolder, settings),
    facts.capabilities.has('IDLE')
      ? ok('imap.idle', 'The server tells of new mail at once (IDLE).')
      : warning(
          'imap.idle',
          'The server does not tell of new mail (no IDLE): Rowdesk looks every 30 seconds.',
          'Nothing needs to be done; mails come in half a minute later.',
        ),
    facts.capabilities.has('UIDPLUS')
      ? ok('imap.uidplus', 'The server says where it files a copy (UIDPLUS).')
      : warning(
          'imap.uidplus',
          'The server does not say where it files a copy (no UIDPLUS).',
          'Nothing needs to be done: copies of sent mails are found by their Message-ID.',
        ),
    checkAuthserv(facts.newest, settings.authservId),
  ];
}

function checkSent(sentFolder: string | null, { filesCopies, watchesSent }: ImapSettings): Finding {
  const check = 'imap.sent';
  if (sentFolder !== null) return ok(check, `Sent mails are in "${sentFolder}".`);
  const losses = [
    ...(filesCopies ? ['no copies of answers are kept'] : []),
    ...(watchesSent ? ['answers that people send from the mailbox itself are not seen'] : []),
  ];
  const loss = losses.length === 0 ? '' : `${losses.join(', ')}, and `;
  return warning(
    check,
    `The server names no folder for sent mails (special-use \\Sent): ${loss}a mail that was cut off while it was sent cannot be looked for.`,
    'Ask the provider to turn on special-use folders (RFC 6154).',
  );
}

/** The name comes out of a mail: it is shown, and a person decides. */
function checkAuthserv(newest: NewestMail | null, configured: string | undefined): Finding {
  const check = 'imap.authserv';
  const found = newest?.authservId ?? null;
  if (configured === undefined || configured === '') {
    const hint =
      found === null
        ? 'Find the name in the topmost Authentication-Results of a mail in this mailbox, and write it as "authservId".'
        : `The newest mail names ${found}: if that is your provider's server, write it as "authservId".`;
    return warning(
      check,
      '"authservId" is not set, so nobody vouches for a sender: no mail counts as that of a colleague or trainer.',
      hint,
    );
  }
  if (newest === null)
    return ok(check, `"authservId" is ${configured}; there is no mail yet to compare it with.`);
  if (found === null) {
    return warning(
      check,
      `"authservId" is ${configured}, but the newest mail carries no Authentication-Results.`,
      'Send the mailbox a mail from outside and look again. If there is none then either, the server checks no senders: ask the provider.',
    );
  }
  if (found.toLowerCase() !== configured.toLowerCase()) {
    return warning(
      check,
      `"authservId" is ${configured}, but the newest mail's topmost Authentication-Results is from ${found}.`,
      `If ${found} is your provider's server, correct "authservId"; until then nobody vouches for a sender.`,
    );
  }
  return ok(check, `The newest mail was checked by ${configured}, as "authservId" says.`);
}

export function encryption(
  name: 'imap' | 'smtp',
  encrypted: boolean,
  { onThisMachine, allowSelfSigned }: ServerAddress,
): Finding {
  const check = `${name}.encryption`;
  if (!encrypted) {
    return onThisMachine
      ? ok(check, 'The connection is not encrypted, and does not leave this machine.')
      : problem(
          check,
          'The connection is not encrypted: anybody on the way may read the password.',
          `Set "${name}.secure" to true and "${name}.port" to ${name === 'imap' ? 993 : 465}.`,
        );
  }
  if (allowSelfSigned && !onThisMachine) {
    return warning(
      check,
      'The connection is encrypted, but any certificate is accepted: somebody on the way may pose as the server.',
      `Take "${name}.allowSelfSigned" out of the configuration.`,
    );
  }
  return ok(check, 'The connection is encrypted.');
}

/** A server that could not be used: as far as one came, and what stopped there. */
export function failed(
  name: 'imap' | 'smtp',
  protocol: string,
  { failure, reason }: { readonly failure: ServerFailure; readonly reason: string },
  { host, port, user }: ServerAddress,
): Finding[] {
  const at = `${protocol} server ${host}:${port}`;
  switch (failure) {
    case 'silent':
      return [
        problem(
          name,
          `The ${at} does not answer: ${reason}.`,
          `Check "${name}.port" and "${name}.secure": a server for TLS waits in silence when it is spoken to without, and the other way round.`,
        ),
      ];
    case 'unreachable':
      return [
        problem(
          name,
          `The ${at} cannot be reached: ${reason}.`,
          `Check "${name}.host" and "${name}.port", and that the network is up.`,
        ),
      ];
    case 'encryption':
      return [
        problem(
          `${name}.encryption`,
          `No encrypted connection to the ${at} could be made: ${reason}.`,
          `Check "${name}.host", "${name}.port" and "${name}.secure"; the name must be the one in the server's certificate.`,
        ),
      ];
    case 'refused-login':
      return [
        ok(name, `The ${at} answers.`),
        problem(
          `${name}.login`,
          `It refuses the user ${user} or the password: ${reason}.`,
          `Check "${name}.user" and the password. Gmail needs an app password: the one of the account is not taken.`,
        ),
      ];
  }
}
