/**
 * What is known of the mails about sessions: by the outbox book, and by the Sheet's Outbox where the book has lost it
 * (a new state folder, a restored one). The book counts first, because the journal decides and never a cell.
 */
import { addressKey } from '../../core/mail/addresses';
import { messageIdKey } from '../../core/mail/message-id';
import { lastTold, type TellingMail } from '../../core/outbox/told';
import type { Invitation } from '../../core/session/invitation';
import { parseMailKey } from '../../core/session/mail-key';
import type { Told } from '../../core/session/planned-mail';
import { instant } from '../../core/time/instant';
import { OUTBOX_KINDS, OUTBOX_STATES, type OutboxKind, type OutboxState } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { OutboxBook } from './outbox-book';

/** A mail of ours about a session. */
export interface SessionMail {
  readonly key: string;
  readonly kind: OutboxKind;
  readonly sessionId: string;
  /** Whom it went to. */
  readonly to: string;
  readonly messageId: string;
}

export interface SessionMemory {
  /** Takes note of the Outbox tab as it was just read. */
  learn(outbox: readonly Row<'outbox'>[]): void;
  isPlanned(key: string): boolean;
  /** Planned and not out yet. */
  isOnItsWay(key: string): boolean;
  told(sessionId: string, email: string): Told | null;
  isUndeliverable(email: string): boolean;
  invitationsOf(sessionId: string): readonly Invitation[];
  /** The mail about a session that has this Message-ID. */
  mailOf(messageId: string): SessionMail | null;
  /** The same by the part of its Message-ID that nobody can guess. */
  mailOfToken(token: string): SessionMail | null;
}

/** In the answer cell of a mail whose reason was gone: it may be written again. */
export const WITHDRAWN = 'Withdrawn';

const WAITS: readonly OutboxState[] = ['queued', 'deferred', 'sending'];

export function sessionMemory(book: OutboxBook): SessionMemory {
  /** Rows that the book does not know. Nearly always none. */
  let strange: readonly Row<'outbox'>[] = [];
  let planned: ReadonlySet<string> = new Set();

  let byAddress: ReadonlyMap<string, readonly Row<'outbox'>[]> = new Map();

  const rowsTo = (email: string) => byAddress.get(addressKey(email)) ?? [];
  const found = (row: Row<'outbox'> | undefined): SessionMail | null =>
    row === undefined
      ? null
      : {
          key: row.key,
          kind: kindOf(row),
          sessionId: row.session_id || (parseMailKey(row.key)?.sessionId ?? ''),
          to: row.to,
          messageId: row.message_id,
        };
  return {
    learn(outbox) {
      strange = outbox.filter(({ key }) => key !== '' && book.get(key) === null);
      byAddress = groupedByAddress(strange);
      planned = new Set(
        strange.filter((row) => !isWithdrawn(row)).flatMap(({ key, covers }) => [key, ...covers]),
      );
    },
    isPlanned: (key) => planned.has(key) || book.isPlanned(key),
    isOnItsWay: (key) =>
      book.keysFor(key).some((one) => {
        const state = book.get(one)?.state;
        return state !== undefined && WAITS.includes(state);
      }),
    told(sessionId, email) {
      const told = book.toldOf(sessionId, email);
      return told ?? lastTold(sessionId, rowsTo(email).flatMap(telling));
    },
    isUndeliverable(email) {
      const verdict = book.isUndeliverable(email);
      if (verdict !== null) return verdict;
      const [last] = rowsTo(email)
        .filter(({ state }) => state === 'sent' || state === 'bounced')
        .sort((a, b) => (b.sent_at ?? 0) - (a.sent_at ?? 0));
      return last?.state === 'bounced';
    },
    invitationsOf: book.invitationsOf,
    mailOf(messageId) {
      const booked = book.mailOf(messageId);
      if (booked !== null) return booked.mail.sessionId === '' ? null : booked.mail;
      const key = messageIdKey(messageId);
      const mail = found(strange.find(({ message_id }) => messageIdKey(message_id) === key));
      return mail === null || mail.sessionId === '' ? null : mail;
    },
    mailOfToken(token) {
      const booked = book.mailOfMark(token);
      if (booked !== null) return booked.mail.sessionId === '' ? null : booked.mail;
      return found(strange.find(({ message_id }) => message_id.includes(`.${token}@`)));
    },
  };
}

function groupedByAddress(rows: readonly Row<'outbox'>[]): ReadonlyMap<string, readonly Row<'outbox'>[]> {
  const groups = new Map<string, Row<'outbox'>[]>();
  for (const row of rows) {
    const address = addressKey(row.to);
    const group = groups.get(address);
    if (group) group.push(row);
    else groups.set(address, [row]);
  }
  return groups;
}

function kindOf({ kind }: Row<'outbox'>): OutboxKind {
  return OUTBOX_KINDS.find((one) => one === kind) ?? 'reply';
}

function isWithdrawn({ state, answer }: Row<'outbox'>): boolean {
  return state === 'cancelled' && answer.startsWith(WITHDRAWN);
}

function telling(row: Row<'outbox'>): TellingMail[] {
  const state = OUTBOX_STATES.find((one) => one === row.state);
  if (state === undefined) return [];
  const { key, covers, sent_at } = row;
  const createdAt = row.created_at ?? instant(0);
  const mail = { key, kind: kindOf(row), covers, invitations: [], createdAt };
  return [{ mail, state, at: sent_at ?? createdAt, leftAt: sent_at }];
}
