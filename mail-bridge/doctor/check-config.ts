/** The configuration file and the passwords that it names. */
import { type Fault, type Finding, modeText, OTHERS, OTHERS_WRITE, ok, problem, warning } from './finding';

export type ServerName = 'imap' | 'smtp';

export type PasswordFacts =
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'variable' }
  /** The server is used without a login. */
  | { readonly from: 'nowhere' }
  | ({ readonly from: 'fault' } & Fault);

export interface ConfigFacts {
  readonly file: string;
  /** Permission bits; null where the system has none. */
  readonly mode: number | null;
  /** Why it cannot be used at all. */
  readonly fault: Fault | null;
  readonly passwords: Readonly<Record<ServerName, PasswordFacts>> | null;
  /** The file itself holds a token: that of a Sheets server which is not Google's. */
  readonly holdsToken: boolean;
}

export function checkConfig({ file, mode, fault, passwords, holdsToken }: ConfigFacts): Finding[] {
  if (fault !== null) return [problem('config', fault.what, fault.todo)];
  return [
    ok('config', `${file} can be read and makes sense.`),
    ...(mode === null ? [] : [checkMode(file, mode, holdsToken)]),
    ...(passwords === null
      ? []
      : [checkPassword('imap', passwords.imap), checkPassword('smtp', passwords.smtp)]),
  ];
}

function checkMode(file: string, mode: number, holdsToken: boolean): Finding {
  const check = 'config.mode';
  if ((mode & OTHERS_WRITE) !== 0) {
    return problem(
      check,
      `Other users of this machine may change ${file} (mode ${modeText(mode)}), and with it where the mails go.`,
      `Run: chmod go-w ${file}`,
    );
  }
  if (holdsToken && (mode & OTHERS) !== 0) {
    return warning(
      check,
      `${file} holds the token of the Sheets server, and other users of this machine may read it (mode ${modeText(mode)}).`,
      `Run: chmod 600 ${file}`,
    );
  }
  return ok(check, `Only its owner may change it (mode ${modeText(mode)}).`);
}

function checkPassword(server: ServerName, facts: PasswordFacts): Finding {
  const check = `config.${server}-password`;
  const name = server.toUpperCase();
  switch (facts.from) {
    case 'file':
      return ok(check, `The ${name} password is in ${facts.path}, which only its owner may read.`);
    case 'variable':
      return ok(check, `The ${name} password comes from the environment.`);
    case 'nowhere':
      return ok(check, `The ${name} server is used without a login.`);
    case 'fault':
      return problem(check, facts.what, facts.todo);
  }
}
