import { NotEmulated } from '../failure';

/**
 * Turns a page with scriptlets into the body of a function that builds it
 * (developers.google.com/apps-script/guides/html/templates): `<? code ?>`, `<?= escaped ?>`, `<?!= as is ?>`.
 */
export function templateCode(source: string): string {
  const lines = [
    'const $out = [];',
    'const output = { append(text) { $out.push(String(text)); return output; } };',
  ];
  let at = 0;
  for (const match of source.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
    const [all, kind, code = ''] = match;
    const before = source.slice(at, match.index);
    if (before !== '') lines.push(`$out.push(${JSON.stringify(before)});`);
    if (kind === '=') {
      refuseInsideScript(source.slice(0, match.index));
      lines.push(`$out.push($escape((${expression(code)})));`);
    } else if (kind === '!=') {
      lines.push(`$out.push(String((${expression(code)})));`);
    } else {
      lines.push(code.trim());
    }
    at = match.index + all.length;
  }
  if (at < source.length) lines.push(`$out.push(${JSON.stringify(source.slice(at))});`);
  lines.push("return $out.join('');");
  return lines.join('\n');
}

/** "Printing scriptlets … take only one statement"; a semicolon at its end is usual. */
function expression(code: string): string {
  return code.trim().replace(/;$/, '');
}

/**
 * Google's `<?= ?>` escapes by context: for JavaScript inside a script element, for CSS inside a style.
 * Only the escaping of HTML text and attributes is emulated.
 */
function refuseInsideScript(before: string): void {
  const opened = /<(script|style)\b[^>]*>(?![\s\S]*<\/\1\b)/i.exec(before);
  if (opened !== null) throw new NotEmulated(`HtmlTemplate: <?= ?> inside <${opened[1] ?? ''}>`);
}
