/// <reference lib="dom" />
/** One letter. Its words come from a mail, so they are only ever text. */
import { el, svgElement } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import type { FileView, LetterView } from '../protocol';
import type { Times } from './format';
import { server } from './server';

export interface LetterPlace {
  /** In whose mailbox it lies. */
  readonly of: string;
  readonly now: number;
  /** Shows a row of the Sheet. */
  readonly openRow: (address: SheetAddress) => void;
  /** Answers this letter; null where always the newest is answered. */
  readonly answer: ((letter: LetterView) => void) | null;
  /** Message-ID of the one that is being answered. */
  readonly answered: string | null;
}

export interface SheetAddress {
  readonly sheetId: number;
  /** From 1. */
  readonly row: number;
}

export function letterItem(
  letter: LetterView,
  { people }: DemoWords,
  times: Times,
  place: LetterPlace,
): HTMLElement {
  const words = (text: string) => el('p', { class: 'words', dir: 'auto' }, ...withLinks(text, people, place));
  return el(
    'li',
    { class: lookOf(letter, place) },
    el(
      'header',
      {},
      el('strong', {}, letter.from),
      letter.automatic ? el('span', { class: 'mark-auto' }, people.automatic) : null,
      el('time', {}, times.near(letter.at, place.now)),
      place.answer === null || letter.direction === 'out' ? null : answerButton(letter, people, place.answer),
    ),
    addresses(letter, people),
    words(letter.text.trim()),
    letter.files.length === 0 ? null : files(letter, people, place.of),
    letter.quote === '' ? null : el('details', {}, el('summary', {}, people.quote), words(letter.quote)),
  );
}

function lookOf({ direction, messageId }: LetterView, { answered }: LetterPlace): string {
  if (direction === 'out') return 'letter is-own';
  return messageId === answered ? 'letter is-answered' : 'letter';
}

function answerButton(
  letter: LetterView,
  people: DemoWords['people'],
  answer: (letter: LetterView) => void,
): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'answer-this', title: people.replyThis, 'aria-label': people.replyThis },
    svgElement({
      tag: 'svg',
      attributes: { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
      children: [
        {
          tag: 'path',
          attributes: { d: 'M6.500 3.500 2.500 7.500l4 4M3 7.500h6.500a4 4 0 0 1 4 4v1' },
          children: [],
        },
      ],
    }),
  );
  button.addEventListener('click', () => answer(letter));
  return button;
}

/** As mail programs show it: to whom, and all addresses for those who want to know. */
function addresses(letter: LetterView, people: DemoWords['people']): HTMLElement {
  const rows: (readonly [label: string, value: string])[] = [
    [people.from, letter.fromAddress],
    ...(letter.replyTo === letter.fromAddress ? [] : [[people.replyTo, letter.replyTo] as const]),
    [people.to, letter.to],
    ...(letter.cc.length === 0 ? [] : [[people.cc, letter.cc.join(', ')] as const]),
  ];
  return el(
    'details',
    { class: 'addresses' },
    el('summary', {}, `${people.to}: ${[letter.to, ...letter.cc].join(', ')}`),
    el('dl', {}, ...rows.flatMap(([label, value]) => [el('dt', {}, label), el('dd', {}, value)])),
  );
}

function files({ files: all, messageId }: LetterView, people: DemoWords['people'], of: string): HTMLElement {
  return el(
    'ul',
    { class: 'files', 'aria-label': people.files },
    ...all.map((file, index) => el('li', {}, fileLink(file, server.fileAddress(of, messageId, index)))),
  );
}

function fileLink({ name, bytes, isPicture }: FileView, href: string): HTMLElement {
  if (isPicture) {
    const picture = el('img', { src: href, alt: name, loading: 'lazy' });
    return el('a', { href, target: '_blank', rel: 'noopener', class: 'picture' }, picture);
  }
  return el('a', { href, download: name, class: 'file' }, name, el('small', {}, ` ${size(bytes)}`));
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Links to a row of this Sheet lead to the pane beside; no others are made. */
const ROW_LINK = /(https:\/\/docs\.google\.com\/spreadsheets\/d\/[\w-]+\/edit#gid=\d+&range=\d+:\d+)/;

export function sheetAddress(url: string): SheetAddress | null {
  const [, gid, row] = /#gid=(\d+)&range=(\d+)/.exec(url) ?? [];
  return gid === undefined || row === undefined ? null : { sheetId: Number(gid), row: Number(row) };
}

function withLinks(text: string, people: DemoWords['people'], place: LetterPlace): (Node | string)[] {
  return text.split(ROW_LINK).map((part, index) => {
    const address = index % 2 === 1 ? sheetAddress(part) : null;
    if (address === null) return part;
    const link = el('button', { type: 'button', class: 'in-text', title: part }, people.row(address.row));
    link.addEventListener('click', () => place.openRow(address));
    return link;
  });
}
