import { SMTPServer } from 'smtp-server';
import type { Submission } from './authentication-results';
import { listenOnLoopback } from './loopback';
import type { PostOffice } from './post-office';

const largestMail = 100 * 1024 * 1024;

/** A mail program's server that hands mail on, and has looked who wrote it. */
export interface Provider {
  readonly login: string;
  readonly password: string;
}

export interface SmtpOptions {
  readonly port: number;
  readonly providers: readonly Provider[];
  onTaken(address: string, submission: Submission): void;
}

/**
 * The way out of the demo, which leads nowhere: every mail taken here is put into a mailbox of the post office,
 * whatever domain it is addressed to.
 */
export async function startSmtpServer(
  office: PostOffice,
  options: SmtpOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    name: 'mail.demo.test',
    banner: 'nothing leaves this machine',
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authOptional: true,
    // The demo makes no name look-ups.
    disableReverseLookup: true,
    size: largestMail,
    onAuth(auth, _session, callback) {
      const isTheirs = ({ login, password }: Provider) =>
        login === auth.username && password === auth.password;
      const provider = options.providers.find(isTheirs);
      if (provider) {
        callback(null, { user: provider.login });
        return;
      }
      const account = office.logIn(auth.username ?? '', auth.password ?? '');
      if (account === null) callback(new Error('Wrong name or password'));
      else callback(null, { user: account.address });
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          callback(Object.assign(new Error('The mail is larger than 100 MB'), { responseCode: 552 }));
          return;
        }
        const raw = Buffer.concat(pieces);
        const isVouchedFor = options.providers.some(({ login }) => login === session.user);
        for (const { address } of session.envelope.rcptTo) options.onTaken(address, { raw, isVouchedFor });
        callback();
      });
    },
  });
  // A client that goes away in mid-sentence is no reason to stop the demo.
  server.on('error', () => undefined);
  return {
    port: await listenOnLoopback(server.server, options.port),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
