/** Sender, subject, attachments and charsets: zammad-mail and zbateson, by their own expectations. */
import { parse as parseYaml } from 'yaml';
import type { Explanation } from '../../mail-bridge/mime/explain';
import { explain } from '../../mail-bridge/mime/explain';
import { collapsed, displayName, visibleText, wordF1 } from './compare';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import { measurePeerParsers } from './peer-parser-sets';
import type { Corpora } from './sets';

interface ZammadExpectation {
  from_email?: string;
  from_display_name?: string;
  subject?: string;
  body?: string;
  content_type?: string;
  attachments?: { filename: string; alternative: boolean }[];
}

/** README: rows of zammad-mail that only Zammad reads so. */
const PEER_SPECIFIC_FROM = new Set(['mail053', 'mail087']);
/** Names that Zammad makes up for parts without one. */
const MADE_UP = /^(?:file|document|ATT\d+|message|attachment|unnamed|image\d*)(?:[._-].*)?$/i;

export async function measureMime(corpora: Corpora): Promise<Measurement[]> {
  return [...(await zammad(corpora)), ...(await zbateson(corpora)), ...(await measurePeerParsers(corpora))];
}

async function zammad(corpora: Corpora): Promise<Measurement[]> {
  const set = 'zammad-mail';
  const from = new Tally();
  const name = new Tally();
  const subject = new Tally();
  const files = new Tally();
  const body = new Tally();
  const damaged = new Tally();
  for (const path of corpora.files(set, /\.yml$/)) {
    const key = path.replace(/\.yml$/, '');
    if (!corpora.exists(set, `${key}.box`)) continue;
    const expected = readZammad(corpora.text(set, path));
    const ours = await explain(corpora.bytes(set, `${key}.box`), `${key}.box`);
    if (!PEER_SPECIFIC_FROM.has(key)) {
      if (lossless(expected.from_email)) {
        const wanted = (expected.from_email ?? '').toLowerCase();
        from.note(
          (ours.from?.address ?? '').toLowerCase() === wanted,
          `${key}: ${ours.from?.address} ≠ ${wanted}`,
        );
      }
      if (lossless(expected.from_display_name)) {
        const wanted = displayName(expected.from_display_name ?? '');
        name.note(displayName(ours.from?.name ?? '') === wanted, `${key}: ${ours.from?.name} ≠ ${wanted}`);
      }
    }
    if (lossless(expected.subject)) {
      const wanted = collapsed(String(expected.subject ?? ''));
      subject.note(collapsed(ours.subject) === wanted, `${key}: ${ours.subject} ≠ ${wanted}`);
    }
    noteFiles(files, key, expected, ours);
    noteBody(body, key, expected, ours);
    const shown = `${ours.subject}${ours.from?.name ?? ''}${ours.text}`;
    const theirs = `${expected.subject ?? ''}${expected.from_display_name ?? ''}${expected.body ?? ''}`;
    damaged.note(!shown.includes('\ufffd') || theirs.includes('\ufffd'), key);
  }
  return [
    from.share(set, 'from address', { atLeast: 0.99 }),
    name.share(set, 'display name', { atLeast: 0.99 }),
    subject.share(set, 'subject', { atLeast: 0.99 }),
    damaged.failures(set, 'damaged characters', { atMost: 0 }),
    files.share(set, 'attachment names', { atLeast: 0.95 }),
    body.share(set, 'body, word F1 ≥ 0.95', null),
  ];
}

