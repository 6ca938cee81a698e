/** The mail that an acknowledgement answers. */
export interface Answered {
  readonly to: string;
  /** null: it has none of its own. */
  readonly messageId: string | null;
}
