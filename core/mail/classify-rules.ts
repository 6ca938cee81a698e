/**
 * Every sign of automatic mail that Rowdesk knows, each with its source. One table: what a sign means is read off
 * here and nowhere else.
 */
import { addressKey } from './addresses';
import {
  ABSENT,
  AUTO_REPLY_SUBJECT,
  BOUNCE_SUBJECT,
  CHALLENGE,
  DAEMON,
  DAEMON_NAME,
  OUT_OF_OFFICE_SUBJECT,
} from './automatic-words';
import { readJsonNotification } from './bounce-json';
import { saysUndelivered } from './bounce-text';
import type { Mail } from './mail';
import { headerValue, headerValues } from './mail';

export type MailClass = 'human' | 'auto-reply' | 'bounce' | 'report' | 'list' | 'loop';

export interface ClassifyContext {
  /** Addresses and aliases of the mailbox itself. */
  readonly ownAddresses: readonly string[];
  /** Did we make this Message-ID? (core/mail/signed-id) */
  readonly ownMessageId: (id: string) => boolean;
  /** Did we put this mark on a mail with this Message-ID? */
  readonly ownLoopMark?: (mark: string, messageId: string) => boolean;
}

export interface ClassRule {
  readonly name: string;
  /** null: says nothing about who wrote, only that an automatic answer is unwanted. */
  readonly means: MailClass | null;
  readonly outOfOffice?: true;
  readonly source: string;
  readonly test: (mail: Mail, context: ClassifyContext) => boolean;
}

const headerMatches = (mail: Mail, names: readonly string[], pattern: RegExp): boolean =>
  mail.headers.some((field) => names.includes(field.name) && pattern.test(field.value));
const hasHeader = (mail: Mail, names: readonly string[]): boolean =>
  mail.headers.some((field) => names.includes(field.name));

