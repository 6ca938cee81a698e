/** What benches share: a spreadsheet on a local sheet in a process of its own, and the middle of some figures. */
import type { ChildProcess } from 'node:child_process';
import type { ServedSheet } from './serve-sheet';

export function sheetUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as ServedSheet).url));
    child.once('exit', (code) => reject(new Error(`The sheet's process ended with ${code}.`)));
  });
}

export async function newSpreadsheet(url: string): Promise<string> {
  const answer = await fetch(`${url}v4/spreadsheets`, {
    method: 'POST',
    headers: { authorization: 'Bearer bench', 'content-type': 'application/json' },
    body: JSON.stringify({ properties: { title: 'bench' } }),
  });
  const { spreadsheetId } = (await answer.json()) as { spreadsheetId: string };
  return spreadsheetId;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
