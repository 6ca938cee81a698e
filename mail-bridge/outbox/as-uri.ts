import { cleanLine } from '../../core/mail/clean-text';

/** An address as people wrote it, in the signs that a URI may hold (RFC 3986 §2). What is encoded already stays so. */
export function asUri(written: string): string {
  return encodeURI(cleanLine(written)).replace(/%25(?=[0-9a-f]{2})/gi, '%');
}
