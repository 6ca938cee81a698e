/** What a colleague's mail sets off besides its own row of Messages. Nothing of it is true before the rows are written. */
import type { RowsKept } from '../../core/intake/known-tickets';
import type { IntakePlan } from '../../core/intake/plan-intake';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { TicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import { ticketOfRow } from '../../core/trainer/colleague-rows';
import type { RowChange } from '../../core/workbook/rows';

export interface ColleagueEffects {
  /** What is asked of the tracker. */
  readonly commands: readonly RowChange<'commands'>[];
  /** Answers that had waited and go out now. */
  readonly messages: readonly RowChange<'messages'>[];
  /** The answer to the participant, letters to the colleague. */
  readonly mails: readonly OutgoingMail[];
  /** What the mail itself waits for; null: nothing. */
  readonly waits: Waits | null;
  /** Rows in Messages of mails that wait no longer. */
  readonly released: readonly string[];
  /** An address that turned out to be the colleague's. */
  readonly confirmed: ConfirmedAddress | null;
}

/** Addresses are in the form of addressKey. */
export type Waits =
  /** For its writer's "#send": somebody else was faster. */
  | { readonly for: 'send'; readonly ticketId: TicketId; readonly agent: string }
  /** For a "yes" from the colleague's known address. */
  | {
      readonly for: 'address';
      readonly ticketId: TicketId;
      readonly agent: string;
      readonly address: string;
    };

export interface ConfirmedAddress {
  readonly agent: string;
  readonly address: string;
  readonly at: Instant;
}

/** How many rows of Messages a colleague's mail adds to its ticket without moving it; null: none. */
export function rowsKept(
  plan: Pick<IntakePlan, 'message' | 'ticket' | 'answered'> | null,
  { messages }: Pick<ColleagueEffects, 'messages'>,
): RowsKept | null {
  if (plan === null || plan.ticket !== null || plan.answered !== null) return null;
  const ticketId = ticketOfRow(plan.message);
  return ticketId === null ? null : { ticketId, rows: 1 + messages.length };
}

export const NO_EFFECTS: ColleagueEffects = {
  commands: [],
  messages: [],
  mails: [],
  waits: null,
  released: [],
  confirmed: null,
};
