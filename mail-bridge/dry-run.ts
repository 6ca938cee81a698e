/**
 * `start --dry-run`: what the bridge would do now. Reads the Sheet and lists the mailbox; spools, writes and sends
 * nothing, and may run beside a bridge.
 */
import type { Instant, ZoneOffset } from '../core/time/instant';
import type { Config } from './config/config';
import { deskFacts, FACT_TABLES } from './desk-facts';
import { reminderPlan } from './desk-tick';
import type { Log } from './log/log';
import { openMailbox } from './mailbox/mailbox';
import { openDesk } from './sheets/desk';
import { openSheets } from './sheets/sheets-client';
import { withJournalCopies } from './state/journal-copies';
import { mailboxSettings } from './wiring';

export interface DryRun {
  /** Mails in the mailbox that have no row yet. */
  readonly newMails: number;
  /** Rows of the Outbox tab that wait to be sent. */
  readonly toSend: readonly { readonly key: string; readonly kind: string; readonly to: string }[];
  readonly reminders: readonly { readonly key: string; readonly to: string; readonly template: string }[];
  readonly notReminded: readonly { readonly key: string; readonly reason: string }[];
}

/** @throws UserError or MailboxError when the Sheet or the mailbox cannot be read */
export function dryRun(config: Config, now: Instant, offset: ZoneOffset, log: Log): Promise<DryRun> {
  const { signal } = new AbortController();
  return withJournalCopies(config.stateDir, async (ledger, book) => {
    const client = openSheets(config.google, config.spreadsheetId, signal);
    const desk = await openDesk(client, offset, 'en');
    const tables = await desk.read([...FACT_TABLES, 'outbox']);
    const facts = deskFacts(tables, offset);
    const outbox = tables.outbox.rows.map(({ row }) => row);
    const planned = new Set(outbox.map(({ key }) => key));
    const plan = reminderPlan(facts, now, offset, (key) => planned.has(key) || book.get(key) !== null);

    const mailbox = await openMailbox(mailboxSettings(config), log);
    let uids: number[];
    try {
      uids = await mailbox.listFrom(1);
    } finally {
      await mailbox.close();
    }
    // In the copy only: the bridge itself writes this down.
    ledger.adopt(mailbox.epoch, mailbox.uidValidity);
    const firstStart = ledger.isEmpty() && config.startFrom === 'now';
    return {
      newMails: firstStart ? 0 : uids.filter((uid) => !ledger.knows(mailbox.epoch, uid)).length,
      toSend: outbox
        .filter(({ key, state }) => (book.get(key)?.state ?? state) === 'queued')
        .map(({ key, kind, to }) => ({ key, kind, to })),
      reminders: plan.due.map(({ key, email, template }) => ({ key, to: email, template })),
      notReminded: plan.skipped,
    };
  });
}
