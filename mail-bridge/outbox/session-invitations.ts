/** What a letter about sessions tells the reader's calendar. */
import type { Invitation } from '../../core/session/invitation';
import type { PlannedMail, Told } from '../../core/session/planned-mail';
import { sequenceOf, uidOf } from '../../core/session/revision';
import { sessionEnd } from '../../core/session/session-end';
import type { Row } from '../../core/workbook/rows';
import type { SessionLetterContext } from './letter-context';

export function invitationsIn(planned: PlannedMail, context: SessionLetterContext): readonly Invitation[] {
  const { purpose, session, also, notBefore } = planned;
  switch (purpose.kind) {
    case 'nudge':
      return [];
    case 'cancelled':
      return [revised(cancellationOf(session, purpose.before), context)];
    case 'changed':
      return planOf(session).map((plan) => revised(plan, context));
    case 'reminder':
      // A word of thanks after the end invites nobody.
      return [session, ...also.map((other) => other.session)]
        .flatMap(planOf)
        .filter(({ endsAt }) => notBefore < endsAt)
        .map((plan) => revised(plan, context));
  }
}

/** An invitation that has no revision yet. */
type Plan = Omit<Invitation, 'uid' | 'sequence'>;

function planOf(session: Row<'sessions'>): readonly Plan[] {
  const { id: sessionId, starts_at: startsAt, course: summary } = session;
  if (startsAt === null) return [];
  const endsAt = sessionEnd(session, startsAt);
  const [place, link] = [session.place.trim(), session.link.trim()];
  return [{ method: 'REQUEST', sessionId, startsAt, endsAt, summary, place, link }];
}

/** Of the event as the reader's calendar has it. */
function cancellationOf(session: Row<'sessions'>, { startsAt, details }: Told): Plan {
  const known = details ?? {
    endsAt: sessionEnd({ ...session, ends_at: null }, startsAt),
    place: session.place.trim(),
    link: session.link.trim(),
  };
  return { method: 'CANCEL', sessionId: session.id, startsAt, summary: session.course, ...known };
}

function revised(plan: Plan, { invitationsOf, domain, now }: SessionLetterContext): Invitation {
  const told = invitationsOf(plan.sessionId);
  return { ...plan, uid: uidOf(plan.sessionId, domain), sequence: sequenceOf(plan, told, now) };
}
