/**
 * Where a mail ends and the note on how to get help begins, which looks different on a page. The mark has to come
 * through a cell of the Outbox tab and means the same to every mail program: it is the line that sets off
 * signatures (RFC 3676 §4.3). Programs that know it leave what follows out of quotations.
 */
export const FOOTER_MARK = '-- ';

/** The blank at its end gets lost when somebody pastes the text through an editor. */
const MARK_LINE = /^--[ \u00a0]?$/;

export interface MailParts {
  readonly body: string;
  /** '' where nothing is set off. */
  readonly footer: string;
}

/** Splits at the last mark: one further up belongs to the words of whoever wrote the answer. */
export function splitFooter(text: string): MailParts {
  const lines = text.split('\n');
  for (let at = lines.length - 1; at >= 0; at--) {
    if (!MARK_LINE.test(lines[at] ?? '')) continue;
    return {
      body: lines.slice(0, at).join('\n').trimEnd(),
      footer: lines
        .slice(at + 1)
        .join('\n')
        .trim(),
    };
  }
  return { body: text.trimEnd(), footer: '' };
}
