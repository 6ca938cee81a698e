/** Shows what an import would do, with the columns to be corrected. */
import type { ImportField } from '../../core/import/fields';
import type { ImportPageWords } from '../../sheet-templates/words/import-words';
import type { ShownImport } from '../dialog/import-contract';
import { byId, byIdOf, element, fillOptions } from './dom';

export interface PreviewWords extends ImportPageWords {
  readonly certainty: { readonly likely: string; readonly unknown: string };
  row(number: number): string;
}

export interface PreviewActions {
  /** The person says what a column means; '' leaves it out. */
  choose(title: string, field: ImportField | ''): void;
}

export function showPreview(shown: ShownImport, words: PreviewWords, actions: PreviewActions): void {
  byId('counts').replaceChildren(...shown.counts.map((text) => element('li', '', text)));
  byId('remarks').replaceChildren(...shown.remarks.map((text) => element('li', '', text)));
  byId('remarks').hidden = shown.remarks.length === 0;
  byId('dates-field').hidden = !shown.asksForDates;
  const dates = byIdOf('select', 'dates');
  fillOptions(dates, [
    ...(shown.dates === 'each' ? [{ value: 'guess', label: words.datesGuess }] : []),
    { value: 'day-first', label: words.dayFirst },
    { value: 'month-first', label: words.monthFirst },
  ]);
  dates.value = shown.dates === 'each' ? 'guess' : shown.dates;
  showProblems(shown, words);
  byId('columns')
    .querySelector('tbody')
    ?.replaceChildren(
      ...shown.columns.map((column, place) => columnRow(column, place, shown, words, actions)),
    );
  byId('first-block').hidden = shown.firstRows.length === 0;
  byId('first').replaceChildren(
    ...shown.firstRows.map(({ number, cells }) =>
      element(
        'li',
        '',
        element('strong', 'cell', words.row(number)),
        ...cells.map(({ label, text }) =>
          element('span', 'cell', element('span', 'muted', `${label}: `), text),
        ),
      ),
    ),
  );
}

function showProblems({ problems, moreProblems }: ShownImport, words: PreviewWords): void {
  byId('problems-block').hidden = problems.length === 0;
  byId('problems').replaceChildren(
    ...problems.map(({ number, text, refused }) => {
      const item = element('li', '', element('strong', '', `${words.row(number)}: `), text);
      item.dataset.refused = String(refused);
      return item;
    }),
    ...(moreProblems > 0 ? [element('li', 'muted', words.more(moreProblems))] : []),
  );
}

function columnRow(
  { title, field, certainty, sample }: ShownImport['columns'][number],
  place: number,
  { fields }: ShownImport,
  words: PreviewWords,
  { choose }: PreviewActions,
): HTMLElement {
  const heading = element('th', '', title);
  heading.setAttribute('scope', 'row');
  heading.id = `column-${place}`;
  if (certainty === 'likely') heading.append(element('span', 'tag', words.certainty.likely));
  const select = document.createElement('select');
  select.setAttribute('aria-labelledby', heading.id);
  fillOptions(select, [
    { value: '', label: words.leaveOut },
    ...fields.map(({ field: value, label }) => ({ value, label })),
  ]);
  select.value = field;
  select.addEventListener('change', () => {
    // The options are these fields and ''.
    choose(title, fields.find(({ field: known }) => known === select.value)?.field ?? '');
  });
  const row = element(
    'tr',
    '',
    heading,
    element('td', '', sample.length > 60 ? `${sample.slice(0, 59)}…` : sample),
    element('td', '', select),
  );
  row.dataset.certainty = certainty;
  return row;
}
