/** What holds for every dialog of the menu: what it is called there, and what the script says when it turns somebody away. */
import type { Language, Localized } from '../../core/language';

export interface DialogWords {
  /** In the menu, and above the dialog. */
  readonly name: { readonly import: string; readonly forecast: string; readonly preview: string };
  /** With `detail` (an address) in its place. */
  readonly refusal: {
    'not-on-team'(detail: string): string;
    'not-your-role'(detail: string): string;
    busy(detail: string): string;
    'not-set-up'(detail: string): string;
    'unknown-request'(detail: string): string;
  };
  readonly connectionLost: string;
}

const WORDS: Localized<DialogWords> = {
  en: {
    name: {
      import: 'Import rows',
      forecast: 'What will be sent',
      preview: 'Preview of templates',
    },
    refusal: {
      'not-on-team': (address) =>
        address === ''
          ? 'Google does not tell us who you are. Sign in with the account that is on the Team tab and open this again.'
          : `Your address ${address} is not on the Team tab. Ask whoever looks after this workbook to add it there and to tick “Active”.`,
      'not-your-role': () =>
        'Your role on the Team tab does not allow this. Ask a support colleague to do it.',
      busy: () => 'The workbook is busy just now. Try again in a few seconds.',
      'not-set-up': () => 'This workbook is missing tabs that Rowdesk needs. Choose Rowdesk → Set up.',
      'unknown-request': () =>
        'This page is older than the script. Close it and open it again from the menu.',
    },
    connectionLost:
      'Google does not answer. Check your connection and try again: nothing will be done twice.',
  },
  pl: {
    name: {
      import: 'Wczytaj wiersze',
      forecast: 'Co zostanie wysłane',
      preview: 'Podgląd szablonów',
    },
    refusal: {
      'not-on-team': (address) =>
        address === ''
          ? 'Google nie podaje, kim jesteś. Zaloguj się na konto, które jest na karcie Zespół, i otwórz to okno ponownie.'
          : `Twojego adresu ${address} nie ma na karcie Zespół. Poproś osobę, która opiekuje się arkuszem, o dopisanie go i zaznaczenie „Aktywna osoba”.`,
      'not-your-role': () => 'Twoja rola na karcie Zespół na to nie pozwala. Poproś o to kogoś ze wsparcia.',
      busy: () => 'Arkusz jest teraz zajęty. Spróbuj za kilka sekund.',
      'not-set-up': () =>
        'W tym arkuszu brakuje kart potrzebnych programowi. Wybierz Rowdesk → Przygotuj arkusz.',
      'unknown-request': () => 'Ta strona jest starsza niż skrypt. Zamknij ją i otwórz ponownie z menu.',
    },
    connectionLost:
      'Google nie odpowiada. Sprawdź połączenie i spróbuj ponownie: nic nie zostanie zrobione dwa razy.',
  },
  uk: {
    name: {
      import: 'Завантажити рядки',
      forecast: 'Що буде надіслано',
      preview: 'Перегляд шаблонів',
    },
    refusal: {
      'not-on-team': (address) =>
        address === ''
          ? 'Google не повідомляє, хто ви. Увійдіть в обліковий запис, який є на вкладці «Команда», і відкрийте це вікно знову.'
          : `Вашої адреси ${address} немає на вкладці «Команда». Попросіть людину, що дбає про цю таблицю, додати її й позначити «Працює».`,
      'not-your-role': () =>
        'Ваша роль на вкладці «Команда» цього не дозволяє. Попросіть когось із підтримки.',
      busy: () => 'Таблиця зараз зайнята. Спробуйте ще раз за кілька секунд.',
      'not-set-up': () => 'У цій таблиці бракує потрібних вкладок. Виберіть Rowdesk → Підготувати таблицю.',
      'unknown-request': () => 'Ця сторінка старіша за скрипт. Закрийте її та відкрийте знову з меню.',
    },
    connectionLost:
      'Google не відповідає. Перевірте з’єднання і спробуйте ще раз: нічого не буде зроблено двічі.',
  },
};

export function dialogWords(language: Language): DialogWords {
  return WORDS[language];
}
