/** The bytes of an attack. */
import { ATTACK, EVE, type Loot, shown, type Written } from './abuse-cases';
import type { TrainerFirm } from './support/firm';
import { passed, type Results } from './support/servers';

export interface WireMail {
  readonly raw: Buffer;
  readonly from: string;
  readonly to: readonly string[];
  readonly results: Results;
}

let mails = 0;

/** The bytes of it; what the attack leaves out is as in the colleague's own answer. */
export function wireMail(loot: Loot, written: Written): WireMail {
  mails += 1;
  const { people, letter, domain } = loot;
  const {
    from = [shown(people.tom)],
    to = [letter.replyTo],
    cc = [],
    subject = `Re: ${letter.subject}`,
    text = ATTACK,
    answers = letter.messageId,
    headers = [],
    results = passed(domain),
  } = written;
  const lines = [
    ...from.map((value) => `From: ${value}`),
    `To: ${to.join(', ')}`,
    ...(cc.length === 0 ? [] : [`Cc: ${cc.join(', ')}`]),
    `Subject: ${subject}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <attack-${mails}@bad.test>`,
    ...(answers === null ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...text.split('\n'),
    '',
  ];
  return { raw: Buffer.from(lines.join('\r\n')), from: EVE.address, to: [...to, ...cc], results };
}

export const lootOf = (
  { people, support }: TrainerFirm,
  of: Pick<Loot, 'ticketId' | 'participant' | 'letter' | 'receipt' | 'others'>,
): Loot => ({ people, support, domain: support.slice(support.indexOf('@') + 1), ...of });
