/// <reference lib="dom" />
/** What happens when: opening tabs, editing, running the script, following changes made elsewhere. */
import type { EmbedEvent, RunAnswer, ScreenView, WorkbookView } from '../protocol';
import { byId } from './dom';
import { CellEditor } from './editor';
import { FormulaLine } from './formula-line';
import type { CellAt } from './grid';
import { Grid } from './grid';
import { gridKey } from './keys';
import { followChanges } from './live-feed';
import { Panes } from './panes';
import { ask, MenuBar, toast } from './popups';
import { server } from './server';
import { SheetStore } from './sheet-store';
import { TabStrip } from './tabs';
import type { Word } from './words';

export class WorkbookPage {
  private workbook: WorkbookView = { title: '', tabs: [] };
  private store: SheetStore | null = null;
  private editor: CellEditor | null = null;
  private readonly undo: { readonly sheetId: number; readonly at: CellAt; readonly text: string }[] = [];
  private readonly places = new Map<number, CellAt>();
  private readonly line: FormulaLine;
  private readonly grid: Grid;
  private readonly tabs: TabStrip;
  private readonly menus: MenuBar;
  private readonly panes: Panes;
  private refreshing: Promise<void> | null = null;
  private again = false;

  constructor(private readonly word: (word: Word) => string) {
    this.grid = new Grid(
      byId('grid', HTMLElement),
      {
        selected: (at) => this.selected(at),
        opened: (at) => this.edit(at, null),
        ticked: (at) => void this.tick(at),
        moved: () => {
          this.editor?.place();
          this.line.hideTip();
        },
      },
      word,
    );
    this.tabs = new TabStrip(byId('tabs', HTMLElement), (sheetId) => void this.open(sheetId));
    this.menus = new MenuBar(byId('menus', HTMLElement), (name) => void this.runMenu(name));
    this.panes = new Panes(
      byId('middle', HTMLElement),
      (name, args) => this.runScript(name, args),
      word,
      () => this.grid.focus(),
    );
    byId('tabs', HTMLElement).setAttribute('aria-label', word('tabs'));
    byId('menus', HTMLElement).setAttribute('aria-label', word('menus'));
    this.line = new FormulaLine(word('content'), {
      selected: () => this.grid.selected,
      write: (at, value) => void this.write(at, value),
      leave: (rows) => {
        this.grid.focus();
        if (rows === 1) this.grid.move(1, 0);
        this.line.show(this.grid.selected, this.store);
      },
    });
    const download = byId('download', HTMLAnchorElement);
    download.setAttribute('aria-label', word('download'));
    download.querySelector('span')?.replaceChildren(word('download'));
    this.wireKeys();
  }

  async start(tab: number | null, row: number | null): Promise<void> {
    this.workbook = await server.workbook();
    this.showFrame();
    const first = this.workbook.tabs.find((candidate) => candidate.sheetId === tab) ?? this.workbook.tabs[0];
    if (first !== undefined)
      await this.open(first.sheetId, row === null ? undefined : { row: row - 1, column: 0 });
    // Inside another page the person may be busy elsewhere.
    if (window.parent === window) this.grid.focus();
    followChanges(this.word, () => void this.refresh());
    addEventListener('message', (event) => this.embedded(event));
    // The rows are there to be read and edited even when the script cannot start.
    await server.menus().then(
      (menus) => this.menus.show(menus),
      (error: unknown) =>
        toast(`${this.word('scriptFailed')}: ${error instanceof Error ? error.message : ''}`, 'bad'),
    );
  }

  private showFrame(): void {
    document.title = this.workbook.title;
    byId('title', HTMLElement).textContent = this.workbook.title;
    this.tabs.show(this.workbook.tabs, this.store?.view.sheetId ?? null);
  }

