/**
 * Whether everybody was answered as they should be, never twice and never a robot, and whether the Outbox says of each
 * mail what the SMTP server says of it.
 */
import type { OutboxState } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import { excusedRows } from './checker-excuses';
import { twice } from './checker-intake';
import { distinctMails } from './checker-mails';
import type { AcceptedMail, AskedMail, DeliveredMail, Evidence, Finding } from './evidence';

type OutboxRow = Row<'outbox'>;

/** States that say that a mail went out. */
const WENT_OUT = new Set<string>(['sent', 'bounced'] satisfies OutboxState[]);

/** What the two witnesses of sending say, arranged for looking things up. */
interface Sending {
  readonly accepted: (messageId: string) => readonly AcceptedMail[];
  readonly answersTo: (messageId: string) => readonly AcceptedMail[];
  readonly rows: readonly OutboxRow[];
  readonly rowOf: (key: string) => OutboxRow | null;
  readonly acknowledgementsOf: (ticket: string) => readonly OutboxRow[];
  readonly ticketOf: (mail: DeliveredMail) => string;
  /** It does not say that the mail went out, and the server or the line is the reason. */
  readonly isExcused: (row: OutboxRow) => boolean;
}

export function sendingFindings(given: Evidence): Finding[] {
  // Each an object of its own: the same mail accepted twice is two mails.
  const evidence = { ...given, accepted: given.accepted.map((mail) => ({ ...mail })) };
  const sending = arranged(evidence);
  const mails = distinctMails(evidence.delivered);
  const acknowledged = mails.map((mail) => ({ mail, sent: acknowledgements(mail, sending) }));
  const asked = evidence.asked.map((one) => ({ one, sent: repliesTo(one, evidence, sending) }));
  const judged = new Set([...acknowledged, ...asked].flatMap(({ sent }) => sent));
  return [
    ...acknowledged.flatMap(({ mail, sent }) => acknowledgementFindings(mail, sent, sending)),
    ...mailsToRobots(mails, evidence.accepted),
    ...directFindings(mails, evidence.accepted),
    ...asked.flatMap(({ one, sent }) => replyFindings(one, sent, sending)),
    ...evidence.asked.flatMap((one) => strayReplies(one, evidence.accepted)),
    ...evidence.asked.flatMap((one) => conversationFindings(one, evidence, sending)),
    ...twice(
      evidence.accepted.filter((mail) => !judged.has(mail)).map(({ messageId }) => idOf(messageId)),
    ).map(
      (id): Finding => ({ kind: 'double-reply', which: id, what: 'the server accepted this mail twice' }),
    ),
    ...rowFindings(evidence, sending),
  ];
}

/** Mails of which the Outbox says "unknown", and no copy in the folder for sent mail says more. */
export function unknownMails({ sheet, sentFolder }: Evidence): number {
  const filed = new Set(sentFolder.map(idOf));
  return sheet.outbox.filter(({ state, message_id }) => state === 'unknown' && !filed.has(idOf(message_id)))
    .length;
}

function arranged(evidence: Evidence): Sending {
  const { accepted, sheet } = evidence;
  const byId = grouped(accepted, ({ messageId }) => idOf(messageId));
  const byAnswered = grouped(accepted.filter(isAutomatic), ({ inReplyTo }) => idOf(inReplyTo));
  const acknowledging = grouped(
    sheet.outbox.filter(({ kind }) => kind === 'acknowledgement'),
    ({ ticket_id }) => ticket_id,
  );
  const ticketByOriginal = new Map(sheet.messages.map(({ original, ticket_id }) => [original, ticket_id]));
  const acceptedAs = (messageId: string) => (messageId === '' ? [] : (byId.get(idOf(messageId)) ?? []));
  const excused = excusedRows(evidence, acceptedAs);
  return {
    accepted: acceptedAs,
    answersTo: (messageId) => (messageId === '' ? [] : (byAnswered.get(idOf(messageId)) ?? [])),
    rows: sheet.outbox,
    rowOf: (key) => sheet.outbox.find((row) => row.key === key) ?? null,
    acknowledgementsOf: (ticket) => (ticket === '' ? [] : (acknowledging.get(ticket) ?? [])),
    ticketOf: ({ sha256 }) => ticketByOriginal.get(sha256) ?? '',
    isExcused: (row) => excused.has(row),
  };
}

