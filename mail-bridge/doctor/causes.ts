/** What stands behind an error: libraries wrap what happened, and say "fetch failed". */
import { reasonOf } from '../user-error';

export interface Cause {
  readonly message: string;
  readonly code: string;
}

/** The error and what caused it, outermost first. By shape: errors of Node's own connections may be of another realm. */
export function causesOf(error: unknown): readonly Cause[] {
  const causes: Cause[] = [];
  let at = error;
  while (isError(at) && causes.length < 10) {
    causes.push({
      message: reasonOf(at.message),
      code: 'code' in at && typeof at.code === 'string' ? at.code : '',
    });
    at = at.cause;
  }
  return causes;
}

export function rootReason(error: unknown): string {
  const causes = causesOf(error);
  return causes[causes.length - 1]?.message || reasonOf(error);
}

const TLS_CODES = /^(?:ETLS$|EPROTO$|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const TLS_WORDS = /certificate|wrong version number|tls alert|SSL routines/i;

/** Whether it comes from encryption: a certificate that nobody vouches for, or a server that speaks no TLS there. */
export function isTlsFault(error: unknown): boolean {
  return causesOf(error).some(({ message, code }) => TLS_CODES.test(code) || TLS_WORDS.test(message));
}

function isError(value: unknown): value is { readonly message: string; readonly cause?: unknown } {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  );
}
