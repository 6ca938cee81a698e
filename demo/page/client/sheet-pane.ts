/// <reference lib="dom" />
/** The Sheet in its frame: which tab and row are shown, and the tracker's sidebar. */
import type { Language } from '../../../core/language';
import { byId } from '../../../local-sheet/page/client/dom';
import type { DemoState } from '../protocol';
import type { SheetAddress } from './letter-view';

/** Rows of keys and labels stand above the tickets. */
const FIRST_TICKET_ROW = 3;

export class SheetPane {
  private readonly frame = byId('sheet-frame', HTMLIFrameElement);
  private selected: { readonly sheetId: number; readonly row: number } | null = null;
  private state: DemoState | null = null;
  private language: Language | null = null;
  private openWhenSelected = false;

  constructor(
    private readonly sawDashboard: () => void,
    private readonly notReady: () => void,
  ) {
    addEventListener('message', (event) => this.told(event));
    byId('show-tickets', HTMLElement).addEventListener('click', () => this.select('tickets'));
    byId('show-dashboard', HTMLElement).addEventListener('click', () => this.select('dashboard'));
    byId('open-conversation', HTMLElement).addEventListener('click', () => this.openConversation());
  }

  show(state: DemoState, language: Language, title: string): void {
    const before = this.state;
    this.state = state;
    this.frame.title = title;
    if (this.language !== language) {
      this.language = language;
      const row = this.selected?.sheetId === state.sheets.tickets ? this.selected.row : state.newest?.row;
      const tab = this.selected?.sheetId ?? state.sheets.tickets;
      const query = new URLSearchParams({
        tab: String(tab),
        row: String(row ?? FIRST_TICKET_ROW),
        lang: language,
      });
      this.frame.src = `sheet/?${query}`;
      return;
    }
    const isNew = state.newest !== null && state.newest.id !== before?.newest?.id;
    // Somebody who reads or answers a ticket is not taken away from it.
    if (isNew && this.selected?.sheetId === state.sheets.tickets && !this.isSidebarOpen())
      this.select('tickets');
  }

  /** Where a link to a row leads. */
  openRow(address: SheetAddress): void {
    this.frame.contentWindow?.postMessage({ type: 'select', ...address }, location.origin);
  }

  private select(tab: 'tickets' | 'dashboard'): void {
    if (this.state === null) return;
    const row = tab === 'tickets' ? (this.state.newest?.row ?? FIRST_TICKET_ROW) : 1;
    const sheetId = this.state.sheets[tab];
    this.openRow({ sheetId, row });
  }

  private openConversation(): void {
    const { selected, state } = this;
    const isOnTicket =
      selected?.sheetId === state?.sheets.tickets && (selected?.row ?? 0) >= FIRST_TICKET_ROW;
    if (isOnTicket) this.chooseFromMenu();
    else {
      this.openWhenSelected = true;
      this.select('tickets');
    }
  }

  /** The tracker's own menu item, as a person would choose it: the first of its menu. */
  private chooseFromMenu(): void {
    const page = this.frame.contentDocument;
    const menu = page?.querySelector<HTMLElement>('.menu-button');
    menu?.click();
    const item = page?.querySelector<HTMLElement>('[role="menuitem"]');
    if (item) item.click();
    else this.notReady();
  }

  private isSidebarOpen(): boolean {
    return this.frame.contentDocument?.querySelector('aside') !== null;
  }

  private told(event: MessageEvent): void {
    if (event.origin !== location.origin || event.source !== this.frame.contentWindow) return;
    const data = event.data as { type?: unknown; sheetId?: unknown; row?: unknown } | null;
    if (data?.type !== 'selected' || typeof data.sheetId !== 'number' || typeof data.row !== 'number') return;
    this.selected = { sheetId: data.sheetId, row: data.row };
    const isDashboard = data.sheetId === this.state?.sheets.dashboard;
    const isTickets = data.sheetId === this.state?.sheets.tickets;
    byId('show-tickets', HTMLElement).setAttribute('aria-pressed', String(isTickets));
    byId('show-dashboard', HTMLElement).setAttribute('aria-pressed', String(isDashboard));
    if (isDashboard) this.sawDashboard();
    if (isTickets && this.openWhenSelected) {
      this.openWhenSelected = false;
      this.chooseFromMenu();
    }
  }
}
