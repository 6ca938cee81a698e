/** Whether the Sheet has seen mails that the ledger has not: then the state folder was restored from a backup. */
import type { Row } from '../../core/workbook/rows';
import type { Ledger } from '../intake/ledger';

/**
 * By the days of the Intake tab, which the ledger itself has counted. Days before the ledger's latest say nothing: what
 * they count more was found out at an earlier start, and stays counted there.
 */
export function sheetKnowsMore(
  intake: readonly Pick<Row<'intake'>, 'day' | 'mailbox'>[],
  ledger: Pick<Ledger, 'days'>,
): boolean {
  const days = ledger.days();
  const latest = [...days.keys()].reduce((last, day) => (day > last ? day : last), '');
  return intake.some(
    ({ day, mailbox }) => day !== null && day >= latest && (mailbox ?? 0) > (days.get(day)?.found ?? 0),
  );
}
