/** The bytes that leave, parsed back by mailparser: parts, headers, and that no field writes a header. */

import ICAL from 'ical.js';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import type { PlannedMail } from '../../../core/session/planned-mail';
import { composeMail, type Sender } from '../../../mail-bridge/outbox/compose';
import { stopToken } from '../../../mail-bridge/outbox/stop-links';
import { winter } from '../../core/sla/sla-rows';
import { type Firm, letter, SUPPORT, sender, session, told } from './letter-firm';

const SEVERAL: Partial<PlannedMail> = {
  also: ['PP-02', 'WD-03'].map((id, at) => ({
    key: `reminder:${id}`,
    session: session({ id, starts_at: winter(`2026-11-26T1${4 + at}:00`), ends_at: null }),
  })),
  template: 'reminder_several',
};
const CANCELLED: Partial<PlannedMail> = {
  purpose: { kind: 'cancelled', before: told() },
  template: 'session_cancelled',
};
const NUDGE: Partial<PlannedMail> = {
  purpose: { kind: 'nudge', missing: 'logged_in' },
  template: 'checkpoint',
};
const reply = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  ...letter(),
  key: 'reply:1',
  kind: 'reply',
  invitations: [],
  text: 'Dzień dobry,\nproszę spróbować jeszcze raz.\n\n-- \nPomoc: pomoc@akademia-jasna.test',
  ...change,
});

const bytes = (mail: OutgoingMail, from: Partial<Sender> = {}) => composeMail(mail, { ...sender, ...from });
const parsed = async (mail: OutgoingMail, from: Partial<Sender> = {}): Promise<ParsedMail> =>
  simpleParser(await bytes(mail, from));

