/** What the mail server accepted, read by a program that is none of ours. */
import { simpleParser } from 'mailparser';
import type { RecordedMail, RecordingSmtp } from '../../test/bench/recording-smtp';
import type { AcceptedMail } from './evidence';

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
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
  };
}
