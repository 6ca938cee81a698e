/** Who has written the answers that moved tickets, by the rows of Outbox. */
import type { ReconcileContext } from '../../core/ticket/reconcile';
import type { Agents } from '../../core/trainer/agents';
import type { PlacedRow } from '../../core/workbook/rows';
import type { AnswerCells } from './columns';

/** Asked before anything else of Outbox is read: most runs have no answer to tell of. */
export function hasNewAnswers(tickets: readonly PlacedRow<'tickets'>[]): boolean {
  return tickets.some(
    ({ row }) => row.last_outbound_at !== null && row.last_outbound_at !== row.outbound_seen,
  );
}

/** The bridge writes one moment into both: when the mail left, and when the ticket was last answered. */
export function answererIn(
  answers: readonly AnswerCells[],
  agents: Agents,
): NonNullable<ReconcileContext['answeredBy']> {
  return (ticketId, at) => {
    const answer = answers.find((one) => one.ticketId === ticketId && one.leftAt === at);
    const name = answer && (agents.at(answer.by) ?? agents.all.find((one) => one.name === answer.by))?.name;
    if (!name) return null;
    return { name, through: answer.key.startsWith('relay:') ? 'mail' : 'sheet' };
  };
}
