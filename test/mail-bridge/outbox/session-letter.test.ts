/** What the bridge writes about sessions, and what it tells calendars. */
import type { Invitation } from '../../../core/session/invitation';
import type { PlannedMail } from '../../../core/session/planned-mail';
import { minutes, plus, zone } from '../../../core/time/instant';
import { sessionLetter, stopConfirmedLetter } from '../../../mail-bridge/outbox/letters';
import { stopToken } from '../../../mail-bridge/outbox/stop-links';
import { participantRow } from '../../core/session/reminder-rows';
import { winter } from '../../core/sla/sla-rows';
import { context, type Firm, letter, NOW, planned, SUPPORT, session, templateRow, told } from './letter-firm';

const ALSO = {
  key: 'reminder:PP-02:zofia@poczta.test:1d:later',
  session: session({
    id: 'PP-02',
    course: 'Prezentacje',
    starts_at: winter('2026-11-26T13:30'),
    ends_at: winter('2026-11-26T15:00'),
    link: '',
    place: 'sala 2',
  }),
};
const CHANGED: Partial<PlannedMail> = {
  purpose: { kind: 'changed', before: told() },
  template: 'session_changed',
  session: session({ starts_at: winter('2026-11-27T09:00'), ends_at: winter('2026-11-27T11:00') }),
};
const CANCELLED: Partial<PlannedMail> = {
  purpose: { kind: 'cancelled', before: told() },
  template: 'session_cancelled',
  session: session({ state: 'cancelled' }),
};
const NUDGE: Partial<PlannedMail> = {
  purpose: { kind: 'nudge', missing: 'logged_in' },
  template: 'checkpoint',
};
/** Minutes from the beginning of 2026 to NOW. */
const MINUTE = (NOW - Date.UTC(2026, 0, 1)) / 60_000;

describe('the mail around the letter', () => {
  test.each<[string, Partial<PlannedMail>, object]>([
    [
      'a reminder',
      {},
      {
        kind: 'reminder',
        template: 'reminder_1d',
        sessionId: 'XL-01',
        ticketId: null,
        covers: [],
        plainOnly: false,
        fromName: '',
        cc: [],
        files: [],
      },
    ],
    ['a nudge', NUDGE, { kind: 'reminder', template: 'checkpoint', invitations: [] }],
    ['a change', CHANGED, { kind: 'notice', template: 'session_changed' }],
    ['a cancellation', CANCELLED, { kind: 'notice', template: 'session_cancelled' }],
    ['a mail for two sessions', { also: [ALSO], template: 'reminder_several' }, { covers: [ALSO.key] }],
    ['a mail to somebody with needs', { need: 'accessible' }, { plainOnly: true }],
  ])('%s', (_name, plan, expected) => {
    const mail = letter(plan);
    expect(mail).toMatchObject({
      key: planned(plan).key,
      to: 'zofia@poczta.test',
      language: 'pl',
      date: NOW,
      createdAt: NOW,
      notBefore: NOW,
      notAfter: plus(NOW, minutes(600)),
      ...expected,
    });
  });

  test('is the same whenever it is written again, and another for another key', () => {
    expect(letter()).toEqual(letter());
    const { messageId } = letter({ key: 'reminder:other' });
    expect(messageId).toMatch(/^<b1_mail\.[0-9a-f]{32}@akademia-jasna\.test>$/);
    expect(messageId).not.toBe(letter().messageId);
  });
});

