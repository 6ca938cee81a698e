/** Commands on the first lines of a trainer's answer, in each language: what they change, and what then reaches whom. */
import type { Language } from '../../../core/language';
import { formatDay } from '../../../core/time/civil';
import { dayAt } from '../../../core/time/zoned';
import type { Row } from '../../../core/workbook/rows';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import { needs } from '../../support/needs';
import { ZONE } from '../support/bench';
import type { Person } from './programs/answering';
import { PROGRAMS, type ProgramName } from './programs/programs';
import { type TrainerFirm, trainerFirms } from './support/firm';
import { orderedCells } from './support/ordered-cells';

const ANSWER = 'Please open the link in a private window.';
/** The text of the firm's template in the test. */
const ROOM = 'The room opens ten minutes before the session.';

interface Case {
  readonly what: string;
  readonly words: readonly string[];
  readonly language?: Language;
  readonly program?: ProgramName;
  /** What the participant reads of it; null: no mail at all. */
  readonly reaches: string | null;
  /** Of the ticket afterwards. */
  readonly cells: Partial<Row<'tickets'>>;
  /** What stands in the conversation as a note. */
  readonly note?: string;
}

const CASES: readonly Case[] = [
  {
    what: '#resolved above an answer',
    words: ['#resolved', ANSWER],
    reaches: ANSWER,
    cells: { status: 'resolved', priority: 'normal' },
  },
  {
    what: '#rozwiązane and #priorytet',
    language: 'pl',
    program: 'Outlook of Office',
    words: ['#rozwiązane', '#priorytet wysoki', '', 'Proszę otworzyć łącze w oknie prywatnym.'],
    reaches: 'Proszę otworzyć łącze w oknie prywatnym.',
    cells: { status: 'resolved', priority: 'high' },
  },
  {
    what: '#чекати and a number of days',
    language: 'uk',
    program: 'Apple Mail on an iPhone',
    words: ['#чекати 3 дні', '', 'Відкрийте посилання в приватному вікні.'],
    reaches: 'Відкрийте посилання в приватному вікні.',
    cells: { status: 'on_hold' },
  },
  {
    what: '#note alone with its words',
    words: ['#note She sounded upset on the phone.'],
    program: 'Gmail on Android',
    reaches: null,
    cells: { status: 'new' },
    note: 'She sounded upset on the phone.',
  },
  {
    what: '#notatka with words below it',
    language: 'pl',
    program: 'Apple Mail on a Mac',
    words: ['#notatka', '', 'Nie mówmy jej jeszcze o zmianie terminu.'],
    reaches: null,
    cells: { status: 'new' },
    note: 'Nie mówmy jej jeszcze o zmianie terminu.',
  },
  {
    what: '#note with #resolved',
    words: ['#note', '#resolved', 'She wrote to me that it works.'],
    reaches: null,
    cells: { status: 'resolved' },
    note: 'She wrote to me that it works.',
  },
  {
    what: '#vendor alone',
    words: ['#vendor'],
    program: 'the new Outlook',
    reaches: null,
    cells: { status: 'waiting_vendor', first_answer_at: null },
  },
  {
    what: '#vendor above nothing but a name',
    words: ['#vendor', '', 'Tom Wrona'],
    program: 'Outlook of Office',
    reaches: null,
    cells: { status: 'waiting_vendor', first_answer_at: null },
  },
  {
    what: '#urgent and #assign alone',
    words: ['#urgent', '#assign Lena'],
    program: 'Gmail on the web',
    reaches: null,
    cells: { priority: 'urgent', assignee: 'Lena Zięba', status: 'new' },
  },
  {
    what: '#template alone',
    words: ['#template room_opens'],
    program: 'Outlook on a phone',
    reaches: ROOM,
    cells: { status: 'waiting_participant' },
  },
  {
    what: 'a command that does not exist above an answer',
    words: ['#priorty high', ANSWER],
    reaches: null,
    cells: { status: 'new', priority: 'normal', first_answer_at: null },
  },
  {
    what: 'a command that could be two things',
    words: ['#assign', ANSWER],
    program: 'the new Outlook',
    reaches: null,
    cells: { status: 'new', assignee: 'Tom Wrona', first_answer_at: null },
  },
  {
    what: '#note below the answer',
    words: [ANSWER, '', '#note she is slow'],
    program: 'Gmail on the web',
    reaches: null,
    cells: { status: 'new', first_answer_at: null },
  },
  {
    what: 'one command that can be followed and one that cannot',
    words: ['#resolved', '#foo', ANSWER],
    program: 'Apple Mail in plain text',
    reaches: null,
    cells: { status: 'new', first_answer_at: null },
  },
];

const participantOf = (at: number): Person => ({ name: 'Jan Kos', address: `jan.${at}@client.test` });

