/**
 * A text as it is compared with what people typed: no case, no accents, single spaces, no quotes or stops around it.
 *
 * Ł and the Ukrainian ґ do not decompose, so NFD alone leaves them. Й and ї fall back to и and і here: both
 * sides are folded alike, so nothing is lost.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ґ/g, 'г')
    .replace(/[\s_\u00a0-]+/g, ' ')
    .replace(/^[\s"'«»„”“.,;:!?]+|[\s"'«»„”“.,;:!?]+$/g, '');
}

/** How many slips a typed text may hold and still be understood: in a short word one makes another word. */
export function slipsAllowed(typed: string): number {
  return typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
}
