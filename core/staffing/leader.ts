/** Who will lead a session, as far as the Sessions and Team tabs can tell. */
import type { TeamReading } from '../assignment/colleagues';
import type { Instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { Absences } from './absences';

export type Leader =
  | { readonly kind: 'here'; readonly name: string }
  /** Written by a name that the Team tab does not know: somebody from outside, or a slip. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** The trainer is away, and so is the substitute if there is one. */
  | { readonly kind: 'away'; readonly name: string }
  | { readonly kind: 'nobody' };

/** The trainer, or the substitute while the trainer is away. */
export function leaderAt(
  session: Pick<Row<'sessions'>, 'trainer' | 'substitute'>,
  at: Instant,
  team: TeamReading,
  absences: Absences,
): Leader {
  const written = [session.trainer, session.substitute]
    .map((name) => name.trim())
    .filter((name) => name !== '');
  let away: Leader | null = null;
  for (const name of written) {
    // Nobody can be looked up in an empty Team tab.
    if (team.colleagues.length === 0) return { kind: 'here', name };
    const reading = team.who(name);
    if (reading.kind !== 'known') return { kind: 'unknown', name };
    if (!absences.isAway(reading.name, at)) return { kind: 'here', name: reading.name };
    away ??= { kind: 'away', name: reading.name };
  }
  return away ?? { kind: 'nobody' };
}
