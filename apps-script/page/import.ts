/** The page "Import rows": paste or choose a file, look at what would be imported, import it with a bar to watch. */
import { readDelimited } from '../../core/import/delimited';
import { IMPORT_KINDS, type ImportField, type ImportKind } from '../../core/import/fields';
import type { SourceRow } from '../../core/import/source';
import type { Language } from '../../core/language';
import { importWords } from '../../sheet-templates/words/import';
import { type ImportCalls, MOST_ROWS, ROWS_A_CALL, type ShownImport } from '../dialog/import-contract';
import { dialogPage } from './dialog-page';
import { byId, byIdOf, fillOptions } from './dom';
import { mintKey } from './drafts';
import { fileText } from './import-bytes';
import { showPreview } from './import-preview';
import { callsFor, runImport } from './import-run';

type Dates = ImportCalls['previewImport']['takes']['dates'];

const wordsOf = (language: Language) => {
  const { page: words, kinds, certainty, row, done, line, nothingToDo } = importWords(language);
  return { ...words, kinds, certainty, row, done, badRows: line.badRows, nothingToDo };
};
const page = dialogPage<ImportCalls, ReturnType<typeof wordsOf>>(wordsOf);

/** As the script takes them. */
const LONGEST_CELL = 50_000;
const MOST_COLUMNS = 200;
const LONG_PASTE = 10_000;

const text = byIdOf('textarea', 'text');
const file = byIdOf('input', 'file');
const session = byIdOf('select', 'session');

/** What a chosen file holds; null while the pasted text counts. */
let ofFile: string | null = null;
let rows: readonly SourceRow[] = [];
let given = new Map<string, ImportField | ''>();
let dates: Dates = 'guess';
let shown: ShownImport | null = null;
let previews = 0;
let isStopped = false;

const kind = (): ImportKind => {
  const value = document.querySelector<HTMLInputElement>('#kinds input:checked')?.value;
  return IMPORT_KINDS.find((known) => known === value) ?? 'participants';
};

const wish = () => ({
  kind: kind(),
  session: kind() === 'sessions' ? '' : session.value,
  replace: byIdOf('input', 'replace').checked,
});

function offerKinds(): void {
  const offered: readonly ImportKind[] = ['participants', 'sessions', 'activity'];
  byId('kinds').replaceChildren(
    ...offered.flatMap((value) => {
      const input = document.createElement('input');
      input.type = 'radio';
      input.name = 'kind';
      input.id = `kind-${value}`;
      input.value = value;
      input.checked = value === 'participants';
      input.addEventListener('change', showKind);
      const label = document.createElement('label');
      label.htmlFor = input.id;
      return [input, label];
    }),
  );
}

/** In the firm's language, which comes with the first answer. */
function wordKinds(): void {
  for (const value of IMPORT_KINDS) {
    const label = document.querySelector(`label[for="kind-${value}"]`);
    if (label) label.textContent = page.words().kinds[value];
  }
}

function showKind(): void {
  byId('session-field').hidden = kind() === 'sessions';
}

type Step = 'source' | 'preview' | 'running' | 'done';

function show(step: Step): void {
  const isHidden: Readonly<Record<string, boolean>> = {
    source: step !== 'source',
    'kind-choice': step !== 'source',
    'kind-shown': step === 'source',
    preview: step === 'source' || step === 'done',
    look: step !== 'source',
    import: step !== 'preview',
    back: step === 'source' || step === 'running',
    stop: step !== 'running',
    progress: step !== 'running',
    close: step === 'running',
  };
  for (const [id, hidden] of Object.entries(isHidden)) byId(id).hidden = hidden;
  byId('kind-shown').textContent = page.words().kinds[kind()];
  for (const select of document.querySelectorAll<HTMLSelectElement>('#preview select')) {
    select.disabled = step === 'running';
  }
}

/** @returns whether there is something to look at */
function readRows(): boolean {
  const read = readDelimited(ofFile ?? text.value).rows;
  if (read.length === 0) page.refuse(page.words().nothingPasted);
  else if (read.length > MOST_ROWS) page.refuse(page.words().tooMany);
  else {
    rows = read.map(({ number, cells }) => ({
      number,
      cells: cells.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, LONGEST_CELL)),
    }));
    return true;
  }
  return false;
}

