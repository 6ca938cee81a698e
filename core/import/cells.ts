/** One row of the file by its fields, each cell read as what its field holds. */

import { readAddressList } from '../mail/address-list';
import { isSendableAddress } from '../mail/addresses';
import { cleanLine, cleanText } from '../mail/clean-text';
import { wallTime } from '../time/civil';
import { type Instant, MS_PER_DAY } from '../time/instant';
import { instantAt, knownZone } from '../time/zoned';
import type { ChoiceKey } from '../workbook/choices';
import { cutForCell } from '../workbook/table';
import type { DayOrderOfFile } from './day-order';
import type { ImportField } from './fields';
import { unitIn } from './header-match';
import type { ImportWorld } from './import-world';
import { BadRow, type RowProblem } from './problem';
import { readDuration } from './read-duration';
import { type DayOrder, type Moment, orderShown, readMoment } from './read-moment';
import type { ImportColumn } from './recognise';
import type { SourceRow } from './source';
import { typedWord } from './typed-words';

export interface Person {
  readonly name: string;
  readonly email: string;
}

const NOTHING = /^(?:-+|–|—|n\/?a|null|none|brak|немає|nd\.?)$/i;

export class RowCells {
  /** Cells that were left out though the row was taken. */
  readonly notes: RowProblem[] = [];

  constructor(
    private readonly row: SourceRow,
    private readonly columns: readonly ImportColumn[],
    private readonly world: ImportWorld,
  ) {}

  /** One line; '' for an empty cell and for the signs that people put into one. */
  text(field: ImportField): string {
    const text = cleanLine(this.#raw(field), 45_000);
    return NOTHING.test(text) ? '' : text;
  }

  /** Several lines. */
  longText(field: ImportField): string {
    // As the Sheet will hold it: a longer text would look changed at each run.
    const text = cutForCell(cleanText(this.#raw(field)).trim());
    return NOTHING.test(text) ? '' : text;
  }

  has(field: ImportField): boolean {
    return this.columns.some((column) => column.field === field);
  }

  choice(field: ImportField, choice: ChoiceKey): string {
    const text = this.text(field);
    if (text === '') return '';
    const word = typedWord(choice, text, this.world.context.wordOf);
    if (word !== null) return word;
    this.notes.push({ code: 'unknown-word', field, found: text });
    return '';
  }

  /** As `choice`, where a guess could do harm: who has left would be written to. */
  strictChoice(field: ImportField, choice: ChoiceKey): string {
    const text = this.text(field);
    if (text === '') return '';
    const word = typedWord(choice, text, this.world.context.wordOf);
    if (word === null) throw new BadRow({ code: 'unknown-word', field, found: text });
    return word;
  }

  zone(field: ImportField): string {
    const text = this.text(field);
    if (text === '') return '';
    if (knownZone(text, this.world.context.offset) !== null) return text;
    this.notes.push({ code: 'unknown-zone', field, found: text });
    return '';
  }

  /** Null for an empty cell. @throws BadRow for a cell that holds no moment */
  moment(field: ImportField): Moment | null {
    const text = this.text(field);
    if (text === '') return null;
    return momentIn(field, text, this.world.options.dates);
  }

  duration(field: ImportField): number | null {
    const text = this.text(field);
    if (text === '') return null;
    const heading = this.columns.find((column) => column.field === field)?.title ?? '';
    const length = readDuration(text, unitIn(heading));
    if (length === null) throw new BadRow({ code: 'unreadable-duration', field, found: text });
    return length;
  }

  /** First and last name, from one cell or from two. */
  name(): string {
    const [whole, first, last] = [this.text('name'), this.text('first_name'), this.text('last_name')];
    const parts = [first, last].filter((part) => part !== '');
    if (whole === '' || parts.length === 2) return parts.length > 0 ? parts.join(' ') : whole;
    if (parts.every((part) => whole.includes(part))) return whole;
    // "Name" beside "Surname" is the first name alone.
    return first === '' ? `${whole} ${last}` : `${first} ${whole}`;
  }

  /** Of one cell: `jan@x.test`, `Jan Nowak <jan@x.test>`, or several of them. @throws BadRow when an address is wrong */
  people(): Person[] {
    const text = this.text('email').replace(/^mailto:/i, '');
    if (text === '') return [];
    const listed = readAddressList(text.replace(/;/g, ','), (words) => words);
    const found = listed.filter(({ address }) => address !== '');
    const wrong = found.find(({ address, addressCount }) => !isSendableAddress(address) || addressCount > 1);
    if (found.length === 0 || wrong !== undefined) {
      throw new BadRow({ code: 'bad-email', field: 'email', found: text });
    }
    return found.map(({ address, name }) => ({ name: cleanLine(name, 200), email: address }));
  }

  #raw(field: ImportField): string {
    const place = this.columns.findIndex((column) => column.field === field);
    return place === -1 ? '' : (this.row.cells[place] ?? '');
  }

  get zoneContext(): ImportWorld['context'] {
    return this.world.context;
  }
}

export function momentIn(field: ImportField, text: string, dates: DayOrderOfFile): Moment {
  const order: DayOrder | null = dates === 'each' ? orderShown(text) : dates;
  const moment = readMoment(text, order);
  if (moment === null) throw new BadRow({ code: 'unreadable-date', field, found: text });
  if (moment.kind === 'ambiguous') throw new BadRow({ code: 'ambiguous-date', field, found: text });
  return moment;
}

/** A day and a time of day on the clock of the spreadsheet. */
export function onWall(day: number, time: number, { zone, offset }: ImportWorld['context']): Instant {
  return instantAt(wallTime(day * MS_PER_DAY + time), zone, offset);
}
