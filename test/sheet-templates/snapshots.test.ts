/**
 * Every starter letter as its reader gets it, in snapshots/<language>/<template>.txt, to be read by a person of that
 * language. After a change of the texts: UPDATE_LETTERS=1 npx jest test/sheet-templates/snapshots, then read what
 * changed.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../core/language';
import { FOOTER_MARK } from '../../core/template/footer';
import { zone } from '../../core/time/instant';
import { TEMPLATE_KEYS, type TemplateKey } from '../../sheet-templates/content/template-keys';
import { type Fullness, type Letter, letter, partsFor, type Reader, WARSAW } from './letters';

const FOLDER = join(__dirname, 'snapshots');
const REWRITE = process.env.UPDATE_LETTERS === '1';

const AUDIENCES = ['any', 'novice', 'experienced'] as const;
const NEEDS = ['any', 'accessible'] as const;
/** Besides Warsaw, where the letter is shown whole. */
const ELSEWHERE = [zone('Europe/Kyiv'), zone('Pacific/Honolulu')];
/** Several sessions share a letter where they fall on one day: in Honolulu these two do not. */
const ELSEWHERE_THAT_DAY = [zone('Europe/Kyiv'), zone('Asia/Tbilisi')];

interface Scene {
  readonly name: string;
  readonly fullness: Fullness;
  readonly online: boolean;
}

const SCENES: readonly Scene[] = [
  { name: 'online, everything filled in', fullness: 'full', online: true },
  { name: 'on site, everything filled in', fullness: 'full', online: false },
  { name: 'nothing filled in that may be empty', fullness: 'bare', online: true },
];

const linesOf = ({ subject, text }: Letter): string[] => [`> ${subject}`, '', ...text.split('\n')];

/** One section for all who get the very same letter. */
function pageOf(key: TemplateKey, language: Language): string {
  const sections = new Map<string, Map<string, string[]>>();
  for (const scene of SCENES) {
    for (const need of NEEDS) {
      for (const audience of AUDIENCES) {
        const text = sectionOf(key, scene, { language, audience, need });
        const readers = sections.get(text) ?? new Map<string, string[]>();
        const group = `${scene.name}${need === 'any' ? '' : '; special needs'}`;
        readers.set(group, [...(readers.get(group) ?? []), audience]);
        sections.set(text, readers);
      }
    }
  }
  const said = new Set<string>();
  return Array.from(sections, ([text, readers]) => {
    const groups = Array.from(readers, ([group, audiences]) => `=== ${group}; ${audiences.join(', ')}\n`);
    const parts = text.split(BREAK).map((part) => {
      const isRepeated = part.includes('\n') && said.has(part);
      said.add(part);
      return isRepeated ? AS_ABOVE : part;
    });
    return `${groups.join('')}${parts.join('\n')}\n`;
  }).join('\n\n');
}

/** Between the letter, its ending and the lines for readers elsewhere: whole parts that repeat are not shown again. */
const BREAK = '\u0000';
const AS_ABOVE = '[as above]';

/** The letter in Warsaw, and of the same letter elsewhere the lines that differ. */
function sectionOf(key: TemplateKey, scene: Scene, who: Omit<Reader, 'zone'>): string {
  const write = (inZone: Reader['zone']) => {
    const reader: Reader = { ...who, zone: inZone };
    return linesOf(letter(key, reader, partsFor(reader, scene.fullness, scene.online)));
  };
  const whole = write(WARSAW);
  const ending = whole.lastIndexOf(FOOTER_MARK);
  const cut = ending === -1 ? whole.length : ending;
  const places = key === 'reminder_several' ? ELSEWHERE_THAT_DAY : ELSEWHERE;
  const elsewhere = places.flatMap((there) => {
    const different = write(there).filter((line) => !whole.includes(line));
    return different.length === 0 ? [] : [`[${there}]`, ...different];
  });
  return [whole.slice(0, cut), whole.slice(cut), elsewhere]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join(BREAK);
}

describe.each(LANGUAGES)('letters in %s', (language) => {
  const folder = join(FOLDER, language);

  test.each(TEMPLATE_KEYS)('%s reads as it was reviewed', (key) => {
    const file = join(folder, `${key}.txt`);
    const page = pageOf(key, language);
    if (REWRITE) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, page);
    }
    expect(page).toBe(readFileSync(file, 'utf8'));
  });

  test('are all there, and no others', () => {
    expect(readdirSync(folder).sort()).toEqual(TEMPLATE_KEYS.map((key) => `${key}.txt`).sort());
  });
});
