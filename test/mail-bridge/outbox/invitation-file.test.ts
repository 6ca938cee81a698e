/** Calendar files, read back by another library (ical.js) and held against RFC 5545 and RFC 5546. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { Invitation } from '../../../core/session/invitation';
import { type InvitationMail, invitationFile } from '../../../mail-bridge/outbox/invitation-file';
import { winter } from '../../core/sla/sla-rows';

const INVITATION: Invitation = {
  method: 'REQUEST',
  sessionId: 'XL-01',
  uid: 'session-XL-01@akademia-jasna.test',
  sequence: 470_000,
  startsAt: winter('2026-11-26T10:00'),
  endsAt: winter('2026-11-26T12:00'),
  summary: 'Excel od podstaw',
  place: 'ul. Długa 7, sala 2',
  link: 'https://spotkania.test/excel?a=1,2;b#x',
};
const MAIL: InvitationMail = {
  language: 'pl',
  date: winter('2026-11-23T10:00'),
  organizer: { name: 'Akademia Jasna', address: 'pomoc@akademia-jasna.test' },
  attendee: 'zofia@poczta.test',
  help: 'Potrzebna pomoc?\nNapisz na pomoc@akademia-jasna.test.',
};

const file = (change: Partial<Invitation> = {}, mail: Partial<InvitationMail> = {}) =>
  invitationFile({ ...INVITATION, ...change }, { ...MAIL, ...mail });

function read(text: string): { calendar: ICAL.Component; event: ICAL.Component } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event, ...others] = calendar.getAllSubcomponents();
  if (!event || others.length > 0) throw new Error('not one component');
  return { calendar, event };
}
const said = (component: ICAL.Component, name: string) => {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
};

const REQUEST = file();
const CANCEL = file({ method: 'CANCEL' });

/** Unfolded lines whose name is this. */
const lines = (text: string, name: string) =>
  text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter((line) => line.split(/[;:]/)[0] === name);

