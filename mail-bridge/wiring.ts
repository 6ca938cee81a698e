import { domainOf } from '../core/mail/addresses';
import { signReplyAddress } from '../core/mail/signed-id';
import { isHeldBack } from '../core/outbox/brake';
import { isForTheTeam } from '../core/outbox/outgoing-mail';
import { formatDay } from '../core/time/civil';
import { type Instant, instant, type ZoneOffset } from '../core/time/instant';
import { dayAt } from '../core/time/zoned';
import { SHEET_ID, type TableKey } from '../core/workbook/columns';
import type { BrakeDeskContext } from './brake/brake-desk';
import type { BridgeState } from './bridge-state';
import { type Config, ownAddresses } from './config/config';
import type { DeskFacts } from './desk-facts';
import type { DeskContext } from './desk-tick';
import type { SpoolContext } from './intake/spool-new-mail';
import type { Keys } from './keys';
import type { Log } from './log/log';
import type { MailboxSettings } from './mailbox/connection';
import { findAllSent, findSent } from './mailbox/find-sent';
import type { Mailbox } from './mailbox/mailbox';
import { filesInSpool } from './outbox/attached-files';
import { answerAddress, signedForColleague } from './outbox/colleague-mail';
import type { Sender } from './outbox/compose';
import { rowFiles } from './outbox/row-files';
import type { SenderContext } from './outbox/sender';
import type { Transport } from './outbox/transport';
import type { CatchUp, CatchUpContext } from './restoration/catch-up';
import type { Desk } from './sheets/desk';

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
    ownAddresses: ownAddresses(config),
    link: google.kind === 'local' ? '' : linkToTab(spreadsheetId, 'problems'),
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
    filesOf: rowFiles({ ...state, log }),
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
    replyTo(mail) {
      if (!plusAddressing) return address;
      const colleague = signedForColleague(mail, keys);
      if (colleague !== null) return answerAddress(address, colleague, keys);
      const { ticketId, kind } = mail;
      return ticketId && !isForTheTeam(kind) ? signReplyAddress(address, ticketId, keys) : address;
    },
    loopMark: ({ messageId }) => loopMark(keys, messageId),
    readFiles: filesInSpool({ spool, log }),
  };
}

export function linkToTab(spreadsheetId: string, tab: TableKey): string {
  return `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit#gid=${SHEET_ID[tab]}`;
}

/** A mark that only this firm's bridge can make: another Rowdesk's mail is not taken for our own. */
export function loopMark(keys: Keys, messageId: string): string {
  return Buffer.from(keys[0](`loop|${messageId}`))
    .toString('hex')
    .slice(0, 24);
}
