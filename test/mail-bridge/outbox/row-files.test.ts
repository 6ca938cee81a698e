/** Which files go with a row of the Outbox tab: found in the originals of the mails that came, and never in the row. */
import type { Language } from '../../../core/language';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { type Instant, minutes, plus } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import type { DoneRecord, MailRecord } from '../../../mail-bridge/intake/ledger';
import { rowIdOf } from '../../../mail-bridge/intake/ledger-records';
import { openLog } from '../../../mail-bridge/log/log';
import { rowFiles } from '../../../mail-bridge/outbox/row-files';
import type { SpoolName } from '../../../mail-bridge/state/spool';
import { file, gmail, mailOf, multipart, text } from '../mime/picture-mails';
import { NOW } from './letter-firm';

const TICKET = 'T-7K3Q9' as TicketId;
const MERGED = 'T-8M2W4' as TicketId;
const at = (minute: number): Instant => plus(NOW, minutes(minute));
const pdf = (name: string, bytes = name) => file(name, 'application/pdf', Buffer.from(bytes));
const withFiles = (...names: readonly string[]) =>
  mailOf(multipart('mixed', text('plain', 'See the files.'), ...names.map((name) => pdf(name))));

/** A desk that has taken in these mails. */
class Desk {
  readonly history: MailRecord[] = [];
  readonly spool = new Map<string, Buffer>();
  readonly logged: string[] = [];
  lastAnswer: Instant | null = null;
  merged = false;
  private readonly find = rowFiles({
    ledger: { history: () => this.history },
    spool: {
      read: (name) => {
        const raw = this.spool.get(name);
        if (raw === undefined) throw new Error('no such file');
        return raw;
      },
    },
    tickets: {
      get: () => ({ lastOutboundAt: this.lastAnswer }) as never,
      goesOnIn: (id) => (this.merged && id === MERGED ? TICKET : id),
    },
    log: openLog({ level: 'warn', json: false, write: (line) => this.logged.push(line) }),
  });

  /** @returns the name of its original */
  mail(
    minute: number,
    raw: Buffer,
    more: {
      ticket?: TicketId;
      human?: boolean;
      partial?: boolean;
      sent?: boolean;
      outcome?: DoneRecord['outcome'];
    } = {},
  ): SpoolName {
    const { ticket = TICKET, human = true, partial = false, sent = false, outcome = 'reply' } = more;
    const uid = this.history.length + 1;
    const name = uid.toString(16).padStart(64, '0') as SpoolName;
    this.spool.set(name, raw);
    this.history.push({
      spooled: {
        t: 'spooled',
        epoch: 'e',
        uid,
        name,
        at: at(minute),
        day: '2026-11-23',
        size: raw.length,
        partial,
        ...(sent ? { folder: 'sent' as const } : {}),
      },
      done: {
        t: 'done',
        epoch: 'e',
        uid,
        outcome,
        messageId: `<${uid}@client.test>`,
        content: '',
        ticket: {
          ticketId: ticket,
          opened: false,
          at: at(minute),
          from: 'jan@client.test',
          name: '',
          subject: '',
          excerpt: '',
          language: 'en',
          human,
          onlyThanks: false,
          signals: [],
          answers: [],
          shownTo: [],
        },
      },
    });
    return name;
  }

  async of(change: Partial<Row<'outbox'>> = {}, language: Language = 'en') {
    const row: Row<'outbox'> = {
      key: 'turn:1',
      kind: 'assignment',
      ticket_id: TICKET,
      session_id: '',
      to: 'ola@team.test',
      subject: 'x',
      body: 'x',
      language: '',
      template: 'assignment',
      created_at: at(60),
      created_by: 'Rowdesk',
      not_before: null,
      not_after: null,
      state: 'queued',
      message_id: '',
      sent_at: null,
      attempts: 0,
      answer: '',
      covers: [],
      cc: [],
      attachments: [],
      ...change,
    };
    const { files, note } = await this.find(row, language);
    return { names: files.map(({ filename }) => filename), files, note };
  }
}

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