describe('the words', () => {
  const body = (text: string): Firm => ({ templates: [templateRow({ key: 'x', body: text })] });
  const text = (plan: Partial<PlannedMail>, of: string) => letter({ ...plan, template: 'x' }, body(of)).text;

  test.each<[string, Partial<PlannedMail>, string, string]>([
    ['times of the reader', { zone: zone('Europe/Kyiv'), language: 'uk' }, '{{ session.time }}', '11:00'],
    [
      'what changed',
      CHANGED,
      '{{ session.changes }} | {{ session.time }}',
      'Termin: piątek, 27 listopada 2026, 09:00, czas warszawski (dotąd: czwartek, 26 listopada 2026, 10:00) | 09:00',
    ],
    [
      'what will not take place, as the reader knows it',
      {
        ...CANCELLED,
        session: session({
          starts_at: winter('2026-12-01T08:00'),
          place: 'elsewhere',
          link: 'https://new.test',
        }),
      },
      '{{ session.starts }} | {{ session.ends }} | {{ session.place }} | {{ session.link }}',
      'czwartek, 26 listopada 2026, 10:00 (czas warszawski) | 12:00 |  | https://spotkania.test/excel',
    ],
    [
      'a cancelled session of which only the start is remembered',
      { ...CANCELLED, purpose: { kind: 'cancelled', before: told({ details: null }) } },
      '{{ session.time }} | {{ session.ends }}',
      '10:00 |',
    ],
    ['what is missing', NUDGE, '{{ checkpoint.missing }}', 'zalogowanie się'],
    [
      'every session of the day',
      { also: [ALSO] },
      '{{ session.list }}',
      '- 10:00–12:00 (czas warszawski): Excel od podstaw, https://spotkania.test/excel\n' +
        '- 13:30–15:00 (czas warszawski): Prezentacje, sala 2',
    ],
    [
      'the needs of the person',
      { participant: participantRow({ needs: 'napisy' }) },
      '{{ person.needs }}',
      'napisy',
    ],
  ])('say %s', (_name, plan, of, expected) => {
    // The way out of reminders is behind every reminder whose template leaves it out.
    const said = letter(
      { ...plan, template: 'x' },
      body(`${of}{% if stop != '' %}\n{{ stop }}{% endif %}`),
    ).text;
    expect(said.split('\nŻeby nie dostawać')[0]?.split('\nЩоб не отримувати')[0]).toBe(expected);
  });

  test('say how to get no more reminders, even where the firm’s text leaves it out, and once', () => {
    for (const body of ['Do zobaczenia', 'Do zobaczenia\n\n{{ stop }}'])
      expect(text({}, body)).toMatch(/^Do zobaczenia\n\nŻeby nie dostawać przypomnień[^\n]*$/);
    expect(text(CHANGED, 'Zmiana')).toBe('Zmiana');
  });

  test('name the mail itself in the way out of reminders, and only there', () => {
    const mail = letter({ template: 'x' }, body('{{ stop }}'));
    const token = stopToken(mail.messageId);
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(mail.text).toBe(
      `Żeby nie dostawać przypomnień, otwórz tę stronę: https://pomoc.akademia-jasna.test/exec?stop=${token} ` +
        `albo napisz do nas: mailto:${SUPPORT}?subject=stop%20${token}`,
    );
    expect(text({ ...NUDGE, template: 'x' }, '{{ stop }}')).toContain('mailto:');
    expect(text({ ...CHANGED, template: 'x' }, '[{{ stop }}]')).toBe('[]');
    expect(text({ ...CANCELLED, template: 'x' }, '[{{ stop }}]')).toBe('[]');
  });

  test('are the firm’s for this need, else the starter text; with no text at all there is no letter', () => {
    const own = (change: object) => templateRow({ key: 'reminder_1d', language: 'pl', ...change });
    const firm = { templates: [own({ body: 'for all' }), own({ need: 'accessible', body: 'plain' })] };
    expect(letter({ need: 'accessible' }, firm).text).toMatch(/^plain\n/);
    expect(letter({}, firm).text).toMatch(/^for all\n/);
    expect(letter({}, { templates: [own({ body: '{{ broken' })] }).text).toContain('Excel od podstaw');
    expect(sessionLetter(planned({ template: 'nobody-has-it' }), context())).toBeNull();
  });

  test.each(['en', 'pl', 'uk'] as const)(
    'of the starter texts end with help and the way out, in %s',
    (language) => {
      const mail = letter({ language });
      const [, footer = ''] = mail.text.split('\n-- \n');
      expect(footer).toContain(SUPPORT);
      expect(footer).toContain(`?subject=stop%20${stopToken(mail.messageId)}`);
    },
  );
});

