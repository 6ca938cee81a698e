/** What went out, from the outbox book: each mail is told once, reminders of one kind together. */
import type { BookedMail } from '../../mail-bridge/outbox/outbox-book';
import type { News, ToldWhy } from '../page/protocol';

export interface MailNewsContext {
  readonly nameOf: (address: string) => string;
  readonly courseOf: (sessionId: string) => string;
}

/** Letters to a colleague about an answer by mail, by their templates. */
const TOLD_BY: Readonly<Record<string, ToldWhy>> = {
  answer_held: 'held',
  commands_help: 'help',
  command_refused: 'refused',
  mail_disbelieved: 'disbelieved',
  confirm_address: 'address',
};

/** @param told keys of what was told before; what is told now is added */
export function mailNews(items: Iterable<BookedMail>, told: Set<string>, context: MailNewsContext): News[] {
  const news: News[] = [];
  const reminders = new Map<string, { template: string; course: string; count: number }>();
  for (const { mail, state, shown, answer } of items) {
    const why = TOLD_BY[mail.template];
    // Until the Sheet shows it, more mails of the same round may follow.
    if (!shown || told.has(mail.key) || (state !== 'sent' && state !== 'failed')) continue;
    told.add(mail.key);
    const who = context.nameOf(mail.to);
    if (state === 'failed') news.push({ kind: 'unsent', who, why: answer });
    else if (mail.kind === 'reminder') {
      const course = context.courseOf(mail.sessionId);
      const group = reminders.get(`${mail.template} ${course}`) ?? {
        template: mail.template,
        course,
        count: 0,
      };
      reminders.set(`${mail.template} ${course}`, { ...group, count: group.count + 1 });
    } else if (
      mail.ticketId !== null &&
      mail.kind === 'acknowledgement' &&
      mail.template !== 'status_answer'
    ) {
      news.push({ kind: 'acknowledged', id: mail.ticketId, who });
    } else if (mail.ticketId !== null && mail.kind === 'assignment') {
      news.push({ kind: 'asked', id: mail.ticketId, who });
    } else if (mail.ticketId !== null && why !== undefined) {
      news.push({ kind: 'told', id: mail.ticketId, who, why });
    } else if (mail.ticketId !== null && (mail.kind === 'reply' || mail.kind === 'resolved')) {
      news.push({ kind: 'answered', id: mail.ticketId, who });
    }
  }
  return [...news, ...[...reminders.values()].map((group): News => ({ kind: 'reminded', ...group }))];
}
