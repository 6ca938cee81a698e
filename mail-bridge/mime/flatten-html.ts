/**
 * HTML with elements thousands deep is an attack: htmlparser2 takes time that grows with the square of the depth
 * (100,000 divs: 11 s measured), and the text below the depth limit of html-to-text would be lost. So tags beyond a
 * depth that no mail program reaches are taken out before any parser sees them; their text stays.
 */
const DEEPEST = 150;
/** Shorter HTML cannot be deep enough to hurt. */
const HARMLESS = 10_000;
/**
 * Comments as a whole, then tags. Word puts hundreds of tags into comments ("<!--[if gte mso 9]><xml>…"): no reader
 * sees them, so they have no depth.
 */
const COMMENT_OR_TAG =
  /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<(\/?)([a-z][a-z0-9:]{0,30})(?=[\s/>])[^<>]{0,4000}>/gi;
/** Elements that have no content, or that tables close by themselves. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr td th tr tbody thead tfoot'.split(
    ' ',
  ),
);
/** Closed by the next of their kind, unless something else was opened in between: "<p><font>one<p><font>two" nests. */
const CLOSED_BY_NEXT = new Set(['p', 'li', 'dd', 'dt', 'option']);

export function flattenHtml(html: string): string {
  if (html.length <= HARMLESS || !isTooDeep(html)) return html;
  const open: string[] = [];
  /** Only the ends of these go: the end of a head or a style that stayed must stay too, or it swallows the text. */
  const dropped: string[] = [];
  return html.replace(
    COMMENT_OR_TAG,
    (tag: string, slash: string | undefined, written: string | undefined) => {
      const name = written?.toLowerCase();
      if (name === undefined || FLAT.has(name)) return tag;
      if (slash !== '') {
        if (dropped[dropped.length - 1] === name) {
          dropped.pop();
          return '';
        }
        close(open, name);
        return tag;
      }
      if (closesItself(open, name)) return tag;
      if (open.length >= DEEPEST) {
        dropped.push(name);
        return '';
      }
      open.push(name);
      return tag;
    },
  );
}

function isTooDeep(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, written] of html.matchAll(COMMENT_OR_TAG)) {
    const name = written?.toLowerCase();
    if (name === undefined || FLAT.has(name)) continue;
    if (slash !== '') close(open, name);
    else if (!closesItself(open, name) && open.push(name) > DEEPEST) return true;
  }
  return false;
}

const closesItself = (open: readonly string[], name: string): boolean =>
  CLOSED_BY_NEXT.has(name) && open[open.length - 1] === name;

/** The end of an element ends all that is open within it; the end of none ends nothing. */
function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at !== -1) open.length = at;
}
