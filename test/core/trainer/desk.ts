/** A small firm, and the mails that its colleagues write, read by the very rules that read them in the bridge. */
import { createHmac } from 'node:crypto';
import { readTeam } from '../../../core/assignment/colleagues';
import { addressKey, readFrom } from '../../../core/mail/addresses';
import type { Mail } from '../../../core/mail/mail';
import { type Mac, signAgentAddress, signAgentMessageId } from '../../../core/mail/signed-id';
import { ticketTokens } from '../../../core/mail/subject';
import { judgeTrust } from '../../../core/mail/trust';
import { understandMail } from '../../../core/mail/understanding';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { dayNumber, parseDay } from '../../../core/time/civil';
import { instant } from '../../../core/time/instant';
import { readAgents } from '../../../core/trainer/agents';
import { askedOf } from '../../../core/trainer/asked';
import type { KnownTemplate } from '../../../core/trainer/commands';
import { type DirectTicket, readDirectMail } from '../../../core/trainer/direct-mail';
import { readTrainerMail } from '../../../core/trainer/trainer-mail';
import type { SpokenOf, TrainerMailInput } from '../../../core/trainer/trainer-mail-input';
import type { Agent, TrainerMail } from '../../../core/trainer/trainer-mail-types';
import type { Row } from '../../../core/workbook/rows';
import { choiceWord } from '../../../sheet-templates/labels';
import { mailOf } from '../mail/mail-of';

export const OWN = 'support@firm.test';
export const SERVER = 'mx.firm.test';
export const WORKBOOK = '1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1uV2wX3yZ4aB5c';

export const mac =
  (secret: string): Mac =>
  (text) =>
    createHmac('sha256', secret).update(text).digest();
export const KEYS = [mac('the key'), mac('the key before')];

export const TOM: Agent = { email: 'tom@firm.test', name: 'Tom Wrona' };
export const LENA: Agent = { email: 'lena@firm.test', name: 'Lena Zięba' };
export const SARA: Agent = { email: 'sara@firm.test', name: 'Sara Kos' };
export const OLA: Agent = { email: 'ola@firm.test', name: 'Ola Sikora' };

export const member = (
  { email, name }: Agent,
  role: string,
  more: Partial<Row<'team'>> = {},
): Row<'team'> => ({
  name,
  email,
  other_emails: [],
  role,
  languages: [],
  skills: [],
  absent_from: null,
  absent_until: null,
  substitute: '',
  max_open: null,
  open_tickets: null,
  active: true,
  ...more,
});

export const TEAM: readonly Row<'team'>[] = [
  member(TOM, 'trainer', { other_emails: ['tom.wrona@post.test'], substitute: 'Sara' }),
  member(LENA, 'trainer'),
  member(SARA, 'support'),
  member(OLA, 'trainer', { active: false, other_emails: ['ola@post.test'] }),
];

/** A Monday. */
export const TODAY = parseDay('2026-11-23') ?? dayNumber(0);
export const NOW = instant(Date.UTC(2026, 10, 23, 10, 0));

export const ANNA = 'anna@client.test';
export const T = 'T-7K3Q9' as TicketId;
export const OTHER = 'T-ABCDE' as TicketId;

const TICKET: SpokenOf = {
  id: T,
  mergedRequester: null,
  status: 'open',
  requester: ANNA,
  participants: new Set([ANNA, 'boss@client.test']),
  assignee: 'Tom',
  session: null,
  given: [],
  held: [],
};

export const TEMPLATES: readonly KnownTemplate[] = [
  { key: 'reply', needsWords: true },
  { key: 'zoom_link', needsWords: false },
  { key: 'certificate', needsWords: false },
];

export interface Letter {
  /** Raw From headers. */
  readonly from?: string | readonly string[];
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  /** What the mailbox's own server says: an Authentication-Results header without its name; null: nothing. */
  readonly results?: string | null;
  readonly headers?: readonly (readonly [string, string])[];
  readonly inReplyTo?: string | null;
  readonly references?: readonly string[];
  readonly date?: number | null;
  readonly mail?: Partial<Mail>;
}

export interface Story {
  readonly team?: readonly Row<'team'>[];
  /** Besides or instead of T and OTHER, by the number that the mail names. */
  readonly tickets?: Readonly<Record<string, Partial<SpokenOf>>>;
  /** One of our own mails, by the sign that it bears. */
  readonly madeByUs?: 'message-id' | 'loop-mark';
  /** Which ticket a mail belongs to, by its Message-ID. */
  readonly mails?: Readonly<Record<string, TicketId>>;
  /** Which ticket waits for a mail, by its Message-ID. */
  readonly awaited?: Readonly<Record<string, TicketId>>;
  readonly input?: Partial<TrainerMailInput>;
}

export const addressOf = (ticket: TicketId, agent: Agent): string =>
  signAgentAddress(OWN, ticket, agent.email, KEYS);
export const idOf = (ticket: TicketId, agent: Agent): string =>
  signAgentMessageId(ticket, 'turn-1', agent.email, 'firm.test', KEYS);

