/**
 * Is a mail a mere thank-you ("Dziękuję, działa!")? Such a mail is no reason to open a resolved ticket again.
 *
 * The answer errs on one side: a thank-you that is not recognised costs a click, a question taken for one is lost.
 * So nothing is looked for; every clause of the text has to be one of a few known courtesies, and one unknown word
 * makes it a message like any other. "Thanks in advance" is a request, "thanks, but" an objection: neither fits.
 */
import { GIVEN_NAMES } from './thanks-names';
import { type Courtesy, GRAMMAR, WORDS } from './thanks-words';

/** Longer than any thank-you that says nothing else. */
const LONGEST = 240;
const MOST_CLAUSES = 12;
const MOST_NAME_WORDS = 3;

export interface Writer {
  /** As the From line shows it; '' where it shows none. */
  readonly name: string;
  readonly address: string;
}

/** @param words the writer's own words, without quote and signature */
export function isMereThanks(words: string, writer: Writer): boolean {
  const text = words.trim();
  if (text === '' || text.length > LONGEST || /[?¿？]/.test(text)) return false;
  const clauses = clausesOf(text, writer);
  if (clauses.length > MOST_CLAUSES) return false;
  let thanked = THANKING_SIGN.test(text);
  let previous: Courtesy | null = null;
  for (const clause of clauses) {
    const courtesy: Courtesy | null =
      courtesyOf(clause.shown, writer) ?? (isNameAfter(previous, clause, writer) ? 'name' : null);
    if (courtesy === null) return false;
    thanked ||= courtesy === 'thanks' || courtesy === 'solved';
    previous = courtesy;
  }
  return thanked;
}

interface Clause {
  readonly shown: string;
  /** It goes on after a comma: its first word is capitalised for another reason than being the first. */
  readonly goesOn: boolean;
}

/** Thumbs, hands and hearts. */
const THANKING_SIGN =
  /\u{1F44D}|\u{1F64F}|\u{1F44F}|\u{1F499}|\u{1F49B}|\u{1F49A}|\u{1F49C}|\u{1F9E1}|\u{2764}|\u{2665}/u;
/** These, smiles and flowers, with every variation of skin and form. */
const KIND_SIGN =
  /\u{1F44D}|\u{1F64F}|\u{1F44F}|[\u{1F499}-\u{1F49C}]|\u{1F9E1}|\u{2764}|\u{2665}|\u{1F44C}|[\u{1F600}-\u{1F60A}]|\u{1F60D}|\u{1F642}|\u{1F970}|\u{1F917}|\u{1F389}|[\u{1F337}-\u{1F33C}]|\u{1F490}|\u{2705}|\u{263A}|\u{FE0F}|[\u{1F3FB}-\u{1F3FF}]/gu;
const SMILE = /(?:[:;=]-?[)D*]+|<3|\^\^|\)\)+)/g;
const BREAK = /([\n\r.,!;:()…–—]+|\s-+\s)/u;
const BEFORE_CONJUNCTION = /\s+(?=(?:i|oraz|and|та|і|й)\s)/u;

function clausesOf(text: string, writer: Writer): Clause[] {
  const parts = text.replace(KIND_SIGN, '\n').replace(SMILE, '\n').split(BREAK);
  const clauses: Clause[] = [];
  // Texts stand at the even places, what parts them at the odd ones.
  for (let at = 0; at < parts.length; at += 2) {
    const whole = (parts[at] ?? '').trim().replace(/\s+/g, ' ');
    if (whole === '') continue;
    const goesOn = parts[at - 1] === ',' && !/^\s*\n/.test(parts[at] ?? '');
    // "Thanks for the help and the link" is one courtesy, "thanks and goodbye" are two.
    const shown = courtesyOf(whole, writer) === null ? whole.split(BEFORE_CONJUNCTION) : [whole];
    clauses.push(...shown.map((clause) => ({ shown: clause, goesOn })));
  }
  return clauses;
}

