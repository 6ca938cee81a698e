/** An SMTP server that does one thing otherwise, at one step of the first conversation, and keeps what it got as text. */
import { createServer, type Socket } from 'node:net';
import { resetNow } from '../../bench/reset';

/** `text`: the server has asked for the text. `dot`: it has all of it. */
export const STEPS = ['connect', 'ehlo', 'mail', 'rcpt', 'data', 'text', 'dot'] as const;
export type Step = (typeof STEPS)[number];

export type Trick =
  | { readonly at: Step; readonly does: 'falls silent' | 'hangs up' | 'resets the line' }
  | { readonly at: Step; readonly does: 'answers'; readonly reply: string };

export interface ScriptedSmtp {
  readonly port: number;
  /** Resolves when the conversation has come so far. */
  reached(step: Step): Promise<void>;
  /** Whatever came after the server had asked for the text. */
  text(): string;
  stop(): Promise<void>;
}

const ANSWERS: Readonly<Record<Exclude<Step, 'text'>, string>> = {
  connect: '220 scripted.test ESMTP',
  ehlo: '250 scripted.test',
  mail: '250 fine',
  rcpt: '250 fine',
  data: '354 go on',
  dot: '250 taken',
};

export async function startScriptedSmtp(trick: Trick | null): Promise<ScriptedSmtp> {
  const reached = new Map<Step, () => void>();
  const moments = new Map(STEPS.map((step) => [step, new Promise<void>((done) => reached.set(step, done))]));
  const sockets = new Set<Socket>();
  let text = '';
  let open = trick;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let inText = false;
    let silent = false;
    const come = (step: Step) => {
      const here = open?.at === step ? open : null;
      if (here) open = null;
      if (here?.does === 'falls silent') silent = true;
      else if (here?.does === 'hangs up') socket.end();
      else if (here?.does === 'resets the line') resetNow(socket);
      else if (step !== 'text') {
        const reply = here?.does === 'answers' ? here.reply : ANSWERS[step];
        // As some servers do, 250 asks for the text too.
        inText = step === 'data' && /^[23]/.test(reply);
        socket.write(`${reply}\r\n`);
      }
      reached.get(step)?.();
      if (inText && step === 'data') come('text');
    };
    socket.on('data', (chunk) => {
      if (silent) return;
      if (inText) {
        text += chunk.toString('latin1');
        if (text.endsWith('\r\n.\r\n')) {
          inText = false;
          come('dot');
        }
        return;
      }
      const verb = chunk.toString('latin1').slice(0, 4).toUpperCase();
      if (verb === 'EHLO' || verb === 'MAIL' || verb === 'RCPT' || verb === 'DATA') {
        come(verb.toLowerCase() as 'ehlo' | 'mail' | 'rcpt' | 'data');
      } else socket.write('250 fine\r\n');
    });
    come('connect');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server got no TCP port');
  return {
    port: address.port,
    reached: (step) => moments.get(step) ?? Promise.resolve(),
    text: () => text,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
