/** To whom, and how, it is said that a wish for no more reminders is obeyed. */
import type { StopWish } from '../../core/intake/session-mail';
import { isLanguage } from '../../core/language';
import { addressKey, isSendableAddress } from '../../core/mail/addresses';
import { STOP_CONFIRMED } from '../../core/outbox/brake';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { formatDay } from '../../core/time/civil';
import type { Instant } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import type { Row } from '../../core/workbook/rows';
import type { Answered } from './answered-mail';
import type { LetterContext } from './letter-context';
import { stopConfirmedLetter } from './stop-letter';

/**
 * It goes to the address whose reminders stop, whoever wished it. Once a day and person at most: two programs that
 * unsubscribe each other soon fall silent.
 */
export function stopConfirmation(
  { email }: StopWish,
  wish: Answered,
  receivedAt: Instant,
  participants: readonly Row<'participants'>[],
  context: LetterContext,
): OutgoingMail | null {
  if (!isSendableAddress(email)) return null;
  const { settings } = context.facts;
  const rows = participants.filter((row) => addressKey(row.email) === email);
  const person = rows[rows.length - 1];
  const language = rows.map((row) => row.language).find(isLanguage) ?? settings.language;
  const day = formatDay(dayAt(receivedAt, settings.zone, context.offset));
  return stopConfirmedLetter(
    {
      key: `${STOP_CONFIRMED}${email}:${day}`,
      to: email,
      personName: person?.name ?? '',
      messageId: wish.messageId,
      language,
      audience: person?.audience || 'any',
      need: rows.some(({ needs }) => needs.trim() !== '') ? 'accessible' : 'any',
    },
    context,
  );
}
