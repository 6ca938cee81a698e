/** Names of the starter templates, and which of them have wordings of their own for some readers. */
export const TEMPLATE_KEYS = [
  'acknowledgement',
  'acknowledgement_out_of_hours',
  'reply',
  'resolved',
  'waiting_nudge',
  'no_answer',
  'reminder_3d',
  'reminder_1d',
  'reminder_2h',
  'reminder_started',
  'reminder_after',
  'reminder_several',
  'session_changed',
  'session_cancelled',
  'stop_confirmed',
  'checkpoint',
  'checkpoint_login',
  'checkpoint_materials',
  'follow_up_ticket',
  'calm',
  'clarify',
  'reconcile',
  'alert_due_soon',
  'alert_overdue',
  'alert_several',
  'alert_staffing',
  'assignment',
  'assignment_again',
  'substitute_asked',
  'answer_held',
  'commands_help',
  'command_refused',
  'mail_disbelieved',
  'confirm_address',
  'status_answer',
  'support_block',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** Whether a template of the firm is one that came with the workbook. */
export function isTemplateKey(key: string): key is TemplateKey {
  return TEMPLATE_KEYS.some((one) => one === key);
}

/**
 * A wording for an audience or for a need; everybody else gets the one for anyone. `accessible` is for people with
 * special needs, whatever their experience: short sentences, one instruction a line, nothing that only an eye reads.
 */
export const VARIANT_KEYS = [
  'reply.novice',
  'reply.accessible',
  'reminder_3d.novice',
  'reminder_3d.experienced',
  'reminder_3d.accessible',
  'reminder_1d.novice',
  'reminder_1d.experienced',
  'reminder_1d.accessible',
  'reminder_2h.novice',
  'reminder_2h.experienced',
  'reminder_2h.accessible',
  'reminder_started.novice',
  'reminder_started.experienced',
  'session_changed.accessible',
  'session_cancelled.accessible',
] as const satisfies readonly `${TemplateKey}.${'novice' | 'experienced' | 'accessible'}`[];
export type VariantKey = (typeof VARIANT_KEYS)[number];

/** The variants of one reading group, for the files that hold them. */
export type AccessibleKey = Extract<VariantKey, `${string}.accessible`>;
export type ExperienceKey = Exclude<VariantKey, AccessibleKey>;

export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}
