/** A workbook that has been at work for years: tickets as a tick leaves them, most of them closed. */

import type { Services } from '../../apps-script/ports';
import { alertingRulesOf } from '../../apps-script/tick/rules';
import { openWorkbook, words } from '../../apps-script/workbook/read-tables';
import { reconcileTicket } from '../../core/ticket/reconcile';
import { type Instant, instant, MS_PER_DAY, minutes, plus, zone } from '../../core/time/instant';
import { CATEGORIES, PRIORITIES, type TicketStatus } from '../../core/workbook/choices';
import { FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../../core/workbook/columns';
import type { Row, RowChange } from '../../core/workbook/rows';
import { appendRows, readLayout, type TableContext, updateRow } from '../../core/workbook/table';
import type { SheetsService } from '../../local-sheet/contract';
import { openLocalSheets } from '../../local-sheet/storage/open';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import { planSetup } from '../../sheet-templates/setup';
import { timedServices } from './tick-services';

const ZONE = zone('Europe/Warsaw');
/** A Monday morning. */
export const NOW = instant(Date.UTC(2026, 10, 23, 9));
const TEAM = ['Lena Wrona', 'Adam Lis', 'Berta Mak', 'Cezary Wit', 'Dora Ton', 'Emil Rys'];
/** Rows in one append: the local sheet checks every request against Google's schema. */
const APPEND = 5_000;

export interface TickDesk {
  readonly service: SheetsService;
  readonly spreadsheetId: string;
  readonly clock: { now(): Instant; time: Instant };
  /** People choose another priority and write a tag in every hundredth row, from the given one on. */
  touch(from: number): number;
}

const CONTEXT: TableContext = { zone: ZONE, offset: intlOffset(), ...words('en') };
/** Formats and lists of a thousand rows in twenty tabs: no tick looks at them. */
const LOOKS = ['repeatCell', 'setDataValidation', 'addConditionalFormatRule', 'updateDimensionProperties'];

export function tickDesk(count: number): TickDesk {
  const service: SheetsService = openLocalSheets({ directory: null });
  const created = service.create({ properties: { title: 'bench', timeZone: ZONE, locale: 'en_GB' } });
  const spreadsheetId = created.spreadsheetId ?? '';
  const write = (requests: readonly object[]): void => {
    if (requests.length > 0) service.batchUpdate(spreadsheetId, { requests: [...requests] });
  };
  write(
    planSetup({ existing: { sheets: [] }, language: 'en', zone: ZONE, now: NOW }).filter(
      (request) => !LOOKS.some((look) => look in request),
    ),
  );
  const layoutOf = <T extends TableKey>(table: T) => {
    const answer = service.values.batchGetByDataFilter(spreadsheetId, {
      dataFilters: [{ gridRange: { sheetId: SHEET_ID[table], endRowIndex: 1 } }],
    });
    return readLayout(table, answer.valueRanges?.[0]?.valueRange?.values?.[0] ?? []);
  };
  const append = <T extends TableKey>(table: T, rows: readonly RowChange<T>[]): void => {
    const layout = layoutOf(table);
    for (let from = 0; from < rows.length; from += APPEND) {
      write(appendRows(layout, rows.slice(from, from + APPEND), CONTEXT));
    }
  };
  append(
    'team',
    TEAM.map((name) => ({
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@firm.test`,
      role: 'support',
      active: true,
    })),
  );
  const sessions = sessionsFor(count);
  append('sessions', sessions);
  append('participants', sessions.flatMap(participantsOf));
  append('rota', shifts());
  append(
    'outbox',
    sessions.flatMap((session) => participantsOf(session).flatMap((person) => remindersTo(session, person))),
  );
  const clock = { time: NOW, now: () => clock.time };
  const { services } = timedServices(service, spreadsheetId, clock);
  append('tickets', settledTickets(count, services));
  append(
    'messages',
    Array.from({ length: count * 2 }, (_, index) => ({
      id: `in:${index}`,
      ticket_id: idOf(Math.floor(index / 2)),
      at: openedAt(Math.floor(index / 2), count),
      direction: index % 2 === 0 ? 'in' : 'out',
      text: 'The link in the invitation opens an empty page. What should we do?',
    })),
  );
  const layout = layoutOf('tickets');
  return {
    service,
    spreadsheetId,
    clock,
    touch(from) {
      const requests: object[] = [];
      for (let index = from; index < count; index += 100) {
        const change = { priority: from % 2 === 0 ? 'high' : 'low', tags: [`turn ${from}`] };
        requests.push(...updateRow(layout, FIRST_DATA_ROW + index, change, CONTEXT));
      }
      write(requests);
      return Math.ceil((count - from) / 100);
    },
  };
}

/** A session for every fifty tickets, over three years up to three weeks from now. */
function sessionsFor(
  count: number,
): (RowChange<'sessions'> & { readonly id: string; readonly starts_at: Instant })[] {
  const all = Math.ceil(count / 50);
  return Array.from({ length: all }, (_, index) => ({
    id: `S-${index}`,
    course: `Course ${index % 17}`,
    client: `Client ${index % 23}`,
    starts_at: instant(NOW + 21 * MS_PER_DAY - Math.round(((all - index) / all) * 1_000 * MS_PER_DAY)),
    trainer: TEAM[index % TEAM.length] ?? '',
    link: 'https://meet.firm.test/room',
    state: 'planned',
  }));
}

function participantsOf({
  id,
}: {
  readonly id: string;
}): (RowChange<'participants'> & { readonly email: string })[] {
  const first = Number(id.slice(2)) * 7;
  return Array.from({ length: 12 }, (_, index) => ({
    session_id: id,
    name: `Person ${(first + index) % 997}`,
    email: `person-${(first + index) % 997}@people.test`,
    state: 'active',
  }));
}

/** Two letters of the ladder, as the bridge leaves them. */
function remindersTo(
  { id, starts_at }: { readonly id: string; readonly starts_at: Instant },
  { email }: { readonly email: string },
): RowChange<'outbox'>[] {
  return ['3d', '1d'].map((step) => ({
    key: `reminder:${id}:${email}:${step}:${new Date(starts_at).toISOString()}`,
    kind: 'reminder',
    session_id: id,
    to: email,
    subject: 'Your session is in three days',
    state: 'sent',
  }));
}

/** Two colleagues in turn, every day of a quarter. */
function shifts(): RowChange<'rota'>[] {
  return Array.from({ length: 90 }, (_, day) => ({
    email: `${TEAM[day % TEAM.length]?.split(' ')[0]?.toLowerCase()}@firm.test`,
    from: instant(NOW + (day - 60) * MS_PER_DAY),
    to: plus(instant(NOW + (day - 60) * MS_PER_DAY), minutes(480)),
    duty: 'support',
  }));
}

/** As the first tick would leave them, reckoned by the very rules. */
function settledTickets(count: number, services: Services): Row<'tickets'>[] {
  const workbook = openWorkbook(services, [
    'tickets',
    'sla',
    'calendar',
    'sessions',
    'participants',
    'moments',
    'escalations',
    'team',
    'rota',
    'templates',
  ] as const);
  const rules = alertingRulesOf(workbook, NOW);
  return Array.from({ length: count }, (_, index) => {
    const born = bornTicket(index, count);
    const settled = { ...born, ...reconcileTicket(born, rules).change };
    return { ...settled, ...reconcileTicket(settled, rules).change };
  });
}

function bornTicket(index: number, count: number): Row<'tickets'> {
  const createdAt = openedAt(index, count);
  const status: TicketStatus = statusOf(index);
  const assignee = TEAM[index % TEAM.length] ?? '';
  const answeredAt = status === 'open' ? null : plus(createdAt, minutes(90));
  return {
    id: idOf(index),
    id_seen: idOf(index),
    status,
    priority: PRIORITIES[index % PRIORITIES.length] ?? 'normal',
    assignee,
    category: CATEGORIES[index % CATEGORIES.length] ?? 'other',
    subject: `Question ${index} about the materials of the second day`,
    excerpt: 'The link in the invitation opens an empty page. What should we do?',
    requester_name: `Person ${index % 997}`,
    requester_email: `person-${index % 997}@people.test`,
    language: (['pl', 'uk', 'en'] as const)[index % 3] ?? 'en',
    course: `Course ${index % 17}`,
    client: `Client ${index % 23}`,
    session_id: '',
    created_at: createdAt,
    first_due: null,
    next_due: null,
    resolve_due: null,
    sla_state: '',
    due_reason: '',
    last_inbound_at: createdAt,
    last_outbound_at: answeredAt,
    first_answer_at: answeredAt,
    message_count: 2,
    related: '',
    hold_until: null,
    tags: [],
    signals: [],
    assigned_why: `${assignee}: has the fewest open: 3 tickets.`,
    parent: '',
    merged_into: '',
    phase: '',
    week: null,
    weekday: '',
    hour: null,
    first_minutes: null,
    resolution_minutes: null,
    sla_met: '',
    policy: '',
    status_since: createdAt,
    resolved_at: status === 'closed' ? answeredAt : null,
    status_seen: '',
    inbound_seen: null,
    outbound_seen: null,
    last_thanks_at: null,
    clock: '',
    seen: '',
  };
}

/** Of 40 tickets 38 are closed, one waits and one is open: at 50,000 that is still more work than any small firm has. */
function statusOf(index: number): TicketStatus {
  if (index % 40 === 38) return 'waiting_participant';
  return index % 40 === 39 ? 'open' : 'closed';
}

function idOf(index: number): string {
  return `T-${String(10_000 + index).replace(/[IL]/g, '1')}`;
}

/** Over three years up to yesterday. */
function openedAt(index: number, count: number): Instant {
  return instant(NOW - MS_PER_DAY - Math.round(((count - index) / count) * 1_000 * MS_PER_DAY));
}
