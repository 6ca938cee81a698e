/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The page of the demo: ties its parts to the state that the server tells. */
import type { Language } from '../../../core/language';
import { byId } from '../../../local-sheet/page/client/dom';
import { demoWords } from '../../words/words';
import type { DemoState } from '../protocol';
import { ClockPane } from './clock-pane';
import { timesIn } from './format';
import { showGuide } from './guide-pane';
import { MailPane } from './mail-pane';
import { NewsPane } from './news-pane';
import { chosenLanguage, fillWords, languageButtons, rememberLanguage } from './page-words';
import { PersonChoice, suggested } from './person-choice';
import { followState, Refused, server } from './server';
import { SheetPane } from './sheet-pane';

let language: Language = chosenLanguage();
let state: DemoState | null = null;
let sawDashboard = false;
let isLost = false;
let notice: ReturnType<typeof setTimeout> | undefined;
const words = () => demoWords(language);

const problem = byId('problem', HTMLElement);
function complain(text: string): void {
  byId('problem-text', HTMLElement).textContent = text;
  problem.hidden = text === '';
}
byId('problem-close', HTMLElement).addEventListener('click', () => complain(''));

function say(text: string): void {
  const note = byId('note', HTMLElement);
  note.textContent = text;
  note.hidden = false;
  clearTimeout(notice);
  notice = setTimeout(() => {
    note.hidden = true;
  }, 3_500);
}

async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    complain('');
    return true;
  } catch (error) {
    // fetch rejects with a TypeError when nobody answers.
    complain(error instanceof Refused ? words().problem.refused(error.message) : words().problem.offline);
    return false;
  }
}

const clock = new ClockPane((to) => void tried(() => server.moveClock(to)));
const mail = new MailPane({
  tried,
  said: say,
  now: () => clock.now(),
  openRow(address) {
    showPane('sheet');
    sheet.openRow(address);
  },
});
const choice = new PersonChoice(() => show());
const news = new NewsPane();
const sheet = new SheetPane(
  () => {
    if (sawDashboard) return;
    sawDashboard = true;
    void tried(() => server.sawDashboard());
  },
  () => complain(words().sheet.notReady),
);

const wide = byId('wide', HTMLButtonElement);
wide.addEventListener('click', () => {
  const isWide = document.querySelector('main')?.classList.toggle('is-wide') === true;
  wide.setAttribute('aria-pressed', String(isWide));
});

function speak(next: Language): void {
  language = next;
  document.documentElement.lang = next;
  fillWords(words());
  byId('languages', HTMLElement).setAttribute('aria-label', words().language);
  byId('languages', HTMLElement).replaceChildren(
    ...languageButtons(next, (chosen) => {
      rememberLanguage(chosen);
      speak(chosen);
      document.querySelector<HTMLElement>('#languages [aria-pressed="true"]')?.focus();
    }),
  );
  byId('problem-close', HTMLElement).setAttribute('aria-label', words().problem.close);
  wide.title = words().sheet.wide;
  wide.setAttribute('aria-label', words().sheet.wide);
  byId('open-conversation', HTMLElement).title = words().sheet.openTitle;
  show();
}

function show(): void {
  if (state === null) return;
  const times = timesIn(language, state.zone);
  document.title = `Rowdesk · ${state.firm}`;
  clock.show(state, words(), times);
  const person = choice.show(state.people, words(), language);
  if (person !== null) mail.show(state, person, words(), times);
  document.body.dataset.role = person?.role ?? 'participant';
  // Who asks is a participant, even while a trainer is played.
  const asks = person?.role === 'participant' ? person : suggested(state.people, language);
  const trainers = state.people.filter(({ role }) => role === 'trainer');
  const answers = trainers.find((trainer) => trainer.language === language) ?? trainers[0];
  showGuide(state.guideDone, words(), asks?.name ?? '', answers?.name ?? '');
  news.show(state.news, words(), language, times);
  byId('colleague', HTMLElement).textContent = words().sheet.asColleague(state.colleague);
  sheet.show(state, language, words().sheet.title);
  dot('people', person !== null && person.unread > 0);
}

function dot(pane: string, on: boolean): void {
  const isShown = document.body.dataset.pane === pane;
  const place = document.querySelector<HTMLElement>(`.bottom [data-shows="${pane}"] .dot`);
  if (place) place.hidden = !on || isShown;
}

/** Where there is room for one pane at a time. */
function showPane(pane: string): void {
  document.body.dataset.pane = pane;
  for (const button of document.querySelectorAll<HTMLElement>('.bottom [data-shows]')) {
    if (button.dataset.shows === pane) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  dot(pane, false);
}

for (const button of document.querySelectorAll<HTMLElement>('.bottom [data-shows]')) {
  button.addEventListener('click', () => showPane(button.dataset.shows ?? 'people'));
}

speak(language);
followState(
  (next) => {
    if (isLost) complain('');
    isLost = false;
    const isNewTicket = state !== null && next.newest?.id !== state.newest?.id;
    const isNews = state !== null && next.news.length !== state.news.length;
    state = next;
    show();
    if (isNewTicket) dot('sheet', true);
    if (isNews) dot('firm', true);
  },
  () => {
    isLost = true;
    complain(words().problem.offline);
  },
);
