/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The firm's time, and the buttons that move it. */
import { byId } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import type { ClockRequest, DemoState } from '../protocol';
import type { Times } from './format';

export class ClockPane {
  private readonly buttons = [...document.querySelectorAll<HTMLButtonElement>('#moves button')];
  private readonly toReminder = byId('to-reminder', HTMLButtonElement);
  private shown: { readonly state: DemoState; readonly at: number; readonly times: Times } | null = null;

  constructor(move: (to: ClockRequest) => void) {
    for (const button of this.buttons) {
      const { minutes } = button.dataset;
      button.addEventListener('click', () =>
        move(minutes === undefined ? { to: 'next-reminder' } : { minutes: Number(minutes) }),
      );
    }
    setInterval(() => this.run(), 1_000);
  }

  /** The firm's time at this moment. */
  now(): number {
    return this.shown === null ? 0 : this.shown.state.now + (performance.now() - this.shown.at);
  }

  show(state: DemoState, { clock }: DemoWords, times: Times): void {
    this.shown = { state, at: performance.now(), times };
    const isBusy = state.clock !== 'running';
    for (const button of this.buttons) button.disabled = isBusy;
    if (state.nextReminder === null) this.toReminder.disabled = true;
    const when = state.nextReminder === null ? null : times.near(state.nextReminder, state.now);
    this.toReminder.textContent = clock.reminder(when);
    const busy = state.clock === 'opening' ? clock.opening : state.clock === 'moving' ? clock.moving : '';
    const place = byId('busy', HTMLElement);
    if (place.textContent !== busy) place.textContent = busy;
    this.run();
  }

  private run(): void {
    if (this.shown === null) return;
    const { times } = this.shown;
    byId('time', HTMLElement).textContent = times.time(this.now());
    byId('date', HTMLElement).textContent = times.day(this.now());
  }
}
