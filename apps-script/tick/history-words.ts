import type { HistoryWords } from '../../core/ticket/history-line';
import { TABS } from '../../sheet-templates/tabs';
import type { OpenWorkbook } from '../workbook/read-tables';

export function historyWords({
  language,
  context,
}: Pick<OpenWorkbook<never>, 'language' | 'context'>): HistoryWords {
  return {
    language,
    columnLabel: (column) => TABS.tickets.columns[column].words[language][0],
    choiceLabel: context.labelOf,
  };
}