/** By what they answer, and for a mail that opened a ticket also by the ticket's row: the mail may have had no id. */
function acknowledgements(mail: DeliveredMail, sending: Sending): AcceptedMail[] {
  const byRow =
    mail.belongsTo === null && isHuman(mail)
      ? sending
          .acknowledgementsOf(sending.ticketOf(mail))
          .flatMap(({ message_id }) => sending.accepted(message_id))
      : [];
  return [...new Set([...sending.answersTo(mail.messageId), ...byRow])];
}

function acknowledgementFindings(
  mail: DeliveredMail,
  sent: readonly AcceptedMail[],
  sending: Sending,
): Finding[] {
  const { mark: which } = mail;
  // What a colleague's mail is answered with is judged with what becomes of it.
  if (mail.kind === 'agent') return [];
  if (!isHuman(mail)) {
    if (sent.length === 0) return [];
    return [{ kind: 'answered-robot', which, what: `a ${mail.kind} got ${sent.length} automatic answers` }];
  }
  const most = mail.belongsTo === null ? 1 : 0;
  if (sent.length > most) {
    const what = `${sent.length} acknowledgements were accepted, ${most === 0 ? 'and an answer gets none' : 'not one'}`;
    return [{ kind: 'double-acknowledgement', which, what }];
  }
  if (!mail.owedAcknowledgement || sent.length > 0) return [];
  const rows = sending.acknowledgementsOf(sending.ticketOf(mail));
  if (rows.some(sending.isExcused)) return [];
  const shown = rows.length === 0 ? 'the Outbox has no row for it' : `its row says "${rows[0]?.state}"`;
  return [{ kind: 'missing-acknowledgement', which, what: `none was accepted, and ${shown}` }];
}

/** Not every answer to a robot names the mail that it answers. */
function mailsToRobots(mails: readonly DeliveredMail[], accepted: readonly AcceptedMail[]): Finding[] {
  const people = new Set(mails.filter(isHuman).map(({ from }) => from.toLowerCase()));
  const robots = mails.filter((mail) => !isHuman(mail) && !people.has(mail.from.toLowerCase()));
  return robots.flatMap((robot): Finding[] => {
    const answer = accepted.find(
      (mail) =>
        isAutomatic(mail) &&
        idOf(mail.inReplyTo) !== idOf(robot.messageId) &&
        mail.to.some((address) => address.toLowerCase() === robot.from.toLowerCase()),
    );
    if (answer === undefined) return [];
    return [{ kind: 'answered-robot', which: robot.mark, what: `"${answer.subject}" went to ${robot.from}` }];
  });
}

/** The participant has it already. */
function directFindings(mails: readonly DeliveredMail[], accepted: readonly AcceptedMail[]): Finding[] {
  return mails
    .filter(({ kind, mark }) => kind === 'direct' && accepted.some((mail) => holds(mail, mark)))
    .map(({ mark }) => ({
      kind: 'double-reply',
      which: mark,
      what: 'it was sent from the mailbox itself, and the bridge sent it too',
    }));
}

function repliesTo({ mark, key, to }: AskedMail, { accepted }: Evidence, sending: Sending): AcceptedMail[] {
  const byMark = accepted.filter((mail) => holds(mail, mark) && goesTo(mail, to));
  return [...new Set([...sending.accepted(sending.rowOf(key)?.message_id ?? ''), ...byMark])];
}

function replyFindings({ mark, key }: AskedMail, sent: readonly AcceptedMail[], sending: Sending): Finding[] {
  if (sent.length > 1) {
    return [
      { kind: 'double-reply', which: mark, what: `the server accepted ${sent.length} mails for row ${key}` },
    ];
  }
  const row = sending.rowOf(key);
  if (sent.length === 1 || (row !== null && sending.isExcused(row))) return [];
  const shown = row === null ? 'has no row' : `says "${row.state}"`;
  return [
    { kind: 'lost-reply', which: mark, what: `no mail was accepted, and the Outbox ${shown} (${key})` },
  ];
}

