/** What it takes to carry out a colleague's mail, and what comes of it. */
import type { IncomingMail } from '../../core/intake/incoming';
import type { IntakePlan } from '../../core/intake/plan-intake';
import type { SpooledRecord } from '../intake/ledger-records';
import type { Hmac } from '../keys';
import type { OutboxBook } from '../outbox/outbox-book';
import type { ColleagueEffects } from './colleague-effects';
import type { ColleagueLetterContext } from './colleague-letters';
import type { RelayContext } from './relay-mail';
import type { TrainerMailContext } from './trainer-mail-facts';

export interface ColleagueMailContext extends TrainerMailContext {
  readonly hmac: Hmac;
  readonly book: Pick<OutboxBook, 'mailOf' | 'lettersTo'>;
  readonly letter: () => RelayContext['letter'];
  readonly linkTo: ColleagueLetterContext['linkTo'];
  /** Reads a mail that has waited. Rejects when its original is gone. */
  readonly readAgain: (spooled: SpooledRecord) => Promise<IncomingMail>;
}

export interface PlannedColleagueMail {
  readonly plan: IntakePlan;
  readonly effects: ColleagueEffects;
}
