/** What the mail server accepted, read by a program that is none of ours. */
import { simpleParser } from 'mailparser';
import type { RecordedMail, RecordingSmtp } from '../../test/bench/recording-smtp';
import type { AcceptedMail } from './evidence';
import { sha256 } from './letters';

const read = new WeakMap<RecordedMail, Omit<AcceptedMail, 'toldNobody'>>();

export async function acceptedMails(smtp: RecordingSmtp): Promise<readonly AcceptedMail[]> {
  const mails: AcceptedMail[] = [];
  for (const mail of smtp.mails) {
    const parsed = read.get(mail) ?? (await parse(mail));
    read.set(mail, parsed);
    mails.push({ ...parsed, toldNobody: mail.toldNobody });
  }
  return mails;
}

async function parse(mail: RecordedMail): Promise<Omit<AcceptedMail, 'toldNobody'>> {
  const parsed = await simpleParser(mail.raw, { skipHtmlToText: true, skipTextToHtml: true });
  return {
    to: mail.to,
    messageId: parsed.messageId ?? '',
    autoSubmitted: String(parsed.headers.get('auto-submitted') ?? ''),
    inReplyTo: parsed.inReplyTo ?? '',
    references: [parsed.references ?? []].flat(),
    answerTo: (parsed.replyTo ?? parsed.from)?.value[0]?.address ?? '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html === false ? '' : parsed.html,
    files: parsed.attachments.map(({ content }) => sha256(content)),
  };
}
