import fc from 'fast-check';
import { readCalendarAnswer } from '../../../core/mail/calendar-answer';
import { classifyWithCalendar, readCalendarReply } from '../../../core/mail/calendar-reply';
import type { Classification } from '../../../core/mail/classify';

interface Shape {
  readonly method?: string;
  readonly attendee?: string;
  readonly event?: readonly string[];
  readonly calendar?: readonly string[];
}

function ics({
  method = 'METHOD:REPLY',
  attendee = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@client.example',
  event = [],
  calendar = [],
}: Shape = {}): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    method,
    ...calendar,
    'BEGIN:VEVENT',
    'UID:s1@school.example',
    'SUMMARY:Excel\\, część 1',
    attendee,
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

describe('an answer to an invitation', () => {
  test('tells who answers what to which event', () => {
    expect(readCalendarAnswer(ics())).toEqual({
      answer: 'accepted',
      attendee: 'anna@client.example',
      uid: 's1@school.example',
      summary: 'Excel, część 1',
      comment: '',
    });
  });

  test.each([
    ['ACCEPTED', 'accepted'],
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
    ['declined', 'declined'],
  ])('%s is %s', (status, answer) => {
    const attendee = `ATTENDEE;PARTSTAT=${status}:mailto:anna@client.example`;
    expect(readCalendarAnswer(ics({ attendee }))?.answer).toBe(answer);
  });

  test.each([
    ['of Outlook', 'ATTENDEE;PARTSTAT=DECLINED;CN="Nowak, Anna":MAILTO:Anna@client.example'],
    [
      'of Google',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=anna@\r\n client.example;X-NUM-GUESTS=0:mailto:anna@client.example',
    ],
    [
      'of Apple',
      'ATTENDEE;CN="Anna: \'A;N\'";EMAIL="anna@client.example";PARTSTAT=DECLINED:mailto:anna@client.example',
    ],
    ['with the status in quotes', 'ATTENDEE;PARTSTAT="DECLINED":mailto:anna@client.example'],
    ['folded within a word', 'ATTENDEE;PARTST\r\n AT=DECL\r\n\tINED:mailto:anna@cli\r\n ent.example'],
    [
      'with an alarm that bids somebody else',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:anna@client.example\r\nBEGIN:VALARM\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:other@x.example\r\nSUMMARY:Alarm\r\nEND:VALARM',
    ],
    ['without mailto', 'ATTENDEE;PARTSTAT=DECLINED:anna@client.example'],
  ])('is read in the shape %s', (_name, attendee) => {
    expect(readCalendarAnswer(ics({ attendee }))).toMatchObject({
      answer: 'declined',
      attendee: 'anna@client.example',
      summary: 'Excel, część 1',
    });
  });

  test('names the event before a second one and not a time zone', () => {
    const calendar = ['BEGIN:VTIMEZONE', 'TZID:Europe/Warsaw', 'COMMENT:zone', 'END:VTIMEZONE'];
    const event = [
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:second',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:b@x.example',
    ];
    expect(readCalendarAnswer(ics({ calendar, event }))).toMatchObject({
      uid: 's1@school.example',
      comment: '',
    });
  });

  test.each([
    ['Запрошення\\; Ексель\\nдругий рядок', 'Запрошення; Ексель другий рядок'],
    ['Zażółć \\\\ gęślą', 'Zażółć \\ gęślą'],
    ['a\u202eb\u0007c', 'abc'],
  ])('its summary %j is shown as %j', (written, summary) => {
    expect(readCalendarAnswer(ics().replace('Excel\\, część 1', written))?.summary).toBe(summary);
  });

  test.each([
    ['COMMENT;LANGUAGE=pl-PL:Spóźnię się\\, proszę czekać', 'Spóźnię się, proszę czekać'],
    ['COMMENT;LANGUAGE=en-US:\\n', ''],
    ['COMMENT:one\r\nCOMMENT:two', 'one\ntwo'],
  ])('%j is the comment %j', (line, comment) => {
    expect(readCalendarAnswer(ics({ event: [line] }))?.comment).toBe(comment);
  });

  test('a comment in Google’s own parameter is one', () => {
    const attendee =
      'ATTENDEE;PARTSTAT=DECLINED;X-RESPONSE-COMMENT="I am ill: sorry; really":mailto:a@x.example';
    expect(readCalendarAnswer(ics({ attendee }))?.comment).toBe('I am ill: sorry; really');
  });

  test.each<[string, string]>([
    ['an invitation', ics({ method: 'METHOD:REQUEST' })],
    ['a proposal of another time', ics({ method: 'METHOD:COUNTER' })],
    ['a calendar without a method', ics({ method: 'X-METHOD:REPLY' })],
    ['a method that stands inside the event', ics({ method: 'X-A:1', event: ['METHOD:REPLY'] })],
    ['nobody who answers', ics({ attendee: 'ORGANIZER:mailto:a@x.example' })],
    ['an answer not given yet', ics({ attendee: 'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@x.example' })],
    ['two who answer', ics({ event: ['ATTENDEE;PARTSTAT=DECLINED:mailto:b@x.example'] })],
    ['a broken parameter', ics({ attendee: 'ATTENDEE;PARTSTAT="ACCEPTED:mailto:a@x.example' })],
    [
      'a status that is a word of the language',
      ics({ attendee: 'ATTENDEE;PARTSTAT=constructor:mailto:a@x.example' }),
    ],
    ['no calendar', 'METHOD:REPLY'],
    ['nothing', ''],
  ])('%s is none', (_name, calendar) => {
    expect(readCalendarAnswer(calendar)).toBeNull();
  });

  test('is bounded: what is beyond any real calendar is not read', () => {
    expect(readCalendarAnswer('BEGIN:VCALENDAR\n'.repeat(200_000))).toBeNull();
    expect(
      readCalendarAnswer(`BEGIN:VCALENDAR\nMETHOD:REPLY\nATTENDEE${';A="x"'.repeat(40_000)}`),
    ).toBeNull();
    const long = readCalendarAnswer(ics({ event: [`COMMENT:${'x'.repeat(100_000)}`] }));
    expect(long?.comment).toHaveLength(10_000);
  });

  test('never throws, whatever stands there', () => {
    const piece = fc.constantFrom(
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'METHOD:REPLY',
      '\n',
      '\r\n ',
      'ATTENDEE',
      ';PARTSTAT=ACCEPTED',
      ':mailto:a@b',
      '"',
      '\\',
      'COMMENT:x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const read = readCalendarAnswer(parts.join(''));
        if (read !== null) expect(read.answer).toBe('accepted');
      }),
    );
  });
});

