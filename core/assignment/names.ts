/** Which colleague people mean: they type first names, addresses, and misspell both. */
import { editDistance } from '../words/edit-distance';
import { folded, slipsAllowed } from '../words/folded';
import { isCaseOfName } from '../words/name-cases';

export type NameReading =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'unknown' };

interface Person {
  readonly name: string;
  readonly email: string;
}

/** The whole name or address counts before a part of it, and a right spelling before a wrong one. */
export function readName(written: string, people: readonly Person[]): NameReading {
  const typed = folded(written);
  if (typed === '') return { kind: 'unknown' };
  const address = addressIn(written);
  if (address !== '') return oneOf(people.filter(({ email }) => email === address));
  const ways: readonly ((person: Person) => boolean)[] = [
    ({ name }) => folded(name) === typed,
    // "Wrona Lena", "Lena", "wrona", "L Wrona": every word begins a word of the name.
    ({ name }) =>
      /\S{2}/.test(typed) && everyWordIsOf(typed, folded(name), (part, word) => word.startsWith(part)),
    // The part of the address that stands before the @ is what some people know each other by.
    ({ email }) =>
      folded(email.slice(0, email.indexOf('@')).replace(/[.+]/g, ' ')) === typed.replace(/\./g, ' '),
    // "przekaż Lenie", "передай Іванові Гаю": the case that the sentence asks for.
    ({ name }) =>
      everyWordIsOf(typed, folded(name), (part, word) => word === part || isCaseOfName(part, word)),
    ...[1, 2].map(
      (slips) =>
        ({ name }: Person) =>
          slips <= slipsAllowed(typed) && editDistance(typed, folded(name), slips) <= slips,
    ),
    // A misspelt first name or surname alone.
    ({ name }) =>
      slipsAllowed(typed) > 0 &&
      folded(name)
        .split(' ')
        .some((word) => editDistance(typed, word, 1) <= 1),
  ];
  for (const means of ways) {
    const found = people.filter(means);
    if (found.length > 0) return oneOf(found);
  }
  return { kind: 'unknown' };
}

function oneOf(found: readonly Person[]): NameReading {
  const [first, ...more] = found;
  if (!first) return { kind: 'unknown' };
  return more.length === 0
    ? { kind: 'known', name: first.name }
    : { kind: 'ambiguous', names: found.map(({ name }) => name) };
}

/** `lena@firm.example`, `Lena Wrona <lena@firm.example>`. */
function addressIn(written: string): string {
  return /[^\s<>,;"]+@[^\s<>,;"]+/.exec(written)?.[0]?.toLowerCase() ?? '';
}

/** @param means whether a typed word may stand for a word of the name */
function everyWordIsOf(typed: string, name: string, means: (part: string, word: string) => boolean): boolean {
  const words = name.split(' ');
  const parts = typed.split(' ');
  return parts.length <= words.length && parts.every((part) => words.some((word) => means(part, word)));
}
