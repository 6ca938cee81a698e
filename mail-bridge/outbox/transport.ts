/**
 * Hands a mail to the SMTP server, and tells three answers apart: taken, refused, and nobody knows.
 *
 * nodemailer gives the same error for a connection lost before the text was sent (surely not delivered) and after
 * the final dot (perhaps delivered). What tells them apart is whether it has begun to read the text, which it does
 * only when the server has asked for it.
 */
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { INTERRUPTED, type Transmission } from '../../core/outbox/next-step';
import { minutes } from '../../core/time/instant';
import { isLoopback } from '../config/loopback';
import { reasonOf } from '../user-error';
import type { Delivery } from './delivery';
import { type Envelope, receptionOf, refusalOf, refusedIn } from './reception';

export interface TransportSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly allowSelfSigned: boolean;
}

interface Handover {
  /** Called when the server has asked for the text, before its first byte leaves. Where it throws, none does. */
  readonly onText: () => void;
  /** The bridge is to stop: before the text the mail is given up at once, after it the answer is waited for, but briefly. */
  readonly signal: AbortSignal;
}

export interface Transport {
  /** Never rejects: what went wrong is the answer. */
  send(envelope: Envelope, raw: Buffer, handover: Handover): Promise<Delivery>;
  close(): void;
}

/** Milliseconds that a server may be silent. */
export interface Patience {
  /** From the beginning of an attempt until the server asks for the text. */
  readonly beforeText: number;
  /** From then on until it has answered. */
  readonly afterText: number;
  /** After the text, once the bridge is to stop. */
  readonly whenStopping: number;
}

export const PATIENCE: Patience = {
  // RFC 5321 §4.5.3.2 asks for 5 minutes after MAIL and 2 after DATA. Nothing is at stake before the text, and a
  // server that is silent keeps all other work of the desk waiting.
  beforeText: 2 * 60_000,
  // RFC 5321 §4.5.3.2.6: a shorter wait makes unknowns out of deliveries.
  afterText: 10 * 60_000,
  // The service manager kills after 10 seconds or more (systemd 90, Docker 10).
  whenStopping: 6_000,
};

/** A daily limit (Gmail: 550 5.4.5) frees itself within a day; trying every minute would only prolong it. */
const DAILY_LIMIT_PAUSE = minutes(4 * 60);

export function openTransport(settings: TransportSettings, patience: Patience = PATIENCE): Transport {
  const transport = createTransport({
    // One connection for mail after mail: a greeting can take longer than a mail. Nothing is queued again by itself.
    pool: true,
    maxConnections: 1,
    maxMessages: 100,
    maxRequeues: 0,
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    ...(settings.user === '' ? {} : { auth: { user: settings.user, pass: settings.password } }),
    tls: settings.allowSelfSigned ? { rejectUnauthorized: false } : {},
    // A password never crosses a network in clear text, even where somebody strips STARTTLS from the answer.
    requireTLS: !settings.secure && !isLoopback(settings.host),
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: patience.afterText,
    // A server that does not hang up in its turn must not keep the process alive.
    socketCloseTimeout: 1_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** What is to be done before the text of the mail in hand: mails go one after the other. */
  let beforeText = (): void => undefined;
  /** Its recipients as they are named to the server: nodemailer puts quotation marks and IDNA where they belong. */
  let named: readonly string[] = [];
  transport.use('stream', (mail, done) => {
    named = mail.message.getEnvelope().to;
    const begin = beforeText;
    mail.message.processFunc((text) => Readable.from(announced(text, begin), { objectMode: false }));
    done();
  });

  return {
    async send(envelope, raw, { onText, signal }) {
      let transmission: Transmission = 'none';
      const end = new AbortController();
      const endAfter = (ms: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => end.abort(), ms);
      };
      const stop = () => (transmission === 'none' ? end.abort() : endAfter(patience.whenStopping));
      let timer = setTimeout(() => end.abort(), patience.beforeText);
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      beforeText = () => {
        onText();
        transmission = 'begun';
        endAfter(patience.afterText);
      };
      try {
        const { from, to, cc } = envelope;
        const info = await transport.sendMail({
          envelope: { from, to: [to, ...cc] },
          raw,
          signal: end.signal,
        });
        return receptionOf(named, info.response, refusedIn(info));
      } catch (error) {
        if (!end.signal.aborted) return deliveryOf(refusalOf(error, named), transmission);
        const answer = signal.aborted
          ? 'The bridge was stopped before the server answered.'
          : 'The server did not answer in time.';
        return { kind: INTERRUPTED[transmission], answer };
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      }
    },
    close: () => transport.close(),
  };
}

/** The same bytes; nobody reads the first of them before `begin` is through. */
async function* announced(text: Readable, begin: () => void): AsyncGenerator<Buffer> {
  begin();
  yield* text;
}

function deliveryOf(error: unknown, transmission: Transmission): Delivery {
  const answer = reasonOf(error);
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : Number.NaN;
  // 421: the whole service is closing (RFC 5321 §4.2.3), for every mail.
  if (code === 421) return { kind: 'refused-for-now', answer, pause: minutes(1) };
  // 503 (bad sequence of commands) comes from a connection in a wrong state; a new one may do.
  if (code === 503) return { kind: 'refused-for-now', answer };
  if (code >= 400 && code < 500) return { kind: 'refused-for-now', answer };
  if (/\b5\.4\.5\b/.test(answer)) return { kind: 'refused-for-now', answer, pause: DAILY_LIMIT_PAUSE };
  // RFC 4954 §6.
  if (code === 535 || code === 530 || code === 534) return { kind: 'login-refused', answer };
  if (code >= 500 && code < 600) return { kind: 'refused', answer };
  // No address that SMTP can write to: nodemailer found it before connecting.
  if (error instanceof Error && 'code' in error && error.code === 'EENVELOPE')
    return { kind: 'refused', answer };
  return { kind: INTERRUPTED[transmission], answer };
}
