import { readPolicies } from '../../../core/sla/policy';
import type { ReconcileContext, Reconciled } from '../../../core/ticket/reconcile';
import { reconcileTicket, TICKET_RULES } from '../../../core/ticket/reconcile';
import type { Row } from '../../../core/workbook/rows';
import { labelOfWord } from '../../../sheet-templates/labels';
import { TABS } from '../../../sheet-templates/tabs';
import { ALWAYS, near, OFFICE, offset, slaRow, WARSAW, winter } from '../sla/sla-rows';

/** A Monday. */
export const BORN = winter('2026-11-23T10:00');

/** As the bridge appends it: columns of the tracker are empty. */
export function ticketRow(change: Partial<Row<'tickets'>> = {}): Row<'tickets'> {
  return {
    id: 'T-7K3Q9',
    status: 'new',
    priority: 'normal',
    assignee: '',
    category: 'login',
    subject: 'Nie mogę się zalogować',
    excerpt: '',
    requester_name: 'Anna Kowalska',
    requester_email: 'anna@example.com',
    language: 'pl',
    course: '',
    client: '',
    session_id: '',
    created_at: BORN,
    first_due: null,
    next_due: null,
    resolve_due: null,
    sla_state: '',
    due_reason: '',
    last_inbound_at: BORN,
    last_outbound_at: null,
    first_answer_at: null,
    message_count: 1,
    related: '',
    hold_until: null,
    tags: [],
    signals: [],
    assigned_why: '',
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
    status_since: null,
    resolved_at: null,
    status_seen: '',
    inbound_seen: null,
    outbound_seen: null,
    last_thanks_at: null,
    clock: '',
    seen: '',
    id_seen: '',
    ...change,
  };
}

export function reconcileContext(change: Partial<ReconcileContext> = {}): ReconcileContext {
  return {
    now: winter('2026-11-23T10:01'),
    sheetZone: WARSAW,
    firmZone: WARSAW,
    offset,
    language: 'en',
    policies: readPolicies([near(slaRow('normal', 240, 480, 1440)), near(slaRow('urgent', 60, 60, 240))]),
    firmCalendar: 'pl',
    calendarOf: (key) => (key === '' ? ALWAYS : key === 'pl' ? OFFICE : null),
    escalation: null,
    columnLabel: (column) => TABS.tickets.columns[column].words.en[0],
    choiceLabel: (choice, word) => labelOfWord(choice, word, 'en'),
    closingNotice: null,
    editor: null,
    sessionsOf: () => [],
    rules: TICKET_RULES,
    personEditAt: null,
    ...change,
  };
}

export function applied(ticket: Row<'tickets'>, { change }: Reconciled): Row<'tickets'> {
  return { ...ticket, ...change };
}

/** A ticket that the tracker has looked at. */
export function settled(ticket: Row<'tickets'>, context = reconcileContext()): Row<'tickets'> {
  return applied(ticket, reconcileTicket(ticket, context));
}
