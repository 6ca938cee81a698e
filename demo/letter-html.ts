/**
 * The HTML that the mail programs of the invented people write, as Gmail does: one's own words, the pictures that were
 * put in below them, and what is answered in a quotation of its own.
 */
import { escapeHtml } from '../core/mail/escape-html';

export interface EnclosedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Those that every browser draws and that hold no program. */
export function isPicture(type: string): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(type);
}

export function pictureId(index: number, address: string): string {
  return `picture-${index + 1}.${address}`;
}

/** @param quote with its introduction on the first line and "> " before the others; '' for none */
export function letterHtml(own: string, quote: string, files: readonly EnclosedFile[], from: string): string {
  const pictures = files.flatMap(({ name, type }, index) =>
    isPicture(type)
      ? [`<div><img src="cid:${escapeHtml(pictureId(index, from))}" alt="${escapeHtml(name)}"><br></div>`]
      : [],
  );
  return `<div dir="auto">${lines(own)}</div>${pictures.join('')}${quotation(quote)}`;
}

function quotation(quote: string): string {
  if (quote === '') return '';
  const [introduction = '', ...quoted] = quote.split('\n');
  const text = quoted.map((line) => line.replace(/^> ?/, '')).join('\n');
  return (
    `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${lines(introduction)}<br></div>` +
    `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${lines(text)}</blockquote></div>`
  );
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>\n');
}
