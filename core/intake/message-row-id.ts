/** The id of a mail's row in Messages. Deterministic: it is found again after an unclear write, and never written twice. */
export function messageRowId(spoolName: string): string {
  return `in:${spoolName.slice(0, 24)}`;
}

/** The same of a mail that was found in the folder of sent mails: a mail to oneself has the same bytes in both. */
export function sentRowId(spoolName: string): string {
  return `sent:${spoolName.slice(0, 24)}`;
}
