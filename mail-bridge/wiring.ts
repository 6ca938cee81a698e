/**
 * The composition root of the bridge: hands each part what it needs, and nothing more. No decisions here.
 */
import { knownToThread } from '../core/intake/known-to-thread';
import { readSessionMail, type SessionMailFacts } from '../core/intake/session-mail';
import { addressKey, domainOf } from '../core/mail/addresses';
import type { Mail } from '../core/mail/mail';
import { readSignedMessageId, signReplyAddress } from '../core/mail/signed-id';
import { believed, isVouchedFor, type Standing, standingOf } from '../core/mail/standing';
import { thread } from '../core/mail/thread';
import { isHeldBack } from '../core/outbox/brake';
import { uidOf } from '../core/session/revision';
import { formatDay } from '../core/time/civil';
import { type Instant, instant, type ZoneOffset } from '../core/time/instant';
import { dayAt } from '../core/time/zoned';
import { SHEET_ID } from '../core/workbook/columns';
import { acknowledger } from './acknowledge';
import type { BrakeDeskContext } from './brake/brake-desk';
import type { BridgeState } from './bridge-state';
import type { Config } from './config/config';
import type { DeskFacts } from './desk-facts';
import type { DeskContext } from './desk-tick';
import { intakeProblems } from './intake/intake-problems';
import { rowIdOf } from './intake/ledger-records';
import { type PlanContext, planMail } from './intake/plan-batch';
import { type PlanSentContext, planSentMail, readSentHeader } from './intake/plan-sent';
import { heedSessionMails } from './intake/session-effects';
import type { SpoolContext } from './intake/spool-new-mail';
import type { SentContext } from './intake/spool-sent';
import type { TakeInContext } from './intake/take-in';
import { type UnderstandContext, understand } from './intake/understand';
import type { Keys } from './keys';
import type { Log } from './log/log';
import type { MailboxSettings } from './mailbox/connection';
import { findAllSent, findSent } from './mailbox/find-sent';
import type { Mailbox } from './mailbox/mailbox';
import { readMail } from './mime/read-mail';
import { filesInSpool } from './outbox/attached-files';
import type { Sender } from './outbox/compose';
import { acknowledgementLetter, type LetterContext } from './outbox/letters';
import type { SenderContext } from './outbox/sender';
import { stopConfirmation } from './outbox/stop-confirmation';
import type { Transport } from './outbox/transport';
import type { CatchUp, CatchUpContext } from './restoration/catch-up';
import type { Desk } from './sheets/desk';
import { noteAnswerOfPerson } from './state/exchange-memory';

/** Everything that is open while a bridge lives. What changes meanwhile is asked for when it is needed. */
export interface Opened {
  readonly config: Config;
  readonly state: BridgeState;
  readonly desk: Desk;
  readonly transport: Transport;
  readonly offset: ZoneOffset;
  readonly log: Log;
  readonly now: () => Instant;
  /** As the desk was last read. */
  readonly facts: () => DeskFacts;
  /** null while it is not connected. */
  readonly mailbox: () => Mailbox | null;
  /** Ids of Messages rows that a batch before the last crash has written. */
  readonly written: ReadonlySet<string>;
  /** null: the journals are as new as the Sheet. */
  readonly catchingUp: CatchUp | null;
}

export function mailboxSettings(config: Config): MailboxSettings {
  return { ...config.imap, password: config.imapPassword };
}

export function spoolContext({ state, now, facts, offset, log }: Opened): Omit<SpoolContext, 'onSpooled'> {
  return {
    ledger: state.ledger,
    spool: state.spool,
    now,
    dayOf: (at) => formatDay(dayAt(at, facts().settings.zone, offset)),
    log,
  };
}

/** What the look at the folder of sent mails needs to know. */
export function sentContext(opened: Opened): Omit<SentContext, 'onSpooled' | 'inbox' | 'memory'> {
  const planning = planSentContext(opened);
  return {
    ...spoolContext(opened),
    read: async ({ header, internalDate }) => {
      const read = readSentHeader(await readMail(header), internalDate, planning, opened.now());
      return read.kind === 'answer' ? 'answer' : read.why;
    },
  };
}

