/** The page "Preview of templates": what a participant will get, and why this text and no other. */
import type { Language } from '../../core/language';
import { htmlPart } from '../../core/template/html-part';
import { dialogWords } from '../../sheet-templates/words/dialog';
import { previewWords } from '../../sheet-templates/words/dialog-preview';
import type { PreviewCalls, PreviewLetter, PreviewStart } from '../dialog/preview-contract';
import { UNKNOWN_FROM, UNKNOWN_TO } from '../dialog/preview-marks';
import { dialogPage } from './dialog-page';
import { byId, byIdOf, element, fillOptions, optionGroup } from './dom';

const wordsOf = (language: Language) => ({
  ...previewWords(language),
  title: dialogWords(language).name.preview,
});
const page = dialogPage<PreviewCalls, ReturnType<typeof wordsOf>>(wordsOf);

const template = byIdOf('select', 'template');
const session = byIdOf('select', 'session');
const person = byIdOf('select', 'person');
const language = byIdOf('select', 'language');
const audience = byIdOf('select', 'audience');
const need = byIdOf('select', 'need');

let start: PreviewStart | null = null;
let shown: PreviewLetter | null = null;
let asked = 0;

async function begin(): Promise<void> {
  start = await page.ask('previewStart', {});
  if (start === null) return;
  const words = page.words();
  const [usual, own] = parted(start.templates, ({ key }) => !start?.ownKeys.includes(key));
  template.replaceChildren(
    ...optionGroup(words.rowdeskTemplates, usual.map(asOption)),
    ...optionGroup(words.ownTemplates, own.map(asOption)),
  );
  fillOptions(session, [
    { value: '', label: words.noSession },
    ...start.sessions.map(({ id, label }) => ({ value: id, label })),
  ]);
  const unsaid = { value: '', label: words.asWritten };
  fillOptions(language, [unsaid, ...start.languages]);
  fillOptions(audience, [unsaid, ...start.audiences]);
  fillOptions(need, [unsaid, ...start.needs]);
  const [first] = start.sessions;
  template.value = start.templates.some(({ key }) => key === 'reminder_1d') ? 'reminder_1d' : template.value;
  session.value = first?.id ?? '';
  fillPeople();
  showFindings(start.findings);
  await preview();
}

const asOption = ({ key, label }: PreviewStart['templates'][number]) => ({ value: key, label });

function parted<T>(all: readonly T[], isFirst: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

function fillPeople(): void {
  const people = start?.sessions.find(({ id }) => id === session.value)?.people ?? [];
  fillOptions(person, [
    { value: '', label: page.words().nobody },
    ...people.map(({ email, name }) => ({
      value: email,
      label: name === '' ? email : `${name} · ${email}`,
    })),
  ]);
  person.value = people[0]?.email ?? '';
}

async function preview(): Promise<void> {
  const turn = ++asked;
  page.say(shown === null ? '' : page.words().loading);
  byId('shown').setAttribute('aria-busy', 'true');
  const letter = await page.ask('previewLetter', {
    key: template.value,
    sessionId: session.value,
    email: person.value,
    language: language.value,
    audience: audience.value,
    need: need.value,
  });
  // The person has chosen something else meanwhile.
  if (turn !== asked) return;
  byId('shown').removeAttribute('aria-busy');
  page.say('');
  if (letter !== null) show(letter);
}

function show(told: PreviewLetter): void {
  shown = told;
  const { letter } = told;
  const words = page.words();
  byId('which').hidden = false;
  byId('reader').textContent = words.wordedFor(told.reader);
  byId('source').textContent = told.source;
  byId('why').replaceChildren(...told.why.map((line) => element('li', '', line)));
  byId('letter').hidden = false;
  byId('problems').hidden = told.problems.length === 0;
  byId('problem-list').replaceChildren(...told.problems.map(finding));
  byId('letter-head').hidden = letter === null;
  byId('sample-note').hidden = letter === null;
  byId('subject').replaceChildren(...marked(letter?.subject || words.noSubject));
  showBody();
}

function showBody(): void {
  const letter = shown?.letter ?? null;
  const words = page.words();
  const isPart = letter !== null && letter.subject === '';
  const note = letter === null ? '' : letter.plainOnly ? words.plainOnly : isPart ? words.onlyText : '';
  byId('view-note').hidden = note === '';
  byId('view-note').textContent = note;
  byId('views').hidden = note !== '';
  const asText = note !== '' || byIdOf('input', 'view-text').checked;
  const frame = byIdOf('iframe', 'page');
  frame.hidden = letter === null || asText;
  frame.title = words.letterTitle;
  byId('text').hidden = letter === null || !asText;
  byId('text').lang = letter?.language ?? '';
  byId('text').replaceChildren(...marked(letter?.text ?? ''));
  frame.srcdoc = letter === null || asText ? '' : htmlPart(letter);
}

/** The text, with what nothing stands for set off. */
function marked(text: string): (string | Node)[] {
  return text
    .split(new RegExp(`(${UNKNOWN_FROM}[^${UNKNOWN_TO}]*${UNKNOWN_TO})`))
    .map((part) => (part.startsWith(UNKNOWN_FROM) ? element('mark', '', part) : part));
}

function finding({ what, todo }: { readonly what: string; readonly todo: string }): HTMLElement {
  return element('li', '', what, element('span', 'todo', todo));
}

function showFindings(findings: PreviewStart['findings']): void {
  const words = page.words();
  byId('findings').hidden = false;
  byId('findings-summary').textContent =
    findings.length === 0 ? words.noFindings : words.findingCount(findings.length);
  byId('finding-list').replaceChildren(...findings.map(finding));
}

session.addEventListener('change', fillPeople);
for (const choice of [template, session, person, language, audience, need]) {
  choice.addEventListener('change', () => void preview());
}
for (const id of ['view-page', 'view-text']) byId(id).addEventListener('change', showBody);
byIdOf('form', 'wish').addEventListener('submit', (event) => event.preventDefault());

void begin();
