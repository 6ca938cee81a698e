/**
 * The columns of every tab: their machine keys (row 1 of the tab) and what their cells hold.
 *
 * This is the contract between the bridge, the tracker and the workbook. Labels, owners, widths, choices and
 * formats are in sheet-templates; a column that is not listed here is the firm's own and is left alone.
 */

import type { ChoiceKey } from './choices';

/**
 * - `text`: text, never a formula
 * - `datetime`: a date-time serial in the spreadsheet's zone; an Instant in our hands
 * - `date`: a calendar day, `2026-11-21` in our hands, a whole serial in the cell
 * - `number`, `boolean`: as they are
 * - `choice`: a machine word from CHOICES, shown and accepted in the firm's language
 * - `list`: texts joined by ", "
 */
export type CellKind = 'text' | 'datetime' | 'date' | 'number' | 'boolean' | 'choice' | 'list';

export const COLUMNS = {
  tickets: {
    id: 'text',
    status: 'choice',
    priority: 'choice',
    assignee: 'text',
    category: 'choice',
    subject: 'text',
    excerpt: 'text',
    requester_name: 'text',
    requester_email: 'text',
    language: 'choice',
    course: 'text',
    client: 'text',
    session_id: 'text',
    created_at: 'datetime',
    first_due: 'datetime',
    next_due: 'datetime',
    resolve_due: 'datetime',
    sla_state: 'choice',
    due_reason: 'text',
    last_inbound_at: 'datetime',
    last_outbound_at: 'datetime',
    first_answer_at: 'datetime',
    message_count: 'number',
    related: 'text',
    hold_until: 'date',
    tags: 'list',
    /** Urgent and angry words found in the mail that opened the ticket. */
    signals: 'list',
    /** Why this colleague: written with every assignment that the tracker makes. */
    assigned_why: 'text',
    /** Id of the incident that this ticket is one case of. */
    parent: 'text',
    /** Id of the ticket in which this one goes on. */
    merged_into: 'text',
    /** Where in the life of its session the ticket was opened. */
    phase: 'choice',
    /** Monday of the week in which the ticket was opened, its weekday (`1 Mon`) and hour, in the firm's zone: for pivots. */
    week: 'date',
    weekday: 'text',
    hour: 'number',
    /** Business minutes from opening to the first answer, and to the resolution. */
    first_minutes: 'number',
    resolution_minutes: 'number',
    /** Whether every promise was kept; empty while one is open. */
    sla_met: 'choice',
    /** Name of the row of the SLA tab that the promises came from. */
    policy: 'text',
    status_since: 'datetime',
    resolved_at: 'datetime',
    /** The status that the tracker last wrote or accepted: a cell that differs was edited by a person. */
    status_seen: 'text',
    /** Mail events up to these instants have moved the status already. */
    inbound_seen: 'datetime',
    outbound_seen: 'datetime',
    /** The participant's latest mail that said nothing but thank you: last_inbound_at leaves such mails out. */
    last_thanks_at: 'datetime',
    /** State of the SLA clocks, written and read by core/sla only. */
    clock: 'text',
    /** What the tracker last knew of the columns that people edit: a cell that differs was edited. core/ticket only. */
    seen: 'text',
    /** The id that the tracker last saw in this row: a cell that differs was emptied, edited or pasted over. */
    id_seen: 'text',
  },
  messages: {
    id: 'text',
    ticket_id: 'text',
    at: 'datetime',
    direction: 'choice',
    from: 'text',
    to: 'text',
    subject: 'text',
    text: 'text',
    full_text: 'text',
    class: 'choice',
    language: 'choice',
    attachments: 'list',
    message_id: 'text',
    original: 'text',
    warnings: 'text',
  },
  outbox: {
    key: 'text',
    kind: 'choice',
    ticket_id: 'text',
    session_id: 'text',
    to: 'text',
    subject: 'text',
    body: 'text',
    language: 'choice',
    template: 'text',
    created_at: 'datetime',
    created_by: 'text',
    not_before: 'datetime',
    not_after: 'datetime',
    state: 'choice',
    message_id: 'text',
    sent_at: 'datetime',
    attempts: 'number',
    answer: 'text',
    /** Keys of other reminders that this one mail stands for: two sessions of one person on one day. */
    covers: 'list',
    /** Who else gets it, besides `to`. */
    cc: 'list',
    /** Names of the files that go with it. */
    attachments: 'list',
  },
  /** What colleagues ask by mail. The bridge asks, the tracker carries out and answers. */
  commands: {
    id: 'text',
    at: 'datetime',
    ticket_id: 'text',
    /** Address of the colleague, as the Team tab has it. */
    who: 'text',
    cell: 'choice',
    /** A machine word, a day as 2026-11-30, or a colleague's name as the Team tab has it. */
    value: 'text',
    state: 'choice',
    done_at: 'datetime',
    /** Why it was refused, in the firm's language. */
    answer: 'text',
  },
  history: {
    at: 'datetime',
    ticket_id: 'text',
    who: 'text',
    what: 'text',
    from: 'text',
    to: 'text',
    why: 'text',
  },
  sessions: {
    id: 'text',
    course: 'text',
    client: 'text',
    starts_at: 'datetime',
    ends_at: 'datetime',
    zone: 'text',
    trainer: 'text',
    substitute: 'text',
    link: 'text',
    place: 'text',
    materials: 'text',
    audience: 'choice',
    language: 'choice',
    state: 'choice',
    /** Whether the trainer has said yes. */
    confirmed: 'choice',
    /** Until when participants must have done what the session asks of them. */
    deadline: 'datetime',
    notes: 'text',
  },
  participants: {
    session_id: 'text',
    name: 'text',
    email: 'text',
    language: 'choice',
    audience: 'choice',
    needs: 'text',
    company: 'text',
    /** IANA name; empty: the session's zone. Night and the times in mails are those of this zone. */
    zone: 'text',
    state: 'choice',
    reminders: 'choice',
    /** What their calendar answered to our invitation. */
    answer: 'choice',
  },
  activity: { at: 'datetime', email: 'text', session_id: 'text', what: 'text' },
  checkpoints: {
    id: 'text',
    moment: 'text',
    condition: 'text',
    template: 'text',
    follow_up: 'text',
    /** How long after the moment the ticket is made: `12 h`. */
    follow_after: 'text',
    enabled: 'boolean',
  },
  reminders: {
    step: 'text',
    /** Relative to the anchor as people write it: `-3 d`, `-2 h`, `+30 min`, `next working morning`. */
    offset: 'text',
    anchor: 'choice',
    audience: 'choice',
    /** `logged in = no`, `online`, `on site` (core/session/condition.ts); empty: always. */
    condition: 'text',
    template: 'text',
    at_night: 'boolean',
    enabled: 'boolean',
  },
  templates: {
    key: 'text',
    language: 'choice',
    audience: 'choice',
    need: 'choice',
    subject: 'text',
    body: 'text',
    notes: 'text',
  },
  knowledge: {
    id: 'text',
    language: 'choice',
    title: 'text',
    body: 'text',
    also_called: 'text',
    public: 'boolean',
    updated_at: 'date',
  },
  team: {
    email: 'text',
    /** Other addresses that the colleague writes from; each was confirmed from the first. */
    other_emails: 'list',
    name: 'text',
    role: 'choice',
    languages: 'list',
    skills: 'list',
    absent_from: 'date',
    absent_until: 'date',
    substitute: 'text',
    /** Most open tickets at a time; empty: no limit. */
    max_open: 'number',
    /** Tickets not done yet that stand in this colleague's name. */
    open_tickets: 'number',
    active: 'boolean',
  },
  /** Moments that the firm knows of itself; those that follow from sessions need no row. */
  moments: {
    at: 'datetime',
    until: 'datetime',
    kind: 'choice',
    session_id: 'text',
    /** How many people it concerns; empty: those of the session. */
    people: 'number',
    note: 'text',
  },
  /** The board of coming sessions: written whole by the tick. */
  readiness: {
    session_id: 'text',
    course: 'text',
    client: 'text',
    starts_at: 'datetime',
    light: 'choice',
    /** A sentence for each thing that is missing, the gravest first. */
    reasons: 'text',
    trainer: 'text',
    people: 'number',
    /** Of them: reached by at least one reminder, not reached, logged in, said that they do not come. */
    reminded: 'number',
    undelivered: 'number',
    logged_in: 'number',
    declined: 'number',
    open_tickets: 'number',
  },
  /** Key moments that are ahead, and whether enough colleagues are on duty: written whole by the tick. */
  staffing: {
    from: 'datetime',
    to: 'datetime',
    kind: 'choice',
    session_id: 'text',
    course: 'text',
    people: 'number',
    /** Tickets expected, and how many those on duty can answer in time. */
    expected: 'number',
    capacity: 'number',
    on_duty: 'list',
    light: 'choice',
    reasons: 'text',
  },
  rota: { from: 'datetime', to: 'datetime', email: 'text', duty: 'text' },
  /** Of the rows that fit a ticket the one with the most conditions holds; of equals the first. */
  sla: {
    name: 'text',
    priority: 'choice',
    category: 'choice',
    client: 'text',
    audience: 'choice',
    calendar: 'text',
    first_answer: 'number',
    next_answer: 'number',
    resolution: 'number',
    /** From so many minutes before a session of the participant until its end, answers are due in `near_within` minutes. */
    near_before: 'number',
    near_within: 'number',
    note: 'text',
  },
  escalations: {
    clock: 'choice',
    /** Relative to the due time, as people write it: `-30 min`, `0`, `+2 h`. Plain time. */
    when: 'text',
    /** `assignee`, `substitute`, `duty`, `managers`, or addresses. */
    alert: 'text',
    enabled: 'boolean',
    note: 'text',
  },
  calendar: {
    calendar: 'text',
    kind: 'choice',
    weekday: 'number',
    date: 'date',
    opens: 'text',
    closes: 'text',
    name: 'text',
    /** IANA name; empty: the firm's zone. One row of a calendar that names it is enough. */
    zone: 'text',
  },
  wishes: {
    id: 'text',
    at: 'datetime',
    kind: 'choice',
    from: 'text',
    text: 'text',
    ticket_id: 'text',
    votes: 'number',
    state: 'choice',
  },
  surveys: {
    at: 'datetime',
    ticket_id: 'text',
    session_id: 'text',
    from: 'text',
    score: 'number',
    comment: 'text',
  },
  intake: {
    day: 'date',
    mailbox: 'number',
    new_ticket: 'number',
    reply: 'number',
    agent_reply: 'number',
    bounce: 'number',
    automatic: 'number',
    loop_stopped: 'number',
    duplicate: 'number',
    quarantined: 'number',
    difference: 'number',
  },
  /** Week by week, what the dashboard's charts are drawn over. First answer and resolution in business hours. */
  figures: {
    week: 'date',
    created: 'number',
    resolved: 'number',
    backlog: 'number',
    promises_kept: 'number',
    promises_missed: 'number',
    first_median: 'number',
    first_p90: 'number',
    resolution_median: 'number',
    resolution_p90: 'number',
  },
  problems: {
    key: 'text',
    at: 'datetime',
    tab: 'text',
    row: 'text',
    what: 'text',
    todo: 'text',
  },
  settings: { key: 'text', value: 'text', note: 'text' },
} as const satisfies Record<string, Record<string, CellKind>>;

