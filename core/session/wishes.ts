/** Who wants reminders. A wish is a person's, a row is a seat: "no" in one row speaks for the empty cells of others. */
import type { Row } from '../workbook/rows';
import { normalEmail } from './reminder-key';

/**
 * A cell that says yes or no is obeyed. An empty one means yes, unless another row of the same address says no: who
 * has once asked for no more reminders is not to be asked again with every session.
 */
export function reminderWishes(
  participants: readonly Row<'participants'>[],
): (participant: Pick<Row<'participants'>, 'email' | 'reminders'>) => boolean {
  const unwilling = new Set<string>();
  for (const { email, reminders } of participants) {
    if (reminders === 'no') unwilling.add(normalEmail(email));
  }
  // Rows without an address are many people, not one.
  unwilling.delete('');
  return ({ email, reminders }) =>
    reminders === 'yes' ||
    (reminders !== 'no' && (unwilling.size === 0 || !unwilling.has(normalEmail(email))));
}
