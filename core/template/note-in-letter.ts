/** A remark of ours on a letter that is already written. */
import { FOOTER_MARK, splitFooter } from './footer';

/** Above the note on how to get help, and above what is quoted: mail programs fold only what stands at the very end. */
export function withNote(text: string, note: string): string {
  if (note === '') return text;
  const { body, footer } = splitFooter(text);
  if (footer !== '') return `${body}\n\n${note}\n\n${FOOTER_MARK}\n${footer}`;
  const lines = body.split('\n');
  let end = lines.length;
  while (end > 0 && /^(?:>|\s*$)/.test(lines[end - 1] ?? '')) end -= 1;
  const quoted = lines.slice(end).join('\n').trim();
  const own = lines.slice(0, end).join('\n');
  return [own, note, quoted].filter((part) => part !== '').join('\n\n');
}
