/**
 * Moments as a cell of the Sheet can tell them apart: its serial, to the second. A serial holds wall time, so both
 * turns of the hour that an autumn night shows twice are one serial, and it is read back as the earlier.
 */
import type { Instant } from '../time/instant';
import { toSerial } from '../time/serial';
import type { TableContext } from '../workbook/table';

const SECONDS_A_DAY = 86_400;

export type SheetClock = Pick<TableContext, 'zone' | 'offset'>;

export function sheetSecond(at: Instant, { zone, offset }: SheetClock): number {
  return Math.round(toSerial(at, zone, offset) * SECONDS_A_DAY);
}
