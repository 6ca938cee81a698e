/**
 * `start --dry-run`: what the bridge would do, now and in the next days. Reads the Sheet and lists the mailbox; spools,
 * writes and sends nothing, and may run beside a bridge.
 */
import { mailForecast } from '../core/forecast/mail-forecast';
import { withNotes } from '../core/intake/roster-note';
import type { ForecastLine } from '../core/session/forecast';
import type { SkipReason } from '../core/session/skip-reason';
import { type Instant, minutes, plus, type Zone, type ZoneOffset } from '../core/time/instant';
import type { Config } from './config/config';
import { planningInput, withdrawals } from './desk/session-mails';
import { deskFacts, FACT_TABLES } from './desk-facts';
import type { Log } from './log/log';
import { openMailbox } from './mailbox/mailbox';
import { sessionMemory } from './outbox/session-memory';
import { openDesk } from './sheets/desk';
import { openSheets } from './sheets/sheets-client';
import { withJournalCopies } from './state/journal-copies';
import { mailboxSettings } from './wiring';

/** A mail about a session, at its moment. */
export interface ForecastMail {
  /** RFC 3339. When it goes out; of what does not, when it would have. */
  readonly at: string;
  readonly to: string;
  readonly name: string;
  readonly step: string;
  readonly template: string;
  readonly purpose: ForecastLine['purpose'];
  /** It goes only if this still holds by then. */
  readonly condition: string;
  /** Why it does not go out; null: it does. */
  readonly reason: SkipReason | null;
}

export interface SessionForecast {
  readonly id: string;
  readonly course: string;
  readonly startsAt: string | null;
  readonly mails: readonly ForecastMail[];
}

export interface DryRun {
  /** Mails in the mailbox that have no row yet. */
  readonly newMails: number;
  /** Mails of the Outbox that wait to be sent, and will be. */
  readonly toSend: readonly { readonly key: string; readonly kind: string; readonly to: string }[];
  /** Those that would be withdrawn instead, because their reason is gone. */
  readonly withdrawn: readonly { readonly key: string; readonly why: string }[];
  /** How far it looks ahead. */
  readonly days: number;
  /** Mails about sessions are turned off, or all automatic mail is: the list tells what would be sent otherwise. */
  readonly stoppedBy: 'reminders' | 'brake' | null;
  readonly zone: Zone;
  /** In the order of their starts. */
  readonly sessions: readonly SessionForecast[];
}

/** @throws UserError or MailboxError when the Sheet or the mailbox cannot be read */
export function dryRun(
  config: Config,
  now: Instant,
  offset: ZoneOffset,
  log: Log,
  days: number,
): Promise<DryRun> {
  const { signal } = new AbortController();
  return withJournalCopies(config.stateDir, async (ledger, book, notes) => {
    const client = openSheets(config.google, config.spreadsheetId, signal);
    const desk = await openDesk(client, offset, 'en');
    const tables = await desk.read([...FACT_TABLES, 'outbox']);
    const written = deskFacts(tables, offset);
    const facts = { ...written, participants: withNotes(written.participants, notes.pending()) };
    const outbox = tables.outbox.rows.map(({ row }) => row);
    const memory = sessionMemory(book);
    memory.learn(outbox);
    const input = planningInput(facts, memory, now, offset);

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
    const waiting = book.waiting().map(({ mail }) => mail);
    const withdrawn = withdrawals(waiting, input);
    const gone = new Set(withdrawn.map(({ key }) => key));
    // Their keys are free again: what is planned instead, or why nothing is, belongs on the list.
    const free = new Set(
      waiting.filter(({ key }) => gone.has(key)).flatMap(({ key, covers }) => [key, ...covers]),
    );
    const anew = { ...input, alreadyPlanned: (key: string) => !free.has(key) && input.alreadyPlanned(key) };
    const asked = outbox.filter(({ key, state }) => book.get(key) === null && state === 'queued');
    return {
      newMails: firstStart ? 0 : uids.filter((uid) => !ledger.knows(mailbox.epoch, uid)).length,
      toSend: [...waiting.filter(({ key }) => !gone.has(key)), ...asked].map(({ key, kind, to }) => ({
        key,
        kind,
        to,
      })),
      withdrawn,
      days,
      stoppedBy: facts.settings.brake ? 'brake' : facts.settings.reminders ? null : 'reminders',
      zone: facts.settings.zone,
      sessions: bySession(mailForecast(anew, plus(now, minutes(days * 24 * 60))), facts.sessions),
    };
  });
}

function bySession(
  lines: readonly ForecastLine[],
  sessions: readonly { readonly id: string; readonly starts_at: Instant | null }[],
): SessionForecast[] {
  const startOf = new Map(sessions.map(({ id, starts_at }) => [id, starts_at]));
  const groups = new Map<string, { readonly course: string; readonly mails: ForecastMail[] }>();
  for (const line of lines) {
    const group = groups.get(line.sessionId) ?? { course: line.course, mails: [] };
    groups.set(line.sessionId, group);
    group.mails.push(forecastMail(line));
  }
  return [...groups]
    .sort(([a], [b]) => (startOf.get(a) ?? 0) - (startOf.get(b) ?? 0))
    .map(([id, { course, mails }]) => {
      const start = startOf.get(id) ?? null;
      return { id, course, startsAt: start === null ? null : new Date(start).toISOString(), mails };
    });
}

function forecastMail({ at, email, verdict, ...line }: ForecastLine): ForecastMail {
  const { name, step, template, purpose, condition } = line;
  const reason = verdict.kind === 'goes' ? null : verdict.reason;
  return { at: new Date(at).toISOString(), to: email, name, step, template, purpose, condition, reason };
}
