/** The last contact with somebody whom the bridge cannot work without, and how a new try changes it. */
import type { Instant } from '../time/instant';

/** Reading and writing are apart: a Sheet that was shared for viewing only can be read and not written. */
export const CONTACT_KINDS = ['mailbox', 'sheet-read', 'sheet-write', 'smtp'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/**
 * `refused`: they answered, and do not let us in: the credentials or the permission. Trying again changes nothing
 * until a person acts. `silent`: everything else, which mostly passes by itself.
 */
export type FailureKind = 'refused' | 'silent';

/** Failures since the last success. */
export interface Trouble {
  /** When the first try failed. */
  readonly since: Instant;
  /** When the last one did. */
  readonly at: Instant;
  /** How the last one did. */
  readonly kind: FailureKind;
  readonly reason: string;
  readonly times: number;
  /** How many of them were refusals, and when the first was. */
  readonly refusals: number;
  readonly refusedSince: Instant | null;
}

export interface Contact {
  readonly lastSuccess: Instant | null;
  readonly trouble: Trouble | null;
}

export const NO_CONTACT: Contact = { lastSuccess: null, trouble: null };

export type Attempt =
  | { readonly kind: 'success' }
  /** They answered as they should, and it was no success of the kind that is counted: a mail that they do not take. */
  | { readonly kind: 'answer' }
  | { readonly kind: FailureKind; readonly reason: string };

export function afterAttempt({ lastSuccess, trouble }: Contact, attempt: Attempt, at: Instant): Contact {
  switch (attempt.kind) {
    case 'success':
      return { lastSuccess: at, trouble: null };
    case 'answer':
      return { lastSuccess, trouble: null };
    case 'refused':
    case 'silent': {
      const { kind, reason } = attempt;
      const refused = kind === 'refused';
      return {
        lastSuccess,
        trouble: {
          since: trouble?.since ?? at,
          at,
          kind,
          reason,
          times: (trouble?.times ?? 0) + 1,
          refusals: (trouble?.refusals ?? 0) + (refused ? 1 : 0),
          refusedSince: trouble?.refusedSince ?? (refused ? at : null),
        },
      };
    }
  }
}

/** Worth writing down at once: it began to fail, to fail otherwise, or to work again. */
export function isTurn(before: Contact, after: Contact): boolean {
  return (
    before.trouble?.kind !== after.trouble?.kind ||
    (before.lastSuccess === null) !== (after.lastSuccess === null)
  );
}
