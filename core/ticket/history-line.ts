/**
 * Lines of the History tab, in the firm's words: what changed is called as the column's label calls it, and the words
 * of a list are shown as the list shows them. The rules name columns and words of the machine; this is the one place
 * where they become text.
 */
import { LANGUAGES, type Language, type Localized } from '../language';
import type { Instant } from '../time/instant';
import type { ChoiceKey } from '../workbook/choices';
import { CHOICE_OF, type ColumnKey } from '../workbook/columns';
import type { Row } from '../workbook/rows';

export interface HistoryWords {
  readonly language: Language;
  readonly columnLabel: (column: ColumnKey<'tickets'>) => string;
  readonly choiceLabel: (choice: ChoiceKey, word: string) => string;
}

/** Whose doing it was. A person is named where the address is known. */
export type Doer =
  | { readonly kind: 'person'; readonly address: string | null }
  | { readonly kind: 'participant' | 'colleague' | 'rowdesk' };

export const ROWDESK: Doer = { kind: 'rowdesk' };

export interface TicketEvent {
  readonly at: Instant;
  readonly ticketId: string;
  readonly who: Doer;
  readonly what: ColumnKey<'tickets'>;
  /** As the cell holds it: words of the machine for a choice. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export function historyLine(event: TicketEvent, words: HistoryWords): Row<'history'> {
  return {
    at: event.at,
    ticket_id: event.ticketId,
    who: doerName(event.who, words.language),
    what: words.columnLabel(event.what),
    from: shownCell(event.what, event.from, words),
    to: shownCell(event.what, event.to, words),
    why: event.why,
  };
}

export function shownCell(column: ColumnKey<'tickets'>, value: string, words: HistoryWords): string {
  const choices: Readonly<Partial<Record<ColumnKey<'tickets'>, ChoiceKey>>> = CHOICE_OF.tickets;
  const choice = choices[column];
  return choice === undefined || value === '' ? value : words.choiceLabel(choice, value);
}

const DOERS: Localized<Readonly<Record<Doer['kind'], string>>> = {
  en: {
    person: 'Somebody in the sheet',
    participant: 'Participant',
    colleague: 'Colleague',
    rowdesk: 'Rowdesk',
  },
  pl: { person: 'Ktoś w arkuszu', participant: 'Uczestnik', colleague: 'Zespół', rowdesk: 'Rowdesk' },
  uk: { person: 'Хтось у таблиці', participant: 'Учасник', colleague: 'Колега', rowdesk: 'Rowdesk' },
};

/** Whether a line of History, in whichever language it was written, tells what a colleague did by hand or by mail. */
export function isPersonsDoing(who: string): boolean {
  return (
    who !== '' && !LANGUAGES.some((language) => NOT_BY_PERSONS.some((kind) => DOERS[language][kind] === who))
  );
}

const NOT_BY_PERSONS = ['participant', 'colleague', 'rowdesk'] as const satisfies readonly Doer['kind'][];

function doerName(doer: Doer, language: Language): string {
  if (doer.kind === 'person' && doer.address !== null && doer.address !== '') return doer.address;
  return DOERS[language][doer.kind];
}
