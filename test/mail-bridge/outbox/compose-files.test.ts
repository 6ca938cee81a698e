/** The files of a mail that leaves: taken from the spool, attached or shown between the words, the same at every attempt. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type ParsedMail, simpleParser } from 'mailparser';
import { readText } from '../../../core/mail/reply';
import type { OutgoingFile, OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { LARGEST_RELAYED, relayedFiles } from '../../../core/outbox/relayed-files';
import { instant } from '../../../core/time/instant';
import { openLog } from '../../../mail-bridge/log/log';
import { withPicturePlaces } from '../../../mail-bridge/mime/picture-places';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { filesInSpool, originalsOfFiles } from '../../../mail-bridge/outbox/attached-files';
import { composeMail, type Sender } from '../../../mail-bridge/outbox/compose';
import { openOutboxBook } from '../../../mail-bridge/outbox/outbox-book';
import { openSpool, type Spool, type SpoolName } from '../../../mail-bridge/state/spool';
import { apple, file, gmail, mailOf, multipart, text } from '../mime/picture-mails';
import { outgoing } from '../support/outgoing';
import { sender as firm } from './letter-firm';

let folder: string;
let spool: Spool;
let logged: string[];
let sender: Sender;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-files-'));
  mkdirSync(join(folder, 'spool'));
  spool = openSpool(join(folder, 'spool'));
  logged = [];
  const log = openLog({ level: 'warn', json: false, write: (line) => logged.push(line) });
  sender = { ...firm, readFiles: filesInSpool({ spool, log }) };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function keep(raw: Buffer): Promise<SpoolName> {
  const [name] = await spool.keep([raw]);
  if (name === undefined) throw new Error('nothing was kept');
  return name;
}
const forget = (original: string) => rmSync(join(folder, 'spool', `${original}.eml`));

/** The relay of a colleague's mail, as the bridge makes it. */
async function relayOf(raw: Buffer, more: Partial<OutgoingMail> = {}): Promise<OutgoingMail> {
  const original = await keep(raw);
  const mail = withPicturePlaces(await readMail(raw));
  const words = readText(mail).reply;
  const { files } = relayedFiles({ original, mail, words });
  return outgoing('relay:1', { text: `${words}\n\n-- \nHelp: support@firm.test`, files, ...more });
}

const bytes = (mail: OutgoingMail) => composeMail(mail, sender);
const parsed = async (mail: OutgoingMail): Promise<ParsedMail> => simpleParser(await bytes(mail));

/** `multipart/mixed(text/plain application/pdf)`, from the tree of the parts. */
async function structureOf(mail: OutgoingMail): Promise<string> {
  const raw = (await bytes(mail)).toString('latin1').replace(/\r\n[ \t]+/g, ' ');
  const open: string[] = [];
  let out = '';
  for (const [line, closed, type, boundary] of raw.matchAll(
    /^(?:--(\S+)--\r$|Content-Type: ([\w/.+-]+)(?:.*boundary="([^"]*)")?)/gm,
  )) {
    if (closed !== undefined && closed === open[open.length - 1]) {
      open.pop();
      out += ')';
    } else if (type !== undefined) {
      out += `${out === '' || out.endsWith('(') ? '' : ' '}${type}${boundary === undefined ? '' : '('}`;
      if (boundary !== undefined) open.push(boundary);
    } else {
      throw new Error(`no part begins or ends with ${line}`);
    }
  }
  return out;
}

const PLAN = Buffer.from('%PDF-1.7\r\n\u0000\u00ff\n.\n', 'latin1');
const withPlan = (name = 'plan.pdf', type = 'application/pdf'): Buffer =>
  mailOf(multipart('mixed', text('plain', 'Here is the plan.'), file(name, type, PLAN)));

