/** Status, assignee, priority, and until when a ticket is on hold: each is saved as soon as it is chosen. */
import { PRIORITIES, TICKET_STATUSES } from '../../core/workbook/choices';
import type { PageWords } from '../../sheet-templates/words/page-words';
import type { CellWish, Choice, Conversation } from '../sidebar/contract';
import { byId, byIdOf, fillOptions } from './dom';

export class TicketCells {
  #shown: Conversation | null = null;
  readonly #status = byIdOf('select', 'status');
  readonly #assignee = byIdOf('select', 'assignee');
  readonly #priority = byIdOf('select', 'priority');
  readonly #hold = byIdOf('form', 'hold');
  readonly #until = byIdOf('input', 'hold-until');

  /** @param save resolves to whether it was done; otherwise the old choice comes back */
  constructor(private readonly save: (wish: CellWish) => Promise<boolean>) {
    this.#status.addEventListener('change', () => this.#chooseStatus());
    this.#priority.addEventListener('change', () => {
      const to = PRIORITIES.find((word) => word === this.#priority.value);
      if (to) void this.#save({ column: 'priority', to });
    });
    this.#assignee.addEventListener(
      'change',
      () => void this.#save({ column: 'assignee', to: this.#assignee.value }),
    );
    this.#hold.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#until.reportValidity()) void this.#save({ column: 'hold_until', to: this.#until.value });
    });
  }

  show(shown: Conversation, words: PageWords): void {
    const isSame = this.#shown?.ticketId === shown.ticketId;
    this.#shown = shown;
    // Who is just choosing is not to lose the list, and a day half chosen stays.
    if (isSame && this.#isChoosing()) return;
    fill(this.#status, shown.statuses, shown.status ?? '');
    fill(this.#priority, shown.priorities, shown.priority);
    fill(
      this.#assignee,
      [{ value: '', label: words.nobody }, ...shown.assignees.map((value) => ({ value, label: value }))],
      shown.assignee,
    );
    // Their labels are for screen readers alone: there is no room, and the words speak for themselves.
    this.#status.title = words.status;
    this.#priority.title = words.priority;
    this.#assignee.title = shown.assignedWhy;
    byId('assigned-why').textContent = shown.assignedWhy;
    if (shown.assignedWhy === '') this.#assignee.removeAttribute('aria-describedby');
    else this.#assignee.setAttribute('aria-describedby', 'assigned-why');
    this.#status.disabled = !shown.may.includes('move');
    this.#until.min = shown.tomorrow;
    this.#until.value = shown.holdUntil ?? '';
    this.#hold.hidden = shown.status !== 'on_hold' || this.#status.disabled;
    for (const select of [this.#priority, this.#assignee]) select.disabled = !shown.may.includes('triage');
  }

  focusStatus(): void {
    this.#status.focus();
  }

  #isChoosing(): boolean {
    const active = document.activeElement;
    return (
      active !== null &&
      [this.#status, this.#priority, this.#assignee, this.#until].some((one) => one === active)
    );
  }

  #chooseStatus(): void {
    const to = TICKET_STATUSES.find((word) => word === this.#status.value);
    if (!to) return;
    // Until when is asked first: a ticket on hold without a day never comes back by itself.
    this.#hold.hidden = to !== 'on_hold';
    if (to === 'on_hold') this.#until.focus();
    else void this.#save({ column: 'status', to });
  }

  async #save(wish: CellWish): Promise<void> {
    const { activeElement } = document;
    if (await this.save(wish)) return;
    if (activeElement instanceof HTMLElement) activeElement.blur();
    if (this.#shown) {
      this.#status.value = this.#shown.status ?? '';
      this.#priority.value = this.#shown.priority;
      this.#assignee.value = this.#shown.assignee;
      this.#hold.hidden = this.#shown.status !== 'on_hold';
    }
  }
}

/** A word that nobody understands (a person typed it) is shown as it is, not as some other choice. */
function fill(select: HTMLSelectElement, choices: readonly Choice[], value: string): void {
  const isKnown = choices.some((choice) => choice.value === value);
  fillOptions(select, isKnown ? choices : [{ value, label: value === '' ? '—' : value }, ...choices]);
  select.value = value;
}
