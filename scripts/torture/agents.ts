/**
 * Colleagues who work by mail. What the tracker does for them is done here by its own rules, for no tracker runs beside
 * the bridge: tickets are given to them, and letters that tell of it are asked for. They answer what they get.
 */
import { readTeam, type TeamReading } from '../../core/assignment/colleagues';
import { asStatus, isActive } from '../../core/ticket/status';
import { isTicketId } from '../../core/ticket/ticket-id';
import { dayNumber } from '../../core/time/civil';
import { assignmentMail, type TurnDesk } from '../../core/trainer/assignment-mail';
import { toldBy, turnsDue } from '../../core/trainer/turn';
import { markOf } from '../../core/trainer/turn-sign';
import type { Row } from '../../core/workbook/rows';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import { starterText } from '../../sheet-templates/content/templates';
import { labelOfWord } from '../../sheet-templates/labels';
import { acceptedMails } from './accepted';
import { type Proof, writeAgentMail } from './agent-letters';
import type { AcceptedMail, AgentMail, DeliveredMail } from './evidence';
import type { WrittenMail } from './letters';
import type { PeopleOptions } from './people';
import type { Random } from './random';
import { ZONE } from './sheet-world';

export interface Agents {
  readonly mails: readonly AgentMail[];
  /** Whether a ticket is in their hands. */
  hold(ticketId: string): boolean;
  /** A ticket is given to one of them, or its requester has written on: a letter tells of it. */
  tell(random: Random): Promise<void>;
  /** One of them answers a letter; two answer at once, where both were told of the ticket. */
  write(random: Random): Promise<void>;
}

export interface AgentsOptions extends Pick<PeopleOptions, 'sheet' | 'smtp' | 'clock' | 'address'> {
  readonly delivered: readonly DeliveredMail[];
  readonly mark: () => string;
  readonly deliver: (
    mail: WrittenMail,
    about: Pick<DeliveredMail, 'mark' | 'from' | 'kind' | 'belongsTo'>,
  ) => Promise<void>;
  /** Whether somebody else answers the ticket: then an answer of theirs would rightly have to wait. */
  readonly isTaken: (ticketId: string) => boolean;
}

type Agent = Row<'team'>;

const agent = (name: string, email: string, role: string): Agent => ({
  name,
  email,
  other_emails: [],
  role,
  languages: ['en'],
  skills: [],
  absent_from: null,
  absent_until: null,
  substitute: '',
  max_open: null,
  open_tickets: null,
  active: true,
});
const TOM = agent('Tom Wrona', 'tom@firm.test', 'trainer');
const LENA = agent('Lena Sowa', 'lena@firm.test', 'trainer');
/** May answer every ticket, whoever has it. */
const SARA = agent('Sara Kos', 'sara@firm.test', 'support');
export const TEAM: readonly Agent[] = [TOM, LENA, SARA];

const WALL = { zone: ZONE, offset: intlOffset() };
/** A ticket that two were told of: both answer it at once. */
const TOLD_TO_TWO = 0.2;
/** An afterthought comes, and no more. */
const MOST_ANSWERS = 2;

/** What a colleague was told of. */
interface Held {
  readonly ticket: string;
  readonly requester: string;
  /** Mark of the question that opened it. */
  readonly question: string;
  readonly toTwo: boolean;
}

interface Letter {
  readonly accepted: AcceptedMail;
  readonly agent: Agent;
  readonly held: Held;
}

export interface Wish {
  readonly wants: AgentMail['wants'];
  readonly words: (mark: string) => string;
  readonly cells: readonly string[];
}

const ANSWER: Wish = { wants: 'answer', words: (mark) => `Please restart it once. ${mark}`, cells: [] };
export const WISHES: readonly [Wish, ...Wish[]] = [
  ANSWER,
  ANSWER,
  ANSWER,
  { wants: 'answer', words: (mark) => `#resolved\n\nIt works now. ${mark}`, cells: ['status'] },
  { wants: 'answer', words: (mark) => `It is being looked at. ${mark}\n\n-- \nTom Wrona\nFirm`, cells: [] },
  { wants: 'note', words: (mark) => `#note\nThe same as last spring. ${mark}`, cells: [] },
  {
    wants: 'note',
    words: (mark) => `#priority high\n#note\nThey call every hour. ${mark}`,
    cells: ['priority'],
  },
  { wants: 'commands', words: () => '#vendor', cells: ['status'] },
  { wants: 'commands', words: () => '#priority low\n#wait 3d', cells: ['priority', 'hold_until'] },
];
export const PROOFS: readonly [Proof, ...Proof[]] = ['both', 'both', 'reply-address', 'message-id'];

