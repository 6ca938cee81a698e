/** The letter to the colleague whose turn it is: what stands in it, in three languages, and what never may. */
import fc from 'fast-check';
import { readTeam } from '../../../core/assignment/colleagues';
import { LANGUAGES, type Language } from '../../../core/language';
import { isReplyAboveLine } from '../../../core/mail/forward-markers';
import { firmView } from '../../../core/template/view';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import { asStatus } from '../../../core/ticket/status';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { instant, minutes, plus } from '../../../core/time/instant';
import { assignmentMail, type TurnDesk, type TurnStory } from '../../../core/trainer/assignment-mail';
import type { Said } from '../../../core/trainer/conversation-view';
import { commandLegend } from '../../../core/trainer/legend';
import { type ToldTurn, type Turn, toldBy, turnsDue } from '../../../core/trainer/turn';
import { isAfterHold, lookForTurn, markOf, turnMark, type Wall } from '../../../core/trainer/turn-sign';
import { TICKET_STATUSES } from '../../../core/workbook/choices';
import type { Row } from '../../../core/workbook/rows';
import { starterText } from '../../../sheet-templates/content/templates';
import { labelOfWord } from '../../../sheet-templates/labels';
import { offset, sessionRow, WARSAW, winter } from '../sla/sla-rows';
import { applied, reconcileContext, ticketRow } from '../ticket/ticket-rows';
import { orders } from './command-desk';
import { LENA, member, OLA, SARA, T, TEAM, TODAY, TOM } from './desk';

const NOW = winter('2026-11-23T11:00');
const WALL: Wall = { zone: WARSAW, offset };
const ATTACK = '\u202eSubject\r\nBcc: all@evil.test\u0000 {{ firm.name }} {% raw %}';

const desk: TurnDesk = {
  texts: (template, language) => [starterText(template, language)],
  firm: (language) =>
    firmView({
      name: 'Nordlicht',
      supportHours: language,
      supportAddress: 'help@nordlicht.test',
      portal: '',
    }),
  statusLabel: (status, language) => labelOfWord('status', status, language),
  linkTo: (id) => `https://sheet.test/${id}`,
  now: NOW,
  ...WALL,
};
const turn: Turn = {
  key: `turn:${T}:m1:${TOM.email}`,
  ticket: T,
  mark: 'm1',
  agent: TOM,
  insteadOf: '',
  again: false,
};
const said = (more: Partial<Said>): Said => ({
  id: 'in:1',
  at: winter('2026-11-23T10:00'),
  direction: 'in',
  class: 'human',
  from: 'Anna Kowalska <anna@example.com>',
  text: 'I cannot log in.',
  attachments: [],
  ...more,
});
const story = (more: Partial<TurnStory> = {}, ticket: Partial<TurnStory['ticket']> = {}): TurnStory => ({
  ticket: { ...ticketRow({ assignee: TOM.name }), status: 'open', ...ticket },
  messages: [said({})],
  sessions: [],
  reason: null,
  ...more,
});
const letter = (language: Language, told: TurnStory = story(), of: Turn = turn, at: TurnDesk = desk) =>
  assignmentMail(of, told, language, at);

