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

/** So many a person reads one by one. */
const MOST_ALONE = 3;

export interface Gathered {
  /** As they were, each to go with its ticket. */
  readonly alone: readonly Row<'outbox'>[];
  readonly together: readonly Row<'outbox'>[];
}

/** @param alerts of one moment, of any number of tickets */
export function gatherAlerts(
  alerts: readonly Row<'outbox'>[],
  escalation: Escalation,
  now: Instant,
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
    if (first && theirs.length > MOST_ALONE) together.push(digest(first, theirs, escalation, now));
    else alone.push(...theirs);
  }
  return { alone, together };
}

function digest(
  first: Row<'outbox'>,
  alerts: readonly Row<'outbox'>[],
  escalation: Escalation,
  now: Instant,
): Row<'outbox'> {
  const language: Language = isLanguage(first.language) ? first.language : escalation.roster.firmLanguage;
  // What is late already comes first.
  const sorted = [...alerts].sort((a, b) => late(b) - late(a) || (a.subject < b.subject ? -1 : 1));
  const view = alertView(escalation, language, '', {
    count: String(alerts.length),
    list: sorted.map(({ subject }) => `- ${subject}`).join('\n'),
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
