/**
 * How mail programs mark the mail they answer within HTML, as CSS selectors; and the marks that stand for them once
 * the HTML has become text. One conversion so serves both the whole text (unmarked) and the answer alone.
 *
 * Sources: the markup of the clients themselves; FreeScout app/Misc/Mail.php, Discourse Email::HtmlCleaner and
 * Mailspring quoted-html-transformer list the same names.
 */
import { tidyLines } from './clean-text';
import { readLabel } from './header-labels';

/** Private-use signs: no text of a mail holds them, because the converter removes them first. */
export const QUOTE_BEGIN = '\ue000';
export const QUOTE_END = '\ue001';
export const CUT = '\ue002';
export const SIGNATURE_BEGIN = '\ue003';
export const SIGNATURE_END = '\ue004';
export const ANY_MARK = /[\ue000-\ue004]/;
const ALL_MARKS = /[\ue000-\ue004]/g;

/** The element holds the quoted mail. */
export const QUOTE_SELECTORS: readonly string[] = [
  'div#reply-intro',
  'p#reply-intro',
  'blockquote.gmail_quote',
  'blockquote[type="cite"]',
  'div.moz-cite-prefix',
  'div.protonmail_quote',
  'div.yahoo_quoted',
  'div[id*="yahoo_quoted"]',
  'div.yahoo-quoted-begin',
  'div[name="quote"]',
  'div#mail-editor-reference-message-container',
  'div[name="messageReplySection"]',
  'blockquote[name="messageReplySection"]',
  'div.zmail_extra',
  'blockquote.iwcQuote',
  'div.tutanota_quote',
  'blockquote.tutanota_quote',
  'div.mailcontainer-quote',
  'div.mail_quote',
  'div.replyquote',
  'blockquote.mori',
  'div.quote-container',
  'div[data-rowdesk="quote"]',
  'blockquote#replyBlockquote',
  'blockquote.reply_quote',
  'div#oriMsgHtmlSeperator',
  'div.ms-outlook-mobile-reference-message',
  'blockquote.ms-quote',
  'div.freemail-quote',
  'div.wp_quote',
  'div.onet-quote',
  'div.nh_extra',
  'blockquote.nh_quote',
  'blockquote.spark_quote',
  'blockquote.iosymail',
  'div.skiff_quote',
  'blockquote[data-skiff-mail]',
  'blockquote.zmail_extra',
  'blockquote.yahoo_quoted',
  'blockquote.cite',
  'div.gmail_chip',
];

/**
 * The element holds the quoted mail up to the end of its first blockquote. What follows there was written between the
 * lines: Gmail puts such answers beside the pieces of the blockquote, within the same element.
 */
export const SPLIT_QUOTE_SELECTORS: readonly string[] = ['div.gmail_quote', 'div.gmail_quote_container'];

/** From this element on, everything is the quoted mail. */
export const CUT_SELECTORS: readonly string[] = [
  'div#appendonsend',
  'div#divRplyFwdMsg',
  'hr#stopSpelling',
  'hr#zwchr',
  'hr[data-marker="__DIVIDER__"]',
  'hr#replySplit',
  'hr#msg-border',
  'div#OLK_SRC_BODY_SECTION',
  'span#OLK_SRC_BODY_SECTION',
  'div#x_divRplyFwdMsg',
  'div.mailrunet_quote',
  'div.mail-quote-collapse',
  'div#isForwardContent',
  'div#ymail_android_signature_quote',
  'div.ms-outlook-ios-reference-expand',
];

/** The element holds a signature. */
export const SIGNATURE_SELECTORS: readonly string[] = [
  'div.gmail_signature',
  'span.gmail_signature_prefix',
  'div.moz-signature',
  'pre.moz-signature',
  'div#Signature',
  'div#signature',
  'div#composer_signature',
  'div#ms-outlook-mobile-signature',
  'table#Signature',
  'div#ymail_android_signature',
  'a#ymail_android_signature',
  'div.protonmail_signature_block',
  'div#AppleMailSignature',
  'div#iosymail_signature',
  'div[name="messageSignatureSection"]',
  'div.mobile-signature',
  'div.tutanota_signature',
  'div#zmail_signature',
];

