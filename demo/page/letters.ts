/** The mail of the invented people as their mail programs show it: what they received and what they sent. */
import { join } from 'node:path';
import * as v from 'valibot';
import { appendLine, readLines } from '../kept-files';
import { isPicture } from '../letter-html';
import type { ConversationView, LetterView } from './protocol';

const LETTER = v.object({
  of: v.string(),
  messageId: v.string(),
  references: v.array(v.string()),
  direction: v.picklist(['in', 'out']),
  from: v.string(),
  /** Address; '' where it is the sender's. */
  replyTo: v.optional(v.string(), ''),
  to: v.string(),
  cc: v.optional(v.array(v.string()), []),
  subject: v.string(),
  text: v.string(),
  quote: v.string(),
  files: v.optional(v.array(v.object({ name: v.string(), type: v.string(), bytes: v.number() })), []),
  at: v.number(),
  automatic: v.boolean(),
  /** The mail itself in base64; '' in a folder that an older demo has kept. */
  raw: v.optional(v.string(), ''),
});

/** A letter in somebody's mail program. `of`: whose. */
export type Letter = v.InferOutput<typeof LETTER>;

export class Letters {
  private readonly letters: Letter[];
  private readonly unread = new Set<Letter>();
  private readonly file: string | null;

  /** @param folder where the letters are kept; null keeps them in memory */
  constructor(folder: string | null) {
    this.file = folder === null ? null : join(folder, 'letters.jsonl');
    this.letters = this.file === null ? [] : readLines(this.file).map((line) => v.parse(LETTER, line));
  }

  add(letter: Letter): void {
    this.letters.push(letter);
    if (letter.direction === 'in') this.unread.add(letter);
    if (this.file !== null) appendLine(this.file, letter);
  }

  find(of: string, messageId: string): Letter | null {
    return this.letters.find((letter) => letter.of === of && letter.messageId === messageId) ?? null;
  }

  count(of: string): { readonly letters: number; readonly unread: number } {
    const own = this.letters.filter((letter) => letter.of === of);
    return { letters: own.length, unread: own.filter((letter) => this.unread.has(letter)).length };
  }

  /** @returns whether any of them was unread */
  markRead(of: string, messageIds: readonly string[]): boolean {
    let changed = false;
    for (const letter of this.letters) {
      if (letter.of === of && messageIds.includes(letter.messageId))
        changed = this.unread.delete(letter) || changed;
    }
    return changed;
  }

  /** The conversation with the newest letter comes first. */
  conversations(of: string): readonly ConversationView[] {
    const own = this.letters.filter((letter) => letter.of === of);
    return conversationsOf(own, (letter) => this.unread.has(letter));
  }
}

/** Letters belong together when one names the other in its References (RFC 5322, section 3.6.4). */
export function conversationsOf(
  letters: readonly Letter[],
  isUnread: (letter: Letter) => boolean,
): readonly ConversationView[] {
  const conversationOf = new Map<string, string>();
  const groups = new Map<string, Letter[]>();
  for (const letter of [...letters].sort((a, b) => a.at - b.at)) {
    const named = letter.references.find((id) => conversationOf.has(id));
    const id = (named === undefined ? undefined : conversationOf.get(named)) ?? letter.messageId;
    conversationOf.set(letter.messageId, id);
    groups.set(id, [...(groups.get(id) ?? []), letter]);
  }
  const newest = (group: readonly Letter[]) => group[group.length - 1]?.at ?? 0;
  return [...groups]
    .sort(([, a], [, b]) => newest(b) - newest(a))
    .map(([id, group]) => ({
      id,
      subject: group[0]?.subject ?? '',
      letters: group.map((letter) => viewOf(letter, isUnread(letter))),
    }));
}

function viewOf(letter: Letter, unread: boolean): LetterView {
  const { messageId, direction, from, to, cc, subject, text, quote, at, automatic } = letter;
  const fromAddress = addressIn(from);
  return {
    messageId,
    direction,
    fromAddress,
    to,
    cc,
    subject,
    text,
    quote,
    at,
    automatic,
    unread,
    from: from.replace(/ ?<[^<>]*>$/, '') || fromAddress,
    replyTo: letter.replyTo || fromAddress,
    files: letter.files.map(({ name, type, bytes }) => ({ name, bytes, isPicture: isPicture(type) })),
  };
}

/** Of `Name <address>`. */
export function addressIn(mailbox: string): string {
  return /<([^<>]*)>$/.exec(mailbox)?.[1] ?? mailbox;
}
