/** What readers of rows need to know besides the row. */
import type { Row } from '../workbook/rows';
import type { TableContext } from '../workbook/table';
import type { DayOrderOfFile } from './day-order';

export interface ImportOptions {
  /** For rows that name no session. */
  readonly sessionId: string | null;
  /** Whether the file's values take the place of those that stand in the Sheet. Otherwise only empty cells are filled. */
  readonly replace: boolean;
  readonly dates: DayOrderOfFile;
}

export interface ImportWorld {
  readonly context: TableContext;
  readonly options: ImportOptions;
  readonly sessions: readonly Row<'sessions'>[];
  readonly participants: readonly Row<'participants'>[];
}
