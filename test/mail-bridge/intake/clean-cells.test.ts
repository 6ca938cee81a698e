/**
 * Whatever a mail holds, what it puts into a cell, and so into the sidebar and the letters made from cells, is letters
 * only: no control sign, no sign that turns the writing round, no line break where one line is meant.
 */
import { planIntake } from '../../../core/intake/plan-intake';
import { parseTicketId, type TicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';
import { explain } from '../../../mail-bridge/mime/explain';
import { understandRaw } from './understand-raw';

const NOW = instant(Date.UTC(2026, 10, 23, 9, 0));
/** Bell, escape, delete, C1, right-to-left override, isolate, zero width, line separator, soft hyphen, BOM. */
const EVIL = '\u0007\u001b[31m\u007f\u009b\u202e\u2066\u200b\u2028\u00ad\ufeff';
const NOT_FOR_CELLS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

const q = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const evil = (text: string) => `${text.slice(0, 2)}${EVIL}\r\nBcc: x@y.example\r\n${text.slice(2)}`;

const HEAD = [
  `From: ${q(evil('Jan Nowak'))} <jan@people.test>`,
  `To: ${q(evil('Support'))} <support@firm.test>, "a\u202eb" <b\u202ec@people.test>`,
  `Subject: ${q(evil('Pilne: link'))}`,
  `Message-ID: <m1\u202e\u0007x@people.test>`,
  'Date: Fri, 20 Nov 2026 10:00:00 +0100',
];

const PLAIN = [
  ...HEAD,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  `Content-Type: text/plain; charset="u\u0007tf\u202e-8"`,
  '',
  `To jest pilne${EVIL} i skarga${EVIL}`,
  '--x',
  'Content-Type: application/pdf',
  `Content-Disposition: attachment; filename="${q(evil('a/../fa\u202efdp.exe'))}"`,
  '',
  'x',
  '--x--',
  '',
];

const HTML = [
  ...HEAD,
  'Content-Type: text/html; charset=utf-8',
  '',
  `<p>To jest&#7; pilne&#x202e;&#27;${EVIL}</p><p title="${EVIL}">drugi&shy; akapit&#8203;</p>`,
  '',
];

const CALENDAR = [
  ...HEAD,
  'Content-Type: text/calendar; charset=utf-8; method=REPLY',
  '',
  'BEGIN:VCALENDAR',
  'METHOD:REPLY',
  'BEGIN:VEVENT',
  `ATTENDEE;PARTSTAT=DECLINED;X-RESPONSE-COMMENT="ill${EVIL}":mailto:jan${EVIL}@people.test`,
  `UID:s1${EVIL}`,
  `SUMMARY:Ex${EVIL}cel`,
  `COMMENT:Nie${EVIL} mogę`,
  'END:VEVENT',
  'END:VCALENDAR',
];

const BOUNCE = [
  'From: MAILER-DAEMON@mx.people.test',
  `Subject: Undelivered ${q(evil('Mail'))}`,
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  `It failed${EVIL}`,
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx',
  '',
  `Final-Recipient: rfc822; jan\u202e\u0007@people.test`,
  'Action: failed',
  `Status: 5.1.1\u202e`,
  '',
  '--b--',
  '',
];

const FORWARD = [
  'From: Trener <trener@firm.test>',
  `Subject: Fwd: ${q(evil('Link'))}`,
  'Content-Type: text/plain; charset=utf-8',
  '',
  '---------- Forwarded message ---------',
  `From: Ola${EVIL} Lis <ola@people.test>`,
  'Date: Fri, 20 Nov 2026 at 10:00',
  `Subject: Li${EVIL}nk`,
  'To: <trener@firm.test>',
  '',
  `Where is it${EVIL}?`,
  '',
];

/** A mail that the desk's own code reads, then every text of its rows. */
async function texts(lines: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const raw = Buffer.from(lines.join('\r\n'), 'utf8');
  const incoming = await understandRaw(raw, { colleague: true });
  const plan = planIntake(incoming, {
    verdict: { kind: 'new', pointsTo: null, pointedBy: null },
    bouncedTicket: fresh(),
    knownTicket: () => null,
    mint: fresh,
    messageRowId: 'in:1',
    sender: 'other',
    now: NOW,
    firmLanguage: 'pl',
    rosterLanguage: null,
  });
  return Object.fromEntries(flat({ ...plan, mail: null }, ''));
}

function fresh(): TicketId {
  const id = parseTicketId('T-NEW77');
  if (id === null) throw new Error('T-NEW77 is no ticket id');
  return id;
}

function flat(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => flat(one, `${path}.${key}`));
}

const MANY_LINES = /\.(?:text|full_text|warnings)$/;

describe.each([
  ['a plain text', PLAIN],
  ['HTML', HTML],
  ['an answer to an invitation', CALENDAR],
  ['a bounce', BOUNCE],
  ['a forwarded mail', FORWARD],
])('%s full of signs that are no letters', (_name, lines) => {
  test('puts letters only into every cell', async () => {
    for (const [where, text] of Object.entries(await texts(lines))) {
      expect({ where, text, found: NOT_FOR_CELLS.exec(text)?.[0] }).toEqual({
        where,
        text,
        found: undefined,
      });
      if (!MANY_LINES.test(where))
        expect({ where, text, lines: text.split('\n').length }).toMatchObject({ lines: 1 });
    }
  });

  test('puts letters only into what explain prints', async () => {
    const reading = await explain(Buffer.from(lines.join('\r\n'), 'utf8'), 'a.eml');
    for (const [where, text] of flat(reading, '')) {
      expect({ where, text, found: NOT_FOR_CELLS.exec(text)?.[0] }).toEqual({
        where,
        text,
        found: undefined,
      });
    }
  });
});

test('the words themselves stay', async () => {
  const cells = await texts(PLAIN);
  expect(cells['.message.text']).toContain('To jest pilne');
  expect(cells['.ticket.signals.0']).toMatch(/^pilne \(pilne\)/);
  expect((await texts(CALENDAR))['.message.text']).toMatch(/^Zaproszenie odrzucone: Ex.*cel/);
});
