/** Sends what is ready, one mail after the other, and writes each step down before and after. */

import type { OutboxEvent } from '../../core/outbox/next-step';
import { isPersonsAnswer } from '../../core/outbox/outgoing-mail';
import { laneOf, mayLeaveAt, type Quota } from '../../core/outbox/quota';
import { type Instant, instant, type Minutes, MS_PER_DAY, minutes, plus } from '../../core/time/instant';
import type { Log } from '../log/log';
import { reasonOf } from '../user-error';
import { composeMail, type Sender } from './compose';
import type { BookedMail, OutboxBook } from './outbox-book';
import type { Delivery, Transport } from './transport';

/** Where copies of sent mails are, for settling what nobody knows. */
export interface SentCopies {
  /** null: there is no folder for sent mail, so nothing can be said. */
  find(messageId: string): Promise<boolean | null>;
  file(raw: Buffer, at: Instant): Promise<void>;
  /** The provider files every mail that its SMTP server accepts. */
  readonly filedByProvider: boolean;
}

export interface SenderContext {
  readonly book: OutboxBook;
  readonly transport: Transport;
  readonly sender: Sender;
  readonly copies: SentCopies;
  /** When each unsettled mail was last looked for, by its key. */
  readonly lookedFor: Map<string, Instant>;
  readonly now: () => Instant;
  readonly log: Log;
  /** Nothing is handed to the server before this: it failed for every mail alike. */
  readonly pause: { until: Instant };
  /** A person stopped automatic mail; answers to people still go. */
  readonly brakeOn: () => boolean;
  readonly quota: () => Quota;
}

/** How long mails to many go out before the Sheet is asked whether somebody has written an answer meanwhile. */
const LONGEST_PASS = minutes(1 / 6);

/**
 * Sends what is ready and what the quota lets out, answers to people first. A mailing is left for the next pass when it
 * takes long. Returns the items that changed.
 */
export async function sendReady(context: SenderContext, signal: AbortSignal): Promise<BookedMail[]> {
  const { book, now, log } = context;
  const changed: BookedMail[] = [];
  const passEnds = plus(now(), LONGEST_PASS);
  let held = 0;
  for (const item of book.expired(now())) {
    const step = book.step(item.mail.key, { kind: 'expired' }, now(), 'Its moment had passed.');
    if (step) changed.push(step);
  }
  for (const item of book.ready(now())) {
    if (signal.aborted || now() < context.pause.until) break;
    if (context.brakeOn() && !isPersonsAnswer(item.mail.kind)) continue;
    const lane = laneOf(item.mail);
    if (lane === 'mailing' && now() >= passEnds) continue;
    const at = mayLeaveAt(lane, departures(context), context.quota());
    if (at === null || at > now()) {
      held += 1;
      continue;
    }
    const sent = await sendOne(item, context);
    if (!sent) continue;
    changed.push(sent.item);
    log.info({ key: item.mail.key, to: item.mail.to, state: sent.item.state }, `${item.mail.kind} mail`);
    if (sent.pause !== null) {
      context.pause.until = plus(now(), sent.pause);
      log.warn(
        { answer: sent.item.answer, minutes: sent.pause },
        'the SMTP server fails for every mail; the others wait',
      );
    }
  }
  if (held > 0) log.info({ mails: held }, 'mails wait: the limits of the Settings tab let no more out now');
  return changed;
}

function departures({ book, now }: SenderContext) {
  const at = now();
  // A clock that was ahead and has been put right must not hold mails for as long.
  return book
    .departuresSince(instant(at - MS_PER_DAY))
    .map((departure) => (departure.at > at ? { ...departure, at } : departure));
}

/** When the next mail may leave, past moments included; null when nothing waits that ever may. */
export function nextDeparture(context: SenderContext): Instant | null {
  const { book, pause } = context;
  const gone = departures(context);
  const quota = context.quota();
  const free = { single: mayLeaveAt('single', gone, quota), mailing: mayLeaveAt('mailing', gone, quota) };
  let next: Instant | null = null;
  for (const { mail, retryAt } of book.waiting()) {
    if (context.brakeOn() && !isPersonsAnswer(mail.kind)) continue;
    const mayLeave = free[laneOf(mail)];
    if (mayLeave === null) continue;
    const at = instant(Math.max(mayLeave, retryAt ?? 0, mail.notBefore ?? 0, pause.until));
    if (next === null || at < next) next = at;
  }
  return next;
}

