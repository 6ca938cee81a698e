/**
 * The ledger: what became of every mail of the mailbox. It decides what is new, never \Seen, which belongs to people.
 *
 * A mail's way through it, by the records that move it on. Any other record about it changes nothing:
 *
 *   unknown     ignored → old · unfetched → in trouble · spooled → waiting
 *   in trouble  unfetched → in trouble · gone → unknown · spooled → waiting · unfetchable → given up
 *   waiting     (its bytes are safe) writing: its rows are on their way to the Sheet · done → done
 *   done        (with exactly one outcome) of the quarantine: again → waiting · dropped → listed no more
 *   given up    again → in trouble · dropped → listed no more
 *
 * The cursor never passes a mail that is unknown or in trouble. Replayed at the start, the ledger also tells which
 * Message-ID is which ticket.
 *
 * Of the folder of sent mails only answers to participants go this way. It has a mark of its own instead of the cursor:
 * everything up to it was looked at, and what is not spooled is none of our business.
 */
import * as v from 'valibot';
import type { Instant } from '../../core/time/instant';
import type { Uid } from '../mailbox/folder';
import { openJournal } from '../state/journal';
import {
  type DoneRecord,
  LEDGER_RECORD,
  type LedgerRecord,
  rowIdOf,
  type SpooledRecord,
  type UnfetchableRecord,
} from './ledger-records';

export type { DoneRecord, SpooledRecord };

/** UIDs mean something only within one epoch: a folder of an account, as numbered under one UIDVALIDITY. */
export function positionOf(epoch: string, uid: Uid): string {
  return `${epoch}:${uid}`;
}

export interface Ledger {
  /** Whether the mail is known, done or not. */
  knows(epoch: string, uid: Uid): boolean;
  /** Highest UID below which everything is known: where a search for new mail may begin. */
  cursor(epoch: string): Uid;
  isEmpty(): boolean;
  /** Nothing is known of a mail of this epoch. */
  isNew(epoch: string): boolean;
  /** Takes over what was written of a bare UIDVALIDITY by a Rowdesk that knew no accounts and folders. */
  adopt(epoch: string, uidValidity: string): void;
  /** The Sheet had tickets before this ledger. */
  isYoungerThanSheet(): boolean;
  noteYoungerThanSheet(since: Instant | null): void;
  /** When the mails of the Sheet began, where it is older than this ledger. */
  sheetSince(): Instant | null;
  ignore(epoch: string, mails: { readonly upTo: Uid; readonly uids: readonly Uid[] }, before: Instant): void;
  /** What had arrived before this moment was there before Rowdesk. null: nothing was left alone. */
  oldBefore(): Instant | null;
  /** Mails of the folder of sent mails up to this UID have been looked at. */
  pass(epoch: string, upTo: Uid, at: Instant): void;
  /** null: nothing of this numbering has been looked at. */
  passedUpTo(epoch: string): Uid | null;
  /** When a folder of sent mails was last looked at, under whatever numbering; null: never. */
  passedAt(): Instant | null;
  /**
   * Mails that could not be fetched, one alone or several together.
   * @param lostAt when the connection broke over them; null: the server refused them
   */
  unfetched(epoch: string, uids: readonly Uid[], reason: string, lostAt: Instant | null): void;
  /** How often this mail failed in company and alone. */
  troubles(epoch: string, uid: Uid): Troubles;
  /** Mails that could not be fetched so far. */
  troubled(epoch: string): readonly Uid[];
  /** Mails in trouble that have been deleted. */
  gone(epoch: string, uids: readonly Uid[]): void;
  giveUp(record: Omit<UnfetchableRecord, 't'>): void;
  /** Mails of which nothing could be read and at which nobody has looked yet, oldest first. */
  unfetchable(): readonly UnfetchableRecord[];
  /** Mails that could not be understood or whose rows were refused, and at which nobody has looked yet, oldest first. */
  setAside(): readonly MailRecord[];
  /**
   * A mail of the quarantine waits again: for its rows, or to be fetched. Its day counts it as waiting.
   * Returns false when it is not in quarantine.
   */
  tryAgain(epoch: string, uid: Uid): boolean;
  /** Somebody has looked at a mail of the quarantine: it is listed no more. Returns false when it is not there. */
  drop(epoch: string, uid: Uid): boolean;
  /** Mails that have been in quarantine and are settled now: what was reported of them is over. */
  released(): readonly ReleasedMail[];
  spooled(records: readonly Omit<SpooledRecord, 't'>[]): void;
  /** Rows with these ids are about to be written. */
  writing(ids: readonly string[]): void;
  /** Ids of the batch that was being written when the bridge last stopped; empty when all was settled. */
  unsettled(): readonly string[];
  done(records: readonly Omit<DoneRecord, 't'>[]): void;
  /** Spooled and not done, in the order of arrival. */
  waiting(): readonly SpooledRecord[];
  /** Everything done, in order, to rebuild knowledge from at the start. */
  history(): readonly MailRecord[];
  /** Mails taken in and their outcomes, by day. */
  days(): ReadonlyMap<string, DayCount>;
  close(): void;
}

