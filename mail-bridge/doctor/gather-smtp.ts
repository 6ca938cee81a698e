/** Says hello to the SMTP server, logs in where that is offered, and leaves: as nodemailer's verify() does. */
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { cleanLine } from '../../core/mail/clean-text';
import { isLoopback } from '../config/loopback';
import type { TransportSettings } from '../outbox/transport';
import { causesOf, isTlsFault, rootReason } from './causes';
import type { ServerFailure } from './check-imap';
import type { SmtpFacts } from './check-smtp';
import { TookTooLong, within } from './time-limit';

export async function gatherSmtp(settings: TransportSettings, patience: number): Promise<SmtpFacts> {
  const { host, port, secure } = settings;
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    // As the sender has it (outbox/transport): a password never crosses a network in clear text.
    requireTLS: !secure && !isLoopback(host),
    tls: settings.allowSelfSigned ? { rejectUnauthorized: false } : {},
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  try {
    return await within(
      patience,
      () => look(connection, settings),
      () => connection.close(),
    );
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error), reason: cleanLine(rootReason(error), 300) };
  }
}

function look(connection: SMTPConnection, { user, password }: TransportSettings): Promise<SmtpFacts> {
  return new Promise((resolve, reject) => {
    // Not once: an error after the first would end the process.
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('the server closed the connection')));
    const done = (): void => {
      resolve({ kind: 'open', encrypted: connection.secure, offersLogin: connection.allowsAuth });
      connection.quit();
    };
    connection.connect((error) => {
      if (error) reject(error);
      else if (user === '' || !connection.allowsAuth) done();
      else connection.login({ user, pass: password }, (refused) => (refused ? reject(refused) : done()));
    });
  });
}

function failureOf(error: unknown): ServerFailure {
  if (error instanceof TookTooLong) return 'silent';
  const code = causesOf(error)[0]?.code;
  if (code === 'EAUTH') return 'refused-login';
  if (isTlsFault(error)) return 'encryption';
  return code === 'ETIMEDOUT' ? 'silent' : 'unreachable';
}
