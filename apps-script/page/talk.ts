/** Asks the script in the firm's language, and tells the person what came of it. */
import type { Language } from '../../core/language';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { TrackerWords } from '../../sheet-templates/words/sidebar-words';
import type { Refusal, SidebarAction, SidebarAnswer, SidebarCalls } from '../sidebar/contract';
import { byId } from './dom';
import { runInScript } from './server';
import { speak as speakIn, spoken } from './speech';

type Told<T> = { readonly value: T } | { readonly refusal: Refusal | null; readonly why: string };

export const words = (): TrackerWords => trackerWords(spoken());

/** The value, or null after the person has been told in words why there is none. */
export async function ask<A extends SidebarAction>(
  action: A,
  takes: SidebarCalls[A]['takes'],
): Promise<SidebarCalls[A]['gives'] | null> {
  const told = await inquire(action, takes);
  if ('value' in told) {
    byId('refused').textContent = '';
    return told.value;
  }
  byId('refused').textContent = told.why;
  byId('said').textContent = '';
  return null;
}

/** The same, for what the page asks by itself: nobody is told of a question that they did not ask. */
export async function inquire<A extends SidebarAction>(
  action: A,
  takes: SidebarCalls[A]['takes'],
): Promise<Told<SidebarCalls[A]['gives']>> {
  try {
    // The script answers with the type that contract.ts gives to this action.
    const answer = (await runInScript('sidebarCall', { action, ...takes })) as SidebarAnswer<A>;
    if (answer.language !== null) speak(answer.language);
    if (answer.ok) return { value: answer.value };
    const refusal = words().refusal[answer.refusal];
    const why = typeof refusal === 'function' ? refusal(answer.detail) : refusal;
    return { refusal: answer.refusal, why };
  } catch {
    return { refusal: null, why: words().page.connectionLost };
  }
}

export function say(text: string): void {
  byId('said').textContent = text;
}

export function speak(next: Language = spoken()): void {
  speakIn(next, (language) => trackerWords(language).page);
}
