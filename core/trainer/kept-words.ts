/** Why a colleague's mail stands in a ticket as a note, or went out late: for the team, beside the message. */
import type { Language, Localized } from '../language';
import { commandShown } from './command-words';

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
      `Held back: the participant got another answer a moment before${by === '' ? '' : ` (${by})`}. To send this one all the same, its writer answers our message with ${commandShown('send', 'en')}.`,
    otherAddress: (from, name) =>
      `It came from ${from}. The Team tab does not list this address for ${name}, so we have asked whether it is theirs. Until then nothing goes out.`,
    confirmed: (address, name) => `Address confirmed: ${address} (${name}).`,
    released: 'Held back at first, sent later.',
    away: (name) => `Automatic reply: ${name} is away.`,
    misunderstood: (said) => `Nothing was passed on to the participant or changed. Why: ${said}`,
  },
  pl: {
    held: (by) =>
      `Odpowiedź wstrzymana: chwilę wcześniej uczestnik dostał już inną${by === '' ? '' : ` (${by})`}. Żeby wysłać także tę, trzeba odpowiedzieć na naszą wiadomość poleceniem ${commandShown('send', 'pl')}.`,
    otherAddress: (from, name) =>
      `Wiadomość (${name}) przyszła z adresu ${from}, którego nie ma na karcie Zespół. Zapytaliśmy, czy to adres tej osoby; do czasu odpowiedzi nic nie wyjdzie.`,
    confirmed: (address, name) => `Adres potwierdzony: ${address} (${name}).`,
    released: 'Odpowiedź najpierw wstrzymana, potem wysłana.',
    away: (name) => `Automatyczna odpowiedź o nieobecności: ${name}.`,
    misunderstood: (said) => `Niczego nie przekazano uczestnikowi ani nie zmieniono. Powód: ${said}`,
  },
  uk: {
    held: (by) =>
      `Відповідь затримано: за мить до неї учасник уже отримав іншу${by === '' ? '' : ` (${by})`}. Щоб надіслати й цю, треба відписати на наш лист командою ${commandShown('send', 'uk')}.`,
    otherAddress: (from, name) =>
      `Лист (${name}) надійшов з адреси ${from}, якої немає на вкладці «Команда». Ми запитали, чи це адреса цієї людини; до відповіді нічого не надсилаємо.`,
    confirmed: (address, name) => `Адресу підтверджено: ${address} (${name}).`,
    released: 'Відповідь спершу затримано, потім надіслано.',
    away: (name) => `Автоматична відповідь про відсутність: ${name}.`,
    misunderstood: (said) => `Учасникові нічого не передано, нічого не змінено. Причина: ${said}`,
  },
};

export function keptWords(language: Language): KeptWords {
  return WORDS[language];
}
