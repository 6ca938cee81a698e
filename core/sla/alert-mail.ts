/** An alert as rows of the Outbox tab: one for each person, in their language. */

import type { Language } from '../language';
import { askedRow } from '../outbox/outbox-row';
import type { TemplateText } from '../template/render';
import { renderTemplate } from '../template/render';
import type { AlertPart, FirmPart, MailView, TicketPart } from '../template/view';
import { mailView, NO_ALERT, ticketView } from '../template/view';
import { formatLength, formatShortMoment } from '../time/format';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { MS_PER_MINUTE } from '../time/instant';
import type { TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import type { Recipient, Roster } from './alert-recipients';
import { alertRecipients } from './alert-recipients';
import type { DueAlert } from './alerts';
import { dueReasonText, SENTENCE_CLOCK_WORDS } from './due-reason-words';
import type { EscalationStep } from './escalation-steps';

export type AlertTemplate = 'alert_due_soon' | 'alert_overdue' | 'alert_several' | 'alert_staffing';

/** What alerting needs of the firm. */
export interface Escalation {
  readonly steps: readonly EscalationStep[];
  readonly roster: Roster;
  /** The texts to try in turn: the firm's own, then one that is known to work. */
  readonly texts: (template: AlertTemplate, language: Language) => readonly TemplateText[];
  readonly firm: (language: Language) => FirmPart;
  readonly statusLabel: (status: TicketStatus, language: Language) => string;
  /** To the ticket's row; '' where nobody knows it. */
  readonly linkTo: (ticketId: string) => string;
}

export interface AlertMoment {
  readonly now: Instant;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
  readonly status: TicketStatus;
}

/** Empty when there is nobody to alert. */
export function alertMails(
  ticket: Row<'tickets'>,
  alert: DueAlert,
  escalation: Escalation,
  moment: AlertMoment,
): readonly Row<'outbox'>[] {
  return alertRecipients(alert.targets, ticket, escalation.roster).map((recipient) =>
    alertMail(ticket, alert, recipient, escalation, moment),
  );
}

function alertMail(
  ticket: Row<'tickets'>,
  alert: DueAlert,
  recipient: Recipient,
  escalation: Escalation,
  { now, zone, offset, status }: AlertMoment,
): Row<'outbox'> {
  const { language } = recipient;
  const template: AlertTemplate = alert.due > now ? 'alert_due_soon' : 'alert_overdue';
  const away = formatLength(Math.abs(alert.due - now) / MS_PER_MINUTE, language);
  const view = alertView(
    escalation,
    language,
    recipient.name,
    {
      promise: SENTENCE_CLOCK_WORDS[language][alert.clock],
      due: formatShortMoment(alert.due, zone, language, offset),
      left: template === 'alert_due_soon' ? away : '',
      late: template === 'alert_overdue' ? away : '',
      why: dueReasonText(alert.reason, { language, zone, offset }),
      requester: requesterOf(ticket),
      assignee: ticket.assignee,
      link: escalation.linkTo(ticket.id),
    },
    ticketView(ticket, escalation.statusLabel(status, language)),
  );
  const written = firstRendered(escalation.texts(template, language), view, language);
  return askedRow({
    key: alertKey(ticket.id, alert, recipient.email),
    kind: 'alert',
    ticket_id: ticket.id,
    session_id: '',
    to: recipient.email,
    subject: written.subject,
    body: written.text,
    language,
    template,
    created_at: now,
    created_by: 'Rowdesk',
  });
}

/** Equal for the same step of the same promise and the same person, whoever plans it and how often. */
function alertKey(ticketId: string, { clock, run, rank, reason, due }: DueAlert, email: string): string {
  const period = new Date(run.since).toISOString();
  // A session that moves makes another promise of the same target.
  const promise =
    reason.kind === 'near-session'
      ? `${reason.sessionId}@${new Date(due).toISOString()}`
      : String(run.target ?? '');
  return `alert:${ticketId}:${clock}:${period}:${promise}:${rank}:${email.toLowerCase()}`;
}

export function alertView(
  escalation: Escalation,
  language: Language,
  personName: string,
  alert: Partial<AlertPart>,
  ticket?: TicketPart,
): MailView {
  return mailView({
    firm: escalation.firm(language),
    support: '',
    personName,
    alert: { ...NO_ALERT, ...alert },
    ...(ticket && { ticket }),
  });
}

/** Of the texts to try the first that can be read. */
export function firstRendered(
  texts: readonly TemplateText[],
  view: MailView,
  language: Language,
): { readonly subject: string; readonly text: string } {
  for (const text of texts) {
    const rendered = renderTemplate(text, view, { language });
    if (rendered.kind === 'rendered' && rendered.subject !== '' && rendered.text !== '') return rendered;
  }
  // An alert must not be lost for a template: what it is about is in words already.
  const { alert, ticket } = view;
  return alert.list === ''
    ? { subject: `${ticket.id}: ${alert.promise}`, text: alert.why }
    : { subject: `${view.firm.name}: ${alert.count}`, text: alert.list };
}

export function requesterOf({ requester_name: name, requester_email: email }: Row<'tickets'>): string {
  if (name === '' || name === email) return email;
  return email === '' ? name : `${name} (${email})`;
}
