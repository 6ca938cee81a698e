/** Checks what the page sends before anything is done with it. */
import { RequestRefused } from './http-answers';
import type { EditRequest, MenuRequest, Place, ScriptRequest } from './protocol';

type Fields = Readonly<Record<string, unknown>>;

function fields(body: unknown): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new RequestRefused(400, 'Send an object.');
  }
  return body as Fields;
}

function text(from: Fields, name: string): string {
  const value = from[name];
  if (typeof value !== 'string') throw new RequestRefused(400, `${name} must be a text.`);
  return value;
}

function whole(from: Fields, name: string): number {
  const value = from[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new RequestRefused(400, `${name} must be a whole number from 0.`);
  }
  return value;
}

function place(from: Fields): Place {
  return { sheetId: whole(from, 'sheetId'), row: whole(from, 'row'), column: whole(from, 'column') };
}

export function editRequest(body: unknown): EditRequest {
  const from = fields(body);
  return { ...place(from), value: text(from, 'value'), confirmed: from.confirmed === true };
}

export function menuRequest(body: unknown): MenuRequest {
  const from = fields(body);
  return { functionName: text(from, 'functionName'), selection: place(fields(from.selection)) };
}

export function scriptRequest(body: unknown): ScriptRequest {
  const { args } = fields(body);
  if (!Array.isArray(args)) throw new RequestRefused(400, 'args must be a list.');
  return { ...menuRequest(body), args };
}
