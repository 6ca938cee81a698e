/** Mails about other mails: feedback and disposition reports (class "report") and bounces, each sign with its source. */
import { AUTO_REPLY_SUBJECT, BOUNCE_SUBJECT, OUT_OF_OFFICE_SUBJECT } from './automatic-words';
import { readJsonNotification } from './bounce-json';
import { looksLikeBounceText, saysUndelivered } from './bounce-text';
import type { ClassRule } from './class-rule';
import { AUTO_REPLY_RULES } from './classify-answers';
import type { Mail } from './mail';
import { headerValue } from './mail';
import {
  hasHeader,
  headerMatches,
  isMailRole,
  isMailSystem,
  isSentByProgram,
  isWordsOfPerson,
  reportType,
} from './mail-signs';

export const REPORT_RULES: readonly ClassRule[] = [
  {
    name: 'feedback-report',
    means: 'report',
    source: 'RFC 5965: multipart/report; report-type=feedback-report',
    test: (mail) =>
      reportType(mail) === 'feedback-report' || mail.reports.some((part) => part.kind === 'feedback-report'),
  },
  {
    name: 'abuse-report-by-mail-box-provider',
    means: 'report',
    source: 'sisimai: Hotmail JMRP, AOL and Amazon feedback loops came before RFC 5965',
    test: (mail) =>
      hasHeader(mail, ['x-hmxmroriginalrecipient']) ||
      /^(?:staff@hotmail\.com|scomp@aol\.net|feedbackloop@|fbl(?:-no-reply)?@|abuse-report@)/i.test(
        mail.from?.address ?? '',
      ),
  },
  {
    name: 'disposition-notification',
    means: 'report',
    source: 'RFC 8098: multipart/report; report-type=disposition-notification',
    test: (mail) =>
      !isRejection(mail) &&
      (reportType(mail) === 'disposition-notification' ||
        mail.reports.some((part) => part.kind === 'disposition-notification')),
  },
  {
    name: 'json-report',
    means: 'report',
    source: 'Amazon SES notifications by mail (SNS): complaints and deliveries',
    test: (mail) => ['complaint', 'delivery'].includes(readJsonNotification(mail)?.kind ?? ''),
  },
];

export const BOUNCE_RULES: readonly ClassRule[] = [
  {
    name: 'delivery-status',
    means: 'bounce',
    source: 'RFC 3464: multipart/report; report-type=delivery-status',
    test: (mail) =>
      reportType(mail) === 'delivery-status' ||
      (mail.reports.some((part) => part.kind === 'delivery-status') &&
        (isMailSystem(mail) || isSentByProgram(mail) || !isWordsOfPerson(mail))),
  },
  {
    name: 'rejected-by-filter',
    means: 'bounce',
    source:
      'RFC 5429 section 2.2: Sieve "reject" answers with a disposition notification, Dovecot Pigeonhole so',
    test: isRejection,
  },
  {
    name: 'json-bounce',
    means: 'bounce',
    source: 'Amazon SES notifications by mail (SNS)',
    test: (mail) => readJsonNotification(mail)?.kind === 'bounce',
  },
  {
    name: 'failed-recipients',
    means: 'bounce',
    source: 'Exim, Google: X-Failed-Recipients',
    test: (mail) => hasHeader(mail, ['x-failed-recipients']),
  },
  {
    name: 'from-mail-system',
    means: 'bounce',
    source: 'Sender names of sendmail, Postfix, qmail, Exim, Exchange: nobody else is called so',
    test: (mail) => isMailSystem(mail) && !isReplySubject(mail),
  },
  {
    name: 'from-mail-role',
    means: 'bounce',
    source:
      'RFC 5321 section 4.5.1: a person reads and writes as postmaster too, so the mail must also tell of a failure',
    test: (mail) =>
      isMailRole(mail) &&
      !isReplySubject(mail) &&
      (BOUNCE_SUBJECT.test(mail.subject) || saysUndelivered(mail) || enclosesOwnMail(mail)) &&
      (isSentByProgram(mail) || !isWordsOfPerson(mail)),
  },
  {
    name: 'bounce-subject',
    means: 'bounce',
    source:
      'Subjects of sendmail, Postfix, Exim, qmail, Domino and of Exchange in many languages; people write and forward such subjects, so a second sign is asked for',
    test: (mail) =>
      BOUNCE_SUBJECT.test(mail.subject) &&
      (isSentByProgram(mail) ||
        (headerValue(mail.headers, 'in-reply-to') === null &&
          !isWordsOfPerson(mail) &&
          (enclosesOwnMail(mail) || saysUndelivered(mail)))),
  },
  {
    name: 'undelivered-text',
    means: 'bounce',
    source:
      'Mail systems from before RFC 3464 say it in prose: sendmail, qmail, Exim, Exchange, Domino and others',
    test: (mail, context) =>
      looksLikeBounceText(
        mail,
        AUTO_REPLY_RULES.some((rule) => rule.test(mail, context)),
      ),
  },
];

/** A failure repeats the subject of our mail, which may well be about holidays. */
const isReplySubject = (mail: Mail): boolean =>
  AUTO_REPLY_SUBJECT.test(mail.subject) ||
  (OUT_OF_OFFICE_SUBJECT.test(mail.subject) && !BOUNCE_SUBJECT.test(mail.subject));

/** The mail that did not arrive is enclosed, rather than a failure that somebody hands on. */
function enclosesOwnMail(mail: Mail): boolean {
  const first = mail.embedded[0];
  return first !== undefined && !BOUNCE_SUBJECT.test(first.subject);
}

/** "Deleted" alone is what Outlook says of a mail that was not read: the rejection must be spoken of. */
function isRejection(mail: Mail): boolean {
  return (
    mail.reports.some((part) => part.kind === 'disposition-notification') &&
    (headerMatches(mail, ['auto-submitted'], /\(\s*rejected\s*\)/i) ||
      /^automatically rejected mail\b/i.test(mail.subject))
  );
}
