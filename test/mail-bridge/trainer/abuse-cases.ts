/**
 * Mails by which somebody who must not could reach a participant or change a ticket, as they go over the wire. Each is a
 * sound answer of the colleague to our letter, but for one thing.
 */
import type { Letter, Person } from './programs/answering';
import type { ColleagueName } from './support/firm';
import { passed, type Results, SERVER } from './support/servers';

/** What such a mail tries: three cells, and words for the participant. */
export const ATTACK = '#resolved\n#urgent\n#assign Sara\n\nPlease pay to this account instead.';
export const PAY = 'pay to this account';
export const EVE: Person = { name: 'Eve', address: 'eve@bad.test' };

/** What an attacker may have got hold of. */
export interface Loot {
  readonly people: Readonly<Record<ColleagueName, Person>>;
  readonly support: string;
  /** Of the colleagues' own mail. */
  readonly domain: string;
  readonly ticketId: string;
  readonly participant: Person;
  /** Our letter to the colleague whose ticket it is. */
  readonly letter: Letter;
  /** What we told the participant when the question came. */
  readonly receipt: Letter;
  /** Our letter to Lena about somebody else's ticket. */
  readonly others: Letter;
}

export interface Written {
  /** As in the header; several are separate fields. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  /** In-Reply-To; null: it answers nothing. */
  readonly answers?: string | null;
  readonly headers?: readonly string[];
  readonly results?: Results;
}

export interface Attack {
  readonly what: string;
  /** Whose ticket it is; Tom's unless said otherwise. */
  readonly ticketOf?: ColleagueName;
  /** What became of the ticket since the letter went out. */
  readonly since?: 'given-to-lena' | 'given-to-nobody' | 'spam';
  readonly mail: (loot: Loot) => Written;
}

export const shown = ({ name, address }: Person): string => `${name} <${address}>`;
const eve = { from: [shown(EVE)], results: passed('bad.test') } as const;
/** From outside, with a DMARC pass of its own domain. */
const outside = (address: string, name = 'Tom Wrona'): Written => ({
  from: [`${name} <${address}>`],
  results: passed(address.slice(address.indexOf('@') + 1)),
});
const forged = (address: string): string => address.replace(/\.[a-z2-7]{16}@/, '.aaaaaaaaaaaaaaaa@');
const gmailQuote = ({ replyTo, text }: Letter): string =>
  `\n\nOn Mon, 23 Nov 2026 at 10:41, Anna via Firm <${replyTo}> wrote:\n\n${text.replace(/^/gm, '> ')}\n> #resolved\n> ${PAY}`;

const WHO_WRITES: readonly Attack[] = [
  { what: 'a stranger who got hold of the colleague’s signed address', mail: () => eve },
  { what: 'a stranger in the colleague’s name', mail: () => outside(EVE.address) },
  {
    what: 'a stranger with the colleague’s address as a name',
    mail: ({ people }) => ({ ...eve, from: [`"${people.tom.address}" <${EVE.address}>`] }),
  },
  { what: 'a stranger whom nobody vouches for', mail: () => ({ ...eve, results: null }) },
  { what: 'a stranger with our Message-ID', mail: ({ support }) => ({ ...eve, to: [support] }) },
  { what: 'a look-alike domain', mail: ({ domain }) => outside(`tom@${domain}.bad.test`) },
  { what: 'a look-alike domain in other letters', mail: () => outside('tom@xn--frm1-bpa.test') },
  { what: 'a sub-domain of the firm’s', mail: ({ domain }) => outside(`tom@mail.${domain}`) },
  { what: 'the colleague’s name with a tag', mail: ({ domain }) => outside(`tom+x@${domain}`) },
  { what: 'an address that the colleague has not confirmed', mail: () => outside('tom.wrona@post.test') },
  {
    what: 'the participant with the colleague’s address',
    mail: ({ participant }) => outside(participant.address, participant.name),
  },
  {
    what: 'the participant with commands, in answer to our receipt',
    mail: ({ participant, receipt }) => ({
      ...outside(participant.address, participant.name),
      to: [receipt.replyTo],
      answers: receipt.messageId,
    }),
  },
  {
    what: 'the participant in the colleague’s name',
    mail: ({ participant }) => outside(participant.address),
  },
  {
    what: 'somebody who was in copy of the question',
    mail: ({ participant }) => outside(`boss.${participant.address}`, 'Boss'),
  },
  {
    what: 'a colleague who has left since',
    ticketOf: 'ola',
    mail: ({ people }) => outside(people.ola.address),
  },
  {
    what: 'a colleague who has left, by another’s address',
    mail: ({ people }) => outside(people.ola.address),
  },
  { what: 'another colleague by this one’s address', mail: ({ people }) => outside(people.lena.address) },
  {
    what: 'a colleague of every right by this one’s address',
    mail: ({ people }) => outside(people.sara.address),
  },
  { what: 'the mailbox itself', mail: ({ support }) => outside(support, 'Firm') },
  { what: 'nobody at all', mail: ({ domain }) => ({ from: [], results: passed(domain) }) },
];

