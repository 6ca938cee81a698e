import type { Execution } from '../execution';
import { NotEmulated, ServiceException } from '../failure';
import type { ScriptMail } from '../project';
import { remote, serviceObject } from '../service-object';
import { isRecord, refuseArguments, text } from './arguments';

const SCOPE = 'script.send_mail';
const DAY = 86_400_000;
/** developers.google.com/apps-script/guides/services/quotas: "Email recipients per message". */
const RECIPIENTS_PER_MESSAGE = 50;

/** "Quotas … are reset 24 hours after the first request"; counted for each account. */
export class DailyMailQuota {
  readonly #used = new Map<string, { since: number; recipients: number }>();

  constructor(readonly limit: number) {}

  remaining(email: string, now: number): number {
    const used = this.#used.get(email);
    return used === undefined || now - used.since >= DAY ? this.limit : this.limit - used.recipients;
  }

  spend(email: string, recipients: number, now: number): void {
    if (recipients > this.remaining(email, now)) {
      throw new ServiceException('Service invoked too many times for one day: email.');
    }
    const used = this.#used.get(email);
    if (used === undefined || now - used.since >= DAY) this.#used.set(email, { since: now, recipients });
    else used.recipients += recipients;
  }
}

const KNOWN_OPTIONS = new Set([
  'to',
  'cc',
  'bcc',
  'replyTo',
  'name',
  'subject',
  'body',
  'htmlBody',
  'noReply',
]);

/** MailApp (developers.google.com/apps-script/reference/mail/mail-app). Mails end in the host's sink. */
export function mailService(
  run: Execution,
  quota: DailyMailQuota,
  sink: ((mail: ScriptMail) => void) | undefined,
): object {
  const from = run.setup.effectiveUser.email;
  return serviceObject(run, 'MailApp', {
    getRemainingDailyQuota: remote(() => {
      run.requireAuthorization('MailApp.getRemainingDailyQuota', [SCOPE]);
      return quota.remaining(from, run.now());
    }),
    sendEmail: remote((...args: readonly unknown[]) => {
      run.requireAuthorization('MailApp.sendEmail', [SCOPE]);
      if (sink === undefined)
        throw new NotEmulated('MailApp.sendEmail: this host was given nowhere to send to');
      const mail = mailFrom(from, args);
      const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
      if (recipients.length === 0) throw new ServiceException('Failed to send email: no recipient');
      if (recipients.length > RECIPIENTS_PER_MESSAGE) {
        throw new ServiceException('Limit exceeded: Email Recipients Per Message.');
      }
      quota.spend(from, recipients.length, run.now());
      sink(mail);
    }),
  });
}

function mailFrom(from: string, args: readonly unknown[]): ScriptMail {
  const method = 'MailApp.sendEmail';
  const [first, second, third, fourth] = args;
  if (args.length === 1 && isRecord(first)) return fromOptions(from, first);
  if (args.length === 3) return fromOptions(from, { to: first, subject: second, body: third });
  if (args.length === 4 && isRecord(fourth)) {
    return fromOptions(from, { ...fourth, to: first, subject: second, body: third });
  }
  if (args.length === 4)
    return fromOptions(from, { to: first, replyTo: second, subject: third, body: fourth });
  return refuseArguments(method, args);
}

function fromOptions(from: string, options: Readonly<Record<string, unknown>>): ScriptMail {
  for (const key of Object.keys(options)) {
    if (!KNOWN_OPTIONS.has(key)) throw new NotEmulated(`MailApp.sendEmail with the option ${key}`);
  }
  const word = (key: string): string | null => {
    const value = options[key];
    return value === undefined || value === null ? null : text(value, 'MailApp.sendEmail');
  };
  const list = (key: string): string[] =>
    (word(key) ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== '');
  return {
    from,
    to: list('to'),
    cc: list('cc'),
    bcc: list('bcc'),
    replyTo: word('replyTo'),
    name: word('name'),
    subject: word('subject') ?? '',
    body: word('body') ?? '',
    htmlBody: word('htmlBody'),
  };
}