  private async open(sheetId: number, at?: CellAt): Promise<void> {
    this.editor?.close();
    this.editor = null;
    if (this.store !== null) this.places.set(this.store.view.sheetId, this.grid.selected);
    const store = new SheetStore(await server.sheet(sheetId), () => {
      if (this.store !== store) return;
      this.grid.redraw();
      this.line.show(this.grid.selected, this.store);
    });
    this.store = store;
    this.grid.show(store, at ?? this.places.get(sheetId));
    this.showFrame();
    this.selected(this.grid.selected);
    const url = new URL(location.href);
    url.searchParams.set('tab', String(sheetId));
    url.searchParams.delete('row');
    history.replaceState(null, '', url);
  }

  /** One reading at a time; changes that come meanwhile are read together afterwards. */
  private refresh(): Promise<void> {
    if (this.refreshing !== null) {
      this.again = true;
      return this.refreshing;
    }
    this.refreshing = this.readAgain()
      .catch(() => undefined)
      .finally(() => {
        this.refreshing = null;
        if (!this.again) return;
        this.again = false;
        void this.refresh();
      });
    return this.refreshing;
  }

  private async readAgain(): Promise<void> {
    this.workbook = await server.workbook();
    const open = this.store;
    const still = this.workbook.tabs.some((tab) => tab.sheetId === open?.view.sheetId);
    this.showFrame();
    if (open === null || !still) {
      const first = this.workbook.tabs[0];
      if (first !== undefined) await this.open(first.sheetId);
      return;
    }
    const view = await server.sheet(open.view.sheetId);
    if (this.store !== open) return;
    let settled = false;
    const next = new SheetStore(
      view,
      () => {
        // The blocks come one by one: drawn once when all are here, and later ones as they come.
        if (settled) this.grid.redraw();
      },
      open,
    );
    await next.refresh(this.grid.windows);
    if (this.store !== open) return;
    settled = true;
    this.store = next;
    this.grid.show(next);
    this.editor?.place();
    this.line.show(this.grid.selected, this.store);
  }

  private selected(at: CellAt): void {
    this.line.show(this.grid.selected, this.store);
    this.line.showTip(at, this.store, this.grid.elementAt(at));
    const sheetId = this.store?.view.sheetId;
    if (sheetId === undefined || window.parent === window) return;
    const event: EmbedEvent = { type: 'selected', sheetId, row: at.row + 1 };
    window.parent.postMessage(event, location.origin);
  }

  private embedded(event: MessageEvent): void {
    const data = event.data as { type?: unknown; sheetId?: unknown; row?: unknown } | null;
    if (event.origin !== location.origin || event.source !== window.parent || data?.type !== 'select') return;
    if (typeof data.sheetId !== 'number' || typeof data.row !== 'number') return;
    const at = { row: data.row - 1, column: 0 };
    if (data.sheetId === this.store?.view.sheetId) this.grid.select(at);
    else void this.open(data.sheetId, at);
  }

