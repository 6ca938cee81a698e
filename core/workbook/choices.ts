/**
 * The machine words of every `choice` column. What a person sees and types is the label in the firm's
 * language (sheet-templates/labels); what the rules see is the word below.
 */
export const TICKET_STATUSES = [
  'new',
  'open',
  'waiting_participant',
  'waiting_vendor',
  'on_hold',
  'resolved',
  'closed',
  'spam',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const CATEGORIES = [
  'login',
  'sound_and_picture',
  'link',
  'materials',
  'recording',
  'certificate',
  'invoice',
  'schedule',
  'content',
  'other',
] as const;

export const SLA_STATES = ['running', 'at_risk', 'breached', 'paused', 'met'] as const;
export type SlaState = (typeof SLA_STATES)[number];

export const OUTBOX_KINDS = [
  'acknowledgement',
  'reply',
  'resolved',
  'reminder',
  'notice',
  'alert',
  /** To a colleague, about a ticket, to be answered by mail. */
  'assignment',
] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

export const OUTBOX_STATES = [
  'queued',
  'sending',
  'sent',
  'deferred',
  'failed',
  'unknown',
  'cancelled',
  /** Sent, and then returned for good by the other side. */
  'bounced',
] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** How every mail in the mailbox ends: exactly one of these. */
export const OUTCOMES = [
  'new-ticket',
  'reply',
  'agent-reply',
  'bounce',
  'automatic',
  'loop-stopped',
  'duplicate',
  'quarantined',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where in the life of its session a ticket was opened. */
export const SESSION_PHASES = ['before', 'first_hour', 'during', 'after', 'none'] as const;
export type SessionPhase = (typeof SESSION_PHASES)[number];

/** Moments at which many people need help at once. */
export const MOMENT_KINDS = ['first_login', 'start', 'deadline', 'other'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** How well a coming session, or a key moment, is prepared. */
export const LIGHTS = ['green', 'amber', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** What a colleague asks by mail to be changed in a ticket's row. */
export const ORDER_CELLS = ['status', 'hold_until', 'priority', 'assignee'] as const;
export type OrderCell = (typeof ORDER_CELLS)[number];

/** `away` changes no cell: an out-of-office of the colleague answered our mail about the ticket. */
export const COMMAND_CELLS = [...ORDER_CELLS, 'away'] as const;
export type CommandCell = (typeof COMMAND_CELLS)[number];

/** What became of it: the tracker, which moves those cells, carries it out. Empty: not yet. */
export const COMMAND_STATES = ['done', 'refused'] as const;
export type CommandState = (typeof COMMAND_STATES)[number];

/** Which colleagues get their tickets by mail. */
export const MAIL_READERS = ['trainers', 'everybody', 'nobody'] as const;
export type MailReaders = (typeof MAIL_READERS)[number];

/** How new tickets find their colleague. */
export const ASSIGNMENTS = ['off', 'fewest', 'round_robin'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/** Key of the choice list → its words. */
export const CHOICES = {
  status: TICKET_STATUSES,
  priority: PRIORITIES,
  category: CATEGORIES,
  sla_state: SLA_STATES,
  sla_clock: ['first', 'next', 'resolution', 'any'],
  session_phase: SESSION_PHASES,
  assignment: ASSIGNMENTS,
  language: ['en', 'pl', 'uk'],
  direction: ['in', 'out', 'note'],
  mail_class: ['human', 'auto-reply', 'bounce', 'report', 'list', 'loop'],
  outbox_kind: OUTBOX_KINDS,
  outbox_state: OUTBOX_STATES,
  audience: ['novice', 'experienced', 'mixed', 'any'],
  session_state: ['planned', 'cancelled', 'held'],
  participant_state: ['active', 'left'],
  yes_no: ['yes', 'no'],
  anchor: ['start', 'end'],
  template_need: ['any', 'accessible'],
  /** What the participant's calendar said to our invitation (RFC 5545 §3.2.12). */
  invitation_answer: ['accepted', 'declined', 'tentative'],
  moment_kind: MOMENT_KINDS,
  light: LIGHTS,
  role: ['support', 'trainer', 'manager', 'admin'],
  calendar_kind: ['hours', 'holiday'],
  wish_kind: ['wish', 'fault'],
  command_cell: COMMAND_CELLS,
  command_state: COMMAND_STATES,
  mail_readers: MAIL_READERS,
  wish_state: ['new', 'planned', 'done', 'declined'],
} as const satisfies Record<string, readonly string[]>;

export type ChoiceKey = keyof typeof CHOICES;
export type ChoiceWord<K extends ChoiceKey> = (typeof CHOICES)[K][number];
