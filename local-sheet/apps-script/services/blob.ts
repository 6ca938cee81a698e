import type { Execution } from '../execution';
import { ServiceException } from '../failure';
import { serviceObject } from '../service-object';
import { refuseArguments, text } from './arguments';

export function blobObject(run: Execution, data: Buffer, type: string | null, name: string | null): object {
  let contentType = type;
  let fileName = name;
  const self: object = serviceObject(run, 'Blob', {
    getBytes: () => signedBytes(data),
    getDataAsString: (charset: unknown = 'UTF-8') => {
      const label = text(charset, 'Blob.getDataAsString');
      try {
        return new TextDecoder(label).decode(data);
      } catch {
        throw new ServiceException(`Invalid argument: charset. ${label} is not known.`);
      }
    },
    getContentType: () => contentType,
    getName: () => fileName,
    setContentType: (next: unknown) => {
      contentType = next === null ? null : text(next, 'Blob.setContentType');
      return self;
    },
    setName: (next: unknown) => {
      fileName = text(next, 'Blob.setName');
      return self;
    },
    copyBlob: () => blobObject(run, data, contentType, fileName),
  });
  return self;
}

/** Java's bytes, as all of Apps Script gives them: -128 to 127. */
export function signedBytes(data: Uint8Array): number[] {
  return [...new Int8Array(data.buffer, data.byteOffset, data.byteLength)];
}

/** Takes what Apps Script takes for data: a text, or an array of bytes of either sign. */
export function bytesOf(value: unknown, method: string): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (!Array.isArray(value)) return refuseArguments(method, [value]);
  const bytes = value.map((byte: unknown) => {
    if (typeof byte === 'number' && Number.isInteger(byte) && byte >= -128 && byte <= 255) return byte & 0xff;
    throw new ServiceException(`Cannot convert ${String(byte)} to a byte.`);
  });
  return Buffer.from(bytes);
}
