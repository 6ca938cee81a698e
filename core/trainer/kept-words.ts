/** Why a colleague's mail stands in a ticket as a note, or went out late: for the team, beside the message. */
import type { Language, Localized } from '../language';

interface KeptWords {
  /** @param by who was faster; '' where nobody knows */
  held(by: string): string;
  otherAddress(from: string, name: string): string;
  confirmed(address: string, name: string): string;
  readonly released: string;
  away(name: string): string;
  /** @param said the reason in words, one or several sentences */
  misunderstood(said: string): string;
}

const WORDS: Localized<KeptWords> = {
  en: {
    held: (by) =>
      `Held back: ${by === '' ? 'somebody' : by} has answered the participant a moment before. “#send” in answer to our mail lets it out.`,
    otherAddress: (from, name) =>
      `It came from ${from}, which is not known as an address of ${name}: ${name} was asked, and nothing has gone out.`,
    confirmed: (address, name) => `${name} confirms that ${address} is their address.`,
    released: 'It was held back and has gone out now.',
    away: (name) => `Automatic answer: ${name} is away.`,
    misunderstood: (said) => `Nothing was passed on or changed, and the colleague was told why: ${said}`,
  },
  pl: {
    held: (by) =>
      `Wstrzymane: ${by === '' ? 'ktoś' : by} chwilę wcześniej odpowiedział(a) uczestnikowi. „#wyślij” w odpowiedzi na nasz list wypuści tę odpowiedź.`,
    otherAddress: (from, name) =>
      `List przyszedł z adresu ${from}, którego nie znamy jako adresu tej osoby (${name}): zapytaliśmy ją, nic nie zostało wysłane.`,
    confirmed: (address, name) => `${name} potwierdza, że ${address} to adres tej osoby.`,
    released: 'Odpowiedź była wstrzymana, teraz została wysłana.',
    away: (name) => `Automatyczna odpowiedź: ${name}, osoba nieobecna.`,
    misunderstood: (said) => `Niczego nie przekazano ani nie zmieniono, a nadawca wie dlaczego: ${said}`,
  },
  uk: {
    held: (by) =>
      `Затримано: ${by === '' ? 'хтось' : by} щойно перед цим відповідає учасникові. «#надіслати» у відповідь на наш лист випустить цю відповідь.`,
    otherAddress: (from, name) =>
      `Лист надійшов з адреси ${from}, якої ми не знаємо як адресу цієї людини (${name}): ми запитали її, нічого не надіслано.`,
    confirmed: (address, name) => `${name} підтверджує, що ${address} — це її чи його адреса.`,
    released: 'Відповідь було затримано, тепер її надіслано.',
    away: (name) => `Автоматична відповідь: ${name} зараз немає на місці.`,
    misunderstood: (said) => `Нічого не передано й не змінено, автор листа знає чому: ${said}`,
  },
};

export function keptWords(language: Language): KeptWords {
  return WORDS[language];
}