/** As the mailbox's own server writes it for mail of that domain. */
export const passed = (domain: string): string => `${SERVER}; dmarc=pass header.from=${domain}`;

/** The mail that our letter to a colleague comes back as, with Gmail's quote below. */
export const gmailQuote = (to: string = addressOf(T, TOM)): string =>
  [
    '',
    `On Mon, 23 Nov 2026 at 10:41, Anna Nowak via Firma <${to}> wrote:`,
    '',
    '> ##- Please reply above this line -##',
    '>',
    '> Anna Nowak wrote:',
    '> I cannot log in. #resolved #note',
    '>',
    '> #note your words stay with the team',
    '> #resolved the matter is settled',
    '> https://docs.sheet.test/d/secret#row=7',
  ].join('\n');

/** Tom's answer to our mail about T, unless something else is said. */
export function read(letter: Letter, story: Story = {}): TrainerMail {
  const mail = mailFrom(letter, story);
  const agents = readAgents(story.team ?? TEAM);
  const trust = judgeTrust(mail, { authservIds: [SERVER] });
  const isColleague = trust.trusted && agents.at(mail.from?.address ?? '') !== null;
  const understood = understandMail(
    mail,
    {
      ownAddresses: [OWN],
      ownMessageId: () => story.madeByUs === 'message-id',
      ownLoopMark: () => story.madeByUs === 'loop-mark',
    },
    { byColleague: isColleague },
  );
  const asked = askedOf(mail, { agents: agents.all, keys: KEYS });
  const named = asked?.ticket ?? ticketTokens(mail.subject)[0] ?? null;
  return readTrainerMail({
    incoming: {
      mail,
      classification: understood.classification,
      words: understood.text.reply,
      fullText: understood.text.text,
      forwardedFrom: understood.handedOnFrom,
      receivedAt: NOW,
    },
    trust,
    asked,
    direct: readDirectMail(mail, {
      own: [OWN],
      isColleague: (address) => agents.at(address) !== null,
      ownMessageId: () => false,
      keys: KEYS,
      known: {
        ticketOfMessageId: (id) => story.mails?.[id] ?? null,
        ticketAwaiting: (id) => story.awaited?.[id] ?? null,
        ticketsOfSubject: () => [],
        goesOnIn: (id) => story.tickets?.[id]?.id ?? id,
      },
      ticket: (id) => directTicket(id, story),
      sentAt: NOW,
      asked,
    }),
    askedAt: null,
    toldAt: null,
    question: null,
    ticket: named === null ? null : ticketOf(named, story),
    own: [OWN],
    spreadsheetId: WORKBOOK,
    agents,
    team: readTeam(story.team ?? TEAM, TODAY, () => null),
    templates: TEMPLATES,
    readChoice: choiceWord,
    today: TODAY,
    ...story.input,
  });
}

function directTicket(id: TicketId, story: Story): DirectTicket | null {
  const ticket = ticketOf(id, story);
  if (ticket === null) return null;
  const { requester, participants } = ticket;
  return { requesterEmail: requester, participants, createdAt: instant(NOW - 3_600_000) };
}

function ticketOf(id: TicketId, { tickets = {} }: Story): SpokenOf | null {
  const over = tickets[id];
  if (over !== undefined) return { ...TICKET, id, ...over };
  if (id === T) return TICKET;
  return id === OTHER
    ? {
        ...TICKET,
        id,
        assignee: 'Lena',
        requester: 'ben@client.test',
        participants: new Set(['ben@client.test']),
      }
    : null;
}

function mailFrom(letter: Letter, { madeByUs }: Story): Mail {
  const froms =
    typeof letter.from === 'string' ? [letter.from] : (letter.from ?? [`Tom Wrona <${TOM.email}>`]);
  const { from, problems } = readFrom(froms, (text) => text);
  const domain = (from?.address ?? '').split('@')[1] ?? '';
  const to = letter.to ?? [addressOf(T, TOM)];
  const cc = letter.cc ?? [];
  const results = letter.results === undefined ? passed(domain) : letter.results;
  const headers: (readonly [string, string])[] = [
    ['received', `by ${SERVER}`],
    ...(results === null ? [] : [['authentication-results', results] as const]),
    ...froms.map((value) => ['from', value] as const),
    ['to', to.join(', ')],
    ...(cc.length === 0 ? [] : [['cc', cc.join(', ')] as const]),
    ...(letter.headers ?? []),
    ...(madeByUs === 'loop-mark' ? [['x-rowdesk-loop', 'a mark'] as const] : []),
  ];
  const text = letter.text ?? '';
  return mailOf({
    from,
    fromProblems: problems,
    to: to.map((address) => ({ address: addressKey(address), name: '' })),
    cc: cc.map((address) => ({ address: addressKey(address), name: '' })),
    subject: letter.subject ?? `Re: [#${T}] Login`,
    headers: headers.map(([name, value]) => ({ name, value })),
    inReplyTo: letter.inReplyTo ?? null,
    references: letter.references ?? [],
    date: letter.date ?? null,
    text,
    sizeBytes: text.length,
    ...letter.mail,
  });
}
