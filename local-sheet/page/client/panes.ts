/// <reference lib="dom" />
/** The script's own pages: a sidebar and dialogs, each in a sandbox, talking through messages. */
import type { PaneView, RunAnswer } from '../protocol';
import { el } from './dom';
import type { Word } from './words';

interface OpenPane {
  readonly element: HTMLElement;
  readonly iframe: HTMLIFrameElement;
  close(): void;
}

export class Panes {
  private sidebar: OpenPane | null = null;
  private dialog: OpenPane | null = null;

  constructor(
    private readonly middle: HTMLElement,
    private readonly run: (functionName: string, args: readonly unknown[]) => Promise<RunAnswer>,
    private readonly word: (word: Word) => string,
    private readonly closed: () => void,
  ) {
    addEventListener('message', (event) => this.message(event));
  }

  showSidebar(view: PaneView): void {
    this.sidebar?.close();
    const iframe = this.frame(view);
    const button = this.closeButton();
    // Google's sidebars are 300 pixels wide whatever the script asks.
    const element = el(
      'aside',
      { class: 'side', 'aria-label': view.title },
      el('header', {}, el('span', { class: 'pane-title' }, view.title), button),
      iframe,
    );
    const close = () => {
      element.remove();
      this.sidebar = null;
      this.closed();
    };
    button.addEventListener('click', close);
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    this.middle.append(element);
    this.sidebar = { element, iframe, close };
    button.focus();
  }

  showDialog(view: PaneView): void {
    this.dialog?.close();
    const iframe = this.frame(view);
    const button = this.closeButton();
    const element = el(
      'dialog',
      { class: 'pane', 'aria-label': view.title },
      el('header', {}, el('span', { class: 'pane-title' }, view.title), button),
      iframe,
    );
    iframe.style.width = `${view.width ?? 600}px`;
    iframe.style.maxWidth = '100%';
    iframe.style.flex = 'none';
    iframe.style.height = `${view.height ?? 400}px`;
    const close = () => element.close();
    element.addEventListener('close', () => {
      element.remove();
      this.dialog = null;
      this.closed();
    });
    button.addEventListener('click', close);
    document.body.append(element);
    element.showModal();
    this.dialog = { element, iframe, close };
  }

  private frame(view: PaneView): HTMLIFrameElement {
    return el('iframe', {
      src: view.url,
      title: view.title,
      sandbox: 'allow-scripts allow-forms allow-modals allow-popups',
    });
  }

  private closeButton(): HTMLButtonElement {
    return el('button', { class: 'icon', type: 'button', 'aria-label': this.word('close') }, '×');
  }

  private message(event: MessageEvent): void {
    const pane = [this.sidebar, this.dialog].find((open) => open?.iframe.contentWindow === event.source);
    const data: unknown = event.data;
    if (!pane || typeof data !== 'object' || data === null) return;
    if ('type' in data && data.type === 'script-run' && 'call' in data && 'id' in data) {
      void this.call(pane, data.id, data.call);
    } else if ('from' in data && data.from === 'google.script.host' && 'action' in data) {
      const pixels = 'pixels' in data && typeof data.pixels === 'number' ? data.pixels : null;
      if (data.action === 'close') pane.close();
      else if (data.action === 'focus') this.closed();
      else if (pane === this.dialog && pixels !== null) {
        if (data.action === 'height') pane.iframe.style.height = `${pixels}px`;
        if (data.action === 'width') pane.iframe.style.width = `${pixels}px`;
      }
    }
  }

  private async call(pane: OpenPane, id: unknown, call: unknown): Promise<void> {
    const fields = call as { functionName?: unknown; args?: unknown } | null;
    const functionName = typeof fields?.functionName === 'string' ? fields.functionName : '';
    const args: unknown[] = Array.isArray(fields?.args) ? fields.args : [];
    let answer: { returned: unknown } | { error: string };
    try {
      const result = await this.run(functionName, args);
      answer = result.status === 'done' ? { returned: result.returned } : { error: result.message };
    } catch (error) {
      answer = { error: error instanceof Error ? error.message : String(error) };
    }
    // The sandbox has no origin that could be named; the pane's own window is the addressee.
    pane.iframe.contentWindow?.postMessage({ type: 'script-answer', id, answer }, '*');
  }
}
