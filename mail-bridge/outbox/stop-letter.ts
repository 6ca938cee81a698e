/** To a participant who wished for no more reminders: that they get none, and what they will be told all the same. */
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { LetterContext } from './letter-context';
import { ownMessageId } from './own-message-id';
import { type LetterWish, ownMail, writeLetter } from './write-letter';

export interface StopWish extends LetterWish {
  /** Equal for the same wish, so that it is confirmed once. */
  readonly key: string;
  readonly to: string;
  /** '' where the roster has none. */
  readonly personName: string;
  /** Message-ID of the mail that held the wish; null where it came through the page. */
  readonly messageId: string | null;
}

const TEMPLATE = 'stop_confirmed';

/** @returns null when the firm's template cannot be read and there is none to fall back on */
export function stopConfirmedLetter(wish: StopWish, context: LetterContext): OutgoingMail | null {
  const { key, to, personName, messageId, language, need } = wish;
  const written = writeLetter(TEMPLATE, wish, context, { personName });
  if (!written) return null;
  return {
    ...ownMail('notice', key, to, language, context.now),
    ...written,
    template: TEMPLATE,
    ticketId: null,
    sessionId: '',
    messageId: ownMessageId(key, context.domain, context.keys),
    // RFC 3834 §3.1.5: the confirmation stands in the thread of the wish.
    inReplyTo: messageId,
    references: messageId === null ? [] : [messageId],
    plainOnly: need === 'accessible',
  };
}
