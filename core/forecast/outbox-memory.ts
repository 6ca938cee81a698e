/** What planning asks of the past, answered from the Outbox tab alone: for whoever cannot ask the bridge's own book. */
import { addressKey } from '../mail/addresses';
import { lastTold, type TellingMail } from '../outbox/told';
import type { ReminderInput } from '../session/reminder-input';
import { instant } from '../time/instant';
import { OUTBOX_KINDS, OUTBOX_STATES, type OutboxState } from '../workbook/choices';
import type { Row } from '../workbook/rows';

export type OutboxMemory = Pick<ReminderInput, 'alreadyPlanned' | 'onItsWay' | 'told' | 'undeliverable'>;

/** How the bridge begins the answer cell of a mail whose reason was gone: it may be written again. */
const WITHDRAWN = /^Withdrawn\b/;
const WAITS: readonly string[] = ['queued', 'deferred', 'sending'] satisfies OutboxState[];
const LEFT: readonly string[] = ['sent', 'bounced'] satisfies OutboxState[];

export function outboxMemory(rows: readonly Row<'outbox'>[]): OutboxMemory {
  const planned = new Set<string>();
  const waiting = new Set<string>();
  const byAddress = new Map<string, Row<'outbox'>[]>();
  for (const row of rows) {
    if (row.key === '') continue;
    const keys = [row.key, ...row.covers];
    if (!isWithdrawn(row)) for (const key of keys) planned.add(key);
    if (WAITS.includes(row.state)) for (const key of keys) waiting.add(key);
    const address = addressKey(row.to);
    const known = byAddress.get(address);
    if (known) known.push(row);
    else byAddress.set(address, [row]);
  }
  const rowsTo = (email: string): readonly Row<'outbox'>[] => byAddress.get(addressKey(email)) ?? [];
  return {
    alreadyPlanned: (key) => planned.has(key),
    onItsWay: (key) => waiting.has(key),
    // People sort the tab: the order in which mails were taken on is that of their days.
    told: (sessionId, email) => lastTold(sessionId, rowsTo(email).flatMap(telling).sort(byDay)),
    undeliverable: (email) => lastThatLeft(rowsTo(email))?.state === 'bounced',
  };
}

function isWithdrawn({ state, answer }: Row<'outbox'>): boolean {
  return state === 'cancelled' && WITHDRAWN.test(answer);
}

function telling(row: Row<'outbox'>): TellingMail[] {
  const state = OUTBOX_STATES.find((one) => one === row.state);
  const kind = OUTBOX_KINDS.find((one) => one === row.kind);
  if (state === undefined || kind === undefined) return [];
  const { key, covers, sent_at: leftAt } = row;
  const createdAt = row.created_at ?? instant(0);
  // What a mail said of end, place and link stands in the bridge's book alone.
  return [
    { mail: { key, kind, covers, invitations: [], createdAt }, state, at: leftAt ?? createdAt, leftAt },
  ];
}

function byDay(a: TellingMail, b: TellingMail): number {
  return a.mail.createdAt - b.mail.createdAt;
}

function lastThatLeft(rows: readonly Row<'outbox'>[]): Row<'outbox'> | null {
  let last: Row<'outbox'> | null = null;
  for (const row of rows) {
    if (LEFT.includes(row.state) && (last === null || (row.sent_at ?? 0) >= (last.sent_at ?? 0))) last = row;
  }
  return last;
}