/** The types of the parts, as they stand in the mail: `multipart/alternative(text/plain text/html)`. */
async function partsOf(mail: OutgoingMail): Promise<string[]> {
  const raw = (await bytes(mail)).toString('latin1').replace(/\r\n[ \t]+/g, ' ');
  return [...raw.matchAll(/^Content-Type: (.*)\r$/gm)].map(([, type = '']) =>
    type
      .replace(/ ?(?:charset=utf-8|boundary="[^"]*")/g, '')
      .replace(/;+/g, '')
      .trim(),
  );
}

describe('the parts', () => {
  test.each<[string, () => OutgoingMail, readonly string[]]>([
    [
      'an invitation: the calendar is the last alternative, and a file',
      letter,
      [
        'multipart/mixed',
        'multipart/alternative',
        'text/plain',
        'text/html',
        'text/calendar method=REQUEST',
        'application/ics name=invite.ics',
      ],
    ],
    [
      'a mail for three sessions: each event a file of its own',
      () => letter(SEVERAL),
      [
        'multipart/mixed',
        'multipart/alternative',
        'text/plain',
        'text/html',
        'text/calendar method=REQUEST',
        'application/ics name=invite-2.ics',
        'application/ics name=invite-3.ics',
        'application/ics name=invite.ics',
      ],
    ],
    [
      'a mail to somebody with needs: no page',
      () => letter({ need: 'accessible' }),
      [
        'multipart/mixed',
        'multipart/alternative',
        'text/plain',
        'text/calendar method=REQUEST',
        'application/ics name=invite.ics',
      ],
    ],
    [
      'a cancellation',
      () => letter(CANCELLED),
      [
        'multipart/mixed',
        'multipart/alternative',
        'text/plain',
        'text/html',
        'text/calendar method=CANCEL',
        'application/ics name=invite.ics',
      ],
    ],
    ['a nudge', () => letter(NUDGE), ['multipart/alternative', 'text/plain', 'text/html']],
    ['an answer', reply, ['multipart/alternative', 'text/plain', 'text/html']],
    ['an answer to somebody with needs', () => reply({ plainOnly: true }), ['text/plain']],
  ])('of %s', async (_name, mail, parts) => {
    expect(await partsOf(mail())).toEqual(parts);
  });

  test.each<[string, Partial<PlannedMail>]>([
    ['a reminder', {}],
    ['several', SEVERAL],
    ['Ukrainian', { language: 'uk' }],
    ['to somebody with needs', { need: 'accessible' }],
  ])('hold the text whole (%s)', async (_name, plan) => {
    const mail = letter(plan);
    expect((await parsed(mail)).text?.trimEnd()).toBe(mail.text);
  });

  test('hold one event each, of the session it is about', async () => {
    const mail = letter(SEVERAL);
    const { attachments } = await parsed(mail);
    const files = attachments.filter(({ contentType }) => contentType === 'application/ics');
    const uids = files.map(({ content }) => {
      const [event, ...others] = new ICAL.Component(ICAL.parse(content.toString())).getAllSubcomponents();
      expect(others).toEqual([]);
      return event?.getFirstPropertyValue('uid');
    });
    expect(uids.sort()).toEqual(mail.invitations.map(({ uid }) => uid).sort());
    expect(uids).toHaveLength(3);
  });

  test('say the same event in the alternative and in the file, and keep the way out to the reader', async () => {
    const mail = letter();
    const { attachments } = await parsed(mail);
    const alternative = attachments.find(({ contentType }) => contentType === 'text/calendar');
    const file = attachments.find(({ filename }) => filename === 'invite.ics');
    expect(alternative?.content.equals(file?.content ?? Buffer.alloc(0))).toBe(true);
    const event = new ICAL.Component(ICAL.parse(file?.content.toString() ?? '')).getFirstSubcomponent(
      'vevent',
    );
    const description = String(event?.getFirstPropertyValue('description'));
    expect(description).toContain(SUPPORT);
    expect(description).not.toContain(stopToken(mail.messageId));
    expect(String(event?.getFirstPropertyValue('attendee'))).toBe('MAILTO:zofia@poczta.test');
  });

  test('are the same bytes whenever the mail is composed', async () => {
    for (const mail of [letter(), letter(SEVERAL), letter({ need: 'accessible' }), reply()]) {
      expect((await bytes(mail)).equals(await bytes(mail))).toBe(true);
    }
  });

  test('keep every line within what SMTP carries (RFC 5321 §4.5.3.1.6)', async () => {
    const long = reply({
      text: `${'słowo '.repeat(900)}\n${'x'.repeat(3000)}`,
      subject: 'Дуже '.repeat(150),
    });
    for (const mail of [long, letter(SEVERAL)]) {
      const lines = (await bytes(mail)).toString('latin1').split('\r\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
    }
  });

  test('of a usual reminder stay small', async () => {
    const mail = letter();
    const { html } = await parsed(mail);
    expect(Buffer.byteLength(html || '')).toBeLessThan(5_000);
    expect((await bytes(mail)).length).toBeLessThan(16_000);
  });
});

describe('the headers', () => {
  const headersOf = async (mail: OutgoingMail) => (await parsed(mail)).headers;

  test.each<[string, () => OutgoingMail, string | undefined]>([
    ['a reminder', letter, 'auto-generated'],
    ['a notice', () => letter(CANCELLED), 'auto-generated'],
    ['an answer', reply, undefined],
    ['an acknowledgement', () => reply({ kind: 'acknowledgement' }), 'auto-replied'],
  ])('say whether a program wrote (%s)', async (_name, mail, value) => {
    const headers = await headersOf(mail());
    expect(headers.get('auto-submitted')).toBe(value);
    expect(headers.get('x-auto-response-suppress')).toBe(value && 'OOF, AutoReply, RN, NRN');
  });

  test('say the language', async () => {
    expect((await headersOf(letter({ language: 'uk' }))).get('content-language')).toBe('uk');
  });

  const unsubscribe = async (mail: OutgoingMail) => {
    const raw = (await bytes(mail)).toString('latin1').replace(/\r\n[ \t]+/g, ' ');
    return /^List-Unsubscribe: (.*)\r$/m.exec(raw)?.[1];
  };
  const without: Firm = { settings: { portal_url: '' } };
  test.each<[string, Partial<PlannedMail>, Firm, (token: string) => string | undefined]>([
    [
      'a reminder',
      {},
      {},
      (token) =>
        `<mailto:${SUPPORT}?subject=stop%20${token}>, <https://pomoc.akademia-jasna.test/exec?stop=${token}>`,
    ],
    [
      'a reminder of a firm without a page',
      {},
      without,
      (token) => `<mailto:${SUPPORT}?subject=stop%20${token}>`,
    ],
    ['a nudge', NUDGE, without, (token) => `<mailto:${SUPPORT}?subject=stop%20${token}>`],
    [
      'a page with a query and a fragment',
      {},
      { settings: { portal_url: 'https://x.test/help?lang=pl#top' } },
      (token) =>
        `<mailto:${SUPPORT}?subject=stop%20${token}>, <https://x.test/help?lang=pl&stop=${token}#top>`,
    ],
    [
      'a page with letters that no header carries',
      {},
      { settings: { portal_url: 'https://x.test/допомога%20a' } },
      (token) =>
        `<mailto:${SUPPORT}?subject=stop%20${token}>, ` +
        `<https://x.test/%D0%B4%D0%BE%D0%BF%D0%BE%D0%BC%D0%BE%D0%B3%D0%B0%20a?stop=${token}>`,
    ],
    ['a notice, which nobody can decline', CANCELLED, {}, () => undefined],
  ])('let the reader out of reminders in one click: %s', async (_name, plan, firm, expected) => {
    const mail = letter(plan, firm);
    expect(await unsubscribe(mail)).toBe(expected(stopToken(mail.messageId) ?? ''));
  });

  test('name no way out in an answer, nor in a reminder whose id is not ours', async () => {
    expect(await unsubscribe(reply())).toBeUndefined();
    expect(await unsubscribe({ ...letter(), messageId: '<x@y.test>' })).toBeUndefined();
  });

  test('keep names in any alphabet', async () => {
    const mail = await parsed(
      letter({ language: 'uk', session: session({ course: 'Excel для всіх – 😀' }) }),
      {
        name: 'Школа «Ясна, тепла» "№ 1"',
      },
    );
    expect(mail.subject).toContain('Excel для всіх – 😀');
    expect(mail.from?.value).toEqual([{ name: 'Школа «Ясна, тепла» "№ 1"', address: SUPPORT }]);
  });
});

describe('no field writes a header, another recipient or a part', () => {
  const EVIL = [
    'x\r\nBcc: victim@example.com\r\n\r\n<b>evil</b>',
    'x\nX-Evil: 1',
    'x\rX-Evil: 1',
    'x\u0085X-Evil: 1\u2028X-Evil: 2',
    'x\u0000\u000b\u000cX-Evil: 1',
    'a@b.test>, <victim@example.com',
    '"victim@example.com, x"',
  ];
  const evil = (text: string): Record<string, () => Promise<ParsedMail>> => ({
    subject: () => parsed(reply({ subject: text })),
    text: () => parsed(reply({ text })),
    key: () => parsed(reply({ key: text })),
    'Message-ID': () => parsed(reply({ messageId: `<${text}@x.test>` })),
    'In-Reply-To': () => parsed(reply({ inReplyTo: `<${text}@x.test>` })),
    References: () => parsed(reply({ references: ['<a@x.test>', `<${text}@x.test>`] })),
    'the firm’s name': () => parsed(letter(), { name: text }),
    'the sender’s name': () => parsed(reply({ fromName: text })),
    'a copy': () => parsed(reply({ cc: [text] })),
    'the course': () => parsed(letter({ session: session({ course: text }) })),
    'the place': () => parsed(letter({ session: session({ place: text }) })),
    'the link': () => parsed(letter({ session: session({ link: text }) })),
    'the session’s id': () => parsed(letter({ session: session({ id: text }) })),
    'the help page': () => parsed(letter({}, { settings: { portal_url: `https://x.test/${text}` } })),
    'the firm’s address': () => parsed(letter({}, { settings: { support_address: text } })),
    // The type allows three languages; a journal on a disk could hold anything.
    'the language': () => parsed(reply({ language: text as 'pl' })),
  });
  const HEADERS = [
    'auto-submitted',
    'content-language',
    'content-type',
    'date',
    'from',
    'in-reply-to',
    'list-unsubscribe',
    'list',
    'message-id',
    'mime-version',
    'references',
    'reply-to',
    'subject',
    'to',
    'x-auto-response-suppress',
    'x-rowdesk-loop',
    'content-transfer-encoding',
  ];
  const addressesOf = (field: AddressObject | AddressObject[] | undefined) =>
    [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));

  describe.each(EVIL)('%j', (text) => {
    test.each(Object.keys(evil('')))('as %s', async (field) => {
      const mail = await evil(text)[field]?.();
      if (!mail) throw new Error(`no field ${field}`);
      expect([...mail.headers.keys()].filter((name) => !HEADERS.includes(name))).toEqual([]);
      expect(addressesOf(mail.to)).toEqual(['zofia@poczta.test']);
      expect(addressesOf(mail.from)).toEqual([SUPPORT]);
      expect(mail.bcc ?? mail.cc).toBeUndefined();
      expect(mail.html || '').not.toContain('<b>');
      const [event] = mail.attachments;
      if (event) {
        const calendar = new ICAL.Component(ICAL.parse(event.content.toString()));
        expect(calendar.getAllSubcomponents()).toHaveLength(1);
        expect(calendar.getFirstSubcomponent('vevent')?.getAllProperties('attendee')).toHaveLength(1);
      }
    });
  });
});
