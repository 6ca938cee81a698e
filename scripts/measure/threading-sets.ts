/** Pairs of mails of one conversation that come into one ticket, and pairs that must not. Variants of the README. */
import { knownTickets } from '../../core/intake/known-tickets';
import { knownToThread } from '../../core/intake/known-to-thread';
import type { Mail } from '../../core/mail/mail';
import { messageIdKey } from '../../core/mail/message-id';
import { ancestorIds, awaitedIds, thread } from '../../core/mail/thread';
import { mintTicketId, type TicketId } from '../../core/ticket/ticket-id';
import { instant } from '../../core/time/instant';
import { readMail } from '../../mail-bridge/mime/read-mail';
import type { Measurement } from './measurement';
import type { Corpora } from './sets';

interface Item {
  readonly name: string;
  readonly conversation: number;
  readonly mail: Mail;
}

type Variant =
  | 'as is'
  | 'random order'
  | 'without In-Reply-To'
  | 'without References'
  | 'every third without both';
const VARIANTS: readonly Variant[] = [
  'as is',
  'random order',
  'without In-Reply-To',
  'without References',
  'every third without both',
];

export async function measureThreading(corpora: Corpora): Promise<Measurement[]> {
  const out: Measurement[] = [];
  for (const set of ['notmuch-lkml', 'notmuch-list']) {
    const items = await readItems(corpora, set);
    if (items.length === 0) continue;
    for (const variant of VARIANTS) out.push(...measureVariant(set, variant, items));
  }
  return out;
}

async function readItems(corpora: Corpora, set: string): Promise<Item[]> {
  const expectations = corpora.json<Record<string, { thread: number }>>(set, 'expectations.json') ?? {};
  const items: Item[] = [];
  for (const [name, { thread: conversation }] of Object.entries(expectations)) {
    if (corpora.exists(set, `${name}.eml`))
      items.push({ name, conversation, mail: await readMail(corpora.bytes(set, `${name}.eml`)) });
  }
  return items.sort((a, b) => (a.mail.date ?? 0) - (b.mail.date ?? 0));
}

function measureVariant(set: string, variant: Variant, items: readonly Item[]): Measurement[] {
  const changed = items.map((item, index) => ({ ...item, mail: changedMail(item.mail, variant, index) }));
  const order = variant === 'random order' ? shuffled(changed) : changed;
  const tickets = deliver(order);
  const linked = linkedByHeaders(changed);
  let found = 0;
  let expected = 0;
  let joined = 0;
  let apart = 0;
  let withHeader = 0;
  let foundWithHeader = 0;
  for (let a = 0; a < changed.length; a++) {
    for (let b = a + 1; b < changed.length; b++) {
      const one = changed[a];
      const other = changed[b];
      if (one === undefined || other === undefined) continue;
      const together = tickets.get(one.name) === tickets.get(other.name);
      if (one.conversation !== other.conversation) {
        apart++;
        if (together) joined++;
        continue;
      }
      if (!isStripped(one) && !isStripped(other)) {
        withHeader++;
        if (together) foundWithHeader++;
      }
      if (linked.get(one.name) !== linked.get(other.name)) continue;
      if (!reachable(one, changed) || !reachable(other, changed)) continue;
      expected++;
      if (together) found++;
    }
  }
  const label = `threading, ${variant}`;
  // The second row counts every pair whose mails still have some header, also those that only a missing mail connects:
  // these sets are halves, and in notmuch-lkml most mails answer one that is not there.
  return [
    row(set, `${label}: pairs found that headers connect`, found, expected, 'share', { atLeast: 0.97 }),
    row(set, `${label}: pairs found of all with a header`, foundWithHeader, withHeader, 'share', null),
    row(set, `${label}: pairs wrongly joined`, joined, apart, 'count', { atMost: 0 }),
  ];
}

