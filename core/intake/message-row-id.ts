/** The id of a mail's row in Messages. Deterministic: it is found again after an unclear write, and never written twice. */
export function messageRowId(spoolName: string): string {
  return `in:${spoolName.slice(0, 24)}`;
}
