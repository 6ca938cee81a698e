/** What people are told when the brake on automatic answers has tripped: a line on the Problems tab, and a mail. */
import type { Language, Localized } from '../../core/language';
import type { ProblemWords } from './dictionary';

export interface BrakeStory {
  /** Automatic answers within an hour after which it trips. */
  readonly answers: number;
  /** When it tripped, as the reader writes moments. */
  readonly since: string;
}

export interface BrakeLetterStory extends BrakeStory {
  readonly firm: string;
  /** To the Problems tab; '' where nobody knows it. */
  readonly link: string;
}

export interface BrakeWords {
  readonly problem: (story: BrakeStory) => ProblemWords;
  readonly letter: (story: BrakeLetterStory) => { readonly subject: string; readonly text: string };
  /** In the row of an answer that waited behind the brake for so long that it would only confuse. */
  readonly tooLate: string;
}

const WORDS: Localized<BrakeWords> = {
  en: {
    problem: ({ answers, since }) => ({
      what: `Automatic answers have been stopped since ${since}: there were ${answers} of them within one hour. New mails still become tickets, but whoever writes meanwhile gets no confirmation, now or later. Answers of colleagues, reminders and notices go out as always.`,
      todo: 'Look at the newest tickets. If one sender or one text keeps coming back, another program is answering ours: get it switched off first. Then delete this line, and automatic answers go out again.',
    }),
    letter: ({ answers, since, firm, link }) => ({
      subject: 'Automatic answers have been stopped',
      text: `Hello,

There were ${answers} automatic answers within one hour, so Rowdesk stopped them (${since}).

What this means:
- New mails still become tickets, and none is lost.
- Whoever writes meanwhile gets no confirmation that their mail has arrived, now or later.
- Answers of colleagues, reminders and notices go out as always.

What to do:
1. Look at the newest tickets. If many different people wrote, all is well: it was simply a busy hour.
2. If one sender or one text keeps coming back, another program is answering our mails. Get it switched off first, or filter its mails in the mailbox.
3. Delete the line about this on the Problems tab. Automatic answers then go out again.${link === '' ? '' : `\n\nThe Problems tab: ${link}`}

${firm}`,
    }),
    tooLate: 'It waited behind the brake for too long.',
  },
  pl: {
    problem: ({ answers, since }) => ({
      what: `Automatyczne odpowiedzi są wstrzymane od: ${since}. W ciągu godziny było ich ${answers}. Nowe wiadomości nadal stają się zgłoszeniami, ale kto napisze w tym czasie, nie dostanie potwierdzenia ani teraz, ani później. Odpowiedzi współpracowników, przypomnienia i powiadomienia wychodzą jak zwykle.`,
      todo: 'Przejrzyj najnowsze zgłoszenia. Jeśli wciąż wraca ten sam nadawca lub ten sam tekst, odpowiada nam inny program: najpierw trzeba go wyłączyć. Potem usuń ten wiersz, a automatyczne odpowiedzi znów zaczną wychodzić.',
    }),
    letter: ({ answers, since, firm, link }) => ({
      subject: 'Automatyczne odpowiedzi są wstrzymane',
      text: `Dzień dobry,

w ciągu godziny było ${answers} automatycznych odpowiedzi, dlatego Rowdesk je wstrzymał (${since}).

Co to oznacza:
- Nowe wiadomości nadal stają się zgłoszeniami i żadna nie ginie.
- Kto napisze w tym czasie, nie dostanie potwierdzenia, że wiadomość dotarła, ani teraz, ani później.
- Odpowiedzi współpracowników, przypomnienia i powiadomienia wychodzą jak zwykle.

Co zrobić:
1. Przejrzyj najnowsze zgłoszenia. Jeśli napisało wiele różnych osób, wszystko jest w porządku: po prostu dużo się działo.
2. Jeśli wciąż wraca ten sam nadawca lub ten sam tekst, na nasze wiadomości odpowiada inny program. Najpierw trzeba go wyłączyć albo odfiltrować jego wiadomości w skrzynce.
3. Usuń wiersz o tym na karcie Problemy. Automatyczne odpowiedzi znów zaczną wychodzić.${link === '' ? '' : `\n\nKarta Problemy: ${link}`}

${firm}`,
    }),
    tooLate: 'Zbyt długo czekała na zwolnienie hamulca.',
  },
  uk: {
    problem: ({ answers, since }) => ({
      what: `Автоматичні відповіді зупинено: ${since}. За годину їх було ${answers}. Нові листи, як і раніше, стають зверненнями, але ті, хто напише за цей час, не отримають підтвердження ні зараз, ні згодом. Відповіді колег, нагадування та сповіщення надсилаються як завжди.`,
      todo: 'Перегляньте найновіші звернення. Якщо весь час повторюється той самий відправник або той самий текст, нам відповідає інша програма: спершу подбайте, щоб її вимкнули. Потім видаліть цей рядок, і автоматичні відповіді знову надсилатимуться.',
    }),
    letter: ({ answers, since, firm, link }) => ({
      subject: 'Автоматичні відповіді зупинено',
      text: `Добрий день!

За годину було ${answers} автоматичних відповідей, тому Rowdesk їх зупинив (${since}).

Що це означає:
- Нові листи, як і раніше, стають зверненнями, і жоден не губиться.
- Ті, хто напише за цей час, не отримають підтвердження, що лист надійшов, ні зараз, ні згодом.
- Відповіді колег, нагадування та сповіщення надсилаються як завжди.

Що зробити:
1. Перегляньте найновіші звернення. Якщо писало багато різних людей, усе гаразд: просто видалася гаряча година.
2. Якщо весь час повторюється той самий відправник або той самий текст, на наші листи відповідає інша програма. Спершу подбайте, щоб її вимкнули, або відфільтруйте її листи в скриньці.
3. Видаліть рядок про це на вкладці «Проблеми». Після цього автоматичні відповіді знову надсилатимуться.${link === '' ? '' : `\n\nВкладка «Проблеми»: ${link}`}

${firm}`,
    }),
    tooLate: 'Надто довго чекала, доки відпустять гальмо.',
  },
};

export function brakeWords(language: Language): BrakeWords {
  return WORDS[language];
}
