/** What people were told of the bridge's health, in a journal of its own: a restart repeats nothing. */
import * as v from 'valibot';
import { CONDITIONS } from '../../core/health/conditions';
import { afterRecord, type HealthMemory, type HealthRecord } from '../../core/health/episodes';
import { instant } from '../../core/time/instant';
import { openJournal } from '../state/journal';

const INSTANT = v.pipe(v.number(), v.transform(instant));
const condition = v.picklist(CONDITIONS);

const RECORD = v.variant('t', [
  v.object({
    t: v.literal('begins'),
    condition,
    since: INSTANT,
    reason: v.string(),
    count: v.nullable(v.number()),
  }),
  v.object({ t: v.literal('alerted'), condition, at: INSTANT }),
  v.object({ t: v.literal('clears'), condition, at: INSTANT }),
  v.object({ t: v.literal('relapses'), condition }),
  v.object({ t: v.literal('over'), condition, at: INSTANT, mailedAt: v.nullable(INSTANT) }),
  v.object({ t: v.literal('line'), condition, says: v.picklist(['standing', 'over']) }),
  /** The Problems tab got a line about this mail. */
  v.object({ t: v.literal('told'), key: v.string(), state: v.picklist(['unknown', 'failed']) }),
  /** A person removed the line, or it says that the matter is settled. */
  v.object({ t: v.literal('settled'), key: v.string() }),
]);

type MemoryRecord = v.InferOutput<typeof RECORD>;

/** How far the reporting of a mail is that did not go out as it should. */
export type SendReport = 'unknown' | 'failed' | 'settled';

export interface HealthJournal {
  memory(): HealthMemory;
  note(records: readonly HealthRecord[]): void;
  /** By the key of the mail; null: nothing was told. */
  reportOf(key: string): SendReport | null;
  /** Mails with a line on the Problems tab. */
  reported(): ReadonlyMap<string, Exclude<SendReport, 'settled'>>;
  told(sends: readonly { readonly key: string; readonly state: 'unknown' | 'failed' }[]): void;
  settled(keys: readonly string[]): void;
  /** Writes down what the disk did not take before. @throws when it still does not */
  save(): void;
  close(): void;
}

/** A journal this many times as long as it need be is written anew when it is opened. */
const WORTH_REWRITING = 2;

/** @throws UserError when the journal is damaged */
export function openHealthJournal(file: string): HealthJournal {
  const journal = openJournal<MemoryRecord>(file, (value) => v.parse(RECORD, value));
  let memory: HealthMemory = new Map();
  const sends = new Map<string, SendReport>();
  const reported = new Map<string, Exclude<SendReport, 'settled'>>();
  const apply = (record: MemoryRecord) => {
    if (record.t === 'told') {
      sends.set(record.key, record.state);
      reported.set(record.key, record.state);
    } else if (record.t === 'settled') {
      sends.set(record.key, 'settled');
      reported.delete(record.key);
    } else {
      memory = afterRecord(memory, record);
    }
  };
  let unwritten: readonly MemoryRecord[] = [];
  const save = () => {
    journal.append(unwritten);
    unwritten = [];
  };
  const write = (records: readonly MemoryRecord[]) => {
    for (const record of records) apply(record);
    unwritten = [...unwritten, ...records];
    try {
      save();
    } catch {
      // A full disk is what people must be told of: it is written later, see `save`.
    }
  };
  for (const record of journal.read) apply(record);
  const needed = [...recordsOf(memory), ...sendRecords(sends)];
  if (journal.read.length > WORTH_REWRITING * needed.length) journal.rewrite(needed);

  return {
    memory: () => memory,
    note: write,
    reportOf: (key) => sends.get(key) ?? null,
    reported: () => reported,
    told: (items) => write(items.map(({ key, state }) => ({ t: 'told', key, state }))),
    settled: (keys) => write(keys.map((key) => ({ t: 'settled', key }))),
    save,
    close: () => journal.close(),
  };
}

/** As few records as give the same memory again. */
function recordsOf(memory: HealthMemory): MemoryRecord[] {
  return [...memory.values()].flatMap((episode): MemoryRecord[] => {
    const { since, reason, count, alertedAt, clearSince, overAt, line, lastMailAt } = episode;
    const about = { condition: episode.condition };
    const begins = { t: 'begins' as const, ...about, since, reason, count };
    // The mail of an episode before, which only says how soon the next one may go.
    const earlier = alertedAt === null && lastMailAt !== null && (overAt === null || lastMailAt < overAt);
    const mailedAt = alertedAt === null && !earlier ? lastMailAt : null;
    return [
      ...(earlier ? [begins, { t: 'alerted' as const, ...about, at: lastMailAt }] : []),
      begins,
      ...(alertedAt === null ? [] : [{ t: 'alerted' as const, ...about, at: alertedAt }]),
      ...(clearSince === null ? [] : [{ t: 'clears' as const, ...about, at: clearSince }]),
      ...(overAt === null ? [] : [{ t: 'over' as const, ...about, at: overAt, mailedAt }]),
      ...(line === 'none' ? [] : [{ t: 'line' as const, ...about, says: line }]),
    ];
  });
}

function sendRecords(sends: ReadonlyMap<string, SendReport>): MemoryRecord[] {
  return [...sends].map(([key, report]) =>
    report === 'settled' ? { t: 'settled', key } : { t: 'told', key, state: report },
  );
}