export function takeInContext(opened: Opened): TakeInContext {
  const { state, desk, facts, now, mailbox, written, log } = opened;
  const standing = (mail: Mail) => standingFor(mail, opened);
  const understanding = understandContext(opened, standing);
  const planning = planContext(opened, standing);
  const planningSent = planSentContext(opened);
  return {
    ledger: state.ledger,
    desk,
    tickets: state.tickets,
    written,
    log,
    understand: (spooled) => understand(spooled, understanding),
    plan: (spooled, incoming) =>
      spooled.folder === 'sent'
        ? planSentMail(spooled, incoming, planningSent)
        : planMail(spooled, incoming, planning),
    problems: intakeProblems(() => facts().settings.language, now),
    onRefused({ spooled, plan, acknowledgement }) {
      state.seen.forget(rowIdOf(spooled));
      if (acknowledgement) planning.takeBack(acknowledgement);
      if (plan?.ticket?.opened) state.tickets.forget(plan.ticket.ticketId);
    },
    onWritten: (planned) => heedSessionMails(planned, { book: state.book, notes: state.notes, now, log }),
    onDone: (planned, acknowledgements) => {
      for (const letter of acknowledgements) state.book.admit(letter);
      for (const { plan } of planned)
        if (plan?.answered) noteAnswerOfPerson(state.exchanges, plan.answered.to);
      const connected = mailbox();
      const here = planned.filter(({ spooled }) => spooled.epoch === connected?.epoch);
      connected?.markDone(here.map(({ spooled }) => spooled.uid)).catch(() => undefined);
    },
  };
}

function standingFor(mail: Mail, { config, facts }: Opened): Standing {
  return standingOf(mail, { team: facts().teamAddresses, authservId: config.authservId });
}

function understandContext(
  { config, state: { spool, keys, book }, facts }: Opened,
  standing: (mail: Mail) => Standing,
): UnderstandContext {
  return {
    spool,
    ownAddresses: [config.support.address, ...config.support.aliases],
    ownMessageId: (id) => readSignedMessageId(id, keys) !== null || book.madeMessageId(id),
    ownLoopMark: (mark, messageId) => mark === loopMark(keys, messageId),
    isColleague: (mail) => standing(mail) === 'colleague',
    toneWords: () => facts().toneWords,
  };
}

function planContext(opened: Opened, standing: (mail: Mail) => Standing): PlanContext {
  const { config, state, facts, now, log } = opened;
  const { tickets, keys, seen, book, brake, exchanges } = state;
  const { acknowledge, answer, takeBack } = acknowledger({
    book,
    brake,
    exchanges,
    facts,
    isInRoster: (address) => isInRoster(address, facts()),
    now,
    write: (answered, language, ticket) =>
      acknowledgementLetter(answered, language, ticket, letterContext(opened)),
    log,
  });
  return {
    tickets,
    hmac: keys[0],
    seen,
    firmLanguage: () => facts().settings.language,
    senderIs: standing,
    now,
    rosterLanguage: (address) => facts().languageOf(address),
    thread: ({ mail, receivedAt }) =>
      believed(mail, thread(mail, knownToThread(tickets, keys, receivedAt)), config.authservId),
    acknowledge,
    takeBack,
    heard: exchanges.heard,
    sessionMail: (incoming) =>
      readSessionMail(incoming, sessionMailFacts(incoming.mail, standing(incoming.mail), opened)),
    confirmStop: (stop, wish, receivedAt) =>
      answer(stop.email, receivedAt, () =>
        stopConfirmation(stop, wish, receivedAt, facts().participants, letterContext(opened)),
      ),
  };
}

function planSentContext({ config, state, facts }: Opened): PlanSentContext {
  const { tickets, keys, seen, book } = state;
  return {
    tickets,
    seen,
    firmLanguage: () => facts().settings.language,
    factsAt: (sentAt) => ({
      own: [config.support.address, ...config.support.aliases],
      isColleague: (address) => facts().teamAddresses.has(addressKey(address)),
      ownMessageId: book.madeMessageId,
      keys,
      known: knownToThread(tickets, keys, sentAt),
      ticket: tickets.get,
      sentAt,
    }),
  };
}

