/** A trainer presses Reply, in whatever program and language: the participant gets the trainer's own words, and nothing else. */
import type { Language } from '../../../core/language';
import { needs } from '../../support/needs';
import { share } from '../../support/thorough';
import type { Person } from './programs/answering';
import { PROGRAM_NAMES, PROGRAMS, type ProgramName } from './programs/programs';
import { type TrainerFirm, trainerFirms } from './support/firm';
import { forTheTeamOnly } from './support/for-the-team';

interface Speaking {
  readonly subject: string;
  readonly question: string;
  readonly answer: readonly string[];
}

const SPEAKING: Readonly<Record<Language, Speaking>> = {
  en: {
    subject: 'Cannot log in',
    question: 'Hello,\n\nI cannot log in since Monday. What should I do?',
    answer: [
      'Good morning,',
      '',
      'please open the link in a private window, choose the second of the two rooms and type the password from the invitation once more.',
      'It works then.',
    ],
  },
  pl: {
    subject: 'Nie mogę się zalogować',
    question: 'Dzień dobry,\n\nod poniedziałku nie mogę się zalogować. Co mam zrobić?',
    answer: [
      'Dzień dobry,',
      '',
      'proszę otworzyć łącze w oknie prywatnym, wybrać drugi z dwóch pokoi i jeszcze raz wpisać hasło z zaproszenia.',
      'Wtedy działa.',
    ],
  },
  uk: {
    subject: 'Не можу увійти',
    question: 'Добрий день!\n\nЗ понеділка не можу увійти. Що мені робити?',
    answer: [
      'Добрий день!',
      '',
      'Відкрийте, будь ласка, посилання в приватному вікні, виберіть другу з двох кімнат і ще раз введіть пароль із запрошення.',
      'Тоді все працює.',
    ],
  },
};
const LANGUAGES = Object.keys(SPEAKING) as Language[];

interface Way {
  readonly program: ProgramName;
  readonly language: Language;
  readonly participant: Person;
}

/** Every program and every language, and in a thorough run each program in each. */
const WAYS: readonly Way[] = share(
  PROGRAM_NAMES.flatMap((program, at) =>
    LANGUAGES.map((language) => ({
      program,
      language,
      participant: { name: 'Jan Kos', address: `jan.${language}.${at}@client.test` },
    })),
  ),
  9,
);

needs('dovecot', 'opensmtpd')('an answer by mail', () => {
  const firms = trainerFirms();
  let firm: TrainerFirm;
  let trainers: Readonly<Record<Language, Person>>;
  let began: number;

  beforeAll(async () => {
    firm = await firms.open({ tom: { languages: ['en'] }, sara: { role: 'trainer', languages: ['uk'] } });
    const { tom, lena, sara } = firm.people;
    trainers = { en: tom, pl: lena, uk: sara };
    const ids = await firm.open(
      ...WAYS.map(({ language, participant }) => ({
        question: {
          from: participant,
          subject: SPEAKING[language].subject,
          text: SPEAKING[language].question,
          messageId: questionOf(participant),
        },
        colleague: trainers[language],
      })),
    );
    began = firm.clock.now();
    for (const [at, { program, language }] of WAYS.entries()) {
      await firm.answer({
        with: PROGRAMS[program],
        letter: await firm.letterTo(trainers[language], ids[at] ?? ''),
        from: trainers[language],
        language,
        words: SPEAKING[language].answer,
      });
    }
    await firm.round();
  });

  describe.each(WAYS)('with $program in $language', ({ language, participant }) => {
    const said = SPEAKING[language].answer.join('\n');

    it('reaches the participant once, in the thread of the question, from the support address', async () => {
      const { id } = await firm.ticketOf(participant);
      const answers = await firm.answersTo(participant);
      expect(answers).toHaveLength(1);
      const [answer] = answers;
      expect(answer?.from.address).toBe(firm.support);
      expect(answer?.subject).toContain(SPEAKING[language].subject);
      expect(answer?.subject).toContain(id);
      expect(answer?.mail.inReplyTo).toBe(questionOf(participant));
      expect(answer?.references).toContain(questionOf(participant));
    });

    it('is the trainer’s own words between the firm’s greeting and its signature', async () => {
      const [answer] = await firm.answersTo(participant);
      expect(answer?.text).toContain(said);
      expect(answer?.text).toContain(trainers[language].name);
      expect(answer?.text).not.toContain('tel. 600');
      expect(answer?.text).not.toMatch(/iPhone|Android/);
      for (const secret of forTheTeamOnly(firm)) expect(answer?.everything).not.toContain(secret);
      expect(answer?.html).not.toContain('blockquote');
    });

    it('is a colleague’s answer in the conversation, and the ticket waits for the participant', async () => {
      const ticket = await firm.ticketOf(participant);
      const conversation = (await firm.rows('messages')).filter(({ ticket_id }) => ticket_id === ticket.id);
      expect(conversation.map(({ direction, text }) => [direction, text])).toEqual([
        ['in', SPEAKING[language].question],
        ['out', said],
      ]);
      expect(conversation[1]?.from).toContain(trainers[language].address);
      expect(ticket).toMatchObject({ status: 'waiting_participant', message_count: 2, sla_state: 'paused' });
      // Mail servers stamp whole seconds.
      expect(ticket.first_answer_at ?? 0).toBeGreaterThanOrEqual(began - 1_000);
    });
  });

  it('is one row of the Outbox tab for each, which says that it was sent', async () => {
    const relays = (await firm.rows('outbox')).filter(({ key }) => key.startsWith('relay:'));
    expect(relays).toHaveLength(WAYS.length);
    expect(new Set(relays.map(({ kind, state }) => `${kind} ${state}`))).toEqual(new Set(['reply sent']));
  });

  it('leaves nothing for people to look after', async () => {
    expect((await firm.rows('problems')).map(({ what }) => what)).toEqual([]);
  });
});

const questionOf = ({ address }: Person): string => `<question.${address}>`;
