/** The letters about sessions: reminders, what changed, what is cancelled, and what is still to be done. */
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { PlannedMail, Told } from '../../core/session/planned-mail';
import { missingInWords } from '../../core/template/missing-words';
import { changesInWords, type Reader, sessionLines } from '../../core/template/session-changes';
import { type SessionPart, sessionView, type ViewParts } from '../../core/template/view';
import type { OutboxKind } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import { stopSentence } from '../../sheet-templates/words/stop';
import type { SessionLetterContext } from './letter-context';
import { keyMark, ownMessageId } from './own-message-id';
import { invitationsIn } from './session-invitations';
import { stopLinks } from './stop-links';
import { ownMail, writeLetter } from './write-letter';

/** @returns null when the firm's template cannot be read and there is none to fall back on */
export function sessionLetter(planned: PlannedMail, context: SessionLetterContext): OutgoingMail | null {
  const { key, email, language, tone, need, session, also, template } = planned;
  const kind = KIND[planned.purpose.kind];
  const stop = kind === 'reminder' ? stopLine(planned, context) : '';
  const written = writeLetter(template, { language, audience: tone, need }, context, {
    ...partsOf(planned, context),
    stop,
  });
  if (!written) return null;
  return {
    ...ownMail(kind, key, email, language, context.now),
    subject: written.subject,
    text: withStop(written.text, stop),
    template,
    ticketId: null,
    sessionId: session.id,
    messageId: ownMessageId(key, context.domain, context.keys),
    notBefore: planned.notBefore,
    notAfter: planned.notAfter,
    covers: also.map((other) => other.key),
    invitations: invitationsIn(planned, context),
    plainOnly: need === 'accessible',
  };
}

/** A firm's own text may be older than this sentence, or leave it out: everybody can get away from reminders. */
function withStop(text: string, stop: string): string {
  return stop === '' || text.includes(stop) ? text : `${text}\n\n${stop}`;
}

const KIND: Readonly<Record<PlannedMail['purpose']['kind'], OutboxKind>> = {
  reminder: 'reminder',
  nudge: 'reminder',
  changed: 'notice',
  cancelled: 'notice',
};

function partsOf(
  planned: PlannedMail,
  { offset }: SessionLetterContext,
): Omit<ViewParts, 'firm' | 'support'> {
  const { purpose, session, also, participant, language, zone } = planned;
  const reader: Reader = { language, zone, offset };
  const person = { personName: participant.name, personNeeds: participant.needs };
  const shown = (row: Row<'sessions'>, more: Partial<SessionPart> = {}) => ({
    ...person,
    session: { ...sessionView(row, reader), ...more },
  });
  switch (purpose.kind) {
    case 'reminder':
      return shown(session, {
        list: sessionLines([session, ...also.map((other) => other.session)], reader),
      });
    case 'changed':
      return shown(session, { changes: changesInWords(purpose.before, session, reader) });
    case 'cancelled':
      // What will not take place is what the reader knows of, wherever the row was moved since.
      return shown(asTold(session, purpose.before));
    case 'nudge':
      return { ...shown(session), missing: missingInWords(purpose.missing, language) };
  }
}

function asTold(session: Row<'sessions'>, { startsAt, details }: Told): Row<'sessions'> {
  if (details === null) return { ...session, starts_at: startsAt, ends_at: null };
  const { endsAt, place, link } = details;
  return { ...session, starts_at: startsAt, ends_at: endsAt, place, link };
}

function stopLine(
  { key, language }: PlannedMail,
  { facts, keys, supportAddress }: SessionLetterContext,
): string {
  const { portal_url, support_address } = facts.settings;
  return stopSentence(language, stopLinks(keyMark(key, keys), support_address || supportAddress, portal_url));
}
