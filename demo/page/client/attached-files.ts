/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The files that go along with a letter: chosen, listed, taken off again. */
import { byId, el } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import type { SentFile } from '../protocol';

/** The server of the page takes two megabytes in all, and base64 makes a file a third larger. */
const MOST_BYTES = 1_200_000;

export class AttachedFiles {
  private files: readonly SentFile[] = [];
  private words: DemoWords | null = null;
  private readonly list: HTMLElement;
  private readonly input: HTMLInputElement;

  /** @param form whose file input and list these are */
  constructor(
    form: 'compose' | 'reply',
    private readonly tooLarge: (text: string) => void,
  ) {
    this.list = byId(`${form}-files`, HTMLElement);
    const input = byId(`${form}-file`, HTMLInputElement);
    this.input = input;
    byId(`${form}-attach`, HTMLElement).addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      void this.add([...(input.files ?? [])]);
      input.value = '';
    });
  }

  get all(): readonly SentFile[] {
    return this.files;
  }

  show(words: DemoWords): void {
    this.words = words;
    this.input.setAttribute('aria-label', words.people.attach);
    this.draw();
  }

  set(files: readonly SentFile[]): void {
    this.files = files;
    this.draw();
  }

  async add(chosen: readonly File[]): Promise<void> {
    const read = await Promise.all(
      chosen.map(async (file) => ({
        name: file.name,
        type: /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream',
        data: base64(new Uint8Array(await file.arrayBuffer())),
      })),
    );
    const all = [...this.files, ...read];
    const bytes = all.reduce((sum, { data }) => sum + data.length, 0) * 0.75;
    if (bytes > MOST_BYTES) this.tooLarge(this.words?.problem.tooLarge ?? '');
    else this.set(all);
  }

  private draw(): void {
    this.list.hidden = this.files.length === 0;
    this.list.replaceChildren(
      ...this.files.map((file) => {
        const label = this.words?.people.takeOff(file.name) ?? '';
        const remove = el('button', { type: 'button', 'aria-label': label, title: label }, '×');
        remove.addEventListener('click', () => this.set(this.files.filter((other) => other !== file)));
        return el('li', { class: 'file' }, file.name, remove);
      }),
    );
  }
}

/** In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
