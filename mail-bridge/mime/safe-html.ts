/**
 * HTML from outside made safe to show: no script, no remote content, no form, nothing that leaves the page by itself.
 * sanitize-html keeps what is on the lists below and drops the rest.
 */
import sanitizeHtml from 'sanitize-html';
import { flattenHtml } from './flatten-html';

const LONGEST = 1_000_000;

const TAGS = [
  'a',
  'abbr',
  'address',
  'b',
  'big',
  'blockquote',
  'br',
  'caption',
  'center',
  'cite',
  'code',
  'col',
  'colgroup',
  'dd',
  'del',
  'details',
  'div',
  'dl',
  'dt',
  'em',
  'figcaption',
  'figure',
  'font',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'img',
  'ins',
  'kbd',
  'li',
  'mark',
  'ol',
  'p',
  'pre',
  'q',
  's',
  'samp',
  'section',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'summary',
  'sup',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'tt',
  'u',
  'ul',
  'var',
];

/** Values without url(), expression() or escapes: nothing that could load or run. */
const PLAIN_VALUE = /^[\w\s#%.,'"()-]{1,100}$/;
const COLOR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%]{5,40}\))$/i;
const LENGTH =
  /^-?[\d.]{1,8}(?:px|pt|em|rem|%|cm|mm|in)?(?:\s+-?[\d.]{1,8}(?:px|pt|em|rem|%|cm|mm|in)?){0,3}$/i;

export function safeHtml(html: string): string {
  return sanitizeHtml(flattenHtml(html.slice(0, LONGEST)), {
    allowedTags: TAGS,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'style',
      'script',
      'textarea',
      'option',
      'noscript',
      'title',
      'iframe',
      'object',
      'embed',
      'template',
      'noembed',
      'noframes',
      'xmp',
      'svg',
      'math',
    ],
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan', 'align', 'valign'],
      th: ['colspan', 'rowspan', 'align', 'valign'],
      table: ['align', 'border', 'cellpadding', 'cellspacing', 'width'],
      ol: ['start', 'type'],
      font: ['color', 'size'],
      '*': ['style', 'dir', 'lang'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // Images of the mail itself; everything else would tell its sender that the mail was read.
    allowedSchemesByTag: { img: ['cid'] },
    allowProtocolRelative: false,
    allowedStyles: {
      '*': {
        color: [COLOR],
        'background-color': [COLOR],
        'font-weight': [/^(?:bold|bolder|lighter|normal|[1-9]00)$/i],
        'font-style': [/^(?:italic|normal|oblique)$/i],
        'text-decoration': [/^(?:underline|line-through|none)$/i],
        'text-align': [/^(?:left|right|center|justify)$/i],
        'font-size': [LENGTH],
        margin: [LENGTH],
        padding: [LENGTH],
        'border-collapse': [/^(?:collapse|separate)$/i],
        'white-space': [PLAIN_VALUE],
      },
    },
    nestingLimit: 100,
    parseStyleAttributes: true,
    enforceHtmlBoundary: false,
    // A page opened from a mail must not reach back into ours: said for every link that is left.
  }).replace(/<a /g, '<a rel="noopener noreferrer nofollow" target="_blank" ');
}
