/**
 * The bridge: mails in, rows out; rows in, mails out.
 *
 * Two things go on side by side: the mailbox is emptied into the spool as mail arrives, and the desk is worked in
 * rounds. They meet in the ledger and in the outbox book. Only the rounds touch the Sheet, so it has one writer.
 */

import { addressKey } from '../core/mail/addresses';
import type { Mail } from '../core/mail/mail';
import { readSignedMessageId, signReplyAddress } from '../core/mail/signed-id';
import { type ThreadVerdict, thread } from '../core/mail/thread';
import { judgeTrust } from '../core/mail/trust';
import { isPersonsAnswer, type OutgoingMail } from '../core/outbox/outgoing-mail';
import { formatDay } from '../core/time/civil';
import { type Clock, type Instant, instant, type ZoneOffset } from '../core/time/instant';
import { dayAt } from '../core/time/zoned';
import { acknowledger } from './acknowledge';
import { type BridgeState, openBridgeState } from './bridge-state';
import type { Config } from './config/config';
import { type DeskFacts, deskFacts, FACT_TABLES } from './desk-facts';
import { problemReporter } from './desk-problems';
import { type DeskContext, readDesk, showDesk } from './desk-tick';
import { intakeProblems } from './intake/intake-problems';
import { planMail } from './intake/plan-batch';
import { recallFromSheet } from './intake/recall';
import { enterMailbox, spoolNewMail } from './intake/spool-new-mail';
import { type Backlog, type TakeInContext, takeIn } from './intake/take-in';
import { understand } from './intake/understand';
import type { Keys } from './keys';
import type { Log } from './log/log';
import type { MailboxSettings } from './mailbox/connection';
import { findSent } from './mailbox/find-sent';
import { type Mailbox, openMailbox } from './mailbox/mailbox';
import type { Sender } from './outbox/compose';
import { acknowledgementLetter } from './outbox/letters';
import { type SenderContext, sendReady, settleUnknown } from './outbox/sender';
import { openTransport } from './outbox/transport';
import { openDesk } from './sheets/desk';
import { openSheets, type SheetsCalls } from './sheets/sheets-client';

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
  /** Reads the desk, sends what is ready, shows the result. */
  round(): Promise<void>;
  /** Sends what is ready and shows the result, without reading the desk first. */
  sendAndShow(): Promise<void>;
  facts(): DeskFacts;
  close(): Promise<void>;
}