  private edit(at: CellAt, typed: string | null): void {
    const store = this.store;
    if (store === null) return;
    this.editor?.close();
    this.line.hideTip();
    if (store.cell(at.row, at.column)?.c) {
      toast(this.word('computed'));
      return;
    }
    const rule = store.rule(at.row, at.column);
    if (rule?.kind === 'checkbox') {
      void this.tick(at);
      return;
    }
    this.editor = new CellEditor(
      rule,
      typed ?? store.editText(at.row, at.column),
      () => this.grid.elementAt(at),
      {
        commit: (value, next) => {
          this.editor = null;
          if (next !== 'stay') {
            const [rows, columns] = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] }[next] as [
              number,
              number,
            ];
            this.grid.move(rows, columns);
          }
          if (document.activeElement === document.body || document.activeElement === null) this.grid.focus();
          void this.write(at, value);
        },
        cancel: () => {
          this.editor = null;
          this.grid.focus();
        },
      },
      this.word,
      typed !== null,
    );
  }

  private async tick(at: CellAt): Promise<void> {
    if (this.store?.rule(at.row, at.column)?.kind !== 'checkbox') return;
    const on = this.store.cell(at.row, at.column)?.t === 'TRUE';
    await this.write(at, on ? 'FALSE' : 'TRUE');
  }

  private async write(at: CellAt, value: string, remember = true): Promise<void> {
    const store = this.store;
    if (store === null) return;
    const { sheetId } = store.view;
    const before = store.editText(at.row, at.column);
    if (value === before) return;
    const edit = { sheetId, row: at.row, column: at.column, value };
    try {
      let answer = await server.edit(edit);
      if (answer.status === 'confirm') {
        const text = [this.word('protectedAsk'), answer.description].filter(Boolean).join('\n\n');
        const agreed = await ask(this.word('protectedTitle'), text, this.word, 'edit', true);
        this.grid.focus();
        if (!agreed) return;
        answer = await server.edit({ ...edit, confirmed: true });
      }
      if (answer.status === 'refused') {
        toast([this.word(answer.because), answer.help].filter(Boolean).join('\n'), 'bad');
      } else if (answer.status === 'done') {
        if (remember) this.undo.push({ sheetId, at, text: before });
        if (answer.scriptError !== null) toast(`${this.word('scriptFailed')}: ${answer.scriptError}`, 'bad');
        if (answer.screen !== null) await this.showScreen(answer.screen);
      }
    } catch {
      toast(this.word('failed'), 'bad');
    }
    await this.refresh();
  }

  private async takeBack(): Promise<void> {
    const last = this.undo.pop();
    if (last === undefined) return;
    if (this.store?.view.sheetId !== last.sheetId) await this.open(last.sheetId, last.at);
    this.grid.select(last.at);
    await this.write(last.at, last.text, false);
  }

  private get selection() {
    return { sheetId: this.store?.view.sheetId ?? 0, ...this.grid.selected };
  }

  private async runMenu(functionName: string): Promise<void> {
    const stop = toast(this.word('working'), 'stays');
    try {
      const answer = await server.menu({ functionName, selection: this.selection });
      stop();
      if (answer.status === 'failed') toast(`${this.word('scriptFailed')}: ${answer.message}`, 'bad');
      else await this.showScreen(answer.screen);
    } catch {
      stop();
      toast(this.word('failed'), 'bad');
    }
  }

  private async runScript(functionName: string, args: readonly unknown[]): Promise<RunAnswer> {
    const answer = await server.script({ functionName, args, selection: this.selection });
    if (answer.status === 'done') void this.showScreen(answer.screen);
    return answer;
  }

  private async showScreen(screen: ScreenView): Promise<void> {
    if (screen.sidebar !== null) this.panes.showSidebar(screen.sidebar);
    if (screen.dialog !== null) this.panes.showDialog(screen.dialog);
    for (const text of screen.toasts) toast(text);
    for (const text of screen.alerts) await ask(this.workbook.title, text, this.word);
  }

  private wireKeys(): void {
    const root = byId('grid', HTMLElement);
    root.addEventListener('keydown', (event) => {
      gridKey(event, this.grid, {
        edit: (typed) => this.edit(this.grid.selected, typed),
        tick: () => void this.tick(this.grid.selected),
        clear: () => void this.write(this.grid.selected, ''),
        undo: () => void this.takeBack(),
        nextTab: (by) => this.tabs.step(by),
        isCheckbox: () => {
          const { row, column } = this.grid.selected;
          return this.store?.rule(row, column)?.kind === 'checkbox';
        },
      });
    });
    root.addEventListener('copy', (event) => {
      const { row, column } = this.grid.selected;
      event.clipboardData?.setData('text/plain', this.store?.cell(row, column)?.t ?? '');
      event.preventDefault();
    });
    root.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
      event.preventDefault();
      if (text !== '') void this.write(this.grid.selected, text);
    });
  }
}