/** Which list of CHOICES a `choice` column holds. */
export const CHOICE_OF = {
  tickets: {
    status: 'status',
    priority: 'priority',
    category: 'category',
    language: 'language',
    sla_state: 'sla_state',
    phase: 'session_phase',
    sla_met: 'yes_no',
  },
  messages: { direction: 'direction', class: 'mail_class', language: 'language' },
  outbox: { kind: 'outbox_kind', language: 'language', state: 'outbox_state' },
  commands: { cell: 'command_cell', state: 'command_state' },
  sessions: { audience: 'audience', language: 'language', state: 'session_state', confirmed: 'yes_no' },
  participants: {
    language: 'language',
    audience: 'audience',
    state: 'participant_state',
    reminders: 'yes_no',
    answer: 'invitation_answer',
  },
  reminders: { anchor: 'anchor', audience: 'audience' },
  templates: { language: 'language', audience: 'audience', need: 'template_need' },
  knowledge: { language: 'language' },
  moments: { kind: 'moment_kind' },
  readiness: { light: 'light' },
  staffing: { kind: 'moment_kind', light: 'light' },
  team: { role: 'role' },
  sla: { priority: 'priority', category: 'category', audience: 'audience' },
  escalations: { clock: 'sla_clock' },
  calendar: { kind: 'calendar_kind' },
  wishes: { kind: 'wish_kind', state: 'wish_state' },
} as const satisfies { readonly [T in keyof typeof COLUMNS]?: Readonly<Record<string, ChoiceKey>> };