/** Does the HTML hold any of the marks above? A cheap look before the dear conversion. */
export const HOLDS_QUOTE_MARKUP =
  /<blockquote|gmail_(?:quote|extra)|yahoo_quoted|protonmail_quote|divRplyFwdMsg|appendonsend|OLK_SRC_BODY|stopSpelling|zwchr|messageReplySection|reference-message|cite-prefix|border-top:\s*solid|nh_extra|spark_quote|skiff|zmail_extra|reply-intro|replySplit|name=["']?quote|data-rowdesk/i;

export function withoutMarks(marked: string): string {
  return ANY_MARK.test(marked) ? tidyLines(withoutMarkSigns(marked)) : marked;
}

export interface UnmarkedReply {
  readonly own: string;
  readonly quoted: string;
  readonly signature: string;
}

/** Forwards are quotes too, but they are what the mail is about. */
const FORWARD_IN_QUOTE =
  /^[\s>]*(?:[-–—_*=]{2,}\s*)?(?:begin )?(?:forwarded message|original message forwarded|przekazana wiadomo|wiadomość przekazana|початок перенаправленого|переслане повідомлення|перенаправлене|пересылаемое|пересланное|пересылка|fwd:|weitergeleitete|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada)/i;

/**
 * Takes the marked stretches out of the text. Quotes within quotes go with the outer one; when the outer one holds
 * everything (an answer written between the lines of a Gmail quote), the inner ones are the quotes.
 */
export function splitMarked(marked: string): UnmarkedReply {
  if (!ANY_MARK.test(marked)) return { own: marked, quoted: '', signature: '' };
  const outer = splitBelow(marked, 0);
  if (outer.own !== '' || outer.quoted === '') return outer;
  const inner = splitBelow(marked, 1);
  return inner.quoted === '' ? outer : inner;
}

interface Stretches {
  own: string;
  quoted: string;
  signature: string;
}

/** @param level how many quotes deep the sender's own words lie */
function splitBelow(marked: string, level: number): UnmarkedReply {
  const out: Stretches = { own: '', quoted: '', signature: '' };
  let depth = 0;
  let inSignature = 0;
  let isCut = false;
  let at = 0;
  const put = (stretch: string): void => {
    if (depth > level) out.quoted += stretch;
    else if (inSignature > 0) out.signature += stretch;
    else out.own += stretch;
  };
  for (const match of marked.matchAll(ALL_MARKS)) {
    const stretch = marked.slice(at, match.index);
    // Old Gmail leaves the delimiter outside of the element that it marks as the signature.
    put(match[0] === SIGNATURE_BEGIN ? stretch.replace(/\n--\s{0,20}$/, '\n') : stretch);
    at = match.index + 1;
    if (match[0] === QUOTE_BEGIN) {
      if (depth === level && beginsForward(marked, at)) {
        return { ...out, own: tidyLines(out.own + withoutMarkSigns(marked.slice(at))) };
      }
      depth++;
      // What is left of a quote between own words, so that the attribution above it is known as one.
      if (depth === level + 1 && level > 0) out.own += '\n> …\n';
    } else if (match[0] === QUOTE_END) depth = Math.max(0, depth - 1);
    else if (match[0] === SIGNATURE_BEGIN && depth <= level) inSignature++;
    else if (match[0] === SIGNATURE_END && depth <= level) inSignature = Math.max(0, inSignature - 1);
    else if (match[0] === CUT && depth <= level && tidyLines(out.own) !== '') {
      isCut = true;
      break;
    }
  }
  const rest = withoutMarkSigns(marked.slice(at));
  if (isCut) out.quoted += rest;
  else put(rest);
  const kept = tidyLines(out.own);
  return {
    own: (isCut ? withoutLastLabel(kept) : kept).trimEnd(),
    quoted: tidyLines(out.quoted),
    signature: tidyLines(out.signature),
  };
}

const withoutMarkSigns = (text: string): string => text.replace(ALL_MARKS, '');

function beginsForward(marked: string, at: number): boolean {
  return FORWARD_IN_QUOTE.test(withoutMarkSigns(marked.slice(at, at + 200)));
}

/** The first line of the quoted header stands before the element that Outlook for Mac marks. */
function withoutLastLabel(own: string): string {
  const lastLine = own.slice(own.lastIndexOf('\n') + 1);
  return readLabel(lastLine)?.kind === 'from' ? own.slice(0, own.length - lastLine.length) : own;
}
