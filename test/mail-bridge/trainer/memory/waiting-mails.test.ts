/** Which colleagues' mails wait for a word, by what the ledger has written down. */
import { messageRowId } from '../../../../core/intake/message-row-id';
import type { TicketId } from '../../../../core/ticket/ticket-id';
import { instant } from '../../../../core/time/instant';
import type { MailRecord } from '../../../../mail-bridge/intake/ledger';
import type { SpoolName } from '../../../../mail-bridge/state/spool';
import type { Waits } from '../../../../mail-bridge/trainer/colleague-effects';
import { waitingMails } from '../../../../mail-bridge/trainer/waiting-mails';

const TICKET = 'T-7K3Q9' as TicketId;
const INTO = 'T-9QQQ2' as TicketId;
const AT = instant(Date.UTC(2026, 10, 23, 9));
const OLA = 'ola@firm.test';

const spooled = (letter: string): MailRecord['spooled'] => ({
  t: 'spooled',
  epoch: 'e',
  uid: letter.charCodeAt(0),
  name: letter.repeat(64) as SpoolName,
  at: AT,
  day: '2026-11-23',
  size: 1,
  partial: false,
});
const rowOf = (letter: string) => messageRowId(letter.repeat(64));

function done(letter: string, more: Partial<MailRecord['done']>): MailRecord {
  const { epoch, uid } = spooled(letter);
  return {
    spooled: spooled(letter),
    done: {
      t: 'done',
      epoch,
      uid,
      outcome: 'agent-reply',
      messageId: '',
      content: '',
      ticket: null,
      ...more,
    },
  };
}

const forSend: Waits = { for: 'send', ticketId: TICKET, agent: OLA };
const forAddress: Waits = { for: 'address', ticketId: TICKET, agent: OLA, address: 'ola@phone.test' };
const itself = (id: TicketId) => id;

test('a held answer waits until a mail has let it out, also after a restart', () => {
  const held = done('a', { waits: forSend });
  expect(waitingMails([held], itself).held(TICKET)).toEqual([{ row: rowOf('a'), agent: OLA }]);
  const sent = done('b', { released: [rowOf('a')] });
  expect(waitingMails([held, sent], itself).held(TICKET)).toEqual([]);
});

test('it waits in the ticket in which a merged one goes on', () => {
  const memory = waitingMails([done('a', { waits: forSend })], (id) => (id === TICKET ? INTO : id));
  expect(memory.held(INTO)).toHaveLength(1);
  expect(memory.held(TICKET)).toEqual([]);
});

test('mails from an address that is not known wait for that address and that colleague only', () => {
  const memory = waitingMails([done('a', { waits: forAddress }), done('b', { waits: forSend })], itself);
  expect(memory.from(OLA, 'ola@phone.test').map(({ spooled: { name } }) => name)).toEqual(['a'.repeat(64)]);
  expect(memory.from(OLA, 'ola@other.test')).toEqual([]);
  expect(memory.from('jan@firm.test', 'ola@phone.test')).toEqual([]);
});

test('whoever was let out by a mail whose rows are refused waits again', () => {
  const memory = waitingMails([done('a', { waits: forSend })], itself);
  memory.remove(rowOf('a'));
  expect(memory.get(rowOf('a'))).toBeNull();
  memory.restore([rowOf('a')]);
  expect(memory.held(TICKET)).toEqual([{ row: rowOf('a'), agent: OLA }]);
});
