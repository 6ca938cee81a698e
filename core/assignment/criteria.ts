/** Who may get a ticket, and who rather than others: the rules of assignment, in the order in which they are asked. */

import { folded } from '../words/folded';
import type { Row } from '../workbook/rows';
import { type Colleague, countsFor, type Duty } from './colleagues';
import type { ChoiceReason, RefusalReason } from './reasons';

/** Somebody who might get the ticket. A substitute has what the absent colleague knows as well as their own. */
export interface Candidate {
  readonly colleague: Colleague;
  /** The absent colleague in whose place this one stands. */
  readonly insteadOf: Colleague | null;
}

export interface CriteriaContext {
  readonly duties: readonly Duty[];
  /** Tickets not done in somebody's name, with those that this very run has given. */
  readonly openOf: (name: string) => number;
}

/** A candidate for whom `holds` is false is out. */
interface Must {
  readonly otherwise: RefusalReason;
  holds(candidate: Candidate, ticket: Row<'tickets'>, context: CriteriaContext): boolean;
}

/** Candidates with a reason go before those without; when nobody has one, all stay. */
interface Preference {
  reason(candidate: Candidate, ticket: Row<'tickets'>, context: CriteriaContext): ChoiceReason | null;
}

export const MUSTS: readonly Must[] = [
  {
    otherwise: 'other-work',
    // Whoever does not do support by role gets what they are named for: by a skill or by the rota.
    holds: (candidate, ticket, context) =>
      roles(candidate).includes('support') ||
      knownCategory(candidate, ticket) ||
      knownCourse(candidate, ticket) ||
      dutiesOf(candidate, ticket, context).length > 0,
  },
  {
    otherwise: 'language',
    holds: ({ colleague }, { language }) =>
      language === '' ||
      colleague.languages.length === 0 ||
      colleague.languages.some((spoken) => spoken === language),
  },
  {
    otherwise: 'full',
    holds: ({ colleague }, _, { openOf }) =>
      colleague.maxOpen === null || openOf(colleague.name) < colleague.maxOpen,
  },
];

const onDuty: Preference['reason'] = (candidate, ticket, context) =>
  dutiesOf(candidate, ticket, context).length > 0 ? { kind: 'on-duty' } : null;

/** Earlier ones weigh more. */
export const PREFERENCES: readonly Preference[] = [
  {
    reason: (candidate, ticket, context) =>
      dutiesOf(candidate, ticket, context).some(({ session }) => session !== null)
        ? { kind: 'on-session-duty', session: ticket.session_id }
        : null,
  },
  // An urgent ticket cannot wait for the one who knows best: whoever is at the desk takes it.
  {
    reason: (candidate, ticket, context) =>
      ticket.priority === 'urgent' ? onDuty(candidate, ticket, context) : null,
  },
  {
    reason: (candidate, ticket) => {
      if (knownCourse(candidate, ticket)) return { kind: 'knows-course', course: ticket.course };
      return knownCategory(candidate, ticket) ? { kind: 'knows-category', category: ticket.category } : null;
    },
  },
  { reason: onDuty },
];

/** Told with every choice though it decides nothing among those who are left. */
export function languageReason({ colleague }: Candidate, { language }: Row<'tickets'>): ChoiceReason | null {
  const spoken = colleague.languages.find((word) => word === language);
  return spoken === undefined ? null : { kind: 'speaks', language: spoken };
}

function both({ colleague, insteadOf }: Candidate): readonly Colleague[] {
  return insteadOf ? [colleague, insteadOf] : [colleague];
}

function roles(candidate: Candidate): readonly string[] {
  return both(candidate).map(({ role }) => role);
}

function knownCategory(candidate: Candidate, { category }: Row<'tickets'>): boolean {
  return category !== '' && both(candidate).some(({ categories }) => categories.includes(category));
}

function knownCourse(candidate: Candidate, { course }: Row<'tickets'>): boolean {
  return course.trim() !== '' && both(candidate).some(({ courses }) => courses.includes(folded(course)));
}

/** Who looks after one session is not at the desk for all others. */
function dutiesOf(
  candidate: Candidate,
  ticket: Row<'tickets'>,
  { duties }: CriteriaContext,
): readonly Duty[] {
  return both(candidate).flatMap(({ name }) =>
    duties.filter((duty) => duty.name === name && countsFor(duty, ticket)),
  );
}