async function look(): Promise<void> {
  const turn = ++previews;
  page.say(page.words().looking);
  byIdOf('button', 'look').disabled = true;
  byIdOf('button', 'import').disabled = true;
  const chosen = Array.from(given, ([title, field]) => ({ title, field }));
  const answer = await page.ask('previewImport', { ...wish(), rows, dates, given: chosen });
  byIdOf('button', 'look').disabled = false;
  // The person has chosen something else meanwhile.
  if (answer === null || turn !== previews) return;
  const isFirst = shown === null;
  shown = answer;
  page.say(answer.toDo.length === 0 && !answer.lacking ? page.words().nothingToDo : '');
  showPreview(answer, page.words(), {
    choose(title, field) {
      // A field stands for one column: the one that had it before is left out.
      for (const column of answer.columns) {
        if (field !== '' && column.field === field && column.title !== title) given.set(column.title, '');
      }
      given.set(title, field);
      void lookAgainAt(title);
    },
  });
  show('preview');
  byIdOf('button', 'import').disabled = answer.toDo.length === 0;
  if (isFirst) byId('counts-title').focus();
}

/** The drop-down that was used is a new one now, and the keyboard stays on it. */
async function lookAgainAt(title: string): Promise<void> {
  await look();
  const place = shown?.columns.findIndex((column) => column.title === title) ?? -1;
  document.querySelector<HTMLSelectElement>(`#columns select[aria-labelledby="column-${place}"]`)?.focus();
}

async function importAll(): Promise<void> {
  if (shown === null) return;
  const key = mintKey();
  const { columns: mapped, dates: order, toDo } = shown;
  const columns = mapped.map(({ title, field }) => ({ title, field }));
  const asked = wish();
  isStopped = false;
  show('running');
  page.refuse('');
  const end = await runImport(callsFor(toDo, rows, ROWS_A_CALL), {
    send: (call, last) => page.ask('importRows', { ...asked, key, columns, rows: call, dates: order, last }),
    progress(done, of) {
      const bar = byId('progress');
      bar.setAttribute('max', String(of));
      bar.setAttribute('value', String(done));
      page.say(page.words().importing(done, of));
    },
    isStopped: () => isStopped,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  if (end.end === 'done') {
    page.say(page.words().done(end));
    text.value = '';
    file.value = '';
    ofFile = null;
    shown = null;
    return show('done');
  }
  show('preview');
  if (end.end === 'other') page.refuse(page.words().busyImport(end.who));
  else if (end.end === 'refused') page.refuse(end.why);
  else if (end.end === 'busy') page.refuse(page.words().stayedBusy(end.done, rowsToDo(toDo)));
  else page.say(page.words().cancelled(end.done, rowsToDo(toDo)));
}

const rowsToDo = (groups: readonly (readonly number[])[]): number => new Set(groups.flat()).size;

async function choseFile(): Promise<void> {
  page.refuse('');
  const [chosen] = Array.from(file.files ?? []);
  ofFile = null;
  if (chosen === undefined) return;
  const read = fileText(new Uint8Array(await chosen.arrayBuffer()));
  if ('not' in read) {
    file.value = '';
    page.refuse(read.not === 'xlsx' ? page.words().xlsxFile : page.words().unreadableFile);
    return;
  }
  ofFile = read.text;
  text.value = '';
}

byId('source').addEventListener('submit', (event) => {
  event.preventDefault();
  page.refuse('');
  given = new Map();
  dates = 'guess';
  shown = null;
  if (readRows()) void look();
});
byId('dates').addEventListener('change', () => {
  const { value } = byIdOf('select', 'dates');
  dates = value === 'day-first' || value === 'month-first' ? value : 'guess';
  void look();
});
// Chromium inserts a paste line by line, and thousands of lines take it a minute.
text.addEventListener('paste', (event) => {
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  if (pasted.length < LONG_PASTE) return;
  event.preventDefault();
  text.setRangeText(pasted, text.selectionStart, text.selectionEnd, 'end');
  text.dispatchEvent(new Event('input'));
});
text.addEventListener('input', () => {
  ofFile = null;
  file.value = '';
});
file.addEventListener('change', () => void choseFile());
byId('import').addEventListener('click', () => void importAll());
byId('stop').addEventListener('click', () => {
  isStopped = true;
});
byId('back').addEventListener('click', () => {
  page.refuse('');
  page.say('');
  show('source');
  text.focus();
});
byId('close').addEventListener('click', () => page.close());

offerKinds();
wordKinds();
show('source');
showKind();
byId('progress').setAttribute('aria-label', page.words().progress);
void page.ask('startImport', {}).then((start) => {
  wordKinds();
  byId('progress').setAttribute('aria-label', page.words().progress);
  fillOptions(session, [
    { value: '', label: page.words().noSession },
    ...(start?.sessions ?? []).map(({ id, label }) => ({ value: id, label })),
  ]);
});
