/**
 * What other parsers and help desks read from their own test mails: stalwart-mail-parser, mime4j, Redmine, Chatwoot,
 * Discourse. Only the fields that the corpora README calls objective; no goals, the peers disagree among themselves.
 */
import { createHash } from 'node:crypto';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Explanation } from '../../mail-bridge/mime/explain';
import { explain } from '../../mail-bridge/mime/explain';
import { collapsed, displayName, visibleText, wordRecall } from './compare';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';

export async function measurePeerParsers(corpora: Corpora): Promise<Measurement[]> {
  return [
    ...(await stalwart(corpora)),
    ...(await mime4j(corpora)),
    ...(await helpDesk(corpora, 'redmine-mail-handler')),
    ...(await helpDesk(corpora, 'chatwoot-mail')),
    ...(await helpDesk(corpora, 'discourse-mini')),
  ];
}

interface StalwartMailbox {
  readonly name?: string | null;
  readonly address?: string | null;
}

interface StalwartValue {
  readonly Address?: {
    readonly List?: readonly StalwartMailbox[];
    readonly Group?: readonly { readonly addresses: readonly StalwartMailbox[] }[];
  };
  readonly Text?: string;
  readonly DateTime?: Readonly<
    Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'tz_hour' | 'tz_minute', number>
  > & { readonly tz_before_gmt: boolean };
}

interface StalwartMail {
  readonly text_body: readonly number[];
  readonly parts: readonly {
    readonly headers: readonly { readonly name: unknown; readonly value: StalwartValue | string }[];
    readonly body: { readonly Text?: string; readonly Html?: string };
  }[];
}

async function stalwart(corpora: Corpora): Promise<Measurement[]> {
  const set = 'stalwart-mail-parser';
  const [from, name, subject, date, text] = [new Tally(), new Tally(), new Tally(), new Tally(), new Tally()];
  for (const path of corpora.files(set, /\.json$/)) {
    const theirs = corpora.json<StalwartMail>(set, path);
    const key = path.replace(/\.json$/, '');
    if (theirs === null || !corpora.exists(set, `${key}.eml`)) continue;
    const ours = await explain(corpora.bytes(set, `${key}.eml`), key);
    const header = (wanted: string): StalwartValue | undefined => {
      const all = theirs.parts[0]?.headers.filter((field) => field.name === wanted) ?? [];
      const value = all[all.length - 1]?.value;
      return typeof value === 'object' ? value : undefined;
    };
    const address = header('from')?.Address;
    const sender = address?.List?.[0] ?? address?.Group?.[0]?.addresses[0];
    if (isWhole(sender?.address)) noteEqual(from, key, ours.from?.address, sender?.address, 'lower');
    if (isWhole(sender?.name))
      noteEqual(name, key, displayName(ours.from?.name ?? ''), sender?.name, 'as is');
    const title = header('subject')?.Text;
    if (isWhole(title)) noteEqual(subject, key, ours.subject, title, 'as is');
    const when = header('date')?.DateTime;
    if (when !== undefined) {
      const offset = (when.tz_hour * 60 + when.tz_minute) * (when.tz_before_gmt ? -1 : 1);
      const at = Date.UTC(when.year, when.month - 1, when.day, when.hour, when.minute, when.second);
      noteEqual(date, key, ours.date ?? '', new Date(at - offset * 60_000).toISOString(), 'as is');
    }
    for (const index of theirs.text_body) {
      const body = theirs.parts[index]?.body;
      const wanted = body?.Text ?? (body?.Html === undefined ? undefined : visibleText(body.Html));
      if (!isWhole(wanted)) continue;
      const recall = wordRecall(ours.text, wanted);
      text.note(recall >= 0.95, `${key}, part ${index}: ${recall.toFixed(2)}`);
    }
  }
  return [
    from.share(set, 'from address', null),
    name.share(set, 'display name', null),
    subject.share(set, 'subject', null),
    date.share(set, 'date', null),
    text.share(set, 'text parts, words found ≥ 0.95', null),
  ];
}

