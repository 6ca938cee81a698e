/** The words by which a mail is judged: what its sender wrote now, in the subject and the text, and nothing quoted. */
import type { Mail } from './mail';
import type { MailText } from './reply';
import { readSubject } from './subject';

/** @param forwardSpeaks a colleague hands the mail on: the person inside it is the one who asks */
export function ownWords(
  mail: Pick<Mail, 'subject' | 'inReplyTo' | 'references'>,
  { reply, forwarded }: Pick<MailText, 'reply' | 'forwarded'>,
  forwardSpeaks = false,
): string {
  if (forwarded !== null) {
    return forwardSpeaks ? joined(forwarded.subject ?? '', forwarded.text) : (forwarded.message ?? '');
  }
  // The subject of an answer was somebody else's, perhaps months ago.
  return joined(isAnswer(mail) ? '' : mail.subject, reply);
}

/** In the first mail of a matter nothing is a quote that could be cut. */
export function isAnswer(mail: Pick<Mail, 'subject' | 'inReplyTo' | 'references'>): boolean {
  return mail.inReplyTo !== null || mail.references.length > 0 || readSubject(mail.subject).isReply;
}

function joined(subject: string, text: string): string {
  return subject === '' ? text : `${subject}\n\n${text}`;
}
