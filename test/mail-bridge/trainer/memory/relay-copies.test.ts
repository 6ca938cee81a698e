/** Who gets a copy of a colleague's answer where the firm lets everybody in the conversation have one. */
import type { KnownTicket } from '../../../../core/intake/known-tickets';
import { signAgentAddress, signReplyAddress } from '../../../../core/mail/signed-id';
import type { TicketId } from '../../../../core/ticket/ticket-id';
import { relayMail } from '../../../../mail-bridge/trainer/relay-mail';
import { colleague } from '../../../core/assignment/team-rows';
import { ticketRow } from '../../../core/ticket/ticket-rows';
import { context, keys, NOW, SUPPORT } from '../../outbox/letter-firm';

const TICKET = 'T-7K3Q9' as TicketId;
const ANNA = 'anna@client.test';
const BOSS = 'boss@client.test';
const OLA = { email: 'ola@firm.test', name: 'Ola' };

function copiesAmong(...participants: readonly string[]): readonly string[] {
  const letter = context({ settings: { answers_to_cc: true } });
  const ticket: KnownTicket = {
    id: TICKET,
    requesterEmail: ANNA,
    requesterName: 'Anna',
    language: 'en',
    subject: 'No sound',
    excerpt: '',
    participants: new Set(participants),
    messageIds: [],
    lastInboundId: null,
    createdAt: NOW,
    lastInboundAt: NOW,
    lastThanksAt: null,
    lastOutboundAt: null,
    firstAnswerAt: null,
    messageCount: 1,
    signals: [],
  };
  const written = relayMail(
    {
      messageRowId: 'in:1',
      ticketId: TICKET,
      agent: OLA,
      words: 'Try it again.',
      template: '',
      resolve: false,
      mail: { attachments: [], html: '', warnings: [] } as never,
      original: '1',
    },
    {
      letter: {
        ...letter,
        facts: {
          ...letter.facts,
          participants: [],
          sessions: [],
          team: [colleague(OLA.name, { email: OLA.email })],
        },
      },
      ticket,
      row: ticketRow({ requester_email: ANNA }),
      own: [SUPPORT],
    },
  );
  if (written === null) throw new Error('The form cannot be used.');
  return written.mail.cc;
}

test('those to whom the conversation was shown', () => {
  expect(copiesAmong(ANNA, BOSS)).toEqual([BOSS]);
});

test.each([
  ['the one who asks', ANNA],
  ['a colleague', OLA.email],
  ['the mailbox', SUPPORT],
  ['our address for answers of the participant', signReplyAddress(SUPPORT, TICKET, keys)],
  ['our address for answers of the colleague', signAgentAddress(SUPPORT, TICKET, OLA.email, keys)],
])('not %s', (_, address) => {
  expect(copiesAmong(ANNA, BOSS, address)).toEqual([BOSS]);
});
