/** Mails whose steps cannot be written down, or that cannot be written at all. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { openLog } from '../../../mail-bridge/log/log';
import { noFiles } from '../../../mail-bridge/outbox/attached-files';
import { type OutboxBook, openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import { type SenderContext, sendReady } from '../../../mail-bridge/outbox/sender';
import { settleUnknown } from '../../../mail-bridge/outbox/settle-unknown';
import type { Transport } from '../../../mail-bridge/outbox/transport';
import { outgoing as outgoingMail } from '../support/outgoing';

const NOW = instant(Date.UTC(2026, 10, 23, 9));
const FULL = 'ENOSPC: no space left on device, write';
const NEVER = new AbortController().signal;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-steps-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const outgoing = (key: string) => outgoingMail(key, { date: NOW, createdAt: NOW });

/** A book whose disk is full when it is about to write what is named, and the server's own count of mails. */
function desk(full: { when: 'accepted' | 'the text' | null }) {
  const disk = openOutboxBook(join(folder, 'outbox.jsonl'));
  const refuse = (what: typeof full.when) => {
    if (full.when === what) throw new Error(FULL);
  };
  const book: OutboxBook = {
    ...disk,
    step(key, event, now, answer) {
      if (event.kind === 'accepted') refuse('accepted');
      return disk.step(key, event, now, answer);
    },
    textBegins(key) {
      refuse('the text');
      disk.textBegins(key);
    },
  };
  const taken: string[] = [];
  const filed: string[] = [];
  const clock = { now: NOW };
  const transport: Transport = {
    send(_envelope, raw, { onText }) {
      try {
        onText();
      } catch {
        return Promise.resolve({ kind: 'not-transmitted', answer: FULL });
      }
      taken.push(raw.toString());
      return Promise.resolve({ kind: 'accepted', answer: '250 taken' });
    },
    close: () => undefined,
  };
  const context: SenderContext = {
    book,
    transport,
    sender: {
      address: 'support@firm.test',
      name: 'Firm',
      replyTo: () => 'support@firm.test',
      loopMark({ key }) {
        if (key === 'broken') throw new Error('it has no mark');
        return 'mark';
      },
      readFiles: noFiles,
    },
    copies: {
      find: () => Promise.resolve(false),
      file(raw) {
        filed.push(raw.toString());
        return Promise.resolve();
      },
      filedByProvider: false,
    },
    lookedFor: new Map(),
    unwritten: new Map(),
    now: () => clock.now,
    log: openLog({ level: 'silent', json: true, write: () => undefined }),
    pause: { until: instant(0) },
    isHeld: () => false,
    quota: () => ({ perDay: 500, perMinute: 60, keptForReplies: 0 }),
  };
  return { context, book, taken, filed, clock };
}

describe('when the disk is full', () => {
  it('after the server has taken a mail, its answer is written down as soon as there is room', async () => {
    const full: Parameters<typeof desk>[0] = { when: 'accepted' };
    const { context, book, taken, filed } = desk(full);
    book.admit(outgoing('a'));
    await expect(sendReady(context, NEVER)).rejects.toThrow(FULL);
    await expect(settleUnknown(context, NEVER)).rejects.toThrow(FULL);
    full.when = null;
    const settled = await settleUnknown(context, NEVER);
    expect(settled).toMatchObject([{ state: 'sent', answer: '250 taken' }]);
    await sendReady(context, NEVER);
    expect(taken).toHaveLength(1);
    expect(filed).toEqual(taken);
  });

  it('before the text leaves, the mail stays here, and goes out once there is room', async () => {
    const full: Parameters<typeof desk>[0] = { when: 'the text' };
    const { context, book, taken, clock } = desk(full);
    book.admit(outgoing('a'));
    await sendReady(context, NEVER);
    expect(book.get('a')).toMatchObject({ state: 'deferred' });
    expect(taken).toEqual([]);
    full.when = null;
    clock.now = instant(NOW + 2 * MS_PER_MINUTE);
    await sendReady(context, NEVER);
    expect(book.get('a')).toMatchObject({ state: 'sent', attempts: 2 });
    expect(taken).toHaveLength(1);
  });
});

it('a mail that cannot be composed has failed, and those behind it go out', async () => {
  const { context, book, taken } = desk({ when: null });
  book.admit(outgoing('broken'));
  book.admit(outgoing('whole'));
  await sendReady(context, NEVER);
  expect(book.get('broken')).toMatchObject({ state: 'failed', attempts: 0 });
  expect(book.get('broken')?.answer).toContain('it has no mark');
  expect(book.get('whole')).toMatchObject({ state: 'sent' });
  expect(taken).toHaveLength(1);
});

it('nothing is claimed once the bridge is to stop', async () => {
  const { context, book } = desk({ when: null });
  book.admit(outgoing('a'));
  await sendReady(context, AbortSignal.abort());
  expect(book.get('a')).toMatchObject({ state: 'queued', attempts: 0 });
});

it('a copy that nobody takes does not keep the bridge from stopping', async () => {
  const { context, book } = desk({ when: null });
  const stop = new AbortController();
  const silent: SenderContext = {
    ...context,
    copies: {
      ...context.copies,
      file() {
        stop.abort();
        return new Promise(() => undefined);
      },
    },
  };
  book.admit(outgoing('a'));
  await sendReady(silent, stop.signal);
  expect(book.get('a')).toMatchObject({ state: 'sent' });
});
