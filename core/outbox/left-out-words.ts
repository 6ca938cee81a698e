/** What is said of files that do not go with a mail. */
import type { Language, Localized } from '../language';
import { LARGEST_RELAYED, type LeftOut, type LeftOutWhy, MOST_RELAYED } from './relayed-files';

const NOT_ATTACHED: Localized<(names: string, isOne: boolean) => string> = {
  en: (names, isOne) => `${isOne ? 'A file' : 'Files'} could not be attached: ${names}.`,
  pl: (names, isOne) => `Nie udało się dołączyć ${isOne ? 'pliku' : 'plików'}: ${names}.`,
  uk: (names, isOne) => `Не вдалося долучити ${isOne ? 'файл' : 'файли'}: ${names}.`,
};

const ASK_FOR_THEM: Localized<(isOne: boolean) => string> = {
  en: (isOne) => `If you need ${isOne ? 'it' : 'them'}, please answer this mail.`,
  pl: (isOne) => `Jeśli ${isOne ? 'jest potrzebny' : 'są potrzebne'}, prosimy o odpowiedź na tę wiadomość.`,
  uk: (isOne) => `Якщо ${isOne ? 'він потрібен' : 'вони потрібні'}, дайте відповідь на цей лист.`,
};

/**
 * To whoever reads the mail that the files should have come with.
 * @param canAsk an answer to it reaches those who have the files
 */
export function notAttachedInWords(names: readonly string[], language: Language, canAsk: boolean): string {
  const isOne = names.length === 1;
  const what = NOT_ATTACHED[language](names.join(', '), isOne);
  return canAsk ? `${what} ${ASK_FOR_THEM[language](isOne)}` : what;
}

const MEGABYTES = LARGEST_RELAYED / 1_000_000;

const WHY: Localized<Readonly<Record<LeftOutWhy, string>>> = {
  en: {
    dangerous: 'mail programs refuse files of this type',
    'shows-address': 'it would show your own address',
    'too-large': `all files together may have ${MEGABYTES} MB at most`,
    'too-many': `a mail may have ${MOST_RELAYED} files at most`,
    unreadable: 'it did not arrive whole',
  },
  pl: {
    dangerous: 'programy pocztowe odrzucają pliki tego typu',
    'shows-address': 'plik ujawniłby Twój własny adres',
    'too-large': `wszystkie pliki razem mogą mieć najwyżej ${MEGABYTES} MB`,
    'too-many': `wiadomość może mieć najwyżej ${MOST_RELAYED} plików`,
    unreadable: 'plik nie dotarł w całości',
  },
  uk: {
    dangerous: 'поштові програми відхиляють файли цього типу',
    'shows-address': 'файл розкрив би вашу власну адресу',
    'too-large': `усі файли разом можуть мати щонайбільше ${MEGABYTES} МБ`,
    'too-many': `лист може мати щонайбільше ${MOST_RELAYED} файлів`,
    unreadable: 'файл надійшов не повністю',
  },
};

const NOT_SENT_ON: Localized = {
  en: 'Not sent on to the participant:',
  pl: 'Nie przekazano uczestnikowi:',
  uk: 'Не передано учасникові:',
};

/** To the colleague, with the reasons. */
export function leftOutInWords(leftOut: readonly LeftOut[], language: Language): string {
  const each = leftOut.map(({ filename, why }) => `${filename} (${WHY[language][why]})`);
  return `${NOT_SENT_ON[language]} ${each.join(', ')}.`;
}

const NOT_PASSED_ON: Localized = {
  en: 'Not attached to this mail:',
  pl: 'Do tej wiadomości nie dołączono:',
  uk: 'До цього листа не долучено:',
};

/** To the colleague who gets the participant's files, with the reasons. */
export function notPassedOnInWords(leftOut: readonly LeftOut[], language: Language): string {
  const each = leftOut.map(({ filename, why }) => `${filename} (${WHY[language][why]})`);
  return `${NOT_PASSED_ON[language]} ${each.join(', ')}.`;
}

const ORIGINAL_GONE: Localized = {
  en: 'The original of a message can no longer be read: if it had files, they are not attached.',
  pl: 'Oryginału jednej z wiadomości nie można już odczytać: jeśli miała załączniki, nie zostały dołączone.',
  uk: 'Оригінал одного з листів уже неможливо прочитати: якщо в ньому були файли, їх не долучено.',
};

export function originalGoneInWords(language: Language): string {
  return ORIGINAL_GONE[language];
}
