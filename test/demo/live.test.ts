/** The live demo by its addresses: who may ask what, what is kept, how it ends. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationView, DemoState } from '../../demo/page/protocol';
import { demoState, demoToEnd, POLISH, type RunningDemo, startDemo } from './run-demo';

let folder: string;
let demo: RunningDemo;

async function opened(url: string): Promise<DemoState> {
  for (;;) {
    const state = await demoState<DemoState>(url);
    if (state.clock === 'running') return state;
    await wait(200);
  }
}

function post(path: string, body: unknown, origin = demo.url.slice(0, -1)): Promise<Response> {
  return fetch(demo.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-demo-test-'));
  demo = await startDemo(POLISH, '--state', folder);
});

afterAll(async () => {
  await demo?.interrupt();
  rmSync(folder, { recursive: true, force: true });
});

describe('the live demo', () => {
  it('opens with a morning that was really played', async () => {
    const { news, people, newest, clock } = await opened(demo.url);
    expect(clock).toBe('running');
    expect(news.some((item) => item.kind === 'fault')).toBe(false);
    expect(new Set(news.map(({ kind }) => kind))).toEqual(
      new Set(['wrote', 'ticket', 'acknowledged', 'asked', 'answered', 'reminded', 'status', 'sla']),
    );
    // The last of the six of this morning, below the tickets of past weeks.
    expect(newest?.id).toMatch(/^T-(?!PAST)/);
    expect(newest?.row).toBeGreaterThan(8 + 100);
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(['participant', 'trainer']));
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(['pl', 'uk', 'en']));
  });

  it.each<[string, string, unknown, string]>([
    [
      'demo/write',
      'no subject',
      { from: 'priya@northlight.test', subject: ' ', text: 'Hello' },
      'has no subject',
    ],
    [
      'demo/write',
      'a stranger',
      { from: 'eve@evil.test', subject: 'Hi', text: 'Hello' },
      'Nobody in this demo',
    ],
    [
      'demo/write',
      'a participant with the shared mailbox',
      { from: 'priya@northlight.test', account: 'shared', subject: 'Hi', text: 'Hello' },
      'Nobody in this demo',
    ],
    [
      'demo/write',
      'somebody the participant does not know',
      { from: 'priya@northlight.test', to: 'eve@evil.test', subject: 'Hi', text: 'Hello' },
      'Nobody in this demo',
    ],
    [
      'demo/card',
      'what no card asks',
      { of: 'tomasz.brzoza@akademia-jasna.test' },
      'nothing a card can be asked',
    ],
    ['demo/clock', 'time that goes back', { minutes: -5 }, 'minutes'],
    ['demo/seen', 'something else', { what: 'nothing' }, 'what'],
  ])('refuses on /%s: %s', async (path, _what, body, why) => {
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain(why);
  });

  it('shows cards of the add-on to trainers only', async () => {
    const { people } = await opened(demo.url);
    const [trainer] = people.filter(({ role }) => role === 'trainer');
    const response = await post('demo/card', { of: trainer?.address, letter: null });
    expect(await response.json()).toMatchObject({ steps: [{ pushCard: { header: {} } }], draft: null });
    expect((await post('demo/card', { of: 'priya@northlight.test', letter: null })).status).toBe(404);
  });

  it('hands out a picture to be drawn and any other file to be saved', async () => {
    const file = (name: string, type: string) => ({ name, type, data: Buffer.from(name).toString('base64') });
    const letter = {
      from: 'priya@northlight.test',
      to: 'tomasz.brzoza@akademia-jasna.test',
      subject: 'Two files',
      text: 'Here.',
      files: [file('a.png', 'image/png'), file('b.svg', 'image/svg+xml')],
    };
    expect((await post('demo/write', letter)).status).toBe(200);
    const of = letter.from;
    const [sent] = (await (await fetch(`${demo.url}demo/letters?of=${of}`)).json()) as [ConversationView];
    const get = (index: number) => {
      const id = encodeURIComponent(sent.letters[0]?.messageId ?? '');
      return fetch(`${demo.url}demo/file?of=${of}&letter=${id}&file=${index}`);
    };
    const [picture, drawing] = [await get(0), await get(1)];
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(await picture.text()).toBe('a.png');
    expect(drawing.headers.get('content-type')).toBe('application/octet-stream');
    expect(drawing.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(drawing.headers.get('content-security-policy')).toContain('sandbox');
    expect((await get(2)).status).toBe(404);
  });

  it('lets no other page do anything', async () => {
    const letter = { from: 'priya@northlight.test', subject: 'Hi', text: 'Hello' };
    expect((await post('demo/write', letter, 'http://evil.test')).status).toBe(403);
    expect((await post('demo/write', letter, 'null')).status).toBe(403);
    const bare = await fetch(`${demo.url}demo/write`, { method: 'POST', body: JSON.stringify(letter) });
    expect(bare.status).toBe(403);
  });

  it('answers under no other name than that of this machine', async () => {
    const { port } = new URL(demo.url);
    const status = await new Promise((resolve) => {
      request(
        { host: '127.0.0.1', port, path: '/demo/letters', headers: { host: 'rebound.test' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end();
    });
    expect(status).toBe(403);
  });

  it('sends the page with a policy that allows nothing from elsewhere', async () => {
    const response = await fetch(demo.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await response.text()).not.toMatch(/(src|href)="https?:/);
  });

  it('says that a folder cannot be used', async () => {
    const { code, stderr } = await demoToEnd('--no-open', '--state', __filename);
    expect(stderr).toMatch(/^The folder .* cannot be used: .*\nGive --state another one\.\n$/);
    expect(code).toBe(1);
  });

  it('says that a port is taken, and which option helps', async () => {
    const { code, stderr } = await demoToEnd('--no-open', '--port', new URL(demo.url).port);
    expect(stderr).toMatch(/^Port \d+ is taken by another program\.\nChoose another with --port\.\n$/);
    expect(code).toBe(1);
  });

  it('ends on Ctrl+C, writes the workbook, and goes on from there the next time', async () => {
    const before = await opened(demo.url);
    expect((await post('demo/clock', { minutes: 60 })).status).toBe(200);
    const file = demo.xlsx ?? '';
    // npm and the terminal both pass one Ctrl+C on.
    expect(await demo.interrupt(2)).toBe(0);
    expect(existsSync(file)).toBe(true);

    demo = await startDemo(POLISH, '--state', folder);
    const after = await opened(demo.url);
    expect(after.newest).toEqual(before.newest);
    expect(after.now - before.now).toBeGreaterThanOrEqual(60 * 60_000);
    expect(after.news).toEqual([]);
    const counts = (state: DemoState) => state.people.map(({ address, letters }) => [address, letters]);
    expect(counts(after)).toEqual(counts(before));
  });
});