/** RFC 3834 section 5: the keyword stands before parameters and comments; any other than "no" is automatic. */
function autoSubmitted(mail: Mail): string[] {
  return headerValues(mail.headers, 'auto-submitted')
    .map((value) => (value.split(/[;(]/, 1)[0] ?? '').trim().toLowerCase())
    .filter((keyword) => keyword !== '' && keyword !== 'no');
}

const localPart = (mail: Mail): string => {
  const address = mail.from?.address ?? '';
  const at = address.lastIndexOf('@');
  return (at === -1 ? address : address.slice(0, at)).toLowerCase();
};

const reportType = (mail: Mail): string => (mail.contentType.params.get('report-type') ?? '').toLowerCase();

export const CLASS_RULES: readonly ClassRule[] = [
  // ---- our own mail coming back ----------------------------------------------------------------------------
  {
    name: 'own-message-id',
    means: 'loop',
    source: 'Zammad channel/filter/own_notification; osTicket "Email loop detected"',
    test: (mail, context) => !mail.messageIdMissing && context.ownMessageId(mail.messageId),
  },
  {
    name: 'own-loop-header',
    means: 'loop',
    source:
      'X-Rowdesk-Loop is put on everything that this Rowdesk sends; another firm’s Rowdesk has another key',
    test: (mail, context) =>
      mail.reports.length === 0 &&
      headerValues(mail.headers, 'x-rowdesk-loop').some(
        (mark) => context.ownLoopMark?.(mark.trim(), mail.messageId) ?? false,
      ),
  },
  {
    name: 'from-own-address',
    means: 'loop',
    source: 'PostHog #92017: a desk that accepts itself as a requester answers itself for ever',
    test: (mail, context) => {
      const from = addressKey(mail.from?.address ?? '');
      return from !== '' && context.ownAddresses.some((own) => addressKey(own) === from);
    },
  },
  // ---- reports -----------------------------------------------------------------------------------------------
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
      reportType(mail) === 'disposition-notification' ||
      mail.reports.some((part) => part.kind === 'disposition-notification'),
  },
  // ---- bounces: the structured signs; those of the text are in bounce-text ---------------------------------
  {
    name: 'delivery-status',
    means: 'bounce',
    source: 'RFC 3464: multipart/report; report-type=delivery-status',
    test: (mail) =>
      reportType(mail) === 'delivery-status' || mail.reports.some((part) => part.kind === 'delivery-status'),
  },
  {
    name: 'json-bounce',
    means: 'bounce',
    source: 'Amazon SES notifications by mail (SNS)',
    test: (mail) => readJsonNotification(mail)?.kind === 'bounce',
  },
  {
    name: 'json-report',
    means: 'report',
    source: 'Amazon SES notifications by mail (SNS): complaints and deliveries',
    test: (mail) => ['complaint', 'delivery'].includes(readJsonNotification(mail)?.kind ?? ''),
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
    source: 'RFC 5321 section 4.5.1 (postmaster); sendmail, Postfix, qmail, Exchange sender names',
    test: (mail) =>
      (DAEMON.test(localPart(mail)) ||
        (DAEMON_NAME.test(mail.from?.name ?? '') && !/^(?:no-?reply|info|support)/.test(localPart(mail)))) &&
      !AUTO_REPLY_SUBJECT.test(mail.subject) &&
      !OUT_OF_OFFICE_SUBJECT.test(mail.subject),
  },
  {
    name: 'bounce-subject',
    means: 'bounce',
    source:
      'Subjects of sendmail, Postfix, Exim, qmail, Exchange, Domino and the Polish and Ukrainian Exchange texts; people write such subjects too, so a second sign is asked for',
    test: (mail) =>
      BOUNCE_SUBJECT.test(mail.subject) &&
      headerValue(mail.headers, 'in-reply-to') === null &&
      (isMarkedAutomatic(mail) || mail.embedded.length > 0 || saysUndelivered(mail) || isPostmaster(mail)),
  },
  // ---- automatic answers -------------------------------------------------------------------------------------
  {
    name: 'auto-submitted-vacation',
    means: 'auto-reply',
    outOfOffice: true,
    source: 'RFC 3834 section 5; Zimbra and Sieve: auto-replied (…vacation…), owner-email=',
    test: (mail) => headerMatches(mail, ['auto-submitted'], /vacation|owner-email\s*=/i),
  },
  {
    name: 'exchange-out-of-office',
    means: 'auto-reply',
    outOfOffice: true,
    source: '[MS-OXCMAIL] X-Auto-Response-Suppress with X-MS-Exchange-Inbox-Rules-Loop; Exchange OOF',
    test: (mail) =>
      hasHeader(mail, ['x-ms-exchange-inbox-rules-loop']) &&
      headerMatches(mail, ['x-auto-response-suppress'], /\ball\b/i),
  },
  {
    name: 'out-of-office-subject',
    means: 'auto-reply',
    outOfOffice: true,
    source: 'Outlook, Gmail, Thunderbird, onet, wp: absence subjects in many languages; needs a second sign',
    test: (mail) =>
      OUT_OF_OFFICE_SUBJECT.test(mail.subject) &&
      (isMarkedAutomatic(mail) || AUTO_REPLY_SUBJECT.test(mail.subject) || saysAbsent(mail)),
  },
  {
    name: 'absence-text',
    means: 'auto-reply',
    outOfOffice: true,
    source: 'A mail marked as automatic whose text says that its writer is away',
    test: (mail) => isMarkedAutomatic(mail) && saysAbsent(mail),
  },
  {
    name: 'auto-submitted',
    means: 'auto-reply',
    source: 'RFC 3834 section 5: any keyword but "no"',
    test: (mail) => autoSubmitted(mail).length > 0,
  },
  {
    name: 'auto-reply-header',
    means: 'auto-reply',
    source: 'osTicket, FreeScout, Discourse: headers of responders before RFC 3834',
    test: (mail) =>
      headerMatches(
        mail,
        [
          'x-autoreply',
          'x-autorespond',
          'x-autoresponse',
          'x-autoresponder',
          'x-autoreply-from',
          'x-mail-autoreply',
          'x-autogenerated',
          'x-autoreply-to',
          'x-auto-reply',
          'x-fc-machinegenerated',
          'x-amazon-mail-relay-type',
          'x-post-messageclass',
          'x-ms-exchange-generated-message-source',
          'x-yahoo-auto-response',
          'x-responder',
        ],
        /^(?!no$|false$)./i,
      ),
  },
  {
    name: 'precedence-auto-reply',
    means: 'auto-reply',
    source: 'osTicket, FreeScout: Precedence: auto_reply',
    test: (mail) => headerMatches(mail, ['precedence', 'x-precedence'], /auto[-_]?reply/i),
  },
  {
    name: 'delivered-to-autoresponder',
    means: 'auto-reply',
    source: 'FreeScout: qmail autoresponder',
    test: (mail) => headerMatches(mail, ['delivered-to'], /autoresponder/i),
  },
  {
    name: 'auto-reply-subject',
    means: 'auto-reply',
    source: 'Exchange and Gmail in many languages: the subject begins with "Automatic reply"',
    test: (mail) => AUTO_REPLY_SUBJECT.test(mail.subject),
  },
  {
    name: 'challenge-response',
    means: 'auto-reply',
    source:
      'Boxbe, BlueBottle, SpamArrest, EarthLink, Postfix before a whitelist: a robot holds the mail until its sender proves that he is none',
    test: isChallenge,
  },
  {
    name: 'null-return-path',
    means: 'auto-reply',
    source: 'RFC 5321 section 4.5.5, RFC 3834 section 3.3: notifications have an empty reverse path',
    test: (mail) => headerMatches(mail, ['return-path'], /^<\s*>$/),
  },
  // ---- lists and mass mail: a person may well have written it ------------------------------------------------
  {
    name: 'list-headers',
    means: 'list',
    source: 'RFC 2369, RFC 2919',
    test: (mail) =>
      hasHeader(mail, [
        'list-id',
        'list-post',
        'list-help',
        'list-unsubscribe',
        'list-archive',
        'list-owner',
        'mailing-list',
        'x-mailing-list',
      ]),
  },
  {
    name: 'precedence-bulk',
    means: 'list',
    source: 'RFC 2076: Precedence bulk, list, junk',
    test: (mail) => headerMatches(mail, ['precedence', 'x-precedence'], /^\s*(?:bulk|list|junk)\b/i),
  },
  {
    name: 'feedback-id',
    means: 'list',
    source: 'Gmail feedback loop: only mass senders set Feedback-ID',
    test: (mail) =>
      hasHeader(mail, ['feedback-id', 'x-csa-complaints', 'x-mailgun-tag', 'x-campaign', 'x-campaignid']),
  },
  // ---- no class, but no automatic answer either --------------------------------------------------------------
  {
    name: 'response-suppress',
    means: null,
    source: '[MS-OXCMAIL] 2.2.3.2.14: an instruction about answers, no proof of a robot',
    test: (mail) => headerMatches(mail, ['x-auto-response-suppress'], /\b(?:all|autoreply|oof)\b/i),
  },
  {
    name: 'loop-header',
    means: null,
    source: 'Zammad: X-Loop; procmail and list servers',
    test: (mail) =>
      hasHeader(mail, ['x-loop', 'x-loop-detect', 'x-mailer-daemon', 'x-ms-exchange-inbox-rules-loop']),
  },
  {
    name: 'spam-flag',
    means: null,
    source: 'SpamAssassin, Microsoft: backscatter to a forged sender',
    test: (mail) =>
      headerMatches(mail, ['x-spam-flag'], /^\s*yes/i) ||
      headerMatches(mail, ['x-spam-status'], /^\s*yes\b/i),
  },
  {
    name: 'no-reply-address',
    means: null,
    source: 'Chatwoot #5131: looped with no-reply boxes',
    test: (mail) =>
      /(?:^|[._+-])(?:no[._-]?reply|do[._-]?not[._-]?reply|not?[._-]?reply|nie[._-]?odpowiada[ćcj]+|unsubscribe|notifications?|alerts?|automat(?:ic|ed)?|robot|daemon|root|abuse|newsletters?|mailer)(?:$|[._+-])/.test(
        localPart(mail),
      ) || /^no-?reply|noreply/.test(localPart(mail)),
  },
  {
    name: 'no-sender',
    means: null,
    source: 'There is nobody to answer',
    test: (mail) => mail.from === null || mail.from.address === '' || !mail.from.address.includes('@'),
  },
];

