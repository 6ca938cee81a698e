/** What a mail is to the rules, once bytes, encodings and MIME are behind us. Plain data, made by mail-bridge/mime. */

export interface Mailbox {
  /** addr-spec with its domain in lower case; an internationalised domain stays in its `xn--` form. */
  readonly address: string;
  /** Decoded, cleaned, without its quotes; '' when there is none. */
  readonly name: string;
}

/** Why a From header cannot vouch for anybody. */
export type FromProblem =
  | 'missing'
  | 'more-than-one-header'
  | 'more-than-one-mailbox'
  | 'group'
  | 'no-address'
  | 'encoded-word-in-address'
  | 'malformed-address'
  | 'control-characters'
  | 'name-shows-another-address'
  | 'mixed-scripts';

export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, RFC 2047 words not decoded. */
  readonly value: string;
}

export interface Attachment {
  readonly filename: string;
  /** media type, lower case, such as `application/pdf` */
  readonly type: string;
  readonly size: number;
  /** hex digest of the decoded bytes */
  readonly sha256: string;
  /** without angle brackets */
  readonly contentId: string | null;
  /** Shown within the text (an image of a signature), not handed over as a file. */
  readonly inline: boolean;
}

/** A message/rfc822, message/global or text/rfc822-headers part. */
export interface EmbeddedMessage {
  readonly headers: readonly HeaderField[];
  readonly messageId: string | null;
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  /** The beginning of its own text, '' when only headers were enclosed. */
  readonly text: string;
}

/** One message/delivery-status (RFC 3464), message/disposition-notification or message/feedback-report part. */
export interface ReportPart {
  readonly kind: 'delivery-status' | 'disposition-notification' | 'feedback-report';
  /** Blocks of fields between empty lines: the first is about the message, the others about one recipient each. */
  readonly blocks: readonly (readonly HeaderField[])[];
}

export interface MailWarning {
  readonly code:
    | 'unreadable'
    | 'headers-cut'
    | 'parts-cut'
    | 'nesting-cut'
    | 'text-cut'
    | 'html-cut'
    | 'malformed-header'
    | 'malformed-part'
    | 'charset-guessed'
    | 'charset-unknown'
    | 'damaged-characters'
    | 'from'
    | 'no-message-id'
    | 'no-date'
    | 'winmail';
  /** A sentence for people. */
  readonly text: string;
}

export interface Mail {
  /** `<left@right>`, or `<sha256@missing.invalid>` made from the raw bytes when there is none. */
  readonly messageId: string;
  readonly messageIdMissing: boolean;
  readonly inReplyTo: string | null;
  /** Oldest first. */
  readonly references: readonly string[];
  /** The one to show. Trust it only when fromProblems is empty and core/mail/trust agrees. */
  readonly from: Mailbox | null;
  readonly fromProblems: readonly FromProblem[];
  /** Where answers should go, never who wrote. */
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** One clean line. */
  readonly subject: string;
  /** Milliseconds of the Date header, null when missing or unreadable. Never an identity: senders choose it. */
  readonly date: number | null;
  /** All of the message's own header fields, in order. */
  readonly headers: readonly HeaderField[];
  /** The text/plain body, '' when there is none. */
  readonly text: string;
  /** The text/html body as it came: never to be shown without mail-bridge/mime/safe-html. */
  readonly html: string;
  /** The HTML body as text, its quotes still in place. Made on first use. */
  readonly htmlAsText: string;
  /** The same with the signs of quote-marks around quotes and signatures. */
  readonly htmlMarked: string;
  readonly attachments: readonly Attachment[];
  readonly reports: readonly ReportPart[];
  readonly embedded: readonly EmbeddedMessage[];
  /** The text of the first text/calendar part. */
  readonly calendar: string | null;
  readonly contentType: ContentField;
  readonly sizeBytes: number;
  readonly warnings: readonly MailWarning[];
}

/** A structured header such as Content-Type: `type` and parameters in lower-case names. */
export interface ContentField {
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
}

/** All values of one header, in order. */
export function headerValues(headers: readonly HeaderField[], name: string): string[] {
  const values: string[] = [];
  for (const field of headers) if (field.name === name) values.push(field.value);
  return values;
}

export function headerValue(headers: readonly HeaderField[], name: string): string | null {
  return headers.find((field) => field.name === name)?.value ?? null;
}
