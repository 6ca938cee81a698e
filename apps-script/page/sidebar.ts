/** The sidebar page: asks the script, shows the answer, says what went wrong. */
import { isLanguage, type Language } from '../../core/language';
import { TICKET_STATUSES } from '../../core/workbook/choices';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { TrackerWords } from '../../sheet-templates/words/sidebar-words';
import type { Conversation, SidebarAction, SidebarCalls } from '../sidebar/contract';
import { Compose } from './compose';
import { showConversation } from './conversation-view';
import { byId, byIdOf } from './dom';
import { followSelection } from './follow';
import { call } from './server';

const browserLanguage = navigator.language.slice(0, 2);
let language: Language = isLanguage(browserLanguage) ? browserLanguage : 'en';
let shown: Conversation | null = null;

const words = (): TrackerWords => trackerWords(language);

/** The value, or null after the person has been told in words why there is none. */
async function ask<A extends SidebarAction>(
  action: A,
  takes: SidebarCalls[A]['takes'],
): Promise<SidebarCalls[A]['gives'] | null> {
  try {
    const answer = await call(action, takes);
    if (answer.language !== null) speak(answer.language);
    if (answer.ok) {
      byId('refused').textContent = '';
      return answer.value;
    }
    const refusal = words().refusal[answer.refusal];
    byId('refused').textContent = typeof refusal === 'function' ? refusal(answer.detail) : refusal;
  } catch {
    byId('refused').textContent = words().page.connectionLost;
  }
  byId('said').textContent = '';
  return null;
}

function say(text: string): void {
  byId('said').textContent = text;
}

function speak(next: Language): void {
  language = next;
  if (document.documentElement.lang === next && document.body.dataset.worded === next) return;
  document.documentElement.lang = next;
  document.body.dataset.worded = next;
  const page: Readonly<Record<string, unknown>> = { ...words().page };
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = page[place.dataset.word ?? ''];
    if (typeof word === 'string') place.textContent = word;
  }
  byId('send-wait').title = 'Ctrl+Enter';
  byId('send-resolve').title = 'Ctrl+Shift+Enter';
}

const compose = new Compose(
  {
    async send(ticketId, draft, resolve) {
      say(words().page.sending);
      const done = await ask('queueReply', {
        key: draft.key,
        ticketId,
        text: draft.reply,
        template: draft.template,
        resolve,
      });
      if (done === null) return false;
      await load(ticketId);
      say(done.queued === 'now' ? words().page.queued : words().page.queuedAlready);
      return true;
    },
    async note(ticketId, draft) {
      say(words().page.sending);
      const done = await ask('addNote', { key: draft.key, ticketId, text: draft.note });
      if (done === null) return false;
      await load(ticketId);
      say(words().page.noteSaved);
      return true;
    },
  },
  () => words().page,
);

async function load(ticketId: string | null): Promise<void> {
  const conversation = await ask('conversation', { ticketId });
  byId('loading').hidden = true;
  if (conversation === null) {
    if (shown === null) {
      byId('empty').hidden = false;
      byId('empty').textContent = words().page.pickTicket;
      byId('refused').textContent = '';
    }
    return;
  }
  shown = conversation;
  byId('empty').hidden = true;
  byId('main').hidden = false;
  byId('moved').hidden = true;
  showConversation(conversation, words().page);
  compose.show(conversation);
}

let selected: string | null = null;

async function followTo(): Promise<boolean> {
  const answer = await ask('selection', {});
  if (answer === null || answer.ticketId === selected) return false;
  selected = answer.ticketId;
  if (selected === null || selected === shown?.ticketId) {
    byId('moved').hidden = true;
  } else if (compose.hasUnsent()) {
    byId('moved-text').textContent = words().page.otherSelected(selected);
    byId('moved').hidden = false;
  } else {
    await load(selected);
  }
  return true;
}

byId('show-moved').addEventListener('click', () => void load(selected));
byId('refresh').addEventListener('click', () => void load(shown?.ticketId ?? null));
byId('status').addEventListener('change', () => void chooseStatus());

async function chooseStatus(): Promise<void> {
  const select = byIdOf('select', 'status');
  const status = TICKET_STATUSES.find((word) => word === select.value);
  if (!shown || !status) return;
  const { ticketId } = shown;
  if ((await ask('setStatus', { ticketId, status })) === null) {
    select.value = shown.status ?? '';
    return;
  }
  await load(ticketId);
  say(words().page.statusSaved);
}

speak(language);
byId('loading').textContent = words().page.loading;
void load(null).then(() => {
  selected = shown?.ticketId ?? null;
  followSelection(followTo, (paused) => say(paused ? words().page.pausedFollowing : ''));
});