/** Lower case without accents, which people leave out in a hurry, and without apostrophes. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʼ`]/g, '')
    .replace(/ł/g, 'l');
}

const COURTESIES: readonly (readonly [Courtesy, RegExp])[] = GRAMMAR.map(([courtesy, source]) => {
  const spelt = source.replace(/<([A-Z_]+)>/g, (_, name: string) => WORDS[name] ?? name);
  // Folding does not touch the signs of the expression: they are ASCII and lower case.
  return [courtesy, new RegExp(`^(?:${folded(spelt)})$`)] as const;
});

/** "I już działa" is a clause with its conjunction. */
const CONJUNCTION = /^(?:i|a|oraz|and|та|і|й|oh|o|well|so|to) /;

function courtesyOf(shown: string, writer: Writer): Courtesy | null {
  const courtesy = plainCourtesy(shown);
  if (courtesy !== null) return courtesy;
  // "Dziękuję Pani Olu", "Hi Tom".
  const addressed = /^(.+?)((?: \S+){1,3})$/u.exec(shown);
  const [, before = '', name = ''] = addressed ?? [];
  const first = before === '' ? null : plainCourtesy(before);
  return first !== null && ADDRESSES.includes(first) && isWhom(name.trim(), writer) ? first : null;
}

function plainCourtesy(shown: string): Courtesy | null {
  const match = (text: string): Courtesy | null =>
    COURTESIES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const plain = folded(shown);
  return match(plain) ?? match(plain.replace(CONJUNCTION, ''));
}

/** What may be followed by a name. */
const ADDRESSES: readonly Courtesy[] = ['thanks', 'greeting', 'closing'];

/**
 * A name stands after the courtesy that it belongs to: whom the thanks are for ("Dziękuję, Pani Olu") or whose they
 * are ("Pozdrawiam, Jan Nowak"). A capital letter makes no name ("Dziękuję, Reklamacja"), so it has to be a given name
 * that we know, stand after a form of address or be the writer's own; on a line of its own, only the writer's.
 */
function isNameAfter(previous: Courtesy | null, { shown, goesOn }: Clause, writer: Writer): boolean {
  if (previous === null || !isName(shown)) return false;
  const own = wordsOf(writer);
  const words = shown.split(' ');
  if (previous !== 'name' && words.every((word) => own.has(folded(word)))) return true;
  // A surname may be any word, but here a given name or a title stands before it.
  if (previous === 'closing') return isWhom(words.slice(0, words.length > 1 ? -1 : 1).join(' '), writer);
  return goesOn && ADDRESSES.includes(previous) && isWhom(shown, writer);
}

/** Whom one thanks or greets. */
function isWhom(shown: string, writer: Writer): boolean {
  if (!isName(shown)) return false;
  const own = wordsOf(writer);
  return shown.split(' ').every((word, index, words) => {
    const plain = folded(word);
    return (
      HONORIFIC.test(word) || GIVEN.has(plain) || own.has(plain) || HONORIFIC.test(words[index - 1] ?? '')
    );
  });
}

function wordsOf({ name, address }: Writer): ReadonlySet<string> {
  return new Set(folded(`${name} ${address}`).split(/[^\p{L}]+/u));
}

/** Words that are never a name, capitalised or not. */
const NO_NAME =
  /^(?:nie|ale|jednak|proszę|pilne|pomocy|brak|błąd|nadal|wciąż|czekam|anuluj|anulacja|rezygnacja|не|але|ні|проте|допоможіть|терміново|помилка|досі|чекаю|відмова|no|not|but|still|please|help|urgent|error|nothing|however|waiting|cancel|cancell?ed|cancellation|refund|refuse|stop|wrong|broken|failed|unsubscribe|everything)$/;
/** First persons and commands of verbs, which no name ends like: "Dziękuję, Rezygnuję", "Дякую, Скасовую". */
const VERB = /(?:ę|ujemy|ujcie|ую|уємо|уйте|ться)$/;

function isName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length <= MOST_NAME_WORDS &&
    words.every(
      (word) =>
        (/^\p{Lu}[\p{Ll}'’ʼ]+(?:-\p{Lu}\p{Ll}+)?$/u.test(word) || HONORIFIC.test(word)) &&
        !NO_NAME.test(word.toLowerCase()) &&
        !VERB.test(word),
    )
  );
}

const HONORIFIC = /^(?:pani|panie|państwo|пані|пане)$/i;
const GIVEN: ReadonlySet<string> = new Set(GIVEN_NAMES.map(folded));
