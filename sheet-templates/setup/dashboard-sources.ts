/** What the dashboards read, and which rows of it count. */
import type { Language } from '../../core/language';
import { TICKET_STATUSES, type TicketStatus } from '../../core/workbook/choices';
import type { ColumnKey, TableKey } from '../../core/workbook/columns';
import { choiceLabel } from '../labels';
import { columnIndex, type TabLayout } from './layout';
import type { PivotFilter } from './sheets-api';

export interface DashboardSources {
  readonly tickets: TabLayout<'tickets'>;
  readonly figures: TabLayout<'figures'>;
  readonly intake: TabLayout<'intake'>;
}

const NOT_OPEN: ReadonlySet<TicketStatus> = new Set<TicketStatus>(['resolved', 'closed', 'spam']);

/** New, open, waiting, on hold. The words of the firm: the tick writes statuses in no other. */
export function isOpen(tickets: TabLayout<'tickets'>, language: Language): PivotFilter[] {
  const visibleValues = TICKET_STATUSES.filter((status) => !NOT_OPEN.has(status)).map((status) =>
    choiceLabel('status', status, language),
  );
  return [
    notBlank(tickets, 'id'),
    { columnOffsetIndex: columnIndex(tickets, 'status'), filterCriteria: { visibleValues } },
    blank(tickets, 'merged_into'),
  ];
}

/** Everything but spam and what goes on in another ticket: the same tickets that core/figures counts. */
export function isCounted(tickets: TabLayout<'tickets'>, language: Language): PivotFilter[] {
  const spam = choiceLabel('status', 'spam', language);
  return [
    notBlank(tickets, 'id'),
    {
      columnOffsetIndex: columnIndex(tickets, 'status'),
      filterCriteria: {
        condition: { type: 'TEXT_NOT_EQ', values: [{ userEnteredValue: spam }] },
        visibleByDefault: true,
      },
    },
    blank(tickets, 'merged_into'),
  ];
}

export function notBlank<T extends TableKey>(layout: TabLayout<T>, column: ColumnKey<T>): PivotFilter {
  return {
    columnOffsetIndex: columnIndex(layout, column),
    filterCriteria: { condition: { type: 'NOT_BLANK' }, visibleByDefault: true },
  };
}

function blank<T extends TableKey>(layout: TabLayout<T>, column: ColumnKey<T>): PivotFilter {
  return {
    columnOffsetIndex: columnIndex(layout, column),
    filterCriteria: { condition: { type: 'BLANK' }, visibleByDefault: true },
  };
}
