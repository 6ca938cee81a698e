/** The name that a mail shows instead of its address. Whoever writes to us chooses it, so it must not be an address. */
import type { Language, Localized } from '../../core/language';
import { cleanLine } from '../../core/mail/clean-text';

const LONGEST = 100;
/** Also the forms of @ for East Asian scripts: they look the same (Unicode TR 36). */
const ADDRESS = /[^\s<>()"',;:]*[@\uff20\ufe6b][^\s<>()"',;:]*/g;
/** Many programs decode what looks encoded even within quotation marks (RFC 2047 §5 forbids it): it may hide an address. */
const ENCODED = /=\?[^?\s]{1,40}\?[bq]\?[^?]*\?=|=\?|\?=/gi;
/** What is left around an address that was taken out, and signs that delimit one (RFC 5322 §3.4). */
const BRACKETS = /[<>]|\(\s*\)|"\s*"|'\s*'/g;

/** Programs that show names only, as phones do, would show that address as the sender's. */
export function displayName(written: string, otherwise: string): string {
  const name = cleanLine(written, 998).replace(ENCODED, ' ').replace(ADDRESS, ' ').replace(BRACKETS, ' ');
  const tidy = cleanLine(name.replace(/^[\s,;:.'"-]+|[\s,;:-]+$/g, ''), LONGEST);
  return tidy === '' ? otherwise : tidy;
}

/** The firm's name stands as it is: nothing here can put it into another case. */
const VIA: Localized<(name: string, firm: string) => string> = {
  en: (name, firm) => `${name} via ${firm}`,
  pl: (name, firm) => `${name} via ${firm}`,
  uk: (name, firm) => `${name} через ${firm}`,
};
/** The rest of the line is for the firm's name, by which the mail is told from one that the person sent. */
const LONGEST_PERSON = 50;

/** Somebody's words, passed on by the firm. '' where the person has no name that could be shown: it is the firm's mail then. */
export function viaFirm(person: string, firm: string, language: Language): string {
  const name = cleanLine(displayName(person, ''), LONGEST_PERSON);
  const by = displayName(firm, '');
  return name === '' || by === '' ? '' : VIA[language](name, by);
}
