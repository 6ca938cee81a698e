/** What else goes with a trainer's answer, who else gets it, and how the conversation goes on. */
import { createHash } from 'node:crypto';
import { needs } from '../../support/needs';
import type { Person } from './programs/answering';
import { PROGRAMS, type ProgramName } from './programs/programs';
import { type Received, type TrainerFirm, trainerFirms } from './support/firm';
import { forTheTeamOnly } from './support/for-the-team';

const PICTURE = {
  name: 'Screenshot 1.png',
  type: 'image/png',
  // One white pixel.
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
    'base64',
  ),
};
const PLAN = { name: 'plan.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 the plan') };
const PROGRAMS_OF_TODAY: readonly ProgramName[] = [
  'Gmail on the web',
  'Gmail on Android',
  'Outlook of Office',
  'the new Outlook',
  'Outlook on a phone',
  'Apple Mail on an iPhone',
  'Apple Mail on a Mac',
];

const person = (name: string): Person => ({ name: 'Jan Kos', address: `${name}@client.test` });
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

needs('dovecot', 'opensmtpd')('with an answer by mail', () => {
  const firms = trainerFirms();
  let firm: TrainerFirm;

  /** A ticket of Tom's, and the letter about it. */
  async function asked(
    here: TrainerFirm,
    from: Person,
    more: { readonly cc?: readonly string[] } = {},
  ): Promise<{ readonly id: string; readonly letter: Received }> {
    const question = { from, subject: 'Cannot log in', text: 'I cannot log in.', ...more };
    const [id = ''] = await here.open({ question, colleague: here.people.tom });
    return { id, letter: await here.letterTo(here.people.tom, id) };
  }

  async function onlyAnswer(here: TrainerFirm, to: Person): Promise<Received> {
    const answers = await here.answersTo(to);
    expect(answers).toHaveLength(1);
    const [answer] = answers;
    if (answer === undefined) throw new Error('There is no answer.');
    return answer;
  }

  describe('files and pictures go along', () => {
    beforeAll(async () => {
      firm = await firms.open();
      const { tom } = firm.people;
      const ids = await firm.open(
        ...PROGRAMS_OF_TODAY.map((_, at) => ({
          question: { from: person(`jan.${at}`), subject: 'Cannot log in', text: 'I cannot log in.' },
          colleague: tom,
        })),
      );
      for (const [at, program] of PROGRAMS_OF_TODAY.entries()) {
        await firm.answer({
          with: PROGRAMS[program],
          letter: await firm.letterTo(tom, ids[at] ?? ''),
          from: tom,
          language: 'en',
          words: ['Click here:', 'and then read the plan.'],
          picture: { ...PICTURE, after: 1 },
          file: PLAN,
        });
      }
      await firm.round();
    });

    describe.each(PROGRAMS_OF_TODAY.map((program, at) => ({ program, at })))('from $program', ({ at }) => {
      it('the file as it was', async () => {
        const { mail } = await onlyAnswer(firm, person(`jan.${at}`));
        const file = mail.attachments.find(({ filename }) => filename === PLAN.name);
        expect(file?.content).toEqual(PLAN.bytes);
        expect(mail.attachments).toHaveLength(2);
      });

      it('the picture where it stood', async () => {
        const { mail, html } = await onlyAnswer(firm, person(`jan.${at}`));
        const shown = mail.attachments.find(({ related }) => related);
        expect(shown === undefined ? '' : digest(shown.content)).toBe(digest(PICTURE.bytes));
        // mailparser puts the picture itself in the place of its address.
        const words = html
          .replace(/<img[^>]*>/g, '*')
          .replace(/<[^>]+>|\s+/g, ' ')
          .replace(/ +/g, ' ');
        expect(words).toContain('Click here: * and then read the plan.');
        expect(html).toContain('data:image/png;base64,');
      });

      it('the same words in the text, and nothing of the colleague’s own', async () => {
        const answer = await onlyAnswer(firm, person(`jan.${at}`));
        expect(answer.text).toMatch(/Click here:\n+\[[^\]]+\]\n+and then read the plan\./);
        for (const secret of forTheTeamOnly(firm)) expect(answer.everything).not.toContain(secret);
      });
    });
  });

  it('goes to the participant alone, whoever was in copy', async () => {
    const jan = person('alone');
    const { letter } = await asked(firm, jan, { cc: ['boss@client.test'] });
    const { tom } = firm.people;
    await firm.answer({
      with: PROGRAMS['Gmail on the web'],
      letter,
      from: tom,
      language: 'en',
      words: ['Try again.'],
    });
    await firm.round();
    expect((await onlyAnswer(firm, jan)).mail.cc).toBeUndefined();
    expect(await firm.answersTo({ address: 'boss@client.test' })).toHaveLength(1);
  });

  it('brings the next mail of the participant to the trainer, in the same thread, and the next answer back', async () => {
    const jan = person('again');
    const { id, letter } = await asked(firm, jan);
    const { tom } = firm.people;
    const say = (to: Received, words: readonly string[]) =>
      firm.answer({ with: PROGRAMS['Gmail on the web'], letter: to, from: tom, language: 'en', words });
    await say(letter, ['Try another browser.']);
    await firm.round();
    const first = await onlyAnswer(firm, jan);
    await firm.aSecondLater();
    await firm.answer({
      with: PROGRAMS['Apple Mail on an iPhone'],
      letter: first,
      from: jan,
      language: 'en',
      words: ['It does not help.'],
    });
    await firm.round();
    expect(await firm.ticketOf(jan)).toMatchObject({ id, status: 'open', message_count: 3 });
    const second = await firm.letterTo(tom, id);
    expect(second.references).toContain(letter.messageId);
    expect(second.subject).toBe(letter.subject);
    const [newest = '', older = ''] = second.text.split('\n> ');
    expect(newest).toContain('It does not help.');
    expect(newest).not.toContain('Try another browser.');
    expect(older).toBeDefined();
    expect(second.text).toMatch(/^> .*Try another browser\./m);
    await firm.aSecondLater();
    await say(second, ['Then let us talk on the phone.']);
    await firm.round();
    const answers = await firm.answersTo(jan);
    expect(answers.map(({ text }) => /Try another browser|let us talk/.exec(text)?.[0])).toEqual([
      'Try another browser',
      'let us talk',
    ]);
    expect(answers[1]?.references).toContain(first.messageId);
    expect(await firm.ticketOf(jan)).toMatchObject({ status: 'waiting_participant', message_count: 4 });
  });

  describe('in a firm that has chosen otherwise', () => {
    let open: TrainerFirm;
    beforeAll(async () => {
      open = await firms.open({ settings: { answers_to_cc: 'yes', show_colleague_address: 'yes' } });
    });

    it('it goes to those in copy too, and shows the colleague’s address, but not that of the team in copy', async () => {
      const jan = person('open');
      const { tom, sara } = open.people;
      const { letter } = await asked(open, jan, { cc: ['head@client.test', sara.address] });
      await open.answer({
        with: PROGRAMS['the new Outlook'],
        letter,
        from: tom,
        language: 'en',
        words: ['Try again.'],
      });
      await open.round();
      const answer = await onlyAnswer(open, jan);
      expect(
        [answer.mail.cc ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address)),
      ).toEqual(['head@client.test']);
      const copies = await open.answersTo({ address: 'head@client.test' });
      expect(copies.map(({ text }) => text.includes('Try again.'))).toContain(true);
      expect(answer.text).toContain(tom.address);
      expect(answer.everything).not.toContain(sara.address);
      expect(answer.from.address).toBe(open.support);
    });
  });

  describe('where the mailbox takes no addresses with a plus sign', () => {
    it('the answer is known by the letter that it answers', async () => {
      const plain = await firms.open({ plusAddressing: false });
      const jan = person('plain');
      const { tom } = plain.people;
      const { letter } = await asked(plain, jan);
      expect(letter.replyTo).toBe(plain.support);
      await plain.answer({
        with: PROGRAMS['Outlook of Office'],
        letter,
        from: tom,
        language: 'en',
        words: ['Try again.'],
      });
      await plain.round();
      expect((await onlyAnswer(plain, jan)).text).toContain('Try again.');
    });
  });
});
