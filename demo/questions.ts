/** What participants ask, in each language: the story is told with these, and the page offers them as examples. */
import type { Localized } from '../core/language';

export interface Question {
  readonly subject: string;
  readonly text: string;
  /** What stands in the picture of a screen that goes along; '' for none. */
  readonly picture: string;
}

export const QUESTIONS: Localized<Question> = {
  pl: {
    subject: 'Nie mogę się zalogować na jutrzejsze szkolenie',
    text: 'Dzień dobry,\nlink z zaproszenia prosi mnie o hasło, którego nie mam. Co mam zrobić?\n\nPozdrawiam',
    picture: 'Podaj hasło, aby dołączyć',
  },
  uk: {
    subject: 'Не чути ведучого',
    text: 'Добрий день!\nПід час перевірки зв’язку нічого не чути, хоча навушники працюють. Що перевірити?\n\nДякую',
    picture: 'Немає звуку',
  },
  en: {
    subject: 'Will there be a recording?',
    text: 'Hello,\nI have to leave half an hour early. Will there be a recording of the workshop?\n\nThank you',
    picture: '',
  },
};