interface SendResult {
  readonly item: BookedMail;
  /** How long every other mail should wait as well; null: it was this mail alone. */
  readonly pause: Minutes | null;
}

async function sendOne(item: BookedMail, context: SenderContext): Promise<SendResult | null> {
  const { book, transport, sender, copies, now, log } = context;
  const { mail } = item;
  const raw = await composeMail(mail, sender);
  if (!book.step(mail.key, { kind: 'claimed' }, now(), '')) return null;
  const delivery = await transport.send({ from: sender.address, to: mail.to }, raw);
  const step = book.step(mail.key, eventOf(delivery), now(), delivery.answer);
  if (step?.state === 'sent' && !copies.filedByProvider) {
    // A copy that cannot be filed never changes the state: the mail went out.
    await copies.file(raw, mail.date).catch((error: unknown) => {
      log.warn({ key: mail.key, reason: reasonOf(error) }, 'no copy of a sent mail was filed');
    });
  }
  return step && { item: step, pause: pauseAfter(delivery) };
}

/** Providers lock accounts that hammer them with a wrong password. */
const LOGIN_PAUSE = minutes(10);
/** A server that does not answer costs half a minute a mail, and ten after the final dot. */
const CONNECTION_PAUSE = minutes(1);

function pauseAfter(delivery: Delivery): Minutes | null {
  if (delivery.kind === 'login-refused') return LOGIN_PAUSE;
  if (delivery.kind === 'not-transmitted' || delivery.kind === 'lost') return CONNECTION_PAUSE;
  return delivery.kind === 'refused-for-now' ? (delivery.pause ?? null) : null;
}

function eventOf(delivery: Delivery): OutboxEvent {
  if (delivery.kind === 'refused-for-now' && delivery.pause !== undefined) {
    return { kind: 'refused-for-now', pause: delivery.pause };
  }
  // The configuration is at fault, not the mail: it waits.
  if (delivery.kind === 'login-refused') return { kind: 'refused-for-now' };
  return { kind: delivery.kind };
}

/** Every look is a login; providers count them. */
const LOOK_EVERY = minutes(5);
/** What has not turned up by then does not: it stays unknown, and a person is told. */
const LOOK_FOR = minutes(24 * 60);
/** A provider files its copy some time after it took the mail: until then "not there" says nothing. */
const FILING_TIME = minutes(2);

/**
 * Settles mails of which nobody knows whether they went out: those left in `sending` by a crash, and those whose
 * connection was lost after the text. Found among the sent copies: sent. Not found where the provider files every
 * copy: tried again, except a reminder. Otherwise it stays unknown, and a person is told.
 */
export async function settleUnknown(context: SenderContext): Promise<BookedMail[]> {
  const { book, copies, now, log } = context;
  for (const { mail } of book.inState('sending')) {
    book.step(mail.key, { kind: 'lost' }, now(), 'The bridge stopped while sending.');
  }
  const changed: BookedMail[] = [];
  for (const { mail, at } of book.inState('unknown')) {
    const looked = context.lookedFor.get(mail.key);
    if (looked !== undefined && (now() < plus(looked, LOOK_EVERY) || now() > plus(at, LOOK_FOR))) continue;
    let found: boolean | null;
    try {
      found = await copies.find(mail.messageId);
    } catch (error) {
      log.warn({ key: mail.key, reason: reasonOf(error) }, 'sent mail could not be searched');
      break;
    }
    const mayStillBeFiled = now() < plus(at, FILING_TIME);
    if (found || !mayStillBeFiled) context.lookedFor.set(mail.key, now());
    const step = found
      ? book.step(mail.key, { kind: 'found-in-sent' }, now(), 'Found among the sent mails.')
      : found === false && copies.filedByProvider && !mayStillBeFiled && mail.kind !== 'reminder'
        ? book.step(mail.key, { kind: 'not-in-sent' }, now(), 'Not among the sent mails; it is sent again.')
        : null;
    if (step) changed.push(step);
  }
  return changed;
}
