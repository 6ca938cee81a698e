/** The mails about the bridge's health, sent apart from all others: they go out when the Sheet cannot be read. */
import { type Instant, instant } from '../../core/time/instant';
import type { Config } from '../config/config';
import type { Log } from '../log/log';
import { noFiles } from '../outbox/attached-files';
import type { OutboxBook } from '../outbox/outbox-book';
import { type SenderContext, sendReady } from '../outbox/sender';
import type { Transport } from '../outbox/transport';
import { isHealthMail } from './health-letter';
import type { Audience } from './readers-file';

/** Sends those that wait, and no other mail. @returns how many have moved on */
export async function sendHealthMails(sending: SenderContext, signal: AbortSignal): Promise<number> {
  const { book, now } = sending;
  const ready = (at: Instant) => book.ready(at).filter(({ mail }) => isHealthMail(mail.key));
  if (ready(now()).length === 0) return 0;
  const sent = await sendReady({ ...sending, book: { ...book, ready, expired: () => [] } }, signal);
  return sent.length;
}

export interface ApartParts {
  readonly config: Config;
  readonly book: OutboxBook;
  readonly transport: Transport;
  readonly audience: () => Audience;
  readonly loopMark: SenderContext['sender']['loopMark'];
  readonly now: () => Instant;
  readonly log: Log;
}

/** For a bridge that cannot start because of the Sheet: nothing is known of the firm but what was kept. */
export function sendingApart({ config, audience, loopMark, ...parts }: ApartParts): SenderContext {
  const { address } = config.support;
  return {
    ...parts,
    sender: {
      address,
      get name() {
        return audience().firm;
      },
      replyTo: () => address,
      loopMark,
      readFiles: noFiles,
    },
    // No mailbox is open to file a copy in.
    copies: { find: async () => null, file: async () => undefined, filedByProvider: true },
    lookedFor: new Map(),
    unwritten: new Map(),
    pause: { until: instant(0) },
    isHeld: () => audience().brake,
    quota: () => ({ perDay: Infinity, perMinute: Infinity, keptForReplies: 0 }),
  };
}
