/** What is wrong with the texts and the ladder, in words: on Problems, in a toast after typing, in the preview. */
import type { Language, Localized } from '../../core/language';

interface FindingText {
  readonly what: string;
  readonly todo: string;
}

export interface TemplateFindingWords {
  noLanguage(key: string): FindingText;
  /** @param lacks such as `Polish, Ukrainian` */
  missingLanguages(key: string, lacks: string): FindingText;
  /** @param variant such as `Novice` or `Novice, plain text` */
  missingVariant(key: string, variant: string, lacks: string): FindingText;
  user(tab: string, name: string): string;
  /** @param user such as `Reminders, “1d”`; `nearest` is '' when nothing is alike */
  noTemplate(key: string, user: string, nearest: string): FindingText;
  readonly readOffset: (written: string) => string;
  readonly readLength: (written: string) => string;
  readonly readCondition: (written: string) => string;
  /** Of a checkpoint, whose condition is something that is to be done. */
  readonly readDeed: (written: string) => string;
}

const WORDS: Localized<TemplateFindingWords> = {
  en: {
    noLanguage: (key) => ({
      what: `A text of the template “${key}” has no language, so it is used only when there is no other.`,
      todo: 'Choose its language on the Templates tab.',
    }),
    missingLanguages: (key, lacks) => ({
      what: `The template “${key}” is missing in: ${lacks}. People who read these languages get it in another one.`,
      todo: 'Add a row with the same key and that language on the Templates tab.',
    }),
    missingVariant: (key, variant, lacks) => ({
      what: `The template “${key}” has a text of its own for “${variant}”, but not in: ${lacks}. There the usual text is sent.`,
      todo: 'Translate that row on the Templates tab, or delete the text if it is not needed.',
    }),
    user: (tab, name) => `${tab}, “${name}”`,
    noTemplate: (key, user, nearest) => ({
      what: `${user} names the template “${key}”, which is not on the Templates tab. Nothing is sent with it.`,
      todo:
        nearest === ''
          ? 'Choose a template from the list in the cell, or add one with this key.'
          : `Did you mean “${nearest}”? Choose it in the cell, or add a template with this key.`,
    }),
    readOffset: (written) =>
      `“${written}” cannot be read as a time, so nothing is sent. Write for example: -3 d, -2 h, +30 min, next working morning.`,
    readLength: (written) => `“${written}” cannot be read as a length of time. Write for example: 12 h, 1 d.`,
    readCondition: (written) =>
      `“${written}” cannot be read as a condition, so nothing is sent. Write for example: logged in = no, online, on site; or leave it empty.`,
    readDeed: (written) =>
      `“${written}” cannot be read as something that participants do, so nobody will be written to. Write for example: logged in, opened materials.`,
  },
  pl: {
    noLanguage: (key) => ({
      what: `Jeden z tekstów szablonu „${key}” nie ma języka, więc użyjemy go tylko wtedy, gdy nie ma innego.`,
      todo: 'Wybierz jego język na karcie Szablony.',
    }),
    missingLanguages: (key, lacks) => ({
      what: `Szablonu „${key}” brakuje w językach: ${lacks}. Osoby, które w nich czytają, dostaną go w innym.`,
      todo: 'Dodaj na karcie Szablony wiersz z tym samym kluczem i tym językiem.',
    }),
    missingVariant: (key, variant, lacks) => ({
      what: `Szablon „${key}” ma osobny tekst: „${variant}”, ale brakuje go w językach: ${lacks}. Tam wysyłamy zwykły tekst.`,
      todo: 'Przetłumacz ten wiersz na karcie Szablony albo usuń osobny tekst, jeśli nie jest potrzebny.',
    }),
    user: (tab, name) => `${tab}, „${name}”`,
    noTemplate: (key, user, nearest) => ({
      what: `${user} wskazuje szablon „${key}”, którego nie ma na karcie Szablony. Nic z niego nie wysyłamy.`,
      todo:
        nearest === ''
          ? 'Wybierz szablon z listy w komórce albo dodaj szablon o tym kluczu.'
          : `Czy chodziło o „${nearest}”? Wybierz go w komórce albo dodaj szablon o tym kluczu.`,
    }),
    readOffset: (written) =>
      `Nie da się odczytać czasu „${written}”, więc nic nie zostanie wysłane. Wpisz na przykład: -3 d, -2 h, +30 min, następny roboczy ranek.`,
    readLength: (written) =>
      `Nie da się odczytać „${written}” jako długości czasu. Wpisz na przykład: 12 h, 1 d.`,
    readCondition: (written) =>
      `Nie da się odczytać warunku „${written}”, więc nic nie zostanie wysłane. Wpisz na przykład: logowanie = nie, online, stacjonarnie; albo zostaw puste pole.`,
    readDeed: (written) =>
      `Nie da się odczytać „${written}” jako czegoś, co robią uczestnicy, więc do nikogo nie napiszemy. Wpisz na przykład: logowanie, otwarcie materiałów.`,
  },
  uk: {
    noLanguage: (key) => ({
      what: `Один із текстів шаблону «${key}» не має мови, тож він піде лише тоді, коли іншого немає.`,
      todo: 'Виберіть його мову на вкладці «Шаблони».',
    }),
    missingLanguages: (key, lacks) => ({
      what: `Шаблону «${key}» бракує такими мовами: ${lacks}. Хто читає цими мовами, отримає його іншою.`,
      todo: 'Додайте на вкладці «Шаблони» рядок із тим самим ключем і цією мовою.',
    }),
    missingVariant: (key, variant, lacks) => ({
      what: `Шаблон «${key}» має окремий текст: «${variant}», але його бракує такими мовами: ${lacks}. Там надсилаємо звичайний текст.`,
      todo: 'Перекладіть цей рядок на вкладці «Шаблони» або вилучіть окремий текст, якщо він не потрібен.',
    }),
    user: (tab, name) => `${tab}, «${name}»`,
    noTemplate: (key, user, nearest) => ({
      what: `${user}: вказано шаблон «${key}», якого немає на вкладці «Шаблони». За ним нічого не надсилаємо.`,
      todo:
        nearest === ''
          ? 'Виберіть шаблон зі списку в клітинці або додайте шаблон із цим ключем.'
          : `Може, йшлося про «${nearest}»? Виберіть його в клітинці або додайте шаблон із цим ключем.`,
    }),
    readOffset: (written) =>
      `Час «${written}» не вдається прочитати, тож нічого не буде надіслано. Напишіть, наприклад: -3 d, -2 h, +30 min, наступний робочий ранок.`,
    readLength: (written) =>
      `«${written}» не вдається прочитати як тривалість. Напишіть, наприклад: 12 h, 1 d.`,
    readCondition: (written) =>
      `Умову «${written}» не вдається прочитати, тож нічого не буде надіслано. Напишіть, наприклад: вхід = ні, онлайн, очно; або залиште порожньою.`,
    readDeed: (written) =>
      `«${written}» не вдається прочитати як те, що роблять учасники, тож нікому не напишемо. Напишіть, наприклад: вхід, відкриття матеріалів.`,
  },
};

export function templateFindingWords(language: Language): TemplateFindingWords {
  return WORDS[language];
}
