/** The demo's page and what it asks for. Only this machine's own browser is answered, and only this page may change anything. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  fromPeople,
  RequestRefused,
  readJson,
  sendJson,
  sendPage,
} from '../../local-sheet/page/http-answers';
import { reasonOf } from '../../mail-bridge/user-error';
import { type EnclosedFile, isPicture } from '../letter-html';
import { type CardAnswer, type CardRequest, cardRequest } from './cards';
import type { ClockRequest, ConversationView, WriteRequest } from './protocol';
import { clockRequest, readRequest, seenRequest, writeRequest } from './requests';

export interface DemoActions {
  conversations(of: string): readonly ConversationView[] | null;
  write(request: WriteRequest): Promise<void>;
  read(of: string, messageIds: readonly string[]): void;
  file(of: string, messageId: string, index: number): Promise<EnclosedFile | null>;
  card(request: CardRequest): Promise<CardAnswer>;
  moveClock(request: ClockRequest): Promise<void>;
  sawDashboard(): void;
}

export interface DemoPage {
  readonly html: string;
  readonly js: string;
}

/** @returns whether the request was one of theirs */
export type Routes = (request: IncomingMessage, response: ServerResponse) => boolean;

type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
) => Promise<void> | void;

/** @param joinFeed gives an open page the state, and all that come */
export function demoRoutes(
  page: DemoPage,
  actions: DemoActions,
  joinFeed: (response: ServerResponse) => void,
): Routes {
  const posted = async (request: IncomingMessage): Promise<unknown> => {
    if (request.headers.origin === undefined)
      throw new RequestRefused(403, 'Only the page of this demo may do this.');
    fromPeople(request);
    return readJson(request);
  };
  const routes = new Map<string, Route>([
    ['GET /', (_request, response) => sendPage(response, page.html)],
    ['GET /demo.js', (_request, response) => sendScript(response, page.js)],
    ['GET /demo/events', (_request, response) => joinFeed(response)],
    [
      'GET /demo/letters',
      (request, response, query) => {
        const found = actions.conversations(query.get('of') ?? '');
        if (found === null) throw new RequestRefused(404, 'Nobody in this demo has that address.');
        sendJson(request, response, found);
      },
    ],
    [
      'GET /demo/file',
      async (_request, response, query) => {
        const index = Number(query.get('file') ?? '');
        const file = await actions.file(query.get('of') ?? '', query.get('letter') ?? '', index);
        if (file === null) throw new RequestRefused(404, 'There is no such file.');
        sendFile(response, file);
      },
    ],
    [
      'POST /demo/card',
      async (request, response) => {
        const asked = cardRequest(await posted(request));
        if (asked === null) throw new RequestRefused(400, 'That is nothing a card can be asked.');
        sendJson(request, response, await actions.card(asked));
      },
    ],
    [
      'POST /demo/write',
      async (request, response) => {
        await actions.write(writeRequest(await posted(request)));
        sendJson(request, response, {});
      },
    ],
    [
      'POST /demo/read',
      async (request, response) => {
        const { of, messageIds } = readRequest(await posted(request));
        actions.read(of, messageIds);
        sendJson(request, response, {});
      },
    ],
    [
      'POST /demo/clock',
      async (request, response) => {
        await actions.moveClock(clockRequest(await posted(request)));
        sendJson(request, response, {});
      },
    ],
    [
      'POST /demo/seen',
      async (request, response) => {
        seenRequest(await posted(request));
        actions.sawDashboard();
        sendJson(request, response, {});
      },
    ],
  ]);
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://page.invalid');
    const route = routes.get(`${request.method ?? 'GET'} ${url.pathname}`);
    if (!route) return false;
    Promise.resolve()
      .then(() => route(request, response, url.searchParams))
      .catch((error: unknown) => sendFailure(response, error));
    return true;
  };
}

/**
 * A page of the internet can give a name of its own the address of this machine and then read what is served here
 * (DNS rebinding). It cannot change the name that the browser sends.
 */
export function isForThisMachine({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
}

export function refuseStranger(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('This demo answers only under http://127.0.0.1 or http://localhost.');
}

function sendScript(response: ServerResponse, js: string): void {
  response.writeHead(200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(js);
}

/** Somebody's file, perhaps a stranger's: a picture is drawn, all else is only saved. */
function sendFile(response: ServerResponse, { name, type, bytes }: EnclosedFile): void {
  const isDrawn = isPicture(type);
  response.writeHead(200, {
    'content-type': isDrawn ? type : 'application/octet-stream',
    'content-disposition': `${isDrawn ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, max-age=3600',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}

function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(error instanceof RequestRefused ? error.code : 500, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ error: reasonOf(error) }));
}
