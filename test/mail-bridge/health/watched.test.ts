/** What a failure says about the other side: that it does not answer, or that it does not let us in. */
import type { Attempt } from '../../../core/health/contact';
import { watchedMailbox, watchedSheets, watchedTransport } from '../../../mail-bridge/health/watched';
import { keepSecret } from '../../../mail-bridge/log/secrets';
import { MailboxError, RefusedCommand } from '../../../mail-bridge/mailbox/connection';
import type { Mailbox } from '../../../mail-bridge/mailbox/mailbox';
import type { Delivery } from '../../../mail-bridge/outbox/delivery';
import {
  NotWritten,
  RefusedWrite,
  type SheetsClient,
  UnclearWrite,
} from '../../../mail-bridge/sheets/sheets-client';
import { UserError } from '../../../mail-bridge/user-error';

const RUNNING = new AbortController().signal;
const STOPPED = AbortSignal.abort();

function notebook() {
  const notes: string[] = [];
  return {
    notes,
    note: (kind: string, attempt: Attempt) => {
      notes.push(`${kind} ${attempt.kind}${'reason' in attempt ? `: ${attempt.reason}` : ''}`);
    },
  };
}

function answered(status: number, message = `status ${status}`): Error {
  return Object.assign(new Error(message), { response: { status } });
}

describe('the Sheet', () => {
  const failing = (error: Error): SheetsClient => ({
    calls: { read: 0, write: 0 },
    spreadsheetId: 'x',
    read: () => Promise.reject(error),
    get: () => Promise.reject(error),
    write: () => Promise.reject(error),
    untilTaken: (work) => work(),
  });

  it.each<[string, Error, string]>([
    [
      'a key that was deleted',
      new UserError('Google does not accept the credentials.', 'Do this.', { cause: answered(401) }),
      'refused: Google does not accept the credentials.',
    ],
    [
      'a Sheet that is shared no more',
      new UserError('It may not be edited.', 'Share it.', { cause: answered(403) }),
      'refused: It may not be edited.',
    ],
    [
      'the same, said only in the answer',
      Object.assign(new Error('Bad Request'), {
        response: { status: 400, data: { error: 'invalid_grant' } },
      }),
      'refused: Bad Request',
    ],
    [
      'a token that Google does not renew',
      answered(400, 'invalid_grant: Invalid JWT Signature.'),
      'refused: invalid_grant: Invalid JWT Signature.',
    ],
    [
      'no answer',
      new UserError('Google Sheets cannot be reached: ECONNRESET.', 'Wait.'),
      'silent: Google Sheets cannot be reached: ECONNRESET.',
    ],
    ['a fault of Google’s', answered(503, 'unavailable'), 'silent: unavailable'],
    [
      'a write of which nobody knows',
      new UnclearWrite('cut', {}),
      'silent: Google did not say whether the Sheet was written: cut.',
    ],
    ['a quota that is used up', new NotWritten('quota', null), 'silent: quota'],
    ['a write whose content is refused', new RefusedWrite('no grid'), 'answer'],
  ])('%s', async (_name, error, noted) => {
    const book = notebook();
    const sheets = watchedSheets(failing(error), book, RUNNING);
    await expect(sheets.read([])).rejects.toBe(error);
    await expect(sheets.write([{}])).rejects.toBe(error);
    expect(book.notes).toEqual([`sheet-read ${noted}`, `sheet-write ${noted}`]);
  });

  it.each<[string, (said: string) => Error]>([
    ['an answer', (said) => answered(503, said)],
    ['a sentence for the one at the keyboard', (said) => new UserError(said, 'Wait.')],
  ])('that says a password back in %s is not quoted with it', async (_name, failureWith) => {
    keepSecret('correct-horse-battery');
    const book = notebook();
    const sheets = watchedSheets(failing(failureWith('Not with correct-horse-battery.')), book, RUNNING);
    await expect(sheets.read([])).rejects.toThrow();
    expect(book.notes).toEqual(['sheet-read silent: Not with (hidden).']);
  });

  it('is not blamed for what a stopping bridge breaks off, nor is an empty write a contact', async () => {
    const book = notebook();
    await expect(watchedSheets(failing(new Error('aborted')), book, STOPPED).read([])).rejects.toThrow(
      'aborted',
    );
    const fine = { ...failing(new Error()), write: () => Promise.resolve() };
    await watchedSheets(fine, book, RUNNING).write([]);
    expect(book.notes).toEqual([]);
  });
});

describe('the mailbox', () => {
  it.each<[string, Error, string]>([
    [
      'refuses the password',
      new MailboxError('refused-login', 'wrong password'),
      'mailbox refused: wrong password',
    ],
    ['is out of reach', new MailboxError('unreachable', 'nobody there'), 'mailbox silent: nobody there'],
    ['has lost its folder', new MailboxError('no-such-folder', 'no INBOX'), 'mailbox silent: no INBOX'],
  ])('%s', async (_name, error, noted) => {
    const book = notebook();
    await expect(watchedMailbox(book, RUNNING, () => Promise.reject(error))).rejects.toBe(error);
    expect(book.notes).toEqual([noted]);
  });

  it('is looked at when it has listed its mails, not when it has only let us in', async () => {
    const book = notebook();
    const open = { listFrom: async () => [1], fetchHeader: () => Promise.reject(new RefusedCommand('NO')) };
    const mailbox = await watchedMailbox(book, RUNNING, async () => open as unknown as Mailbox);
    expect(book.notes).toEqual([]);
    expect(await mailbox.listFrom(1)).toEqual([1]);
    await expect(mailbox.fetchHeader(1)).rejects.toThrow('NO');
    expect(book.notes).toEqual(['mailbox success', 'mailbox answer']);
  });
});

describe('the outgoing server', () => {
  const handover = { onText: () => undefined, signal: RUNNING };
  const send = async (delivery: Delivery, signal = RUNNING) => {
    const book = notebook();
    const transport = watchedTransport({ send: async () => delivery, close: () => undefined }, book);
    expect(
      await transport.send({ from: 'a@b.test', to: 'c@d.test', cc: [] }, Buffer.alloc(0), {
        ...handover,
        signal,
      }),
    ).toBe(delivery);
    return book.notes;
  };

  it.each<[Delivery['kind'], string]>([
    ['accepted', 'smtp success'],
    ['refused', 'smtp answer'],
    ['refused-for-now', 'smtp answer'],
    ['login-refused', 'smtp refused: said'],
    ['not-transmitted', 'smtp silent: said'],
    ['lost', 'smtp silent: said'],
  ])('%s', async (kind, noted) => {
    expect(await send({ kind, answer: 'said' })).toEqual([noted]);
  });

  it('is not blamed for a mail that a stopping bridge gave up', async () => {
    expect(await send({ kind: 'not-transmitted', answer: 'stopped' }, STOPPED)).toEqual([]);
  });
});
