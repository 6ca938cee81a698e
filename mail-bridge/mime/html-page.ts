/** The HTML of a mail as a page that can be opened: it holds all it shows, and asks nobody for anything. */
import sanitizeHtml from 'sanitize-html';
import { escapeHtml } from '../../core/mail/escape-html';
import type { Mail } from '../../core/mail/mail';
import type { FileBytes } from './attachment-bytes';
import { flattenHtml } from './flatten-html';
import { safeHtml } from './safe-html';

export interface Blocked {
  /** Images, styles and media that the page would have fetched: their sender would learn that it was opened. */
  readonly remote: number;
  readonly scripts: number;
  readonly forms: number;
  readonly frames: number;
}

export interface HtmlPage {
  readonly page: string;
  readonly blocked: Blocked;
}

/** Whatever sanitising may overlook is refused by the browser: nothing loads but what stands in the page itself. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE =
  'body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#202124;background:#fff}' +
  'header{padding:12px 16px;background:#eceff1;border-bottom:1px solid #9aa3ad}header p{margin:2px 0}' +
  'main{padding:16px;overflow-x:auto}pre{white-space:pre-wrap;font:inherit}img{max-width:100%;height:auto}';

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const LARGEST_PICTURE = 5_000_000;
const LONGEST = 1_000_000;

export function htmlPage(mail: Mail, text: string, files: Pick<FileBytes, 'byContentId'>): HtmlPage {
  const blocked = countBlocked(mail.html);
  const body =
    mail.html === ''
      ? `<pre>${escapeHtml(text)}</pre>`
      : withPictures(safeHtml(mail.html), files.byContentId);
  const page = [
    '<!doctype html>',
    '<html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(mail.subject)}</title>`,
    `<style>${STYLE}</style></head><body>`,
    `<header>${heading(mail)}<p><strong>${escapeHtml(toldBlocked(blocked))}</strong></p></header>`,
    `<main>${body}</main>`,
    '</body></html>',
    '',
  ].join('\n');
  return { page, blocked };
}

export function toldBlocked({ remote, scripts, forms, frames }: Blocked): string {
  const counts = [
    [remote, 'remote image or style', 'remote images and styles'],
    [scripts, 'script', 'scripts'],
    [forms, 'form', 'forms'],
    [frames, 'frame', 'frames'],
  ] as const;
  const told = counts.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`],
  );
  return told.length === 0 ? 'Nothing had to be blocked.' : `Blocked: ${told.join(', ')}.`;
}

function heading({ subject, from, to, date }: Mail): string {
  const lines = [
    ['Subject', subject],
    ['From', from === null ? '' : `${from.name} <${from.address}>`.trim()],
    ['To', to.map(({ address }) => address).join(', ')],
    ['Date', date === null ? '' : new Date(date).toUTCString()],
  ];
  return lines.map(([name, value]) => `<p>${name}: ${escapeHtml(value ?? '')}</p>`).join('');
}

/** Pictures that came with the mail are put into the page; all others lose their place. */
function withPictures(safe: string, byContentId: FileBytes['byContentId']): string {
  return sanitizeHtml(safe, {
    // What may stay is decided: here only the places of the pictures are filled.
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: {
      img: (tagName, { src = '', ...rest }) => {
        const data = dataOf(src, byContentId);
        return { tagName, attribs: data === null ? rest : { ...rest, src: data } };
      },
    },
    allowedSchemesByTag: { img: ['data'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  });
}

function dataOf(src: string, byContentId: FileBytes['byContentId']): string | null {
  if (!/^cid:/i.test(src)) return null;
  const id = src.slice('cid:'.length);
  const file = byContentId.get(id) ?? byContentId.get(unescaped(id));
  if (file === undefined || !PICTURES.has(file.type) || file.bytes.length > LARGEST_PICTURE) return null;
  return `data:${file.type};base64,${file.bytes.toString('base64')}`;
}

/** RFC 2392: the id in the URL is percent-encoded. */
function unescaped(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

const SCRIPTED = /^\s*(?:javascript|vbscript|livescript)\s*:/i;
const FETCHING = ['src', 'srcset', 'background', 'poster', 'data', 'xlink:href'];
const FRAMES = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal']);

/** What the mail holds of each kind, before anything is taken out. */
function countBlocked(html: string): Blocked {
  const found = { remote: 0, scripts: 0, forms: 0, frames: 0 };
  if (html === '') return found;
  sanitizeHtml(flattenHtml(html.slice(0, LONGEST)), {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    transformTags: {
      '*': (tagName, attribs) => {
        const entries = Object.entries(attribs);
        if (tagName === 'script') found.scripts++;
        found.scripts += entries.filter(([name, value]) => /^on/i.test(name) || SCRIPTED.test(value)).length;
        if (tagName === 'form') found.forms++;
        if (FRAMES.has(tagName)) found.frames++;
        else if (tagName !== 'script' && entries.some(([name, value]) => fetches(tagName, name, value)))
          found.remote++;
        return { tagName, attribs };
      },
    },
    textFilter: (text, tagName) => {
      if (tagName === 'style') found.remote += text.match(/url\s*\(|@import/gi)?.length ?? 0;
      return text;
    },
  });
  return found;
}

function fetches(tag: string, name: string, value: string): boolean {
  if (name === 'style') return /url\s*\(/i.test(value);
  if (tag === 'link') return name === 'href';
  return FETCHING.includes(name) && /(?:^|[\s,])(?:https?:)?\/\//i.test(value);
}
