/// <reference lib="dom" />
/** The list of conversations in a person's mail program. */
import { el } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import type { ConversationView } from '../protocol';
import type { Times } from './format';

export function conversationItem(
  { id, subject, letters }: ConversationView,
  { people }: DemoWords,
  times: Times,
  now: number,
): HTMLButtonElement {
  const last = letters[letters.length - 1];
  const unread = letters.some((letter) => letter.unread);
  const who = letters.find(({ direction }) => direction === 'in')?.from ?? `${people.to}: ${last?.to ?? ''}`;
  return el(
    'button',
    { class: unread ? 'conversation is-unread' : 'conversation', type: 'button', 'data-conversation': id },
    el(
      'span',
      { class: 'from' },
      who,
      letters.length > 1 ? el('span', { class: 'count' }, ` ${letters.length}`) : null,
      unread ? el('span', { class: 'sr' }, `, ${people.fresh}`) : null,
    ),
    el('span', { class: 'when' }, last ? times.near(last.at, now) : ''),
    el('span', { class: 'about' }, subject),
    el('span', { class: 'snippet' }, last?.text.replace(/\s+/g, ' ').slice(0, 120) ?? ''),
  );
}
