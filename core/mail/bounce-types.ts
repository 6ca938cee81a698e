/** What is read out of a bounce. */

export type BounceAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

export interface BouncedRecipient {
  readonly address: string;
  /** Enhanced status code (RFC 3463), '' when the bounce gives none. */
  readonly status: string;
  readonly action: BounceAction;
}

export interface Bounce {
  readonly recipients: readonly BouncedRecipient[];
  /** The Message-ID of the mail that did not arrive. */
  readonly originalMessageId: string | null;
}
