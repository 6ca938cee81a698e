import { createHash, createHmac, randomUUID } from 'node:crypto';
import { format } from 'node:util';
import type { Execution } from '../execution';
import { NotEmulated, ServiceException } from '../failure';
import { enumeration, serviceObject } from '../service-object';
import { refuseArguments, text, whole } from './arguments';
import { blobObject, bytesOf, signedBytes } from './blob';
import { formatDate } from './simple-date-format';

const DIGESTS = ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512'] as const;
const MACS = ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'] as const;

/** Utilities (developers.google.com/apps-script/reference/utilities). Nothing here leaves the script. */
export function utilitiesService(run: Execution): object {
  const digests = enumeration(run, 'DigestAlgorithm', DIGESTS);
  const macs = enumeration(run, 'MacAlgorithm', MACS);
  const charsets = enumeration(run, 'Charset', ['US_ASCII', 'UTF_8']);

  const hmac = (algorithm: string, value: unknown, key: unknown, charset: unknown): number[] => {
    if (typeof value !== typeof key) refuseArguments('Utilities.computeHmacSignature', [value, key]);
    const keyBytes = encoded(key, charset, charsets);
    return signedBytes(
      createHmac(algorithm, keyBytes)
        .update(encoded(value, charset, charsets))
        .digest(),
    );
  };

  return serviceObject(run, 'Utilities', {
    DigestAlgorithm: digests,
    MacAlgorithm: macs,
    Charset: charsets,
    getUuid: () => randomUUID(),
    sleep: (ms: unknown) => {
      const length = whole(ms, 'Utilities.sleep');
      // "The maximum allowed value is 300000 (or 5 minutes)."
      if (length < 0 || length > 300_000) throw new ServiceException('Argument out of range: milliseconds');
      run.spend(length);
    },
    formatDate: (date: unknown, zone: unknown, pattern: unknown) => {
      if (!(date instanceof Date) || typeof zone !== 'string' || typeof pattern !== 'string') {
        return refuseArguments('Utilities.formatDate', [date, zone, pattern]);
      }
      if (Number.isNaN(date.getTime())) throw new ServiceException('Invalid argument: date');
      return formatDate(date.getTime(), zone, pattern);
    },
    formatString: (template: unknown, ...values: readonly unknown[]) => {
      const pattern = text(template, 'Utilities.formatString');
      // "Perform a sprintf-like string formatting" has more letters than the two that are alike everywhere.
      const odd = /%(?!%|s|d)[^%]{0,3}/.exec(pattern);
      if (odd !== null) throw new NotEmulated(`Utilities.formatString with ${odd[0]}`);
      return format(pattern, ...values);
    },
    computeDigest: (algorithm: unknown, value: unknown, charset?: unknown) => {
      const name = DIGESTS.find((key) => digests[key] === algorithm);
      if (name === undefined) return refuseArguments('Utilities.computeDigest', [algorithm, value]);
      return signedBytes(
        createHash(name.replace('_', ''))
          .update(encoded(value, charset, charsets))
          .digest(),
      );
    },
    computeHmacSha256Signature: (value: unknown, key: unknown, charset?: unknown) =>
      hmac('SHA256', value, key, charset),
    computeHmacSignature: (algorithm: unknown, value: unknown, key: unknown, charset?: unknown) => {
      const name = MACS.find((mac) => macs[mac] === algorithm);
      if (name === undefined)
        return refuseArguments('Utilities.computeHmacSignature', [algorithm, value, key]);
      return hmac(name.slice('HMAC_'.length).replace('_', ''), value, key, charset);
    },
    base64Encode: (data: unknown, charset?: unknown) => encoded(data, charset, charsets).toString('base64'),
    base64EncodeWebSafe: (data: unknown, charset?: unknown) =>
      encoded(data, charset, charsets).toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
    base64Decode: (data: unknown) => decoded(data, /^[A-Za-z0-9+/]*={0,2}$/),
    base64DecodeWebSafe: (data: unknown) => decoded(data, /^[A-Za-z0-9_-]*={0,2}$/),
    newBlob: (data: unknown, contentType: unknown = null, name: unknown = null) => {
      const type = contentType === null && typeof data === 'string' ? 'text/plain' : contentType;
      return blobObject(
        run,
        bytesOf(data, 'Utilities.newBlob'),
        type === null ? null : text(type, 'Utilities.newBlob'),
        name === null ? null : text(name, 'Utilities.newBlob'),
      );
    },
  });
}

/**
 * Bytes of a text. Google does not say which charset holds when none is named, and the answers of ASCII and
 * UTF-8 differ for a Polish or Ukrainian text, so such a text has to name one.
 */
function encoded(value: unknown, charset: unknown, charsets: Record<'US_ASCII' | 'UTF_8', object>): Buffer {
  if (typeof value !== 'string') return bytesOf(value, 'Utilities');
  if (charset === charsets.UTF_8 || /^[\0-\x7f]*$/.test(value)) return Buffer.from(value, 'utf8');
  throw new NotEmulated('Utilities with a text outside ASCII: pass Utilities.Charset.UTF_8');
}

function decoded(data: unknown, alphabet: RegExp): number[] {
  const source = text(data, 'Utilities.base64Decode').replace(/\s+/g, '');
  if (!alphabet.test(source) || source.replace(/=+$/, '').length % 4 === 1) {
    throw new ServiceException('Could not decode string.');
  }
  return signedBytes(Buffer.from(source, 'base64'));
}
