/// <reference lib="dom" />
/** Hears of changes from the server, and shows people whether it does. */
import { byId } from './dom';
import type { Word } from './words';

export function followChanges(word: (word: Word) => string, changed: () => void): void {
  const state = byId('state', HTMLElement);
  const show = (connected: boolean) => {
    const words = word(connected ? 'live' : 'offline');
    state.classList.toggle('is-off', !connected);
    state.title = words;
    const label = state.querySelector('span');
    if (label) label.textContent = words.split('.')[0] ?? words;
  };
  const events = new EventSource('events');
  let lost = false;
  events.addEventListener('hello', () => {
    show(true);
    if (lost) changed();
    lost = false;
  });
  events.addEventListener('changed', changed);
  events.addEventListener('error', () => {
    lost = true;
    show(false);
  });
}
