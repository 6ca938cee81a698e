/** Which field a heading names: by our own labels, by what other programs call it, or by a part of it. */
import { editDistance } from '../words/edit-distance';
import { folded } from '../words/folded';
import { FIELDS, type ImportField, type ImportKind } from './fields';
import { headerWords } from './header-words';

/** What the columns of our own tabs are called, by field, in every language. */
export type OwnLabels = Readonly<Partial<Record<ImportField, readonly string[]>>>;

/** Columns of exports that are none of ours though they are called like one. */
const PASSED_OVER: Readonly<Record<ImportKind, string>> = {
  sessions: 'registration link, start type, participants link, recording link',
  participants:
    'buyer email, buyer name, order email, billing email, contact person email, source name, buyer first name, buyer last name, registration status id',
  activity:
    'leave time, last leave, time left, exit time, duration, in meeting duration, event context, affected user, origin, wyjscie, czas wyjscia, ostatnie opuszczenie, godzina opuszczenia, час виходу, вихід, останній вихід',
};

export interface HeaderMatch {
  readonly field: ImportField;
  /** `whole`: the heading is a name of the field. `part`: the name stands in it, or it is misspelt. */
  readonly how: 'whole' | 'part';
}

export interface HeaderBook {
  match(heading: string): HeaderMatch | null;
}

/** Shorter names stand in too many headings by accident: `do`, `od`, `lp`. */
const SHORTEST_PART = 4;
/** Words that stand in headings of everything: `Order date`, `Leave time`, `Company name`. */
const SAYS_LITTLE = new Set(
  'time date data day dzien hour hours czas godzina godziny час година години дата день start starts begin from name nazwa назва title tytul event status state stan стан address adres адреса number numer номер code kod код group grupa група class termin description opis опис what action poziom level login link list lista materials materialy матеріали user username course kurs курс'
    .split(' ')
    .concat('start date', 'start time', 'user name', 'event name'),
);
/** A question of a form may be long; a cell of running text is no heading. */
const LONGEST_HEADING = 160;

/** Two names of one field may be equal; a name of two fields belongs to the first. */
export function headerBook(kind: ImportKind, labels: OwnLabels): HeaderBook {
  const names = new Map<string, ImportField>();
  const add = (name: string, field: ImportField): void => {
    const key = headerKey(name);
    if (key !== '' && !names.has(key)) names.set(key, field);
  };
  for (const field of FIELDS[kind]) {
    add(field, field);
    for (const label of labels[field] ?? []) add(label, field);
  }
  for (const { field, words } of headerWords(kind)) for (const word of words) add(word, field);
  const parts = Array.from(names.keys()).filter(
    (name) => name.length >= SHORTEST_PART && !SAYS_LITTLE.has(name),
  );
  parts.sort((a, b) => b.length - a.length);
  const passedOver = new Set(PASSED_OVER[kind].split(',').map(headerKey));
  return {
    match(heading) {
      const key = headerKey(heading);
      if (key === '' || key.length > LONGEST_HEADING || passedOver.has(key)) return null;
      const whole = names.get(key);
      if (whole !== undefined) return { field: whole, how: 'whole' };
      const padded = ` ${key} `;
      const part =
        parts.find((name) => padded.includes(` ${name} `)) ??
        parts.find((name) => name.length > 5 && editDistance(key, name, 1) <= 1);
      const field = part === undefined ? undefined : names.get(part);
      return field === undefined ? null : { field, how: 'part' };
    },
  };
}

/** `userEmail`, `E-mail *`, `Duration (Minutes)`, `Ім’я` as they are compared. */
export function headerKey(heading: string): string {
  return folded(
    heading
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      .replace(/['’ʼ`´]/g, '')
      .replace(/[*#/|:.,;?!"„”“«»–—]+/g, ' '),
  ).trim();
}

/** What stands in brackets, where a program says the unit of its numbers. */
export function unitIn(heading: string): 'minutes' | 'hours' | null {
  const key = folded(heading.replace(/[()[\].]/g, ' '));
  if (/(?:^| )(?:min|mins|minutes|minut|minuty|хв|хвилин|хвилини)(?: |$)/.test(key)) return 'minutes';
  if (/(?:^| )(?:h|hrs|hours|godz|godzin|godziny|год|годин|години)(?: |$)/.test(key)) return 'hours';
  return null;
}