const WHO_VOUCHES: readonly Attack[] = [
  { what: 'no authentication', mail: () => ({ results: null }) },
  { what: 'a DMARC failure', mail: ({ domain }) => ({ results: `dmarc=fail header.from=${domain}` }) },
  {
    what: 'SPF of the envelope alone',
    mail: ({ people }) => ({ results: `spf=pass smtp.mailfrom=${people.tom.address}` }),
  },
  { what: 'DKIM of another domain', mail: () => ({ results: 'dkim=pass header.d=bad.test' }) },
  { what: 'DMARC of another domain', mail: () => ({ results: passed('bad.test') }) },
  {
    what: 'another server’s word',
    mail: ({ domain }) => ({
      results: null,
      headers: [`Authentication-Results: mx.bad.test; ${passed(domain)}`],
    }),
  },
  {
    what: 'our server’s word as the sender wrote it, below the true one',
    mail: ({ domain }) => ({
      results: `dmarc=fail header.from=${domain}`,
      headers: [`Authentication-Results: ${SERVER}; ${passed(domain)}`],
    }),
  },
  {
    what: 'our server’s word below foreign hosts',
    mail: ({ domain }) => ({
      results: null,
      headers: [
        ...['a', 'b', 'c', 'd'].map(
          (host) => `Received: from ${host}.bad.test by mx.bad.test; Mon, 23 Nov 2026 09:00:00 +0000`,
        ),
        `Authentication-Results: ${SERVER}; ${passed(domain)}`,
      ],
    }),
  },
  {
    what: 'our server’s word in a comment',
    mail: ({ domain }) => ({ results: `spf=fail (${passed(domain)})` }),
  },
];

const WHOM_FROM_NAMES: readonly Attack[] = [
  { what: 'two From headers', mail: ({ people }) => ({ from: [shown(people.tom), shown(EVE)] }) },
  {
    what: 'two From headers, the stranger’s first',
    mail: ({ people }) => ({ from: [shown(EVE), shown(people.tom)] }),
  },
  {
    what: 'two mailboxes in From',
    mail: ({ people }) => ({ from: [`${shown(people.tom)}, ${shown(EVE)}`] }),
  },
  {
    what: 'an encoded word as the address',
    mail: ({ domain }) => ({ from: [`=?utf-8?q?tom=40${domain.replace('.', '=2E')}?=`] }),
  },
  {
    what: 'an encoded word before the stranger’s address',
    mail: ({ domain }) => ({
      ...eve,
      from: [`=?utf-8?q?tom=40${domain.replace('.', '=2E')}?= <${EVE.address}>`],
    }),
  },
  { what: 'a group in From', mail: ({ people }) => ({ from: [`Team: ${people.tom.address};`] }) },
  {
    what: 'two addresses in one',
    mail: ({ people }) => ({
      from: [`<${people.tom.address}> <${EVE.address}>`],
      results: passed('bad.test'),
    }),
  },
  {
    what: 'the colleague in Sender and Reply-To only',
    mail: ({ people }) => ({
      ...eve,
      headers: [`Sender: ${people.tom.address}`, `Reply-To: ${people.tom.address}`],
    }),
  },
];

