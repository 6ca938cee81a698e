/** The server that takes our mails. Nothing is sent to find out. */
import { encryption, failed, type ServerAddress, type ServerFailure } from './check-imap';
import { type Finding, ok, problem } from './finding';

export type SmtpFacts =
  | { readonly kind: 'failed'; readonly failure: ServerFailure; readonly reason: string }
  | { readonly kind: 'open'; readonly encrypted: boolean; readonly offersLogin: boolean };

export function checkSmtp(facts: SmtpFacts, server: ServerAddress): Finding[] {
  const at = `${server.host}:${server.port}`;
  if (facts.kind === 'failed') return failed('smtp', 'SMTP', facts, server);
  const reached = ok('smtp', `The SMTP server ${at} answers.`);
  return [reached, encryption('smtp', facts.encrypted, server), checkLogin(facts.offersLogin, server)];
}

function checkLogin(offersLogin: boolean, { user, host, port, onThisMachine }: ServerAddress): Finding {
  const check = 'smtp.login';
  if (user !== '' && offersLogin) return ok(check, `It takes ${user}.`);
  if (user !== '') {
    return problem(
      check,
      `"smtp.user" is ${user}, but the SMTP server ${host}:${port} offers no login.`,
      'Use the port for mail programs (465, or 587 with "secure": false), not the one between servers (25).',
    );
  }
  return offersLogin && !onThisMachine
    ? problem(
        check,
        `The SMTP server ${host}:${port} offers a login, but "smtp.user" is not set: it would refuse our mails.`,
        'Write the user as "smtp.user" and the password into a file named as "smtp.passwordFile".',
      )
    : ok(check, 'It is used without a login.');
}
