/** Why somebody is not written to: what a person of the firm is shown beside the mails that do go out. */
export type SkipReason =
  /** A later step has come: the older one would only confuse. */
  | 'superseded'
  /** It is night where the reader is, and by morning it would be too late. */
  | 'night'
  /** A notice of change says the same, or said it when the step was due. */
  | 'told-by-notice'
  /** What was told is wrong, but the session is over. */
  | 'too-late'
  /** It goes in one mail with the same step of another session of that day. */
  | 'merged'
  /** The condition of the step does not hold: has logged in already, no link, no place. */
  | 'condition'
  | 'no-address'
  /** The last mail to this address came back for good. */
  | 'bounced'
  | 'left'
  /** Wants no reminders. */
  | 'unwanted'
  | 'cancelled'
  /** Nobody knows the time zone of the session. */
  | 'unknown-zone';
