/** Finds out what became of mails whose attempt was interrupted. */

import { INTERRUPTED } from '../../core/outbox/next-step';
import { minutes, plus } from '../../core/time/instant';
import { reasonOf } from '../user-error';
import { composeMail } from './compose';
import type { BookedMail } from './outbox-book';
import { fileCopy, logged, type SenderContext } from './sender';
import { unlessStopped } from './unless-stopped';

/** Every look is a login; providers count them. */
const LOOK_EVERY = minutes(5);
/** What has not turned up by then does not: it stays unknown, and a person is told. */
const LOOK_FOR = minutes(24 * 60);
/** A provider files its copy some time after it took the mail: until then "not there" says nothing. */
const FILING_TIME = minutes(2);

/**
 * Settles mails whose attempt was interrupted: those left in `sending` by a crash, and those of which nobody knows
 * whether they went out, because the connection was lost after the text. Found among the sent copies: sent. Not found
 * where the provider files every copy: tried again, except a reminder. Otherwise it stays unknown, and a person is told.
 */
export async function settleUnknown(context: SenderContext, signal: AbortSignal): Promise<BookedMail[]> {
  const { book, copies, now, log } = context;
  const changed = await settleInterrupted(context, signal);
  for (const item of book.inState('unknown')) {
    const { mail, at } = item;
    const looked = context.lookedFor.get(mail.key);
    if (looked !== undefined && (now() < plus(looked, LOOK_EVERY) || now() > plus(at, LOOK_FOR))) continue;
    let found: boolean | null;
    try {
      found = await unlessStopped(copies.find(mail.messageId), signal, 0);
    } catch (error) {
      if (signal.aborted) break;
      log.warn({ ...logged(item), reason: reasonOf(error) }, 'sent mail could not be searched');
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

/** Mails in `sending` while none is being handed over. Returns those that turn out to be sent, or refused. */
async function settleInterrupted(context: SenderContext, signal: AbortSignal): Promise<BookedMail[]> {
  const { book, sender, unwritten, now } = context;
  const changed: BookedMail[] = [];
  for (const { mail, transmission } of book.inState('sending')) {
    const heard = unwritten.get(mail.key);
    if (heard === undefined) {
      book.step(mail.key, { kind: INTERRUPTED[transmission] }, now(), 'The bridge stopped while sending.');
      continue;
    }
    const step = book.step(mail.key, heard.event, now(), heard.answer);
    unwritten.delete(mail.key);
    if (step) changed.push(step);
    if (step?.state === 'sent') await fileCopy(await composeMail(mail, sender), step, context, signal);
  }
  return changed;
}