describe('an attached file', () => {
  test('arrives with its bytes, its name and its type', async () => {
    const { attachments, text: words } = await parsed(await relayOf(withPlan()));
    expect(attachments).toMatchObject([
      { filename: 'plan.pdf', contentType: 'application/pdf', contentDisposition: 'attachment' },
    ]);
    expect(attachments[0]?.content.equals(PLAN)).toBe(true);
    expect(words?.trimEnd()).toBe('Here is the plan.\n\n-- \nHelp: support@firm.test');
  });

  test('is read the same by Rowdesk itself', async () => {
    const { attachments } = await readMail(await bytes(await relayOf(withPlan())));
    expect(attachments).toMatchObject([
      { filename: 'plan.pdf', sha256: createHash('sha256').update(PLAN).digest('hex'), inline: false },
    ]);
  });

  test.each<[string, string, string, string]>([
    ['of any alphabet', 'план заняття №1.pdf', 'application/pdf', 'application/pdf'],
    [
      'of a text in another charset, whose bytes stay',
      'lista.csv',
      'text/csv; charset=windows-1250',
      'text/csv',
    ],
    ['of a type that would be more parts', 'x.bin', 'multipart/mixed', 'application/octet-stream'],
    ['of a type that would be another mail', 'x.bin', 'message/partial', 'application/octet-stream'],
  ])('%s', async (_name, filename, type, arrives) => {
    const plan = { filename, type: type.split(';')[0] ?? '', contentId: null, size: PLAN.length };
    const [original, sha256] = [await keep(withPlan()), createHash('sha256').update(PLAN).digest('hex')];
    const mail = outgoing('relay:1', { files: [{ original, sha256, ...plan }] });
    const { attachments } = await parsed(mail);
    expect(attachments).toMatchObject([{ filename, contentType: arrives }]);
    expect(attachments[0]?.content.equals(PLAN)).toBe(true);
  });

  test.each([
    'x\r\nBcc: victim@example.com\r\n\r\n<b>evil</b>',
    'x"; filename="y.exe',
    'x\u2028X-Evil: 1\u0000',
    '../../x',
  ])('writes no header with its name: %j', async (filename) => {
    const [made] = (await relayOf(withPlan())).files;
    if (!made) throw new Error('no file');
    const mail = await parsed(
      outgoing('relay:1', { files: [{ ...made, filename, type: `a/b\r\nX-Evil: 1` }] }),
    );
    expect([...mail.headers.keys()].filter((name) => /bcc|evil/.test(name))).toEqual([]);
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]?.content.equals(PLAN)).toBe(true);
    expect(mail.attachments[0]?.headers.has('x-evil')).toBe(false);
  });
});

