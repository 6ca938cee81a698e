/**
 * The bridge's own rules of intake on the local sheet, without the mailbox and the network: what it knows, what it
 * plans for a mail, and the requests with which it writes (core/intake). Reading and writing are one step here; what
 * happens between them is for the tests of the bridge.
 */
import type { IncomingMail } from '../../../core/intake/incoming';
import { intakeRequests } from '../../../core/intake/intake-requests';
import { type KnownTicket, knownTickets } from '../../../core/intake/known-tickets';
import { planIntake } from '../../../core/intake/plan-intake';
import { NO_TONE } from '../../../core/mail/tone';
import { mintTicketId, type TicketId } from '../../../core/ticket/ticket-id';
import type { TableKey } from '../../../core/workbook/columns';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import type { Desk } from './desk';

type Mail = IncomingMail['mail'];

/** Read once: only sender and subject differ from mail to mail. */
export async function anyMail(): Promise<Mail> {
  return readMail(
    Buffer.from('From: Ola <ola@people.test>\r\nTo: help@firm.test\r\nSubject: Link\r\n\r\nWhere is it?\r\n'),
  );
}

export class SimulatedBridge {
  readonly #known = knownTickets();
  readonly #ids: TicketId[] = [];
  #mails = 0;

  constructor(
    private readonly desk: Desk,
    private readonly mail: Mail,
    /** 16 bytes or more. */
    private readonly digest: () => readonly number[],
  ) {}

  get ids(): readonly TicketId[] {
    return this.#ids;
  }

  /** Of the mail that opens a ticket. The number says who wrote. */
  newMail(number: number): TicketId {
    const id = mintTicketId(this.digest(), (taken) => this.#ids.includes(taken));
    this.#ids.push(id);
    this.#takeIn(number, id, true);
    return id;
  }

  reply(id: TicketId): void {
    this.#takeIn(this.#ids.indexOf(id), id, false);
  }

  /** A colleague's answer went out. */
  answered(id: TicketId): void {
    this.#mails++;
    const messageId = `<out-${this.#mails}@firm.test>`;
    this.#known.mailOut({ ticketId: id, messageId, to: '', answeredAt: this.desk.clock.time });
    this.#write([]);
  }

  /** As with every look of the bridge at the tab: its own cells are put right. */
  correct(): void {
    this.#write([]);
  }

  #takeIn(number: number, id: TicketId, opens: boolean): void {
    this.#mails++;
    const address = `person-${number}@people.test`;
    const incoming: IncomingMail = {
      mail: { ...this.mail, from: { address, name: `Person ${number}` }, subject: `Question ${number}` },
      classification: { class: 'human', outOfOffice: false, autoReplyAllowed: true, reasons: [] },
      bounce: null,
      words: `Mail ${this.#mails}: where is it?`,
      fullText: `Mail ${this.#mails}: where is it?`,
      language: 'en',
      forwardedFrom: null,
      calendar: null,
      tone: NO_TONE,
      receivedAt: this.desk.clock.time,
      original: 'a'.repeat(64),
    };
    const plan = planIntake(incoming, {
      verdict: opens
        ? { kind: 'new', pointsTo: null, pointedBy: null }
        : { kind: 'reply', ticket: id, by: 'own-message-id', as: 'participant' },
      bouncedTicket: null,
      knownTicket: (asked) => this.#known.get(asked),
      mint: () => id,
      messageRowId: `in:${this.#mails}`,
      sender: 'other',
      now: this.desk.clock.time,
      firmLanguage: 'en',
      rosterLanguage: null,
    });
    if (plan.ticket) this.#known.mailIn(plan.ticket, `<in-${this.#mails}@people.test>`);
    this.#write([plan]);
  }

  #write(plans: readonly ReturnType<typeof planIntake>[]): void {
    const { desk } = this;
    const table = <T extends TableKey>(key: T) => desk.read(key);
    const tickets = plans.flatMap(({ ticket }) => {
      const known = ticket && this.#known.get(ticket.ticketId);
      return known ? [known] : [];
    });
    const requests = intakeRequests(
      { plans, tickets, known: this.#known, outbox: [], released: [], commands: [], problems: [], days: [] },
      {
        tickets: table('tickets'),
        messages: table('messages'),
        outbox: table('outbox'),
        commands: table('commands'),
        intake: table('intake'),
        problems: table('problems'),
      },
      desk.context,
      (lost: KnownTicket) => ({
        key: `tickets:${lost.id}:restored`,
        at: desk.clock.time,
        tab: 'tickets',
        row: lost.id,
        what: `The row of ${lost.id} was gone and was written anew.`,
        todo: '',
      }),
    );
    if (requests.length > 0) desk.service.batchUpdate(desk.spreadsheetId, { requests: [...requests] });
  }
}
