/** What a column holds, by its cells: for headings that say nothing, and for tables without headings. */
import { readMoment } from './read-moment';

export type Content = 'email' | 'moment' | 'time' | 'link' | 'yes-no' | 'name' | 'text' | 'empty';

const SAMPLE = 50;
const MOST = 0.7;

const SIGNS: readonly (readonly [Content, (cell: string) => boolean])[] = [
  ['email', (cell) => /[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;.]{2,}/.test(cell)],
  ['link', (cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell)],
  ['time', (cell) => isTime(cell)],
  ['moment', (cell) => isDay(cell)],
  ['yes-no', (cell) => /^(?:yes|no|y|n|tak|nie|так|ні|true|false)$/i.test(cell)],
  ['name', (cell) => /^(?:\p{Lu}[\p{L}'’ʼ.-]*\s+){1,3}\p{Lu}[\p{L}'’ʼ-]+$/u.test(cell)],
];

export function contentOf(cells: readonly string[]): Content {
  const filled = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .slice(0, SAMPLE);
  if (filled.length === 0) return 'empty';
  const found = SIGNS.find(([, fits]) => filled.filter(fits).length / filled.length >= MOST);
  return found?.[0] ?? 'text';
}

/** A heading is a word; these are values. */
export function isValue(cell: string): boolean {
  const text = cell.trim();
  const isNumber = /^[\d\s.,:/-]+$/.test(text) && /\d/.test(text);
  return isNumber || SIGNS.slice(0, 5).some(([, fits]) => fits(text));
}

function isDay(cell: string): boolean {
  const moment = readMoment(cell, 'day-first') ?? readMoment(cell, 'month-first');
  return moment !== null && moment.kind !== 'time';
}

function isTime(cell: string): boolean {
  return cell.includes(':') && readMoment(cell, 'day-first')?.kind === 'time';
}
