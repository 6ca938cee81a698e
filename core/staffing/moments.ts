/**
 * Key moments: times at which many people need help at once. Those of a session follow from its row; others are
 * entered by hand on the Moments tab.
 */
import type { Distance } from '../session/offset';
import { applyOffset } from '../session/offset';
import { sessionEnd } from '../session/session-end';
import type { Instant, Minutes, Zone, ZoneOffset } from '../time/instant';
import { minutes, plus } from '../time/instant';
import { knownZone } from '../time/zoned';
import { MOMENT_KINDS, type MomentKind } from '../workbook/choices';
import type { Row } from '../workbook/rows';

export interface KeyMoment {
  /** The same for the same moment of an unchanged session, whoever derives it. */
  readonly key: string;
  readonly kind: MomentKind;
  readonly from: Instant;
  /** No longer part of it. */
  readonly to: Instant;
  /** Null where it belongs to none, or to one that is not on its tab. */
  readonly session: Row<'sessions'> | null;
  /** How many it concerns; null where nobody has said. */
  readonly people: number | null;
  readonly byHand: boolean;
}

export interface MomentFacts {
  readonly sessions: readonly Row<'sessions'>[];
  readonly moments: readonly Row<'moments'>[];
  /** Participants of a session who have not left. */
  readonly peopleOf: (sessionId: string) => number;
  /** How long before a session its participants log in for the first time. */
  readonly firstLogin: Distance;
  /** The session's zone, in which days before it are counted. */
  readonly zoneOf: (session: Row<'sessions'>) => Zone;
  readonly firmZone: Zone;
  readonly offset: ZoneOffset;
}

export interface MomentRule {
  /** The mail with the link makes people log in: whoever fails writes in the two hours after. */
  readonly firstLoginLasts: Minutes;
  /** People try link, sound and camera in the hour before; whoever is still outside writes in the first hour. */
  readonly beforeStart: Minutes;
  readonly afterStart: Minutes;
  /** Work is handed in at the last moment, and fails then. */
  readonly beforeDeadline: Minutes;
  /** Of a moment entered by hand without an end. */
  readonly usualLength: Minutes;
}

export const MOMENT_RULE: MomentRule = {
  firstLoginLasts: minutes(120),
  beforeStart: minutes(60),
  afterStart: minutes(60),
  beforeDeadline: minutes(240),
  usualLength: minutes(60),
};

/** In order of time. */
export function keyMoments(facts: MomentFacts, rule: MomentRule = MOMENT_RULE): readonly KeyMoment[] {
  const byId = new Map(facts.sessions.map((session) => [session.id, session]));
  return [
    ...facts.sessions.flatMap((session) => momentsOfSession(session, facts, rule)),
    ...facts.moments.flatMap((row) => momentByHand(row, byId, facts, rule)),
  ].sort((a, b) => a.from - b.from || a.to - b.to || (a.key < b.key ? -1 : 1));
}

function momentsOfSession(
  session: Row<'sessions'>,
  facts: MomentFacts,
  rule: MomentRule,
): readonly KeyMoment[] {
  if (session.state === 'cancelled') return [];
  const { starts_at: start, deadline } = session;
  const make = (kind: MomentKind, from: Instant, to: Instant): KeyMoment[] =>
    from < to
      ? [
          {
            key: keyOf(kind, session.id, from),
            kind,
            from,
            to,
            session,
            people: facts.peopleOf(session.id),
            byHand: false,
          },
        ]
      : [];
  const atDeadline =
    deadline === null ? [] : make('deadline', plus(deadline, minutes(0 - rule.beforeDeadline)), deadline);
  if (start === null) return atDeadline;
  const begins = plus(start, minutes(0 - rule.beforeStart));
  const login = applyOffset(start, facts.firstLogin, zoneOf(session, facts), facts.offset);
  return [
    // Where the first login is in the hour before, the start is that moment.
    ...make('first_login', login, earlier(plus(login, rule.firstLoginLasts), begins)),
    ...make('start', begins, earlier(plus(start, rule.afterStart), sessionEnd(session, start))),
    ...atDeadline,
  ];
}

function momentByHand(
  row: Row<'moments'>,
  byId: ReadonlyMap<string, Row<'sessions'>>,
  { peopleOf }: MomentFacts,
  rule: MomentRule,
): readonly KeyMoment[] {
  const from = row.at;
  const id = row.session_id.trim();
  const session = byId.get(id) ?? null;
  if (from === null || session?.state === 'cancelled') return [];
  const kind = MOMENT_KINDS.find((word) => word === row.kind) ?? 'other';
  return [
    {
      key: `${keyOf(kind, id, from)}:by-hand`,
      kind,
      from,
      to: momentEnd(row, from, rule),
      session,
      people: row.people ?? (session ? peopleOf(session.id) : null),
      byHand: true,
    },
  ];
}

/** An end that is missing or lies before the beginning is taken from the usual length. */
export function momentEnd(
  { until }: Pick<Row<'moments'>, 'until'>,
  from: Instant,
  { usualLength }: Pick<MomentRule, 'usualLength'> = MOMENT_RULE,
): Instant {
  return until !== null && until > from ? until : plus(from, usualLength);
}

function keyOf(kind: MomentKind, sessionId: string, from: Instant): string {
  return `${kind}:${sessionId}:${new Date(from).toISOString()}`;
}

function zoneOf(session: Row<'sessions'>, { zoneOf: of, firmZone, offset }: MomentFacts): Zone {
  return knownZone(of(session), offset) ?? firmZone;
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
