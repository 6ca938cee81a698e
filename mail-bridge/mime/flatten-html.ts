/**
 * HTML with elements thousands deep is an attack: htmlparser2 takes time that grows with the square of the depth
 * (100,000 divs: 11 s measured), and the text below the depth limit of html-to-text would be lost. So tags beyond a
 * depth that no mail program reaches are taken out before any parser sees them; their text stays.
 */
const DEEPEST = 150;
/** Shorter HTML cannot be deep enough to hurt. */
const HARMLESS = 10_000;
const TAG = /<(\/?)([a-z][a-z0-9:]{0,30})(?=[\s/>])[^<>]{0,4000}>/gi;
/** Elements that have no content, or that their next sibling closes. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option tbody thead tfoot'.split(
    ' ',
  ),
);

export function flattenHtml(html: string): string {
  if (html.length <= HARMLESS || deepest(html) <= DEEPEST) return html;
  let depth = 0;
  let dropped = 0;
  return html.replace(TAG, (tag: string, slash: string, name: string) => {
    if (FLAT.has(name.toLowerCase())) return tag;
    if (slash === '') {
      if (depth >= DEEPEST) {
        dropped++;
        return '';
      }
      depth++;
      return tag;
    }
    if (dropped > 0) {
      dropped--;
      return '';
    }
    depth = Math.max(0, depth - 1);
    return tag;
  });
}

function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    if (FLAT.has((match[2] ?? '').toLowerCase())) continue;
    if (match[1] === '') {
      depth++;
      if (depth > most) most = depth;
      if (most > DEEPEST) return most;
    } else depth = Math.max(0, depth - 1);
  }
  return most;
}
