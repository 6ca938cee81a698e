/**
 * The names by which lines of the log are about the same mail. `uid` is its number in the mailbox, `mail` the beginning
 * of its name in the spool (the column Original of Messages begins with it, and `rowdesk show` takes it), `ticket` and
 * `key` lead on to what was written and sent because of it.
 */

const SIGNS = 12;

/** Of a mail that came in. */
export function incomingIds({ name, uid }: { readonly name: string; readonly uid: number }) {
  return { mail: name.slice(0, SIGNS), uid };
}