describe('a click or a letter', () => {
  const words = (reply: string, change: Shape = {}, text = reply) =>
    readCalendarReply(
      {
        calendar: ics(change),
        subject: 'Accepted: Excel, część 1',
        from: { address: 'anna@client.example', name: 'sala nr 3' },
      },
      { reply, text },
    )?.words;

  test.each([
    ['', 'Outlook and Apple write nothing'],
    ['Accepted', 'a single word'],
    ['Zaakceptowano: Excel, część 1', 'a word and the event'],
    ['Accepted: Excel, część 1', 'the subject once more'],
    ['Excel, część 1', 'the event'],
    ['Anna Nowak has accepted this invitation.', 'Google in English'],
    ['Anna Nowak has tentatively accepted this invitation.', 'Google in English'],
    ['anna@client.example has declined your invitation to the event: Excel', 'Apple in English'],
    ['Użytkownik Anna Nowak zaakceptował(a) to zaproszenie.', 'Google in Polish'],
    ['Anna Nowak odrzuciła zaproszenie.', 'Polish'],
    ['Anna Nowak przyjęła zaproszenie', 'Polish'],
    ['Jan Nowak przyjął zaproszenie', 'Polish'],
    ['Користувач Анна Коваль прийняв(-ла) це запрошення.', 'Google in Ukrainian'],
    ['Анна Коваль відхилила запрошення.', 'Ukrainian'],
    ['Nowak, Anna has accepted this invitation.', 'a name in the order of Outlook'],
    ['sala nr 3 has accepted this invitation.', 'the name that From shows'],
    ['Anna Nowak has replied "Maybe" to this invitation.', 'Google in English'],
    ['Anna Nowak has accepted this invitation.\nWhen: Tuesday 24 November\nWhere: online', 'with details'],
  ])('%j is a click (%s)', (body) => {
    expect(words(body)).toBe('');
  });

  test('a body that Google made holds our own event, not words of the sender', () => {
    const body =
      'Anna Nowak has accepted this invitation.\n\nExcel\nTuesday Nov 24 ⋅ 10am\nBring your own laptop, it is urgent.\n\nInvitation from Google Calendar: https://calendar.example/';
    expect(words('Anna Nowak has accepted this invitation.\n\nExcel', {}, body)).toBe('');
  });

  test.each([
    ['"I am ill."', 'I am ill.'],
    ['"I am ill.\n\nPlease move me to May."', 'I am ill.\n\nPlease move me to May.'],
    ['I am ill.', 'I am ill.'],
    ['"I am "ill"."', 'I am "ill".'],
  ])('the note %j within it is the sender’s', (written, note) => {
    const body = `Anna Nowak has declined this invitation with this note:\n\n${written}\n\nExcel\n\nInvitation from Google Calendar`;
    expect(words(body)).toBe(note);
  });

  test.each([
    'I will be ten minutes late.',
    'Accepted, but I cannot find the link',
    'I have accepted the invitation to the meeting but the link is dead',
    'Zaakceptowałam zaproszenie, proszę o materiały',
    'Прийняла запрошення. Чи буде запис?',
    'Where do I park? I have accepted the invitation.',
    'Help! I have accepted the invitation.',
    'Чи є парковка? Я прийняла запрошення.',
    'Please refund me, my manager has declined the event.',
    'Nie wiem, jak zapłacić, ale szef przyjął zaproszenie.',
    'Anna Nowak has accepted only the second meeting',
    'I have declined this invitation: my daughter is ill, can I get the money back?',
    'Declined: I am ill, please move me to another date',
    'When: on Friday, please',
    'Anna Nowak has accepted this invitation.\nWhere: which room is it?',
  ])('%j is a letter', (body) => {
    expect(words(body)).toBe(body.replace('Anna Nowak has accepted this invitation.\n', ''));
  });

  test('a comment of the calendar and the same in the body is told once', () => {
    const event = ['COMMENT:Spóźnię się'];
    expect(words('Spóźnię się', { event })).toBe('Spóźnię się');
    expect(words('', { event })).toBe('Spóźnię się');
    expect(words('I will bring Jan.', { event })).toBe('Spóźnię się\n\nI will bring Jan.');
  });

  test('a line of any length is looked at in no time', () => {
    const line = `${'a '.repeat(20_000)}has accepted`;
    expect(words(line)).toBe(line.trim());
  });
});

