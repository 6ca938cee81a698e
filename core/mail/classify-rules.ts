/**
 * Every sign of automatic mail that Rowdesk knows, each with its source: what a sign means is read off these tables
 * and nowhere else. Reports, bounces and automatic answers have a table each beside this one.
 */
import { addressKey } from './addresses';
import type { ClassRule } from './class-rule';
import { AUTO_REPLY_RULES } from './classify-answers';
import { BOUNCE_RULES, REPORT_RULES } from './classify-reports';
import { headerValues } from './mail';
import { hasHeader, headerMatches, localPart } from './mail-signs';

export type { ClassifyContext, MailClass } from './class-rule';

/** Our own mail coming back. */
const LOOP_RULES: readonly ClassRule[] = [
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
];

/** Lists and mass mail: a person may well have written it. */
const LIST_RULES: readonly ClassRule[] = [
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
];

/** No class, but no automatic answer either. */
const SILENCE_RULES: readonly ClassRule[] = [
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

export const CLASS_RULES: readonly ClassRule[] = [
  ...LOOP_RULES,
  ...REPORT_RULES,
  ...BOUNCE_RULES,
  ...AUTO_REPLY_RULES,
  ...LIST_RULES,
  ...SILENCE_RULES,
];
