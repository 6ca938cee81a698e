/** The page's answers, to be hung into the HTTP server beside the Sheets API. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ScriptHost, Selection, SheetUser } from '../contract';
import { ApiError } from '../contract';
import { exportXlsx } from '../xlsx/export-xlsx';
import type { Sheet } from '../xlsx/grid';
import { sheetIdOf } from '../xlsx/grid';
import type { ObservedSheets } from '../xlsx/write-when-quiet';
import { ChangeFeed } from './change-feed';
import { applyEdit } from './editing';
import { fromPeople, RequestRefused, readJson, sendJson, sendPage } from './http-answers';
import type { EditAnswer, MenuView, Place, RunAnswer } from './protocol';
import { editRequest, menuRequest, scriptRequest } from './requests';
import type { Desk } from './rows-view';
import { rowsView } from './rows-view';
import { sheetView, workbook, workbookView } from './sheet-view';
import { ShownPages } from './shown-pages';
import { zoneSerial } from './zone-serial';

export interface PageOptions {
  readonly service: ObservedSheets;
  readonly spreadsheetId: string;
  /** null: a workbook without a script. */
  readonly host: () => ScriptHost | null;
  readonly user: () => SheetUser;
  readonly client: { readonly html: string; readonly js: string };
  readonly now?: () => number;
  /** Where the page stands on the server, with a slash at both ends. */
  readonly base?: string;
}

/** The most rows that one answer carries. */
const WINDOW_LIMIT = 500;

type PageRoutes = (request: IncomingMessage, response: ServerResponse) => boolean;

/** @returns a function that answers the requests it knows and says whether it did */
export function pageRoutes(options: PageOptions): PageRoutes {
  const base = options.base ?? '/';
  const desk: Desk = {
    service: options.service,
    spreadsheetId: options.spreadsheetId,
    nowSerial: () => zoneSerial(options.now?.() ?? Date.now(), workbook(desk).properties?.timeZone ?? 'UTC'),
  };
  const feed = new ChangeFeed();
  options.service.onChange((id) => {
    if (id === options.spreadsheetId) feed.changed();
  });
  const answers = new PageAnswers(options, desk, new ShownPages(), feed);

  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://page.invalid');
    if (!url.pathname.startsWith(base)) return false;
    const path = url.pathname.slice(base.length);
    const answer = answers.find(request.method ?? 'GET', path);
    if (answer === null) return false;
    Promise.resolve()
      .then(() => answer(request, response, url.searchParams))
      .catch((error: unknown) => sendFailure(response, error));
    return true;
  };
}

type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
) => void | Promise<void>;

class PageAnswers {
  private readonly known: ReadonlyMap<string, Answer>;

  constructor(
    private readonly options: PageOptions,
    private readonly desk: Desk,
    private readonly shown: ShownPages,
    feed: ChangeFeed,
  ) {
    const { html, js } = options.client;
    this.known = new Map<string, Answer>([
      ['GET ', (_request, response) => sendPage(response, html)],
      ['GET page.js', (_request, response) => sendScript(response, js)],
      ['GET workbook', (request, response) => sendJson(request, response, workbookView(desk))],
      [
        'GET sheet',
        (request, response, query) => sendJson(request, response, sheetView(desk, this.sheet(query))),
      ],
      ['GET rows', (request, response, query) => sendJson(request, response, this.rows(query))],
      ['GET menus', (request, response) => sendJson(request, response, this.menus())],
      ['GET events', (_request, response) => feed.join(response)],
      ['GET export.xlsx', (_request, response) => this.download(response)],
      [
        'POST edit',
        async (request, response) => sendJson(request, response, this.edit(await this.body(request))),
      ],
      [
        'POST menu',
        async (request, response) => sendJson(request, response, this.menu(await this.body(request))),
      ],
      [
        'POST script/run',
        async (request, response) => sendJson(request, response, this.script(await this.body(request))),
      ],
    ]);
  }

