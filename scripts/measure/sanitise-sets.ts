/** What is left alive after sanitising: scripts and remote content. Parsed again by another parser. */

import { findAll } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { readMail } from '../../mail-bridge/mime/read-mail';
import { safeHtml } from '../../mail-bridge/mime/safe-html';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';

const DANGEROUS = new Set(['script', 'iframe', 'object', 'embed', 'applet', 'base', 'meta', 'link']);
const URL_ATTRIBUTES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'background',
  'poster',
  'xlink:href',
  'cite',
  'longdesc',
  'srcset',
]);

export async function measureSanitising(corpora: Corpora): Promise<Measurement[]> {
  const live = new Tally();
  const css = new Tally();
  for (const { name, html } of payloads(corpora)) {
    const clean = safeHtml(html);
    live.note(!isAlive(clean), name);
    css.note(
      !/expression\s*\(|behavior\s*:|-moz-binding|url\s*\(/i.test(clean.replace(/>[^<]*</g, '><')),
      name,
    );
  }
  const remote = new Tally();
  for (const { name, html } of await remoteCases(corpora)) {
    const urls = remoteUrls(safeHtml(html));
    remote.note(urls.length === 0, `${name}: ${urls[0]}`);
  }
  return [
    live.failures('dompurify, bleach, loofah', 'payloads alive', { atMost: 0 }),
    css.failures('dompurify, bleach, loofah', 'CSS that runs or loads', { atMost: 0 }),
    remote.failures('privacy-tester, mailspring', 'mails with remote URLs left', { atMost: 0 }),
  ];
}

interface Payload {
  readonly name: string;
  readonly html: string;
}

function payloads(corpora: Corpora): Payload[] {
  const purify =
    corpora.json<{ title?: string; payload: string }[]>('dompurify', 'dompurify-cases.json') ?? [];
  const loofah =
    corpora.json<{ name: string; input: string }[]>('loofah-sanitizer', 'sanitizer-cases.json') ?? [];
  return [
    ...purify.map(({ title, payload }, at) => ({ name: `dompurify ${at} ${title ?? ''}`, html: payload })),
    ...loofah.map(({ name, input }) => ({ name: `loofah ${name}`, html: input })),
    ...corpora.files('bleach', /\.test$/).map((path) => ({
      name: `bleach ${path}`,
      html: corpora.text('bleach', path).split(/^--$/m)[0] ?? '',
    })),
  ];
}

async function remoteCases(corpora: Corpora): Promise<Payload[]> {
  const out: Payload[] = [];
  for (const set of ['email-privacy-tester', 'mailspring-remote-images']) {
    for (const path of corpora.files(set, /\.html$|-(?:before|in)\b[^/]*$/))
      out.push({ name: `${set}/${path}`, html: corpora.text(set, path) });
    for (const path of corpora.files(set, /\.eml$/))
      out.push({ name: `${set}/${path}`, html: (await readMail(corpora.bytes(set, path))).html });
  }
  return out;
}

function isAlive(html: string): boolean {
  return findAll(() => true, parseDocument(html).children).some(
    (element) =>
      DANGEROUS.has(element.name) ||
      Object.entries(element.attribs).some(([name, value]) => isLiveAttribute(name, value)),
  );
}

function isLiveAttribute(name: string, value: string): boolean {
  if (/^on/i.test(name) || name === 'srcdoc') return true;
  if (!URL_ATTRIBUTES.has(name.toLowerCase())) return false;
  try {
    const url = new URL(value, 'https://base.invalid/');
    return (
      url.protocol === 'javascript:' ||
      url.protocol === 'vbscript:' ||
      (url.protocol === 'data:' && /^data:text\/html/i.test(url.href))
    );
  } catch {
    return false;
  }
}

function remoteUrls(html: string): string[] {
  const found: string[] = [];
  for (const element of findAll(() => true, parseDocument(html).children)) {
    for (const [name, value] of Object.entries(element.attribs)) {
      if (element.name === 'a' && name === 'href') continue;
      if (/(?:https?:)?\/\/[^\s]/i.test(value)) found.push(`${element.name} ${name}=${value.slice(0, 60)}`);
    }
  }
  return found;
}
