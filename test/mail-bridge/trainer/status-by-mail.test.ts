/** A participant asks by mail how things stand, and is answered from the rows. */
import { needs } from '../../support/needs';
import type { Person } from './programs/answering';
import { type TrainerFirm, trainerFirms } from './support/firm';

const person = (name: string): Person => ({ name: 'Jan Kos', address: `${name}@client.test` });
const STATUS = [
  {
    language: 'en',
    subject: 'status',
    said: 'New',
    question: 'Good morning, I cannot log in to the session. Please help.',
  },
  {
    language: 'pl',
    subject: 'Stan',
    said: 'Nowe',
    question: 'Dzień dobry, nie mogę się zalogować na szkolenie. Proszę o pomoc.',
  },
  {
    language: 'uk',
    subject: 'статус',
    said: 'Нове',
    question: 'Добрий день! Не можу увійти на заняття, допоможіть, будь ласка.',
  },
] as const;
const me = ({ language }: { readonly language: string }) => person(`me.${language}`);
const other = ({ language }: { readonly language: string }) => person(`other.${language}`);

needs('dovecot', 'opensmtpd')('a participant who asks for the status by mail', () => {
  const firms = trainerFirms();
  let firm: TrainerFirm;
  let ids: readonly string[];

  beforeAll(async () => {
    firm = await firms.open();
    ids = await firm.open(
      ...STATUS.flatMap((way) =>
        [me(way), other(way)].map((from) => ({
          question: { from, subject: 'Zoom', text: way.question },
          colleague: firm.people.sara,
        })),
      ),
    );
    await firm.ask(...STATUS.map((way) => ({ from: me(way), subject: way.subject, text: '' })));
    await firm.ask(
      ...STATUS.map((way, at) => ({ from: other(way), subject: `${way.subject} ${ids[2 * at]}`, text: '' })),
    );
    await firm.round();
  });

  describe.each(STATUS.map((way, at) => ({ ...way, at })))('with “$subject”', (way) => {
    it('is told how their own stands, in their language', async () => {
      const [, answer, ...more] = await firm.inbox(me(way));
      expect(answer?.text).toContain(`${ids[2 * way.at]}`);
      expect(answer?.text).toContain(way.said);
      expect(answer?.automatic).toBe(true);
      expect(more).toEqual([]);
    });

    it('makes no new ticket of it and no new message in the old one', async () => {
      expect(await firm.ticketOf(me(way))).toMatchObject({
        id: ids[2 * way.at],
        status: 'new',
        message_count: 1,
      });
    });

    it('is told nothing by naming somebody else’s', async () => {
      const [receipt, ...more] = await firm.inbox(other(way));
      expect(receipt?.text).not.toContain(`${ids[2 * way.at]}`);
      for (const { text } of more) expect(text).not.toMatch(/Zoom|Open|W toku|У роботі/);
    });
  });
});
