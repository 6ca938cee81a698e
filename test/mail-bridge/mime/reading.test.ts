import fc from 'fast-check';
import { explain } from '../../../mail-bridge/mime/explain';
import { flattenHtml } from '../../../mail-bridge/mime/flatten-html';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { readTnef } from '../../../mail-bridge/mime/tnef';

describe('reading never throws', () => {
  test('on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect((await readMail(Buffer.from(bytes))).messageId).toMatch(/^<.+>$/);
      }),
      { numRuns: 60 },
    );
  });

  test('on any mixture of the pieces of mails', async () => {
    const piece = fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=x\r\n',
      'Content-Type: text/html; charset=windows-1251\r\n',
      'Content-Type: message/rfc822\r\n',
      'Content-Transfer-Encoding: base64\r\n',
      'From: =?utf-8?B?w?= <a@b.example>\r\n',
      'Subject: =?x?Q?=FF?=\r\n',
      '\r\n',
      '--x\r\n',
      '--x--\r\n',
      '<div><blockquote>',
      '=FF=',
      'begin 644 a\r\n#86)C\r\n',
      '\u00ff\u00fe',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const ours = await explain(Buffer.from(pieces.join(''), 'latin1'), 'any.eml');
        expect(ours.warnings.join(' ')).not.toContain('could not be explained');
      }),
      { numRuns: 100 },
    );
  });

  test('on a broken winmail.dat', () => {
    const signature = [0x78, 0x9f, 0x3e, 0x22, 1, 0];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(readTnef(Buffer.from([...signature, ...bytes])).attachments.length).toBeLessThanOrEqual(501);
      }),
    );
  });
});

describe('HTML that is deeper than any mail', () => {
  const deep = `${'<div>'.repeat(5_000)}text${'</div>'.repeat(5_000)}`;

  test('keeps its text and loses its depth', () => {
    const flat = flattenHtml(deep);
    expect(flat.match(/<div>/g)?.length).toBe(150);
    expect(flat).toContain('text');
  });

  test('of usual depth is left as it is', () => {
    const usual = `<table>${'<tr><td><p>text'.repeat(2_000)}</table>`;
    expect(flattenHtml(usual)).toBe(usual);
  });
});

describe('explain', () => {
  test('tells an answer to an invitation, and words of a hurry', async () => {
    const ics =
      'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:s1@x\r\nSUMMARY:Excel\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:a@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const mail = (text: string) =>
      Buffer.from(
        `From: a@x.example\r\nSubject: Excel\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n${ics}--b--\r\n`,
      );
    const calendar = { answer: 'tentative', attendee: 'a@x.example', uid: 's1@x', summary: 'Excel' };
    expect(await explain(mail('Tentative: Excel'), 'a.eml')).toMatchObject({
      calendar,
      class: 'auto-reply',
      autoReplyAllowed: false,
      tone: { urgent: [] },
    });
    expect(await explain(mail('Urgent: when does it begin?'), 'a.eml')).toMatchObject({
      calendar,
      class: 'human',
      autoReplyAllowed: true,
      tone: { urgent: ['urgent'], conflict: [] },
    });
  });

  test('gives the fields of the command line, in their order', async () => {
    const raw =
      'From: Anna <anna@client.example>\r\nTo: s@school.example\r\nSubject: x\r\nMessage-ID: <m@x>\r\nDate: Mon, 3 Nov 2025 10:15:00 +0100\r\n\r\nHello, the link does not work.';
    expect(await explain(Buffer.from(raw), 'a.eml')).toEqual({
      file: 'a.eml',
      messageId: '<m@x>',
      from: { address: 'anna@client.example', name: 'Anna' },
      to: [{ address: 's@school.example', name: '' }],
      cc: [],
      subject: 'x',
      date: '2025-11-03T09:15:00.000Z',
      class: 'human',
      autoReplyAllowed: true,
      bounce: null,
      text: 'Hello, the link does not work.',
      reply: 'Hello, the link does not work.',
      forwarded: null,
      language: 'en',
      calendar: null,
      tone: { urgent: [], conflict: [] },
      attachments: [],
      warnings: [],
    });
  });
});

test('the source of a mail that somebody pastes into a text stays as they pasted it', async () => {
  const pasted = [
    'Look at this:',
    'Content-Type: multipart/mixed; boundary="inner"',
    '',
    '--inner',
    'Content-Type: text/plain',
    '',
    'hello',
  ].join('\r\n');
  const mail = await readMail(
    Buffer.from(
      [
        'From: a@x.example',
        'Subject: Source',
        'Content-Type: multipart/mixed; boundary="outer"',
        '',
        '--outer',
        'Content-Type: text/plain',
        '',
        pasted,
        '--outer',
        'Content-Type: application/pdf; name="a.pdf"',
        '',
        'file',
        '--outer--',
        '',
      ].join('\r\n'),
    ),
  );
  expect(mail.text.replace(/\r\n/g, '\n').trim()).toBe(pasted.replace(/\r\n/g, '\n'));
});
