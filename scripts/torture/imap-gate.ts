/**
 * Stands before an IMAP server and answers NO or BAD to commands in its place. It takes STARTTLS from what the server
 * offers, so that it and the saboteur can read along; on loopback the bridge does without.
 */
import { connect, createServer, type Socket } from 'node:net';

export interface ImapRefusal {
  /** As it stands in the command: `FETCH`, `SEARCH`, `SELECT`; null: every one but LOGOUT. */
  readonly command: string | null;
  readonly answer: 'NO' | 'BAD';
  /** How often; then the server answers again. */
  readonly times: number;
}

export interface ImapGate {
  readonly port: number;
  refuse(refusal: ImapRefusal): void;
  /** Refusals that have not happened yet. */
  pending(): number;
  heal(): void;
  stop(): Promise<void>;
}

const TRANSPARENT = new Set(['LOGOUT', 'CAPABILITY', 'NOOP', 'ID', 'LOGIN', 'AUTHENTICATE']);

export async function startImapGate(target: { readonly port: number }): Promise<ImapGate> {
  let refusal: ImapRefusal | null = null;
  let left = 0;
  const sockets = new Set<Socket>();
  /** The tagged answer that the command gets instead of being passed on. */
  const refused = (line: string): string | null => {
    const [, tag = '', verb = ''] = /^(\S+) (?:UID )?([A-Z]+)/.exec(line) ?? [];
    if (refusal === null || left === 0 || verb === '') return null;
    if (refusal.command === null ? TRANSPARENT.has(verb) : refusal.command !== verb) return null;
    left -= 1;
    return refusal.answer === 'NO' ? `${tag} NO [UNAVAILABLE] not now\r\n` : `${tag} BAD what?\r\n`;
  };
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect(target.port, '127.0.0.1');
    upstream.setNoDelay(true);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    upstream.on('data', (chunk) => client.write(withoutStartTls(chunk)));
    /** Bytes of a literal that are still to come: they are no commands (RFC 3501 4.3). */
    let literal = 0;
    let rest = Buffer.alloc(0);
    client.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length > 0) {
        if (literal > 0) {
          upstream.write(rest.subarray(0, literal));
          const taken = Math.min(literal, rest.length);
          literal -= taken;
          rest = rest.subarray(taken);
          continue;
        }
        const end = rest.indexOf('\r\n');
        if (end < 0) return;
        const line = rest.toString('latin1', 0, end);
        const answer = refused(line);
        if (answer === null) upstream.write(rest.subarray(0, end + 2));
        else client.write(answer);
        literal = answer === null ? Number(/\{(\d+)\+?\}$/.exec(line)?.[1] ?? 0) : 0;
        rest = rest.subarray(end + 2);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    refuse(next) {
      refusal = next;
      left = next.times;
    },
    pending: () => left,
    heal() {
      left = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function withoutStartTls(chunk: Buffer): Buffer {
  const text = chunk.toString('latin1');
  return /CAPABILITY[^\r\n]* STARTTLS/.test(text)
    ? Buffer.from(text.replaceAll(' STARTTLS', ''), 'latin1')
    : chunk;
}
