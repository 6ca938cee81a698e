/**
 * The bridge: mails in, rows out; rows in, mails out.
 *
 * Two things go on side by side: the mailbox is emptied into the spool as mail arrives, and the desk is worked in
 * rounds. They meet in the ledger and in the outbox book. Only the rounds touch the Sheet, so it has one writer.
 */

import { isRelay } from '../core/outbox/outbox-row';
import type { OutgoingMail } from '../core/outbox/outgoing-mail';
import { isPersonsAnswer } from '../core/outbox/outgoing-mail';
import type { Clock, Instant, ZoneOffset } from '../core/time/instant';
import type { TableKey } from '../core/workbook/columns';
import type { TableRead } from '../core/workbook/table';
import { alertToBrake, heedRelease, tellOfBrake } from './brake/brake-desk';
import { type BridgeState, openBridgeState } from './bridge-state';
import type { Config } from './config/config';
import { type DeskFacts, deskFacts, FACT_TABLES } from './desk-facts';
import { problemReporter } from './desk-problems';
import { readDesk, showDesk } from './desk-tick';
import { sendHealthMails, sendingApart } from './health/health-mails';
import { oneAtATime } from './health/one-at-a-time';
import { type Health, openHealth } from './health/open-health';
import { watchedMailbox, watchedSheets, watchedTransport } from './health/watched';
import { recallFromSheet } from './intake/recall';
import { inboxLooks, NOTHING_SENT, type SentRound, sentWatch } from './intake/sent-watch';
import { enterMailbox, spoolNewMail } from './intake/spool-new-mail';
import { type Backlog, takeIn } from './intake/take-in';
import { keeping } from './keeping';
import type { Log } from './log/log';
import { type Mailbox, openMailbox } from './mailbox/mailbox';
import { openSentFolder } from './mailbox/sent-folder';
import { nextDeparture, type SenderContext, sendReady } from './outbox/sender';
import { settleUnknown } from './outbox/settle-unknown';
import { openTransport } from './outbox/transport';
import { unlessStopped } from './outbox/unless-stopped';
import { catchUp } from './restoration/catch-up';
import { sheetKnowsMore, sheetSentMore } from './restoration/sheet-knows-more';
import { openDesk } from './sheets/desk';
import { openSheets, type SheetsCalls } from './sheets/sheets-client';
import { noteAnswerOfPerson } from './state/exchange-memory';
import { reasonOf } from './user-error';
import {
  brakeContext,
  catchUpContext,
  deskContext,
  loopMark,
  mailboxSettings,
  type Opened,
  senderContext,
  spoolContext,
} from './wiring';
import { sentContext, takeInContext } from './wiring-intake';

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
  /** Spools what people have answered in the mailbox itself, past Rowdesk. A mailbox that fails is tried again. */
  lookAtSent(onSpooled: () => void): Promise<SentRound>;
  /** Turns spooled mails into rows: all of them, or whole batches only. @returns how many mails */
  takeIn(wholeBatchesOnly: boolean): Promise<number>;
  /** Reads the desk, sends what is ready, shows the result. @returns how many mails have moved on */
  round(): Promise<number>;
  /** Sends what is ready and shows the result, without reading the desk first. @returns how many mails have moved on */
  sendAndShow(): Promise<number>;
  /** Finds out how the bridge is, and tells people by mail when something is wrong or over. @returns how many mails went */
  tend(): Promise<number>;
  /** Milliseconds until the next mail may leave, by its own moment and by the quota; null when none waits. */
  nextDepartureIn(): number | null;
  facts(): DeskFacts;
  close(): Promise<void>;
}

const rowsOf = <T extends TableKey>({ rows }: TableRead<T>) => rows.map(({ row }) => row);

/** How long the mailbox is said goodbye to by a bridge that was told to stop. */
const GOODBYE_MS = 1_000;

/** @throws UserError when the state folder, the Sheet or the configuration cannot be used */
export async function openBridge(parts: BridgeParts): Promise<Bridge> {
  const { config, clock, offset, log, signal, pauseScale = 1 } = parts;
  const state = openBridgeState(config.stateDir);
  const now = () => clock.now();
  const health = openHealth({ config, state, offset, now, log });
  const { contacts, audience } = health;
  const server = openTransport({ ...config.smtp, password: config.smtpPassword });
  const transport = watchedTransport(server, contacts);
  try {
    const sheets = openSheets(config.google, config.spreadsheetId, signal, pauseScale);
    const client = watchedSheets(sheets, contacts, signal);
    const desk = await openDesk(client, offset, 'en');
    const tables = await desk.read([...FACT_TABLES, 'tickets', 'outbox', 'intake']);
    const facts = deskFacts(tables, offset);
    desk.speak(facts.settings.language);
    // Mail may come before the first round, and answer what only the Sheet knows of.
    state.sessionMails.learn(rowsOf(tables.outbox));
    const mayBeBehind =
      state.isCopy ||
      sheetKnowsMore(rowsOf(tables.intake), state.ledger) ||
      sheetSentMore(rowsOf(tables.outbox), state.book);
    const written = await recallFromSheet(state, desk, tables.tickets, log, mayBeBehind);
    // After the look at what the journals lack, and before anything in the book is acted on.
    const catchingUp = mayBeBehind
      ? catchUp(rowsOf(tables.outbox), catchUpContext({ config, state, now, log }))
      : null;
    const fixed = { config, state, desk, transport, offset, log, now, written, catchingUp };
    return runningBridge(fixed, facts, client.calls, health, signal);
  } catch (error) {
    // The Sheet may be what is wrong, and nobody looks at a terminal: those responsible are told all the same.
    const mark = ({ messageId }: OutgoingMail) => loopMark(state.keys, messageId);
    const apart = { config, book: state.book, transport, audience, loopMark: mark, now, log };
    await tendApart(health, sendingApart(apart), signal).catch((fault: unknown) => {
      log.error({ reason: reasonOf(fault) }, 'nobody could be told that the bridge does not start');
    });
    transport.close();
    state.close();
    throw error;
  }
}

