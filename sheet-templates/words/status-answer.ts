/** How tickets stand, as their participants read it. */
import type { Language, Localized } from '../../core/language';
import { labelOfWord } from '../labels';

/** Where the firm's own word speaks of the reader as of somebody else. */
const WAITING_FOR_YOU: Localized = {
  en: 'Waiting for your reply',
  pl: 'Czeka na Twoją odpowiedź',
  uk: 'Очікує на вашу відповідь',
};

/** A status as its participant is to read it. A word that is none stays itself. */
export function statusForParticipant(status: string, language: Language): string {
  return status === 'waiting_participant'
    ? WAITING_FOR_YOU[language]
    : labelOfWord('status', status, language);
}

export interface StatusLine {
  readonly id: string;
  readonly status: string;
  /** '' where it is not to be shown. */
  readonly subject: string;
  /** Days as the reader writes them; '' where there is none. */
  readonly received: string;
  readonly answered: string;
}

interface LineWords {
  readonly quoted: (subject: string) => string;
  readonly received: (day: string) => string;
  readonly answered: (day: string) => string;
}

const WORDS: Localized<LineWords> = {
  en: {
    quoted: (subject) => `“${subject}”`,
    received: (day) => `Received: ${day}`,
    answered: (day) => `last answer: ${day}`,
  },
  pl: {
    quoted: (subject) => `„${subject}”`,
    received: (day) => `Otrzymane: ${day}`,
    answered: (day) => `ostatnia odpowiedź: ${day}`,
  },
  uk: {
    quoted: (subject) => `«${subject}»`,
    received: (day) => `Отримано: ${day}`,
    answered: (day) => `остання відповідь: ${day}`,
  },
};

/** `- T-7K3Q9 “Cannot log in”: Open. Received: 12 Nov 2026, last answer: 20 Nov 2026.` */
export function statusLine(
  { id, status, subject, received, answered }: StatusLine,
  language: Language,
): string {
  const words = WORDS[language];
  const what = subject === '' ? id : `${id} ${words.quoted(subject)}`;
  const days = [
    ...(received === '' ? [] : [words.received(received)]),
    ...(answered === '' ? [] : [words.answered(answered)]),
  ].join(', ');
  const sentence = days === '' ? '' : ` ${days.charAt(0).toUpperCase()}${days.slice(1)}.`;
  return `- ${what}: ${statusForParticipant(status, language)}.${sentence}`;
}
