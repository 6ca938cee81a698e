/** Mails about sessions that are written already and wait on the Outbox tab. */
import { parseMailKey } from '../../core/session/mail-key';
import { normalEmail } from '../../core/session/reminder-key';
import { readRoster } from '../../core/session/roster';
import { sessionsById } from '../../core/session/sessions-by-id';
import type { Instant } from '../../core/time/instant';
import type { OutboxState } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { DueLine } from './forecast-lines';

const WAITS: readonly string[] = ['queued', 'deferred'] satisfies OutboxState[];

export function waitingMails(
  outbox: readonly Row<'outbox'>[],
  { sessions, participants, now }: WaitingInput,
  until: Instant,
): DueLine[] {
  const byId = sessionsById(sessions);
  const roster = readRoster(participants);
  return outbox.flatMap(({ key, state, to, template, subject, not_before, not_after }): DueLine[] => {
    const named = WAITS.includes(state) ? parseMailKey(key) : null;
    const at = not_before !== null && not_before > now ? not_before : now;
    if (named === null || at > until || (not_after !== null && not_after <= now)) return [];
    return [
      {
        at,
        email: normalEmail(to),
        name: roster.seatOf(named.sessionId, named.email)?.participant.name ?? '',
        sessionId: named.sessionId,
        course: byId.get(named.sessionId)?.course ?? '',
        step: named.kind === 'reminder' ? named.step : named.kind === 'nudge' ? named.checkpointId : '',
        template,
        condition: '',
        purpose: named.kind,
        verdict: { kind: 'queued', subject },
      },
    ];
  });
}

interface WaitingInput {
  readonly sessions: readonly Row<'sessions'>[];
  readonly participants: readonly Row<'participants'>[];
  readonly now: Instant;
}
