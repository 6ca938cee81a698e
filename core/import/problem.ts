/** What is wrong with a row, or with a cell of it, in terms that sheet-templates/words/import.ts puts into words. */
import type { ImportField } from './fields';

export type RowProblem =
  | { readonly code: 'missing'; readonly field: ImportField }
  | {
      readonly code:
        | 'unreadable-date'
        | 'ambiguous-date'
        | 'unreadable-duration'
        | 'unknown-word'
        | 'unknown-zone'
        | 'bad-email'
        | 'several-emails';
      readonly field: ImportField;
      readonly found: string;
    }
  | {
      readonly code:
        | 'ends-before-start'
        | 'merged-ends-before-start'
        | 'unknown-session'
        | 'several-sessions'
        | 'unknown-name'
        | 'several-people';
      readonly found: string;
    }
  | { readonly code: 'no-session' | 'no-time' };

export interface RowReport {
  readonly number: number;
  readonly problems: readonly RowProblem[];
}

/** A row that cannot be imported. */
export class BadRow extends Error {
  override readonly name = 'BadRow';

  constructor(readonly problem: RowProblem) {
    super(problem.code);
  }
}
