/** The sidebar page: puts its parts together, loads the ticket and keeps it up to date. */
import type { RelateWords } from '../../sheet-templates/words/page-words';
import type { CellWish, Companion, Conversation, RelateWish, ShownArticle } from '../sidebar/contract';
import { ArticleSearch } from './article-search';
import { Compose } from './compose';
import { showMessages } from './conversation-view';
import { byId, byIdOf } from './dom';
import { mintKey } from './drafts';
import { keepLooking } from './follow';
import { listenToKeys, showKeys } from './keys';
import { More } from './more';
import { Panel } from './panel';
import { showRelations } from './relations-view';
import { ask, inquire, say, speak, words } from './talk';
import { TicketCells } from './ticket-cells';

/** The bridge brings mail about as often. */
const RELOAD_AFTER_MS = 30_000;

let shown: Conversation | null = null;
let shownAt = 0;
let loads = 0;
let selected: string | null = null;
let known = { ticketId: '', stamp: '' };

const page = () => words().page;

const panel = new Panel();
const compose = new Compose(
  {
    async send(ticketId, draft, { resolve, toCases }) {
      say(page().sending);
      const done = await ask('queueReply', {
        key: draft.key,
        ticketId,
        text: draft.reply,
        template: draft.template,
        resolve,
        to: toCases ? 'requester-and-cases' : 'requester',
      });
      if (done === null) return false;
      await load(ticketId);
      if (done.queued === 'already') say(page().queuedAlready);
      else say(toCases ? page().queuedForCases(done.cases, done.skipped.join(', ')) : page().queued);
      return true;
    },
    async note(ticketId, draft) {
      say(page().sending);
      if ((await ask('addNote', { key: draft.key, ticketId, text: draft.note })) === null) return false;
      await load(ticketId);
      say(page().noteSaved);
      return true;
    },
  },
  page,
);
const cells = new TicketCells((wish: CellWish) =>
  changed(
    (ticketId) => ask('setCell', { ticketId, wish }),
    () => page().saved,
  ),
);
const articleSearch = new ArticleSearch(
  {
    async list(): Promise<readonly ShownArticle[] | null> {
      if (!shown) return null;
      const found = await ask('articles', { ticketId: shown.ticketId });
      if (found === null) return null;
      return compose.kind === 'note'
        ? found.articles
        : found.articles.filter(({ audience }) => audience === 'everybody');
    },
    insert: (text) => compose.insert(text),
  },
  panel,
  page,
);
const more = new More(
  {
    relate: (wish: RelateWish, said: RelateWords) =>
      changed(
        (ticketId) => ask('relate', { ticketId, wish }),
        ({ other }) => said.done(other),
      ),
    split(messageId) {
      const key = mintKey();
      return changed(
        (ticketId) => ask('split', { key, ticketId, messageId }),
        ({ newTicketId }) => page().split.done(newTicketId),
      );
    },
    showKeys: () => showKeys(panel, page(), byIdOf('button', 'more')),
  },
  panel,
  page,
);

/** Does something with the shown ticket, shows what came of it, and says so. */
async function changed<T>(
  run: (ticketId: string) => Promise<T | null>,
  done: (value: T) => string,
): Promise<boolean> {
  if (!shown) return false;
  const { ticketId } = shown;
  say(page().sending);
  const value = await run(ticketId);
  if (value === null) return false;
  await load(ticketId);
  say(done(value));
  return true;
}

async function load(ticketId: string | null, who: 'person' | 'by-itself' = 'person'): Promise<void> {
  const turn = ++loads;
  const told = await inquire('conversation', { ticketId });
  // The person has gone on to another ticket meanwhile.
  if (turn !== loads) return;
  byId('loading').hidden = true;
  if (!('value' in told)) {
    if (shown === null) {
      byId('empty').hidden = false;
      byId('empty').textContent = told.refusal === 'no-ticket-selected' ? page().pickTicket : told.why;
    } else if (who === 'person') {
      byId('refused').textContent = told.why;
      say('');
    }
    return;
  }
  show(told.value, who);
}

