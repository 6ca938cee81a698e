/** A restored bridge looks for what its journal still promises among the sent mails, and what it does when it cannot. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, MS_PER_DAY, MS_PER_MINUTE } from '../../../core/time/instant';
import { silentLog } from '../../../mail-bridge/log/log';
import { openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import { catchUp } from '../../../mail-bridge/restoration/catch-up';
import { searchFailure } from '../../../mail-bridge/restoration/search-failure';
import { outgoing } from '../support/outgoing';

const START = instant(Date.parse('2026-11-23T09:00:00Z'));

describe('the look into the sent mails after a restoration', () => {
  let folder: string;
  let minute: number;
  let server: 'answers' | 'fails' | 'has no such folder';
  const sent = new Set<string>();
  const open: { close(): void }[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rowdesk-look-'));
    minute = 0;
    server = 'answers';
    sent.clear();
  });
  afterEach(() => {
    for (const one of open.splice(0)) one.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A bridge that has just been started on the folder. */
  function started() {
    for (const one of open.splice(0)) one.close();
    const book = openOutboxBook(join(folder, 'outbox.jsonl'));
    open.push(book);
    const now = () => instant(START + minute * MS_PER_MINUTE);
    const look = catchUp([], {
      book,
      findSent: (ids) => {
        if (server === 'fails') return Promise.reject(new Error('NO [UNAVAILABLE] try later'));
        return Promise.resolve(server === 'answers' ? new Set(ids.filter((id) => sent.has(id))) : null);
      },
      failing: searchFailure(join(folder, 'search-failure')),
      now,
      log: silentLog,
    });
    return { book, look };
  }
  const promised = (...keys: string[]) => {
    const { book } = started();
    for (const key of keys) book.admit(outgoing(key, { messageId: `<${key}@school.test>` }));
  };
  const refusal = 'NO [UNAVAILABLE] try later';

  test('finds those that have left, and lets the others go', async () => {
    promised('gone', 'waits');
    sent.add('<gone@school.test>');
    const { book, look } = started();
    expect((await look.beforeSending()).map(({ mail }) => mail.key)).toEqual(['gone']);
    expect(book.get('gone')?.state).toBe('sent');
    expect(book.get('waits')?.state).toBe('queued');
  });

  test('keeps everything back for a quarter of an hour while it fails, then goes on', async () => {
    promised('waits');
    server = 'fails';
    const { look } = started();
    for (minute of [0, 1, 5, 14]) await expect(look.beforeSending()).rejects.toThrow(refusal);
    minute = 15;
    expect(await look.beforeSending()).toEqual([]);
  });

  test('counts the quarter of an hour over starts, as of a bridge that a timer starts', async () => {
    promised('waits');
    server = 'fails';
    for (minute of [0, 5, 10]) await expect(started().look.beforeSending()).rejects.toThrow(refusal);
    minute = 15;
    expect(await started().look.beforeSending()).toEqual([]);
  });

  test('begins to count anew after a search that went well', async () => {
    promised('waits');
    server = 'fails';
    await expect(started().look.beforeSending()).rejects.toThrow(refusal);
    minute = 14;
    server = 'answers';
    await started().look.beforeSending();
    minute = 20;
    server = 'fails';
    await expect(started().look.beforeSending()).rejects.toThrow(refusal);
  });

  test.each([
    ['of a clock that was ahead', -60],
    ['that came back with an old snapshot', (2 * MS_PER_DAY) / MS_PER_MINUTE],
  ])('does not believe a moment %s', async (_what, later) => {
    promised('waits');
    server = 'fails';
    await expect(started().look.beforeSending()).rejects.toThrow(refusal);
    minute = later;
    await expect(started().look.beforeSending()).rejects.toThrow(refusal);
  });

  test('lets mails go where there is no folder of sent mails', async () => {
    promised('waits');
    server = 'has no such folder';
    const { book, look } = started();
    expect(await look.beforeSending()).toEqual([]);
    expect(book.get('waits')?.state).toBe('queued');
  });
});
