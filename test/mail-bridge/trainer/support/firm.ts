/** A firm whose trainers answer by mail: its people, its tracker, its bridge, and what lies in everybody's mailbox. */
import { stat } from 'node:fs/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Row } from '../../../../core/workbook/rows';
import { updateRow } from '../../../../core/workbook/table';
import { createScriptHost } from '../../../../local-sheet/apps-script/host';
import type { ScriptHost } from '../../../../local-sheet/contract';
import type { SettingKey } from '../../../../sheet-templates/settings';
import { builtProject } from '../../../apps-script/support/bundle';
import { until } from '../../../bench/until';
import { type BridgeBench, bridgeBench, ZONE } from '../../support/bench';
import { letter } from '../../support/letters';
import { type Letter, letterOf, type Person, type Program, type Typed } from '../programs/answering';
import { domainOf, mailboxOf, passed, type Results, SERVER, type Servers, startServers } from './servers';

export interface Question {
  readonly from: Person;
  readonly subject: string;
  readonly text: string;
  readonly messageId?: string;
  readonly cc?: readonly string[];
  readonly to?: string;
  readonly headers?: readonly string[];
  readonly results?: Results;
}

export interface Answered extends Typed {
  readonly with: Program;
  readonly letter: Letter;
  readonly results?: Results;
}

export type ColleagueName = 'tom' | 'lena' | 'sara' | 'ola';

export interface TrainerFirm extends Omit<BridgeBench, 'open'> {
  readonly support: string;
  readonly people: Readonly<Record<ColleagueName, Person>>;
  readonly script: ScriptHost;
  readonly servers: Servers;
  /** Participants write, in the order of the list. */
  ask(...questions: readonly Question[]): Promise<void>;
  /** Colleagues press Reply, write and press Send. */
  answer(...answers: readonly Answered[]): Promise<void>;
  /** Puts the bytes of a mail into the mailboxes that they name. */
  post(raw: Buffer, envelope: { from: string; to: readonly string[]; results: Results }): Promise<void>;
  /** The bridge runs, the tracker's minute comes, the bridge runs again, and everything sent has arrived. */
  round(): Promise<void>;
  tick(): void;
  /** For a bridge that is stopped in the middle. */
  readonly openBridge: BridgeBench['open'];
  /** Mail servers stamp whole seconds: an answer within the same second would look older than what it answers. */
  aSecondLater(): Promise<void>;
  ticketOf(person: Person): Promise<Row<'tickets'>>;
  /** Participants ask, and each ticket is given to a colleague, who gets the letter. Returns the tickets' numbers. */
  open(...matters: readonly Matter[]): Promise<readonly string[]>;
  /** A person of the firm gives the ticket to a colleague. */
  assign(ticketId: string, to: Person): Promise<void>;
  inbox(person: Pick<Person, 'address'>): Promise<readonly Received[]>;
  /** The latest mail about a ticket. */
  letterTo(person: Pick<Person, 'address'>, ticketId: string): Promise<Received>;
  /** What a person of the firm wrote to them. */
  answersTo(person: Pick<Person, 'address'>): Promise<readonly Received[]>;
}

export interface Received extends Letter {
  readonly mail: ParsedMail;
  /** Header, text and page, decoded. */
  readonly everything: string;
  /** Written by a program, as its header says. */
  readonly automatic: boolean;
}

/** What stands in a ticket's row when a colleague is asked by mail. */
export interface Matter {
  readonly question: Question;
  readonly colleague: Person;
}

export interface FirmOptions {
  readonly settings?: Partial<Readonly<Record<SettingKey, string>>>;
  readonly sara?: Partial<Row<'team'>>;
  readonly tom?: Partial<Row<'team'>>;
  readonly ola?: Partial<Row<'team'>>;
  readonly plusAddressing?: boolean;
}

export interface TrainerFirms {
  open(options?: FirmOptions): Promise<TrainerFirm>;
  readonly servers: Servers;
}

/** To be called in a `describe`: starts the servers before its tests, and closes everything after them. */
export function trainerFirms(): TrainerFirms {
  let servers: Servers | null = null;
  let count = 0;
  const opened: TrainerFirm[] = [];
  const running = (): Servers => {
    if (servers === null) throw new Error('The mail servers have not been started yet.');
    return servers;
  };
  beforeAll(async () => {
    servers = await startServers();
  });
  afterAll(async () => {
    for (const firm of opened) await firm.close();
    await servers?.stop();
  });
  return {
    get servers() {
      return running();
    },
    async open(options = {}) {
      count += 1;
      const firm = await openFirm(running(), `firm${count}.test`, options);
      opened.push(firm);
      return firm;
    },
  };
}

