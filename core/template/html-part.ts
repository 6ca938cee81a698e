/**
 * The page that a mail is shown as. One column, the reader's own letters and colours, nothing fetched from anywhere:
 * it holds in a window of 320 pixels, in the dark, printed, and read aloud.
 */
import type { Language } from '../language';
import { escapeHtml } from '../mail/escape-html';
import { splitFooter } from './footer';
import { letterHtml, type Pictures } from './letter-markup';

export interface LetterPage {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** Written by a program: the subject is its heading, and facts are set off. A person's words stay a letter. */
  readonly automatic: boolean;
  /** What the mail carries to be shown in the midst of its text. */
  readonly pictures?: Pictures;
}

/**
 * Colours for light and dark, contrast 4.5:1 and more (WCAG 2.2, 1.4.3). Programs that drop style elements (some of
 * Gmail's) show their own colours, which fit together too; what must hold there stands in style attributes.
 */
const STYLE = [
  ':root{color-scheme:light dark}',
  'body{margin:0;background:#fff;color:#1d2430}',
  'a{color:#0b57a4}',
  'p,ul,ol,h1{margin:0 0 1em}',
  'ul,ol{padding-left:1.5em}',
  'blockquote{margin:0 0 1em;padding-left:1em;border-left:2px solid #c9d1dc;color:#4a5463}',
  'h1{font-size:1.375em;line-height:1.3;color:#14213d}',
  '.facts{padding:.75em 1em;border-left:4px solid #0b57a4;background:#f1f5fa}',
  '.help{color:#4a5463;border-top:1px solid #c9d1dc}',
  '.help p:first-child::first-line{font-weight:600}',
  '@media(prefers-color-scheme:dark){body{background:#15191f;color:#e6e9ee}a{color:#8fc1ff}h1{color:#fff}' +
    '.facts{background:#1f2733;border-color:#8fc1ff}.help,blockquote{color:#b3bcc8;border-color:#3d4754}}',
].join('');

const COLUMN =
  'max-width:36em;margin:0 auto;padding:24px 16px;overflow-wrap:break-word;word-wrap:break-word;' +
  "font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

export function htmlPart({ language, subject, text, automatic, pictures = new Map() }: LetterPage): string {
  const { body, footer } = splitFooter(text);
  const [lang, title] = [escapeHtml(language), escapeHtml(subject)];
  const heading = automatic ? `<h1>${title}</h1>\n` : '';
  const help =
    footer === ''
      ? ''
      : `\n<div class="help" style="margin-top:2em;padding-top:1em">\n${letterHtml(footer, { facts: false })}\n</div>`;
  // Programs on the web keep what is inside the body only: the language has to stand there too.
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<div lang="${lang}" style="${COLUMN}">
${heading}${letterHtml(body, { facts: automatic, pictures })}${help}
</div>
</body>
</html>
`;
}
