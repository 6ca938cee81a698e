/** The mails that the bridge writes by itself, from the firm's templates: acknowledgements and reminders. */
import type { Language } from '../../core/language';
import { signMessageId } from '../../core/mail/signed-id';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { PlannedMail } from '../../core/session/planned-mail';
import { chooseTemplate } from '../../core/template/choose';
import { renderTemplate } from '../../core/template/render';
import { mailView, sessionView, type ViewParts } from '../../core/template/view';
import type { TicketId } from '../../core/ticket/ticket-id';
import type { Instant, ZoneOffset } from '../../core/time/instant';
import type { OutboxKind } from '../../core/workbook/choices';
import { templateRows } from '../../sheet-templates/content/templates';
import { firmInLetters } from '../../sheet-templates/firm-in-letters';
import { labelOfWord } from '../../sheet-templates/labels';
import type { DeskFacts } from '../desk-facts';
import type { Answered } from '../intake/plan-batch';
import type { Keys } from '../keys';

export interface LetterContext {
  readonly facts: DeskFacts;
  readonly keys: Keys;
  /** Where participants write to; the setting of the same name may say it otherwise. */
  readonly supportAddress: string;
  /** Domain of our Message-IDs: that of the support address. */
  readonly domain: string;
  readonly offset: ZoneOffset;
  readonly now: Instant;
}

/** @returns null when the firm's template cannot be read and there is none to fall back on */
export function acknowledgementLetter(
  { to, messageId }: Answered,
  language: Language,
  ticket: TicketId,
  context: LetterContext,
): OutgoingMail | null {
  const { facts, now, keys, domain } = context;
  const key = `ack:${ticket}`;
  const template = facts.openAt(now) ? 'acknowledgement' : 'acknowledgement_out_of_hours';
  const written = write(template, language, 'any', context, {
    personName: '',
    // Never the sender's own subject: an acknowledgement must not carry a spammer's text to a third person.
    ticket: { id: ticket, subject: '', status: labelOfWord('status', 'new', language) },
  });
  if (!written) return null;
  return {
    ...written,
    ...outgoing('acknowledgement', key, to, language, now),
    template,
    ticketId: ticket,
    sessionId: '',
    messageId: signMessageId(ticket, keyMark(key, keys), domain, keys),
    // RFC 3834 §3.1.5: without them the mail program of the sender starts a second thread.
    inReplyTo: messageId,
    references: messageId === null ? [] : [messageId],
  };
}

export function reminderLetter(reminder: PlannedMail, context: LetterContext): OutgoingMail | null {
  const { keys, now, offset, domain } = context;
  const { session, participant, language } = reminder;
  const written = write(reminder.template, language, reminder.tone, context, {
    personName: participant.name,
    session: sessionView(session, { language, zone: reminder.zone, offset }),
  });
  if (!written) return null;
  return {
    ...written,
    ...outgoing('reminder', reminder.key, reminder.email, language, now),
    template: reminder.template,
    ticketId: null,
    sessionId: session.id,
    messageId: ownMessageId(reminder.key, domain, keys),
    notBefore: reminder.notBefore,
    notAfter: reminder.notAfter,
  };
}

function outgoing(kind: OutboxKind, key: string, to: string, language: Language, now: Instant) {
  return {
    kind,
    key,
    to,
    language,
    date: now,
    createdAt: now,
    createdBy: 'Rowdesk',
    inReplyTo: null,
    references: [],
    notBefore: null,
    notAfter: null,
    covers: [],
    invitations: [],
    plainOnly: false,
  };
}

/** Keys are long and hold any sign; two of them never share a mark. */
export function keyMark(key: string, keys: Keys): string {
  return Buffer.from(keys[0](`mail|${key}`))
    .toString('hex')
    .slice(0, 32);
}

/** Made from the key alone: the same mail has the same Message-ID whenever it is written again. */
export function ownMessageId(key: string, domain: string, keys: Keys): string {
  const mark = Buffer.from(keys[0](`mail|${key}`))
    .toString('hex')
    .slice(0, 32);
  return `<b1_mail.${mark}@${domain}>`;
}

function write(
  template: string,
  language: Language,
  audience: string,
  { facts, supportAddress }: LetterContext,
  parts: Omit<ViewParts, 'firm' | 'support'>,
): { readonly subject: string; readonly text: string } | null {
  const { settings } = facts;
  const firm = firmInLetters(settings, facts.hours, language, supportAddress);
  const render = (key: string, support: string) => {
    const wish = { language, audience, firmLanguage: settings.language };
    const chosen = chooseTemplate(facts.templates, key, wish);
    // A template that a person broke or deleted must not silence the desk: the starter text goes instead.
    for (const row of [chosen, starterTemplate(key, language)]) {
      if (!row) continue;
      const rendered = renderTemplate(row, mailView({ ...parts, firm, support }), { language });
      if (rendered.kind === 'rendered') return rendered;
    }
    return null;
  };
  const support = render('support_block', '')?.text ?? '';
  return render(template, support);
}

function starterTemplate(key: string, language: Language): { subject: string; body: string } | null {
  const row = templateRows(language).find((starter) => starter.key === key && starter.language === language);
  return row ? { subject: row.subject ?? '', body: row.body ?? '' } : null;
}
