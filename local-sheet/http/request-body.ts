/** Reads the body of a request. */
import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { ApiError } from '../contract';
import { badRequest } from '../model/area';

/** Google names no hard limit ("2 MB … recommended"); this one only protects the process. */
export const LARGEST_BODY = 50 * 1024 * 1024;

/**
 * @returns the JSON value; {} when there is no body
 * @throws ApiError 413 beyond the limit, 400 when it is not JSON in UTF-8
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = decompressed(await collect(request), request.headers['content-encoding']);
  if (bytes.length === 0) return {};
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('Invalid JSON payload received. The body is not UTF-8.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw badRequest(`Invalid JSON payload received. ${(error as Error).message}`);
  }
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read on to the end, so that the client gets the answer instead of a broken pipe.
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  if (size > LARGEST_BODY) throw tooLarge();
  return Buffer.concat(chunks);
}

function decompressed(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === undefined || encoding === 'identity') return bytes;
  if (encoding !== 'gzip') throw badRequest(`The content encoding ${encoding} is not supported.`);
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_BODY });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw badRequest('The body is not gzip, though its header says so.');
  }
}

function tooLarge(): ApiError {
  return new ApiError(
    413,
    'INVALID_ARGUMENT',
    `Request payload size exceeds the limit: ${LARGEST_BODY} bytes.`,
  );
}
