/**
 * The tabs of pivots and charts, all Google's own, to be changed freely. Setup writes a tab once, when it makes it;
 * what people change, move or delete on it stays as they have it.
 */
import type { Language } from '../../core/language';
import type { DashboardKey } from '../../core/workbook/columns';
import { LOAD_SIZE, loadContent } from './dashboard-load';
import { OPEN_SIZE, openContent } from './dashboard-open';
import type { DashboardSources } from './dashboard-sources';
import { TRENDS_SIZE, trendsContent } from './dashboard-trends';
import type { SheetsRequest } from './sheets-api';

interface DashboardSpec {
  readonly size: { readonly rowCount: number; readonly columnCount: number };
  readonly content: (sources: DashboardSources, language: Language) => SheetsRequest[];
}

export const DASHBOARD_SPECS: Readonly<Record<DashboardKey, DashboardSpec>> = {
  dashboard: { size: OPEN_SIZE, content: openContent },
  trends: { size: TRENDS_SIZE, content: trendsContent },
  load: { size: LOAD_SIZE, content: loadContent },
};
