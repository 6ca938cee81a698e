/** Who answers for the colleague whose name stands on a ticket: the colleague, or whoever stands in today. */
import type { Colleague, TeamReading } from '../assignment/colleagues';

export type Reader =
  | {
      readonly kind: 'reader';
      readonly colleague: Colleague;
      /** Name of the colleague who is away; '' when the ticket is the reader's own. */
      readonly insteadOf: string;
    }
  | { readonly kind: 'nobody'; readonly why: NobodyReason };

export type NobodyReason =
  | { readonly kind: 'unassigned' }
  /** The cell holds no name of the team, or one that could be two people's. */
  | { readonly kind: 'unknown-assignee'; readonly written: string }
  | { readonly kind: 'assignee-left'; readonly name: string }
  /** Away, and so is everybody who stands in; `names` in the order in which they were asked for. */
  | { readonly kind: 'all-away'; readonly names: readonly string[] };

type Team = Pick<TeamReading, 'colleagues' | 'who'>;

/**
 * @param alsoAway colleagues who are away though the Team tab says nothing of it: an out-of-office answered our mail
 */
export function readerOf(
  assignee: string,
  team: Team,
  alsoAway: (colleague: Colleague) => boolean = () => false,
): Reader {
  if (assignee.trim() === '') return { kind: 'nobody', why: { kind: 'unassigned' } };
  const first = named(assignee, team);
  if (first === null) return { kind: 'nobody', why: { kind: 'unknown-assignee', written: assignee.trim() } };
  if (first.presence.kind === 'left') {
    return { kind: 'nobody', why: { kind: 'assignee-left', name: first.name } };
  }
  const passed: string[] = [];
  for (const colleague of standIns(first, team)) {
    // Nobody stands in who has left: the chain ends there, as it does for want of a name.
    if (colleague.presence.kind === 'left') break;
    if (colleague.presence.kind === 'here' && !alsoAway(colleague)) {
      return { kind: 'reader', colleague, insteadOf: colleague === first ? '' : first.name };
    }
    passed.push(colleague.name);
  }
  return { kind: 'nobody', why: { kind: 'all-away', names: passed } };
}

/** Whether the colleague is one of those who would be asked, were the ones before away: an answer may come a day late. */
export function standsInFor(name: string, assignee: string, team: Team): boolean {
  const first = named(assignee, team);
  return first !== null && Array.from(standIns(first, team)).some((colleague) => colleague.name === name);
}

/** The colleague, the substitute, the substitute's substitute, each once. */
function* standIns(first: Colleague, { colleagues }: Team): Generator<Colleague> {
  const seen = new Set<Colleague>();
  let next: Colleague | undefined = first;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    yield next;
    const { substitute }: Colleague = next;
    next = colleagues.find(({ name }) => name === substitute);
  }
}

function named(written: string, { colleagues, who }: Team): Colleague | null {
  const reading = written.trim() === '' ? null : who(written);
  if (reading?.kind !== 'known') return null;
  return colleagues.find(({ name }) => name === reading.name) ?? null;
}
