/**
 * What this emulator says of the Sheets API, each with its source in Google's documentation. The very same cases
 * run against the emulator in the tests and against Google with `npm run conformance`.
 *
 * NOT YET VERIFIED AGAINST LIVE GOOGLE: until someone with an account has run them there, they state how the
 * documentation was read.
 */
import { batchUpdateCases } from './batch-update-cases';
import type { ConformanceCase } from './case';
import { spreadsheetCases } from './spreadsheet-cases';
import { valueCases } from './value-cases';

export const conformanceCases: readonly ConformanceCase[] = [
  ...spreadsheetCases,
  ...valueCases,
  ...batchUpdateCases,
];
