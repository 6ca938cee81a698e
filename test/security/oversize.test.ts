/** Too much of everything. Each mail becomes what a row can hold, in bounded work, and is not lost. */

import { planIntake } from '../../core/intake/plan-intake';
import { NO_SESSION_MAIL } from '../../core/intake/session-mail';
import type { TicketId } from '../../core/ticket/ticket-id';
import { instant, zone } from '../../core/time/instant';
import { COLUMNS, LONGEST_CELL } from '../../core/workbook/columns';
import { appendRows, readLayout, type TableContext } from '../../core/workbook/table';
import { understandRaw } from '../mail-bridge/intake/understand-raw';

/** Far more than it takes; it fails a machine that goes on for minutes. */
const HANG_MS = 240_000;
const CONTEXT: TableContext = {
  zone: zone('UTC'),
  offset: () => 0,
  wordOf: () => null,
  labelOf: (_, word) => word,
};

const head = (more: readonly string[] = []): string[] => [
  'From: Jan <jan@people.test>',
  'Message-ID: <big@people.test>',
  ...more,
];
const plain = (more: readonly string[], body = 'Where is my certificate?'): Buffer =>
  Buffer.from([...head(more), '', body, ''].join('\r\n'), 'utf8');
const addresses = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Person ${at} <p${at}@people${at}.test>`).join(',\r\n ');
const parts = (each: (at: number) => readonly string[], count: number): Buffer =>
  plain(
    ['Subject: files', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=m'],
    [
      '--m',
      'Content-Type: text/plain',
      '',
      'Where is my certificate?',
      ...Array.from({ length: count }, (_, at) => ['--m', ...each(at)]).flat(),
      '--m--',
    ].join('\r\n'),
  );

function nested(depth: number): Buffer {
  const lines = ['Subject: nest', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b0'];
  const body: string[] = [];
  for (let at = 0; at < depth; at++)
    body.push(`--b${at}`, `Content-Type: multipart/mixed; boundary=b${at + 1}`, '');
  body.push(`--b${depth}`, 'Content-Type: text/plain', '', 'At last.');
  return plain(lines, body.join('\r\n'));
}

function nestedMails(depth: number): Buffer {
  const mail = 'Content-Type: message/rfc822\r\n\r\nFrom: a@b.test\r\nSubject: x\r\n';
  return plain(['Subject: mails', 'MIME-Version: 1.0', 'Content-Type: message/rfc822'], mail.repeat(depth));
}

const report = (status: readonly string[], text = 'It failed.'): Buffer =>
  Buffer.from(
    [
      'From: Mail Delivery System <MAILER-DAEMON@people.test>',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=m',
      '',
      '--m',
      'Content-Type: text/plain',
      '',
      text,
      '--m',
      'Content-Type: message/delivery-status',
      '',
      ...status,
      '',
      '--m--',
      '',
    ].join('\r\n'),
  );
const LONG = 'x'.repeat(1_000_000);

const MAILS: readonly (readonly [string, () => Buffer])[] = [
  ['a subject of 1 MB', () => plain([`Subject: ${'x'.repeat(1_000_000)}`])],
  [
    'a subject of 1 MB in encoded words',
    () => plain([`Subject: ${'=?utf-8?B?0LnRhtGD?=\r\n '.repeat(40_000)}x`]),
  ],
  ['a subject of prefixes', () => plain([`Subject: ${'Re: '.repeat(250_000)}x`])],
  ['a subject of ticket numbers', () => plain([`Subject: ${'[#T-7K3Q9]'.repeat(100_000)}`])],
  ['a name of 1 MB', () => Buffer.from(`From: ${'x'.repeat(1_000_000)} <jan@people.test>\r\n\r\nHello\r\n`)],
  ['an address of 1 MB', () => plain([`Reply-To: ${'x'.repeat(1_000_000)}@people.test`, 'Subject: x'])],
  ['10,000 addresses', () => plain([`To: ${addresses(10_000)}`, 'Subject: x'])],
  [
    '10,000 addresses in the From header',
    () => Buffer.from(`From: ${addresses(10_000)}\r\nSubject: x\r\n\r\ny\r\n`),
  ],
  ['a comment that never ends', () => plain([`Cc: ${'('.repeat(500_000)}`, 'Subject: x'])],
  ['quotes that never end', () => plain([`Cc: ${'"\\'.repeat(300_000)}`, 'Subject: x'])],
  [
    '100,000 references',
    () =>
      plain([
        `References: ${Array.from({ length: 100_000 }, (_, at) => `<${at}@x.test>`).join('\r\n ')}`,
        'Subject: x',
      ]),
  ],
  ['a Message-ID of 1 MB', () => plain([`In-Reply-To: <${'x'.repeat(1_000_000)}@x.test>`, 'Subject: x'])],
  [
    '100,000 fields',
    () => plain([...Array.from({ length: 100_000 }, (_, at) => `X-${at}: x`), 'Subject: x']),
  ],
  [
    '10,000 results of authentication',
    () =>
      plain([
        ...Array.from({ length: 10_000 }, () => 'Authentication-Results: mx.firm.test; dmarc=pass'),
        'Subject: x',
      ]),
  ],
  [
    'results of authentication of 1 MB',
    () => plain([`Authentication-Results: mx.firm.test${'; ((dmarc=pass'.repeat(80_000)}`, 'Subject: x']),
  ],
  [
    '5,000 attachments',
    () =>
      parts(
        (at) => [
          'Content-Type: application/pdf',
          `Content-Disposition: attachment; filename="f${at}.pdf"`,
          '',
          'x',
        ],
        5_000,
      ),
  ],
  [
    '5,000 attachments of one name of 1,000 letters',
    () =>
      parts(
        () => [
          'Content-Type: application/pdf',
          `Content-Disposition: attachment; filename="${'ї'.repeat(1_000)}"`,
          '',
          'x',
        ],
        5_000,
      ),
  ],
  ['100,000 empty parts', () => parts(() => ['', ''], 100_000)],
  ['5,000 parts within each other', () => nested(5_000)],
  ['3,000 mails within each other', () => nestedMails(3_000)],
  ['a text of 20 MB', () => plain(['Subject: x'], 'All work and no play. \r\n'.repeat(850_000))],
  ['a line of 10 MB', () => plain(['Subject: x'], 'x'.repeat(10_000_000))],
  ['quotes of 100,000 levels', () => plain(['Subject: x'], `${'> '.repeat(100_000)}x\r\nMine.`)],
  [
    'a page of 100,000 nested boxes',
    () => plain(['Subject: x', 'Content-Type: text/html'], `${'<div>'.repeat(100_000)}Hello`),
  ],
  [
    '12 lists of recipients of 20 KB without an address',
    () => plain([...Array.from({ length: 12 }, () => `To: ${'x'.repeat(20_000)}`), 'Subject: x']),
  ],
  ['a name within an address within a name', () => plain([`Cc: ${'"<a>\\'.repeat(13_000)}`, 'Subject: x'])],
  ['comments and addresses in turn', () => plain([`Cc: ${'(<a>'.repeat(16_000)}`, 'Subject: x'])],
  [
    'a property of authentication of 20 KB',
    () =>
      plain([
        ...Array.from(
          { length: 12 },
          () => `Authentication-Results: mx.firm.test; dkim=pass ${'x'.repeat(20_000)}`,
        ),
        'Subject: x',
      ]),
  ],
  [
    'a content type of 20,000 parameters',
    () => plain([`Content-Type: text/plain${'; a=b'.repeat(20_000)}`, 'Subject: x']),
  ],
  [
    'a content type of encoded parameters',
    () =>
      plain([
        `Content-Type: text/plain${Array.from({ length: 5_000 }, (_, at) => `; name*${at}*=%41`).join('')}`,
        'Subject: x',
      ]),
  ],
  [
    'a bounce about an address of 1 MB',
    () => report([`Final-Recipient: rfc822; ${LONG}`, 'Action: failed', 'Status: 5.1.1']),
  ],
  [
    'a bounce of 100,000 recipients',
    () =>
      report(
        Array.from({ length: 100_000 }, (_, at) => [
          `Final-Recipient: rfc822; a${at}@b.test`,
          'Action: failed',
          '',
        ]).flat(),
      ),
  ],
  ['a bounce of one line of 1 MB', () => report(['Action: failed'], LONG)],
  [
    'a bounce of words that begin like addresses',
    () => report(['Action: failed'], `could not be delivered to: ${LONG}`),
  ],
  [
    'a forward from a line of 1 MB',
    () =>
      plain(
        ['Subject: Fwd: x'],
        `---------- Forwarded message ---------\r\nFrom: ${LONG}\r\nSubject: x\r\n\r\nHello`,
      ),
  ],
  [
    'an attribution of 1 MB',
    () => plain(['Subject: Re: x'], `Hello\r\n\r\nOn Mon, 1 Jan 2026 ${LONG} wrote:\r\n> x`),
  ],
  ['a page of one word of 1 MB', () => plain(['Subject: x', 'Content-Type: text/html'], `<p>${LONG}</p>`)],
  [
    'a page of a style of 1 MB',
    () =>
      plain(
        ['Subject: x', 'Content-Type: text/html'],
        `<style>${'a{b:c}'.repeat(160_000)}</style><p style="${'a:b;'.repeat(200_000)}">Hello`,
      ),
  ],
  ['half a million line ends', () => plain(['Subject: x'], '\r\n'.repeat(500_000))],
  ['half a million blanks', () => plain(['Subject: x'], `${' '.repeat(500_000)}x${'\t'.repeat(500_000)}`)],
  [
    'a calendar of 1 MB',
    () =>
      plain(
        ['Subject: x', 'Content-Type: text/calendar; method=REPLY'],
        `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nCOMMENT:${'x'.repeat(1_000_000)}\r\nEND:VEVENT\r\nEND:VCALENDAR`,
      ),
  ],
];

test.each(MAILS)('%s', async (_what, make) => {
  const started = Date.now();
  const incoming = await understandRaw(make());
  const plan = planIntake(incoming, {
    verdict: { kind: 'new', pointsTo: null, pointedBy: null },
    bouncedTicket: null,
    knownTicket: () => null,
    mint: () => 'T-7K3Q9' as TicketId,
    messageRowId: 'in:1',
    firmLanguage: 'en',
    sender: 'other',
    now: instant(Date.UTC(2026, 10, 23, 9, 0)),
    rosterLanguage: null,
    sessionMail: NO_SESSION_MAIL,
  });
  expect(Date.now() - started).toBeLessThan(HANG_MS);
  // Some outcome, and a row of which every cell fits into one (50,000 signs, the workbook's limit).
  expect(plan.outcome).not.toBe('');
  const layout = readLayout('messages', Object.keys(COLUMNS.messages));
  const [request] = appendRows(layout, [plan.message], CONTEXT);
  const cells = JSON.stringify(request).match(/"stringValue":"(?:[^"\\]|\\.)*"/g) ?? [];
  expect(cells.length).toBeGreaterThan(3);
  for (const cell of cells)
    expect(JSON.parse(`{${cell}}`).stringValue.length).toBeLessThanOrEqual(LONGEST_CELL);
  expect((plan.ticket?.excerpt ?? '').length).toBeLessThan(1_000);
});