type Rule = readonly [source: string, rule: string, holds: (text: string) => boolean];
const RULES: readonly Rule[] = [
  [
    'RFC 5545 §3.1',
    'every line ends with CRLF, and none elsewhere',
    (text) => /^(?:[^\r\n]*\r\n)+$/.test(text),
  ],
  [
    'RFC 5545 §3.1',
    'no line is longer than 75 octets',
    (text) => text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
  ],
  [
    'RFC 5545 §3.1',
    'no fold splits a sign of UTF-8',
    (text) =>
      Buffer.from(text).equals(Buffer.from(text.split('\r\n').join('\r\n'))) && !text.includes('\ufffd'),
  ],
  [
    'RFC 5545 §3.1',
    'no control character',
    (text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text),
  ],
  [
    'RFC 5545 §3.4',
    'one calendar with one event and nothing else',
    (text) =>
      lines(text, 'BEGIN').join() === 'BEGIN:VCALENDAR,BEGIN:VEVENT' &&
      lines(text, 'END').join() === 'END:VEVENT,END:VCALENDAR',
  ],
  ['RFC 5545 §3.6', 'VERSION 2.0 and a PRODID, once', (text) => once(text, 'VERSION', 'PRODID')],
  ['RFC 5545 §3.7.4', 'VERSION is 2.0', (text) => lines(text, 'VERSION')[0] === 'VERSION:2.0'],
  [
    'RFC 5545 §3.6.1',
    'what may stand once stands once',
    (text) => once(text, 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS', 'ORGANIZER'),
  ],
  ['RFC 5545 §3.6.1', 'DTEND, so no DURATION', (text) => lines(text, 'DURATION').length === 0],
  [
    'RFC 5545 §3.3.5',
    'all times in UTC, form 2',
    (text) =>
      ['DTSTAMP', 'DTSTART', 'DTEND'].every((name) =>
        /^[A-Z]+:\d{8}T\d{6}Z$/.test(lines(text, name)[0] ?? ''),
      ),
  ],
  ['RFC 5545 §3.8.3.1', 'no TZID, so no VTIMEZONE', (text) => !text.includes('TZID')],
  [
    'RFC 5545 §3.8.7.4',
    'SEQUENCE is a whole number',
    (text) => /^SEQUENCE:\d{1,10}$/.test(lines(text, 'SEQUENCE')[0] ?? ''),
  ],
  [
    'RFC 5545 §3.8.4.3',
    'ORGANIZER is a mailto',
    (text) => /^ORGANIZER;.*:mailto:pomoc@/i.test(lines(text, 'ORGANIZER')[0] ?? ''),
  ],
  [
    'RFC 5545 §3.2.17',
    'nobody has to answer',
    (text) => lines(text, 'ATTENDEE')[0]?.includes(';RSVP=FALSE') === true,
  ],
  ['RFC 5546 §3.2', 'METHOD once', (text) => once(text, 'METHOD')],
  [
    'RFC 5546 §3.2.2, §3.2.5',
    'one ATTENDEE: the reader',
    (text) => /:mailto:zofia@poczta\.test$/i.test(lines(text, 'ATTENDEE').join()),
  ],
  ['RFC 5546 §3.2', 'no REQUEST-STATUS', (text) => lines(text, 'REQUEST-STATUS').length === 0],
  ['ours', 'no alarm: the mails remind', (text) => !lines(text, 'BEGIN').includes('BEGIN:VALARM')],
];

const once = (text: string, ...names: string[]) => names.every((name) => lines(text, name).length === 1);

describe.each([
  ['an invitation', REQUEST],
  ['a cancellation', CANCEL],
  ['an invitation with nothing but times', file({ summary: '', place: '', link: '' }, { help: '' })],
  [
    'long Ukrainian texts',
    file(
      {
        summary: 'Електронні таблиці для тих, хто їх боявся. '.repeat(9),
        place: 'вул. Хрещатик, 1; зала № 3 '.repeat(5),
      },
      {
        language: 'uk',
        help: 'Потрібна допомога? Відпишіть на цей лист. '.repeat(20),
        organizer: { name: 'Ясна '.repeat(30), address: MAIL.organizer.address },
      },
    ),
  ],
  ['signs of four octets', file({ summary: '🙂'.repeat(100), place: 'x🙂'.repeat(50) })],
])('%s', (_name, text) => {
  test.each(RULES)('%s: %s', (_source, _rule, holds) => {
    expect(holds(text)).toBe(true);
  });
});

describe('an invitation', () => {
  const { calendar, event } = read(REQUEST);
  test.each<[string, ICAL.Component, string | null]>([
    ['method', calendar, 'REQUEST'],
    ['uid', event, INVITATION.uid],
    ['sequence', event, '470000'],
    ['dtstamp', event, '2026-11-23T09:00:00Z'],
    ['dtstart', event, '2026-11-26T09:00:00Z'],
    ['dtend', event, '2026-11-26T11:00:00Z'],
    ['summary', event, 'Excel od podstaw'],
    ['location', event, 'ul. Długa 7, sala 2'],
    ['url', event, 'https://spotkania.test/excel?a=1%2C2%3Bb#x'],
    ['status', event, 'CONFIRMED'],
    ['organizer', event, 'mailto:pomoc@akademia-jasna.test'],
    [
      'description',
      event,
      `Dołącz tutaj: ${INVITATION.link}\n\nPotrzebna pomoc?\nNapisz na pomoc@akademia-jasna.test.`,
    ],
  ])('says its %s', (name, component, value) => {
    expect(said(component, name)).toBe(value);
  });

  test('names the firm and asks the reader for no answer', () => {
    expect(event.getFirstProperty('organizer')?.getParameter('cn')).toBe('Akademia Jasna');
    const attendee = event.getFirstProperty('attendee');
    expect(attendee?.getParameter('rsvp')).toBe('FALSE');
    expect(attendee?.getParameter('partstat')).toBe('NEEDS-ACTION');
    expect(attendee?.getParameter('role')).toBe('REQ-PARTICIPANT');
  });

  test('has the link for its place where there is no room', () => {
    expect(said(read(file({ place: '' })).event, 'location')).toBe(INVITATION.link);
  });

  test.each(['en', 'pl', 'uk'] as const)('speaks %s', (language) => {
    const description = said(read(file({}, { language })).event, 'description');
    expect(description?.split(':')[0]).toBe(
      { en: 'Join here', pl: 'Dołącz tutaj', uk: 'Приєднатися' }[language],
    );
    expect(said(read(file({ summary: ' ' }, { language })).event, 'summary')).not.toBe('');
  });

  test('makes a link of nothing that is none', () => {
    const { event: other } = read(file({ link: 'javascript:alert(1)', place: '' }));
    expect(other.getFirstProperty('url')).toBeNull();
  });

  test('of a firm without a name is from its address', () => {
    const { event: other } = read(file({}, { organizer: { name: '', address: MAIL.organizer.address } }));
    expect(other.getFirstProperty('organizer')?.getParameter('cn')).toBe(MAIL.organizer.address);
  });
});

test('a cancellation takes back the same event, and tells no link', () => {
  const { calendar, event } = read(CANCEL);
  expect(said(calendar, 'method')).toBe('CANCEL');
  expect(said(event, 'status')).toBe('CANCELLED');
  expect(said(event, 'uid')).toBe(INVITATION.uid);
  expect(CANCEL).not.toContain('spotkania.test');
  expect(said(event, 'description')).toContain('pomoc@akademia-jasna.test');
});

test('the same mail holds the same file', () => {
  expect(file()).toBe(REQUEST);
});

describe('text from outside', () => {
  const HOSTILE = [
    'a, b; c: d \\ e \\n f',
    'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other',
    'x\nATTENDEE:mailto:all@example.com',
    'x\rMETHOD:PUBLISH',
    '"; X-EVIL="1',
    'x\u0000\u0007\u001b[31m\u0085\u2028BEGIN:VALARM',
    '\u202egnp.exe',
    '\ud800 half a sign',
    '🙂, 😀; „cudzysłów”',
    ';CN=other:mailto:other@example.com',
  ];

  test.each(HOSTILE)('%j stays text, wherever it stands', (text) => {
    const made = file(
      { summary: text, place: text, link: `https://spotkania.test/${text}` },
      { help: text, organizer: { name: text, address: MAIL.organizer.address } },
    );
    for (const [, , holds] of RULES) {
      if (text.startsWith('\ud800') && holds.toString().includes('ufffd')) continue;
      expect(holds(made)).toBe(true);
    }
    const { event } = read(made);
    const line = text.replace(/[\r\n\u0085\u2028]+/g, ' ').replace(/[\u0000-\u001f\u202e]/g, '');
    const shown = line.replace('\ud800', '\ufffd').trim();
    expect(said(event, 'summary')).toBe(shown);
    expect(said(event, 'location')).toBe(shown);
    expect(said(event, 'uid')).toBe(INVITATION.uid);
    expect(event.getFirstProperty('organizer')?.getParameter('cn')).toBe(shown.replace(/["\\]/g, "'"));
    expect(event.getAllProperties('attendee')).toHaveLength(1);
    expect(event.getAllSubcomponents()).toEqual([]);
  });

  test('any text at all comes back from the parser as one event with one name', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, text, (summary, place, name) => {
        const made = file(
          { summary, place },
          { organizer: { name, address: MAIL.organizer.address }, help: name },
        );
        const { event } = read(made);
        expect(said(event, 'uid')).toBe(INVITATION.uid);
        expect(made.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(made).toMatch(/^(?:[^\r\n]*\r\n)+$/);
      }),
    );
  });
});
