/** Who is to be alerted: the people whom a step names, or whoever stands in for them now. */
import { standIn } from '../assignment/assign';
import { type Colleague, countsFor, type Duty, type TeamReading } from '../assignment/colleagues';
import type { Language } from '../language';
import { addressKey } from '../mail/addresses';
import type { Row } from '../workbook/rows';
import type { AlertTarget } from './escalation-steps';

export interface Recipient {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

export interface Roster {
  readonly team: TeamReading;
  readonly duties: readonly Duty[];
  readonly firmLanguage: Language;
}

type AlertedTicket = Pick<Row<'tickets'>, 'assignee' | 'session_id'>;

/** Each person once, whatever they are to the ticket. Empty when there is nobody. */
export function alertRecipients(
  targets: readonly AlertTarget[],
  ticket: AlertedTicket,
  roster: Roster,
): readonly Recipient[] {
  const found = new Map<string, Recipient>();
  for (const target of targets) {
    for (const recipient of recipientsOf(target, ticket, roster)) {
      const key = addressKey(recipient.email);
      if (!found.has(key)) found.set(key, recipient);
    }
  }
  return Array.from(found.values());
}

function recipientsOf(target: AlertTarget, ticket: AlertedTicket, roster: Roster): readonly Recipient[] {
  if (typeof target === 'object') {
    const key = addressKey(target.address);
    const colleague = roster.team.colleagues.find(({ email }) => email === key);
    return colleague
      ? present([colleague], roster)
      : [{ email: target.address, name: '', language: roster.firmLanguage }];
  }
  return present(meant(target, ticket, roster), roster);
}

function meant(
  target: Exclude<AlertTarget, object>,
  ticket: AlertedTicket,
  roster: Roster,
): readonly Colleague[] {
  const { colleagues } = roster.team;
  const holder = named(ticket.assignee, roster);
  switch (target) {
    case 'assignee':
      // What nobody has is the business of whoever is on duty.
      return holder && standIn(holder, colleagues) ? [holder] : meant('duty', ticket, roster);
    case 'substitute':
      return colleagues.filter(({ name }) => holder !== null && name === holder.substitute);
    case 'duty':
      return colleagues.filter(({ name }) =>
        roster.duties.some((duty) => duty.name === name && countsFor(duty, ticket)),
      );
    case 'managers': {
      const reachable = (asked: Colleague['role']): readonly Colleague[] =>
        colleagues.filter((each) => each.role === asked && isReachable(each, colleagues));
      const managers = reachable('manager');
      // In a firm of two the administrator is the manager, and everywhere while the managers are away.
      return managers.length > 0 ? managers : reachable('admin');
    }
  }
}

/** Somebody who has left is not asked for a substitute: that person's work is done. */
function isReachable(person: Colleague, colleagues: readonly Colleague[]): boolean {
  const there = person.presence.kind === 'left' ? null : standIn(person, colleagues);
  return there !== null && there.email !== '';
}

function named(written: string, { team }: Roster): Colleague | null {
  if (written.trim() === '') return null;
  const reading = team.who(written);
  if (reading.kind !== 'known') return null;
  return team.colleagues.find(({ name }) => name === reading.name) ?? null;
}

/** Absent people are replaced by their substitutes; who has no address cannot be reached. */
function present(people: readonly Colleague[], { team, firmLanguage }: Roster): readonly Recipient[] {
  return people.flatMap((person) => {
    const there = standIn(person, team.colleagues);
    if (!there || there.email === '') return [];
    return [{ email: there.email, name: there.name, language: there.languages[0] ?? firmLanguage }];
  });
}
