/// <reference lib="dom" />
/** One letter. Its words come from a mail, so they are only ever text. */
import { el } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import type { LetterView } from '../protocol';
import type { Times } from './format';

export function letterItem(
  letter: LetterView,
  { people }: DemoWords,
  times: Times,
  now: number,
): HTMLElement {
  const words = el('p', { class: 'words', dir: 'auto' }, letter.text.trim());
  const quote =
    letter.quote === ''
      ? null
      : el(
          'details',
          {},
          el('summary', {}, people.quote),
          el('p', { class: 'words', dir: 'auto' }, letter.quote),
        );
  return el(
    'li',
    { class: letter.direction === 'out' ? 'letter is-own' : 'letter' },
    el(
      'header',
      {},
      el('strong', {}, letter.from),
      letter.automatic ? el('span', { class: 'mark-auto' }, people.automatic) : null,
      el('time', {}, times.near(letter.at, now)),
    ),
    words,
    quote,
  );
}
