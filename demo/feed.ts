/**
 * `demo --once --mail DIR`: every mail of a folder goes into the mailbox by IMAP, through intake and into rows, and the
 * summary says what became of each. Then the same mailbox is read by a new bridge, which must find nothing new.
 */
import { readFileSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import { OUTCOMES, type Outcome } from '../core/workbook/choices';
import { FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../core/workbook/columns';
import type { Bridge } from '../mail-bridge/bridge';
import { runOnce } from '../mail-bridge/run';
import { readStatus } from '../mail-bridge/status';
import { findMailFiles } from './mail-files';
import type { World } from './world';

export interface FeedSummary {
  /** Mails that the bridge found in the mailbox. */
  readonly messages: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Rows of the Tickets tab. */
  readonly tickets: number;
  /** Acknowledgements that the mail server took. */
  readonly acknowledgements: number;
  /** Calls of the Sheets API, from opening the bridge to its end. */
  readonly sheetCalls: { readonly read: number; readonly write: number };
  /** From opening the bridge to the last row. */
  readonly seconds: number;
  /** Mails that our code failed on. */
  readonly crashes: number;
  /** Rows that a second run over the same mailbox added. Must be 0. */
  readonly addedBySecondRun: number;
}

export async function feedMails(
  world: World,
  directory: string,
  progress: (text: string) => void,
): Promise<FeedSummary> {
  const files = findMailFiles(directory);
  await appendAll(world, files, progress);
  progress(`${files.length} mails are in the mailbox; taking them in …`);

  const started = performance.now();
  const first = await oneRun(world);
  const seconds = (performance.now() - started) / 1000;
  const outcomes = await outcomesOf(world);
  const rows = rowCounts(world);
  progress('Reading the same mailbox once more …');
  await oneRun(world);
  const after = rowCounts(world);
  return {
    messages: first.found,
    outcomes,
    tickets: rows.tickets,
    acknowledgements: first.acknowledgements,
    sheetCalls: first.calls,
    seconds: Math.round(seconds * 100) / 100,
    crashes: outcomes.quarantined,
    addedBySecondRun:
      after.tickets + after.messages + after.outbox - rows.tickets - rows.messages - rows.outbox,
  };
}

async function appendAll(
  world: World,
  files: readonly string[],
  progress: (text: string) => void,
): Promise<void> {
  const { imap, imapPassword } = world.config;
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.secure,
    auth: { user: imap.user, pass: imapPassword },
    logger: false,
    disableAutoIdle: true,
  });
  await client.connect();
  for (const [index, file] of files.entries()) {
    await client.append(imap.folder, readFileSync(file));
    if (index % 100 === 99) progress(`${index + 1} of ${files.length} mails delivered`);
  }
  await client.logout();
}

async function oneRun(world: World) {
  const bridge: Bridge = await world.openBridge(new AbortController().signal);
  try {
    await runOnce(bridge);
    const sent = [...bridge.state.book.all()].filter(
      ({ mail, state }) => mail.kind === 'acknowledgement' && state === 'sent',
    );
    const days = [...bridge.state.ledger.days().values()];
    return {
      found: days.reduce((sum, { found }) => sum + found, 0),
      acknowledgements: sent.length,
      calls: { ...bridge.calls },
    };
  } finally {
    await bridge.close();
  }
}

async function outcomesOf(world: World): Promise<Record<Outcome, number>> {
  const { days } = await readStatus(world.config.stateDir);
  const total = (outcome: Outcome) => days.reduce((sum, { outcomes }) => sum + (outcomes[outcome] ?? 0), 0);
  // Object.fromEntries forgets that every outcome is a key.
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, total(outcome)])) as Record<Outcome, number>;
}

/** Data rows as they stand in the Sheet. */
function rowCounts({ sheets, spreadsheetId }: World) {
  const count = (table: TableKey) => {
    const { valueRanges } = sheets.values.batchGetByDataFilter(spreadsheetId, {
      dataFilters: [{ gridRange: { sheetId: SHEET_ID[table], startRowIndex: FIRST_DATA_ROW } }],
    });
    return valueRanges?.[0]?.valueRange?.values?.length ?? 0;
  };
  return { tickets: count('tickets'), messages: count('messages'), outbox: count('outbox') };
}
