/** What a letter is written from besides its subject. */
import type { Invitation } from '../../core/session/invitation';
import type { Instant, ZoneOffset } from '../../core/time/instant';
import type { DeskFacts } from '../desk-facts';
import type { Keys } from '../keys';

export interface LetterContext {
  readonly facts: Pick<DeskFacts, 'settings' | 'templates' | 'hours' | 'openAt'>;
  readonly keys: Keys;
  /** Where participants write to; the setting of the same name may say it otherwise. */
  readonly supportAddress: string;
  /** Domain of our Message-IDs: that of the support address. */
  readonly domain: string;
  readonly offset: ZoneOffset;
  readonly now: Instant;
}

export interface SessionLetterContext extends LetterContext {
  /** What calendars have been told of a session, by any mail of the outbox. */
  invitationsOf(sessionId: string): readonly Invitation[];
}