needs('dovecot', 'opensmtpd')('commands by mail', () => {
  const firms = trainerFirms();
  let firm: TrainerFirm;
  let ids: readonly string[];
  let today: number;

  beforeAll(async () => {
    firm = await firms.open();
    const { tom } = firm.people;
    await firm.append('templates', [
      {
        key: 'room_opens',
        language: 'en',
        audience: 'any',
        need: 'any',
        subject: 'Re: {{ ticket.subject }}',
        body: ROOM,
      },
    ]);
    ids = await firm.open(
      ...CASES.map((_, at) => ({
        question: { from: participantOf(at), subject: `Question ${at}`, text: 'I cannot log in.' },
        colleague: tom,
      })),
    );
    today = dayAt(firm.clock.now(), ZONE, intlOffset());
    for (const [at, { words, language = 'en', program = 'Gmail on the web' }] of CASES.entries()) {
      const letter = await firm.letterTo(tom, ids[at] ?? '');
      await firm.answer({ with: PROGRAMS[program], letter, from: tom, language, words });
    }
    await firm.round();
  });

  const placeOf = (what: string) => CASES.findIndex((each) => each.what === what);
  const ticketOf = (what: string) => firm.ticketOf(participantOf(placeOf(what)));

  describe.each(CASES)('$what', ({ what, words, reaches, cells, note }) => {
    it(
      reaches === null
        ? 'sends the participant nothing'
        : 'sends the participant the words, without commands',
      async () => {
        const answers = await firm.answersTo(participantOf(placeOf(what)));
        expect(answers).toHaveLength(reaches === null ? 0 : 1);
        for (const { everything, text } of answers) {
          expect(text).toContain(reaches);
          for (const line of words.filter((each) => each.startsWith('#')))
            expect(everything).not.toContain(line);
        }
      },
    );

    it('leaves the ticket as it asks', async () => {
      expect(await ticketOf(what)).toMatchObject(cells);
    });

    if (note !== undefined) {
      it('is a note in the conversation', async () => {
        const { id } = await ticketOf(what);
        const notes = (await firm.rows('messages')).filter(
          ({ ticket_id, direction }) => ticket_id === id && direction === 'note',
        );
        expect(notes.map(({ text }) => text)).toEqual([note]);
      });
    }
  });

  it('put a ticket on hold until the day that is meant', async () => {
    const { hold_until } = await ticketOf('#чекати and a number of days');
    expect(hold_until).toBe(formatDay((today + 3) as Parameters<typeof formatDay>[0]));
  });

  it('are carried out by the tracker, each once, and say so in their row', async () => {
    const rows = (await firm.rows('commands')).filter(({ ticket_id }) => ids.includes(ticket_id));
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['done']));
    const { id } = await ticketOf('#rozwiązane and #priorytet');
    expect(orderedCells(rows, id)).toEqual(['priority high', 'status resolved']);
    expect(new Set(rows.map(({ who }) => who))).toEqual(new Set([firm.people.tom.address]));
  });

  it('stand in the History tab in the name of the colleague who wrote them', async () => {
    const { id } = await ticketOf('#urgent and #assign alone');
    const lines = (await firm.rows('history')).filter(
      ({ ticket_id, who }) => ticket_id === id && who.includes('Tom'),
    );
    expect(lines.map(({ to }) => to)).toEqual(expect.arrayContaining(['Lena Zięba']));
  });

  it('that hand a ticket on let the other colleague know', async () => {
    const { id } = await ticketOf('#urgent and #assign alone');
    expect((await firm.letterTo(firm.people.lena, id)).replyTo).toMatch(/^support\+a\./);
  });

  it.each([
    ['a command that does not exist above an answer', '#priorty high'],
    ['a command that could be two things', '#assign'],
    ['#note below the answer', '#note she is slow'],
    ['one command that can be followed and one that cannot', '#foo'],
  ])('come back with help when nothing is done: %s', async (what, line) => {
    const { id } = await ticketOf(what);
    const help = await firm.letterTo(firm.people.tom, id);
    expect(help.automatic).toBe(true);
    expect(help.text).toContain('has changed nothing');
    expect(help.text).toContain(line);
    expect(await firm.rows('commands')).not.toContainEqual(expect.objectContaining({ ticket_id: id }));
  });

  it('can be put right in an answer to the help', async () => {
    const { tom } = firm.people;
    const what = 'a command that does not exist above an answer';
    const { id } = await ticketOf(what);
    await firm.answer({
      with: PROGRAMS['Gmail on the web'],
      letter: await firm.letterTo(tom, id),
      from: tom,
      language: 'en',
      words: ['#priority high', ANSWER],
    });
    await firm.round();
    const [answer] = await firm.answersTo(participantOf(placeOf(what)));
    expect(answer?.text).toContain(ANSWER);
    expect(await ticketOf(what)).toMatchObject({ priority: 'high', status: 'waiting_participant' });
  });

  it('are helped with five times a day, and not once more', async () => {
    const { lena } = firm.people;
    const asker = { name: 'Ewa Lis', address: 'ewa@client.test' };
    const [id = ''] = await firm.open({
      question: { from: asker, subject: 'Recording', text: 'Where is it?' },
      colleague: lena,
    });
    const letter = await firm.letterTo(lena, id);
    const seven = Array.from({ length: 7 }, (_, at) => ({
      with: PROGRAMS['Gmail on the web'],
      letter,
      from: lena,
      language: 'pl' as const,
      words: [`#dziwne${at}`, 'Proszę zajrzeć na stronę z materiałami.'],
    }));
    await firm.answer(...seven);
    await firm.round();
    const helped = (await firm.inbox(lena)).filter(({ text }) => text.includes('#dziwne'));
    expect(helped).toHaveLength(5);
    expect(await firm.answersTo(asker)).toEqual([]);
  });
});
