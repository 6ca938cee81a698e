/** Rule by rule: mails that show the sign, and mails that come close and do not. */
import { classify } from '../../../core/mail/classify';
import { CLASS_RULES } from '../../../core/mail/classify-rules';
import type { Mail } from '../../../core/mail/mail';
import { enclosing, headed, mailOf, reported, reportTyped, sentBy } from './mail-of';

const OWN = 'support@school.example';
const CONTEXT = {
  ownAddresses: [OWN, 'help@school.example'],
  ownMessageId: (id: string) => id === '<ours@school.example>',
  ownLoopMark: (mark: string, id: string) => mark === 'our-mark' && id === '<m@client.example>',
};
const reasonsOf = (over: Partial<Mail>): readonly string[] => classify(mailOf(over), CONTEXT).reasons;

interface Signs {
  readonly rule: string;
  readonly shows: Readonly<Record<string, Partial<Mail>>>;
  readonly lacks: Readonly<Record<string, Partial<Mail>>>;
}

const each = (names: readonly string[], value: string): Readonly<Record<string, Partial<Mail>>> =>
  Object.fromEntries(names.map((name) => [name, headed([name, value])]));
const from = (addresses: readonly string[]): Readonly<Record<string, Partial<Mail>>> =>
  Object.fromEntries(addresses.map((address) => [address, sentBy(address)]));

const FAILED = 'Your message to jan@gone.example could not be delivered: 550 5.1.1 user unknown';
const NULL_PATH = headed(['return-path', '<>']);
const REJECTED = headed(['auto-submitted', 'auto-replied (rejected)']);
const sesMail = (type: string): string =>
  JSON.stringify({ notificationType: type, bounce: { bouncedRecipients: [] } });
const CHALLENGED = 'Your message is held. Please click the link below to verify that you are human.';

