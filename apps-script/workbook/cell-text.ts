/** The text of a cell as the Sheets API gives it: a text, a number or a boolean; '' for an empty one. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
