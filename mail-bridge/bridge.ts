/**
 * The bridge: mails in, rows out; rows in, mails out.
 *
 * Two things go on side by side: the mailbox is emptied into the spool as mail arrives, and the desk is worked in
 * rounds. They meet in the ledger and in the outbox book. Only the rounds touch the Sheet, so it has one writer.
 */

import type { OutgoingMail } from '../core/outbox/outgoing-mail';
import { isPersonsAnswer } from '../core/outbox/outgoing-mail';
import type { Clock, Instant, ZoneOffset } from '../core/time/instant';
import { type BridgeState, openBridgeState } from './bridge-state';
import type { Config } from './config/config';
import { type DeskFacts, deskFacts, FACT_TABLES } from './desk-facts';
import { problemReporter } from './desk-problems';
import { readDesk, showDesk } from './desk-tick';
import { recallFromSheet } from './intake/recall';
import { enterMailbox, spoolNewMail } from './intake/spool-new-mail';
import { type Backlog, takeIn } from './intake/take-in';
import type { Log } from './log/log';
import { type Mailbox, openMailbox } from './mailbox/mailbox';
import { nextDeparture, sendReady, settleUnknown } from './outbox/sender';
import { openTransport } from './outbox/transport';
import { openDesk } from './sheets/desk';
import { openSheets, type SheetsCalls } from './sheets/sheets-client';
import {
  deskContext,
  mailboxSettings,
  type Opened,
  senderContext,
  spoolContext,
  takeInContext,
} from './wiring';

export interface BridgeParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly offset: ZoneOffset;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Shortens the pauses between attempts at the Sheet in tests; 1 in life. */
  readonly pauseScale?: number;
}

export interface Bridge {
  readonly state: BridgeState;
  readonly calls: SheetsCalls;
  /** Opens the mailbox, and on a first start leaves alone what the configuration says. @throws MailboxError */
  connect(): Promise<Mailbox>;
  /** Spools what the ledger does not know. @returns how many mails */
  spool(mailbox: Mailbox, sweep: boolean, onSpooled: () => void): Promise<number>;
  /** Turns spooled mails into rows: all of them, or whole batches only. @returns how many mails */
  takeIn(wholeBatchesOnly: boolean): Promise<number>;
  /** Reads the desk, sends what is ready, shows the result. @returns how many mails have moved on */
  round(): Promise<number>;
  /** Sends what is ready and shows the result, without reading the desk first. @returns how many mails have moved on */
  sendAndShow(): Promise<number>;
  /** Milliseconds until the next mail may leave, by its own moment and by the quota; null when none waits. */
  nextDepartureIn(): number | null;
  facts(): DeskFacts;
  close(): Promise<void>;
}

/** @throws UserError when the state folder, the Sheet or the configuration cannot be used */
export async function openBridge(parts: BridgeParts): Promise<Bridge> {
  const { config, clock, offset, log, signal, pauseScale = 1 } = parts;
  const state = openBridgeState(config.stateDir);
  try {
    const client = openSheets(config.google, config.spreadsheetId, signal, pauseScale);
    const desk = await openDesk(client, offset, 'en');
    const tables = await desk.read([...FACT_TABLES, 'tickets', 'outbox']);
    const facts = deskFacts(tables, offset);
    desk.speak(facts.settings.language);
    // Mail may come before the first round, and answer what only the Sheet knows of.
    state.sessionMails.learn(tables.outbox.rows.map(({ row }) => row));
    const written = await recallFromSheet(state, desk, tables.tickets, log);
    const transport = openTransport({ ...config.smtp, password: config.smtpPassword });
    const fixed = { config, state, desk, transport, offset, log, now: () => clock.now(), written };
    return runningBridge(fixed, facts, client.calls, signal);
  } catch (error) {
    state.close();
    throw error;
  }
}

/** The bridge at work: what it knows of the desk and its connection to the mailbox change, all else is fixed. */
function runningBridge(
  fixed: Omit<Opened, 'facts' | 'mailbox'>,
  firstFacts: DeskFacts,
  calls: SheetsCalls,
  signal: AbortSignal,
): Bridge {
  let facts = firstFacts;
  let mailbox: Mailbox | null = null;
  const opened: Opened = { ...fixed, facts: () => facts, mailbox: () => mailbox };
  const { config, state, desk, transport, now, log } = opened;
  const intake = takeInContext(opened);
  const sending = senderContext(opened);
  const atDesk = deskContext(opened);
  const backlog: Backlog = { planned: [], ahead: [] };
  const report = problemReporter(desk);

  const noteAnswer = (mail: OutgoingMail, sentAt: Instant | null) => {
    if (!mail.ticketId || sentAt === null || !isPersonsAnswer(mail.kind)) return;
    state.tickets.mailOut({
      ticketId: mail.ticketId,
      messageId: mail.messageId,
      to: mail.to,
      answeredAt: sentAt,
    });
  };
  const sendAndShow = async () => {
    const sent = await sendReady(sending, signal);
    for (const { mail, state: done, at } of sent) noteAnswer(mail, done === 'sent' ? at : null);
    await showDesk(atDesk);
    return sent.length;
  };

  return {
    state,
    calls,
    facts: () => facts,
    async connect() {
      // A connection that failed may still be open: the server refused a command, or a line is half dead.
      const before = mailbox;
      mailbox = null;
      await before?.close();
      mailbox = await openMailbox(mailboxSettings(config), log);
      const count = await enterMailbox(mailbox, state.ledger, { startFrom: config.startFrom, now: now() });
      if (count > 0) log.info({ count }, 'mail that was there before stays as it is (startFrom: now)');
      return mailbox;
    },
    spool: (from, sweep, onSpooled) =>
      spoolNewMail(from, { ...spoolContext(opened), onSpooled }, sweep, signal),
    takeIn: (wholeBatchesOnly) => takeIn(intake, backlog, wholeBatchesOnly, signal),
    async round() {
      const reading = await readDesk(atDesk);
      facts = reading.facts;
      for (const { mail, state: done, at } of await settleUnknown(sending)) {
        noteAnswer(mail, done === 'sent' ? at : null);
      }
      const sent = await sendAndShow();
      // After the mails: a Problems tab that cannot be written must not keep an answer from going out.
      await report(reading.problems);
      return sent;
    },
    sendAndShow,
    nextDepartureIn() {
      const next = nextDeparture(sending);
      return next === null ? null : Math.max(0, next - now());
    },
    async close() {
      transport.close();
      await mailbox?.close();
      state.close();
    },
  };
}