  find(method: string, path: string): Answer | null {
    if (method === 'GET' && path.startsWith('shown/')) {
      return (_request, response) => this.shown.send(response, path.slice('shown/'.length));
    }
    return this.known.get(`${method} ${path}`) ?? null;
  }

  private async body(request: IncomingMessage): Promise<unknown> {
    fromPeople(request);
    return readJson(request);
  }

  private sheet(query: URLSearchParams): Sheet {
    return this.sheetWithId(Number(query.get('id') ?? Number.NaN));
  }

  private sheetWithId(sheetId: number): Sheet {
    const sheet = (workbook(this.desk).sheets ?? []).find((candidate) => sheetIdOf(candidate) === sheetId);
    if (sheet === undefined)
      throw new RequestRefused(404, `This workbook has no tab with the id ${sheetId}.`);
    return sheet;
  }

  private rows(query: URLSearchParams) {
    const from = Number(query.get('from') ?? 0);
    const count = Number(query.get('count') ?? 100);
    if (
      !Number.isInteger(from) ||
      from < 0 ||
      !Number.isInteger(count) ||
      count < 1 ||
      count > WINDOW_LIMIT
    ) {
      throw new RequestRefused(400, `from must be a row and count a number up to ${WINDOW_LIMIT}.`);
    }
    return rowsView(this.desk, this.sheet(query), from, count);
  }

  private menus(): readonly MenuView[] {
    try {
      return this.options.host()?.open(this.options.user()) ?? [];
    } catch (error) {
      throw new RequestRefused(502, messageOf(error));
    }
  }

  private edit(body: unknown): EditAnswer {
    const edit = editRequest(body);
    const user = this.options.user();
    const outcome = applyEdit(this.desk, this.sheetWithId(edit.sheetId), user, edit);
    if (outcome.status !== 'done') return outcome;
    // The cell is written whatever the script makes of it, as in Google Sheets.
    const { oldValue, value } = outcome;
    try {
      const result = this.options.host()?.edited(user, selection(edit), { oldValue, value }) ?? null;
      return {
        status: 'done',
        screen: result === null ? null : this.shown.screen(result),
        scriptError: null,
      };
    } catch (error) {
      return { status: 'done', screen: null, scriptError: messageOf(error) };
    }
  }

  private menu(body: unknown): RunAnswer {
    const { functionName, selection: place } = menuRequest(body);
    return this.run((host, user) => host.runMenuItem(user, functionName, selection(place)));
  }

  private script(body: unknown): RunAnswer {
    const { functionName, args, selection: place } = scriptRequest(body);
    return this.run((host, user) => host.runFromPage(user, functionName, args, selection(place)));
  }

  private run(call: (host: ScriptHost, user: SheetUser) => ReturnType<ScriptHost['runMenuItem']>): RunAnswer {
    const host = this.options.host();
    if (host === null) return { status: 'failed', message: 'This workbook has no script.' };
    try {
      const result = call(host, this.options.user());
      return { status: 'done', returned: result.returned ?? null, screen: this.shown.screen(result) };
    } catch (error) {
      return { status: 'failed', message: messageOf(error) };
    }
  }

  private async download(response: ServerResponse): Promise<void> {
    const { service, spreadsheetId } = this.options;
    const spreadsheet = service.get(spreadsheetId, { includeGridData: true });
    const bytes = await exportXlsx(spreadsheet);
    const name = `${spreadsheet.properties?.title ?? 'workbook'}.xlsx`;
    response.writeHead(200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      // RFC 6266, section 4.3: filename* carries letters beyond ASCII.
      'content-disposition': `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    });
    response.end(bytes);
  }
}

function selection(place: Place): Selection {
  return { sheetId: place.sheetId, row: place.row + 1, column: place.column + 1 };
}

function sendScript(response: ServerResponse, js: string): void {
  response.writeHead(200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(js);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const code = error instanceof RequestRefused || error instanceof ApiError ? error.code : 500;
  response.writeHead(code, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ error: messageOf(error) }));
}
