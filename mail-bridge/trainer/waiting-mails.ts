/** Colleagues' mails that wait for a word of theirs, by the ledger: nothing of them has gone out. */
import { messageRowId } from '../../core/intake/message-row-id';
import type { TicketId } from '../../core/ticket/ticket-id';
import type { HeldAnswer } from '../../core/trainer/trainer-mail-input';
import type { Ledger, SpooledRecord } from '../intake/ledger';
import type { Waits } from './colleague-effects';

export interface WaitingMail {
  readonly spooled: SpooledRecord;
  readonly waits: Waits;
}

export interface WaitingMails {
  /** Those that wait for "#send" in this ticket, the latest last. */
  held(ticket: TicketId): readonly HeldAnswer[];
  /** Those that came from an address that was not known as the colleague's. */
  from(agent: string, address: string): readonly WaitingMail[];
  /** @param row id of its row in Messages; null when it does not wait (any more) */
  get(row: string): WaitingMail | null;
  add(mail: WaitingMail): void;
  /** It waits no longer, or its rows were refused. */
  remove(row: string): void;
  /** They wait again: the rows of the mail that let them out were refused. */
  restore(rows: readonly string[]): void;
}

/** @param goesOnIn the ticket in which a merged one goes on */
export function waitingMails(
  history: ReturnType<Ledger['history']>,
  goesOnIn: (ticket: TicketId) => TicketId,
): WaitingMails {
  const waiting = new Map<string, WaitingMail>();
  /** Let out since the start. */
  const gone = new Map<string, WaitingMail>();
  const rowOf = ({ name }: SpooledRecord) => messageRowId(name);
  for (const { spooled, done } of history) {
    if (done.waits) waiting.set(rowOf(spooled), { spooled, waits: done.waits });
    for (const row of done.released ?? []) waiting.delete(row);
  }
  const all = () => Array.from(waiting);
  return {
    held: (ticket) =>
      all().flatMap(([row, { waits }]) =>
        waits.for === 'send' && goesOnIn(waits.ticketId) === ticket ? [{ row, agent: waits.agent }] : [],
      ),
    from: (agent, address) =>
      all().flatMap(([, mail]) => {
        const { waits } = mail;
        return waits.for === 'address' && waits.agent === agent && waits.address === address ? [mail] : [];
      }),
    get: (row) => waiting.get(row) ?? null,
    add: (mail) => {
      waiting.set(rowOf(mail.spooled), mail);
    },
    remove: (row) => {
      const mail = waiting.get(row);
      if (mail) gone.set(row, mail);
      waiting.delete(row);
    },
    restore: (rows) => {
      for (const row of rows) {
        const mail = gone.get(row);
        if (mail) waiting.set(row, mail);
      }
    },
  };
}
