/** Answers from an address that a colleague confirms in the same moment. */
import { needs } from '../../support/needs';
import type { Person } from './programs/answering';
import { PROGRAMS } from './programs/programs';
import { trainerFirms } from './support/firm';

const gmail = PROGRAMS['Gmail on the web'];
const JAN: Person = { name: 'Jan Kos', address: 'jan@client.test' };
const ANNA: Person = { name: 'Anna Bak', address: 'anna@client.test' };

needs('dovecot', 'opensmtpd')('a colleague with another address', () => {
  const firms = trainerFirms();

  it('says yes and goes on from there at once: everything goes out', async () => {
    const firm = await firms.open();
    const { tom } = firm.people;
    const phone = { name: 'Tom', address: 'tom.wrona@post.test' };
    const [jans = '', annas = ''] = await firm.open(
      ...[JAN, ANNA].map((from) => ({
        question: { from, subject: 'Cannot log in', text: 'I cannot log in.' },
        colleague: tom,
      })),
    );
    const toJan = await firm.letterTo(tom, jans);
    const toAnna = await firm.letterTo(tom, annas);
    const before = await firm.inbox(tom);
    await firm.answer({ with: gmail, letter: toJan, from: phone, language: 'en', words: ['Try it again.'] });
    await firm.round();
    const [question] = (await firm.inbox(tom)).slice(before.length);
    if (question === undefined) throw new Error('Nobody asks.');
    await firm.answer({ with: gmail, letter: question, from: tom, language: 'en', words: ['Yes'] });
    await firm.aSecondLater();
    await firm.answer({ with: gmail, letter: toAnna, from: phone, language: 'en', words: ['Now it works.'] });
    await firm.round();
    expect(await firm.answersTo(JAN)).toHaveLength(1);
    expect(await firm.answersTo(ANNA)).toHaveLength(1);
    expect(await firm.inbox(tom)).toHaveLength(before.length + 1);
  });
});
