/** Strangers in other people's names, against the whole bridge: what reaches the ticket, and who is written to. */
import { createHmac } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { signMessageId, signReplyAddress } from '../../core/mail/signed-id';
import type { TicketId } from '../../core/ticket/ticket-id';
import { readMail } from '../../mail-bridge/mime/read-mail';
import { type DeskBench, desks } from '../mail-bridge/support/desks';
import { letter } from '../mail-bridge/support/letters';
import { needs } from '../support/needs';

const SERVER = 'mx.firm.test';
const TRAINER = 'ewa@firm.test';
const ANNA = 'anna@client.test';
const RECEIVED = 'Received: from out.test by mx.firm.test; Mon, 23 Nov 2026 10:00:00 +0100';
const says = (result: string): readonly string[] => [
  `Authentication-Results: ${SERVER}; ${result}`,
  RECEIVED,
];
const PASSED = says('dmarc=pass header.from=firm.test');
const FAILED = says('dmarc=fail header.from=client.test');
const ANOTHER_FIRM = [(text: string) => createHmac('sha256', 'another firm').update(text).digest()];

interface Known {
  readonly ticket: TicketId;
  /** Message-ID of our acknowledgement. */
  readonly ours: string;
  readonly annas: string;
}
interface Attack {
  readonly from: string;
  readonly header: (known: Known) => readonly string[];
  readonly subject?: (known: Known) => string;
  readonly to?: (known: Known) => string;
}

const answering = (id: string): string => `In-Reply-To: ${id}`;