const RULES: readonly Signs[] = [
  {
    rule: 'own-message-id',
    shows: { ours: { messageId: '<ours@school.example>' } },
    lacks: {
      'of somebody else': {},
      'made up for a mail without one': { messageId: '<ours@school.example>', messageIdMissing: true },
    },
  },
  {
    rule: 'own-loop-header',
    shows: {
      'our mark': headed(['x-rowdesk-loop', 'our-mark']),
      'our mark, folded': headed(['x-rowdesk-loop', ' our-mark ']),
      'ours beside another’s': headed(['x-rowdesk-loop', 'other'], ['x-rowdesk-loop', 'our-mark']),
    },
    lacks: {
      'the mark of another desk': headed(['x-rowdesk-loop', 'other']),
      'a bounce that carries it': {
        ...headed(['x-rowdesk-loop', 'our-mark']),
        ...reported('delivery-status'),
      },
      'of another mail': { ...headed(['x-rowdesk-loop', 'our-mark']), messageId: '<other@x>' },
    },
  },
  {
    rule: 'from-own-address',
    shows: { ...from([OWN, 'Support@School.EXAMPLE', 'help@school.example']) },
    lacks: { ...from(['anna@client.example']), nobody: { from: null }, 'no address': sentBy('') },
  },
  {
    rule: 'feedback-report',
    shows: {
      'by its type': reportTyped('Feedback-Report'),
      'by its part': reported('feedback-report'),
    },
    lacks: { 'another report': reportTyped('delivery-status'), 'another part': reported('delivery-status') },
  },
  {
    rule: 'abuse-report-by-mail-box-provider',
    shows: {
      ...from([
        'staff@hotmail.com',
        'scomp@aol.net',
        'feedbackloop@provider.example',
        'fbl@provider.example',
        'fbl-no-reply@provider.example',
        'abuse-report@provider.example',
      ]),
      'by its header': headed(['x-hmxmroriginalrecipient', 'jan@hotmail.com']),
    },
    lacks: from(['nostaff@hotmail.com', 'staff@client.example', 'anna.fbl@client.example']),
  },
  {
    rule: 'disposition-notification',
    shows: {
      'by its type': reportTyped('disposition-notification'),
      'by its part': reported('disposition-notification'),
      'deleted unread': { ...reported('disposition-notification'), subject: 'Not read: A question' },
    },
    lacks: {
      'a rejection': { ...reported('disposition-notification'), ...REJECTED },
      'another part': reported('delivery-status'),
    },
  },
  {
    rule: 'json-report',
    shows: { complaint: { text: sesMail('Complaint') }, delivery: { text: sesMail('Delivery') } },
    lacks: { bounce: { text: sesMail('Bounce') }, 'no JSON': { text: 'Delivery' } },
  },
  {
    rule: 'delivery-status',
    shows: {
      'by its type': reportTyped('delivery-status'),
      'its part, from a mail system': {
        ...reported('delivery-status'),
        ...sentBy('mailer-daemon@mx.example'),
      },
      'its part, sent by a program': {
        ...reported('delivery-status'),
        ...NULL_PATH,
        text: 'Dear sender, it failed.',
      },
      'its part, and no words of a person': reported('delivery-status'),
    },
    lacks: {
      'its part, attached by a person': { ...reported('delivery-status'), text: 'Hello, what is this?' },
      'another part': reported('feedback-report'),
    },
  },
  {
    rule: 'rejected-by-filter',
    shows: {
      'by its mark': { ...reported('disposition-notification'), ...REJECTED },
      'by its mark, spaced': {
        ...reported('disposition-notification'),
        ...headed(['auto-submitted', 'auto-replied (  rejected  )']),
      },
      'by its subject': {
        ...reported('disposition-notification'),
        subject: 'Automatically rejected mail',
      },
    },
    lacks: {
      'a read receipt': reported('disposition-notification'),
      'the mark without a report': REJECTED,
      'another report': { ...reported('delivery-status'), ...REJECTED },
      'the words within a subject': {
        ...reported('disposition-notification'),
        subject: 'Read: Automatically rejected mail',
      },
      'the words of a longer one': {
        ...reported('disposition-notification'),
        subject: 'Automatically rejected mails',
      },
    },
  },
  {
    rule: 'json-bounce',
    shows: { bounce: { text: sesMail('Bounce') } },
    lacks: { complaint: { text: sesMail('Complaint') } },
  },
  {
    rule: 'failed-recipients',
    shows: each(['x-failed-recipients'], 'jan@gone.example'),
    lacks: {},
  },
  {
    rule: 'from-mail-system',
    shows: {
      ...from(['mailer-daemon@mx.example', 'MAILER-DAEMON@mx.example', 'double-bounce@mx.example']),
      'by its name': sentBy('x@mx.example', 'Mail Delivery System'),
    },
    lacks: {
      'a responder there': { ...sentBy('mailer-daemon@mx.example'), subject: 'Automatic reply: A question' },
      'an absence there': { ...sentBy('mailer-daemon@mx.example'), subject: 'Out of office: back on Monday' },
      'a name on a no-reply box': sentBy('no-reply@shop.example', 'Mail Delivery System'),
      'a name on an info box': sentBy('info@shop.example', 'Mail Delivery System'),
      'a name on a support box': sentBy('support@shop.example', 'Mail Delivery System'),
      'a person': sentBy('anna@client.example', 'Anna'),
    },
  },
  {
    rule: 'from-mail-role',
    shows: {
      'with a failure as subject': {
        ...sentBy('postmaster@mx.example'),
        subject: 'Undeliverable: A question',
      },
      'with a failure in its text': { ...sentBy('postmaster@mx.example'), text: FAILED },
      'with our mail enclosed': { ...sentBy('postmaster@mx.example'), ...enclosing('A question') },
      'by its name': { ...sentBy('x@mx.example', 'Postmaster'), text: FAILED },
      'by a program, with greetings': {
        ...sentBy('postmaster@mx.example'),
        ...NULL_PATH,
        text: `Dear sender, ${FAILED}`,
      },
      'of a mail about holidays': {
        ...sentBy('postmaster@mx.example'),
        subject: 'Undeliverable: Out of office hours',
      },
    },
    lacks: {
      'nothing failed': { ...sentBy('postmaster@mx.example'), text: 'The server was mended.' },
      'another person': { text: FAILED },
      'an absence': { ...sentBy('postmaster@mx.example'), subject: 'Out of office', text: FAILED },
      'an automatic reply': {
        ...sentBy('postmaster@mx.example'),
        subject: 'Automatic reply: x',
        text: FAILED,
      },
      'written by a person': { ...sentBy('postmaster@mx.example'), text: `Hello, ${FAILED}` },
      'a failure handed on': { ...sentBy('postmaster@mx.example'), ...enclosing('Undeliverable: x') },
    },
  },
  {
    rule: 'bounce-subject',
    shows: {
      'sent by a program': { subject: 'Undeliverable: A question', ...NULL_PATH },
      'with our mail enclosed': { subject: 'Undeliverable: A question', ...enclosing('A question') },
      'with a failure in its text': { subject: 'Undeliverable: A question', text: FAILED },
    },
    lacks: {
      'nothing else': { subject: 'Undeliverable: A question' },
      'an answer': {
        subject: 'Undeliverable: A question',
        text: FAILED,
        ...headed(['in-reply-to', '<x@y>']),
      },
      'passed on by a person': { subject: 'Undeliverable: A question', text: `Hello, ${FAILED}` },
      'another subject': { subject: 'A question', ...NULL_PATH },
      'a failure enclosed': { subject: 'Undeliverable: A question', ...enclosing('Undeliverable: x') },
    },
  },
  {
    rule: 'undelivered-text',
    shows: {
      'of a program': { text: FAILED, ...headed(['auto-submitted', 'auto-generated']) },
      'of a machine’s address': { text: FAILED, ...sentBy('mta@mx.example') },
    },
    lacks: { 'of a person': { text: FAILED } },
  },
  {
    rule: 'auto-submitted-vacation',
    shows: {
      Zimbra: headed(['auto-submitted', 'auto-replied (zimbra; vacation="x")']),
      'owner-email': headed(['auto-submitted', 'auto-replied; owner-email = "a@b.example"']),
      'owner-email, tight': headed(['auto-submitted', 'auto-replied; owner-email="a@b.example"']),
    },
    lacks: {
      'another answer': headed(['auto-submitted', 'auto-replied']),
      'another header': headed(['x-note', 'vacation']),
    },
  },
  {
    rule: 'exchange-out-of-office',
    shows: {
      both: headed(['x-ms-exchange-inbox-rules-loop', 'a@b'], ['x-auto-response-suppress', 'All']),
    },
    lacks: {
      'the loop alone': headed(['x-ms-exchange-inbox-rules-loop', 'a@b']),
      'the wish alone': headed(['x-auto-response-suppress', 'All']),
      'another wish': headed(['x-ms-exchange-inbox-rules-loop', 'a@b'], ['x-auto-response-suppress', 'OOF']),
      'a word that only holds it': headed(
        ['x-ms-exchange-inbox-rules-loop', 'a@b'],
        ['x-auto-response-suppress', 'allow'],
      ),
    },
  },
  {
    rule: 'out-of-office-subject',
    shows: {
      'with a mark': { subject: 'Out of office', ...headed(['precedence', 'auto_reply']) },
      'with words': { subject: 'Out of office', text: 'I am out of the office until Monday.' },
      'as an automatic reply': { subject: 'Automatic reply: out of office' },
    },
    lacks: {
      'without a second sign': { subject: 'Out of office' },
      'a failure about it': { subject: 'Undeliverable: Out of office', ...NULL_PATH },
      'another subject': { text: 'I am out of the office until Monday.' },
    },
  },
  {
    rule: 'absence-text',
    shows: { marked: { text: 'I am out of the office until Monday.', ...headed(['precedence', 'bulk']) } },
    lacks: {
      'not marked': { text: 'I am out of the office until Monday.' },
      'marked, about something else': { text: 'The course was moved.', ...headed(['precedence', 'bulk']) },
    },
  },
  {
    rule: 'auto-submitted',
    shows: {
      'auto-generated': headed(['auto-submitted', 'auto-generated']),
      'with parameters': headed(['auto-submitted', 'AUTO-replied; x=y']),
      'no, and then yes': headed(['auto-submitted', 'no'], ['auto-submitted', 'auto-notified']),
    },
    lacks: {
      no: headed(['auto-submitted', 'no']),
      'no, as some write it': headed(['auto-submitted', ' No (a person)']),
      'no with parameters': headed(['auto-submitted', 'no; x=y']),
      empty: headed(['auto-submitted', '  ']),
    },
  },
  {
    rule: 'auto-reply-header',
    shows: each(
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
      'yes',
    ),
    lacks: {
      no: headed(['x-autoreply', 'no']),
      'No, in capitals': headed(['x-autoreply', 'NO']),
      false: headed(['x-autoreply', 'false']),
    },
  },
  {
    rule: 'precedence-auto-reply',
    shows: {
      auto_reply: headed(['precedence', 'auto_reply']),
      'Auto-Reply': headed(['x-precedence', 'Auto-Reply']),
      autoreply: headed(['precedence', 'autoreply']),
    },
    lacks: { bulk: headed(['precedence', 'bulk']), 'another header': headed(['x-note', 'auto_reply']) },
  },
  {
    rule: 'delivered-to-autoresponder',
    shows: each(['delivered-to'], 'Autoresponder'),
    lacks: each(['delivered-to'], 'anna@client.example'),
  },
  {
    rule: 'auto-reply-subject',
    shows: {
      English: { subject: 'Automatic reply: A question' },
      Polish: { subject: 'Odpowiedź automatyczna: x' },
    },
    lacks: { 'a question about it': { subject: 'How do I turn on an automatic reply?' } },
  },
  {
    rule: 'challenge-response',
    shows: {
      'marked, new': { text: CHALLENGED, ...headed(['precedence', 'bulk']) },
      'in a report': { text: CHALLENGED, ...reported('delivery-status') },
      'an answer by its subject': { text: CHALLENGED, subject: 'Re: A question' },
      'an answer as Poles have it': { text: CHALLENGED, subject: 'Odp: A question' },
      'an answer as Germans have it': { text: CHALLENGED, subject: 'AW : A question' },
      'an answer by its header': { text: CHALLENGED, ...headed(['in-reply-to', '<x@y>']) },
      'of the greatest size': { text: CHALLENGED, subject: 'Re: A question', sizeBytes: 20_000 },
      'marked, and long': {
        text: CHALLENGED + ' x'.repeat(1_400),
        ...headed(['precedence', 'bulk']),
        sizeBytes: 30_000,
      },
    },
    lacks: {
      'not an answer': { text: CHALLENGED },
      'a subject that mentions one': { text: CHALLENGED, subject: 'About Re: A question' },
      'too large': { text: CHALLENGED, subject: 'Re: A question', sizeBytes: 20_001 },
      'too long': { text: CHALLENGED + ' x'.repeat(1_400), subject: 'Re: A question' },
      'asks for nothing': { text: 'Thank you for your message.', subject: 'Re: A question' },
    },
  },
  {
    rule: 'null-return-path',
    shows: {
      empty: NULL_PATH,
      spaced: headed(['return-path', '< >']),
      'as Postfix has it': headed(['return-path', '<MAILER-DAEMON>']),
      'as Postfix has it, with its name': headed(['return-path', '<MAILER-DAEMON@mx.example>']),
    },
    lacks: {
      'a person': headed(['return-path', '<anna@client.example>']),
      'another header': headed(['x-note', '<>']),
      'an address that begins so': headed(['return-path', '<mailer-daemon.anna@x.example>']),
    },
  },
  {
    rule: 'list-headers',
    shows: each(
      [
        'list-id',
        'list-post',
        'list-help',
        'list-unsubscribe',
        'list-archive',
        'list-owner',
        'mailing-list',
        'x-mailing-list',
      ],
      'x',
    ),
    lacks: {},
  },
  {
    rule: 'precedence-bulk',
    shows: {
      bulk: headed(['precedence', ' bulk']),
      List: headed(['x-precedence', 'List']),
      junk: headed(['precedence', 'junk']),
    },
    lacks: {
      'first class': headed(['precedence', 'first-class']),
      'a word that holds it': headed(['precedence', 'bulky']),
      'not at its beginning': headed(['precedence', 'not bulk']),
    },
  },
  {
    rule: 'feedback-id',
    shows: each(['feedback-id', 'x-csa-complaints', 'x-mailgun-tag', 'x-campaign', 'x-campaignid'], 'x'),
    lacks: {},
  },
  {
    rule: 'response-suppress',
    shows: {
      all: headed(['x-auto-response-suppress', 'All']),
      autoreply: headed(['x-auto-response-suppress', 'DR, AutoReply']),
      oof: headed(['x-auto-response-suppress', 'OOF']),
    },
    lacks: {
      'receipts only': headed(['x-auto-response-suppress', 'DR, RN, NRN']),
      'a word that holds one': headed(['x-auto-response-suppress', 'allow']),
    },
  },
  {
    rule: 'loop-header',
    shows: each(['x-loop', 'x-loop-detect', 'x-mailer-daemon', 'x-ms-exchange-inbox-rules-loop'], 'x'),
    lacks: {},
  },
  {
    rule: 'spam-flag',
    shows: {
      flag: headed(['x-spam-flag', ' YES']),
      status: headed(['x-spam-status', ' Yes, score=9']),
    },
    lacks: {
      'not spam': headed(['x-spam-flag', 'NO']),
      'a status that says no': headed(['x-spam-status', 'No, score=0']),
      'a status that only mentions it': headed(['x-spam-status', 'No, not yes']),
      'a flag that only mentions it': headed(['x-spam-flag', 'no, not yes']),
      'another word': headed(['x-spam-status', 'Yesterday']),
    },
  },
  {
    rule: 'no-reply-address',
    shows: from([
      'no-reply@shop.example',
      'noreply@shop.example',
      'NoReply42@shop.example',
      'shop-noreply-2@shop.example',
      'do_not_reply@shop.example',
      'donotreply@shop.example',
      'not.reply@shop.example',
      'nie-odpowiadaj@sklep.example',
      'nieodpowiadać@sklep.example',
      'unsubscribe@shop.example',
      'notification@shop.example',
      'shop.notifications@shop.example',
      'alerts@shop.example',
      'alert+1@shop.example',
      'automat@shop.example',
      'automated@shop.example',
      'automatic@shop.example',
      'robot@shop.example',
      'daemon@shop.example',
      'root@shop.example',
      'abuse@shop.example',
      'newsletter@shop.example',
      'mailer@shop.example',
      'xnoreplyx@shop.example',
    ]),
    lacks: from([
      'anna@client.example',
      'robota@client.example',
      'beetroot@client.example',
      'anna@no-reply.example',
      'x.rootx@client.example',
      'xno-replyx@client.example',
    ]),
  },
  {
    rule: 'no-sender',
    shows: { 'no From': { from: null }, 'an empty one': sentBy(''), 'no address': sentBy('anna') },
    lacks: { somebody: {} },
  },
];