function isChallenge(mail: Mail): boolean {
  // People ask each other to click links too: a program must have answered.
  const automatic = isMarkedAutomatic(mail) || mail.reports.length > 0;
  const isAnswer =
    /^(?:re|odp|aw)\s*:/i.test(mail.subject) || headerValue(mail.headers, 'in-reply-to') !== null;
  if (!automatic && (!isAnswer || mail.sizeBytes > 20_000)) return false;
  const text = (mail.text !== '' ? mail.text : mail.htmlAsText).slice(0, 4_000).replace(/\s+/g, ' ');
  return (
    CHALLENGE.test(text) &&
    (automatic || (/\byour (?:message|mail|e-?mail|address)\b/i.test(text) && text.length < 2_500))
  );
}

const isPostmaster = (mail: Mail): boolean =>
  DAEMON.test(localPart(mail)) ||
  DAEMON_NAME.test(mail.from?.name ?? '') ||
  /postmaster|daemon/i.test(mail.from?.address ?? '');

/** Headers that only programs set. */
function isMarkedAutomatic(mail: Mail): boolean {
  return (
    autoSubmitted(mail).length > 0 ||
    hasHeader(mail, [
      'x-autoreply',
      'x-autorespond',
      'x-autoresponse',
      'x-mail-autoreply',
      'x-autogenerated',
      'x-ms-exchange-inbox-rules-loop',
      'x-auto-response-suppress',
    ]) ||
    headerMatches(mail, ['precedence', 'x-precedence'], /auto[-_]?reply|bulk|junk/i) ||
    headerMatches(mail, ['return-path'], /^<\s*>$/) ||
    AUTO_REPLY_SUBJECT.test(mail.subject)
  );
}

function saysAbsent(mail: Mail): boolean {
  return ABSENT.test((mail.text !== '' ? mail.text : mail.htmlAsText).slice(0, 2_000).replace(/\s+/g, ' '));
}
