/** What the bridge knows of a mail whose handing over was interrupted: surely not delivered, or perhaps. */
import {
  openTransport,
  PATIENCE,
  type Patience,
  type Transport,
} from '../../../mail-bridge/outbox/transport';
import { type ScriptedSmtp, STEPS, type Step, startScriptedSmtp, type Trick } from './scripted-smtp';

const RAW = Buffer.from('Subject: Help\r\n\r\nPlease try again.\r\n.hidden\r\n');
const ENVELOPE = { from: 'support@firm.test', to: 'jan@people.test', cc: [] };

let server: ScriptedSmtp;
let transport: Transport;
afterEach(async () => {
  transport.close();
  await server.stop();
});

async function open(trick: Trick | null, patience: Partial<Patience> = {}): Promise<void> {
  server = await startScriptedSmtp(trick);
  const { port } = server;
  const settings = { host: '127.0.0.1', port, secure: false, user: '', password: '', allowSelfSigned: true };
  transport = openTransport(settings, { ...PATIENCE, ...patience });
}

/** @returns what came of it, and whether the text was announced */
async function send(signal = new AbortController().signal, textBegins = () => {}) {
  let announced = 0;
  const onText = () => {
    announced += 1;
    textBegins();
  };
  const { kind } = await transport.send(ENVELOPE, RAW, { onText, signal });
  return { kind, announced };
}

const isBeforeText = (step: Step) => STEPS.indexOf(step) < STEPS.indexOf('text');
const NOT_TRANSMITTED = { kind: 'not-transmitted', announced: 0 };
const LOST = { kind: 'lost', announced: 1 };

it('announces the text once, and sends it as it is', async () => {
  await open(null);
  expect(await send()).toEqual({ kind: 'accepted', announced: 1 });
  expect(server.text()).toBe('Subject: Help\r\n\r\nPlease try again.\r\n..hidden\r\n.\r\n');
});

it('announces the text of each mail on the same connection', async () => {
  await open(null);
  await send();
  expect(await send()).toEqual({ kind: 'accepted', announced: 1 });
});

it('announces the text before the server has anything of it', async () => {
  await open(null);
  const seen: string[] = [];
  const onText = () => {
    seen.push(server.text());
  };
  await transport.send(ENVELOPE, RAW, { onText, signal: new AbortController().signal });
  expect(seen).toEqual(['']);
});

it('sends nothing of a text that could not be announced', async () => {
  await open(null);
  const onText = () => {
    throw new Error('no space left on device');
  };
  const delivery = await transport.send(ENVELOPE, RAW, { onText, signal: new AbortController().signal });
  expect(delivery).toEqual({ kind: 'not-transmitted', answer: 'no space left on device' });
  expect(server.text()).toBe('');
});

it('takes a server that asks for the text with 250 for one that has it', async () => {
  await open({ at: 'data', does: 'answers', reply: '250 go on' });
  expect(await send()).toEqual({ kind: 'accepted', announced: 1 });
});

describe.each(['hangs up', 'resets the line'] as const)('when the server %s', (does) => {
  it.each(STEPS)(
    'at “%s”, only what came after it asked for the text may have been delivered',
    async (at) => {
      await open({ at, does });
      expect(await send()).toEqual(isBeforeText(at) ? NOT_TRANSMITTED : LOST);
    },
  );
});

describe('when the server falls silent', () => {
  it.each(STEPS)('at “%s”, it is waited for no longer than patience lasts', async (at) => {
    await open({ at, does: 'falls silent' }, isBeforeText(at) ? { beforeText: 300 } : { afterText: 3_000 });
    expect(await send()).toEqual(isBeforeText(at) ? NOT_TRANSMITTED : LOST);
  });

  it.each(STEPS)('at “%s”, a bridge that is to stop gives the mail up', async (at) => {
    await open({ at, does: 'falls silent' }, { whenStopping: 100 });
    const stop = new AbortController();
    let textBegins = () => {};
    const begun = new Promise<void>((resolve) => {
      textBegins = resolve;
    });
    const result = send(stop.signal, textBegins);
    await server.reached(at);
    // The server may have asked for the text while the bridge has not heard of it.
    if (!isBeforeText(at)) await begun;
    stop.abort();
    expect(await result).toEqual(isBeforeText(at) ? NOT_TRANSMITTED : LOST);
  });

  it('takes up the next mail on a new connection', async () => {
    await open({ at: 'rcpt', does: 'falls silent' }, { beforeText: 3_000 });
    expect(await send()).toEqual(NOT_TRANSMITTED);
    expect(await send()).toEqual({ kind: 'accepted', announced: 1 });
  });
});

it('hands nothing over once the bridge is to stop', async () => {
  await open(null);
  expect(await send(AbortSignal.abort())).toEqual(NOT_TRANSMITTED);
});

it('waits for the answer to a text that is on its way when the bridge is to stop', async () => {
  await open(null);
  const stop = new AbortController();
  const result = send(stop.signal, () => queueMicrotask(() => stop.abort()));
  expect(await result).toEqual({ kind: 'accepted', announced: 1 });
});

it.each<[string, Trick, string, number]>([
  ['the text', { at: 'dot', does: 'answers', reply: '554 5.7.1 no' }, 'refused', 1],
  ['the text for now', { at: 'dot', does: 'answers', reply: '452 4.3.1 no room' }, 'refused-for-now', 1],
  ['to take the text', { at: 'data', does: 'answers', reply: '451 4.3.0 busy' }, 'refused-for-now', 0],
  ['the recipient', { at: 'rcpt', does: 'answers', reply: '550 5.1.1 who?' }, 'refused', 0],
])('a server that refuses %s has answered', async (_what, trick, kind, announced) => {
  await open(trick);
  expect(await send()).toEqual({ kind, announced });
});