/** Each part that is no mail within the mail: its bytes are an attachment of ours, or its words are in our text. */
async function mime4j(corpora: Corpora): Promise<Measurement[]> {
  const set = 'mime4j';
  const leaves = new Tally();
  for (const path of corpora.files(set, /_decoded\.xml$/)) {
    const key = path.replace(/_decoded\.xml$/, '');
    if (!corpora.exists(set, `${key}.msg`)) continue;
    const ours = await explain(corpora.bytes(set, `${key}.msg`), key);
    const digests = new Set(ours.attachments.map((file) => file.sha256));
    for (const leaf of ownLeaves(corpora.text(set, path))) {
      const file = `${key.slice(0, key.lastIndexOf('/') + 1)}${leaf.file}`;
      if (!corpora.exists(set, file)) continue;
      const bytes = corpora.bytes(set, file);
      const isFile = digests.has(createHash('sha256').update(bytes).digest('hex'));
      const text = bytes.toString('latin1');
      const recall = isFile ? 1 : wordRecall(ours.text, leaf.isHtml ? visibleText(text) : text, 'ascii');
      leaves.note(recall >= 0.95, `${key}, ${leaf.file}: ${recall.toFixed(2)}`);
    }
  }
  return [leaves.share(set, 'parts found in text or attachments', null)];
}

function ownLeaves(xml: string): { file: string; isHtml: boolean }[] {
  const document = parseDocument(xml, { xmlMode: true });
  const found: { file: string; isHtml: boolean }[] = [];
  const walk = (nodes: typeof document.children, mails: number, type: string): void => {
    let own = type;
    for (const node of nodes) {
      if (!('children' in node) || !('name' in node)) continue;
      if (node.name === 'header') {
        own = /content-type:\s*([\w/.+-]+)/i.exec(textContent(node))?.[1]?.toLowerCase() ?? '';
      }
      const file = 'attribs' in node ? node.attribs.name : undefined;
      if (mails < 2 && file !== undefined && node.name.endsWith('-body')) {
        found.push({ file, isHtml: own === 'text/html' });
      }
      walk(node.children, mails + (node.name === 'message' ? 1 : 0), own);
    }
  };
  walk(document.children, 0, '');
  return found;
}

interface HelpDeskExpectation {
  readonly subject?: string;
  readonly from_email?: string;
  readonly attachments?: number;
  readonly attachment_filename?: string;
  readonly text?: string;
  readonly reply_starts_with?: string;
}

async function helpDesk(corpora: Corpora, set: string): Promise<Measurement[]> {
  const expectations = corpora.json<Record<string, HelpDeskExpectation>>(set, 'expectations.json') ?? {};
  const [fields, text] = [new Tally(), new Tally()];
  for (const [key, wanted] of Object.entries(expectations)) {
    if (!corpora.exists(set, `${key}.eml`)) continue;
    const ours = await explain(corpora.bytes(set, `${key}.eml`), key);
    if (wanted.subject !== undefined) noteEqual(fields, key, ours.subject, wanted.subject, 'as is');
    if (wanted.from_email !== undefined)
      noteEqual(fields, key, ours.from?.address, wanted.from_email, 'lower');
    if (wanted.attachments !== undefined) {
      noteEqual(fields, key, String(handedOver(ours).length), String(wanted.attachments), 'as is');
    }
    if (wanted.attachment_filename !== undefined) {
      const names = ours.attachments.map((file) => file.filename);
      fields.note(names.includes(wanted.attachment_filename), `${key}: ${names.join(', ')}`);
    }
    const body = wanted.text ?? wanted.reply_starts_with;
    if (body === undefined) continue;
    const recall = wordRecall(ours.text, body);
    text.note(recall >= 0.95, `${key}: ${recall.toFixed(2)}`);
  }
  return [
    fields.share(set, 'subject, sender, attachments', null),
    text.share(set, 'text, words found ≥ 0.95', null),
  ];
}

/** Redmine leaves out files without content. */
function handedOver(ours: Explanation): Explanation['attachments'] {
  return ours.attachments.filter((file) => file.size > 0);
}

const isWhole = (text: string | null | undefined): text is string =>
  typeof text === 'string' && text !== '' && !text.includes('\ufffd');

function noteEqual(
  tally: Tally,
  key: string,
  ours: string | undefined,
  theirs: string | null | undefined,
  form: 'lower' | 'as is',
): void {
  const tidy = (text: string): string => (form === 'lower' ? text.toLowerCase() : collapsed(text));
  const [mine, wanted] = [tidy(ours ?? ''), tidy(theirs ?? '')];
  tally.note(mine === wanted, `${key}: ${mine} ≠ ${wanted}`);
}