describe('the letter', () => {
  test.each([
    [
      'en',
      'assignment',
      'This ticket is yours.',
      'Mon 23 Nov 2026, 13:00 (first answer)',
      'Why this deadline: First answer by',
      'Excel, Thursday, 26 November 2026, 10:00 (Warsaw time)',
    ],
    [
      'pl',
      'assignment',
      'To zgłoszenie prowadzisz Ty.',
      'pon. 23.11.2026, 13:00 (pierwsza odpowiedź)',
      'Skąd ten termin: Pierwsza odpowiedź do:',
      'Excel, czwartek, 26 listopada 2026, 10:00 (czas warszawski)',
    ],
    [
      'uk',
      'assignment',
      'Це звернення ведете ви.',
      'пн 23.11.2026, 13:00 (перша відповідь)',
      'Звідки цей термін: Перша відповідь до:',
      'Excel, четвер, 26 листопада 2026 року, 10:00 (за варшавським часом)',
    ],
  ] as const)(
    'in %s says what, until when and why, what is next and how to answer',
    (language, template, ...parts) => {
      const row = letter(
        language,
        story({
          sessions: [
            sessionRow({ ends_at: null, id: 'S-old', course: 'Word', starts_at: winter('2026-11-20T10:00') }),
            sessionRow({
              ends_at: null,
              id: 'S-off',
              course: 'Access',
              starts_at: winter('2026-11-24T10:00'),
              state: 'cancelled',
            }),
            sessionRow({
              ends_at: null,
              id: 'S-late',
              course: 'Outlook',
              starts_at: winter('2026-12-01T10:00'),
            }),
            sessionRow({
              ends_at: null,
              id: 'S-next',
              course: 'Excel',
              starts_at: winter('2026-11-26T10:00'),
            }),
          ],
          reason: {
            kind: 'target',
            clock: 'first',
            due: winter('2026-11-23T13:00'),
            since: winter('2026-11-23T09:00'),
            target: 240,
            calendar: 'pl',
            zone: WARSAW,
            policy: '',
            priority: 'normal',
            resumedAt: null,
            usedBefore: 0,
          },
        }),
      );
      expect(row).toMatchObject({
        kind: 'assignment',
        to: TOM.email,
        language,
        template,
        key: turn.key,
        ticket_id: T,
      });
      const [first = '', ...rest] = row.body.split('\n');
      expect(isReplyAboveLine(first)).toBe(true);
      expect(rest.some(isReplyAboveLine)).toBe(false);
      for (const part of [
        ...parts,
        'Anna Kowalska (anna@example.com)',
        'I cannot log in.',
        `https://sheet.test/${T}`,
        commandLegend(language),
      ]) {
        expect(row.body).toContain(part);
      }
      expect(row.body).not.toMatch(/Word|Access|Outlook/);
    },
  );

  test.each([
    [{}, 'assignment'],
    [{ again: true }, 'assignment_again'],
    [{ insteadOf: 'Lena Zięba' }, 'substitute_asked'],
    // Who stands in has no ticket of their own, however often they are asked.
    [{ insteadOf: 'Lena Zięba', again: true }, 'substitute_asked'],
  ] as const)('for %j is %s, always under the subject of the first', (more, template) => {
    const at: TurnDesk = {
      ...desk,
      texts: (key, language) => [{ ...starterText(key, language), subject: `${key} [#{{ ticket.id }}]` }],
    };
    for (const language of LANGUAGES) {
      expect(letter(language, story(), { ...turn, ...more }).template).toBe(template);
      expect(letter(language, story(), { ...turn, ...more }, at).subject).toBe(`assignment [#${T}]`);
    }
    expect(letter('en', story(), { ...turn, insteadOf: 'Lena Zięba' }).body).toContain('Lena Zięba is away');
  });

  test.each([
    ['Re: Odp: RE[2]: Link', 'Link'],
    ['[#T-ABCDE] Re: Link [ # t-99999 ]', 'Link'],
    ['Link\r\nBcc: all@evil.test', 'Link Bcc: all@evil.test'],
    ['\u202eLink\u0000 {{ firm.name }}', 'Link {{ firm.name }}'],
    ['', ''],
  ])('of %j has the subject %j behind its number, in one clean line', (subject, shown) => {
    expect(letter('en', story({}, { subject })).subject).toBe(`[#${T}] ${shown}`.trim());
  });

  test('is written with the next text where the firm’s own cannot be read, and never empty', () => {
    const broken = { subject: '{{', body: '{% if %}' };
    const own: TurnDesk = {
      ...desk,
      texts: (template, language) => [broken, starterText(template, language)],
    };
    expect(letter('en', story(), turn, own)).toEqual(letter('en'));
    const none = letter('en', story(), turn, { ...desk, texts: () => [broken] });
    expect(none).toMatchObject({ subject: `[#${T}] Nie mogę się zalogować`, body: 'I cannot log in.' });
  });

  test('fits into a cell, however long the conversation: the newest message and the commands stay', () => {
    const line = 'a\n'.repeat(30_000);
    const { body } = letter(
      'uk',
      story({
        messages: [
          said({ text: `Newest ${'слово '.repeat(20_000)}` }),
          ...Array.from({ length: 9 }, (_, index) =>
            said({ id: `out:${index}`, direction: 'out', at: instant(NOW - 10_000_000 - index), text: line }),
          ),
        ],
      }),
    );
    expect(body.length).toBeLessThanOrEqual(49_000);
    expect(body).toContain('Newest слово');
    expect(body).toContain(commandLegend('uk'));
  });

  test('holds no note, whatever else is hostile in it: no control signs, no second line of a header', () => {
    const text = fc.oneof(fc.string(), fc.constant(ATTACK), fc.string({ unit: 'binary' }));
    const message = fc.record({
      direction: fc.constantFrom('in', 'out', 'note'),
      class: fc.constantFrom('human', 'auto-reply', 'bounce', 'list', ''),
      text,
      from: text,
      at: fc.integer({ min: 0, max: 1e6 }),
      attachments: fc.array(text, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 8 }),
        text,
        text,
        fc.constantFrom(...LANGUAGES),
        fc.boolean(),
        (messages, subject, requester_name, language, again) => {
          const row = letter(
            language,
            story(
              {
                messages: messages.map((one, index) => ({
                  ...one,
                  id: String(index),
                  at: instant(NOW - one.at),
                  text: one.direction === 'note' ? `${one.text} SECRET` : one.text,
                })),
                sessions: [sessionRow({ ends_at: null, course: subject, starts_at: plus(NOW, minutes(60)) })],
              },
              { subject, requester_name },
            ),
            { ...turn, again },
          );
          expect(row.to).toBe(TOM.email);
          expect(row.body).not.toContain('SECRET');
          expect(row.subject.startsWith(`[#${T}]`)).toBe(true);
          expect(row.subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
          expect(row.body).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
          expect(row.body.length).toBeLessThanOrEqual(49_000);
        },
      ),
    );
  });
});