describe.each(RULES)('$rule', ({ rule, shows, lacks }) => {
  test.each(Object.entries(shows))('applies: %s', (_, over) => {
    expect(reasonsOf(over)).toContain(rule);
  });
  const close = Object.entries(lacks);
  if (close.length > 0) {
    test.each(close)('does not apply: %s', (_, over) => {
      expect(reasonsOf(over)).not.toContain(rule);
    });
  }
});

test('every rule of the tables is asked about here, and means what it says', () => {
  expect(RULES.map(({ rule }) => rule)).toEqual(CLASS_RULES.map(({ name }) => name));
  expect(Object.fromEntries(CLASS_RULES.map(({ name, means }) => [name, means]))).toMatchObject({
    'own-message-id': 'loop',
    'own-loop-header': 'loop',
    'from-own-address': 'loop',
    'feedback-report': 'report',
    'abuse-report-by-mail-box-provider': 'report',
    'disposition-notification': 'report',
    'json-report': 'report',
    'delivery-status': 'bounce',
    'rejected-by-filter': 'bounce',
    'json-bounce': 'bounce',
    'failed-recipients': 'bounce',
    'from-mail-system': 'bounce',
    'from-mail-role': 'bounce',
    'bounce-subject': 'bounce',
    'undelivered-text': 'bounce',
    'auto-submitted-vacation': 'auto-reply',
    'exchange-out-of-office': 'auto-reply',
    'out-of-office-subject': 'auto-reply',
    'absence-text': 'auto-reply',
    'auto-submitted': 'auto-reply',
    'auto-reply-header': 'auto-reply',
    'precedence-auto-reply': 'auto-reply',
    'delivered-to-autoresponder': 'auto-reply',
    'auto-reply-subject': 'auto-reply',
    'challenge-response': 'auto-reply',
    'null-return-path': 'auto-reply',
    'list-headers': 'list',
    'precedence-bulk': 'list',
    'feedback-id': 'list',
    'response-suppress': null,
    'loop-header': null,
    'spam-flag': null,
    'no-reply-address': null,
    'no-sender': null,
  });
});

