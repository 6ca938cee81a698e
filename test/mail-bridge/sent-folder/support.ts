/** A person answers in the support mailbox's own web mail: the answer lies in the folder of sent mails, and nowhere else. */
import { rm } from 'node:fs/promises';
import type { DeskBench } from '../support/desks';
import { letter } from '../support/letters';

export const JAN = 'jan@people.test';

export const QUESTION = letter({
  from: `Jan Kos <${JAN}>`,
  subject: 'Cannot log in',
  text: 'I cannot log in since Monday.',
  messageId: '<question@people.test>',
});

export interface Answer {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly messageId?: string;
  readonly answers?: string | null;
  readonly headers?: readonly string[];
}

let count = 0;

/** As a web mail files it. */
export function webMail(
  bench: Pick<DeskBench, 'address'>,
  {
    from = `Support <${bench.address}>`,
    to = JAN,
    subject = 'Re: Cannot log in',
    text = 'Please try the new password.',
    messageId,
    answers = '<question@people.test>',
    headers = [],
  }: Answer = {},
): Buffer {
  count += 1;
  const quote =
    '\n\nOn Fri, 20 Nov 2026 at 10:00, Jan Kos <jan@people.test> wrote:\n> I cannot log in since Monday.';
  return letter({
    from,
    to,
    subject,
    text: `${text}${quote}`,
    messageId: messageId ?? `<web-${count}@mail.firm.test>`,
    headers: [...(answers === null ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]), ...headers],
  });
}

export const inSent = (bench: DeskBench, raw: Buffer, at?: Date) =>
  bench.dovecot.deliver(bench.address, raw, 'Sent', at);

export async function emptySent(bench: DeskBench): Promise<void> {
  for (const { folder, file } of await bench.dovecot.mailbox(bench.address)) {
    if (folder === 'Sent') await rm(file);
  }
}

/** The rows of Messages without what never matters here. */
export async function conversation(bench: DeskBench) {
  return (await bench.rows('messages')).map(({ direction, from, text, subject }) => ({
    direction,
    from,
    text,
    subject,
  }));
}

export async function theTicket(bench: DeskBench) {
  return (await bench.row('tickets', ({ requester_email }) => requester_email === JAN)).row;
}

/** Numbers of one day: what was found, and what became of it. */
export async function counts(bench: DeskBench) {
  return (await bench.rows('intake')).map(
    ({
      mailbox,
      new_ticket,
      reply,
      agent_reply,
      loop_stopped,
      automatic,
      duplicate,
      quarantined,
      difference,
    }) => ({
      mailbox,
      new_ticket,
      reply,
      agent_reply,
      loop_stopped,
      automatic,
      duplicate,
      quarantined,
      difference,
    }),
  );
}

export const NO_COUNTS = {
  mailbox: 0,
  new_ticket: 0,
  reply: 0,
  agent_reply: 0,
  loop_stopped: 0,
  automatic: 0,
  duplicate: 0,
  quarantined: 0,
  difference: 0,
};
