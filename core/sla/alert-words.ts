/** What the Problems tab says of an alert that had nobody to go to, and the last line of a long list of alerts. */
import type { Language, Localized } from '../language';
import type { Instant } from '../time/instant';
import { plural } from '../time/plural';
import type { Row } from '../workbook/rows';

/**
 * The sentence names no ticket, so that it stands there once however many tickets it happens to: the reason is the
 * same, an empty rota or a missing address. The row is that of the first ticket.
 */
export function nobodyToAlert(ticketId: string, now: Instant, language: Language): Row<'problems'> {
  return {
    key: 'escalations:nobody-to-alert',
    at: now,
    tab: 'tickets',
    row: ticketId,
    ...WORDS[language],
  };
}

export const REST_WORDS: Localized<(rest: number) => string> = {
  en: (rest) => `and ${rest} more ${plural('en', rest, ['ticket', 'tickets'])} with later due times`,
  pl: (rest) =>
    `i jeszcze ${rest} ${plural('pl', rest, ['zgłoszenie', 'zgłoszenia', 'zgłoszeń'])} z późniejszym terminem`,
  uk: (rest) =>
    `і ще ${rest} ${plural('uk', rest, ['звернення', 'звернення', 'звернень'])} з пізнішим терміном`,
};

const WORDS: Localized<{ readonly what: string; readonly todo: string }> = {
  en: {
    what: 'An alert about a promised time had nobody to go to. This ticket was the first to need one.',
    todo: 'Assign the ticket, enter who is on duty on the Rota tab, or name an address on the Escalations tab. Check that these people have an address on the Team tab and a substitute when they are away.',
  },
  pl: {
    what: 'Alert o obiecanym terminie nie miał do kogo trafić. To zgłoszenie pierwsze go potrzebowało.',
    todo: 'Przydziel zgłoszenie, wpisz dyżur na karcie Dyżury albo podaj adres na karcie Eskalacje. Sprawdź, czy te osoby mają adres na karcie Zespół, a na czas nieobecności zastępcę.',
  },
  uk: {
    what: 'Сигнал про обіцяний термін не було кому надіслати. Це звернення першим його потребувало.',
    todo: 'Призначте відповідального, впишіть чергового на вкладці «Чергування» або вкажіть адресу на вкладці «Ескалації». Перевірте, чи мають ці люди адресу на вкладці «Команда», а на час відсутності — заступника.',
  },
};
