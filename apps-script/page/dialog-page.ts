/**
 * What every dialog's page does alike: asks the script through the dialogs' door, speaks the firm's language, says what
 * came of it. The document has a `#said` (role="status"), a `#refused` (role="alert") and a `#loading`; texts of
 * `data-word` come from the page's own words.
 */
import type { Language } from '../../core/language';
import { dialogWords } from '../../sheet-templates/words/dialog';
import type { Calls, DoorAnswer } from '../door/contract';
import { byId } from './dom';
import { closeDialog, runInScript } from './server';
import { speak, spoken } from './speech';

export interface DialogPage<C extends Calls<C>, W extends object> {
  words(): W;
  language(): Language;
  /** The value, or null after the person has been told in words why there is none. */
  ask<A extends keyof C & string>(action: A, takes: C[A]['takes']): Promise<C[A]['gives'] | null>;
  /** A polite word: what has been done, what is under way. */
  say(text: string): void;
  /** What did not work, and what to do. */
  refuse(text: string): void;
  close(): void;
}

export function dialogPage<C extends Calls<C>, W extends object>(
  wordsOf: (language: Language) => W,
): DialogPage<C, W> {
  const refuse = (text: string): void => {
    byId('refused').textContent = text;
    if (text !== '') byId('said').textContent = '';
  };
  speak(spoken(), wordsOf);
  return {
    words: () => wordsOf(spoken()),
    language: spoken,
    async ask<A extends keyof C & string>(action: A, takes: C[A]['takes']): Promise<C[A]['gives'] | null> {
      try {
        // The script answers with the type that the contract gives to this action.
        const answer = (await runInScript('dialogCall', { action, ...takes })) as DoorAnswer<C[A]['gives']>;
        if (answer.language !== null) speak(answer.language, wordsOf);
        refuse(answer.ok ? '' : dialogWords(spoken()).refusal[answer.refusal](answer.detail));
        return answer.ok ? answer.value : null;
      } catch {
        refuse(dialogWords(spoken()).connectionLost);
        return null;
      } finally {
        byId('loading').hidden = true;
      }
    },
    say(text) {
      byId('said').textContent = text;
    },
    refuse,
    close: closeDialog,
  };
}
