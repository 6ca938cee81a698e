/**
 * Names in their grammatical cases. Polish and Ukrainian decline them, so whoever writes "przekaż Lenie" or "передай
 * Іванові" has named Lena and Іван rightly. Nothing is looked up: an ending is taken off, and stems are compared after
 * the consonants that change before it have been made alike (Monika: Monice, Magda: Magdzie, Ольга: Ользі).
 */

/** Endings of the other cases, in the form of `folded`: Polish and Ukrainian nouns, and adjectives for surnames. */
const ENDINGS: readonly string[] = [
  ...['ej', 'a', 'e', 'i', 'o', 'u', 'y'],
  ...['ою', 'ею', 'єю', 'оі', 'іи', 'і', 'у', 'ю', 'а', 'я', 'и', 'е', 'є', 'о'],
];
/** Endings that no name in -a has: Janowi is Jan, never Jana. */
const ENDINGS_WITHOUT_A: readonly string[] = [
  ...ENDINGS,
  ...['owi', 'emu', 'ego', 'em', 'im', 'ym'],
  ...['ові', 'еві', 'єві', 'ьому', 'ому', 'ього', 'ого', 'ом', 'ем', 'єм', 'им'],
];

/** What a name ends with when nothing is done to it. A name without such an ending is its own stem. */
const NOMINATIVE = /(?:a|o|i|y|e|ии|я|а|о|ь|и|е)$/;
/** Marek: Markowi; Krzysiek: Krzyśkowi; Paweł: Pawłowi; Кравець: Кравцю. */
const FLEETING = /(\p{L})i?[eе](\p{L})$/u;
/** Shorter stems are of everybody. */
const SHORTEST_STEM = 2;

/**
 * Whether the typed word is one of the name's cases; the name itself is not asked for here.
 *
 * @param typed and name are single words in the form of `folded`
 */
export function isCaseOfName(typed: string, name: string): boolean {
  const stems = new Set(stemsOf(name).map(levelled));
  const endings = /[aя]$/.test(name) ? ENDINGS : ENDINGS_WITHOUT_A;
  return endings.some((ending) => {
    const stem = typed.endsWith(ending) ? typed.slice(0, -ending.length) : '';
    return stem.length >= SHORTEST_STEM && stems.has(levelled(stem));
  });
}

function stemsOf(name: string): readonly string[] {
  const stem = name.replace(NOMINATIVE, '');
  const stems = [stem, stem.replace(FLEETING, '$1$2')];
  return stems.filter(({ length }) => length >= SHORTEST_STEM);
}

/** Consonants that take each other's place before an ending are written as one, and what only softens is left out. */
function levelled(stem: string): string {
  return stem
    .replace(/[ij]$/, '')
    .replace(/(?:dz|g)$/, 'd')
    .replace(/[kc]$/, 't')
    .replace(/rz$/, 'r')
    .replace(/ц$/, 'к')
    .replace(/з$/, 'г')
    .replace(/с$/, 'х');
}
