/** Reply trimming of HTML: the visible text must be that of the peer's result. */
import { explain } from '../../mail-bridge/mime/explain';
import { visibleText, withoutSpace } from './compare';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';
import { mailOf } from './sets';

export async function measureHtmlReplies(corpora: Corpora): Promise<Measurement[]> {
  const all = new Tally();
  for (const { name, html, expected } of [...talon(corpora), ...mailspring(corpora), ...tempo(corpora)]) {
    const { reply } = await explain(mailOf('text/html', html), name);
    all.note(withoutSpace(reply) === withoutSpace(expected), name);
  }
  return [all.share('talon, mailspring, tempo', 'reply of HTML, visible text', { atLeast: 0.96 })];
}

interface HtmlCase {
  readonly name: string;
  readonly html: string;
  readonly expected: string;
}

function talon(corpora: Corpora): HtmlCase[] {
  const set = 'talon';
  const expectations =
    corpora.json<Record<string, { kind: string; reply_ignoring_all_whitespace?: string }>>(
      set,
      'expectations.json',
    ) ?? {};
  return Object.entries(expectations).flatMap(([name, { kind, reply_ignoring_all_whitespace: reply }]) =>
    kind === 'html' && reply !== undefined && corpora.exists(set, `${name}.html`)
      ? [{ name: `${set}/${name}`, html: corpora.text(set, `${name}.html`), expected: reply }]
      : [],
  );
}

function mailspring(corpora: Corpora): HtmlCase[] {
  const set = 'mailspring-quoted-html';
  return corpora.files(set, /_stripped\.html$/).map((path) => ({
    name: `${set}/${path}`,
    html: corpora.text(set, path.replace('_stripped', '')),
    expected: visibleText(corpora.text(set, path)),
  }));
}

function tempo(corpora: Corpora): HtmlCase[] {
  const set = 'tempo-prepare-message';
  return corpora.files(set, /\.output-message\.html$/).map((path) => ({
    name: `${set}/${path}`,
    html: corpora.text(set, path.replace('.output-message', '.input')),
    expected: visibleText(corpora.text(set, path)),
  }));
}
