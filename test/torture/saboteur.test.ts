/** The saboteur in a program of the test's own: it sees the steps, does the harm that was ordered, and nothing else. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SABOTEUR = resolve('scripts', 'torture', 'saboteur.cjs');
const RECORD = '00000000 {"t":"step","state":"sending","key":"k"}\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saboteur-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

function run(program: string, settings: object): Promise<Ended> {
  const file = join(folder, 'program.cjs');
  writeFileSync(file, program);
  const child = spawn(process.execPath, ['--require', SABOTEUR, file], {
    env: {
      ...process.env,
      ROWDESK_SABOTEUR: JSON.stringify({ stateDir: folder, trace: join(folder, 'trace'), ...settings }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code, signal, said }));
  });
}

/** As the journal does it. */
const APPEND = `
  const fs = require('node:fs');
  const record = Buffer.from(${JSON.stringify(RECORD)});
  const file = fs.openSync(require("node:path").join(__dirname, "outbox.jsonl"), 'a');
  let at = 0;
  try {
    while (at < record.length) at += fs.writeSync(file, record, at);
    fs.fdatasyncSync(file);
    console.log('written');
  } catch (error) {
    console.log(error.code, at);
  }
`;
const journal = () => readFileSync(join(folder, 'outbox.jsonl'), 'utf8');
const steps = () => readFileSync(join(folder, 'trace'), 'utf8').trim().split('\n');

describe('at the disk', () => {
  it('names the steps of a journal by its records', async () => {
    expect(await run(APPEND, {})).toEqual({ code: 0, signal: null, said: 'written\n' });
    expect(steps()).toEqual(['before', 'written', 'after'].map((when) => `outbox:step:sending:${when}`));
    expect(journal()).toBe(RECORD);
  });

  it.each([
    ['before', ''],
    ['written', RECORD],
    ['after', RECORD],
  ])('kills at the step %s, when the file holds "%s"', async (when, content) => {
    const orders = [{ step: `outbox:step:sending:${when}`, occurrence: 1, act: 'kill' }];
    expect(await run(APPEND, { orders })).toEqual({ code: null, signal: 'SIGKILL', said: '' });
    expect(journal()).toBe(content);
  });

  it('waits for the occurrence that was asked for', async () => {
    const orders = [{ step: 'outbox:step:sending:after', occurrence: 2, act: 'kill' }];
    expect(await run(APPEND, { orders })).toMatchObject({ code: 0, said: 'written\n' });
  });

  it('tears a line: half of it is there when the power goes', async () => {
    const orders = [{ step: 'outbox:step:sending', occurrence: 1, act: 'torn' }];
    expect(await run(APPEND, { orders })).toMatchObject({ signal: 'SIGKILL' });
    expect(journal()).toBe(RECORD.slice(0, Math.floor(RECORD.length / 2)));
  });

  it('lets the disk be full after half of the bytes', async () => {
    const orders = [{ step: 'outbox', occurrence: 1, act: 'ENOSPC' }];
    const half = Math.floor(RECORD.length / 2);
    expect((await run(APPEND, { orders })).said).toBe(`ENOSPC ${half}\n`);
    expect(journal()).toBe(RECORD.slice(0, half));
  });

  it('lets the spool be read-only, and other folders not', async () => {
    const program = `
      const { open } = require('node:fs/promises');
      const { mkdirSync } = require('node:fs');
      (async () => {
        mkdirSync(__dirname + '/spool');
        await open(__dirname + '/spool/a.eml.tmp', 'w').catch((error) => console.log(error.code, error.syscall));
        await (await open(__dirname + '/b.eml.tmp', 'w')).close();
      })();
    `;
    const { said } = await run(program, { orders: [{ step: 'spool', occurrence: 1, act: 'EROFS' }] });
    expect(said).toBe('EROFS open\n');
    expect(existsSync(join(folder, 'spool', 'a.eml.tmp'))).toBe(false);
    expect(existsSync(join(folder, 'b.eml.tmp'))).toBe(true);
  });
});

describe('at the mail server', () => {
  let server: Server;
  let port = 0;
  beforeEach(async () => {
    server = createServer((socket) => {
      socket.write('220 hello\r\n');
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        socket.write(text.startsWith('DATA') ? '354 go on\r\n' : '250 fine\r\n');
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterEach(() => new Promise((done) => server.close(done)));

  it('follows the conversation to the final dot', async () => {
    const program = `
      const socket = require('node:net').connect(${port}, '127.0.0.1');
      const lines = ['MAIL FROM:<a@b.test>\\r\\n', 'DATA\\r\\n', 'Subject: x\\r\\n\\r\\n.\\r\\n'];
      socket.on('data', () => (lines.length > 0 ? socket.write(lines.shift()) : socket.end()));
    `;
    await run(program, { smtpPort: port });
    expect(steps()).toEqual(
      [
        'greeting:answered',
        'MAIL:before',
        'MAIL:after',
        'MAIL:answered',
        'DATA:before',
        'DATA:after',
        'DATA:answered',
        'dot:before',
        'dot:after',
        'dot:answered',
      ].map((step) => `smtp:${step}`),
    );
  });
});

describe('with the time', () => {
  it('lets every clock and every pause run faster by the same factor', async () => {
    const program = `
      const began = [Date.now(), new Date().getTime(), performance.now()];
      setTimeout(() => {
        const ended = [Date.now(), new Date().getTime(), performance.now()];
        console.log(JSON.stringify(ended.map((end, index) => end - began[index])));
      }, 60_000);
    `;
    const { said } = await run(program, { speed: 1000 });
    // A minute of the program; what the machine took on top counts a thousandfold, so there is no upper bound to state.
    for (const lasted of JSON.parse(said) as number[]) expect(lasted).toBeGreaterThan(55_000);
  });

  it('shows the time that it was told', async () => {
    const shown = Date.UTC(2031, 0, 15);
    const { said } = await run('console.log(new Date().getFullYear(), new Date(0).getTime())', {
      clock: { real: Date.now(), shown },
    });
    expect(said).toBe('2031 0\n');
  });
});
