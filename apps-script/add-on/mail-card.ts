/** The card beside a mail that belongs to no ticket. */

import type { Language } from '../../core/language';
import { addressKey } from '../../core/mail/addresses';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { buttons, type Card, fact, type Section, section, text, type Widget } from './card';
import { below, type HomeFacts } from './home-card';
import { type OpenMail, type Person, peopleIn } from './open-mail';
import { isSupport } from './reply-route';
import type { ListedTicket } from './ticket-list';

const MOST_TICKETS = 5;

export interface StrangeMail {
  readonly mail: OpenMail;
  readonly supportAddress: string;
  /** Addresses of everybody on the Team tab, in the form of addressKey. */
  readonly team: ReadonlySet<string>;
}

export type Forwardable =
  | { readonly kind: 'yes'; readonly sender: Person }
  | { readonly kind: 'no'; readonly why: 'ofTeam' | 'ofSupport' | 'noSupportAddress' | 'noSender' };

/** Whether the mail may become a ticket of its sender. */
export function forwardable({ mail, supportAddress, team }: StrangeMail): Forwardable {
  const [sender] = peopleIn(mail.from);
  if (sender === undefined) return { kind: 'no', why: 'noSender' };
  if (isSupport(sender.address, supportAddress)) return { kind: 'no', why: 'ofSupport' };
  if (team.has(addressKey(sender.address))) return { kind: 'no', why: 'ofTeam' };
  return supportAddress === '' ? { kind: 'no', why: 'noSupportAddress' } : { kind: 'yes', sender };
}

export function mailCard(
  strange: StrangeMail,
  /** Of the sender; only those that the reader may read. */
  theirs: readonly ListedTicket[],
  wasForwarded: boolean,
  labelOf: HomeFacts['labelOf'],
  language: Language,
): Card {
  const words = addOnWords(language).mail;
  const can = forwardable(strange);
  return {
    title: words.title,
    subtitle: strange.mail.subject.trim(),
    sections: [
      section(
        '',
        ...(can.kind === 'no'
          ? [text(words[can.why])]
          : [
              text(words.unknown(can.sender.name || can.sender.address)),
              buttons({
                label: words.make,
                press: { kind: 'compose', ask: { action: 'draftForward', parameters: {} }, as: 'new' },
                strong: true,
              }),
              text(words.how(strange.supportAddress)),
              ...(wasForwarded ? [text(words.madeBefore)] : []),
            ]),
      ),
      ...theirTickets(theirs, words.theirTickets, labelOf),
    ],
  };
}

function theirTickets(
  tickets: readonly ListedTicket[],
  header: string,
  labelOf: HomeFacts['labelOf'],
): Section[] {
  const newest = [...tickets]
    .sort((a, b) => (b.created_at ?? 0) - (a.created_at ?? 0))
    .slice(0, MOST_TICKETS);
  if (newest.length === 0) return [];
  return [
    section(
      header,
      ...newest.map(
        (ticket): Widget =>
          fact(ticket.id, ticket.subject, below({ ...ticket, id: '' }, labelOf), {
            action: 'ticket',
            parameters: { ticketId: ticket.id, how: 'push' },
          }),
      ),
    ),
  ];
}
