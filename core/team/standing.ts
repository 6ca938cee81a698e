/** Who asks, told from the Team tab by the address that Google gives. */
import type { Colleague, TeamReading } from '../assignment/colleagues';
import { addressKey } from '../mail/addresses';
import { standsInFor } from '../trainer/stand-in';
import type { Row } from '../workbook/rows';
import { type DeskRight, ROLES, type Role, type TicketRight } from './roles';

export type Standing =
  /** Nobody is on the Team tab yet: whoever opens a fresh workbook may do everything. */
  | { readonly kind: 'founder' }
  | { readonly kind: 'colleague'; readonly name: string; readonly role: Role }
  /** `address` is '' where Google does not tell whom it stands for. */
  | { readonly kind: 'stranger'; readonly address: string };

export function standingOf(address: string, { colleagues }: TeamReading): Standing {
  const key = addressKey(address);
  // Whom Google does not name may have come through a published page: never a founder.
  if (key === '') return { kind: 'stranger', address: '' };
  const working = colleagues.filter(isReachable);
  if (working.length === 0) return { kind: 'founder' };
  const own = working.find(({ email }) => email === key);
  return own
    ? { kind: 'colleague', name: own.name, role: own.role }
    : { kind: 'stranger', address: address.trim() };
}

/** A row without an address cannot be recognised, and whoever has left is no longer of the team. */
function isReachable({ email, presence }: Colleague): boolean {
  return email !== '' && presence.kind !== 'left';
}

export function mayOnTicket(standing: Standing, right: TicketRight, isOwn: boolean): boolean {
  switch (standing.kind) {
    case 'founder':
      return true;
    case 'stranger':
      return false;
    case 'colleague': {
      const scope = ROLES[standing.role].tickets[right];
      return scope === 'all' || (scope === 'own' && isOwn);
    }
  }
}

export function mayAtDesk(standing: Standing, right: DeskRight, { colleagues }: TeamReading): boolean {
  if (standing.kind === 'founder') return true;
  // A team that names no admin would lock the owner of the spreadsheet out of setting up.
  const hasAdmin = colleagues.some((each) => isReachable(each) && each.role === 'admin');
  if (right === 'set-up' && !hasAdmin) return standing.kind === 'colleague' || standing.address !== '';
  return standing.kind === 'colleague' && ROLES[standing.role].desk.includes(right);
}

/** In the colleague's name or in that of somebody whom they stand in for, or of a session that the colleague holds. */
export function isOwnTicket(
  name: string,
  ticket: Pick<Row<'tickets'>, 'assignee'>,
  session: Pick<Row<'sessions'>, 'trainer' | 'substitute'> | null,
  team: TeamReading,
): boolean {
  if (standsInFor(name, ticket.assignee, team)) return true;
  return [ticket.assignee, session?.trainer ?? '', session?.substitute ?? ''].some((written) => {
    if (written.trim() === '') return false;
    const reading = team.who(written);
    return reading.kind === 'known' && reading.name === name;
  });
}
