/** What a ticket gets that somebody filed by hand on the Tickets tab: after a phone call, or as a copy of another row. */
import type { Language, Localized } from '../language';
import { isDone } from '../ticket/status';
import type { Instant } from '../time/instant';
import type { TicketStatus } from '../workbook/choices';
import type { Row, RowChange } from '../workbook/rows';

export interface FiledContext {
  readonly now: Instant;
  /** The firm's. */
  readonly language: Language;
}

/** Of a copied row: what the program knew of the other ticket. What people wrote into the copy stays. */
const NOT_ITS_OWN: RowChange<'tickets'> = {
  first_due: null,
  next_due: null,
  resolve_due: null,
  sla_state: '',
  due_reason: '',
  last_inbound_at: null,
  last_outbound_at: null,
  last_thanks_at: null,
  first_answer_at: null,
  message_count: null,
  signals: [],
  assigned_why: '',
  merged_into: '',
  phase: '',
  week: null,
  weekday: '',
  hour: null,
  first_minutes: null,
  resolution_minutes: null,
  sla_met: '',
  policy: '',
  status_since: null,
  resolved_at: null,
  status_seen: '',
  inbound_seen: null,
  outbound_seen: null,
  clock: '',
  seen: '',
};

/** Whether a row without an id was somebody's mail once, or a copy of such a row. */
export function holdsProgramCells(row: Row<'tickets'>): boolean {
  return row.created_at !== null || row.clock !== '' || row.status_seen !== '';
}

export function filedCells(
  row: Row<'tickets'>,
  id: string,
  isCopy: boolean,
  { now, language }: FiledContext,
): RowChange<'tickets'> {
  const start = isCopy && isDone(row.status as TicketStatus) ? '' : row.status;
  return {
    ...(isCopy ? NOT_ITS_OWN : {}),
    id_seen: id,
    status: start === '' ? 'new' : start,
    priority: row.priority === '' ? 'normal' : row.priority,
    language: row.language === '' ? language : row.language,
    created_at: isCopy || row.created_at === null ? now : row.created_at,
  };
}

/** The first words of its conversation: what the sidebar shows, and what tells later that the row was deleted. */
export function filedNote(row: Row<'tickets'>, id: string, { now }: FiledContext): RowChange<'messages'> {
  return {
    id: `filed:${id}`,
    ticket_id: id,
    at: now,
    direction: 'note',
    from: row.requester_name === '' ? row.requester_email : row.requester_name,
    subject: row.subject,
    text: row.excerpt === '' ? row.subject : row.excerpt,
    language: row.language,
  };
}

interface IdentityWords {
  readonly restored: string;
  readonly recalled: string;
}

/** Why a number came back, for the History tab. */
export const IDENTITY_WORDS: Localized<IdentityWords> = {
  en: {
    restored: 'The number in the cell had been emptied or changed. Numbers never change, so it was put back.',
    recalled: 'The number had been emptied. It was found by the first message on the Messages tab.',
  },
  pl: {
    restored: 'Numer w komórce usunięto albo zmieniono. Numery się nie zmieniają, więc go przywrócono.',
    recalled: 'Numer usunięto. Znaleziono go po pierwszej wiadomości na karcie Wiadomości.',
  },
  uk: {
    restored: 'Номер у комірці стерли або змінили. Номери не змінюються, тож його повернуто.',
    recalled: 'Номер стерли. Його знайдено за першим листом на вкладці «Повідомлення».',
  },
};
