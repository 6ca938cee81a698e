/** Sends what is ready, one mail after the other, and writes each step down before and after. */

import type { OutboxEvent } from '../../core/outbox/next-step';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { laneOf, mayLeaveAt, type Quota } from '../../core/outbox/quota';
import { type Instant, instant, type Minutes, MS_PER_DAY, minutes, plus } from '../../core/time/instant';
import type { Log } from '../log/log';
import { reasonOf } from '../user-error';
import { composeMail, copiesTo, type Sender } from './compose';
import type { Delivery } from './delivery';
import type { BookedMail, OutboxBook } from './outbox-book';
import type { Transport } from './transport';
import { unlessStopped } from './unless-stopped';

/** Where copies of sent mails are, for settling what nobody knows. */
export interface SentCopies {
  /** null: there is no folder for sent mail, so nothing can be said. */
  find(messageId: string): Promise<boolean | null>;
  file(raw: Buffer, at: Instant): Promise<void>;
  /** The provider files every mail that its SMTP server accepts. */
  readonly filedByProvider: boolean;
}

interface ServerAnswer {
  readonly event: OutboxEvent;
  readonly answer: string;
}

export interface SenderContext {
  readonly book: OutboxBook;
  readonly transport: Transport;
  readonly sender: Sender;
  readonly copies: SentCopies;
  /** When each unsettled mail was last looked for, by its key. */
  readonly lookedFor: Map<string, Instant>;
  /** What the server said to mails whose step could not be written down (the disk was full), by their keys. */
  readonly unwritten: Map<string, ServerAnswer>;
  readonly now: () => Instant;
  readonly log: Log;
  /** Nothing is handed to the server before this: it failed for every mail alike. */
  readonly pause: { until: Instant };
  /** A brake is on that holds this mail back. */
  readonly isHeld: (mail: OutgoingMail) => boolean;
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
    if (context.isHeld(item.mail)) continue;
    const lane = laneOf(item.mail);
    if (lane === 'mailing' && now() >= passEnds) continue;
    const at = mayLeaveAt(lane, departures(context), context.quota());
    if (at === null || at > now()) {
      held += 1;
      continue;
    }
    const sent = await sendOne(item, context, signal);
    if (!sent) continue;
    changed.push(sent.item);
    log.info(logged(sent.item), `${item.mail.kind} mail`);
    if (sent.pause !== null && !signal.aborted) {
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
    if (context.isHeld(mail)) continue;
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

async function sendOne(
  item: BookedMail,
  context: SenderContext,
  signal: AbortSignal,
): Promise<SendResult | null> {
  const { book, transport, sender, now } = context;
  const { mail } = item;
  const { key } = mail;
  let raw: Buffer;
  try {
    raw = await composeMail(mail, sender);
  } catch (error) {
    // It would fail again, and keep all that is behind it from going out.
    const step = book.step(key, { kind: 'refused' }, now(), `It could not be composed: ${reasonOf(error)}`);
    return step && { item: step, pause: null };
  }
  if (signal.aborted || !book.step(key, { kind: 'claimed' }, now(), '')) return null;
  const onText = () => book.textBegins(key);
  const envelope = { from: sender.address, to: mail.to, cc: copiesTo(mail) };
  const delivery = await transport.send(envelope, raw, { onText, signal });
  const event = eventOf(delivery);
  let step: BookedMail | null;
  try {
    step = book.step(key, event, now(), delivery.answer);
  } catch (error) {
    context.unwritten.set(key, { event, answer: delivery.answer });
    throw error;
  }
  if (step?.state === 'sent') await fileCopy(raw, step, context, signal);
  return step && { item: step, pause: pauseAfter(delivery) };
}

/** A copy is worth less than an orderly end: what is left of its ten seconds must do for the Sheet. */
const FILING_GRACE_MS = 1_000;

/** A copy that cannot be filed never changes the state: the mail went out. */
export async function fileCopy(
  raw: Buffer,
  item: BookedMail,
  { copies, log }: SenderContext,
  signal: AbortSignal,
): Promise<void> {
  if (copies.filedByProvider) return;
  try {
    await unlessStopped(copies.file(raw, item.mail.date), signal, FILING_GRACE_MS);
  } catch (error) {
    log.warn({ ...logged(item), reason: reasonOf(error) }, 'no copy of a sent mail was filed');
  }
}

/** By which a mail is followed through the log. */
export function logged({ mail: { key, ticketId, messageId, to }, state }: BookedMail) {
  return { key, ...(ticketId === null ? {} : { ticket: ticketId }), messageId, to, state };
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
  if (delivery.kind === 'login-refused') return { kind: 'not-transmitted' };
  return { kind: delivery.kind };
}