/** Ruby writes its class names as tags; and header values in lists of files bare, which is no YAML: those apart. */
function readZammad(yaml: string): ZammadExpectation {
  const begin = yaml.search(/^attachments:/m);
  const fields = parseYaml((begin === -1 ? yaml : yaml.slice(0, begin)).replace(/!ruby\/\S+/g, ''), {
    logLevel: 'silent',
  }) as ZammadExpectation;
  if (begin === -1) return fields;
  const items = yaml.slice(begin).split(/^- /m).slice(1);
  const attachments = items.map((item) => {
    const written = /^ {2}filename: (.*)$/m.exec(item)?.[1] ?? '';
    const filename = written.replace(/^(['"])(.*)\1$/, '$2');
    return { filename, alternative: /content-alternative: true/.test(item) };
  });
  return { ...fields, attachments };
}

const lossless = (text: string | undefined): boolean =>
  text !== undefined && !String(text).includes('\ufffd');

function noteFiles(files: Tally, key: string, expected: ZammadExpectation, ours: Explanation): void {
  // Most of the peer's expectations say nothing about files.
  if (expected.attachments === undefined) return;
  const wanted = expected.attachments
    .filter((file) => !file.alternative && file.filename !== 'message.html')
    .map((file) => file.filename);
  // A name that the peer made up says only that there is a file.
  const theirs = wanted.filter((name) => !MADE_UP.test(name)).sort();
  const mine = ours.attachments.map((file) => file.filename);
  const found = theirs.every((name) => name.includes('\ufffd') || mine.includes(name));
  files.note(found && mine.length === wanted.length, `${key}: [${mine.join(', ')}] ≠ [${wanted.join(', ')}]`);
}

function noteBody(body: Tally, key: string, expected: ZammadExpectation, ours: Explanation): void {
  const html = expected.content_type === 'text/html';
  const wanted = html ? visibleText(expected.body ?? '') : (expected.body ?? '');
  if (wanted.trim() === 'no visible content' || wanted.trim() === '') return;
  const score = wordF1(ours.text, wanted);
  body.note(score >= 0.95, `${key}: ${score.toFixed(2)}`);
}

interface ZbatesonExpectation {
  From?: { name?: string; email?: string };
  Subject?: string;
  text?: string;
  attachments?: number;
  signed?: unknown;
}

async function zbateson(corpora: Corpora): Promise<Measurement[]> {
  const set = 'zbateson-mail-mime-parser';
  const expectations = corpora.json<Record<string, ZbatesonExpectation>>(set, 'expectations.json');
  if (expectations === null) return [];
  const from = new Tally();
  const subject = new Tally();
  const text = new Tally();
  const files = new Tally();
  for (const [key, expected] of Object.entries(expectations)) {
    const path = corpora.files(
      set,
      new RegExp(`^${key.replace(/[.\\+*?[^\]$(){}=!<>|:#-]/g, '\\$&')}(?:\\.txt|\\.eml)?$`),
    )[0];
    if (path === undefined) continue;
    const ours = await explain(corpora.bytes(set, path), key);
    if (expected.From?.email !== undefined) {
      const wanted = expected.From.email.toLowerCase();
      from.note(
        (ours.from?.address ?? '').toLowerCase() === wanted,
        `${key}: ${ours.from?.address} ≠ ${wanted}`,
      );
    }
    if (expected.Subject !== undefined) {
      subject.note(
        collapsed(ours.subject) === collapsed(expected.Subject),
        `${key}: ${ours.subject} ≠ ${expected.Subject}`,
      );
    }
    if (expected.text !== undefined && corpora.exists(set, `files/${expected.text}`)) {
      const wanted = corpora.bytes(set, `files/${expected.text}`).toString('latin1');
      const score = wordF1(ours.text, wanted);
      text.note(score >= 0.95, `${key}: ${score.toFixed(2)}`);
    }
    if (typeof expected.attachments === 'number') {
      const difference = Math.abs(ours.attachments.length - expected.attachments);
      files.note(
        difference <= (expected.signed === undefined ? 0 : 1),
        `${key}: ${ours.attachments.length} ≠ ${expected.attachments}`,
      );
    }
  }
  return [
    from.share(set, 'from address', null),
    subject.share(set, 'subject', null),
    text.share(set, 'text, word F1 ≥ 0.95', null),
    files.share(set, 'attachment count', null),
  ];
}
