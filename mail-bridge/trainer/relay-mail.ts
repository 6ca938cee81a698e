/** A colleague's words as the mail that the participant gets: the firm's form around them, from the support address. */
import type { KnownTicket } from '../../core/intake/known-tickets';
import { isLanguage } from '../../core/language';
import { addressKey, isSendableAddress } from '../../core/mail/addresses';
import type { Mail } from '../../core/mail/mail';
import { signMessageId, withoutReplyToken } from '../../core/mail/signed-id';
import { readSubject, withTicketToken } from '../../core/mail/subject';
import { notAttachedInWords } from '../../core/outbox/left-out-words';
import { relayKey } from '../../core/outbox/outbox-row';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { type LeftOut, relayedFiles } from '../../core/outbox/relayed-files';
import { needOf } from '../../core/template/choose';
import { placeholdersOf } from '../../core/template/render';
import { sessionView, ticketView } from '../../core/template/view';
import { statusAfterAnswer } from '../../core/ticket/status';
import type { TicketId } from '../../core/ticket/ticket-id';
import { zone } from '../../core/time/instant';
import type { KnownTemplate } from '../../core/trainer/commands';
import type { Agent } from '../../core/trainer/trainer-mail-types';
import type { Row } from '../../core/workbook/rows';
import { isTemplateKey } from '../../sheet-templates/content/template-keys';
import { statusForParticipant } from '../../sheet-templates/words/status-answer';
import type { DeskFacts } from '../desk-facts';
import type { LetterContext } from '../outbox/letter-context';
import { keyMark } from '../outbox/own-message-id';
import { ownMail, type WrittenLetter, writeLetter } from '../outbox/write-letter';

/** The form around an answer for which no other was chosen. */
const USUAL = 'reply';

export interface Relay {
  /** Id in Messages of the mail that holds the words. */
  readonly messageRowId: string;
  readonly ticketId: TicketId;
  readonly agent: Agent;
  readonly words: string;
  readonly template: string;
  readonly resolve: boolean;
  /** The colleague's mail and its name in the spool, for its files. */
  readonly mail: Mail;
  readonly original: string;
}

export interface RelayContext {
  readonly letter: LetterContext & {
    readonly facts: Pick<DeskFacts, 'participants' | 'sessions' | 'team'>;
  };
  /** What the bridge knows of the ticket: its thread and its people. */
  readonly ticket: KnownTicket | null;
  /** As the Tickets tab has it. */
  readonly row: Pick<
    Row<'tickets'>,
    'subject' | 'status' | 'requester_email' | 'requester_name' | 'language' | 'session_id'
  >;
  readonly own: readonly string[];
}

export interface WrittenRelay {
  readonly mail: OutgoingMail;
  /** What the colleague wanted to send and does not go. */
  readonly leftOut: readonly LeftOut[];
}

/** @returns null when the chosen template cannot be used */
export function relayMail(relay: Relay, context: RelayContext): WrittenRelay | null {
  const { ticketId, agent, resolve, messageRowId } = relay;
  const { letter, ticket, row, own } = context;
  const { facts, keys, domain, now } = letter;
  const { files, leftOut } = relayedFiles(relay);
  const language = isLanguage(row.language) ? row.language : (ticket?.language ?? facts.settings.language);
  const names = leftOut.map(({ filename }) => filename);
  const missing = names.length === 0 ? [] : [notAttachedInWords(names, language, true)];
  const words = [relay.words, ...missing].filter((part) => part !== '').join('\n\n');
  const written = formAround(words, relay, context, language);
  if (written === null) return null;
  const key = relayKey(messageRowId);
  const to = row.requester_email.trim();
  return {
    mail: {
      ...ownMail(resolve ? 'resolved' : 'reply', key, to, language, now),
      subject: withTicketToken(written.subject, ticketId),
      text: written.text,
      template: relay.template || USUAL,
      ticketId,
      sessionId: row.session_id,
      createdBy: agent.email,
      messageId: signMessageId(ticketId, keyMark(key, keys), domain, keys),
      inReplyTo: ticket?.lastInboundId ?? null,
      references: ticket?.messageIds ?? [],
      cc: facts.settings.answers_to_cc ? othersOf(ticket, to, facts.team, own) : [],
      files,
    },
    leftOut,
  };
}

/** A text of the firm's own that has no place for words stands below them in the usual form. */
function formAround(
  words: string,
  { template, resolve, ticketId, agent }: Relay,
  { letter, ticket, row }: RelayContext,
  language: ReturnType<typeof ownMail>['language'],
): WrittenLetter | null {
  const { settings, participants, sessions, templates } = letter.facts;
  const email = addressKey(row.requester_email);
  const rows = participants.filter((each) => addressKey(each.email) === email);
  const participant = rows.find(({ session_id }) => session_id === row.session_id) ?? rows[rows.length - 1];
  const session = row.session_id === '' ? undefined : sessions.find(({ id }) => id === row.session_id);
  const sessionZone = session && session.zone !== '' ? zone(session.zone) : settings.zone;
  const wish = {
    language,
    audience: participant?.audience || session?.audience || 'any',
    need: needOf(participant),
  };
  const write = (key: string, answer: string) =>
    writeLetter(key, wish, letter, {
      personName: participant?.name || row.requester_name,
      personNeeds: participant?.needs ?? '',
      ticket: ticketView(
        { id: ticketId, subject: readSubject(row.subject || (ticket?.subject ?? '')).base },
        statusForParticipant(statusAfterAnswer(row.status, resolve), language),
      ),
      ...(session && {
        session: sessionView(session, { language, zone: sessionZone, offset: letter.offset }),
      }),
      agentName: settings.show_colleague_address ? `${agent.name}, ${agent.email}` : agent.name,
      answer,
    });
  if (template === '' || isForm(template, templates)) return write(template || USUAL, words);
  const text = write(template, '')?.text;
  if (text === undefined) return null;
  return write(USUAL, words === '' ? text : `${words}\n\n${text}`);
}

function isForm(key: string, templates: readonly Row<'templates'>[]): boolean {
  return templates.some(
    // A placeholder is written as its name: of a hundred templates few need be parsed, which is slow.
    ({ key: each, body }) =>
      each === key && body.includes('answer') && placeholdersOf(body).includes('answer'),
  );
}

/** Templates that a colleague may name: forms around an answer, and the firm's own texts. */
export function templatesForAnswers(templates: readonly Row<'templates'>[]): KnownTemplate[] {
  const keys = new Set(templates.map(({ key }) => key).filter((key) => key !== ''));
  return Array.from(keys).flatMap((key) => {
    const needsWords = isForm(key, templates);
    // Rowdesk's own letters are not for an answer.
    return needsWords || !isTemplateKey(key) ? [{ key, needsWords }] : [];
  });
}

/** A conversation of more people than this is a mailing, which nobody answers to all. */
const MOST_COPIES = 20;

/** Everybody else who takes part; never the team, whose addresses are their own business, nor we ourselves. */
function othersOf(
  ticket: KnownTicket | null,
  to: string,
  team: readonly Row<'team'>[],
  own: readonly string[],
): readonly string[] {
  // Whoever has left the team is none of the participant's people either.
  const colleagues = team.flatMap(({ email, other_emails }) => [email, ...other_emails]);
  const leftAside = new Set([to, ...own, ...colleagues].map(addressKey));
  // People answer to an address that we signed for them: it stands among those of the conversation too.
  const others = Array.from(ticket?.participants ?? []).filter(
    (address) => isSendableAddress(address) && !leftAside.has(withoutReplyToken(address)),
  );
  return others.length > MOST_COPIES ? [] : others;
}
