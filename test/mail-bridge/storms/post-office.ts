/**
 * The world outside: takes what desks hand to their mail servers, carries it into the mailboxes of other desks, and lets
 * programs at other addresses answer. Every answer is a new mail in the real mailbox of the desk it goes to.
 */
import type { DeskBench } from '../support/desks';

/** Answers a mail of ours with mails of its own; `turn` counts what it has got so far, from 1. */
export type Correspondent = (ours: Buffer, turn: number) => readonly Buffer[];

/** A relay on the way that changes what it carries. */
export type Relay = (raw: Buffer, turn: number) => Buffer;

export interface PostOfficeOptions {
  /** By the address that they answer at; `*@domain` stands for the whole domain. */
  readonly correspondents?: Readonly<Record<string, Correspondent>>;
  readonly relay?: Relay;
}

export interface PostOffice {
  /**
   * Runs every desk once and carries what it sent, again and again with so many minutes in between, until there is
   * nothing to carry: then nobody has a reason to write any more.
   *
   * @throws when it still goes on after `most` turns
   */
  untilQuiet(most: number, minutesApart: number): Promise<void>;
  /** Mails that the desk has sent, its alerts to colleagues included. */
  sentBy(desk: DeskBench): number;
}

export function postOffice(
  desks: readonly DeskBench[],
  { correspondents = {}, relay = (raw) => raw }: PostOfficeOptions,
): PostOffice {
  const carried = new Map<DeskBench, number>();
  const heard = new Map<string, number>();
  let relayed = 0;
  const answerer = (to: string) => correspondents[to] ?? correspondents[`*@${to.slice(to.indexOf('@') + 1)}`];

  const deliver = (desk: DeskBench, raw: Buffer) =>
    desk.dovecot.deliver(desk.address, raw, 'INBOX', new Date(desk.clock.now()));

  /** @returns how many mails came into a mailbox of a desk */
  async function carry(from: DeskBench): Promise<number> {
    let delivered = 0;
    const fresh = from.smtp.mails.slice(carried.get(from) ?? 0);
    carried.set(from, from.smtp.mails.length);
    for (const { to, raw } of fresh) {
      for (const address of to) {
        const desk = desks.find((one) => one.address === address);
        relayed += 1;
        if (desk) {
          await deliver(desk, relay(raw, relayed));
          delivered += 1;
        }
        const turn = (heard.get(address) ?? 0) + 1;
        heard.set(address, turn);
        for (const answer of answerer(address)?.(raw, turn) ?? []) {
          await deliver(from, answer);
          delivered += 1;
        }
      }
    }
    return delivered;
  }

  return {
    async untilQuiet(most, minutesApart) {
      for (let turn = 0; turn < most; turn += 1) {
        let delivered = 0;
        for (const desk of desks) {
          await desk.once();
          delivered += await carry(desk);
        }
        if (delivered === 0) return;
        for (const desk of desks) desk.clock.advance(minutesApart);
      }
      throw new Error(`They still write to each other after ${most} turns.`);
    },
    sentBy: (desk) => desk.smtp.mails.length,
  };
}

/** The value of a header as it stands in the bytes, '' where there is none. */
export function headerOf(raw: Buffer, name: string): string {
  const { headers } = split(raw);
  const line = headers.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined
    ? ''
    : line
        .slice(name.length + 1)
        .replace(/\r\n[ \t]+/g, ' ')
        .trim();
}

/** Without the headers named, and with those given in their place. */
export function rewritten(raw: Buffer, drop: readonly string[], add: readonly string[] = []): Buffer {
  const { headers, body } = split(raw);
  const unwanted = [...drop, ...add.map((line) => line.slice(0, line.indexOf(':')))].map((name) =>
    name.toLowerCase(),
  );
  const kept = headers.filter((line) => !unwanted.includes(line.slice(0, line.indexOf(':')).toLowerCase()));
  return Buffer.from([...kept, ...add, '', body].join('\r\n'), 'latin1');
}

function split(raw: Buffer): { headers: string[]; body: string } {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  return { headers: text.slice(0, end).split(/\r\n(?![ \t])/), body: text.slice(end + 4) };
}
