/** How trainers answer besides pressing Reply on our letter, from the mailboxes that they really use. */
import type { Language } from '../../../core/language';
import { needs } from '../../support/needs';
import { share } from '../../support/thorough';
import { webMail } from '../sent-folder/support';
import { letter as letterTo } from '../support/letters';
import type { Person } from './programs/answering';
import { FORWARD_NAMES, FORWARDS } from './programs/forwards';
import { PROGRAMS } from './programs/programs';
import { type TrainerFirm, trainerFirms } from './support/firm';
import { passed } from './support/servers';

const gmail = PROGRAMS['Gmail on the web'];
const person = (name: string, shown = 'Jan Kos'): Person => ({ name: shown, address: `${name}@client.test` });
const WORDS = 'Please open the link in a private window.';
/** Which of the answers of these tests it is. */
const saying = ({ text }: { readonly text: string }): string | undefined =>
  /private window|in the invitation/.exec(text)?.[0];
const english = { language: 'en', words: [WORDS] } as const;

const SHARED = person('shared');
const DIRECT = person('direct');
const OLD = person('old');
const TWICE = person('twice');
const DOUBTED = person('doubted');
const AWAY = person('away');
/** What the participants had written to Tom alone. */
const PRIVATE: Readonly<Record<Language, { readonly subject: string; readonly text: string }>> = {
  en: {
    subject: 'Where is the recording?',
    text: 'I was told that there is a recording. Where can I find it?',
  },
  pl: { subject: 'Gdzie jest nagranie?', text: 'Podobno jest nagranie z zajęć. Gdzie mogę je znaleźć?' },
  uk: { subject: 'Де запис заняття?', text: 'Кажуть, що є запис заняття. Де його можна знайти?' },
};
/** Every program and every language, and in a thorough run each program in each. */
const FORWARDED = share(
  FORWARD_NAMES.flatMap((program, at) =>
    (Object.keys(PRIVATE) as Language[]).map((language) => ({
      program,
      language,
      from: { name: 'Ewa Lis', address: `ewa.${language}.${at}@client.test` },
    })),
  ),
  4,
);

const ASKING = [SHARED, DIRECT, OLD, TWICE, DOUBTED, AWAY];