function strayReplies({ mark, to }: AskedMail, accepted: readonly AcceptedMail[]): Finding[] {
  return accepted
    .filter((mail) => !isAutomatic(mail) && holds(mail, mark) && !goesTo(mail, to))
    .map((mail) => ({
      kind: 'lost-reply',
      which: mark,
      what: `it went to ${mail.to.join(', ')} and not to ${to}`,
    }));
}

/** What went out is part of the conversation: colleagues read it there. */
function conversationFindings({ mark, key }: AskedMail, { sheet }: Evidence, sending: Sending): Finding[] {
  const row = sending.rowOf(key);
  if (row === null || !WENT_OUT.has(row.state) || row.ticket_id === '') return [];
  const shown = sheet.messages.filter(({ direction, text }) => direction === 'out' && text.includes(mark));
  if (shown.length === 1 && shown[0]?.ticket_id === row.ticket_id) return [];
  const what = `it went out, and ${shown.length} rows of Messages have it: ${shown.map(({ ticket_id }) => ticket_id).join(', ')}`;
  return [{ kind: 'shown-otherwise', which: mark, what }];
}

function rowFindings({ accepted, sentFolder }: Evidence, sending: Sending): Finding[] {
  const filed = new Set(sentFolder.map(idOf));
  const shown = new Set(sending.rows.map(({ message_id }) => idOf(message_id)));
  const otherwise = (which: string, what: string): Finding => ({ kind: 'shown-otherwise', which, what });
  return [
    ...twice(sending.rows.map(({ key }) => key)).map((key) => otherwise(key, 'two rows of the Outbox')),
    ...sending.rows.flatMap((row) => {
      const what = rowContradicts(row, sending, filed);
      return what === null ? [] : [otherwise(row.key, what)];
    }),
    ...accepted
      .filter(({ messageId }) => !shown.has(idOf(messageId)))
      .map(({ messageId, to }) =>
        otherwise(messageId, `a mail to ${to.join(', ')} was accepted, and the Outbox has no row for it`),
      ),
  ];
}

/** States that are to have a reason outside the bridge. */
const WANTS_REASON: Readonly<Partial<Record<string, string>>> = {
  failed: 'the server has refused no such mail for good',
  cancelled: 'nobody has cancelled it',
  unknown: 'the server was heard to the end',
} satisfies Partial<Record<OutboxState, string>>;

function rowContradicts(row: OutboxRow, sending: Sending, filed: ReadonlySet<string>): string | null {
  const { state, message_id } = row;
  const times = sending.accepted(message_id).length;
  if (WENT_OUT.has(state)) return times > 0 ? null : `the row says "${state}", and the server never had it`;
  if (state === 'sending') return 'the row still says "sending"';
  if (state === 'unknown' && filed.has(idOf(message_id))) {
    return 'the row says "unknown", and a copy is among the sent mails';
  }
  if (state !== 'unknown' && times > 0) return `the row says "${state}", and the server accepted the mail`;
  const otherwise = WANTS_REASON[state];
  if (otherwise === undefined || sending.isExcused(row)) return null;
  return `the row says "${state}", and ${otherwise}`;
}

function isHuman({ kind }: DeliveredMail): boolean {
  return kind !== 'robot' && kind !== 'bounce';
}

/** RFC 3834 §5: "no" is what a person's mail program may say. */
function isAutomatic({ autoSubmitted }: AcceptedMail): boolean {
  return autoSubmitted !== '' && autoSubmitted.toLowerCase() !== 'no';
}

function holds({ subject, text }: AcceptedMail, mark: string): boolean {
  return subject.includes(mark) || text.includes(mark);
}

function goesTo({ to }: AcceptedMail, address: string): boolean {
  return to.some((one) => one.toLowerCase() === address.toLowerCase());
}

/** With or without its angle brackets. */
function idOf(messageId: string): string {
  return messageId.trim().replace(/^<|>$/g, '');
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
