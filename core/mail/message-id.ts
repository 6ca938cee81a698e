/** Message-IDs as they come, and in one form to compare and store. RFC 5322 section 3.6.4. */

const LONGEST_ID = 998;
/** What stands between angle brackets, or a bare id-left@id-right that a careless client wrote without them. */
const IN_BRACKETS = /<\s*([^<>\s]+(?:\s+[^<>\s@]+)*)\s*>/g;
const BARE = /[^\s<>,;"()]+@[^\s<>,;"()]+/g;

/**
 * The ids of a Message-ID, In-Reply-To or References header, in order. White space inside brackets is folding and
 * goes; comments and phrases between ids ("message of Monday") are skipped.
 */
export function readMessageIds(value: string): string[] {
  const bounded = value.length > 65_536 ? value.slice(value.length - 65_536) : value;
  const ids: string[] = [];
  for (const match of bounded.matchAll(IN_BRACKETS)) {
    const id = (match[1] ?? '').replace(/\s+/g, '');
    if (id.length > 0 && id.length <= LONGEST_ID) ids.push(`<${id}>`);
  }
  if (ids.length > 0) return ids;
  return (bounded.match(BARE) ?? []).filter((id) => id.length <= LONGEST_ID).map((id) => `<${id}>`);
}

/** The form to look ids up by: some relays change the case of the domain, none that of the left side. */
export function messageIdKey(id: string): string {
  const at = id.lastIndexOf('@');
  return at === -1 ? id : id.slice(0, at) + id.slice(at).toLowerCase();
}
