/** Trainers answer from a second address or the account of their phone, and are asked once whether it is theirs. */
import { needs } from '../../support/needs';
import type { Person } from './programs/answering';
import { PROGRAMS } from './programs/programs';
import { type Received, type TrainerFirm, trainerFirms } from './support/firm';

const gmail = PROGRAMS['Gmail on the web'];
const person = (name: string): Person => ({ name: 'Jan Kos', address: `${name}@client.test` });
const WORDS = 'Please open the link in a private window.';
const LATER = person('later');

const ELSEWHERE = [
  {
    asks: person('phone.en'),
    owner: 'tom',
    language: 'en',
    program: 'Apple Mail on an iPhone',
    phone: { name: 'Tom', address: 'tom.wrona@post.test' },
    asked: 'Is this address yours?',
    yes: 'Yes',
  },
  {
    asks: person('phone.pl'),
    owner: 'lena',
    language: 'pl',
    program: 'Outlook on a phone',
    phone: { name: 'Lena', address: 'lena.zieba@post.test' },
    asked: 'Czy to Twój adres?',
    yes: 'Tak',
  },
  {
    asks: person('phone.uk'),
    owner: 'sara',
    language: 'uk',
    program: 'Gmail on Android',
    phone: { name: 'Sara', address: 'sara.kos@post.test' },
    asked: 'Це ваша адреса?',
    yes: 'Так',
  },
] as const;

/** Which of the answers it is. */
const saying = ({ text }: { readonly text: string }): string | undefined =>
  /private window|one more thing/.exec(text)?.[0];

needs('dovecot', 'opensmtpd')('a trainer who answers from another address', () => {
  const firms = trainerFirms();
  let firm: TrainerFirm;
  let tom: Person;
  const ids = new Map<Person, string>();
  const idOf = (from: Person): string => ids.get(from) ?? '';

  beforeAll(async () => {
    firm = await firms.open({
      settings: { mail_tickets_to: 'everybody' },
      sara: { languages: ['uk'] },
    });
    ({ tom } = firm.people);
    const matters = [...ELSEWHERE, { asks: LATER, owner: 'tom' } as const];
    const opened = await firm.open(
      ...matters.map(({ asks, owner }) => ({
        question: { from: asks, subject: 'Cannot log in', text: 'I cannot log in.' },
        colleague: firm.people[owner],
      })),
    );
    for (const [at, { asks }] of matters.entries()) ids.set(asks, opened[at] ?? '');
  });

  beforeAll(async () => {
    for (const { asks, owner, language, program, phone } of ELSEWHERE) {
      const letter = await firm.letterTo(firm.people[owner], idOf(asks));
      const typed = { letter, from: phone, language };
      await firm.answer({ with: PROGRAMS[program], ...typed, words: [WORDS] });
      await firm.answer({ with: gmail, ...typed, words: ['And one more thing.'] });
    }
    await firm.round();
  });

  const questionFor = async ({ owner, phone }: (typeof ELSEWHERE)[number]): Promise<readonly Received[]> =>
    (await firm.inbox(firm.people[owner])).filter(({ text }) => text.includes(phone.address));

  it.each(ELSEWHERE)(
    'is asked once whether it is theirs, in $language, and nothing goes out',
    async (way) => {
      expect(await firm.answersTo(way.asks)).toEqual([]);
      const [question, ...more] = await questionFor(way);
      expect(question?.text).toContain(way.asked);
      expect(more).toEqual([]);
      expect(await firm.inbox(way.phone)).toEqual([]);
    },
  );

  describe('and says yes', () => {
    beforeAll(async () => {
      for (const way of ELSEWHERE) {
        const [letter] = await questionFor(way);
        if (letter === undefined) throw new Error('Nobody asks.');
        const { owner, language, program, yes } = way;
        await firm.answer({
          with: PROGRAMS[program],
          letter,
          from: firm.people[owner],
          language,
          words: [yes],
        });
      }
      await firm.round();
    });

    it.each(ELSEWHERE)(
      '“$yes”: what has waited goes out, and the address is known',
      async ({ asks, phone, owner }) => {
        const answers = await firm.answersTo(asks);
        expect(answers.map(saying).sort()).toEqual(['one more thing', 'private window']);
        for (const { everything } of answers) expect(everything).not.toContain(phone.address);
        const { row } = await firm.row('team', ({ email }) => email === firm.people[owner].address);
        expect(row.other_emails).toEqual([phone.address]);
      },
    );

    it('and is not asked again', async () => {
      const before = await firm.inbox(tom);
      const [{ phone }] = ELSEWHERE;
      await firm.answer({
        with: gmail,
        letter: await firm.letterTo(tom, idOf(LATER)),
        from: phone,
        language: 'en',
        words: [WORDS],
      });
      await firm.round();
      expect(await firm.answersTo(LATER)).toHaveLength(1);
      expect(await firm.inbox(tom)).toHaveLength(before.length);
    });
  });
});
