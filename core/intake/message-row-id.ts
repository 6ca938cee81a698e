/** The id of a mail's row in Messages. Deterministic: it is found again after an unclear write, and never written twice. */
export function messageRowId(spoolName: string): string {
  return `in:${spoolName.slice(0, 24)}`;
}

/** The same of a mail that was found in the folder of sent mails: a mail to oneself has the same bytes in both. */
export function sentRowId(spoolName: string): string {
  return `sent:${spoolName.slice(0, 24)}`;
}

/** Of the row that says of a colleague's mail, which had to wait and keeps its own row, that its words have gone out. */
export function sentLaterRowId(messageRow: string): string {
  return `${messageRow}${SENT_LATER}`;
}

/** The mail's own row, of either. */
export function ownRowId(messageRow: string): string {
  return messageRow.endsWith(SENT_LATER) ? messageRow.slice(0, -SENT_LATER.length) : messageRow;
}

const SENT_LATER = ':sent';
