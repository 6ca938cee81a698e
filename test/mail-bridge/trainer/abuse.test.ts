/**
 * Mails by which somebody who must not could reach a participant or change a ticket, sent through real mail servers. Each
 * has a ticket of its own, whose participant waits.
 */

import type { Tables } from '../../../mail-bridge/sheets/desk';
import { needs } from '../../support/needs';
import { share } from '../../support/thorough';
import { EVE, EVERY_ATTACK, type Loot, PAY } from './abuse-cases';
import { lootOf, wireMail } from './abuse-mail';
import type { Person } from './programs/answering';
import { type TrainerFirm, trainerFirms } from './support/firm';
import { orderedCells } from './support/ordered-cells';
import { passed } from './support/servers';

/** In a domain of their own each: a cap on mails to one domain must not hide anything. */
const waiting = (at: number): Person => ({ name: 'Anna Nowak', address: `anna@client${at}.test` });
const ATTACKS = share(EVERY_ATTACK, 40);
const CONTROL = waiting(ATTACKS.length);
const OTHER = waiting(ATTACKS.length + 1);

needs('dovecot', 'opensmtpd')('a mail that must not', () => {
  const firms = trainerFirms();
  let firm: TrainerFirm;
  let ids: readonly string[];
  let after: Tables<'tickets' | 'commands' | 'outbox' | 'intake'>;
  const rowsOf = <T extends keyof typeof after>(table: T) => after[table].rows.map(({ row }) => row);

  const lootFor = async (at: number, colleague: Person): Promise<Loot> => {
    const [receipt] = await firm.inbox(waiting(at));
    if (receipt === undefined) throw new Error('The participant was told nothing.');
    const ticketId = ids[at] ?? '';
    return lootOf(firm, {
      ticketId,
      participant: waiting(at),
      letter: await firm.letterTo(colleague, ticketId),
      receipt,
      others: await firm.letterTo(firm.people.lena, ids[ATTACKS.length + 1] ?? ''),
    });
  };

  beforeAll(async () => {
    firm = await firms.open({ ola: { active: true } });
    const { people } = firm;
    const owners = [...ATTACKS.map(({ ticketOf = 'tom' }) => ticketOf), 'tom', 'lena'] as const;
    ids = await firm.open(
      ...owners.map((owner, at) => ({
        question: {
          from: waiting(at),
          subject: 'Cannot log in',
          text: 'I cannot log in.',
          cc: [`boss.${waiting(at).address}`],
        },
        colleague: people[owner],
      })),
    );
    const mails = [];
    for (const [at, { mail, ticketOf = 'tom' }] of ATTACKS.entries()) {
      const loot = await lootFor(at, people[ticketOf]);
      mails.push(wireMail(loot, mail(loot)));
    }
    await firm.edit('team', ({ email }) => email === people.ola.address, { active: false });
    for (const [at, { since }] of ATTACKS.entries()) {
      if (since === undefined) continue;
      const change = {
        'given-to-lena': { assignee: 'Lena Zięba' },
        'given-to-nobody': { assignee: '' },
        spam: { status: 'spam' },
      };
      await firm.edit('tickets', ({ id }) => id === ids[at], change[since]);
    }
    await firm.round();
    const control = await lootFor(ATTACKS.length, people.tom);
    await firm.servers.post([...mails, wireMail(control, {})]);
    await firm.round();
    await firm.round();
    after = await firm.desk.read(['tickets', 'commands', 'outbox', 'intake']);
  });

  const ticketAt = (at: number) => rowsOf('tickets').find(({ id }) => id === ids[at]);

  describe.each(ATTACKS.map((attack, at) => ({ ...attack, at })))(
    '$what',
    ({ at, since, ticketOf = 'tom' }) => {
      it('reaches no participant', async () => {
        const mails = await firm.inbox(waiting(at));
        expect(mails.map(({ automatic }) => automatic)).toEqual([true]);
        for (const { everything } of mails) expect(everything).not.toContain(PAY);
        expect(await firm.answersTo({ address: `boss.${waiting(at).address}` })).toHaveLength(1);
      });

      it('changes nothing in the ticket', () => {
        const row = ticketAt(at);
        expect(row).toMatchObject({
          priority: 'normal',
          hold_until: null,
          first_answer_at: null,
          last_outbound_at: null,
        });
        const { assignee, status } = row ?? {};
        expect([assignee, since]).toEqual([assigneeAfter(since, firm.people[ticketOf]), since]);
        expect(since === 'spam' ? ['spam'] : ['new', 'open']).toContain(status);
      });

      it('asks nothing of the tracker and leaves nothing to be sent', () => {
        expect(orderedCells(rowsOf('commands'), ids[at] ?? '')).toEqual([]);
        const going = rowsOf('outbox').filter(
          ({ ticket_id, kind }) => ticket_id === ids[at] && (kind === 'reply' || kind === 'resolved'),
        );
        expect(going).toEqual([]);
      });
    },
  );

  it('is taken in like every mail, and comes to exactly one end', () => {
    const [day, ...more] = rowsOf('intake');
    expect(more).toEqual([]);
    // The questions, the attacks and the colleague's own answer.
    expect(day).toMatchObject({ mailbox: 2 * ATTACKS.length + 3, quarantined: 0, difference: 0 });
  });

  it('is told from the colleague’s own, which does all of it', async () => {
    const [answer] = await firm.answersTo(CONTROL);
    expect(answer?.text).toContain(PAY);
    const row = ticketAt(ATTACKS.length);
    expect(row).toMatchObject({ status: 'resolved', priority: 'urgent', assignee: 'Sara Kos' });
  });

  it('tells a stranger nothing of the ticket', async () => {
    for (const { everything } of await firm.inbox(EVE)) {
      expect(everything).not.toContain('I cannot log in.');
      for (const { address } of Object.values(firm.people)) expect(everything).not.toContain(address);
    }
  });

  it('comes in sixty ways and more', () => {
    expect(new Set(EVERY_ATTACK.map(({ what }) => what)).size).toBe(EVERY_ATTACK.length);
    expect(EVERY_ATTACK.length).toBeGreaterThanOrEqual(60);
    expect(ATTACKS.length).toBeGreaterThanOrEqual(40);
  });

  it('is the colleague’s own answer once more, whoever sends it: nobody gets it twice', async () => {
    const loot = await lootFor(ATTACKS.length + 1, firm.people.lena);
    const own = { from: [`Lena <${firm.people.lena.address}>`], text: 'The room opens at nine.' };
    const mail = wireMail(loot, own);
    await firm.servers.post([mail, mail]);
    await firm.round();
    await firm.servers.post([mail, { ...mail, results: null }, { ...mail, results: passed('bad.test') }]);
    await firm.round();
    expect((await firm.answersTo(OTHER)).map(({ text }) => text.includes('The room opens at nine.'))).toEqual(
      [true],
    );
  });
});

function assigneeAfter(since: string | undefined, owner: Person): string {
  if (since === 'given-to-lena') return 'Lena Zięba';
  return since === 'given-to-nobody' ? '' : owner.name;
}