async function openFirm(servers: Servers, domain: string, options: FirmOptions): Promise<TrainerFirm> {
  const { dovecot, smtp } = servers;
  const support = `support@${domain}`;
  const people = {
    tom: { name: 'Tom Wrona', address: `tom@${domain}` },
    lena: { name: 'Lena Zięba', address: `lena@${domain}` },
    sara: { name: 'Sara Kos', address: `sara@${domain}` },
    ola: { name: 'Ola Sikora', address: `ola@${domain}` },
  } as const;
  await dovecot.makeFolder(support, 'INBOX');
  const bench = await bridgeBench({
    imap: { port: dovecot.imapPort },
    smtp,
    address: support,
    settings: { assignment: 'off', mails_per_minute: '1000', ...options.settings },
    config: { authservId: SERVER, plusAddressing: options.plusAddressing ?? true },
  });
  const { tom, lena, sara, ola } = people;
  const row = ({ name, address }: Person, more: Partial<Row<'team'>>) => ({
    name,
    email: address,
    active: true,
    ...more,
  });
  await bench.append('team', [
    row(tom, { role: 'trainer', languages: ['en'], ...options.tom }),
    row(lena, { role: 'trainer', languages: ['pl'] }),
    row(sara, { role: 'support', languages: ['en'], ...options.sara }),
    row(ola, { role: 'trainer', active: false, ...options.ola }),
  ]);
  const script = createScriptHost({
    bundle: builtProject().bundle,
    service: bench.sheets,
    spreadsheetId: bench.spreadsheetId,
    clock: bench.clock,
    owner: { email: sara.address, locale: 'en' },
    timeZone: ZONE,
  });
  const arrived = new Set<string>();

  /** Whatever the book calls sent lies in the mailbox of everybody to whom it went. */
  const delivered = async (sent: Awaited<ReturnType<typeof bench.once>>['sent']): Promise<void> => {
    for (const { mail, state } of sent) {
      if (state !== 'sent' || arrived.has(mail.messageId)) continue;
      for (const address of [mail.to, ...mail.cc]) {
        await until(
          async () => (await dovecot.mailbox(mailboxOf(address))).map(({ raw }) => raw.toString('latin1')),
          (raws) => raws.some((raw) => raw.includes(mail.messageId)),
        );
      }
      arrived.add(mail.messageId);
    }
  };

  const firm: TrainerFirm = {
    ...bench,
    openBridge: bench.open,
    support,
    people,
    script,
    servers,
    async ask(...questions) {
      await servers.post(
        questions.map(({ from, cc = [], to = support, headers = [], results, ...rest }) => ({
          raw: letter({
            ...rest,
            to,
            from: `${from.name} <${from.address}>`,
            headers: [...(cc.length === 0 ? [] : [`Cc: ${cc.join(', ')}`]), ...headers],
          }),
          from: from.address,
          to: [to, ...cc],
          results: results === undefined ? passed(domainOf(from)) : results,
        })),
      );
    },
    async answer(...answers) {
      const mails = [];
      for (const { with: program, letter: received, results, ...typed } of answers) {
        mails.push({
          raw: await program(received, typed),
          from: typed.from.address,
          to: [...(typed.to ?? [received.replyTo]), ...(typed.cc ?? [])],
          results: results === undefined ? passed(domainOf(typed.from)) : results,
        });
      }
      await servers.post(mails);
    },
    post: (raw, { from, to, results }) => servers.post([{ raw, from, to, results }]),
    async round() {
      await delivered((await bench.once()).sent);
      firm.tick();
      await delivered((await bench.once()).sent);
    },
    tick() {
      script.run('tick');
    },
    async open(...matters) {
      await firm.ask(...matters.map(({ question }) => question));
      await delivered((await bench.once()).sent);
      // By one request, as if somebody had filled the column.
      const { layout, rows } = (await bench.desk.read(['tickets'])).tickets;
      const given = matters.map(({ question, colleague }) => {
        const placed = rows.find(({ row }) => row.requester_email === question.from.address);
        if (placed === undefined) throw new Error(`${question.from.address} has no ticket.`);
        return { id: placed.row.id, rowIndex: placed.rowIndex, assignee: colleague.name };
      });
      await bench.desk.write(
        given.flatMap(({ rowIndex, assignee }) =>
          updateRow(layout, rowIndex, { assignee }, bench.desk.context),
        ),
      );
      const ids = given.map(({ id }) => id);
      await firm.round();
      return ids;
    },
    async aSecondLater() {
      const second = Math.floor(Date.now() / 1_000);
      await until(Date.now, (now) => Math.floor(now / 1_000) > second);
    },
    ticketOf: async ({ address }) =>
      (await bench.row('tickets', ({ requester_email }) => requester_email === address)).row,
    assign: (ticketId, { name }) => bench.edit('tickets', ({ id }) => id === ticketId, { assignee: name }),
    inbox: ({ address }) => inboxOf(servers, address),
    async letterTo(person, ticketId) {
      const about = (await inboxOf(servers, person.address)).filter(({ subject }) =>
        subject.includes(ticketId),
      );
      const latest = about[about.length - 1];
      if (latest === undefined) throw new Error(`${person.address} has got no mail about ${ticketId}.`);
      return latest;
    },
    answersTo: async ({ address }) => (await inboxOf(servers, address)).filter(({ automatic }) => !automatic),
  };
  return firm;
}

/** A mail in a Maildir never changes. */
const read = new Map<string, { readonly letter: Received; readonly mtimeMs: number }>();

/** In the order in which they were delivered: by their names, those of one second lie in any. */
async function inboxOf({ dovecot }: Servers, address: string): Promise<readonly Received[]> {
  const messages = (await dovecot.mailbox(address)).filter(({ folder }) => folder === 'INBOX');
  const letters = await Promise.all(
    messages.map(async ({ raw, file }) => {
      const known = read.get(file);
      if (known !== undefined) return known;
      const { mtimeMs } = await stat(file);
      const mail = await simpleParser(raw);
      const automatic = mail.headers.has('auto-submitted');
      const header = mail.headerLines.map(({ line }) => line).join('\n');
      const everything = [header, mail.text ?? '', mail.html || ''].join('\n');
      const letter: Received = { ...letterOf(mail), mail, everything, automatic };
      read.set(file, { letter, mtimeMs });
      return { letter, mtimeMs };
    }),
  );
  return letters.sort((a, b) => a.mtimeMs - b.mtimeMs).map(({ letter }) => letter);
}