describe('how the answer changes the kind of a mail', () => {
  const BARE = { attachments: [] };
  const human: Classification = { class: 'human', outOfOffice: false, autoReplyAllowed: true, reasons: [] };
  const click = readCalendarReply({ calendar: ics(), subject: '', from: null }, { reply: '', text: '' });
  const letter = readCalendarReply(
    { calendar: ics(), subject: '', from: null },
    { reply: 'Late!', text: 'Late!' },
  );

  test.each(['human', 'list', 'auto-reply'] as const)(
    'a click is automatic, whatever %s mail it came as',
    (kind) => {
      expect(classifyWithCalendar({ ...human, class: kind }, click, BARE)).toMatchObject({
        class: 'auto-reply',
        autoReplyAllowed: false,
        reasons: ['calendar-answer'],
      });
    },
  );

  test.each([
    ['doctor.pdf', 'application/pdf', false, 'human'],
    ['invite.ics', 'text/calendar', false, 'auto-reply'],
    ['invite.ics', 'application/octet-stream', false, 'auto-reply'],
    ['logo.png', 'image/png', true, 'auto-reply'],
  ])('with the file %s of type %s (inline: %s) a click is %s', (filename, type, inline, kind) => {
    const file = { filename, type, inline, size: 1, sha256: '', contentId: null };
    expect(classifyWithCalendar(human, click, { attachments: [file] }).class).toBe(kind);
  });

  test('a comment is a person’s, and a mail that called itself automatic is still not answered', () => {
    const automatic = { ...human, class: 'auto-reply', autoReplyAllowed: false } as const;
    expect(classifyWithCalendar(automatic, letter, BARE)).toMatchObject({
      class: 'human',
      autoReplyAllowed: false,
    });
    expect(classifyWithCalendar(human, letter, BARE)).toMatchObject({
      class: 'human',
      autoReplyAllowed: true,
    });
  });

  test.each(['bounce', 'loop', 'report'] as const)('a %s stays one', (kind) => {
    expect(classifyWithCalendar({ ...human, class: kind }, click, BARE).class).toBe(kind);
  });

  test('a mail without an answer stays what it is', () => {
    expect(classifyWithCalendar(human, null, BARE)).toBe(human);
  });
});