function show(conversation: Conversation, who: 'person' | 'by-itself'): void {
  const isOther = shown?.ticketId !== conversation.ticketId;
  shown = conversation;
  shownAt = Date.now();
  byId('empty').hidden = true;
  byId('main').hidden = false;
  byId('moved').hidden = selected === null || selected === conversation.ticketId || !compose.hasUnsent();
  byId('ticket-id').textContent = conversation.ticketId;
  byId('subject').textContent = conversation.subject;
  byId('requester').textContent = [conversation.requester, conversation.requesterEmail]
    .filter((part, index, parts) => part !== '' && parts.indexOf(part) === index)
    .join(' · ');
  if (isOther) {
    panel.close();
    byId('refused').textContent = '';
    say('');
    showCompanions([]);
  }
  cells.show(conversation, page());
  showRelations(conversation, page(), (ticketId) => void load(ticketId));
  // The box first: its height decides how much of the conversation is seen.
  compose.show(conversation);
  more.show(conversation);
  const messages = showMessages(conversation, page());
  if (who === 'by-itself' && messages === 'changed') say(page().newMessages);
  if (isOther) byId('moved').hidden = true;
}

async function lookAround(): Promise<boolean> {
  const told = await inquire('look', {
    shown: shown?.ticketId ?? null,
    does: compose.isWriting() ? 'writes' : 'reads',
  });
  if (!('value' in told)) return false;
  const { ticketId, stamp, others } = told.value;
  showCompanions(others);
  if (ticketId !== selected) {
    selected = ticketId;
    await followTo(ticketId);
    return true;
  }
  if (shown === null) return false;
  const hasChanged = stamp !== null && known.ticketId === shown.ticketId && known.stamp !== stamp;
  if (stamp !== null) known = { ticketId: shown.ticketId, stamp };
  if (hasChanged || Date.now() - shownAt > RELOAD_AFTER_MS) await load(shown.ticketId, 'by-itself');
  return compose.isWriting();
}

async function followTo(ticketId: string | null): Promise<void> {
  if (ticketId === null || ticketId === shown?.ticketId) byId('moved').hidden = true;
  else if (compose.hasUnsent() || panel.isOpen) {
    byId('moved-text').textContent = page().otherSelected(ticketId);
    byId('moved').hidden = false;
  } else await load(ticketId);
}

function showCompanions(others: readonly Companion[]): void {
  const names = (does: Companion['does']): string =>
    others.flatMap((other) => (other.does === does ? [other.name] : [])).join(', ');
  const [writing, reading] = [names('writes'), names('reads')];
  const text = [writing && page().writing(writing), reading && page().reading(reading)]
    .filter(Boolean)
    .join(' · ');
  // The same words again would be read out again.
  if (byId('companions').textContent !== text) byId('companions').textContent = text;
  byId('companions').dataset.writing = String(writing !== '');
}

byId('show-moved').addEventListener('click', () => void load(selected));
byId('refresh').addEventListener('click', () => void load(shown?.ticketId ?? null));
listenToKeys((command) => {
  if (!shown) return;
  switch (command) {
    case 'answer':
      return compose.write('reply');
    case 'note':
      return compose.write('note');
    case 'status':
      return cells.focusStatus();
    case 'article':
      return void articleSearch.open();
    case 'conversation':
      return byId('conversation').focus();
    case 'more':
      return more.toggle();
    case 'keys':
      return showKeys(panel, page(), byIdOf('button', 'more'));
  }
});

speak();
byId('send-wait').title = 'Ctrl+Enter';
byId('send-resolve').title = 'Ctrl+Shift+Enter';
byId('loading').textContent = page().loading;
void load(null).then(() => {
  selected = shown?.ticketId ?? null;
  keepLooking(lookAround, (paused) => say(paused ? page().pausedFollowing : ''));
});
