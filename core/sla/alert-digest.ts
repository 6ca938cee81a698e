/**
 * Many alerts to one person at one moment become one mail. Working hours make due times meet: whatever came over a
 * weekend is due in the same minute of Monday.
 */

import type { Language } from '../language';
import { isLanguage } from '../language';
import { addressKey } from '../mail/addresses';
import type { Instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { Escalation } from './alert-mail';
import { alertView, firstRendered } from './alert-mail';
import { REST_WORDS } from './alert-words';

/** So many a person reads one by one. */
const MOST_ALONE = 3;
/** So many lines of one mail a person reads; what is left of them the Tickets tab shows. */
const MOST_LISTED = 50;

type TicketOf = (id: string) => Pick<Row<'tickets'>, 'next_due' | 'resolve_due'> | undefined;

export interface Gathered {
  /** As they were, each to go with its ticket. */
  readonly alone: readonly Row<'outbox'>[];
  readonly together: readonly Row<'outbox'>[];
}

/**
 * @param alerts of one moment, of any number of tickets
 * @param ticketOf the ticket as it stands after that moment, by id
 */
export function gatherAlerts(
  alerts: readonly Row<'outbox'>[],
  escalation: Escalation,
  now: Instant,
  ticketOf: TicketOf,
): Gathered {
  const byPerson = new Map<string, Row<'outbox'>[]>();
  for (const alert of alerts) {
    const person = addressKey(alert.to);
    const known = byPerson.get(person);
    if (known) known.push(alert);
    else byPerson.set(person, [alert]);
  }
  const alone: Row<'outbox'>[] = [];
  const together: Row<'outbox'>[] = [];
  for (const theirs of byPerson.values()) {
    const [first] = theirs;
    if (first && theirs.length > MOST_ALONE) together.push(digest(first, theirs, escalation, now, ticketOf));
    else alone.push(...theirs);
  }
  return { alone, together };
}

function digest(
  first: Row<'outbox'>,
  alerts: readonly Row<'outbox'>[],
  escalation: Escalation,
  now: Instant,
  ticketOf: TicketOf,
): Row<'outbox'> {
  const language: Language = isLanguage(first.language) ? first.language : escalation.roster.firmLanguage;
  const due = ({ ticket_id }: Row<'outbox'>): number => {
    const ticket = ticketOf(ticket_id);
    return Math.min(ticket?.next_due ?? Infinity, ticket?.resolve_due ?? Infinity);
  };
  // What is late already comes first. Infinity minus itself is no number, so times are compared.
  const sorted = [...alerts].sort((a, b) => {
    const [dueA, dueB] = [due(a), due(b)];
    return late(b) - late(a) || (dueA === dueB ? (a.subject < b.subject ? -1 : 1) : dueA < dueB ? -1 : 1);
  });
  const lines = sorted.slice(0, MOST_LISTED).map(({ subject }) => subject);
  const rest = sorted.length - lines.length;
  if (rest > 0) lines.push(REST_WORDS[language](rest));
  const view = alertView(escalation, language, '', {
    count: String(alerts.length),
    list: lines.map((line) => `- ${line}`).join('\n'),
  });
  const written = firstRendered(escalation.texts('alert_several', language), view, language);
  // The same alerts give the same key, in whatever order the rows stood.
  const [key = ''] = alerts.map((alert) => alert.key).sort();
  return {
    ...first,
    key: `alert:several:${alerts.length}:${key}`,
    ticket_id: '',
    subject: written.subject,
    body: written.text,
    language,
    template: 'alert_several',
    created_at: now,
  };
}

function late({ template }: Row<'outbox'>): number {
  return template === 'alert_overdue' ? 1 : 0;
}
