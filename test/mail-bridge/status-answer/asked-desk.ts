/** A desk with some tickets, at which a mail arrives that asks how they stand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncomingMail } from '../../../core/intake/incoming';
import { knownTickets } from '../../../core/intake/known-tickets';
import { knownToThread } from '../../../core/intake/known-to-thread';
import { isLanguage } from '../../../core/language';
import { addressKey } from '../../../core/mail/addresses';
import { believed, standingOf } from '../../../core/mail/standing';
import { thread } from '../../../core/mail/thread';
import { understandMail } from '../../../core/mail/understanding';
import { exchanges } from '../../../core/outbox/exchange';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { type Instant, minutes, plus } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { acknowledger } from '../../../mail-bridge/acknowledge';
import { silentLog } from '../../../mail-bridge/log/log';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { openBrake } from '../../../mail-bridge/state/brake';
import { type StatusAnswer, statusAnswer } from '../../../mail-bridge/status-answer/status-answer';
import type { Settings } from '../../../sheet-templates/settings';
import { participantRow } from '../../core/session/reminder-rows';
import { ticketRow } from '../../core/ticket/ticket-rows';
import { context, keys, NOW, SUPPORT } from '../outbox/letter-firm';

export { keys, SUPPORT } from '../outbox/letter-firm';

export const ANNAS = 'T-7K3Q9' as TicketId;
export const ANNAS_OTHER = 'T-ABCDE' as TicketId;
export const ANNAS_CLOSED = 'T-33333' as TicketId;
export const BENS = 'T-55555' as TicketId;
export const ROOT = '<first@client.test>';

const days = (n: number) => minutes(n * 24 * 60);
export const ago = (n: number): Instant => plus(NOW, days(-n));

export const ROWS: readonly Row<'tickets'>[] = [
  ticketRow({
    id: ANNAS,
    status: 'waiting_participant',
    subject: 'Re: Hasło wygasło',
    requester_email: 'anna@client.test',
    created_at: ago(11),
    last_outbound_at: ago(3),
    language: 'pl',
  }),
  ticketRow({
    id: ANNAS_OTHER,
    status: 'open',
    subject: 'Faktura',
    requester_email: 'anna@client.test',
    created_at: ago(2),
    language: 'pl',
  }),
  ticketRow({
    id: ANNAS_CLOSED,
    status: 'closed',
    subject: 'Certyfikat',
    requester_email: 'anna@client.test',
    created_at: ago(40),
    language: 'pl',
  }),
  ticketRow({
    id: BENS,
    status: 'open',
    subject: 'Secret of Ben',
    requester_email: 'ben@client.test',
    created_at: ago(1),
    language: 'en',
  }),
  ticketRow({
    id: 'T-66666',
    status: 'on_hold',
    subject: 'Не можу увійти',
    requester_email: 'oksana@client.test',
    created_at: ago(5),
    language: 'uk',
  }),
];

export interface Desk {
  readonly settings?: Partial<Settings>;
  readonly templates?: readonly Row<'templates'>[];
  readonly participants?: readonly Partial<Row<'participants'>>[];
  readonly rows?: readonly Row<'tickets'>[];
  readonly authservId?: string | undefined;
}

export interface AskedDesk {
  arrives(raw: string, receivedAt?: Instant): Promise<StatusAnswer | null>;
  /** How often the Tickets tab was read. */
  readings(): number;
  advance(byMinutes: number): void;
}

const folder = mkdtempSync(join(tmpdir(), 'rowdesk-status-'));
let files = 0;

/** To be called when the tests are over. */
export function tidy(): void {
  rmSync(folder, { recursive: true, force: true });
}

const TEAM = new Set(['ewa@akademia-jasna.test']);
/** Anna put Carol in Cc; everybody has written in their own. */
const CONVERSATIONS = [
  { ticketId: ANNAS, from: 'anna@client.test', id: ROOT, shownTo: ['carol@client.test'] },
  { ticketId: BENS, from: 'ben@client.test', id: '<bens@client.test>', shownTo: ['anna@client.test'] },
] as const;

export function askedDesk(options: Desk = {}): AskedDesk {
  const { settings = {}, templates, participants = [], rows = ROWS } = options;
  const authservId = 'authservId' in options ? options.authservId : 'mx.firm.test';
  let now = NOW;
  let read = 0;
  files += 1;
  const tickets = knownTickets();
  for (const { ticketId, from, id, shownTo } of CONVERSATIONS) {
    tickets.mailIn(
      {
        ticketId,
        opened: true,
        at: ago(11),
        from,
        name: '',
        subject: 'Hasło wygasło',
        excerpt: '',
        language: 'pl',
        human: true,
        onlyThanks: false,
        answers: [],
        signals: [],
        shownTo,
      },
      id,
    );
  }
  const letter = () =>
    context({ settings: { language: 'en', ...settings }, now, ...(templates && { templates }) });
  const { answer } = acknowledger({
    book: { all: () => [] },
    brake: openBrake(join(folder, `brake-${files}.jsonl`)),
    exchanges: exchanges(),
    facts: () => letter().facts,
    isInRoster: () => false,
    now: () => now,
    write: () => null,
    log: silentLog,
  });
  return {
    async arrives(raw, receivedAt = now) {
      const incoming = await understood(raw, receivedAt);
      const { mail } = incoming;
      return statusAnswer(incoming, {
        verdict: believed(mail, thread(mail, knownToThread(tickets, keys, receivedAt)), authservId),
        sender: standingOf(mail, { team: TEAM, authservId }),
        authservId,
        ownAddresses: [SUPPORT],
        book: { get: () => null },
        now,
        ticketRows: async () => {
          read += 1;
          return rows;
        },
        tickets,
        participants: participants.map(participantRow),
        answer,
        letter: letter(),
      });
    },
    readings: () => read,
    advance: (by) => {
      now = plus(now, minutes(by));
    },
  };
}

async function understood(raw: string, receivedAt: Instant): Promise<IncomingMail> {
  const mail = await readMail(Buffer.from(raw.replace(/\n/g, '\r\n')));
  const { text, calendar, classification, bounce, handedOnFrom, tone } = understandMail(
    mail,
    {
      ownAddresses: [SUPPORT],
      ownMessageId: () => false,
      ownLoopMark: () => false,
    },
    { byColleague: mail.from !== null && TEAM.has(addressKey(mail.from.address)) },
  );
  return {
    mail,
    classification,
    bounce,
    words: text.reply,
    calendar,
    tone,
    fullText: text.text,
    language: isLanguage(text.language) ? text.language : null,
    forwardedFrom: handedOnFrom,
    receivedAt,
    original: 'f00dfeed'.repeat(8),
  };
}

export interface Written {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  /** More header lines. */
  readonly headers?: readonly string[];
  /** What the mailbox's own server says of the sender; null: nothing. */
  readonly dmarc?: 'pass' | 'fail' | null;
}

/** A mail as it lies in the mailbox. */
export function written({
  from = 'Anna Nowak <anna@client.test>',
  to = SUPPORT,
  subject = 'status',
  text = '',
  headers = [],
  dmarc = 'pass',
}: Written = {}): string {
  const domain = /@([^>]+)/.exec(from)?.[1] ?? '';
  return [
    ...(dmarc === null ? [] : [`Authentication-Results: mx.firm.test; dmarc=${dmarc} header.from=${domain}`]),
    'Received: from mail.client.test by mx.firm.test; Mon, 23 Nov 2026 09:00:00 +0000',
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Message-ID: <wish@client.test>',
    'Date: Mon, 23 Nov 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    ...headers,
    '',
    text,
  ].join('\n');
}
