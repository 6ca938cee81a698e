/** The one place where the sidebar asks for more: which ticket, which message, which article. Escape closes it. */
import { byId, byIdOf } from './dom';

export interface PanelTask {
  readonly title: string;
  readonly help: string;
  readonly body: readonly Node[];
  /** Gets the focus. */
  readonly first: HTMLElement;
  /** Null where choosing in the body does it. */
  readonly confirm: { readonly label: string; readonly run: () => Promise<boolean> } | null;
  readonly cancel: string;
}

export class Panel {
  #task: PanelTask | null = null;
  #cameFrom: HTMLElement | null = null;
  readonly #form = byIdOf('form', 'panel');
  readonly #do = byIdOf('button', 'panel-do');
  readonly #cancel = byIdOf('button', 'panel-cancel');

  constructor() {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#confirm();
    });
    this.#cancel.addEventListener('click', () => this.close());
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
    this.#form.setAttribute('aria-labelledby', 'panel-title');
  }

  get isOpen(): boolean {
    return this.#task !== null;
  }

  /** @param cameFrom gets the focus back */
  open(task: PanelTask, cameFrom: HTMLElement): void {
    this.#task = task;
    this.#cameFrom = cameFrom;
    byId('panel-title').textContent = task.title;
    byId('panel-help').textContent = task.help;
    byId('panel-help').hidden = task.help === '';
    byId('panel-body').replaceChildren(...task.body);
    this.#do.hidden = task.confirm === null;
    this.#do.textContent = task.confirm?.label ?? '';
    this.#cancel.textContent = task.cancel;
    this.#form.hidden = false;
    task.first.focus({ preventScroll: true });
    this.#form.scrollTop = 0;
  }

  close(): void {
    if (!this.#task) return;
    this.#task = null;
    this.#form.hidden = true;
    byId('panel-body').replaceChildren();
    this.#cameFrom?.focus();
  }

  async #confirm(): Promise<void> {
    const task = this.#task;
    if (!task?.confirm || this.#do.disabled) return;
    this.#do.disabled = true;
    try {
      if (await task.confirm.run()) this.close();
    } finally {
      this.#do.disabled = false;
    }
  }
}