describe('when several signs meet', () => {
  const CASES: readonly (readonly [string, Partial<Mail>, object])[] = [
    [
      'a person may be answered',
      {},
      { class: 'human', outOfOffice: false, autoReplyAllowed: true, reasons: [] },
    ],
    [
      'a person who wants no automatic answer stays a person',
      headed(['x-auto-response-suppress', 'OOF']),
      { class: 'human', outOfOffice: false, autoReplyAllowed: false, reasons: ['response-suppress'] },
    ],
    [
      'our own mail is ours, whatever it says besides',
      { ...sentBy(OWN), ...NULL_PATH, subject: 'Undeliverable: A question' },
      { class: 'loop', reasons: ['from-own-address', 'bounce-subject', 'null-return-path'] },
    ],
    [
      'a complaint is one, though a mail system sends it',
      { ...reported('feedback-report'), ...sentBy('mailer-daemon@mx.example') },
      { class: 'report' },
    ],
    [
      'a bounce is one, though its reverse path is empty',
      { ...reportTyped('delivery-status'), ...NULL_PATH },
      { class: 'bounce', autoReplyAllowed: false, reasons: ['delivery-status', 'null-return-path'] },
    ],
    [
      'an answer of a robot is one, though a list sent it',
      headed(['list-id', 'x'], ['auto-submitted', 'auto-replied']),
      { class: 'auto-reply', outOfOffice: false, reasons: ['auto-submitted', 'list-headers'] },
    ],
    [
      'a list mail is one, though nobody is to be answered',
      headed(['list-id', 'x'], ['x-loop', 'x']),
      { class: 'list' },
    ],
    [
      'an absence from "postmaster" is no bounce',
      {
        ...sentBy('postmaster@mx.example'),
        ...headed(['auto-submitted', 'auto-replied (vacation)']),
        subject: 'Undeliverable: A question',
      },
      {
        class: 'auto-reply',
        outOfOffice: true,
        reasons: ['auto-submitted-vacation', 'from-mail-role', 'bounce-subject', 'auto-submitted'],
      },
    ],
    [
      'a delivery report that mentions an absence is a bounce',
      { ...reportTyped('delivery-status'), ...headed(['auto-submitted', 'auto-replied (vacation)']) },
      { class: 'bounce', outOfOffice: false },
    ],
    [
      'a challenge in a delivery report is no bounce',
      { ...reportTyped('delivery-status'), ...reported('delivery-status'), text: CHALLENGED },
      { class: 'auto-reply', outOfOffice: false },
    ],
    [
      'an absence sent to a list is no list mail',
      headed(['auto-submitted', 'auto-replied (vacation)'], ['precedence', 'bulk']),
      { class: 'auto-reply', outOfOffice: true },
    ],
  ];
  test.each(CASES)('%s', (_, over, expected) => {
    expect(classify(mailOf(over), CONTEXT)).toMatchObject(expected);
  });

  test('without a mark of ours nothing is taken for our own', () => {
    const { ownLoopMark: _, ...unmarked } = CONTEXT;
    expect(classify(mailOf(headed(['x-rowdesk-loop', 'our-mark'])), unmarked).reasons).toEqual([]);
  });
});