/** Tabs with rows. */
export type TableKey = keyof typeof COLUMNS;

/** Tabs that hold pivots and charts instead of rows: what is open now, how the weeks went, what comes when. */
export const DASHBOARDS = ['dashboard', 'trends', 'load'] as const;
export type DashboardKey = (typeof DASHBOARDS)[number];

export type TabKey = TableKey | DashboardKey;
export type ColumnKey<T extends TableKey> = keyof (typeof COLUMNS)[T] & string;

export const TABLES = Object.keys(COLUMNS) as readonly TableKey[];

/**
 * Sheet ids are chosen by us when a tab is made, so that a tab is found again after people rename, move or
 * translate it. (AddSheetRequest.properties.sheetId may be set by the caller.)
 */
export const SHEET_ID: Readonly<Record<TabKey, number>> = {
  tickets: 7101,
  messages: 7102,
  outbox: 7103,
  history: 7104,
  sessions: 7105,
  participants: 7106,
  activity: 7107,
  checkpoints: 7108,
  reminders: 7109,
  templates: 7110,
  knowledge: 7111,
  team: 7112,
  rota: 7113,
  sla: 7114,
  calendar: 7115,
  wishes: 7116,
  surveys: 7117,
  intake: 7119,
  problems: 7120,
  settings: 7121,
  escalations: 7122,
  figures: 7123,
  // 7118 was the first dashboard: a workbook that has it keeps it, as a tab of the firm's own.
  dashboard: 7124,
  trends: 7125,
  load: 7126,
  moments: 7127,
  readiness: 7128,
  staffing: 7129,
  commands: 7130,
};

/** Row indexes (from 0, as the Sheets API counts): keys, labels, first row of data. */
export const KEY_ROW = 0;
export const LABEL_ROW = 1;
export const FIRST_DATA_ROW = 2;

/** Google's own limit is 50,000 characters in a cell; the rest is for the pointer to the original. */
export const LONGEST_CELL = 49_000;