needs('dovecot', 'opensmtpd')('a trainer', () => {
  const firms = trainerFirms();
  let firm: TrainerFirm;
  let tom: Person;
  let lena: Person;

  const ids = new Map<Person, string>();
  const idOf = (from: Person): string => ids.get(from) ?? '';

  beforeAll(async () => {
    firm = await firms.open({
      settings: { mail_tickets_to: 'everybody' },
      tom: { substitute: 'Lena Zięba' },
    });
    ({ tom, lena } = firm.people);
    const opened = await firm.open(
      ...ASKING.map((from) => ({
        question: {
          from,
          subject: 'Cannot log in',
          text: 'I cannot log in.',
          messageId: `<question.${from.address}>`,
        },
        colleague: from === TWICE ? firm.people.sara : tom,
      })),
    );
    for (const [at, from] of ASKING.entries()) ids.set(from, opened[at] ?? '');
  });

  const notes = async (ticketId: string) =>
    (await firm.rows('messages')).filter(
      ({ ticket_id, direction }) => ticket_id === ticketId && direction === 'note',
    );
  const answersIn = async (ticketId: string) =>
    (await firm.rows('messages')).filter(
      ({ ticket_id, direction }) => ticket_id === ticketId && direction === 'out',
    );

  it('answers in the shared mailbox itself: the answer is logged, and no second mail goes out', async () => {
    const id = idOf(SHARED);
    const raw = webMail(
      { address: firm.support },
      { to: SHARED.address, text: WORDS, answers: `<question.${SHARED.address}>` },
    );
    // Its own program has sent it; what is left to see is the copy.
    await firm.post(raw, { from: firm.support, to: [SHARED.address], results: null });
    await firm.servers.dovecot.deliver(firm.support, raw, 'Sent');
    await firm.round();
    expect((await answersIn(id)).map(({ text }) => text)).toEqual([WORDS]);
    expect(await firm.answersTo(SHARED)).toHaveLength(1);
    expect(await firm.ticketOf(SHARED)).toMatchObject({
      status: 'waiting_participant',
      first_answer_at: expect.any(Number),
    });
  });

  describe('forwards a participant’s mail from the own inbox', () => {
    beforeAll(async () => {
      for (const { program, language, from } of FORWARDED) {
        const letter = {
          from,
          to: tom,
          replyTo: from.address,
          messageId: `<private.${from.address}>`,
          references: [],
          ...PRIVATE[language],
          html: '',
          at: new Date(firm.clock.now() - 3_600_000),
        };
        const raw = await FORWARDS[program](letter, {
          from: tom,
          language,
          words: ['Do załatwienia / to do.'],
          to: [firm.support],
        });
        await firm.post(raw, { from: tom.address, to: [firm.support], results: passed('firm1.test') });
      }
      await firm.round();
    });

    it.each(FORWARDED)(
      'with $program in $language: it is the participant’s ticket',
      async ({ from, language }) => {
        const ticket = await firm.ticketOf(from);
        const { subject, text } = PRIVATE[language];
        expect(ticket).toMatchObject({
          subject: expect.stringContaining(subject),
          language,
          first_answer_at: null,
        });
        const { row } = await firm.row('messages', ({ ticket_id }) => ticket_id === ticket.id);
        expect(row.direction).toBe('in');
        expect(row.text).toContain(text);
      },
    );
  });

  it('writes to the participant directly with support in copy: it is the answer, and nothing goes out', async () => {
    const id = idOf(DIRECT);
    const letter = await firm.letterTo(tom, id);
    await firm.answer({
      with: gmail,
      letter,
      from: tom,
      ...english,
      to: [DIRECT.address],
      cc: [letter.replyTo],
    });
    await firm.round();
    expect((await answersIn(id)).map(({ text }) => text)).toEqual([WORDS]);
    expect((await firm.answersTo(DIRECT)).map(({ from }) => from.address)).toEqual([tom.address]);
    expect((await firm.ticketOf(DIRECT)).status).toBe('waiting_participant');
  });

  it('puts support in copy of an exchange that has no ticket: it opens one for the participant', async () => {
    const ola = person('exchange', 'Ola Bak');
    const raw = letterTo({
      from: `${tom.name} <${tom.address}>`,
      to: `${ola.name} <${ola.address}>`,
      subject: 'Re: The certificate',
      headers: [`Cc: ${firm.support}`, 'In-Reply-To: <private@client.test>'],
      text: 'You will find it on your page from tomorrow.',
    });
    await firm.post(raw, {
      from: tom.address,
      to: [ola.address, firm.support],
      results: passed('firm1.test'),
    });
    await firm.round();
    const ticket = await firm.ticketOf(ola);
    expect(ticket.first_answer_at).not.toBeNull();
    expect(await firm.answersTo(ola)).toHaveLength(1);
  });

  it('answers the letter of an old ticket: the answer goes out', async () => {
    const id = idOf(OLD);
    const letter = await firm.letterTo(tom, id);
    await firm.edit('tickets', (row) => row.id === id, { status: 'closed' });
    await firm.round();
    await firm.answer({ with: PROGRAMS['Apple Mail on an iPhone'], letter, from: tom, ...english });
    await firm.round();
    expect((await firm.answersTo(OLD)).map(({ text }) => text.includes(WORDS))).toEqual([true]);
  });

  it('answers a moment after a colleague: the second answer waits and its writer is told, until #send', async () => {
    const { sara } = firm.people;
    const id = idOf(TWICE);
    const toSara = await firm.letterTo(sara, id);
    await firm.assign(id, tom);
    await firm.round();
    const toTom = await firm.letterTo(tom, id);
    await firm.answer({ with: gmail, letter: toTom, from: tom, ...english });
    // Of mails that come in one second nobody knows which is the first.
    await firm.aSecondLater();
    await firm.answer({
      with: PROGRAMS['Outlook of Office'],
      letter: toSara,
      from: sara,
      language: 'en',
      words: ['#resolved', 'The password is in the invitation.'],
    });
    await firm.round();
    expect((await firm.answersTo(TWICE)).map(saying)).toEqual(['private window']);
    expect((await firm.ticketOf(TWICE)).status).toBe('waiting_participant');
    const told = await firm.letterTo(sara, id);
    expect(told.text).toContain('#send');
    expect(told.text).toContain(tom.name);
    expect(await notes(id)).toHaveLength(1);
    await firm.answer({ with: gmail, letter: told, from: sara, language: 'en', words: ['#send'] });
    await firm.round();
    expect((await firm.answersTo(TWICE)).map(saying)).toEqual(['private window', 'in the invitation']);
    expect((await firm.ticketOf(TWICE)).status).toBe('resolved');
    expect((await answersIn(id)).map(({ text }) => text)).toEqual([
      WORDS,
      'The password is in the invitation.',
    ]);
  });

  it('for whom nobody vouches: it is a note with the reason, and the trainer is told once', async () => {
    const id = idOf(DOUBTED);
    const letter = await firm.letterTo(tom, id);
    const before = await firm.inbox(tom);
    const doubted = {
      with: gmail,
      letter,
      from: tom,
      ...english,
      results: 'dmarc=fail header.from=firm1.test',
    };
    await firm.answer(doubted, { ...doubted, words: ['#resolved', WORDS] });
    await firm.round();
    expect(await firm.answersTo(DOUBTED)).toEqual([]);
    expect(await firm.ticketOf(DOUBTED)).toMatchObject({ status: 'new', first_answer_at: null });
    const kept = await notes(id);
    expect(kept).toHaveLength(2);
    for (const { warnings } of kept) expect(warnings).toContain('dmarc=fail');
    const told = (await firm.inbox(tom)).slice(before.length);
    expect(told.map(({ text }) => text.includes('A message in your name has come in'))).toEqual([true]);
  });

  it('is away: the out-of-office answer makes the substitute be asked, and reaches no participant', async () => {
    const id = idOf(AWAY);
    const letter = await firm.letterTo(tom, id);
    await firm.answer({
      with: PROGRAMS['the new Outlook'],
      letter,
      from: tom,
      language: 'en',
      words: ['I am out of the office until Monday.', 'Please write to my colleague.'],
      headers: [
        ['Auto-Submitted', 'auto-replied (vacation)'],
        ['X-Auto-Response-Suppress', 'All'],
      ],
    });
    await firm.round();
    const asked = await firm.letterTo(lena, id);
    expect(asked.text).toContain(tom.name);
    expect(await firm.answersTo(AWAY)).toEqual([]);
    expect((await firm.ticketOf(AWAY)).first_answer_at).toBeNull();
    await firm.answer({
      with: gmail,
      letter: asked,
      from: lena,
      language: 'pl',
      words: ['Hasło jest w zaproszeniu.'],
    });
    await firm.round();
    expect((await firm.answersTo(AWAY)).map(({ text }) => text.includes('zaproszeniu'))).toEqual([true]);
  });
});