describe('what calendars are told', () => {
  const invited = (plan: Partial<PlannedMail>, firm: Firm = {}) => letter(plan, firm).invitations;

  test('a reminder invites to the session under its lasting name', () => {
    expect(invited({})).toEqual([
      {
        method: 'REQUEST',
        sessionId: 'XL-01',
        uid: 'session-XL-01@akademia-jasna.test',
        sequence: MINUTE,
        startsAt: winter('2026-11-26T10:00'),
        endsAt: winter('2026-11-26T12:00'),
        summary: 'Excel od podstaw',
        place: '',
        link: 'https://spotkania.test/excel',
      },
    ]);
  });

  test.each<[string, Partial<PlannedMail>, readonly string[]]>([
    ['one mail for two sessions', { also: [ALSO] }, ['REQUEST XL-01', 'REQUEST PP-02']],
    ['a letter of thanks after the end', { notBefore: winter('2026-11-26T12:00') }, []],
    ['a step while it lasts', { notBefore: winter('2026-11-26T10:10') }, ['REQUEST XL-01']],
    [
      'two sessions of which one is over',
      { also: [ALSO], notBefore: winter('2026-11-26T12:30') },
      ['REQUEST PP-02'],
    ],
    ['a nudge', NUDGE, []],
    ['a change', CHANGED, ['REQUEST XL-01']],
    ['a cancellation', CANCELLED, ['CANCEL XL-01']],
  ])('%s', (_name, plan, expected) => {
    expect(invited(plan).map(({ method, sessionId }) => `${method} ${sessionId}`)).toEqual(expected);
  });

  test('what is cancelled is what the calendar has, wherever the session was moved since', () => {
    const [invitation] = invited({
      ...CANCELLED,
      session: session({ state: 'cancelled', starts_at: winter('2026-12-01T08:00'), place: 'elsewhere' }),
    });
    expect(invitation).toMatchObject({
      startsAt: winter('2026-11-26T10:00'),
      endsAt: winter('2026-11-26T12:00'),
      place: '',
    });
  });

  const before = (change: Partial<Invitation> = {}): Invitation => {
    const [invitation] = invited({});
    if (!invitation) throw new Error('no invitation');
    return { ...invitation, sequence: 7, ...change };
  };
  test.each<[string, Partial<PlannedMail>, readonly Partial<Invitation>[], number]>([
    ['the first telling takes the minute', {}, [], MINUTE],
    ['the same told again keeps its number', {}, [{}], 7],
    ['another session’s number does not matter', {}, [{ sessionId: 'PP-02', sequence: 99_999_999 }], MINUTE],
    ['a change takes the minute', CHANGED, [{}], MINUTE],
    ['a change within one minute takes the next number', CHANGED, [{ sequence: MINUTE }], MINUTE + 1],
    ['a clock set back takes the next number', CHANGED, [{ sequence: MINUTE + 50 }], MINUTE + 51],
    ['a cancellation is a change', CANCELLED, [{}], MINUTE],
    [
      'a cancellation told to the next reader keeps its number',
      CANCELLED,
      [{}, { method: 'CANCEL', sequence: 9 }],
      9,
    ],
    ['what takes place after all is a change', {}, [{}, { method: 'CANCEL', sequence: 9 }], MINUTE],
    ['what is moved back is a change', {}, [{}, { place: 'sala 2', sequence: 9 }], MINUTE],
    ['another name of the course is none', { session: session({ course: 'New' }) }, [{}], 7],
    ['a blank more is none', { session: session({ link: ' https://spotkania.test/excel ' }) }, [{}], 7],
  ])('the number of the revision: %s', (_name, plan, history, expected) => {
    expect(invited(plan, { told: history.map(before) })[0]?.sequence).toBe(expected);
  });

  test('the number fits an iCalendar integer for a long time', () => {
    const now = winter('2126-01-01T00:00');
    expect(invited({ notBefore: NOW }, { now })[0]?.sequence).toBeLessThan(2 ** 31);
  });

  test('two ids never share a name, whatever signs they hold', () => {
    const ids = ['a b', 'a%20b', 'a@b', 'a\nb@x', 'ą', '\ud800'];
    const uids = ids.map((id) => invited({ session: session({ id }) })[0]?.uid ?? '');
    expect(new Set(uids).size).toBe(ids.length);
    for (const uid of uids) expect(uid).toMatch(/^session-[!-~]+@akademia-jasna\.test$/);
  });
});

test('a wish for no more reminders is confirmed in its thread, in the reader’s language', () => {
  const wish = {
    key: 'stop:zofia@poczta.test:1',
    to: 'zofia@poczta.test',
    personName: 'Zofia',
    messageId: '<wish@poczta.test>',
    language: 'uk',
    audience: 'any',
    need: 'accessible',
  } as const;
  const mail = stopConfirmedLetter(wish, context());
  expect(mail).toMatchObject({
    kind: 'notice',
    template: 'stop_confirmed',
    to: 'zofia@poczta.test',
    language: 'uk',
    inReplyTo: '<wish@poczta.test>',
    references: ['<wish@poczta.test>'],
    invitations: [],
    plainOnly: true,
  });
  expect(mail?.text).toMatch(/\p{Script=Cyrillic}/u);
  expect(stopConfirmedLetter({ ...wish, messageId: null }, context())).toMatchObject({ references: [] });
});
