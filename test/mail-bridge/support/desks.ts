/** Firms of one test file: they share a Dovecot, and each has a mailbox, a mail server and a workbook of its own. */
import { type Dovecot, startDovecot } from '../../bench/dovecot';
import { type RecordingSmtp, startRecordingSmtp } from '../../bench/recording-smtp';
import { type BenchOptions, type BridgeBench, bridgeBench } from './bench';

export interface DeskBench extends BridgeBench {
  readonly address: string;
  readonly smtp: RecordingSmtp;
  readonly dovecot: Dovecot;
  /** Puts a mail into the support mailbox. */
  deliver(raw: Buffer, folder?: string): Promise<void>;
}

export interface Desks {
  readonly dovecot: Dovecot;
  open(options?: Partial<BenchOptions>): Promise<DeskBench>;
  /** Runs when the test is over, before everything that was opened earlier is closed. */
  atEnd(end: () => Promise<void>): void;
}

/** To be called in a `describe`: starts the Dovecot before its tests and closes everything after them. */
export function desks(): Desks {
  let dovecot: Dovecot | null = null;
  let count = 0;
  const close: (() => Promise<void>)[] = [];
  const server = (): Dovecot => {
    if (dovecot === null) throw new Error('Dovecot has not been started yet');
    return dovecot;
  };
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterEach(async () => {
    for (const end of close.splice(0).reverse()) await end();
  });
  afterAll(async () => {
    await dovecot?.stop();
  });
  return {
    get dovecot() {
      return server();
    },
    atEnd: (end) => {
      close.push(end);
    },
    async open(options = {}) {
      count += 1;
      const address = `support${count}@firm.test`;
      // The mailbox is there before the first mail: Dovecot makes it at the first login.
      const smtp = await startRecordingSmtp();
      close.push(() => smtp.stop());
      const bench = await bridgeBench({ imap: { port: server().imapPort }, smtp, address, ...options });
      close.push(() => bench.close());
      return {
        ...bench,
        address,
        smtp,
        dovecot: server(),
        deliver: (raw, folder) => server().deliver(address, raw, folder),
      };
    },
  };
}
