/** The mails that tell those responsible that something is wrong with the bridge, and that it is over. */
import type { Episode } from '../../core/health/episodes';
import type { HealthReader } from '../../core/health/readers';
import { addressKey } from '../../core/mail/addresses';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { formatShortMoment } from '../../core/time/format';
import type { Instant, Zone, ZoneOffset } from '../../core/time/instant';
import { healthWords } from '../../sheet-templates/words/health';
import type { HealthTold } from '../../sheet-templates/words/health-words';
import type { Keys } from '../keys';
import { ownMessageId } from '../outbox/letters';
import { ownMail } from '../outbox/write-letter';

export interface HealthLetterContext {
  readonly keys: Keys;
  /** Of the support address. */
  readonly domain: string;
  readonly mailbox: string;
  readonly firm: string;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
  readonly now: Instant;
}

/** Equal for the same episode and person, whenever it is written. */
export function alertKey({ condition, since }: Episode, { email }: HealthReader): string {
  return `health:${condition}:${new Date(since).toISOString()}:${addressKey(email)}`;
}

function endKey({ condition, since }: Episode, { email }: HealthReader): string {
  return `health:${condition}:${new Date(since).toISOString()}:over:${addressKey(email)}`;
}

/** Whether a mail of this key is one of those written here. */
export function isHealthMail(key: string): boolean {
  return key.startsWith('health:');
}

export function alertLetter(
  episode: Episode,
  reader: HealthReader,
  context: HealthLetterContext,
): OutgoingMail {
  const words = healthWords(reader.language);
  const { subject, what, means, todo } = words.condition[episode.condition];
  const { reason } = episode;
  const happened = what(told(episode, reader, context));
  return letter(alertKey(episode, reader), reader, context, subject, [
    words.hello,
    reason === '' ? happened : `${happened} ${words.said(reason)}`,
    `${words.meansTitle}: ${means}`,
    `${words.todoTitle}: ${todo}`,
    words.willTell,
    context.firm,
  ]);
}

/** @param until when it stopped */
export function endLetter(
  episode: Episode,
  until: Instant,
  reader: HealthReader,
  context: HealthLetterContext,
): OutgoingMail {
  const words = healthWords(reader.language);
  const { overSubject, over } = words.condition[episode.condition];
  const ended = over({ ...told(episode, reader, context), until: moment(until, reader, context) });
  return letter(endKey(episode, reader), reader, context, overSubject, [words.hello, ended, context.firm]);
}

function told(episode: Episode, reader: HealthReader, context: HealthLetterContext): HealthTold {
  const { since, reason, count } = episode;
  return { since: moment(since, reader, context), reason, count: count ?? 0, mailbox: context.mailbox };
}

function moment(at: Instant, { language }: HealthReader, { zone, offset }: HealthLetterContext): string {
  return formatShortMoment(at, zone, language, offset);
}

function letter(
  key: string,
  { email, language }: HealthReader,
  { keys, domain, now }: HealthLetterContext,
  subject: string,
  paragraphs: readonly string[],
): OutgoingMail {
  return {
    ...ownMail('alert', key, email, language, now),
    subject,
    text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
    template: '',
    ticketId: null,
    sessionId: '',
    messageId: ownMessageId(key, domain, keys),
  };
}
