/** Answers that were sent past Rowdesk are found later than others: the first and the last are those by their time. */
import fc from 'fast-check';
import { knownTickets } from '../../../core/intake/known-tickets';
import { mintTicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';

const TICKET = mintTicketId(new Uint8Array(32).fill(1), () => false);
const JAN = 'jan@people.test';

it('in whatever order they are found', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 6 }), (moments) => {
      const tickets = knownTickets();
      tickets.mailIn(
        {
          ticketId: TICKET,
          opened: true,
          at: instant(0),
          from: JAN,
          name: '',
          subject: 'Help',
          excerpt: '',
          language: 'en',
          human: true,
          onlyThanks: false,
          answers: [],
          signals: [],
          shownTo: [],
        },
        '<question@people.test>',
      );
      moments.forEach((at, n) => {
        tickets.mailOut({
          ticketId: TICKET,
          messageId: `<${n}@firm.test>`,
          to: JAN,
          answeredAt: instant(at),
        });
      });
      expect(tickets.get(TICKET)).toMatchObject({
        firstAnswerAt: Math.min(...moments),
        lastOutboundAt: Math.max(...moments),
        messageCount: 1 + moments.length,
      });
    }),
  );
});