async function tendApart(health: Health, sending: SenderContext, signal: AbortSignal): Promise<void> {
  health.watch.look();
  await sendHealthMails(sending, signal);
}

/** The bridge at work: what it knows of the desk and its connection to the mailbox change, all else is fixed. */
function runningBridge(
  fixed: Omit<Opened, 'facts' | 'mailbox'>,
  firstFacts: DeskFacts,
  calls: SheetsCalls,
  health: Health,
  signal: AbortSignal,
): Bridge {
  let facts = firstFacts;
  let mailbox: Mailbox | null = null;
  const opened: Opened = { ...fixed, facts: () => facts, mailbox: () => mailbox };
  const { config, state, desk, transport, now, log } = opened;
  const intake = takeInContext(opened);
  const sending = senderContext(opened);
  const atDesk = deskContext(opened);
  const braking = brakeContext(opened);
  const backlog: Backlog = { planned: [], ahead: [] };
  const inbox = inboxLooks(state.ledger.waiting);
  const sent = sentWatch(() => openSentFolder(mailboxSettings(config)), inbox, { ...state, now, log });
  const lookingAtSent = sentContext(opened);
  const keep = keeping(opened);
  const report = problemReporter(desk);
  // Mails about the bridge's health go out beside the work at the desk, and the server is spoken to by one at a time.
  const atServer = oneAtATime();
  health.learn(facts);

  const noteAnswer = (mail: OutgoingMail, sentAt: Instant | null) => {
    if (!mail.ticketId || sentAt === null || !isPersonsAnswer(mail.kind)) return;
    state.tickets.mailOut({
      ticketId: mail.ticketId,
      messageId: mail.messageId,
      to: mail.to,
      answeredAt: sentAt,
      isCounted: isRelay(mail.key),
    });
    noteAnswerOfPerson(state.exchanges, mail.to);
  };
  let { catchingUp } = opened;
  const catchUpFirst = async () => {
    if (catchingUp === null) return;
    const gone = await unlessStopped(catchingUp.beforeSending(), signal, 0);
    for (const { mail, at } of gone) noteAnswer(mail, at);
  };
  const sendAndShow = async () => {
    alertToBrake(braking);
    await catchUpFirst();
    const sent = await atServer(() => sendReady(sending, signal));
    for (const { mail, state: done, at } of sent) noteAnswer(mail, done === 'sent' ? at : null);
    await showDesk(atDesk);
    await tellOfBrake(braking);
    await keep.afterSending();
    // Mails that the journals already knew of are through as well, and so are the answers to them.
    if (catchingUp !== null && state.ledger.waiting().length === 0) {
      catchingUp = null;
      state.noLongerACopy();
    }
    return sent.length;
  };

  const round = async () => {
    await catchUpFirst();
    const reading = await readDesk(atDesk);
    facts = reading.facts;
    health.learn(facts);
    for (const { mail, state: done, at } of await atServer(() => settleUnknown(sending, signal))) {
      noteAnswer(mail, done === 'sent' ? at : null);
    }
    const sent = await sendAndShow();
    // After the mails: a Problems tab that cannot be written must not keep an answer from going out.
    await report(reading.problems);
    await heedRelease(braking);
    health.watch.look();
    await health.watch.show(desk);
    return sent;
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
      mailbox = await watchedMailbox(health.contacts, signal, () =>
        openMailbox(mailboxSettings(config), log),
      );
      const count = await enterMailbox(mailbox, state.ledger, { startFrom: config.startFrom, now: now() });
      if (count > 0) log.info({ count }, 'mail that was there before stays as it is (startFrom: now)');
      return mailbox;
    },
    spool: (from, sweep, onSpooled) =>
      health.onDisk(() =>
        inbox.look(() => spoolNewMail(from, { ...spoolContext(opened), onSpooled }, sweep, signal), signal),
      ),
    async lookAtSent(onSpooled) {
      if (config.imap.sent === 'ignore') return { ...NOTHING_SENT, againInMs: null };
      // A server that does not let us in is asked by one, and as rarely as that one does.
      if (mailbox === null) return NOTHING_SENT;
      return health.onDisk(() => sent.look({ ...lookingAtSent, onSpooled }, signal));
    },
    takeIn: (wholeBatchesOnly) =>
      health.onDisk(() => {
        keep.beforeIntake();
        return takeIn(intake, backlog, wholeBatchesOnly, signal);
      }),
    round: () => health.onDisk(round),
    sendAndShow: () => health.onDisk(sendAndShow),
    tend: () =>
      health.onDisk(async () => {
        // What is broken off now says nothing about how the bridge is, and its journals may be closed.
        if (signal.aborted) return 0;
        health.watch.look();
        return atServer(() => sendHealthMails(sending, signal));
      }),
    nextDepartureIn() {
      const next = nextDeparture(sending);
      return next === null ? null : Math.max(0, next - now());
    },
    async close() {
      transport.close();
      // Nobody waits long for a mail server that does not answer, least of all when the bridge is to stop.
      const goodbyes = Promise.all([mailbox?.close(), sent.close()]);
      await unlessStopped(goodbyes, signal, GOODBYE_MS).catch(() => undefined);
      state.close();
    },
  };
}
