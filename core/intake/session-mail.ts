/**
 * What a mail has to do with the mails that we sent about sessions: it answers one, it is one that came back, it wishes
 * for no more of them, or it is a calendar's answer to the invitation in it.
 */
import { addressKey } from '../mail/addresses';
import type { Standing } from '../mail/standing';
import { stopToken, wishesNoReminders } from '../mail/stop-wish';
import { readSubject } from '../mail/subject';
import { ancestorIds } from '../mail/thread';
import type { Row } from '../workbook/rows';
import type { IncomingMail } from './incoming';
import type { RosterNote } from './roster-note';

/** A mail of ours about a session. */
export interface OurSessionMail {
  readonly key: string;
  readonly sessionId: string;
  readonly to: string;
}

export interface SessionMailFacts {
  readonly mailOf: (messageId: string) => OurSessionMail | null;
  /** By the token of its stop address. */
  readonly mailOfToken: (token: string) => OurSessionMail | null;
  /** The session that calendars know by this UID. */
  readonly sessionOfUid: (uid: string) => string | null;
  readonly sessionOf: (id: string) => Row<'sessions'> | null;
  readonly isInRoster: (address: string) => boolean;
  readonly sender: Standing;
  /** Whether the mailbox's own server vouches for the sender; null: it never says. */
  readonly isVouchedFor: boolean | null;
}

/** The cells of a ticket that is about a session. */
export type SessionCells = Pick<Row<'tickets'>, 'session_id' | 'course' | 'client'>;

export interface StopWish {
  /** Whose reminders, in the form of addressKey. */
  readonly email: string;
  /** Nothing else stands in the mail: no person need read it. */
  readonly pure: boolean;
}

export interface SessionMailReading {
  /** Of the mail that it answers. */
  readonly session: SessionCells | null;
  readonly stop: StopWish | null;
  readonly answer: RosterNote | null;
  /** The mail of ours that came back for good, and what its server said. */
  readonly returned: { readonly key: string; readonly status: string } | null;
}

export const NO_SESSION_MAIL: SessionMailReading = {
  session: null,
  stop: null,
  answer: null,
  returned: null,
};

export function readSessionMail(incoming: IncomingMail, facts: SessionMailFacts): SessionMailReading {
  switch (incoming.classification.class) {
    case 'bounce':
      return { ...NO_SESSION_MAIL, returned: returnedMail(incoming, facts) };
    case 'loop':
    case 'report':
      return NO_SESSION_MAIL;
    case 'human':
    case 'list':
    case 'auto-reply': {
      const answered = answeredMail(incoming, facts);
      const session = facts.sessionOf(sessionOfAnswer(incoming, answered, facts) ?? '');
      return {
        session: session && { session_id: session.id, course: session.course, client: session.client },
        stop: stopByToken(incoming, facts) ?? stopInWords(incoming, answered, facts),
        answer: calendarNote(incoming, answered, facts),
        returned: null,
      };
    }
  }
}

function answeredMail({ mail }: IncomingMail, facts: SessionMailFacts): OurSessionMail | null {
  for (const id of ancestorIds(mail)) {
    const ours = facts.mailOf(id);
    if (ours !== null) return ours;
  }
  return null;
}

function sessionOfAnswer(
  { calendar }: IncomingMail,
  answered: OurSessionMail | null,
  facts: SessionMailFacts,
): string | null {
  // One reminder may invite to several sessions of a day: the answer names which.
  return (calendar && facts.sessionOfUid(calendar.uid)) ?? answered?.sessionId ?? null;
}

/** A delayed mail may still arrive, and 4.x.x is no last word (RFC 3463 §3.1). */
function returnedMail(incoming: IncomingMail, facts: SessionMailFacts): SessionMailReading['returned'] {
  const { bounce } = incoming;
  const failed = bounce?.recipients.filter(
    ({ action, status }) => action === 'failed' && (status === '' || status.startsWith('5')),
  );
  const named = bounce?.originalMessageId ?? null;
  const ours = named === null ? answeredMail(incoming, facts) : facts.mailOf(named);
  if (ours === null || failed === undefined) return null;
  const to = addressKey(ours.to);
  // An alias leads to another address; each of our mails has one recipient.
  const recipient = failed.find(({ address }) => addressKey(address) === to) ?? failed[0];
  return recipient === undefined ? null : { key: ours.key, status: recipient.status };
}

/** The token is proof: nobody can guess it, and only the reader of that reminder has seen it. */
function stopByToken(incoming: IncomingMail, facts: SessionMailFacts): StopWish | null {
  const { mail, classification } = incoming;
  // A responder answers with the subject that it got. A program that unsubscribes for its owner answers nothing.
  if (classification.class === 'auto-reply' && (classification.outOfOffice || ancestorIds(mail).length > 0)) {
    return null;
  }
  const token = stopToken(mail.subject);
  const ours = token === null ? null : facts.mailOfToken(token);
  return ours && { email: addressKey(ours.to), pure: saysNothingElse(incoming) };
}

/** Lines that programs put into a mail by themselves. */
const BY_PROGRAM =
  /^(?:this (?:message|e-?mail) was automatically generated|(?:ta )?wiadomość (?:została )?wygenerowan|wysłan[eoa] z|sent from|get outlook for|надіслано з|відправлено з|це повідомлення (?:створено|згенеровано) автоматично)/iu;

function saysNothingElse({ words, mail }: IncomingMail): boolean {
  if (mail.attachments.some(({ inline }) => !inline)) return false;
  return words.split('\n').every((line) => {
    const said = line.trim();
    return (
      !/[\p{L}\p{N}]/u.test(said) ||
      said === mail.subject ||
      said === mail.from?.name ||
      BY_PROGRAM.test(said) ||
      wishesNoReminders(said, true)
    );
  });
}

/** Anybody can write anybody's address: a wish in words needs a mail of ours that it answers, or a server's word. */
function stopInWords(
  { mail, words, classification, calendar, forwardedFrom }: IncomingMail,
  answered: OurSessionMail | null,
  facts: SessionMailFacts,
): StopWish | null {
  if (classification.class !== 'human' || calendar !== null || forwardedFrom !== null) return null;
  if (facts.sender !== 'other' || mail.from === null) return null;
  const { address } = mail.from;
  // Whoever else joins the conversation speaks for nobody but themselves.
  if (answered !== null && addressKey(answered.to) === addressKey(address)) {
    return wishesNoReminders(words, true) ? { email: addressKey(address), pure: false } : null;
  }
  if (facts.isVouchedFor !== true || !facts.isInRoster(address)) return null;
  // The subject of an answer was somebody else's.
  const said = readSubject(mail.subject).isReply ? words : `${mail.subject}\n${words}`;
  return wishesNoReminders(said, false) ? { email: addressKey(address), pure: false } : null;
}

function calendarNote(
  incoming: IncomingMail,
  answered: OurSessionMail | null,
  facts: SessionMailFacts,
): RosterNote | null {
  const { calendar, mail, receivedAt } = incoming;
  const sessionId = sessionOfAnswer(incoming, answered, facts);
  if (calendar === null || sessionId === null || mail.from === null) return null;
  const from = addressKey(mail.from.address);
  const attendee = calendar.attendee === '' ? from : addressKey(calendar.attendee);
  const byInvited = answered !== null && addressKey(answered.to) === attendee;
  const bySender = attendee === from && facts.isVouchedFor !== false && mail.fromProblems.length === 0;
  return byInvited || bySender ? { email: attendee, sessionId, what: calendar.answer, at: receivedAt } : null;
}
