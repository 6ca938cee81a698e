/** What a calendar is told of a session (RFC 5545, RFC 5546 §3.2). Its memory is the outbox: what went out was told. */
import type { Instant } from '../time/instant';

export interface Invitation {
  /** RFC 5546 §1.4. */
  readonly method: 'REQUEST' | 'CANCEL';
  readonly sessionId: string;
  /** One for the whole life of a session, whatever changes. */
  readonly uid: string;
  /** Grows with every change that people must know of (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly place: string;
  readonly link: string;
}