function sessionMailFacts(mail: Mail, sender: Standing, { config, state, facts }: Opened): SessionMailFacts {
  const { authservId } = config;
  const { sessions } = facts();
  const domain = domainOf(config.support.address);
  return {
    mailOf: state.sessionMails.mailOf,
    mailOfToken: state.sessionMails.mailOfToken,
    sessionOfUid: (uid) => sessions.find(({ id }) => uidOf(id, domain) === uid)?.id ?? null,
    sessionOf: (id) => (id === '' ? null : (sessions.find((session) => session.id === id) ?? null)),
    isInRoster: (address) => isInRoster(address, facts()),
    sender,
    isVouchedFor: authservId === undefined ? null : isVouchedFor(mail, authservId),
  };
}

function isInRoster(address: string, { participants }: DeskFacts): boolean {
  return participants.some(({ email }) => addressKey(email) === addressKey(address));
}

function letterContext({ config, state, facts, offset, now }: Opened): LetterContext {
  const { address } = config.support;
  return {
    facts: facts(),
    keys: state.keys,
    domain: domainOf(address),
    supportAddress: address,
    offset,
    now: now(),
  };
}

export function senderContext({ config, state, transport, mailbox, facts, now, log }: Opened): SenderContext {
  return {
    book: state.book,
    transport,
    sender: senderOf(config, state, facts, log),
    copies: {
      find: (messageId) => findSent(mailboxSettings(config), messageId),
      file: async (raw, at) => {
        const connected = mailbox();
        if (connected === null) throw new Error('the mailbox is not connected');
        await connected.fileSent(raw, at);
      },
      filedByProvider: config.smtp.sentCopies === 'provider',
    },
    lookedFor: new Map(),
    unwritten: new Map(),
    pause: { until: instant(0) },
    now,
    log,
    isHeld: (mail) => isHeldBack(mail, state.brake.state(), facts().settings.brake),
    quota() {
      const { mails_per_day, mails_per_minute, mails_kept_for_replies } = facts().settings;
      return {
        perDay: mails_per_day,
        perMinute: mails_per_minute,
        keptForReplies: mails_kept_for_replies,
      };
    },
  };
}

export function brakeContext({ config, state, desk, facts, offset, now, log }: Opened): BrakeDeskContext {
  const { support, google, spreadsheetId } = config;
  return {
    brake: state.brake,
    book: state.book,
    desk,
    keys: state.keys,
    domain: domainOf(support.address),
    ownAddresses: [support.address, ...support.aliases],
    link:
      google.kind === 'local'
        ? ''
        : `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit#gid=${SHEET_ID.problems}`,
    facts,
    offset,
    now,
    log,
  };
}

export function catchUpContext({
  config,
  state,
  now,
  log,
}: Pick<Opened, 'config' | 'state' | 'now' | 'log'>): CatchUpContext {
  return {
    book: state.book,
    findSent: (messageIds) => findAllSent(mailboxSettings(config), messageIds),
    failing: state.searchFailure,
    now,
    log,
  };
}

export function deskContext({ config, state, desk, offset, now, log }: Opened): DeskContext {
  return {
    desk,
    ledger: state.ledger,
    book: state.book,
    sessionMails: state.sessionMails,
    notes: state.notes,
    tickets: state.tickets,
    keys: state.keys,
    domain: domainOf(config.support.address),
    supportAddress: config.support.address,
    offset,
    now,
    log,
  };
}

function senderOf(config: Config, { keys, spool }: BridgeState, facts: () => DeskFacts, log: Log): Sender {
  const { address, plusAddressing } = config.support;
  return {
    address,
    get name() {
      return facts().settings.firm_name;
    },
    replyTo: ({ ticketId, kind }) =>
      plusAddressing && ticketId && kind !== 'alert' ? signReplyAddress(address, ticketId, keys) : address,
    loopMark: ({ messageId }) => loopMark(keys, messageId),
    readFiles: filesInSpool({ spool, log }),
  };
}

/** A mark that only this firm's bridge can make: another Rowdesk's mail is not taken for our own. */
export function loopMark(keys: Keys, messageId: string): string {
  return Buffer.from(keys[0](`loop|${messageId}`))
    .toString('hex')
    .slice(0, 24);
}