describe('a picture between the words', () => {
  test('stands there in the page, by the part that it is of, and as its name in the text', async () => {
    const mail = await relayOf(gmail());
    const { html, text: words, attachments } = await parsed({ ...mail, text: `Hello,\n\n${mail.text}` });
    expect(words).toContain('and then here: [image.png]');
    const ids = attachments.map(({ cid }) => cid);
    expect(ids).toHaveLength(2);
    const page = html || '';
    // mailparser puts the bytes into the page where it finds the part.
    const shown = [
      ...page.matchAll(/<img src="data:image\/png;base64,([^"]*)" alt="([^"]*)" style="([^"]*)">/g),
    ];
    expect(
      shown.map(([, data = '', alt]) => [Buffer.from(data, 'base64').toString('latin1').slice(6), alt]),
    ).toEqual([
      ['one', 'Screenshot 2026-11-23 at the very beginning of the lesson, page one.png'],
      ['two', 'image.png'],
    ]);
    expect(shown.map(([, , , style]) => style)).toEqual(Array(2).fill('max-width:100%;height:auto'));
    expect(page.match(/<img/g)).toHaveLength(2);
  });

  test.each<[string, () => Buffer, Partial<OutgoingMail>, string]>([
    [
      'within the page',
      gmail,
      {},
      'multipart/alternative(text/plain multipart/related(text/html image/png image/png))',
    ],
    [
      'within the page, the others behind it',
      apple,
      {},
      'multipart/mixed(multipart/alternative(text/plain multipart/related(text/html image/jpeg)) image/heic application/pdf)',
    ],
    [
      'attached for a reader who gets no page',
      gmail,
      { plainOnly: true },
      'multipart/mixed(text/plain image/png image/png)',
    ],
    [
      'attached when its place was taken out of the text',
      gmail,
      { text: 'Click here: [image.png]' },
      'multipart/mixed(multipart/alternative(text/plain multipart/related(text/html image/png)) image/png)',
    ],
  ])('is a part %s', async (_name, raw, more, structure) => {
    expect(await structureOf(await relayOf(raw(), more))).toBe(structure);
  });

  test.each<[string, Partial<OutgoingFile>]>([
    ['whose type few programs show', { type: 'image/heic' }],
    ['that could run scripts', { type: 'image/svg+xml' }],
    ['that is no picture', { type: 'text/html' }],
    ['that was attached', { contentId: null }],
    ['with an id that would end the attribute', { contentId: 'x" onerror="alert(1)@x' }],
    ['with an id that would write a header', { contentId: 'x@y\r\nX-Evil: 1' }],
  ])('is only what the mail carries as one: not a file %s', async (_name, change) => {
    const mail = await relayOf(gmail());
    const { html, attachments, headers } = await parsed({
      ...mail,
      files: mail.files.map((each) => ({ ...each, ...change })),
    });
    expect(html).not.toContain('<img');
    expect(html).toContain('[image.png]');
    expect(attachments).toHaveLength(2);
    expect(headers.has('x-evil')).toBe(false);
  });

  test('is nothing that words could make: without such a file a place is what somebody typed', async () => {
    const words = '[image.png] ![x](cid:a@x) <img src="cid:a@x"> [a](b)';
    const { html } = await parsed(outgoing('reply:1', { text: words }));
    expect(html).not.toContain('<img');
    expect(html).toContain('[image.png] ![x](cid:a@x) &lt;img src=&quot;cid:a@x&quot;&gt; [a](b)');
  });

  test('keeps its name out of the markup, whatever it is', async () => {
    const [made] = (await relayOf(gmail())).files;
    if (!made) throw new Error('no file');
    const name = fc.string({
      unit: fc.constantFrom(...'ab"<>&@.:/ \'('.split('')),
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(name, async (written) => {
        fc.pre(written.trim() === written && !written.includes('  '));
        const filename = `${written}.png`;
        const { html } = await parsed(
          outgoing('r', { text: `x [${filename}] y`, files: [{ ...made, filename }] }),
        );
        const letter = /<p>x ([\s\S]*?) y<\/p>/.exec(html || '')?.[1];
        expect(letter).toMatch(/^<img src="data:[^"]*" alt="[^"<>]*" style="[^"]*">$/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the same mail', () => {
  test.each<[string, () => Buffer, Partial<OutgoingMail>]>([
    ['with a file', withPlan, {}],
    ['with pictures', gmail, {}],
    ['with both', apple, {}],
    ['with a name and copies', apple, { fromName: 'Żaneta via Firma', cc: ['anna@x.test', 'jan@y.test'] }],
  ])('is the same bytes at every attempt (%s)', async (_name, raw, more) => {
    const mail = await relayOf(raw(), more);
    const [first, again] = [await bytes(mail), await bytes(JSON.parse(JSON.stringify(mail)) as OutgoingMail)];
    expect(first.equals(again)).toBe(true);
  });
});

describe('a file that is gone', () => {
  const missing = async (mail: OutgoingMail) => {
    forget(mail.files[0]?.original ?? '');
    return parsed(mail);
  };
  test.each([
    ['en', 'A file could not be attached: plan.pdf. If you need it, please answer this mail.'],
    [
      'pl',
      'Nie udało się dołączyć pliku: plan.pdf. Jeśli jest potrzebny, prosimy o odpowiedź na tę wiadomość.',
    ],
    ['uk', 'Не вдалося долучити файл: plan.pdf. Якщо він потрібен, дайте відповідь на цей лист.'],
  ] as const)('is named in the mail, above its footer, and in the log (%s)', async (language, sentence) => {
    const { text: words, html, attachments } = await missing(await relayOf(withPlan(), { language }));
    expect(words?.trimEnd()).toBe(`Here is the plan.\n\n${sentence}\n\n-- \nHelp: support@firm.test`);
    expect(html).toContain(`<p>${sentence}</p>`);
    expect(attachments).toEqual([]);
    expect(logged.join('')).toMatch(/without it.*plan\.pdf/);
  });

  test('keeps the mail from nothing else: the others go with it', async () => {
    const kept = await relayOf(gmail());
    const gone = await relayOf(withPlan());
    forget(gone.files[0]?.original ?? '');
    const { attachments, text: words } = await parsed({ ...kept, files: [...gone.files, ...kept.files] });
    expect(attachments).toHaveLength(2);
    expect(words).toContain('could not be attached: plan.pdf.');
  });

  test('is one whose bytes are others than those that were promised', async () => {
    const mail = await relayOf(withPlan());
    const [plan] = mail.files;
    if (!plan) throw new Error('no file');
    writeFileSync(join(folder, 'spool', `${plan.original}.eml`), mailOf(text('plain', 'damaged')));
    const { attachments, text: words } = await parsed(mail);
    expect(attachments).toEqual([]);
    expect(words).toContain('could not be attached: plan.pdf.');
  });

  test('is not asked for where the answer would go to somebody else', async () => {
    const { text: words } = await missing(await relayOf(withPlan(), { kind: 'assignment' }));
    expect(words).toContain('A file could not be attached: plan.pdf.\n');
    expect(words).not.toContain('please answer');
  });

  test('is never looked for outside of the spool', async () => {
    const mail = await relayOf(withPlan());
    const files = mail.files.map((each) => ({ ...each, original: `../spool/${each.original}` }));
    expect((await parsed({ ...mail, files })).attachments).toEqual([]);
    expect(logged.join('')).toContain('no mail in the spool has such a name');
  });
});

test('a mail is read once for all of its files, and nothing is kept of it', async () => {
  const mail = await relayOf(apple());
  const read: string[] = [];
  const counting = {
    read(name: SpoolName) {
      read.push(name);
      return spool.read(name);
    },
  };
  const log = openLog({ level: 'silent', json: false, write: () => undefined });
  const counted: Sender = { ...firm, readFiles: filesInSpool({ spool: counting, log }) };
  await composeMail(mail, counted);
  expect(read).toHaveLength(1);
  await composeMail(mail, counted);
  expect(read).toHaveLength(2);
});

test('the largest that goes on arrives whole', async () => {
  const film = Buffer.alloc(LARGEST_RELAYED, 'film');
  const mail = await relayOf(
    mailOf(multipart('mixed', text('plain', 'The film.'), file('film.mp4', 'video/mp4', film))),
  );
  const raw = await bytes(mail);
  expect(raw.length).toBeLessThan(25_000_000);
  const { attachments } = await readMail(raw);
  expect(attachments[0]?.sha256).toBe(createHash('sha256').update(film).digest('hex'));
});

describe('originals that a mail still takes files from', () => {
  const AT = instant(0);
  test('are those of mails that may still go out, or go out again', async () => {
    const book = openOutboxBook(join(folder, 'outbox'));
    const of = (original: string): OutgoingFile => ({
      original,
      sha256: '0'.repeat(64),
      filename: 'plan.pdf',
      type: 'application/pdf',
      size: 1,
      contentId: null,
    });
    const STEPS = {
      queued: [],
      sending: ['claimed'],
      deferred: ['claimed', 'not-transmitted'],
      unknown: ['claimed', 'lost'],
      sent: ['claimed', 'accepted'],
      failed: ['claimed', 'refused'],
    } as const;
    for (const [state, steps] of Object.entries(STEPS)) {
      book.admit(outgoing(state, { createdAt: AT, files: [of(`of ${state}`)] }));
      for (const kind of steps) book.step(state, { kind }, AT, '');
      expect(book.get(state)?.state).toBe(state);
    }
    book.admit(outgoing('cancelled', { createdAt: AT, files: [of('of cancelled')] }));
    book.cancel('cancelled', AT, 'A person wished it.');
    expect([...originalsOfFiles(book)].sort()).toEqual([
      'of deferred',
      'of queued',
      'of sending',
      'of unknown',
    ]);
    book.close();
  });
});
