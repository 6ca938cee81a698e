/** The words of the stop page by language. */
import type { Localized } from '../../core/language';
import type { PortalWords } from './portal-words';

export const PORTAL_WORDS: Localized<PortalWords> = {
  en: {
    title: 'Reminders',
    question: 'No more reminders?',
    whatHappens:
      'Press the button, and we will send no more reminders about sessions to the address that this link came to.',
    stillTold: 'If a session that you know about from us is moved or cancelled, we will still tell you.',
    stop: 'Stop the reminders',
    working: 'One moment, please…',
    doneTitle: 'Done',
    done: 'If this link is from one of our reminders, no more will be sent to that address. One that is already on its way may still arrive.',
    failed: 'That did not work. Please try again in a minute.',
    noLinkTitle: 'The link is not complete',
    noLink: 'To stop the reminders, open the link at the end of one of them.',
    writeToUs: 'You can also write to us:',
    replyToUs: 'You can also reply to any of our messages.',
    languages: 'Language',
  },
  pl: {
    title: 'Przypomnienia',
    question: 'Koniec przypomnień?',
    whatHappens:
      'Po naciśnięciu przycisku nie będziemy już wysyłać przypomnień o zajęciach na adres, na który przyszedł ten link.',
    stillTold:
      'Jeśli zajęcia, o których wiesz od nas, zostaną przeniesione lub odwołane, i tak o tym powiadomimy.',
    stop: 'Nie wysyłajcie przypomnień',
    working: 'Chwileczkę…',
    doneTitle: 'Gotowe',
    done: 'Jeśli ten link pochodzi z naszego przypomnienia, następnych na ten adres już nie wyślemy. Może jeszcze dotrzeć to, które jest już w drodze.',
    failed: 'Nie udało się. Prosimy spróbować za minutę.',
    noLinkTitle: 'Link jest niepełny',
    noLink: 'Żeby zrezygnować z przypomnień, trzeba otworzyć link z końca jednego z nich.',
    writeToUs: 'Można też do nas napisać:',
    replyToUs: 'Można też odpowiedzieć na dowolną naszą wiadomość.',
    languages: 'Język',
  },
  uk: {
    title: 'Нагадування',
    question: 'Більше не нагадувати?',
    whatHappens:
      'Натисніть кнопку, і ми більше не надсилатимемо нагадувань про заняття на адресу, на яку надійшло це посилання.',
    stillTold: 'Якщо заняття, про яке ми вам уже писали, перенесуть або скасують, ми все одно повідомимо.',
    stop: 'Не надсилати нагадувань',
    working: 'Хвилинку…',
    doneTitle: 'Готово',
    done: 'Якщо це посилання з нашого нагадування, наступних на ту адресу вже не буде. Може надійти хіба те, яке вже в дорозі.',
    failed: 'Не вдалося. Спробуйте, будь ласка, за хвилину.',
    noLinkTitle: 'Посилання неповне',
    noLink: 'Щоб відмовитися від нагадувань, відкрийте посилання наприкінці одного з них.',
    writeToUs: 'Можна також написати нам:',
    replyToUs: 'Можна також відповісти на будь-який наш лист.',
    languages: 'Мова',
  },
};
