import { ImapSyntaxError } from './imap-syntax';

export interface Wire {
  write(data: string | Buffer): void;
  end(): void;
}

/** NO: understood, but not possible. An ImapSyntaxError becomes BAD. */
export class Refusal extends Error {}

export function bad(reason: string): never {
  throw new ImapSyntaxError(reason);
}

/** An untagged response that is the whole answer of a command. */
export function untagged(wire: Wire, line: string): string {
  wire.write(`* ${line}\r\n`);
  return 'done';
}