function row(
  set: string,
  measure: string,
  good: number,
  total: number,
  as: Measurement['as'],
  goal: Measurement['goal'],
): Measurement {
  return { set, measure, good, total, as, goal, misses: [] };
}

/** Which mails the headers that are left connect at all: many mails of these lists answer one that is not there. */
function linkedByHeaders(items: readonly Item[]): Map<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const item of items) {
    const [own = '', ...ancestors] = [item.mail.messageId, ...ancestorIds(item.mail)].map(messageIdKey);
    for (const id of ancestors) if (rootOf(id) !== rootOf(own)) parent.set(rootOf(id), rootOf(own));
  }
  return new Map(items.map((item) => [item.name, rootOf(messageIdKey(item.mail.messageId))]));
}

/**
 * "Where any header is left": a mail without headers cannot be placed, and an answer to it belongs to the ticket that
 * it opened. Such a mail and what answers it count as a conversation of their own.
 */
function reachable(item: Item, all: readonly Item[]): boolean {
  const seen = new Set<string>();
  const open: Item[] = [item];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isStripped(next)) return false;
    for (const id of [next.mail.messageId, ...ancestorIds(next.mail)]) {
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...all.filter((other) => other.mail.messageId === id));
    }
  }
  return true;
}

const STRIPPED = new WeakSet<Mail>();
const isStripped = (item: Item): boolean => STRIPPED.has(item.mail);

function changedMail(mail: Mail, variant: Variant, index: number): Mail {
  const bare = { messageId: mail.messageId, subject: mail.subject };
  const without = (change: Partial<Pick<Mail, 'inReplyTo' | 'references'>>): Mail => {
    const kept = { inReplyTo: mail.inReplyTo, references: mail.references, ...change };
    const changed = Object.assign(Object.create(mail) as Mail, bare, kept);
    const hadAny = mail.inReplyTo !== null || mail.references.length > 0;
    if (hadAny && kept.inReplyTo === null && kept.references.length === 0) STRIPPED.add(changed);
    return changed;
  };
  if (variant === 'without In-Reply-To') return without({ inReplyTo: null });
  if (variant === 'without References') return without({ references: [] });
  if (variant === 'every third without both' && index % 3 === 2)
    return without({ inReplyTo: null, references: [] });
  return mail;
}

/** Every writer of a list takes part in every conversation, as one person: the rights are measured elsewhere. */
const EVERYBODY = { address: 'everybody@list.test', name: '' };

/** Through the rules and the memory of the product itself. */
function deliver(items: readonly Item[]): Map<string, TicketId> {
  const tickets = knownTickets();
  const placed = new Map<string, TicketId>();
  for (const [index, item] of items.entries()) {
    const mail = Object.assign(Object.create(item.mail) as Mail, { from: EVERYBODY, fromProblems: [] });
    const at = instant(mail.date ?? 0);
    const verdict = thread(mail, knownToThread(tickets, [], at));
    const twin = tickets.ticketOf(mail.messageId);
    const ticket = verdict.kind === 'reply' ? verdict.ticket : (twin ?? numbered(index));
    placed.set(item.name, ticket);
    tickets.mailIn(
      {
        ticketId: ticket,
        opened: tickets.get(ticket) === null,
        at,
        from: EVERYBODY.address,
        name: '',
        subject: mail.subject,
        excerpt: '',
        language: 'en',
        human: true,
        signals: [],
        answers: awaitedIds(mail),
        onlyThanks: false,
        shownTo: [],
      },
      mail.messageId,
    );
  }
  return placed;
}

function numbered(index: number): TicketId {
  return mintTicketId(new TextEncoder().encode(String(index).padStart(5, '0').repeat(4)), () => false);
}

/** The same disorder every time. */
function shuffled<T>(items: readonly T[]): T[] {
  const out = [...items];
  let state = 12_345;
  for (let at = out.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (at + 1);
    const kept = out[at] as T;
    out[at] = out[other] as T;
    out[other] = kept;
  }
  return out;
}
