/// <reference lib="dom" />
/** The seven things to try. */
import { byId, el } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import { GUIDE_STEPS, type GuideStep } from '../protocol';

/**
 * @param person who asks in the story
 * @param trainer who answers by mail
 */
export function showGuide(
  done: readonly GuideStep[],
  { guide }: DemoWords,
  person: string,
  trainer: string,
): void {
  const next = GUIDE_STEPS.find((step) => !done.includes(step));
  const items = GUIDE_STEPS.map((step, index) => {
    const isDone = done.includes(step);
    const look = isDone ? 'step is-done' : step === next ? 'step is-next' : 'step';
    const { title, how } = guide.steps[step];
    return el(
      'li',
      { class: look, 'data-step': step, ...(step === next && { 'aria-current': 'step' }) },
      el('span', { class: 'tick', 'aria-hidden': 'true' }, String(index + 1)),
      el('b', {}, title, isDone ? el('span', { class: 'sr' }, ` (${guide.checked})`) : null),
      el('p', {}, how(person, trainer)),
    );
  });
  byId('guide', HTMLElement).replaceChildren(...items);
  byId('guide-count', HTMLElement).textContent = guide.done(done.length, GUIDE_STEPS.length);
  const finished = byId('finished', HTMLElement);
  const text = next === undefined ? guide.finished : '';
  // Told once: a status that is written again is read out again.
  if (finished.textContent !== text) finished.textContent = text;
}
