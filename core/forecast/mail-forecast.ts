/** Everything that will be sent about sessions, and why the rest will not: reminders, notices and nudges in one list. */

import { parseNudgeKey } from '../session/checkpoint-key';
import { type NudgeInput, planNudges } from '../session/checkpoints';
import { type ForecastLine, forecast } from '../session/forecast';
import type { ReminderInput } from '../session/reminder-input';
import { readRoster } from '../session/roster';
import { sessionsById } from '../session/sessions-by-id';
import type { Instant } from '../time/instant';

export type MailForecastInput = ReminderInput & NudgeInput;

/** In order of time. As things stand now: who does in time what is asked gets no nudge. */
export function mailForecast(input: MailForecastInput, until: Instant): ForecastLine[] {
  const nudges = nudgeForecast(input, until);
  return nudges.length === 0
    ? forecast(input, until)
    : [...forecast(input, until), ...nudges].sort((a, b) => a.at - b.at);
}

/** More moments than a fortnight of a firm has: a planner that never comes to an end is stopped. */
const MOST_MOMENTS = 2_000;

/** Plans at each moment that the planner itself says comes next, as the bridge will. */
function nudgeForecast(input: MailForecastInput, until: Instant): ForecastLine[] {
  const lines: ForecastLine[] = [];
  const done = new Set<string>();
  const roster = readRoster(input.participants);
  const sessions = sessionsById(input.sessions);
  const checkpointOf = new Map(input.checkpoints.map((row) => [row.id.trim(), row]));
  let now = input.now;
  for (let moments = 0; moments < MOST_MOMENTS; moments++) {
    const plan = planNudges({
      ...input,
      now,
      alreadyPlanned: (key) => done.has(key) || input.alreadyPlanned(key),
    });
    for (const { key, session, participant, email, step, template } of plan.due) {
      done.add(key);
      lines.push({
        at: now,
        email,
        name: participant.name,
        sessionId: session.id,
        course: session.course,
        step,
        template,
        condition: checkpointOf.get(step)?.condition.trim() ?? '',
        purpose: 'nudge',
        verdict: { kind: 'goes' },
      });
    }
    for (const { key, reason } of plan.skipped) {
      const named = done.has(key) ? null : parseNudgeKey(key);
      done.add(key);
      if (named === null) continue;
      lines.push({
        at: now,
        email: named.email,
        name: roster.seatOf(named.sessionId, named.email)?.participant.name ?? '',
        sessionId: named.sessionId,
        course: sessions.get(named.sessionId)?.course ?? '',
        step: named.checkpointId,
        template: checkpointOf.get(named.checkpointId)?.template.trim() ?? '',
        condition: '',
        purpose: 'nudge',
        verdict: { kind: 'not', reason },
      });
    }
    if (plan.next === null || plan.next > until || plan.next <= now) break;
    now = plan.next;
  }
  return lines;
}
