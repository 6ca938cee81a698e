/**
 * Hands a mail to the SMTP server, and tells three answers apart: taken, refused, and nobody knows.
 *
 * nodemailer gives the same error for a connection lost before the text was sent (surely not delivered) and after
 * the final dot (perhaps delivered). Its protocol log tells: a 354 means that the text may have been sent.
 */
import { createTransport } from 'nodemailer';
import { type Minutes, minutes } from '../../core/time/instant';
import { isLoopback } from '../config/loopback';
import { reasonOf } from '../user-error';

export interface TransportSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly allowSelfSigned: boolean;
}

export type Delivery =
  | { readonly kind: 'accepted'; readonly answer: string }
  | { readonly kind: 'refused-for-now'; readonly answer: string; readonly pause?: Minutes }
  | { readonly kind: 'refused'; readonly answer: string }
  /** User or password: no mail would get through. */
  | { readonly kind: 'login-refused'; readonly answer: string }
  | { readonly kind: 'not-transmitted'; readonly answer: string }
  | { readonly kind: 'lost'; readonly answer: string };

export interface Transport {
  /** Never rejects: what went wrong is the answer. */
  send(envelope: { readonly from: string; readonly to: string }, raw: Buffer): Promise<Delivery>;
  close(): void;
}

/** RFC 5321 §4.5.3.2.6 asks for 10 minutes after the final dot; a shorter wait makes unknowns out of deliveries. */
const AFTER_DOT_MS = 10 * 60_000;
/** A daily limit (Gmail: 550 5.4.5) frees itself within a day; trying every minute would only prolong it. */
const DAILY_LIMIT_PAUSE = minutes(4 * 60);

export function openTransport(settings: TransportSettings, socketTimeout = AFTER_DOT_MS): Transport {
  let textSent = false;
  const log = (entry: unknown, message: unknown) => {
    const kind = typeof entry === 'object' && entry !== null && 'tnx' in entry ? entry.tnx : null;
    if (kind === 'server' && typeof message === 'string' && message.startsWith('354')) textSent = true;
  };
  const quiet = () => undefined;
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
    socketTimeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    debug: true,
    logger: {
      level: quiet,
      trace: log,
      debug: log,
      info: log,
      warn: log,
      error: log,
      fatal: log,
    },
  });

  return {
    async send(envelope, raw) {
      textSent = false;
      try {
        const info = await transport.sendMail({ envelope: { from: envelope.from, to: [envelope.to] }, raw });
        return { kind: 'accepted', answer: info.response };
      } catch (error) {
        return deliveryOf(error, textSent);
      }
    },
    close: () => transport.close(),
  };
}

function deliveryOf(error: unknown, textSent: boolean): Delivery {
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
  return { kind: textSent ? 'lost' : 'not-transmitted', answer };
}
