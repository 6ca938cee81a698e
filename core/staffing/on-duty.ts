/** Who can answer during a stretch of time, and for how long: the Rota, less absences and less sessions led. */
import type { TeamReading } from '../assignment/colleagues';
import { sessionEnd } from '../session/session-end';
import { MS_PER_MINUTE } from '../time/instant';
import { folded } from '../words/folded';
import type { Row } from '../workbook/rows';
import type { Absences, Stretch } from './absences';
import { leaderAt } from './leader';

export interface OnDuty {
  readonly name: string;
  /** Minutes in which this colleague can answer. */
  readonly minutes: number;
}

/** On the rota, and yet not there. */
export interface Missing {
  readonly name: string;
  readonly why: 'absent' | 'leads-session';
}

export interface DutyReading {
  readonly onDuty: readonly OnDuty[];
  readonly missing: readonly Missing[];
}

export interface DutyFacts {
  readonly rota: readonly Row<'rota'>[];
  readonly reading: TeamReading;
  readonly absences: Absences;
  readonly sessions: readonly Row<'sessions'>[];
}

export interface DutyBook {
  /** Whether anybody has ever been put on duty: a firm without a rota is not to be told that nobody is there. */
  readonly isKept: boolean;
  /** @param scope duties for that session alone, or with them those for whatever comes in */
  during(stretch: Stretch, sessionId: string, scope: 'all' | 'own'): DutyReading;
}

interface Shift extends Stretch {
  readonly name: string;
  /** Folded id of the session that alone is meant; null: whatever comes in. */
  readonly session: string | null;
}

export function dutyBook({ rota, reading, absences, sessions }: DutyFacts): DutyBook {
  const ids = new Set(sessions.map(({ id }) => folded(id)).filter((id) => id !== ''));
  const shifts = rota.flatMap((row): Shift[] => {
    const who = reading.who(row.email);
    if (row.from === null || who.kind !== 'known') return [];
    const duty = folded(row.duty);
    return [
      {
        name: who.name,
        from: row.from,
        // An end that is missing leaves the duty open, as for assignment.
        to: row.to ?? Number.POSITIVE_INFINITY,
        session: ids.has(duty) ? duty : null,
      },
    ];
  });
  const leading = sessionsLed(sessions, reading, absences);
  return {
    isKept: rota.some(({ from }) => from !== null),
    during: (stretch, sessionId, scope) => {
      const byName = new Map<string, Stretch[]>();
      const id = folded(sessionId);
      for (const shift of shifts) {
        if (shift.session === null ? scope === 'own' : shift.session !== id) continue;
        const part = overlap(shift, stretch);
        if (part === null) continue;
        const parts = byName.get(shift.name);
        if (parts) parts.push(part);
        else byName.set(shift.name, [part]);
      }
      const onDuty: OnDuty[] = [];
      const missing: Missing[] = [];
      for (const [name, parts] of byName) {
        // On two duties at once somebody is still one person.
        const there = without(joined(parts), absences.of(name));
        const free = without(there, leading.get(name) ?? []);
        const minutes = lengthOf(free) / MS_PER_MINUTE;
        if (minutes > 0) onDuty.push({ name, minutes });
        else missing.push({ name, why: there.length === 0 ? 'absent' : 'leads-session' });
      }
      return { onDuty, missing };
    },
  };
}

/** Who leads a session cannot answer tickets meanwhile. */
function sessionsLed(
  sessions: readonly Row<'sessions'>[],
  reading: TeamReading,
  absences: Absences,
): ReadonlyMap<string, readonly Stretch[]> {
  const found = new Map<string, Stretch[]>();
  for (const session of sessions) {
    const { starts_at: from, state } = session;
    if (from === null || state === 'cancelled') continue;
    const leader = leaderAt(session, from, reading, absences);
    if (leader.kind !== 'here') continue;
    const stretch = { from, to: sessionEnd(session, from) };
    const known = found.get(leader.name);
    if (known) known.push(stretch);
    else found.set(leader.name, [stretch]);
  }
  return new Map(Array.from(found, ([name, stretches]) => [name, joined(stretches)]));
}

function overlap(a: Stretch, b: Stretch): Stretch | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** In order, none touching another. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of Array.from(stretches).sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** @param parts joined */
function without(parts: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] {
  return taken.reduce<readonly Stretch[]>(
    (left, gap) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, gap.from) },
          { from: Math.max(from, gap.to), to },
        ].filter((part) => part.from < part.to),
      ),
    parts,
  );
}

function lengthOf(parts: readonly Stretch[]): number {
  return parts.reduce((sum, { from, to }) => sum + (to - from), 0);
}
