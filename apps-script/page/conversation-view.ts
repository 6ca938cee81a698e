/** Draws the messages of a ticket. */
import type { PageWords } from '../../sheet-templates/words/page-words';
import type { Conversation, ShownMessage } from '../sidebar/contract';
import { byId, element } from './dom';

let drawn = '';

/** Draws anew only what has changed, so that a look at the mailbox every half minute moves nothing under the eyes. */
export function showMessages(
  { ticketId, messages, olderMessages }: Conversation,
  words: PageWords,
): 'changed' | 'same' {
  const now = JSON.stringify([document.documentElement.lang, ticketId, messages, olderMessages]);
  if (now === drawn) return 'same';
  drawn = now;
  const list = byId('messages');
  const place = byId('conversation');
  const isOther = list.dataset.ticket !== ticketId;
  list.dataset.ticket = ticketId;
  const wasAtEnd = isOther || place.scrollHeight - place.scrollTop - place.clientHeight < 40;
  const unfolded = new Set(
    Array.from(list.querySelectorAll<HTMLElement>('li:has(details[open])'), (item) => item.dataset.id),
  );
  const { scrollTop } = place;
  list.replaceChildren(
    ...(olderMessages === 0 ? [] : [element('li', 'muted', words.olderMessages(olderMessages))]),
    ...(messages.length === 0
      ? [element('li', 'muted', words.noMessages)]
      : messages.map((message) => messageItem(message, unfolded.has(message.id), words))),
  );
  // The newest is last: show it, unless the person has scrolled up to read.
  place.scrollTop = wasAtEnd ? place.scrollHeight : scrollTop;
  return 'changed';
}

function messageItem(message: ShownMessage, isUnfolded: boolean, words: PageWords): HTMLElement {
  const who = message.direction === 'note' ? `${words.note} · ${message.who}` : message.who;
  const when = message.of === '' ? message.when : `${message.when} · ${words.writtenIn(message.of)}`;
  const item = element(
    'li',
    `message ${message.direction}`,
    element('div', 'message-head', element('strong', '', who), element('span', 'muted', when)),
  );
  item.dataset.id = message.id;
  const text = element('p', 'mail-text', message.text);
  // Mail is written in the participant's language and direction, not the page's.
  text.dir = 'auto';
  item.append(text);
  if (message.folded !== '') {
    const rest = element('p', 'mail-text', message.folded);
    rest.dir = 'auto';
    const box = element('details', 'folded', element('summary', '', words.quoted), rest);
    box.toggleAttribute('open', isUnfolded);
    item.append(box);
  }
  if (message.attachments.length > 0) {
    const files = element('ul', 'attachments', ...message.attachments.map((name) => element('li', '', name)));
    files.setAttribute('aria-label', words.attachments);
    item.append(files);
  }
  if (message.remark !== '') item.append(element('p', 'remark', message.remark));
  if (message.pending !== null) item.append(element('p', 'pending', message.pending));
  return item;
}
