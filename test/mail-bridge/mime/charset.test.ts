/** Bytes of short texts, as subjects are, with every label that programs put on them. */
import iconv from 'iconv-lite';
import { decodeText } from '../../../mail-bridge/mime/charset';

const POLISH = [
  'Dzień dobry',
  'Proszę o fakturę',
  'Nie mogę się zalogować',
  'Czy będą jeszcze miejsca?',
  'Zażółć gęślą jaźń',
  'Kurs angielskiego dla początkujących',
];
const UKRAINIAN = [
  'Добрий день',
  'Не можу увійти',
  'Дякую',
  'Коли почнеться курс?',
  'Прошу надіслати рахунок',
];
const GERMAN = ['Grüße aus München', 'Ich möchte die Stunde verschieben', 'äöü ÄÖÜ ß'];
const CARELESS = ['', 'us-ascii', 'utf-8', 'x-unknown'];

const CASES: readonly (readonly [language: string, charset: string, texts: string[], labels: string[]])[] = [
  ['Polish', 'windows-1250', POLISH, [...CARELESS, 'windows-1250']],
  ['Polish', 'iso-8859-2', POLISH, [...CARELESS, 'iso-8859-2', 'windows-1250']],
  ['Polish', 'cp852', POLISH.slice(1), [...CARELESS, 'cp852']],
  ['Ukrainian', 'windows-1251', UKRAINIAN, [...CARELESS, 'iso-8859-1', 'windows-1251', 'koi8-u', 'koi8-r']],
  ['Ukrainian', 'koi8-u', UKRAINIAN, [...CARELESS, 'iso-8859-1', 'koi8-u', 'windows-1251']],
  ['Ukrainian', 'iso-8859-5', UKRAINIAN, [...CARELESS, 'iso-8859-5', 'windows-1251']],
  ['German', 'iso-8859-1', GERMAN, [...CARELESS, 'iso-8859-1', 'windows-1252']],
  ['Spanish', 'iso-8859-1', ['¿Cuándo empieza el curso?', 'Mañana no puedo'], ['iso-8859-1']],
  ['Swedish', 'windows-1252', ['Fråga om betalning'], [...CARELESS, 'windows-1252']],
  ['French', 'windows-1252', ['Où trouver la facture\u00a0?', 'Problème'], ['windows-1252', 'iso-8859-1']],
];

describe('what was written is read, whatever the label says', () => {
  test.each(CASES)('%s in %s', (_language, charset, texts, labels) => {
    const misread = texts.flatMap((text) =>
      labels
        .map((label) => ({ label, text, read: decodeText(iconv.encode(text, charset), label).text }))
        .filter(({ read }) => read !== text),
    );
    expect(misread).toEqual([]);
  });

  test.each([
    ['a hard space before a colon', 'RE\u00a0: TR', 'windows-1252'],
    ['a name of two words in one', 'ПриватБанк', 'windows-1251'],
    ['shouting', 'ТЕРМІНОВО', 'windows-1251'],
    ['Serbian', 'Људи, када почиње курс?', 'windows-1251'],
    ['Greek', 'Καλημέρα', 'iso-8859-7'],
    ['Hebrew', 'שלום', 'windows-1255'],
  ])('%s under its right label is left as it is', (_name, text, charset) => {
    expect(decodeText(iconv.encode(text, charset), charset).text).toBe(text);
  });
});