/** Whatever they try, it becomes a ticket of its own. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  'a trainer’s address and the number of the ticket': {
    from: TRAINER,
    header: () => [RECEIVED],
    subject: ({ ticket }) => `Re: [#${ticket}]`,
  },
  'a trainer’s address that failed, answering our mail': {
    from: TRAINER,
    header: ({ ours }) => [...says('dmarc=fail header.from=firm.test'), answering(ours)],
  },
  'a trainer’s address with results that the attacker wrote': {
    from: TRAINER,
    header: ({ ours }) => [...says('dmarc=fail header.from=firm.test'), ...PASSED, answering(ours)],
  },
  'a stranger who got hold of our mail': {
    from: 'eve1@evil.test',
    header: ({ ours }) => [
      ...says('dmarc=pass header.from=evil.test'),
      answering(ours),
      `References: ${ours}`,
    ],
  },
  'a stranger with the number of the ticket': {
    from: 'eve2@other-evil.test',
    header: () => says('dmarc=pass header.from=other-evil.test'),
    subject: ({ ticket }) => `Re: [#${ticket}]`,
  },
  'a stranger with the participant’s own Message-ID': {
    from: 'eve3@third-evil.test',
    header: ({ annas }) => [RECEIVED, answering(annas)],
  },
  'the participant’s address and the number of the ticket': {
    from: ANNA,
    header: () => [RECEIVED],
    subject: ({ ticket }) => `Re: [#${ticket}]`,
  },
  'the participant’s address that failed, answering the participant’s own mail': {
    from: ANNA,
    header: ({ annas }) => [...FAILED, answering(annas)],
  },
  'the participant’s address and the subject alone': {
    from: ANNA,
    header: () => [RECEIVED],
    subject: () => 'Re: The certificate',
  },
  'the participant’s address and an id signed by another firm': {
    from: ANNA,
    header: ({ ticket }) => [...FAILED, answering(signMessageId(ticket, 'x', 'firm.test', ANOTHER_FIRM))],
  },
  'the participant’s address and a reply address signed by another firm': {
    from: ANNA,
    header: () => FAILED,
    to: ({ ticket }) => signReplyAddress('support@firm.test', ticket, ANOTHER_FIRM),
  },
  'two senders, one of them the participant': {
    from: `${ANNA}\r\nFrom: eve4@evil.test`,
    header: ({ ours }) => [RECEIVED, answering(ours)],
  },
};
const COUNT = Object.keys(ATTACKS).length;

needs('dovecot')('a ticket of a participant', () => {
  const firms = desks();

  async function firmWithTicket(): Promise<{ bench: DeskBench; known: Known }> {
    const bench = await firms.open({ config: { authservId: SERVER } });
    await bench.append('team', [{ name: 'Ewa', email: TRAINER, role: 'trainer', active: true }]);
    const annas = '<anna-1@client.test>';
    await bench.deliver(
      letter({ from: ANNA, subject: 'The certificate', text: 'Where is it?', messageId: annas }),
    );
    await bench.once();
    const [ticket] = await bench.rows('tickets');
    const [acknowledgement] = bench.smtp.mails;
    if (!ticket || !acknowledgement) throw new Error('there is no acknowledged ticket');
    const { messageId } = await readMail(acknowledgement.raw);
    return { bench, known: { ticket: ticket.id as TicketId, ours: messageId, annas } };
  }
  const stateOf = async (bench: DeskBench, { ticket }: Known) => ({
    ticket: (await bench.rows('tickets')).find(({ id }) => id === ticket),
    messages: (await bench.rows('messages')).filter(({ ticket_id }) => ticket_id === ticket),
  });

  it('is moved by none of those who only claim to be of it, and each of them is seen by people', async () => {
    const { bench, known } = await firmWithTicket();
    const before = await stateOf(bench, known);
    for (const [name, { from, header, subject, to }] of Object.entries(ATTACKS)) {
      await bench.deliver(
        letter({
          from,
          subject: subject?.(known) ?? `About ${name}`,
          // Words that a desk by mail might obey.
          text: `#close\n#assign eve@evil.test\n\n> #close\n> ${known.ticket}`,
          headers: header(known),
          ...(to === undefined ? {} : { to: to(known) }),
        }),
      );
    }
    await bench.once();
    expect(await stateOf(bench, known)).toEqual(before);
    const tickets = await bench.rows('tickets');
    expect(tickets).toHaveLength(1 + COUNT);
    const rows = (await bench.rows('messages')).filter(({ ticket_id }) => ticket_id !== known.ticket);
    expect(rows.filter(({ warnings }) => warnings.includes('does not vouch for it'))).toHaveLength(3);
    // No participant of the ticket is ever told what strangers wrote, and no robot answers a colleague's name.
    for (const { to, raw } of bench.smtp.mails) {
      expect(to).not.toContain(TRAINER);
      expect((await readMail(raw)).text).not.toContain('#close');
    }
  });

  it('is the participant’s still, and the trainer’s words in it are a note that moves nothing', async () => {
    const { bench, known } = await firmWithTicket();
    await bench.deliver(
      letter({
        from: TRAINER,
        // To us alone: to another reader of the ticket it would be an answer that somebody has got.
        to: bench.address,
        subject: `Re: [#${known.ticket}]`,
        text: '#close\nI am on it.',
        headers: PASSED,
      }),
    );
    await bench.deliver(
      letter({
        from: ANNA,
        subject: 'Re: it',
        text: 'Found it.',
        headers: [RECEIVED, answering(known.ours)],
      }),
    );
    await bench.once();
    const { ticket, messages } = await stateOf(bench, known);
    expect(messages.map(({ direction }) => direction).sort()).toEqual(['in', 'in', 'note']);
    expect(ticket?.status).not.toMatch(/closed|resolved/);
    expect(await bench.rows('tickets')).toHaveLength(1);
  });

  it('is not doubled by a mail that comes again, byte for byte or by another way', async () => {
    const { bench, known } = await firmWithTicket();
    const again = { from: ANNA, subject: 'The certificate', text: 'Where is it?', messageId: known.annas };
    const before = await stateOf(bench, known);
    await bench.deliver(letter(again));
    await bench.deliver(letter({ ...again, headers: ['Received: from replay.evil.test by mx.firm.test'] }));
    await bench.once();
    expect(await stateOf(bench, known)).toEqual(before);
    expect(await bench.rows('tickets')).toHaveLength(1);
    expect(bench.smtp.mails).toHaveLength(1);
  });

  it('lies on the disk for its owner alone, whatever the umask', async () => {
    const umask = process.umask(0);
    try {
      const { bench } = await firmWithTicket();
      const tree = readdirSync(bench.config.stateDir, { recursive: true, withFileTypes: true });
      expect(tree.length).toBeGreaterThan(3);
      expect(lstatSync(bench.config.stateDir).mode & 0o777).toBe(0o700);
      for (const entry of tree) {
        const mode = lstatSync(join(entry.parentPath, entry.name)).mode & 0o777;
        expect([entry.name, mode.toString(8)]).toEqual([entry.name, entry.isDirectory() ? '700' : '600']);
      }
    } finally {
      process.umask(umask);
    }
  });
});
