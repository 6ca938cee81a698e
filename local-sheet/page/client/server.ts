/// <reference lib="dom" />
/** What the page asks of its server. Paths are relative, so the page can stand anywhere. */
import type {
  EditAnswer,
  EditRequest,
  MenuRequest,
  MenuView,
  RowsView,
  RunAnswer,
  ScriptRequest,
  SheetView,
  WorkbookView,
} from '../protocol';
import { BLOCK } from './layout';

async function answer(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  if (response.ok) return body;
  const message = typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : '';
  throw new Error(message || `${response.status} ${response.statusText}`);
}

async function get(path: string): Promise<unknown> {
  return answer(await fetch(path));
}

async function post(path: string, body: unknown): Promise<unknown> {
  return answer(
    await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

// The server's side of protocol.ts is the same types, so its answers are taken at their word.
export const server = {
  workbook: () => get('workbook') as Promise<WorkbookView>,
  sheet: (sheetId: number) => get(`sheet?id=${sheetId}`) as Promise<SheetView>,
  rows: (sheetId: number, block: number) =>
    get(`rows?id=${sheetId}&from=${block * BLOCK}&count=${BLOCK}`) as Promise<RowsView>,
  menus: () => get('menus') as Promise<readonly MenuView[]>,
  edit: (edit: EditRequest) => post('edit', edit) as Promise<EditAnswer>,
  menu: (chosen: MenuRequest) => post('menu', chosen) as Promise<RunAnswer>,
  script: (call: ScriptRequest) => post('script/run', call) as Promise<RunAnswer>,
};
