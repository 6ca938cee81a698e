/** Everything that is read out of the text of one mail: the whole text, the sender's own words, what was passed on. */
import { cutText } from './clean-text';
import type { ForwardedMail } from './forward';
import { readForward } from './forward';
import type { DetectedLanguage } from './language';
import { detectLanguage } from './language';
import type { Mail } from './mail';
import { HOLDS_QUOTE_MARKUP, splitMarked } from './quote-marks';
import type { TrimOptions } from './trim-reply';
import { trimReply } from './trim-reply';

export interface MailText {
  /** The whole text as a reader sees it. */
  readonly text: string;
  /** The sender's own words. */
  readonly reply: string;
  readonly quoted: string;
  readonly signature: string;
  readonly untrimmed: boolean;
  readonly forwarded: ForwardedMail | null;
  readonly language: DetectedLanguage | null;
}

export function readText(mail: Mail, options: TrimOptions = {}): MailText {
  const plainIsWhole = isWholeText(mail);
  const text = plainIsWhole ? mail.text.trim() : mail.htmlAsText;
  const forwarded = readForward(mail.subject, text) ?? enclosedForward(mail, text);
  const trimmed =
    forwarded === null
      ? trimBest(mail, plainIsWhole, options)
      : { reply: text, quoted: '', signature: '', untrimmed: true };
  const words = trimmed.reply !== '' ? trimmed.reply : text;
  return { text, ...trimmed, forwarded, language: detectLanguage(words) ?? detectLanguage(text) };
}

/** A mail handed on as an enclosed file (message/rfc822). */
function enclosedForward(mail: Mail, text: string): ForwardedMail | null {
  const [only] = mail.embedded;
  if (only === undefined || mail.embedded.length > 1 || mail.reports.length > 0 || only.from === null)
    return null;
  return {
    from: only.from,
    subject: only.subject,
    text: only.text,
    message: text.trim() === '' ? null : text,
  };
}

type Trimmed = Pick<MailText, 'reply' | 'quoted' | 'signature' | 'untrimmed'>;

function trimBest(mail: Mail, plainIsWhole: boolean, options: TrimOptions): Trimmed {
  // Nothing of a first mail is a quote that could be cut, however it is marked.
  if (options.firstMessage === true) return trimReply(plainIsWhole ? mail.text : mail.htmlAsText, options);
  const plain = plainIsWhole ? trimReply(mail.text, options) : null;
  if (mail.html === '') return plain ?? trimReply('', options);
  // The plain form was trimmed, or nothing in the HTML says that there is anything to trim: no need to convert.
  if (plain !== null && (plain.quoted !== '' || !HOLDS_QUOTE_MARKUP.test(mail.html))) return plain;
  const parts = splitMarked(mail.htmlMarked);
  if (parts.own === '') return plain ?? trimReply(mail.htmlAsText, options);
  // Signatures in HTML are marked by their programs; what is not marked was written by hand.
  const trimmed = trimReply(parts.own, { ...options, keepSignature: true });
  const quoted = [trimmed.quoted, parts.quoted].filter((part) => part !== '').join('\n\n');
  const signature = [trimmed.signature, parts.signature].filter((part) => part !== '').join('\n');
  if (plain !== null && quoted === '' && signature === '') return plain;
  return { reply: indented(trimmed.reply), quoted, signature, untrimmed: quoted === '' && signature === '' };
}

/** Passages of others that the sender left between his own words: set in, as the HTML showed them. */
function indented(reply: string): string {
  return reply.replace(/^(?:> ?)+/gm, (signs) => '    '.repeat(signs.replace(/ /g, '').length));
}

/** Some programs send a plain part that only says "please use an HTML reader". */
function isWholeText(mail: Mail): boolean {
  const plain = mail.text.trim();
  if (mail.html === '') return true;
  if (plain === '') return false;
  if (plain.length > 400) return true;
  // Cheap: what stands between tags. A plain part with less than a third of it is a stand-in.
  const letters = cutText(mail.html, 200_000)
    .replace(
      /<(style|script|head|title)\b[\s\S]*?(?:<\/\1>|$)|<!--[\s\S]*?(?:-->|$)|<[^<>]*>|&[a-z#\d]+;/gi,
      ' ',
    )
    .replace(/\s+/g, '').length;
  return plain.replace(/\s+/g, '').length * 3 >= letters || letters < 80;
}