/** A mail that is done. */
export interface MailRecord {
  readonly spooled: SpooledRecord;
  readonly done: DoneRecord;
}

export interface ReleasedMail {
  readonly epoch: string;
  readonly uid: Uid;
  /** Its name in the spool; null: nothing of it was ever read. */
  readonly name: SpooledRecord['name'] | null;
}

export interface DayCount {
  readonly found: number;
  readonly outcomes: Readonly<Partial<Record<DoneRecord['outcome'], number>>>;
}

export interface Troubles {
  /** It failed together with others: perhaps one of them is to blame. */
  readonly inCompany: boolean;
  readonly alone: number;
  readonly reason: string;
  /** When the connection last broke over it alone, and that was counted; null: never, or nobody wrote down when. */
  readonly lostAt: Instant | null;
}

const NO_TROUBLES: Troubles = { inCompany: false, alone: 0, reason: '', lostAt: null };

/** @throws UserError when the journal is damaged */
export function openLedger(file: string): Ledger {
  const journal = openJournal(file, (value) => v.parse(LEDGER_RECORD, value));
  const waiting = new Map<string, SpooledRecord>();
  const known = new Map<string, SpooledRecord>();
  const history: MailRecord[] = [];
  const ignored = new Map<string, Uid>();
  const ignoredSingly = new Set<string>();
  const highest = new Map<string, Uid>();
  const passed = new Map<string, Extract<LedgerRecord, { t: 'passed' }>>();
  const days = new Map<string, { found: number; outcomes: Partial<Record<DoneRecord['outcome'], number>> }>();
  const adopted = new Map<string, string>();
  const troubled = new Map<string, Map<Uid, Troubles>>();
  /** Given up, by position. */
  const lost = new Map<string, UnfetchableRecord>();
  /** Done as quarantined, by position. */
  const setAside = new Map<string, MailRecord>();
  const dropped = new Set<string>();
  const released = new Map<string, ReleasedMail>();
  let oldBefore: Instant | null = null;
  let unsettled: readonly string[] = [];
  let younger: Extract<LedgerRecord, { t: 'recalled' }> | null = null;

  /** The name under which the mails of the epoch are kept here. */
  const numbering = (epoch: string) => adopted.get(epoch) ?? epoch;
  const at = (epoch: string, uid: Uid) => positionOf(numbering(epoch), uid);
  const knows = (epoch: string, uid: Uid) =>
    known.has(at(epoch, uid)) ||
    uid <= (ignored.get(numbering(epoch)) ?? 0) ||
    ignoredSingly.has(at(epoch, uid)) ||
    lost.has(at(epoch, uid));

  const isNew = (epoch: string) =>
    !highest.has(numbering(epoch)) &&
    !ignored.has(numbering(epoch)) &&
    // Mails that were deleted before they could be fetched leave nothing behind.
    (troubled.get(numbering(epoch))?.size ?? 0) === 0;

  const raise = (epoch: string, uid: Uid) => {
    const key = numbering(epoch);
    highest.set(key, Math.max(uid, highest.get(key) ?? 0));
    troubled.get(key)?.delete(uid);
  };
  const apply = (record: LedgerRecord) => {
    switch (record.t) {
      case 'ignored': {
        const key = numbering(record.epoch);
        ignored.set(key, Math.max(record.upTo, ignored.get(key) ?? 0));
        for (const uid of record.uids) ignoredSingly.add(at(record.epoch, uid));
        oldBefore = oldBefore ?? record.before;
        return;
      }
      case 'passed':
        // The latest numbering comes last.
        passed.delete(record.epoch);
        passed.set(record.epoch, record);
        return;
      case 'adopted':
        adopted.set(record.by, record.epoch);
        return;
      case 'recalled':
        younger = record;
        return;
      case 'writing':
        unsettled = record.ids;
        return;
      case 'unfetched': {
        const key = numbering(record.epoch);
        const uids = troubled.get(key) ?? new Map<Uid, Troubles>();
        troubled.set(key, uids);
        const alone = record.uids.length === 1;
        for (const uid of record.uids) {
          if (known.has(at(record.epoch, uid)) || lost.has(at(record.epoch, uid))) continue;
          const before = uids.get(uid) ?? NO_TROUBLES;
          uids.set(uid, {
            inCompany: before.inCompany || !alone,
            alone: before.alone + (alone ? 1 : 0),
            reason: record.reason,
            lostAt: (alone ? record.at : undefined) ?? before.lostAt,
          });
        }
        return;
      }
      case 'gone':
        for (const uid of record.uids) troubled.get(numbering(record.epoch))?.delete(uid);
        return;
      case 'unfetchable': {
        lost.set(at(record.epoch, record.uid), record);
        raise(record.epoch, record.uid);
        const day = dayOf(record.day);
        day.found++;
        day.outcomes.quarantined = (day.outcomes.quarantined ?? 0) + 1;
        return;
      }
      case 'spooled':
        if (known.has(at(record.epoch, record.uid))) return;
        known.set(at(record.epoch, record.uid), record);
        waiting.set(at(record.epoch, record.uid), record);
        raise(record.epoch, record.uid);
        dayOf(record.day).found++;
        return;
      case 'done': {
        const spooled = waiting.get(at(record.epoch, record.uid));
        // Every mail has one outcome: a second one would count it twice.
        if (!spooled) return;
        waiting.delete(at(record.epoch, record.uid));
        const mail = { spooled, done: record };
        history.push(mail);
        if (record.outcome === 'quarantined') setAside.set(at(record.epoch, record.uid), mail);
        const { outcomes } = dayOf(spooled.day);
        outcomes[record.outcome] = (outcomes[record.outcome] ?? 0) + 1;
        // Its own only: of several that are done together, the power may have gone after the first line.
        unsettled = unsettled.filter((id) => id !== rowIdOf(spooled));
        return;
      }
      case 'dropped':
        dropped.add(at(record.epoch, record.uid));
        release(record.epoch, record.uid);
        return;
      case 'again':
        release(record.epoch, record.uid);
        takeBack(record.epoch, record.uid);
    }
  };
  const inQuarantine = (epoch: string, uid: Uid) => {
    const position = at(epoch, uid);
    return (setAside.has(position) || lost.has(position)) && !dropped.has(position);
  };
  const release = (epoch: string, uid: Uid) => {
    const position = at(epoch, uid);
    released.set(position, { epoch, uid, name: setAside.get(position)?.spooled.name ?? null });
  };
  const takeBack = (epoch: string, uid: Uid) => {
    const position = at(epoch, uid);
    const mail = setAside.get(position);
    if (mail) {
      setAside.delete(position);
      history.splice(history.indexOf(mail), 1);
      // Behind those that wait already, here and when the journal is written anew.
      known.delete(position);
      known.set(position, mail.spooled);
      waiting.set(position, mail.spooled);
      uncount(mail.spooled.day);
      return;
    }
    const givenUp = lost.get(position);
    if (!givenUp) return;
    lost.delete(position);
    dayOf(givenUp.day).found--;
    uncount(givenUp.day);
    // In company once: it is asked for alone, and the cursor waits before it.
    const key = numbering(epoch);
    const uids = troubled.get(key) ?? new Map<Uid, Troubles>();
    troubled.set(key, uids.set(uid, { inCompany: true, alone: 0, reason: givenUp.reason, lostAt: null }));
  };
  /** One mail in quarantine less. */
  const uncount = (day: string) => {
    const { found, outcomes } = dayOf(day);
    const left = (outcomes.quarantined ?? 0) - 1;
    if (left > 0) outcomes.quarantined = left;
    else delete outcomes.quarantined;
    if (found === 0) days.delete(day);
  };
  const dayOf = (day: string) => {
    const count = days.get(day) ?? { found: 0, outcomes: {} };
    days.set(day, count);
    return count;
  };
  const write = (records: readonly LedgerRecord[]) => {
    journal.append(records);
    for (const record of records) apply(record);
  };
  for (const record of journal.read) apply(record);

  /** What is still to be told, in an order that gives the same history. */
  const needed = (): LedgerRecord[] => [
    ...journal.read.filter(({ t }) => t === 'ignored' || t === 'adopted'),
    ...(younger ? [younger] : []),
    ...passed.values(),
    ...known.values(),
    ...lost.values(),
    ...history.map(({ done }) => done),
    ...[...dropped].flatMap((position): LedgerRecord[] => {
      const { epoch, uid } = setAside.get(position)?.spooled ?? lost.get(position) ?? {};
      return epoch === undefined || uid === undefined ? [] : [{ t: 'dropped', epoch, uid }];
    }),
    ...[...troubled].flatMap(([epoch, uids]) => [...uids].flatMap((entry) => troublesAgain(epoch, ...entry))),
    ...(unsettled.length > 0 ? [{ t: 'writing' as const, ids: [...unsettled] }] : []),
  ];
  const compact = needed();
  if (journal.read.length > WORTH_REWRITING * compact.length) journal.rewrite(compact);

  return {
    knows,
    cursor(epoch) {
      const key = numbering(epoch);
      // A mail that could not be fetched is asked for again: the cursor waits before it.
      const first = Math.min(...[...(troubled.get(key)?.keys() ?? [])].filter((uid) => !knows(epoch, uid)));
      return Math.min(first - 1, Math.max(highest.get(key) ?? 0, ignored.get(key) ?? 0));
    },
    isEmpty: () => known.size === 0 && ignored.size === 0 && lost.size === 0,
    isNew,
    adopt(epoch, uidValidity) {
      // Only the first mailbox that asks: the next one with this UIDVALIDITY is another.
      const free = !isNew(uidValidity) && ![...adopted.values()].includes(uidValidity);
      if (free && isNew(epoch)) write([{ t: 'adopted', epoch: uidValidity, by: epoch }]);
    },
    isYoungerThanSheet: () => younger !== null,
    noteYoungerThanSheet: (since) => write([{ t: 'recalled', since }]),
    sheetSince: () => younger?.since ?? null,
    ignore: (epoch, { upTo, uids }, before) =>
      write([{ t: 'ignored', epoch, upTo, uids: [...uids], before }]),
    oldBefore: () => oldBefore,
    pass: (epoch, upTo, at) => write([{ t: 'passed', epoch, upTo, at }]),
    passedUpTo: (epoch) => passed.get(epoch)?.upTo ?? null,
    passedAt: () => [...passed.values()].pop()?.at ?? null,
    unfetched: (epoch, uids, reason, lostAt) =>
      write([{ t: 'unfetched', epoch, uids: [...uids], reason, ...(lostAt === null ? {} : { at: lostAt }) }]),
    troubles: (epoch, uid) => troubled.get(numbering(epoch))?.get(uid) ?? NO_TROUBLES,
    troubled: (epoch) => [...(troubled.get(numbering(epoch))?.keys() ?? [])],
    gone: (epoch, uids) => write([{ t: 'gone', epoch, uids: [...uids] }]),
    giveUp: (record) => write([{ t: 'unfetchable', ...record }]),
    unfetchable: () => [...lost].flatMap(([position, record]) => (dropped.has(position) ? [] : [record])),
    setAside: () => [...setAside].flatMap(([position, mail]) => (dropped.has(position) ? [] : [mail])),
    tryAgain(epoch, uid) {
      if (!inQuarantine(epoch, uid)) return false;
      write([{ t: 'again', epoch, uid }]);
      return true;
    },
    drop(epoch, uid) {
      if (!inQuarantine(epoch, uid)) return false;
      write([{ t: 'dropped', epoch, uid }]);
      return true;
    },
    released: () =>
      [...released].flatMap(([position, mail]) => {
        const { epoch, uid } = mail;
        const isAskedFor = troubled.get(numbering(epoch))?.has(uid) === true;
        return waiting.has(position) || isAskedFor || inQuarantine(epoch, uid) ? [] : [mail];
      }),
    spooled: (records) => write(records.map((record) => ({ t: 'spooled', ...record }))),
    writing: (ids) => write([{ t: 'writing', ids: [...ids] }]),
    unsettled: () => unsettled,
    done: (records) => write(records.map((record) => ({ t: 'done', ...record }))),
    waiting: () => [...waiting.values()],
    history: () => history,
    days: () => days,
    close: () => journal.close(),
  };
}

/** A journal this many times as long as it need be is written anew when it is opened. */
const WORTH_REWRITING = 2;

/** As many records as make the same count again. */
function troublesAgain(
  epoch: string,
  uid: Uid,
  { inCompany, alone, reason, lostAt }: Troubles,
): LedgerRecord[] {
  const once = { t: 'unfetched' as const, epoch, uids: [uid], reason };
  return [
    ...Array.from({ length: alone }, () => (lostAt === null ? once : { ...once, at: lostAt })),
    // Named twice, it is in company.
    ...(inCompany ? [{ t: 'unfetched' as const, epoch, uids: [uid, uid], reason }] : []),
  ];
}
