/**
 * Names in their grammatical cases. Polish and Ukrainian decline them, so whoever writes "przekaż Lenie" or "передай
 * Іванові" has named Lena and Іван rightly. Nothing is looked up: the cases are made of the name, by the rules of
 * declension as far as first names and surnames need them. A form that a rule makes in vain harms nobody, unless it is
 * another person's name: Emil has no "Emilia", and Marek no "Marta".
 *
 * All words here are in the form of `folded`: small letters without accents, so that ł is l, ę is e, й is и and ї is і.
 */

/** Whether the typed word is one of the name's cases; the name itself is not asked for here. Both are single words. */
export function isCaseOfName(typed: string, name: string): boolean {
  return casesOf(name).includes(typed);
}

interface Declension {
  /** What the name ends with; taken off, it leaves the stem. */
  readonly ends: RegExp;
  readonly cases: (stem: string) => readonly string[];
}

/** The first that fits a name declines it. */
const DECLENSIONS: readonly Declension[] = [
  // Polish: Wrońska, Nowicka; Zosia, Maria; Łucja, Maja; Lena, Monika, Kuba.
  { ends: /(?<=[sc]k)a$/, cases: (stem) => [...formed(stem, ['iej', 'e']), ...hard(stem)] },
  { ends: /(?<=i)a$/, cases: (stem) => [stem, ...formed(stem, ['i', 'e', 'o', 'u'])] },
  { ends: /ja$/, cases: (stem) => formed(stem, ['ji', 'i', 'je', 'jo', 'ju']) },
  { ends: /a$/, cases: (stem) => [...hard(stem), ...formed(stem, ['ej'])] },
  // Kowalski, Antoni; Jerzy; Fredro.
  { ends: /i$/, cases: (stem) => formed(stem, ['iemu', 'iego', 'im']) },
  { ends: /y$/, cases: (stem) => formed(stem, ['emu', 'ego', 'ym']) },
  { ends: /(?<=[a-z])o$/, cases: (stem) => formed(stem, ['owi', 'y', 'i', 'e', 'a', 'em']) },
  // Tomasz, Marek, Piotr, Nowak.
  {
    ends: /(?<=[a-z])$/,
    cases: (stem) =>
      bothOf(stem).flatMap((each) => [
        ...formed(each, ['owi', 'iowi', 'a', 'u', 'em', 'iem', 'e']),
        ...softened(each, POLISH),
      ]),
  },
  // Ukrainian: Олена, Ольга, Калинова; Соломія, Леся; Дмитро; Левицький; Андрій, Гай.
  {
    ends: /а$/,
    cases: (stem) => [...formed(stem, ['и', 'у', 'ою', 'о', 'і', 'іи', 'оі']), ...softened(stem, UKRAINIAN)],
  },
  { ends: /я$/, cases: (stem) => formed(stem, ['і', 'ю', 'ею', 'єю', 'е', 'є']) },
  { ends: /о$/, cases: (stem) => formed(stem, ['ові', 'у', 'а', 'ом', 'е']) },
  { ends: /ии$/, cases: (stem) => formed(stem, ['ому', 'ого', 'им', 'ім', 'ьому', 'ього']) },
  { ends: /(?<=[аеиіоуєю])и$/, cases: (stem) => formed(stem, ['єві', 'ю', 'я', 'єм', 'і']) },
  // Василь, Кравець; Іван, Ігор, Шевчук.
  { ends: /ь$/, cases: (stem) => bothOf(stem).flatMap((each) => formed(each, ['еві', 'ю', 'я', 'ем', 'і'])) },
  {
    ends: /(?<=[а-яєіґ])$/,
    cases: (stem) =>
      bothOf(stem).flatMap((each) => formed(each, ['ові', 'еві', 'у', 'ю', 'а', 'я', 'ом', 'ем', 'і', 'е'])),
  },
];

function casesOf(name: string): readonly string[] {
  const declension = DECLENSIONS.find(({ ends }) => ends.test(name));
  return declension?.cases(name.replace(declension.ends, '')) ?? [];
}

const formed = (stem: string, endings: readonly string[]): readonly string[] =>
  endings.map((ending) => stem + ending);

/** Lena: Leny, Lenę, Leno, Lenie. */
const hard = (stem: string): readonly string[] => [
  ...formed(stem, ['y', 'i', 'e', 'o']),
  ...softened(stem, POLISH),
];

/** What the last consonant becomes before the ending of the dative. The first that fits counts. */
type Softening = readonly (readonly [RegExp, string])[];
const POLISH: Softening = [
  [/ch$/, 'sze'],
  [/k$/, 'ce'],
  [/g$/, 'dze'],
  [/r$/, 'rze'],
  [/t$/, 'cie'],
  [/d$/, 'dzie'],
  [/l$/, 'le'],
  [/(?<=[nmwbpsf])$|(?<=[^scrd]z)$/, 'ie'],
];
const UKRAINIAN: Softening = [
  [/к$/, 'ці'],
  [/г$/, 'зі'],
  [/х$/, 'сі'],
];

function softened(stem: string, softening: Softening): readonly string[] {
  const found = softening.find(([consonant]) => consonant.test(stem));
  return found === undefined ? [] : [stem.replace(...found)];
}

/** Marek: Markowi; Krzysiek: Krzyśkowi; Paweł: Pawłowi; Кравець: Кравцю. */
function bothOf(stem: string): readonly string[] {
  const without = stem.replace(/([^aeiouyаеиіоуєюя])i?[eе]([^aeiouyаеиіоуєюя])$/, '$1$2');
  return without === stem ? [stem] : [stem, without];
}
