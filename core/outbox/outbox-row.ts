/** Outgoing mails as rows of the Outbox tab. */
import type { Instant } from '../time/instant';
import type { OutboxState } from '../workbook/choices';
import type { Row, RowChange } from '../workbook/rows';
import type { OutgoingMail } from './outgoing-mail';

const RELAY = 'relay:';
const TOLD = 'told:';

/** Of the mail that passes a colleague's answer on to the participant. */
export function relayKey(messageRowId: string): string {
  return `${RELAY}${messageRowId}`;
}

/** Id of the Messages row that holds the words of this relay; null for every other mail. */
export function relayedRowId(key: string): string | null {
  return key.startsWith(RELAY) ? key.slice(RELAY.length) : null;
}

/** Its words came by mail: they stand in Messages since then, and get no second row when they are sent on. */
export function isRelay(key: string): boolean {
  return relayedRowId(key) !== null;
}

/** A letter that tells a colleague what became of a mail of theirs: its row is written together with that mail's. */
export function isTold(key: string): boolean {
  return key.startsWith(TOLD);
}

/** The row of a mail that the bridge itself decided to send. */
export function outboxRow(mail: OutgoingMail): RowChange<'outbox'> {
  return {
    key: mail.key,
    kind: mail.kind,
    ticket_id: mail.ticketId ?? '',
    session_id: mail.sessionId,
    to: mail.to,
    subject: mail.subject,
    body: mail.text,
    language: mail.language,
    template: mail.template,
    created_at: mail.createdAt,
    created_by: mail.createdBy,
    not_before: mail.notBefore,
    not_after: mail.notAfter,
    state: 'queued',
    message_id: mail.messageId,
    attempts: 0,
    covers: mail.covers,
    cc: mail.cc,
    attachments: mail.files.map(({ filename }) => filename),
  };
}

/** A letter that the tracker asks the bridge to send, as a whole row: the bridge's own cells are still empty. */
export function askedRow(
  letter: Pick<
    Row<'outbox'>,
    | 'key'
    | 'kind'
    | 'ticket_id'
    | 'session_id'
    | 'to'
    | 'subject'
    | 'body'
    | 'language'
    | 'template'
    | 'created_at'
    | 'created_by'
  >,
): Row<'outbox'> {
  return {
    ...letter,
    not_before: null,
    not_after: null,
    state: 'queued',
    message_id: '',
    sent_at: null,
    attempts: 0,
    answer: '',
    covers: [],
    cc: [],
    attachments: [],
  };
}

/** What became of a mail. */
export interface ShownResult {
  readonly mail: OutgoingMail;
  readonly state: OutboxState;
  readonly attempts: number;
  /** When the server had it. */
  readonly leftAt: Instant | null;
  readonly answer: string;
  /** Its row still has the text of an earlier mail of this key. */
  readonly again: boolean;
}

/** The bridge's own cells of an Outbox row. */
export function outboxResult({
  mail,
  state,
  attempts,
  leftAt,
  answer,
  again,
}: ShownResult): RowChange<'outbox'> {
  return {
    ...(again ? outboxRow(mail) : {}),
    state,
    message_id: mail.messageId,
    sent_at: state === 'sent' || state === 'bounced' ? leftAt : null,
    attempts,
    answer,
  };
}

/** An answer that went out, as a row of Messages. Its id comes from the key: it is written once. */
export function sentMessageRow(mail: OutgoingMail, from: string, at: Instant): RowChange<'messages'> {
  return {
    id: `out:${mail.key}`,
    ticket_id: mail.ticketId ?? '',
    at,
    direction: 'out',
    from: mail.createdBy === '' ? from : mail.createdBy,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    language: mail.language,
    message_id: mail.messageId,
  };
}
