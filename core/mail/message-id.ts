/** Message-IDs as they come, and in one form to compare and store. RFC 5322 section 3.6.4. */
import { atWords } from './at-words';
import { cleanText } from './clean-text';

const LONGEST_ID = 998;
const IN_BRACKETS = /<([^<>]+)>/g;
/** Between the bare id-left@id-right that careless clients write without brackets. */
const BETWEEN_BARE = /[\s<>,;"()]+/;

/**
 * The ids of a Message-ID, In-Reply-To or References header, in order. White space inside brackets is folding and
 * goes, unless two ids share them; comments and phrases between ids ("message of Monday") are skipped.
 */
export function readMessageIds(value: string): string[] {
  // They go on into cells and into the References of our own mail.
  const bounded = cleanText(value.length > 65_536 ? value.slice(value.length - 65_536) : value);
  const ids: string[] = [];
  for (const match of bounded.matchAll(IN_BRACKETS)) {
    const inside = (match[1] ?? '').trim();
    const several = inside.indexOf('@') !== inside.lastIndexOf('@') && /\s/.test(inside);
    ids.push(...(several ? atWords(inside, BETWEEN_BARE) : [inside.replace(/\s+/g, '')]));
  }
  const found = ids.length > 0 ? ids : atWords(bounded, BETWEEN_BARE);
  return found.filter((id) => id !== '' && id.length <= LONGEST_ID).map((id) => `<${id}>`);
}

/** The form to look ids up by: some relays change the case of the domain, none that of the left side. */
export function messageIdKey(id: string): string {
  const at = id.lastIndexOf('@');
  return at === -1 ? id : id.slice(0, at) + id.slice(at).toLowerCase();
}
