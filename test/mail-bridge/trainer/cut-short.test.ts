/** A bridge that stops right after the rows of a colleague's answer are written. */
import { needs } from '../../support/needs';
import type { Person } from './programs/answering';
import { PROGRAMS } from './programs/programs';
import { trainerFirms } from './support/firm';

const JAN: Person = { name: 'Jan Kos', address: 'jan@client.test' };

needs('dovecot', 'opensmtpd')('an answer whose commands were carried out before the next start', () => {
  const firms = trainerFirms();

  it('goes out once, and its writer is not told that nothing has happened', async () => {
    const firm = await firms.open();
    const { tom, sara } = firm.people;
    const question = { from: JAN, subject: 'Cannot log in', text: 'I cannot log in.' };
    const [id = ''] = await firm.open({ question, colleague: tom });
    const toTom = await firm.letterTo(tom, id);
    const before = await firm.inbox(tom);
    await firm.answer({
      with: PROGRAMS['Gmail on the web'],
      letter: toTom,
      from: tom,
      language: 'en',
      // A trainer may do nothing more in a ticket that is somebody else's by then.
      words: ['#assign Sara', '', 'Try it again.'],
    });
    const bridge = await firm.openBridge();
    const mailbox = await bridge.connect();
    await bridge.spool(mailbox, true, () => undefined);
    jest.spyOn(bridge.state.book, 'admit').mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' });
    });
    await expect(bridge.takeIn(false)).rejects.toThrow('ENOSPC');
    await bridge.close();
    firm.tick();
    expect((await firm.ticketOf(JAN)).assignee).toBe(sara.name);
    await firm.round();
    const answers = await firm.answersTo(JAN);
    expect(answers.map(({ text }) => text.includes('Try it again.'))).toEqual([true]);
    expect(await firm.inbox(tom)).toHaveLength(before.length);
    const said = (await firm.rows('messages')).filter(({ direction }) => direction === 'out');
    expect(said.map(({ message_id }) => message_id)).toEqual(answers.map(({ messageId }) => messageId));
  });
});
