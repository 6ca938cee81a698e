/** A folder of sent mails on paper, and a bridge's memory of it on the disk that can be told to fail at a step. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, instant } from '../../../core/time/instant';
import { type Ledger, openLedger } from '../../../mail-bridge/intake/ledger';
import { inboxLooks } from '../../../mail-bridge/intake/sent-watch';
import {
  enterSentFolder,
  type SentContext,
  type SentLook,
  type SentMemory,
  sentMemory,
  spoolSentMail,
} from '../../../mail-bridge/intake/spool-sent';
import { silentLog } from '../../../mail-bridge/log/log';
import { RefusedCommand } from '../../../mail-bridge/mailbox/connection';
import type { SentFolder } from '../../../mail-bridge/mailbox/sent-folder';
import { openSpool, type Spool } from '../../../mail-bridge/state/spool';
import { ARRIVED, type PaperMail, paperMailbox } from '../intake/paper-mailbox';

export const EPOCH = 'cccccccccccc.7';
export const NOW = instant(ARRIVED + 60_000);

export interface SentMail extends PaperMail {
  readonly isDraft?: boolean;
}

/** What the bridge makes of its header. */
export type Verdict = 'answer' | 'ours' | 'no-ticket';

export const sentMail = (uid: number, verdict: Verdict, more: Partial<SentMail> = {}): SentMail => ({
  uid,
  text: `Subject: ${verdict}\r\n\r\nText ${uid}\r\n`,
  ...more,
});

export interface PaperSent extends SentFolder {
  readonly mails: SentMail[];
  /** UIDs whose headers were fetched, and those whose text was. */
  readonly looked: { readonly heads: number[]; readonly texts: number[] };
}

export function paperSent(mails: readonly SentMail[], epoch = EPOCH, last = 0): PaperSent {
  const box = paperMailbox(epoch, []);
  const all = box.mails as SentMail[];
  all.push(...mails);
  const looked = { heads: [] as number[], texts: [] as number[] };
  return {
    ...box,
    mails: all,
    looked,
    path: 'Sent',
    nextUid: Math.max(last, ...all.map(({ uid }) => uid)) + 1,
    listSince: async (at) =>
      all.flatMap(({ uid, arrived = ARRIVED }) => (arrived >= at - 86_400_000 ? [uid] : [])),
    heads: async (uids) => {
      const found = all.filter(({ uid }) => uids.includes(uid));
      if (found.some(({ trouble }) => trouble === 'refused-wholly'))
        throw new RefusedCommand('NO [SERVERBUG]');
      looked.heads.push(...found.map(({ uid }) => uid));
      return found.map(({ uid, text, arrived = ARRIVED, isDraft = false }) => ({
        uid,
        size: text.length,
        internalDate: arrived,
        isDraft,
        header: Buffer.from(`${text.split('\r\n\r\n')[0]}\r\n\r\n`),
      }));
    },
    fetch: async (infos) => {
      const fetched = await box.fetch(infos);
      looked.texts.push(...fetched.map(({ uid }) => uid));
      return fetched;
    },
  };
}

/** The power goes. */
export class PowerCut extends Error {}

export interface Bench {
  ledger(): Ledger;
  look(folder: PaperSent): Promise<SentLook>;
  enter(folder: Pick<PaperSent, 'epoch' | 'nextUid' | 'listSince'>, now?: Instant): Promise<void>;
  /** Of the ledger, as it lies on the disk. */
  journalLines(): readonly string[];
  /** All that a look needs but the progress of the inbox. */
  context(): Omit<SentContext, 'inbox' | 'memory'>;
  /** The inbox is looked at, and everything in it has its rows. */
  inboxSettles(): Promise<void>;
  /** Subjects that lead to a ticket from now on. */
  readonly known: Set<string>;
  /** The bridge dies and starts again. */
  startAnew(): void;
  /** The power goes before or after the n-th thing that is written down from now on. */
  cutPowerAt(step: number): void;
  close(): void;
}

export function sentBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-sent-'));
  mkdirSync(join(folder, 'spool'));
  const known = new Set<string>();
  let ledger = openLedger(join(folder, 'ledger'));
  let spool: Spool = openSpool(join(folder, 'spool'));
  let memory: SentMemory = sentMemory();
  let inbox = inboxLooks(() => ledger.waiting());
  let steps = Number.POSITIVE_INFINITY;

  const step = () => {
    steps -= 1;
    if (steps === 0) throw new PowerCut();
  };
  /** Each write may be the last, done or not. */
  const failing = (): Pick<SentContext, 'ledger' | 'spool'> => ({
    ledger: {
      ...ledger,
      spooled: (records) => {
        step();
        ledger.spooled(records);
        step();
      },
      pass: (...args) => {
        step();
        ledger.pass(...args);
        step();
      },
    },
    spool: {
      ...spool,
      keep: async (mails) => {
        step();
        const names = await spool.keep(mails);
        step();
        return names;
      },
    },
  });

  const context = (): Omit<SentContext, 'inbox' | 'memory'> => ({
    ...failing(),
    now: () => NOW,
    dayOf: () => '2026-11-20',
    log: silentLog,
    onSpooled: () => undefined,
    read: async ({ header }) => {
      const subject = /^Subject: (.*)\r$/m.exec(header.toString())?.[1] ?? '';
      if (known.has(subject)) return 'answer';
      return subject === 'answer' || subject === 'ours' ? subject : 'no-ticket';
    },
  });

  return {
    known,
    ledger: () => ledger,
    context,
    journalLines: () => readFileSync(join(folder, 'ledger'), 'utf8').split('\n'),
    enter: (sent, now = NOW) => enterSentFolder(sent, ledger, now),
    look: (sent) => spoolSentMail(sent, { ...context(), inbox, memory }, new AbortController().signal),
    inboxSettles: () => inbox.look(async () => undefined, new AbortController().signal),
    startAnew() {
      steps = Number.POSITIVE_INFINITY;
      ledger.close();
      ledger = openLedger(join(folder, 'ledger'));
      spool = openSpool(join(folder, 'spool'));
      memory = sentMemory();
      inbox = inboxLooks(() => ledger.waiting());
    },
    cutPowerAt: (n) => {
      steps = n;
    },
    close() {
      ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
