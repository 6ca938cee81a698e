/** The letter to the managers about gaps in the staffing: one for all that are new. */

import type { Language } from '../../core/language';
import { askedRow } from '../../core/outbox/outbox-row';
import { alertView, type Escalation, firstRendered } from '../../core/sla/alert-mail';
import { alertRecipients } from '../../core/sla/alert-recipients';
import type { Coverage } from '../../core/staffing/coverage';
import { gapNews, readToldGaps, writeToldGaps } from '../../core/staffing/gap-alert';
import { formatDay } from '../../core/time/civil';
import { formatShortMoment } from '../../core/time/format';
import type { Instant } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import { FIRST_DATA_ROW, SHEET_ID } from '../../core/workbook/columns';
import { appendRows } from '../../core/workbook/table';
import { labelOfWord } from '../../sheet-templates/labels';
import { boardWords, ticketCount } from '../../sheet-templates/words/board';
import type { BatchRequest, MemoryPort, WorkbookPort } from '../ports';
import type { TrainingWorkbook } from './training';

export interface GapAlerts {
  readonly requests: readonly BatchRequest[];
  /** Of which gaps the managers have heard once these are written. */
  readonly told: string;
}

const MEMORY = 'staffing-gaps';
const TEMPLATE = 'alert_staffing';
/** A property holds 9 kB: https://developers.google.com/apps-script/guides/services/quotas */
const LONGEST = 8_900;

export function gapAlerts(
  port: Pick<WorkbookPort, 'address'>,
  workbook: TrainingWorkbook,
  escalation: Escalation,
  board: readonly Coverage[],
  stored: Readonly<Record<string, string>>,
  now: Instant,
): GapAlerts {
  const { news, told, sign } = gapNews(board, readToldGaps(stored[MEMORY] ?? ''), now);
  const recipients = alertRecipients(['managers'], { assignee: '', session_id: '' }, escalation.roster);
  // With nobody to tell it stays news, until the Team tab names a manager.
  if (news.length > 0 && recipients.length === 0) return { requests: [], told: stored[MEMORY] ?? '' };
  const { context, settings, layouts } = workbook;
  const day = formatDay(dayAt(now, settings.zone, context.offset));
  const rows = (news.length === 0 ? [] : recipients).map(({ email, name, language }) => {
    const view = alertView(escalation, language, name, {
      count: String(news.length),
      list: news.map((cover) => gapLine(cover, language, workbook)).join('\n'),
      link: port.address(SHEET_ID.staffing, FIRST_DATA_ROW),
    });
    const written = firstRendered(escalation.texts(TEMPLATE, language), view, language);
    return askedRow({
      // Of one day: a gap that was closed and has opened again days later is news.
      key: `alert:staffing:${sign}:${day}:${email.toLowerCase()}`,
      kind: 'alert',
      ticket_id: '',
      session_id: '',
      to: email,
      subject: written.subject,
      body: written.text,
      language,
      template: TEMPLATE,
      created_at: now,
      created_by: 'Rowdesk',
    });
  });
  return { requests: appendRows(layouts.outbox, rows, context), told: writeToldGaps(told) };
}

export function rememberGaps(
  memory: MemoryPort,
  stored: Readonly<Record<string, string>>,
  { told }: GapAlerts,
): void {
  if (told !== (stored[MEMORY] ?? '') && told.length <= LONGEST) memory.set(MEMORY, told);
}

function gapLine(
  { moment, expected, capacity, onDuty }: Coverage,
  language: Language,
  { context }: TrainingWorkbook,
): string {
  const at = (instant: Instant): string => formatShortMoment(instant, context.zone, language, context.offset);
  return boardWords(language).alert.line({
    kind: labelOfWord('moment_kind', moment.kind, language),
    course: moment.session?.course ?? '',
    from: at(moment.from),
    to: at(moment.to),
    expected: ticketCount(expected, language),
    capacity: ticketCount(capacity, language),
    onDuty: onDuty.join(', '),
  });
}
