/** What participants wrote, by ticket, from the ledger: it knows the original of every mail, the Sheet only its row. */
import type { TicketId } from '../../core/ticket/ticket-id';
import type { Ledger, MailRecord } from '../intake/ledger';
import type { SpooledRecord } from '../intake/ledger-records';

/** @param goesOnIn the ticket into which another was merged */
export function mailsOfTickets(
  ledger: Pick<Ledger, 'history'>,
  goesOnIn: (ticket: TicketId) => TicketId,
): (ticket: TicketId) => SpooledRecord[] {
  const byTicket = new Map<TicketId, SpooledRecord[]>();
  let read = 0;
  let last: MailRecord | undefined;

  const note = ({ spooled, done }: MailRecord) => {
    if (done.ticket?.human !== true || done.outcome === 'agent-reply' || spooled.folder === 'sent') return;
    const { ticketId } = done.ticket;
    const mails = byTicket.get(ticketId);
    if (mails) mails.push(spooled);
    else byTicket.set(ticketId, [spooled]);
  };
  /** The history only grows, but for mails that are taken out of the quarantine to be tried again. */
  const learn = () => {
    const history = ledger.history();
    if (history[read - 1] !== last) {
      byTicket.clear();
      read = 0;
    }
    for (const mail of history.slice(read)) note(mail);
    read = history.length;
    last = history[read - 1];
  };

  return (ticket) => {
    learn();
    // Merges are undone as well, so what goes on where is asked each time.
    return [...byTicket].flatMap(([id, mails]) => (goesOnIn(id) === ticket ? mails : []));
  };
}
