/** What a participant has not done yet, as letters call it. */
import type { Language, Localized } from '../language';
import { isKnownActivity, type KnownActivity } from '../session/activity-names';

/** Nouns in the nominative, behind a label and a colon: what people write into the cell themselves stands there in it too. */
const WORDS: Localized<Readonly<Record<KnownActivity, string>>> = {
  en: {
    logged_in: 'logging in',
    opened_materials: 'opening the materials',
    joined: 'joining the session',
    registered: 'registration',
    submitted: 'handing in the assignment',
    completed: 'completing the course',
  },
  pl: {
    logged_in: 'zalogowanie się',
    opened_materials: 'otwarcie materiałów',
    joined: 'dołączenie do zajęć',
    registered: 'rejestracja',
    submitted: 'oddanie zadania',
    completed: 'ukończenie kursu',
  },
  uk: {
    logged_in: 'вхід на платформу',
    opened_materials: 'відкриття матеріалів',
    joined: 'приєднання до заняття',
    registered: 'реєстрація',
    submitted: 'здане завдання',
    completed: 'завершення курсу',
  },
};

/** @param what a known activity, else the words of the cell, which are repeated as they are */
export function missingInWords(what: string, language: Language): string {
  return isKnownActivity(what) ? WORDS[language][what] : what.trim();
}
