/** Where a reply to the open mail goes, and whether a text about the ticket may go there. */
import { addressKey } from '../../core/mail/addresses';
import { type OpenMail, peopleIn } from './open-mail';

export type ReplyRoute =
  /** To the support mailbox: the bridge passes the words on, with greeting and signature. */
  | { readonly kind: 'relayed' }
  /** To the participant, from the colleague's own address; support gets a copy, so that the answer is logged. */
  | { readonly kind: 'direct'; readonly cc: string }
  /** To the participant, from the support mailbox itself. */
  | { readonly kind: 'from-support' }
  | { readonly kind: 'none'; readonly why: 'not-the-participant' | 'address-hidden' | 'no-support-address' };

/** `support+a.t-7k3q9.…@x` and `support@x` are one mailbox. */
function mailboxKey(address: string): string {
  return addressKey(address).replace(/\+[^@]*(?=@)/, '');
}

export function isSupport(address: string, support: string): boolean {
  return support !== '' && mailboxKey(address) === mailboxKey(support);
}

interface Firm {
  readonly supportAddress: string;
  /** Settings: participants may see from which address a colleague writes. */
  readonly showsColleagues: boolean;
}

/**
 * Nothing here is proof of who wrote the mail. So a text goes only where it would go without it: to the participant of
 * the ticket, or to our own mailbox, which checks who writes.
 */
export function replyRoute(
  mail: OpenMail,
  participant: string,
  userEmail: string,
  { supportAddress, showsColleagues }: Firm,
): ReplyRoute {
  if (supportAddress === '') return { kind: 'none', why: 'no-support-address' };
  const readers = peopleIn(mail.replyTo === '' ? mail.from : mail.replyTo).map(({ address }) => address);
  const [first, ...more] = readers;
  if (first === undefined || more.length > 0) return { kind: 'none', why: 'not-the-participant' };
  const isOwnMailbox = isSupport(userEmail, supportAddress);
  if (isSupport(first, supportAddress) && !isOwnMailbox) return { kind: 'relayed' };
  if (participant.trim() === '' || addressKey(first) !== addressKey(participant)) {
    return { kind: 'none', why: 'not-the-participant' };
  }
  if (isOwnMailbox) return { kind: 'from-support' };
  const own = addressKey(userEmail);
  // Whoever has written to the colleague knows the address.
  const isKnown = [mail.to, mail.cc].flatMap(peopleIn).some(({ address }) => addressKey(address) === own);
  if (!isKnown && !showsColleagues) return { kind: 'none', why: 'address-hidden' };
  return { kind: 'direct', cc: supportAddress };
}
