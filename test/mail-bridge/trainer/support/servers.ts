/** The mail servers that the firms of one test file share: Dovecot keeps everybody's mailbox, OpenSMTPD carries the mail. */
import { createTransport } from 'nodemailer';
import { type Dovecot, startDovecot } from '../../../bench/dovecot';
import { type Opensmtpd, startOpensmtpd } from '../../../bench/opensmtpd';
import { until } from '../../../bench/until';
import type { Person } from '../programs/answering';

/** As the server of every mailbox here calls itself in Authentication-Results. */
export const SERVER = 'mx.firm.test';

/** What that server says of a mail: the methods and their results; null: nothing. */
export type Results = string | null;

export const passed = (domain: string): Results => `dmarc=pass header.from=${domain}`;

export interface Posted {
  readonly raw: Buffer;
  /** Of the envelope. */
  readonly from: string;
  readonly to: readonly string[];
  readonly results: Results;
}

export interface Servers {
  readonly dovecot: Dovecot;
  readonly smtp: Opensmtpd;
  /** Hands a mail in; the server takes its time to deliver it. */
  submit(mail: Posted): Promise<void>;
  /** Hands mails in, one after the other, and waits until each lies in every mailbox that it was sent to. */
  post(mails: readonly Posted[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startServers(): Promise<Servers> {
  const dovecot = await startDovecot();
  const smtp = await startOpensmtpd({ deliverTo: dovecot });
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    pool: true,
    maxConnections: 1,
    tls: { rejectUnauthorized: false },
  });
  const submit = async ({ raw, from, to, results }: Posted): Promise<void> => {
    await transport.sendMail({ envelope: { from, to: [...to] }, raw: judged(raw, results) });
  };
  return {
    dovecot,
    smtp,
    submit,
    async post(mails) {
      const expected = new Map<string, number>();
      for (const address of mails.flatMap(({ to }) => to.map(mailboxOf))) {
        const before = expected.get(address) ?? (await inboxSize(dovecot, address));
        expected.set(address, before + 1);
      }
      for (const mail of mails) await submit(mail);
      for (const [address, count] of expected) {
        await until(
          () => inboxSize(dovecot, address),
          (size) => size >= count,
        );
      }
    },
    async stop() {
      transport.close();
      await smtp.stop();
      await dovecot.stop();
    },
  };
}

/**
 * OpenSMTPD judges no sender. Providers have a server in front that does and writes its word on top (RFC 8601 §4.1), so
 * that it stands right below the Received line of the one that delivers.
 */
function judged(raw: Buffer, results: Results): Buffer {
  if (results === null) return raw;
  return Buffer.concat([Buffer.from(`Authentication-Results: ${SERVER}; ${results}\r\n`), raw]);
}

/** Without what stands behind the plus sign. */
export function mailboxOf(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
}

async function inboxSize(dovecot: Dovecot, address: string): Promise<number> {
  return (await dovecot.mailbox(address)).filter(({ folder }) => folder === 'INBOX').length;
}

/** The domain of an address, as DMARC knows it. */
export function domainOf({ address }: Pick<Person, 'address'>): string {
  return address.slice(address.indexOf('@') + 1);
}