const WHAT_IS_SIGNED: readonly Attack[] = [
  { what: 'a forged address', mail: ({ letter }) => ({ to: [forged(letter.replyTo)], answers: null }) },
  {
    what: 'a forged Message-ID',
    mail: ({ letter, support }) => ({ to: [support], answers: forged(letter.messageId) }),
  },
  {
    what: 'a signed address with another ticket put in',
    mail: ({ others, ticketId }) => ({
      to: [others.replyTo.replace(/\+a\.t-[0-9a-z]+/, `+a.${ticketId.toLowerCase()}`)],
      answers: null,
    }),
  },
  { what: 'an address signed for another colleague', ticketOf: 'lena', mail: () => ({}) },
  {
    what: 'a Message-ID signed for another colleague',
    ticketOf: 'lena',
    mail: ({ support }) => ({ to: [support] }),
  },
  {
    what: 'the participant’s address in a colleague’s hands',
    mail: ({ receipt }) => ({ to: [receipt.replyTo], answers: null }),
  },
  {
    what: 'the participant’s Message-ID in a colleague’s hands',
    mail: ({ receipt, support }) => ({ to: [support], answers: receipt.messageId }),
  },
  {
    what: 'the participant’s signature in a colleague’s address',
    mail: ({ receipt }) => ({ to: [receipt.replyTo.replace('+t.', '+a.')], answers: null }),
  },
  {
    what: 'the ticket’s number in the subject alone',
    mail: ({ support }) => ({ to: [support], answers: null }),
  },
];

const ROBOTS: readonly Attack[] = [
  { what: 'an automatic answer with commands', mail: () => ({ headers: ['Auto-Submitted: auto-replied'] }) },
  {
    what: 'an out-of-office in a stranger’s hands',
    mail: () => ({ ...eve, headers: ['Auto-Submitted: auto-replied (vacation)'] }),
  },
  { what: 'a mail of a list', mail: ({ domain }) => ({ headers: [`List-Id: <team.${domain}>`] }) },
  { what: 'a mass mail', mail: () => ({ headers: ['Precedence: bulk'] }) },
  {
    what: 'a bounce that encloses an answer',
    mail: ({ domain }) => ({
      ...outside(`mailer-daemon@${domain}`, 'Mail Delivery System'),
      subject: 'Undelivered Mail Returned to Sender',
    }),
  },
];

const WHAT_IS_SAID: readonly Attack[] = [
  { what: 'commands in the quote alone', mail: ({ letter }) => ({ text: gmailQuote(letter) }) },
  {
    what: 'our letter sent back as it was',
    mail: ({ letter }) => ({ text: `${letter.text}\n#resolved\n${PAY}` }),
  },
  {
    what: 'a slip in the command that keeps words from the participant',
    mail: () => ({ text: `#notte\n${PAY}` }),
  },
  { what: 'a note below the words', mail: () => ({ text: `${PAY}\n\n#note she is impossible` }) },
  { what: 'a note and a template', mail: () => ({ text: `#note\n#template reply\n${PAY}` }) },
  { what: 'a command beside one that is none', mail: () => ({ text: `#resolved\n#foo\n${PAY}` }) },
  { what: '#send with nothing held', mail: () => ({ text: `#send\n#resolved` }) },
  { what: '#send in a stranger’s hands', mail: () => ({ ...eve, text: `#send\n${PAY}` }) },
  {
    what: 'a copy of what was written to a vendor',
    mail: ({ letter }) => ({ to: ['help@vendor.test'], cc: [letter.replyTo] }),
  },
];

const WHICH_TICKET: readonly Attack[] = [
  { what: 'a ticket that was given to another colleague since', since: 'given-to-lena', mail: () => ({}) },
  { what: 'a ticket that was taken from the colleague since', since: 'given-to-nobody', mail: () => ({}) },
  { what: 'a ticket that somebody has called spam', since: 'spam', mail: () => ({}) },
];

export const EVERY_ATTACK: readonly Attack[] = [
  ...WHO_WRITES,
  ...WHO_VOUCHES,
  ...WHOM_FROM_NAMES,
  ...WHAT_IS_SIGNED,
  ...ROBOTS,
  ...WHAT_IS_SAID,
  ...WHICH_TICKET,
];
