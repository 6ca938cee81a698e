/**
 * What it takes to bring a workbook from one layout to the next, by the version it starts from. New columns,
 * tabs and settings need no migration: setup adds whatever is missing. A migration is for what must change in
 * rows that are there, and it may not drop a person's content.
 */
import type { ExistingWorkbook } from './existing';
import type { SheetsRequest } from './sheets-api';

export type Migration = (workbook: ExistingWorkbook) => SheetsRequest[];

/** Version 1 is the first, so there is nothing to come from yet. */
export const migrations: Readonly<Record<number, Migration>> = {};

/** @throws RangeError when a step is missing */
export function migrate(workbook: ExistingWorkbook, from: number, to: number): SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  for (let version = from; version < to; version++) {
    const step = migrations[version];
    if (step === undefined) throw new RangeError(`no migration leads on from layout ${version}`);
    requests.push(...step(workbook));
  }
  return requests;
}
