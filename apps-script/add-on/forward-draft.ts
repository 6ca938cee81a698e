/**
 * "Make it a ticket": a draft that forwards the open mail to the support address.
 *
 * Only the bridge makes tickets. It needs the mail in its own mailbox: the raw bytes in its spool, an outcome in its
 * ledger, a sender whom the mailbox's server vouches for. A row written here would have none of these, and two programs
 * would mint tickets. So the mail travels as any other does: the colleague sends the draft, the bridge takes it in as a
 * mail that a colleague passed on, and the ticket is the participant's. What is sent is what the person saw.
 */
import type { Language } from '../../core/language';
import { readSubject } from '../../core/mail/subject';
import { formatMoment } from '../../core/time/format';
import type { Zone, ZoneOffset } from '../../core/time/instant';
import { addOnWords } from '../../sheet-templates/words/add-on';
import type { DraftWish } from './card';
import { type OpenContent, type OpenMail, type Person, peopleIn } from './open-mail';

/** Gmail takes 25 MB a mail, and base64 makes a file a third larger. */
const MOST_BYTES = 18 * 1024 * 1024;

interface Where {
  readonly support: string;
  readonly language: Language;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

export function forwardDraft(
  mail: OpenMail,
  content: OpenContent,
  sender: Person,
  { support, language, zone, offset }: Where,
): DraftWish {
  const files: number[] = [];
  const left: string[] = [];
  let bytes = 0;
  content.files.forEach((file, place) => {
    if (bytes + file.bytes > MOST_BYTES) {
      left.push(file.name);
      return;
    }
    bytes += file.bytes;
    files.push(place);
  });
  // As Gmail in English writes it, whatever the reader's language: the bridge has to understand it.
  const header = [
    '---------- Forwarded message ---------',
    `From: ${mailboxText(sender)}`,
    `Date: ${formatMoment(mail.at, zone, 'en', offset)}`,
    `Subject: ${oneLine(mail.subject)}`,
    `To: ${peopleIn(mail.to).map(mailboxText).join(', ')}`,
  ];
  const above = left.length === 0 ? [] : [addOnWords(language).mail.leftOut(left.join(', ')), ''];
  return {
    kind: 'new',
    to: support,
    subject: `Fwd: ${readSubject(oneLine(mail.subject)).base}`,
    body: [...above, ...header, '', content.text.replace(/\r\n?/g, '\n').trim(), ''].join('\n'),
    files,
  };
}

function mailboxText({ name, address }: Person): string {
  // A name that holds an address would be read as the sender's.
  const shown = name.includes('@') ? '' : oneLine(name).replace(/[<>"]/g, '');
  return shown === '' ? `<${address}>` : `${shown} <${address}>`;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
