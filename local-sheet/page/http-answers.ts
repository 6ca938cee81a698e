/** Sending and reading for the page: JSON with an entity tag, the page with its policy, bodies with a limit. */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that is wrong, with what to answer. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** A cell holds at most 50,000 characters; the rest is for a form of the script's sidebar. */
const LARGEST_BODY = 2_000_000;

export function sendJson(request: IncomingMessage, response: ServerResponse, value: unknown): void {
  const body = JSON.stringify(value);
  const tag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  const headers = {
    etag: tag,
    'cache-control': 'no-cache',
    'content-type': 'application/json; charset=utf-8',
  };
  // An open page asks again for what it shows after every change; most of it has not changed.
  if (request.method === 'GET' && request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  response.writeHead(200, headers);
  response.end(body);
}

/** `{{nonce}}` in the page's style tag is filled in anew for every answer. */
export function sendPage(response: ServerResponse, html: string): void {
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'nonce-${nonce}'`,
      "connect-src 'self'",
      "img-src 'self' data:",
      "frame-src 'self'",
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  });
  response.end(html.replaceAll('{{nonce}}', nonce));
}

/**
 * Only this page may write. A browser names the origin of every POST, and another site cannot send JSON without
 * asking first (https://fetch.spec.whatwg.org/#cors-protocol); a request from the sandboxed panes has the
 * origin "null" and is refused too, because they must speak through the page.
 */
export function fromPeople(request: IncomingMessage): void {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/json')) throw new RequestRefused(415, 'Send JSON.');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const host = request.headers.host ?? '';
  if (origin !== `http://${host}` && origin !== `https://${host}`) {
    throw new RequestRefused(403, 'Only the page of this workbook may change it.');
  }
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LARGEST_BODY) throw new RequestRefused(413, 'This is too long to send.');
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RequestRefused(400, 'This is not JSON.');
  }
}
