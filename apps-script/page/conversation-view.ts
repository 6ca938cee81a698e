/** Draws the ticket and its messages. */
import type { PageWords } from '../../sheet-templates/words/sidebar-words';
import type { Conversation, ShownMessage } from '../sidebar/contract';
import { byId, byIdOf, element, fillOptions } from './dom';

export function showConversation(shown: Conversation, words: PageWords): void {
  byId('ticket-id').textContent = shown.ticketId;
  byId('subject').textContent = shown.subject;
  byId('requester').textContent = [shown.requester, shown.requesterEmail]
    .filter((part, index, parts) => part !== '' && parts.indexOf(part) === index)
    .join(' · ');
  const session = byId('session');
  session.hidden = shown.session === '';
  session.textContent = `${words.session}: ${shown.session}`;
  showStatus(shown);
  showDues(shown, words);
  showMessages(shown.messages, words);
}

function showStatus({ statuses, status }: Conversation): void {
  const select = byIdOf('select', 'status');
  // A word that nobody understands (a person typed it) is shown as an empty choice, not as some other status.
  fillOptions(select, status === null ? [{ value: '', label: '—' }, ...statuses] : statuses);
  select.value = status ?? '';
}

function showDues({ dues, dueReason, slaState, slaLabel }: Conversation, words: PageWords): void {
  const box = byIdOf('details', 'dues');
  box.hidden = dues.length === 0 && dueReason === '';
  box.dataset.state = slaState;
  const nearest = dues[0];
  byId('due-summary').textContent = [
    nearest ? `${nearest.label}: ${nearest.when}` : words.dueTimes,
    ...(slaLabel === '' ? [] : [`(${slaLabel})`]),
  ].join(' ');
  byId('due-list').replaceChildren(
    ...dues.slice(1).flatMap(({ label, when }) => [element('dt', '', label), element('dd', '', when)]),
  );
  byId('due-reason').textContent = dueReason === '' ? '' : `${words.why}: ${dueReason}`;
}

function showMessages(messages: readonly ShownMessage[], words: PageWords): void {
  const list = byId('messages');
  const place = byId('conversation');
  const wasAtEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 40;
  list.replaceChildren(
    ...(messages.length === 0
      ? [element('li', 'muted', words.noMessages)]
      : messages.map((message) => messageItem(message, words))),
  );
  // The newest is last: show it, unless the person has scrolled up to read.
  if (wasAtEnd) place.scrollTop = place.scrollHeight;
}

function messageItem(message: ShownMessage, words: PageWords): HTMLElement {
  const who = message.direction === 'note' ? `${words.note} · ${message.who}` : message.who;
  const item = element(
    'li',
    `message ${message.direction}`,
    element('div', 'message-head', element('strong', '', who), element('span', 'muted', message.when)),
  );
  const text = element('p', 'mail-text', message.text);
  // Mail is written in the participant's language and direction, not the page's.
  text.dir = 'auto';
  item.append(text);
  if (message.folded !== '') {
    const rest = element('p', 'mail-text', message.folded);
    rest.dir = 'auto';
    item.append(element('details', 'folded', element('summary', '', words.quoted), rest));
  }
  if (message.attachments.length > 0) {
    const files = element('ul', 'attachments', ...message.attachments.map((name) => element('li', '', name)));
    files.setAttribute('aria-label', words.attachments);
    item.append(files);
  }
  if (message.pending !== null) item.append(element('p', 'pending', message.pending));
  return item;
}