test.each(LANGUAGES)('the commands that it lists in %s are commands as they stand there', (language) => {
  const [how = '', list = '', ...more] = commandLegend(language).split('\n');
  expect([how.length > 20, more]).toEqual([true, []]);
  const shown = Array.from(list.matchAll(/#[^,(]+(?=[,.] |\.$| \()/g), ([command]) =>
    command.replace(/\.$/, ''),
  );
  const named = shown.map((command) => orders(command.replace(/ (?:name|imię|ім’я)$/, ' Sara')));
  expect(named).toEqual([
    '',
    'status=resolved',
    'hold_until=2026-11-26',
    'status=waiting_vendor',
    'priority=urgent',
    `assignee=${SARA.name}`,
  ]);
});

describe('the sign in the row', () => {
  const context = (at: string) => reconcileContext({ now: winter(at) });
  const through = (row: Row<'tickets'>) => {
    const after = applied(row, reconcileTicket(row, context('2026-11-23T11:00')));
    const seen = lookForTurn(row, after, WALL);
    return { row: { ...after, seen: seen.seen }, isNews: seen.isNews };
  };

  test('does not depend on the zone in which the sheet shows the same cells', () => {
    const there: Wall = { zone: WARSAW, offset: () => -300 };
    const shifted = plus(NOW, minutes(60 + 300));
    expect(markOf(shifted, there)).toBe(markOf(NOW, WALL));
    expect(markOf(plus(NOW, minutes(1)), WALL)).not.toBe(markOf(NOW, WALL));
    expect(markOf(null, WALL)).toBe('none');
  });

  test('makes no news of what is told already, and a second look changes nothing', () => {
    const first = through(ticketRow({ assignee: TOM.name }));
    expect(first.isNews).toBe(true);
    expect(through(first.row)).toEqual({ row: first.row, isNews: false });
  });

  test('changes when the day comes up to which the ticket was put off, and not when somebody opens it before', () => {
    const off = ticketRow({
      assignee: TOM.name,
      status: 'on_hold',
      last_inbound_at: winter('2026-11-19T10:00'),
      status_since: winter('2026-11-20T10:00'),
      hold_until: '2026-11-23',
    });
    const back = { ...off, status: 'open', status_since: winter('2026-11-23T00:00') };
    expect(isAfterHold(turnMark(back, WALL))).toBe(true);
    expect(isAfterHold(turnMark(off, WALL))).toBe(false);
    expect(isAfterHold(turnMark({ ...back, status_since: winter('2026-11-22T12:00') }, WALL))).toBe(false);
    const wrote = { ...back, last_inbound_at: winter('2026-11-23T09:00') };
    expect(turnMark(wrote, WALL)).toBe(markOf(winter('2026-11-23T09:00'), WALL));
  });

  /** Things that happen to one ticket, each seen by the next tick. */
  const step = fc.oneof(
    fc.record({ assignee: fc.constantFrom(TOM.name, LENA.name, SARA.name, OLA.name, '', '?') }),
    fc.record({ status: fc.constantFrom(...TICKET_STATUSES) }),
    fc.record({ wrote: fc.nat(50) }),
    fc.record({ away: fc.boolean() }),
  );

  test('whatever happens: no key twice, nobody but the colleague or the substitute, and only while it is active', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let row = ticketRow();
        let isAway = false;
        const told: ToldTurn[] = [];
        const keys = new Set<string>();
        for (const change of steps) {
          if ('away' in change) isAway = change.away;
          else if ('wrote' in change) row = { ...row, last_inbound_at: plus(NOW, minutes(change.wrote)) };
          else row = { ...row, ...change };
          const next = through(row);
          row = next.row;
          expect(through(row).isNews).toBe(false);
          const status = asStatus(row.status);
          if (!next.isNews || status === null) continue;
          expect(['new', 'open']).toContain(status);
          const team = readTeam(
            isAway
              ? TEAM.map((one) =>
                  one.email === TOM.email
                    ? member(TOM, 'trainer', { absent_from: '2026-11-01', substitute: 'Sara' })
                    : one,
                )
              : TEAM,
            TODAY,
            () => null,
          );
          const { due } = turnsDue({
            tickets: [
              {
                id: row.id as TicketId,
                status,
                assignee: row.assignee,
                requesterEmail: row.requester_email,
                mark: turnMark(row, WALL),
              },
            ],
            team,
            readers: 'everybody',
            told,
            isAway: () => false,
          });
          for (const one of due) {
            const mail = letter('en', story({}, { ...row, status }), one);
            expect(keys.has(mail.key)).toBe(false);
            keys.add(mail.key);
            expect(toldBy(mail.key)).toEqual({ ticket: row.id, mark: one.mark, agent: mail.to });
            const meant =
              isAway && row.assignee === TOM.name
                ? SARA
                : [TOM, LENA, SARA].find(({ name }) => name === row.assignee);
            expect(mail.to).toBe(meant?.email);
            told.push(...[toldBy(mail.key)].flatMap((known) => known ?? []));
          }
        }
      }),
    );
  });
});
