/** The mail that tells those responsible that the brake has tripped, each in their language. */

import type { HealthReader } from '../../core/health/readers';
import type { Language } from '../../core/language';
import { addressKey } from '../../core/mail/addresses';
import { type Brake, brakeKey } from '../../core/outbox/brake';
import { CAPS } from '../../core/outbox/caps';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { formatShortMoment } from '../../core/time/format';
import type { Instant, ZoneOffset } from '../../core/time/instant';
import type { Settings } from '../../sheet-templates/settings';
import { type BrakeStory, brakeWords } from '../../sheet-templates/words/brake';
import type { Keys } from '../keys';
import { ownMessageId } from '../outbox/letters';
import { ownMail } from '../outbox/write-letter';

export interface BrakeLetterContext {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly domain: string;
  readonly offset: ZoneOffset;
  readonly now: Instant;
  /** To the Problems tab; '' where nobody knows it. */
  readonly link: string;
}

/** @returns null while the brake is released */
export function brakeLetter(
  brake: Brake,
  { email, language }: HealthReader,
  { settings, keys, domain, offset, now, link }: BrakeLetterContext,
): OutgoingMail | null {
  const tripped = brakeKey(brake);
  if (tripped === null || brake.at === null) return null;
  const key = `${tripped}:${addressKey(email)}`;
  const story = brakeStory(brake.at, settings, language, offset);
  return {
    ...ownMail('alert', key, email, language, now),
    ...brakeWords(language).letter({ ...story, firm: settings.firm_name, link }),
    template: '',
    ticketId: null,
    sessionId: '',
    messageId: ownMessageId(key, domain, keys),
  };
}

export function brakeStory(
  at: Instant,
  settings: Settings,
  language: Language,
  offset: ZoneOffset,
): BrakeStory {
  return {
    answers: CAPS.find(({ per }) => per === 'all')?.atMost ?? 0,
    since: formatShortMoment(at, settings.zone, language, offset),
  };
}
