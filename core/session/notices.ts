/** Whoever was told something that holds no more is told so: the session was moved, changed, or cancelled. */
import type { Instant, Zone } from '../time/instant';
import { minutes, plus } from '../time/instant';
import type { Row } from '../workbook/rows';
import { isNight, morningAfter } from './night';
import { cancelledKey, changedKey, revisionSign } from './notice-key';
import type { Purpose, Told } from './planned-mail';
import type { ReminderInput } from './reminder-input';
import { sessionEnd } from './session-end';
import type { SkipReason } from './skip-reason';

export interface Notice {
  readonly key: string;
  readonly purpose: Extract<Purpose, { readonly before: Told }>;
  readonly template: string;
  /** From here on nobody needs it any more. */
  readonly notAfter: Instant;
}

/** Keys of the Templates tab. */
const TEMPLATE = { changed: 'session_changed', cancelled: 'session_cancelled' } as const;

/** What a participant must be told because of what they were told before; null when that still holds. */
export function noticeOf(session: Row<'sessions'>, email: string, told: Told | null): Notice | null {
  if (told === null) return null;
  if (session.state === 'cancelled') return told.cancelled ? null : cancellation(session.id, email, told);
  if (session.starts_at === null) return null;
  const startsAt = session.starts_at;
  const endsAt = sessionEnd(session, startsAt);
  if (!differs(told, session, startsAt, endsAt)) return null;
  const { id: sessionId, state } = session;
  const [place, link] = [session.place.trim(), session.link.trim()];
  const revision = revisionSign({ endsAt, place, link, state, toldSequence: told.sequence });
  return {
    key: changedKey({ sessionId, email, startsAt, revision }),
    purpose: { kind: 'changed', before: told },
    template: TEMPLATE.changed,
    notAfter: endsAt,
  };
}

function cancellation(sessionId: string, email: string, told: Told): Notice {
  const { startsAt, sequence } = told;
  return {
    key: cancelledKey({ sessionId, email, startsAt, sequence }),
    purpose: { kind: 'cancelled', before: told },
    template: TEMPLATE.cancelled,
    notAfter: toldEnd(told),
  };
}

function differs(told: Told, { place, link }: Row<'sessions'>, startsAt: Instant, endsAt: Instant): boolean {
  if (told.cancelled || told.startsAt !== startsAt) return true;
  const { details } = told;
  if (details === null) return false;
  return (
    details.endsAt !== endsAt || details.place.trim() !== place.trim() || details.link.trim() !== link.trim()
  );
}

function toldEnd({ startsAt, details }: Told): Instant {
  return sessionEnd({ ends_at: details?.endsAt ?? null }, startsAt);
}

/** Whoever moves a session types the day, then the end, then the link: what is sent in between is wrong and soon mended. */
const SETTLING = minutes(3);
/** Then every minute counts more. */
const AT_ONCE_BEFORE = minutes(30);

/** When a notice that is taken on at `goesAt` leaves: it waits for the row to be whole. A further edit replaces it. */
export function settledAt(goesAt: Instant, session: Row<'sessions'>, before: Told): Instant {
  const starts = [before.startsAt, ...(session.starts_at === null ? [] : [session.starts_at])];
  const isNear = starts.some((start) => start > goesAt && start < plus(goesAt, AT_ONCE_BEFORE));
  return isNear ? goesAt : plus(goesAt, SETTLING);
}

/** Due, due at a later instant, or never. */
export type NoticeTime = 'due' | Instant | Extract<SkipReason, 'too-late'>;

/**
 * At night it waits for the morning, unless somebody would set out, or wait before a screen, by then.
 *
 * @param zone the reader's
 */
export function whenToNotice(
  session: Row<'sessions'>,
  { purpose, notAfter }: Notice,
  zone: Zone,
  { now, offset, rule }: Pick<ReminderInput, 'now' | 'offset' | 'rule'>,
): NoticeTime {
  if (notAfter <= now) return 'too-late';
  if (!isNight(now, zone, offset, rule.night)) return 'due';
  const morning = morningAfter(now, zone, offset, rule.night);
  const starts: Instant[] = [];
  // What was told and is over by now makes nobody get up.
  if (!purpose.before.cancelled && toldEnd(purpose.before) > now) starts.push(purpose.before.startsAt);
  if (purpose.kind === 'changed' && session.starts_at !== null) starts.push(session.starts_at);
  return starts.some((start) => start < morning) ? 'due' : morning;
}
