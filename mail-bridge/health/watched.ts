/** Mailbox, Sheet and outgoing server as they are, with every contact noted. Nothing else changes. */
import type { Attempt, ContactKind } from '../../core/health/contact';
import { MailboxError, RefusedCommand } from '../mailbox/connection';
import type { Mailbox } from '../mailbox/mailbox';
import type { Delivery } from '../outbox/delivery';
import type { Transport } from '../outbox/transport';
import { isInvalidGrant, statusOf } from '../sheets/google-answer';
import { NotWritten, RefusedWrite, type SheetsClient } from '../sheets/sheets-client';
import { reasonOf } from '../user-error';
import type { Contacts } from './contacts';

type Note = Pick<Contacts, 'note'>;

/** Opening it counts as a try; only a listing or a mail that was read counts as a look. */
export async function watchedMailbox(
  contacts: Note,
  signal: AbortSignal,
  open: () => Promise<Mailbox>,
): Promise<Mailbox> {
  const noted = <T>(work: () => Promise<T>): Promise<T> =>
    watch(contacts, 'mailbox', signal, mailboxFailure, work);
  const mailbox = await watchFailures(contacts, 'mailbox', signal, mailboxFailure, open);
  return {
    ...mailbox,
    listFrom: (first) => noted(() => mailbox.listFrom(first)),
    info: (uids) => noted(() => mailbox.info(uids)),
    fetch: (messages) => noted(() => mailbox.fetch(messages)),
    fetchHeader: (uid) => noted(() => mailbox.fetchHeader(uid)),
  };
}

export function watchedSheets(client: SheetsClient, contacts: Note, signal: AbortSignal): SheetsClient {
  return {
    get calls() {
      return client.calls;
    },
    spreadsheetId: client.spreadsheetId,
    read: (filters) => watch(contacts, 'sheet-read', signal, sheetFailure, () => client.read(filters)),
    get: (options) => watch(contacts, 'sheet-read', signal, sheetFailure, () => client.get(options)),
    write: (requests) =>
      requests.length === 0
        ? client.write(requests)
        : watch(contacts, 'sheet-write', signal, sheetFailure, () => client.write(requests)),
    untilTaken: (work) => client.untilTaken(work),
  };
}

export function watchedTransport(transport: Transport, contacts: Note): Transport {
  return {
    ...transport,
    async send(envelope, raw, handover) {
      const delivery = await transport.send(envelope, raw, handover);
      // What we break off ourselves says nothing about the other side.
      if (!handover.signal.aborted) contacts.note('smtp', attemptOf(delivery));
      return delivery;
    },
  };
}

type Failure = (error: unknown) => Attempt;

async function watch<T>(
  contacts: Note,
  kind: ContactKind,
  signal: AbortSignal,
  failure: Failure,
  work: () => Promise<T>,
): Promise<T> {
  const done = await watchFailures(contacts, kind, signal, failure, work);
  contacts.note(kind, { kind: 'success' });
  return done;
}

async function watchFailures<T>(
  contacts: Note,
  kind: ContactKind,
  signal: AbortSignal,
  failure: Failure,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // What we break off ourselves says nothing about the other side.
    if (!signal.aborted) contacts.note(kind, failure(error));
    throw error;
  }
}

function mailboxFailure(error: unknown): Attempt {
  // It is there and answers: one mail that it does not give out is told elsewhere.
  if (error instanceof RefusedCommand) return { kind: 'answer' };
  const refused = error instanceof MailboxError && error.failure === 'refused-login';
  return { kind: refused ? 'refused' : 'silent', reason: reasonOf(error) };
}

function sheetFailure(error: unknown): Attempt {
  // Google read the request and did not like its content.
  if (error instanceof RefusedWrite) return { kind: 'answer' };
  // The quota refills by itself, but nothing is written until then.
  if (error instanceof NotWritten) return { kind: 'silent', reason: reasonOf(error) };
  return { kind: letsUsIn(error) ? 'silent' : 'refused', reason: whatHappened(error) };
}

/** A sentence for the one at the keyboard says what to do as well; people who get an alert are told that otherwise. */
function whatHappened(error: unknown): string {
  const what = error instanceof Error && 'what' in error ? error.what : null;
  return reasonOf(typeof what === 'string' ? what : error);
}

/** Google's answers to credentials that it does not take: 401, 403, and invalid_grant. */
function letsUsIn(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const status = statusOf(at);
    if (status === 401 || status === 403 || isInvalidGrant(at)) return false;
  }
  return true;
}

function attemptOf(delivery: Delivery): Attempt {
  switch (delivery.kind) {
    case 'accepted':
      return { kind: 'success' };
    case 'refused':
    case 'refused-for-now':
      return { kind: 'answer' };
    case 'login-refused':
      return { kind: 'refused', reason: delivery.answer };
    default:
      return { kind: 'silent', reason: delivery.answer };
  }
}