export function agents(options: AgentsOptions): Agents {
  const { sheet, smtp, clock, address, delivered, mark, deliver, isTaken } = options;
  const mails: AgentMail[] = [];
  const inHand = new Map<string, Held>();
  const answered = new Map<string, number>();

  const desk = (): TurnDesk => ({
    texts: (template, language) => [starterText(template, language)],
    firm: () => ({
      name: 'Firm',
      support_hours: '',
      support_address: address,
      status_mailto: '',
      portal: '',
      survey: '',
    }),
    statusLabel: (status, language) => labelOfWord('status', status, language),
    linkTo: (ticketId) => `https://sheet.test/row/${ticketId}`,
    now: clock.now(),
    ...WALL,
  });
  const team = (): TeamReading => readTeam(TEAM, dayNumber(Math.floor(clock.now() / 86_400_000)), () => null);

  /** Letters to these colleagues, one after the other; none to whom the latest mail of the ticket has been told. */
  const lettersTo = (
    readers: readonly Agent[],
    ticket: Row<'tickets'>,
    {
      messages,
      outbox,
    }: { readonly messages: readonly Row<'messages'>[]; readonly outbox: readonly Row<'outbox'>[] },
  ): readonly Row<'outbox'>[] => {
    const status = asStatus(ticket.status);
    if (status === null || !isActive(status) || !isTicketId(ticket.id)) return [];
    const told = outbox.flatMap(({ key }) => toldBy(key) ?? []);
    const letters: Row<'outbox'>[] = [];
    for (const { name } of readers) {
      const turn = {
        id: ticket.id,
        status,
        assignee: name,
        requesterEmail: ticket.requester_email,
        mark: markOf(ticket.last_inbound_at, WALL),
      };
      const { due } = turnsDue({
        tickets: [turn],
        team: team(),
        readers: 'everybody',
        told,
        isAway: () => false,
      });
      const story = { ticket: { ...ticket, status }, messages, sessions: [], reason: null };
      letters.push(...due.map((one) => assignmentMail(one, story, 'en', desk())));
      told.push(...due.map((one) => ({ ticket: one.ticket, mark: one.mark, agent: one.agent.email })));
    }
    return letters;
  };

  const letters = async (): Promise<readonly Letter[]> =>
    (await acceptedMails(smtp)).flatMap((accepted) => {
      const reader = TEAM.find(({ email }) => accepted.to.includes(email));
      const held = inHand.get(/^\[#(T-[0-9A-Z]+)\]/.exec(accepted.subject)?.[1] ?? '');
      const times = answered.get(accepted.messageId) ?? 0;
      if (reader === undefined || held === undefined || times >= (held.toTwo ? 1 : MOST_ANSWERS)) return [];
      return [{ accepted, agent: reader, held }];
    });

  const send = async (letter: Letter, wish: Wish, rival: string | null, own: string, random: Random) => {
    const { accepted, agent: writer, held } = letter;
    const mail = await writeAgentMail(
      {
        mark: own,
        agent: writer,
        letter: accepted,
        words: wish.words(own),
        support: address,
        proof: random.pick(PROOFS),
        files: wish.wants === 'answer' && random.chance(0.3) ? 1 + random.below(2) : 0,
        date: new Date(clock.now()),
      },
      random,
    );
    const { wants, cells } = wish;
    answered.set(accepted.messageId, (answered.get(accepted.messageId) ?? 0) + 1);
    mails.push({
      mark: own,
      agent: writer.email,
      ticket: held.ticket,
      to: held.requester,
      wants,
      cells,
      rival,
    });
    await deliver(mail, { mark: own, from: writer.email, kind: 'agent', belongsTo: held.question });
  };

  return {
    mails,
    hold: (ticketId) => inHand.has(ticketId),
    async tell(random) {
      const { tickets, messages, outbox } = await sheet.tabs(['tickets', 'messages', 'outbox']);
      const sent = outbox.rows.map(({ row }) => row);
      const choices = random.shuffled(
        tickets.rows.filter(({ row }) => row.requester_email !== '' && !isTaken(row.id)),
      );
      for (const { row: ticket } of choices) {
        const own = messages.rows.flatMap(({ row }) => (row.ticket_id === ticket.id ? [row] : []));
        const question = delivered.find(
          ({ kind, sha256 }) => kind === 'question' && own.some(({ original }) => original === sha256),
        );
        const before = inHand.get(ticket.id);
        if (question === undefined || before?.toTwo) continue;
        const toTwo = before === undefined && random.chance(TOLD_TO_TWO);
        const owner = TEAM.find(({ name }) => name === ticket.assignee) ?? random.pick([TOM, LENA]);
        const asked = lettersTo(toTwo ? [owner, SARA] : [owner], ticket, { messages: own, outbox: sent });
        if (asked.length === 0 || !sheet.give(ticket.id, owner.name, asked)) continue;
        const requester = ticket.requester_email;
        inHand.set(ticket.id, { ticket: ticket.id, requester, question: question.mark, toTwo });
        return;
      }
    },
    async write(random) {
      const inbox = await letters();
      const present = new Set((await sheet.rows('tickets')).map(({ id }) => id));
      const ready = inbox.filter(({ held }) => present.has(held.ticket) && isWhole(held, inbox));
      const [first, ...others] = ready;
      if (first === undefined) return;
      const letter = random.pick([first, ...others]);
      const own = mark();
      const other = letter.held.toTwo
        ? ready.find(({ held, agent: { email } }) => held === letter.held && email !== letter.agent.email)
        : undefined;
      if (other === undefined) {
        await send(letter, random.pick(WISHES), null, own, random);
        return;
      }
      const second = mark();
      await send(letter, ANSWER, second, own, random);
      await send(other, ANSWER, own, second, random);
    },
  };
}

/** Both letters have come, where two were told. */
function isWhole({ ticket, toTwo }: Held, inbox: readonly Letter[]): boolean {
  return (
    !toTwo ||
    new Set(inbox.flatMap((one) => (one.held.ticket === ticket ? [one.agent.email] : []))).size === 2
  );
}