/** @throws UserError when the state folder, the Sheet or the configuration cannot be used */
export async function openBridge({
  config,
  clock,
  offset,
  log,
  signal,
  pauseScale = 1,
}: BridgeParts): Promise<Bridge> {
  const state = openBridgeState(config.stateDir);
  try {
    const client = openSheets(config.google, config.spreadsheetId, signal, pauseScale);
    const desk = await openDesk(client, offset, 'en');
    const now = () => clock.now();
    const domain = config.support.address.slice(config.support.address.lastIndexOf('@') + 1);
    let facts = deskFacts(await desk.read([...FACT_TABLES]), offset);
    desk.speak(facts.settings.language);
    const written = await recallFromSheet(state, desk, log);
    return assemble();

    function assemble(): Bridge {
      const { ledger, book, tickets, keys, seen, spool } = state;
      const own = [config.support.address, ...config.support.aliases];
      let mailbox: Mailbox | null = null;
      const transport = openTransport({ ...config.smtp, password: config.smtpPassword });
      const senderContext: SenderContext = {
        book,
        transport,
        sender: senderOf(config, state, () => facts),
        copies: {
          find: (messageId) => findSent(mailboxSettings(config), messageId),
          file: async (raw, at) => mailbox?.fileSent(raw, at),
          filedByProvider: config.smtp.sentCopies === 'provider',
        },
        lookedFor: new Map(),
        pause: { until: instant(0) },
        now,
        log,
        brakeOn: () => facts.settings.brake,
      };
      const deskContext: DeskContext = {
        desk,
        book,
        tickets,
        keys,
        domain,
        supportAddress: config.support.address,
        offset,
        now,
        log,
      };
      const senderIs = (mail: Mail) => {
        if (mail.from === null || !facts.teamAddresses.has(addressKey(mail.from.address))) return 'other';
        return vouchedFor(mail, config.authservId) ? 'colleague' : 'claims-colleague';
      };
      const { acknowledge } = acknowledger({
        book,
        facts: () => facts,
        now,
        write: (answered, language, ticket) =>
          acknowledgementLetter(answered, language, ticket, {
            facts,
            keys,
            domain,
            supportAddress: config.support.address,
            offset,
            now: now(),
          }),
        log,
      });
      const takeInContext: TakeInContext = {
        ledger,
        desk,
        tickets,
        written,
        log,
        understand: (spooled) =>
          understand(spooled, {
            spool,
            ownAddresses: own,
            ownMessageId: (id) => readSignedMessageId(id, keys) !== null || book.madeMessageId(id),
            ownLoopMark: (mark, messageId) => mark === loopMark(keys, messageId),
            isColleague: (mail) => senderIs(mail) === 'colleague',
          }),
        plan: (spooled, incoming) =>
          planMail(spooled, incoming, {
            tickets,
            hmac: keys[0],
            seen,
            firmLanguage: () => facts.settings.language,
            senderIs,
            now,
            rosterLanguage: (address) => facts.languageOf(address),
            thread: (mail) =>
              believed(
                mail,
                thread(mail, {
                  ticketOfMessageId: tickets.ticketOf,
                  participantsOf: (id) => tickets.get(id)?.participants ?? null,
                  keys,
                }),
                config.authservId,
              ),
            acknowledge,
          }),
        problems: intakeProblems(() => facts.settings.language, now),
        onDone: (planned, acknowledgements) => {
          for (const letter of acknowledgements) book.admit(letter);
          const here = planned.filter(({ spooled }) => spooled.epoch === mailbox?.epoch);
          mailbox?.markDone(here.map(({ spooled }) => spooled.uid)).catch(() => undefined);
        },
      };
      const backlog: Backlog = { planned: [] };
      const spoolContext = {
        ledger,
        spool,
        now,
        dayOf: (at: Instant) => formatDay(dayAt(at, facts.settings.zone, offset)),
        log,
      };
      const sendAndShow = async () => {
        const sent = await sendReady(senderContext, signal);
        for (const { mail, state: done, at } of sent) noteAnswer(mail, done === 'sent' ? at : null);
        await showDesk(deskContext);
      };
      const noteAnswer = (mail: OutgoingMail, sentAt: Instant | null) => {
        if (!mail.ticketId || sentAt === null || !isPersonsAnswer(mail.kind)) return;
        tickets.mailOut(mail.ticketId, mail.messageId, sentAt, true);
      };

      const report = problemReporter(desk);

      return {
        state,
        calls: client.calls,
        facts: () => facts,
        async connect() {
          // A connection that failed may still be open: the server refused a command, or a line is half dead.
          const before = mailbox;
          mailbox = null;
          await before?.close();
          mailbox = await openMailbox(mailboxSettings(config), log);
          const count = await enterMailbox(mailbox, ledger, { startFrom: config.startFrom, now: now() });
          if (count > 0) log.info({ count }, 'mail that was there before stays as it is (startFrom: now)');
          return mailbox;
        },
        spool: (from, sweep, onSpooled) => spoolNewMail(from, { ...spoolContext, onSpooled }, sweep, signal),
        takeIn: (wholeBatchesOnly) => takeIn(takeInContext, backlog, wholeBatchesOnly, signal),
        async round() {
          const reading = await readDesk(deskContext);
          facts = reading.facts;
          for (const { mail, state: done, at } of await settleUnknown(senderContext)) {
            noteAnswer(mail, done === 'sent' ? at : null);
          }
          await sendAndShow();
          // After the mails: a Problems tab that cannot be written must not keep an answer from going out.
          await report(reading.problems);
        },
        sendAndShow,
        async close() {
          transport.close();
          await mailbox?.close();
          state.close();
        },
      };
    }
  } catch (error) {
    state.close();
    throw error;
  }
}

export function mailboxSettings(config: Config): MailboxSettings {
  return { ...config.imap, password: config.imapPassword };
}

function senderOf(config: Config, { keys }: BridgeState, facts: () => DeskFacts): Sender {
  const { address, plusAddressing } = config.support;
  return {
    address,
    get name() {
      return facts().settings.firm_name;
    },
    replyTo: ({ ticketId }) =>
      plusAddressing && ticketId ? signReplyAddress(address, ticketId, keys) : address,
    loopMark: ({ messageId }) =>
      Buffer.from(keys[0](`loop|${messageId}`))
        .toString('hex')
        .slice(0, 24),
  };
}

/** A mark that only this firm's bridge can make: another Rowdesk's mail is not taken for our own. */
function loopMark(keys: Keys, messageId: string): string {
  return Buffer.from(keys[0](`loop|${messageId}`))
    .toString('hex')
    .slice(0, 24);
}

/** The mailbox's own server says that the mail comes from where its From header says. Without its name, nobody does. */
function vouchedFor(mail: Mail, authservId: string | undefined): boolean {
  return authservId !== undefined && judgeTrust(mail, { authservIds: [authservId] }).trusted;
}

/**
 * A ticket's number in the subject is known to everybody who has seen it. Where the mailbox's own server says who
 * wrote (authservId is configured), a sender it does not vouch for is not believed on a number alone.
 */
function believed(mail: Mail, verdict: ThreadVerdict, authservId: string | undefined): ThreadVerdict {
  if (authservId === undefined || verdict.kind !== 'reply' || verdict.by !== 'subject-token') return verdict;
  return vouchedFor(mail, authservId) ? verdict : { ...verdict, as: 'unverified' };
}
