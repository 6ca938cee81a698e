/** The connection to the folder of sent mails: how it is found, when it is looked at, and what a failure means. */
import { inboxLooks, type SentRound, sentWatch } from '../../../mail-bridge/intake/sent-watch';
import { silentLog } from '../../../mail-bridge/log/log';
import { MailboxError, type MailboxSettings } from '../../../mail-bridge/mailbox/connection';
import { openSentFolder, type SentFolder } from '../../../mail-bridge/mailbox/sent-folder';
import { runUntilStopped } from '../../../mail-bridge/run';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { type StubbornServer, startStubbornServer } from '../mailbox/stubborn-server';
import { type DeskBench, desks } from '../support/desks';
import { type Bench, EPOCH, NOW, paperSent, sentBench, sentMail } from './paper-sent';
import { inSent, QUESTION, theTicket, webMail } from './support';

describe('which folder it is', () => {
  let server: StubbornServer;
  beforeEach(async () => {
    server = await startStubbornServer();
    server.answers.set(
      'EXAMINE',
      (tag) => `* 2 EXISTS\r\n* OK [UIDVALIDITY 9] x\r\n* OK [UIDNEXT 3] x\r\n${tag} OK [READ-ONLY] done\r\n`,
    );
  });
  afterEach(() => server.stop());

  const open = async (folders: readonly string[], folder = 'INBOX'): Promise<string | null> => {
    server.answers.set('LIST', (tag, command) => {
      // RFC 9051 §6.3.9: an empty name asks for the delimiter only.
      const lines = command === 'LIST "" ""' ? ['(\\Noselect) "/" ""'] : folders;
      return `${lines.map((line) => `* LIST ${line}\r\n`).join('')}${tag} OK done\r\n`;
    });
    const settings: MailboxSettings = {
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      user: 'support@firm.test',
      password: 'secret',
      allowSelfSigned: true,
      folder,
    };
    const opened = await openSentFolder(settings);
    await opened?.close();
    return opened?.path ?? null;
  };

  it.each<[string, readonly string[], string | null]>([
    ['the one that the server calls so', ['() "/" INBOX', '(\\Sent) "/" Wyjazdy'], 'Wyjazdy'],
    ['that one, before another with the name', ['() "/" Sent', '(\\Sent) "/" "Sent Items"'], 'Sent Items'],
    ['the one with the name, in Polish', ['() "/" INBOX', '() "/" "Wys&AUI-ane"'], 'Wysłane'],
    [
      'the one with the name, in Ukrainian',
      ['() "/" INBOX', '() "/" "&BB0EMAQ0BFYEQQQ7BDAEPQRW-"'],
      'Надіслані',
    ],
    ['none, where there is none', ['() "/" INBOX', '() "/" Invoices'], null],
  ])('%s', async (_what, folders, path) => {
    expect(await open(folders)).toBe(path);
  });

  it('none, where it is watched for mail that comes in', async () => {
    expect(await open(['(\\Sent) "/" Sent'], 'Sent')).toBeNull();
  });

  it('opened to read only', async () => {
    await open(['(\\Sent) "/" Sent']);
    expect(server.heard).toContain('EXAMINE Sent');
    expect(server.heard.some((command) => command.startsWith('SELECT'))).toBe(false);
  });
});

describe('when it is looked at', () => {
  const running = new AbortController().signal;
  let bench: Bench;
  /** What the server does at each attempt to open it; the last goes on. */
  let opens: (() => Promise<SentFolder | null>)[];
  let attempts: number;
  let closed: number;
  beforeEach(() => {
    bench = sentBench();
    attempts = 0;
    closed = 0;
  });
  afterEach(() => bench.close());

  const there = async (): Promise<SentFolder> => ({
    ...paperSent([sentMail(1, 'no-ticket')], EPOCH),
    nextUid: 1,
    close: async () => {
      closed += 1;
    },
  });
  const away = () => Promise.reject(new MailboxError('unreachable', 'nobody answers'));
  const missing = async () => null;

  function watch(...steps: (() => Promise<SentFolder | null>)[]) {
    opens = steps;
    const inbox = inboxLooks(() => bench.ledger().waiting());
    const open = () => {
      const step = opens[Math.min(attempts, opens.length - 1)];
      attempts += 1;
      return step?.() ?? Promise.reject(new Error('no step is left'));
    };
    const one = sentWatch(open, inbox, { ledger: bench.ledger(), now: () => NOW, log: silentLog });
    return { inbox, look: () => one.look(bench.context(), running), close: one.close };
  }
  const seconds = ({ againInMs }: SentRound) => (againInMs ?? 0) / 1000;

  it('twice a minute, on one connection', async () => {
    const { look, inbox } = watch(there);
    await look();
    await inbox.look(async () => undefined, running);
    const rounds = [await look(), await look()];
    expect(rounds.map(seconds)).toEqual([30, 30]);
    expect([attempts, closed]).toEqual([1, 0]);
  });

  it('soon where the inbox is to be looked at first, and ever more seldom while that takes', async () => {
    const { look } = watch(there);
    const waits: number[] = [];
    for (let n = 0; n < 7; n += 1) waits.push(seconds(await look()));
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });

  it('less and less often while the server fails, and anew when it is back', async () => {
    const { look, inbox } = watch(away, away, away, there);
    const waits = [seconds(await look()), seconds(await look()), seconds(await look())];
    await inbox.look(async () => undefined, running);
    await look();
    expect(waits).toEqual([30, 60, 120]);
    expect(attempts).toBe(4);
  });

  it('every ten minutes where there is no such folder', async () => {
    const { look } = watch(missing, there);
    expect(seconds(await look())).toBe(600);
    expect((await look()).undecided).toBe(1);
  });

  it('no more when it is closed, not even when it was just being opened', async () => {
    let letIn = (): void => undefined;
    const slowly = async () => {
      await new Promise<void>((resolve) => {
        letIn = resolve;
      });
      return there();
    };
    const { look, close } = watch(slowly);
    const looking = look();
    await close();
    letIn();
    await looking;
    await look();
    expect([attempts, closed]).toEqual([1, 1]);
  });

  it('does not hide a fault of the disk', async () => {
    const { look } = watch(() => Promise.reject(new Error('ENOSPC')));
    await expect(look()).rejects.toThrow('ENOSPC');
  });
});

needs('dovecot')('a bridge that runs', () => {
  const firms = desks();

  async function running(bench: DeskBench): Promise<void> {
    const ending = new AbortController();
    const bridge = await bench.open({ signal: ending.signal });
    const run = runUntilStopped(bridge, { pollSeconds: 2, signal: ending.signal, log: silentLog });
    firms.atEnd(async () => {
      ending.abort();
      await run.stopped;
      await bridge.close();
    });
  }
  const answered = (bench: DeskBench) =>
    until(
      async () => (await bench.rows('messages')).map(({ direction }) => direction),
      (directions) => directions.includes('out'),
    );

  it('finds an answer to a ticket that it knows', async () => {
    const bench = await firms.open();
    await bench.deliver(QUESTION);
    await bench.once();
    await inSent(bench, webMail(bench));
    await running(bench);
    await answered(bench);
    expect((await theTicket(bench)).first_answer_at).not.toBeNull();
  });

  it('finds an answer to a question that it has not read yet, without waiting for more mail', async () => {
    const bench = await firms.open();
    await bench.once();
    await inSent(bench, webMail(bench));
    await bench.deliver(QUESTION);
    await running(bench);
    expect(await answered(bench)).toEqual(['in', 'out']);
  });
});
