/** The Sheets API over HTTP, on this machine only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fieldMask, project } from '../api/field-mask';
import { messageError } from '../api/schema';
import type { FullSheetsService } from '../api/service';
import { ApiError, type LocalClock } from '../contract';
import { type Fault, Faults } from './faults';
import { Quotas } from './quotas';
import { readJson } from './request-body';
import { findCall } from './routes';

export interface SheetsApiOptions {
  readonly service: FullSheetsService;
  /** The tokens that are let in; each is a user with a quota of its own. */
  readonly token: string | readonly string[];
  readonly clock?: LocalClock;
  /** Whether 60 reads and 60 writes a minute are enforced. Off unless asked for. */
  readonly quotas?: boolean;
  /** 0, or left out, takes a free one. */
  readonly port?: number;
  /** Checks our own answers, too, against Google's schema, and fails the call when one does not fit. For tests. */
  readonly checkAnswers?: boolean;
  /** Answers what is not under /v4; false when the address is not its own. */
  readonly extraRoutes?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface SheetsApi {
  /** With the slash at the end that `rootUrl` of Google's client needs. */
  readonly url: string;
  readonly port: number;
  readonly faults: Faults;
  readonly quotas: Quotas;
  /** Calls that came with a good token, refused ones among them: what Google would count. */
  readonly counts: { read: number; write: number };
  close(): Promise<void>;
}

export async function startSheetsApi(options: SheetsApiOptions): Promise<SheetsApi> {
  const clock = options.clock ?? { now: () => Date.now() };
  const front = new Front(options, new Quotas(clock, options.quotas === true));
  const server = createServer((request, response) => {
    const isApi = request.url?.startsWith('/v4/') === true;
    if (!isApi && options.extraRoutes?.(request, response)) return;
    void front.answer(request, response);
  });
  const port = await listening(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    faults: front.faults,
    quotas: front.quotas,
    counts: front.counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new Error(`Port ${port} is taken by another program; choose another.`, { cause: error })
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => {
      // An AddressInfo, because the server listens on a port and not on a pipe.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

class Front {
  readonly faults = new Faults();
  readonly quotas: Quotas;
  readonly counts = { read: 0, write: 0 };
  readonly #service: FullSheetsService;
  readonly #tokens: readonly string[];
  readonly #checkAnswers: boolean;

  constructor(options: SheetsApiOptions, quotas: Quotas) {
    this.#service = options.service;
    this.#tokens = typeof options.token === 'string' ? [options.token] : options.token;
    this.#checkAnswers = options.checkAnswers === true;
    this.quotas = quotas;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      // The body is read before anything is answered, or a client that is still sending sees a broken pipe.
      const body = await readJson(request);
      await this.#call(request, response, body);
    } catch (error) {
      sendError(response, error);
    }
  }

  async #call(request: IncomingMessage, response: ServerResponse, body: unknown): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const user = this.#userOf(request, url.searchParams);
    const call = findCall(this.#service, {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
    });
    this.counts[call.kind] += 1;
    this.quotas.spend(user, call.kind);
    const fault = this.faults.take(call.kind);
    if (beforeCommit(fault, response)) return;
    const fields = url.searchParams.get('fields');
    const mask = fields && !call.masksItself ? fieldMask(fields, call.answer) : null;
    const answer = call.run(body);
    const misfit = this.#checkAnswers ? messageError(call.answer, answer) : null;
    if (misfit !== null) throw new Error(`the answer of ${call.name} does not fit the schema: ${misfit}`);
    if (await afterCommit(fault, response)) return;
    sendJson(response, 200, mask === null ? answer : project(answer, mask));
  }

  /** @throws ApiError 401 without a token that is let in */
  #userOf(request: IncomingMessage, query: URLSearchParams): string {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? query.get('access_token') ?? query.get('oauth_token');
    if (token === null || !this.#tokens.includes(token)) {
      throw new ApiError(
        401,
        'UNAUTHENTICATED',
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
      );
    }
    return token;
  }
}

/** @returns whether the fault has answered */
function beforeCommit(fault: Fault | null, response: ServerResponse): boolean {
  switch (fault?.kind) {
    case 'too-many-requests':
      if (fault.retryAfterSeconds !== undefined)
        response.setHeader('Retry-After', String(fault.retryAfterSeconds));
      throw new ApiError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded (a fault that was asked for).');
    case 'error-before-commit':
      throw internal();
    case 'cut-before-commit':
      response.destroy();
      return true;
    default:
      return false;
  }
}

async function afterCommit(fault: Fault | null, response: ServerResponse): Promise<boolean> {
  switch (fault?.kind) {
    case 'error-after-commit':
      throw internal();
    case 'cut-after-commit':
      response.destroy();
      return true;
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      return response.destroyed;
    default:
      return false;
  }
}

function internal(): ApiError {
  return new ApiError(500, 'INTERNAL', 'Internal error encountered.');
}

/** Google's error body. https://cloud.google.com/apis/design/errors#http_mapping */
function sendError(response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  const { code, status, message } =
    error instanceof ApiError
      ? error
      : new ApiError(
          500,
          'INTERNAL',
          `local-sheet failed: ${error instanceof Error ? error.message : String(error)}`,
        );
  sendJson(response, code, { error: { code, message, status } });
}

function sendJson(response: ServerResponse, code: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body ?? {}), 'utf8');
  response.writeHead(code, {
    'Content-Type': 'application/json; charset=UTF-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'private',
  });
  response.end(bytes);
}
