/** The page "What will be sent": the mails of the days ahead by session, and why others get none. */
import type { Language } from '../../core/language';
import { dialogWords } from '../../sheet-templates/words/dialog';
import { forecastWords } from '../../sheet-templates/words/dialog-forecast';
import {
  FORECAST_DAYS,
  type Forecast,
  type ForecastCalls,
  type ForecastDays,
} from '../dialog/forecast-contract';
import { dialogPage } from './dialog-page';
import { byId, byIdOf, element } from './dom';
import { type Group, groupsIn, matches } from './forecast-groups';

const wordsOf = (language: Language) => ({
  ...forecastWords(language),
  title: dialogWords(language).name.forecast,
});
const page = dialogPage<ForecastCalls, ReturnType<typeof wordsOf>>(wordsOf);

const person = byIdOf('input', 'person');
const onlyGoing = byIdOf('input', 'only-going');
const USUAL: ForecastDays = 7;
/** More names than fit into a line are folded away. */
const NAMES_IN_SIGHT = 4;

let shown: Forecast | null = null;
let asked = 0;

function chosenDays(): ForecastDays {
  const value = document.querySelector<HTMLInputElement>('#days input:checked')?.value;
  return FORECAST_DAYS.find((days) => String(days) === value) ?? USUAL;
}

function offerDays(): void {
  byId('days').replaceChildren(
    ...FORECAST_DAYS.flatMap((days) => {
      const input = document.createElement('input');
      input.type = 'radio';
      input.name = 'days';
      input.id = `days-${days}`;
      input.value = String(days);
      input.checked = days === USUAL;
      input.addEventListener('change', () => void load());
      const label = document.createElement('label');
      label.htmlFor = input.id;
      return [input, label];
    }),
  );
  wordDays();
}

function wordDays(): void {
  for (const days of FORECAST_DAYS) {
    const label = document.querySelector(`label[for="days-${days}"]`);
    if (label) label.textContent = page.words().days(days);
  }
  person.placeholder = page.words().personHint;
}

async function load(): Promise<void> {
  const turn = ++asked;
  if (shown !== null) page.say(page.words().loading);
  byId('sessions').setAttribute('aria-busy', 'true');
  const forecast = await page.ask('forecast', { days: chosenDays() });
  // The person has chosen other days meanwhile.
  if (turn !== asked) return;
  byId('sessions').removeAttribute('aria-busy');
  wordDays();
  if (forecast === null) {
    // What stood there is not what was asked for.
    shown = null;
    byId('sessions').replaceChildren();
    byId('summary').textContent = '';
    return;
  }
  shown = forecast;
  show();
}

function show(): void {
  if (shown === null) return;
  const words = page.words();
  const { stopped, obstacles, leftOut } = shown;
  const banner = (id: string, text: string): void => {
    byId(id).hidden = text === '';
    byId(id).textContent = text;
  };
  banner('stopped', stopped === 'brake' ? words.brakeOn : stopped === null ? '' : words.remindersOff);
  byId('obstacles').hidden = obstacles.length === 0;
  byId('obstacle-list').replaceChildren(...obstacles.map((line) => element('li', '', line)));
  banner('left-out', leftOut === 0 ? '' : words.leftOut(leftOut));
  byId('until').textContent = words.until(shown.until, shown.zone);
  byId('footnote').hidden = false;
  showSessions(shown);
}

function showSessions({ sessions }: Forecast): void {
  const words = page.words();
  const wanted = { person: person.value, onlyGoing: onlyGoing.checked };
  const lines = sessions.flatMap((session) => session.lines.filter((line) => matches(line, wanted)));
  const going = lines.filter(({ verdict }) => verdict !== 'not');
  byId('sessions').replaceChildren(
    ...sessions.flatMap((session) => {
      const groups = groupsIn(session.lines, wanted);
      if (groups.length === 0) return [];
      const when = [session.starts, session.client, session.cancelled ? words.cancelled : ''];
      return [
        element(
          'section',
          'session',
          element(
            'div',
            'session-head',
            element('h2', '', session.course),
            element('span', 'muted', when.filter((part) => part !== '').join(' · ')),
          ),
          element('ul', 'mails', ...groups.map(mailLine)),
        ),
      ];
    }),
  );
  const summary = words.summary(
    going.length,
    new Set(going.map(({ email }) => email)).size,
    lines.length - going.length,
  );
  byId('summary').textContent = lines.length === 0 ? '' : summary;
  page.say(lines.length === 0 ? '' : summary);
  byId('empty').hidden = lines.length > 0;
  byId('empty').textContent = wanted.person.trim() === '' ? words.nothing : words.nobodyFound;
}

function mailLine({ line, people }: Group): HTMLElement {
  const words = page.words();
  const verdict = { goes: words.goes, if: words.ifStill, queued: words.queued, not: words.goesNot }[
    line.verdict
  ];
  const tag = element('span', 'tag', verdict);
  tag.dataset.verdict = line.verdict;
  const isSent = line.verdict !== 'not';
  const title = !isSent ? line.step : line.subject === '' ? words.noSubject : line.subject;
  const about = [isSent ? line.step : '', line.template === '' ? '' : `${words.template} ${line.template}`];
  const mail = element(
    'div',
    'mail',
    element('div', 'mail-subject', title),
    element('div', 'muted', about.filter((part) => part !== '').join(' · ')),
    ...(line.why === '' ? [] : [element('div', 'why', line.why)]),
    peopleList(people),
  );
  const item = element(
    'li',
    '',
    element('div', 'moment', element('strong', '', line.time), ' ', line.day),
    mail,
    tag,
  );
  item.dataset.verdict = line.verdict;
  return item;
}

function peopleList(people: Group['people']): HTMLElement {
  const list = element(
    'ul',
    '',
    ...people.map(({ name, email }) =>
      element('li', '', name === '' ? email : email === '' ? name : `${name} <${email}>`),
    ),
  );
  if (people.length <= NAMES_IN_SIGHT) return element('div', 'people', list);
  const names = people.slice(0, NAMES_IN_SIGHT - 1).map(({ name, email }) => name || email);
  const summary = element('summary', '', page.words().people(names.join(', '), people.length - names.length));
  return element('details', 'people', summary, list);
}

offerDays();
person.addEventListener('input', show);
onlyGoing.addEventListener('change', show);
byIdOf('form', 'wish').addEventListener('submit', (event) => {
  event.preventDefault();
  void load();
});

void load();