describe('the letter to a colleague', () => {
  test('brings the files of what the participant wrote, with the original that holds them', async () => {
    const original = desk.mail(0, withFiles('plan.pdf', 'list.pdf'));
    const { files, names, note } = await desk.of();
    expect(names).toEqual(['plan.pdf', 'list.pdf']);
    expect(files.map((one) => one.original)).toEqual([original, original]);
    expect(note).toBe('');
  });

  test('brings those of all that was written since our last answer, the latest first, and no older ones', async () => {
    desk.mail(0, withFiles('before.pdf'));
    desk.lastAnswer = at(5);
    desk.mail(10, withFiles('first.pdf'));
    desk.mail(20, withFiles('second.pdf'));
    expect((await desk.of()).names).toEqual(['second.pdf', 'first.pdf']);
  });

  test('leaves what came after it was written to the next letter', async () => {
    desk.mail(0, withFiles('plan.pdf'));
    desk.mail(70, withFiles('later.pdf'));
    expect((await desk.of({ created_at: at(60) })).names).toEqual(['plan.pdf']);
  });

  test('learns of mails that come while the bridge runs', async () => {
    desk.mail(0, withFiles('plan.pdf'));
    await desk.of();
    desk.mail(1, withFiles('more.pdf'));
    expect((await desk.of()).names).toEqual(['more.pdf', 'plan.pdf']);
  });

  test('knows a mail that was in quarantine by what became of it later', async () => {
    desk.mail(0, withFiles('quarantined.pdf'), { outcome: 'quarantined', human: false });
    desk.mail(1, withFiles('plan.pdf'));
    expect((await desk.of()).names).toEqual(['plan.pdf']);
    const [first] = desk.history.splice(0, 1);
    if (first?.done.ticket)
      desk.history.push({
        ...first,
        done: { ...first.done, outcome: 'reply', ticket: { ...first.done.ticket, human: true } },
      });
    expect((await desk.of()).names).toEqual(['plan.pdf', 'quarantined.pdf']);
  });

  test('brings those of a ticket that was merged into it', async () => {
    desk.mail(0, withFiles('plan.pdf'), { ticket: MERGED });
    expect((await desk.of()).names).toEqual([]);
    desk.merged = true;
    expect((await desk.of()).names).toEqual(['plan.pdf']);
  });

  test.each([
    ['a robot', { human: false }],
    ['a colleague', { outcome: 'agent-reply' }],
    ['somebody in the shared mailbox', { sent: true }],
  ] as const)('brings nothing that %s has sent', async (_name, more) => {
    desk.mail(0, withFiles('plan.pdf'), more);
    expect((await desk.of()).names).toEqual([]);
  });

  test('brings pictures between the words as files, not the logo of a signature', async () => {
    desk.mail(0, gmail());
    const { files } = await desk.of();
    expect(files.length).toBeGreaterThan(0);
    expect(files.every(({ contentId }) => contentId === null)).toBe(true);
    expect(files.map(({ filename }) => filename).join()).not.toContain('logo');
  });

  test.each([
    ['en', 'Not attached to this mail: setup.exe ('],
    ['pl', 'Do tej wiadomości nie dołączono: setup.exe ('],
    ['uk', 'До цього листа не долучено: setup.exe ('],
  ] as const)('says what does not come with it, in its language: %s', async (language, said) => {
    desk.mail(0, withFiles('setup.exe', 'plan.pdf'));
    const { names, note } = await desk.of({ language });
    expect(names).toEqual(['plan.pdf']);
    expect(note).toContain(said);
  });

  test('goes out without the files of an original that is gone, and says so', async () => {
    desk.spool.delete(desk.mail(0, withFiles('plan.pdf')));
    desk.mail(1, withFiles('list.pdf'));
    const { names, note } = await desk.of();
    expect(names).toEqual(['list.pdf']);
    expect(note).toContain('can no longer be read');
    expect(desk.logged.join()).toContain('no such file');
  });

  test('does not bring the end of a mail that was too large to be fetched', async () => {
    desk.mail(0, withFiles('plan.pdf', 'film.pdf'), { partial: true });
    const { names, note } = await desk.of();
    expect(names).toEqual(['plan.pdf']);
    expect(note).toContain('film.pdf');
  });
});

test.each(['reply', 'alert', 'acknowledgement'])('a row of kind %s has no files', async (kind) => {
  desk.mail(0, withFiles('plan.pdf'));
  expect(await desk.of({ kind, key: 'other:1' })).toMatchObject({ files: [], note: '' });
});

describe('a relay whose mail is through and which the book does not know', () => {
  const relay = () => {
    const original = desk.mail(0, withFiles('plan.pdf', 'private.pdf'), {
      outcome: 'agent-reply',
      human: false,
    });
    const spooled = desk.history[0]?.spooled;
    if (spooled === undefined) throw new Error('no mail was taken in');
    return { original, key: `relay:${rowIdOf(spooled)}`, kind: 'reply', attachments: ['plan.pdf'] };
  };

  test('has the files again that its row names, and no others', async () => {
    const { original, ...row } = relay();
    const { names, files, note } = await desk.of(row);
    expect([names, files[0]?.original, note]).toEqual([['plan.pdf'], original, '']);
  });

  test('says which of them are lost with the original', async () => {
    const { original, ...row } = relay();
    desk.spool.delete(original);
    const { names, note } = await desk.of({ ...row, language: 'pl' });
    expect(names).toEqual([]);
    expect(note).toContain('plan.pdf');
  });

  test('says the same where the ledger was lost too', async () => {
    const { note } = await desk.of({ key: 'relay:in:gone', kind: 'reply', attachments: ['plan.pdf'] });
    expect(note).toContain('plan.pdf');
  });

  test('has nothing to say without files', async () => {
    const row = { key: 'relay:in:gone', kind: 'reply' };
    expect(await desk.of(row)).toMatchObject({ files: [], note: '' });
  });
});
