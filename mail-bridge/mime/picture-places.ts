/**
 * A mail whose text shows where its pictures stand, for words that go on to somebody else together with the pictures. The
 * usual reading leaves pictures out: most of them are logos.
 */
import { pictureNames, picturePlace } from '../../core/mail/inline-pictures';
import type { Mail } from '../../core/mail/mail';
import { splitMarked, withoutMarks } from '../../core/mail/quote-marks';
import { htmlToMarkedTextWithPictures } from './html-text';
import type { MarkedPicture } from './picture-marks';

interface NamedPicture extends MarkedPicture {
  readonly name: string;
}

/** The mail itself when it shows no picture of its own. */
export function withPicturePlaces(mail: Mail): Mail {
  const names = pictureNames(mail.attachments);
  if (names.size === 0 || mail.html === '') return mail;
  const pictures: NamedPicture[] = [];
  const htmlMarked = htmlToMarkedTextWithPictures(mail.html, (picture) => {
    const name = names.get(picture.contentId);
    if (name === undefined) return '';
    pictures.push({ ...picture, name });
    return picturePlace(name);
  });
  const { own } = splitMarked(htmlMarked);
  const inWords = pictures.some(({ name }) => own.includes(picturePlace(name)));
  // Without a plain text the text is taken from the HTML, which shows them all.
  const plain = placedInPlain(mail.text, pictures) ?? (inWords ? '' : mail.text);
  const text = withoutAddresses(plain, names);
  if (pictures.length === 0 && text === mail.text) return mail;
  return { ...mail, text, htmlMarked, htmlAsText: withoutMarks(htmlMarked) };
}

/**
 * Gmail writes `[image: name]` into the plain text, Outlook `[cid:…]` or the alternative text in brackets; Apple Mail and
 * Thunderbird write nothing. The pictures come in the same order as in the HTML.
 * @returns null when one of them has no place there
 */
function placedInPlain(plain: string, pictures: readonly NamedPicture[]): string | null {
  let placed = '';
  let rest = plain;
  for (const picture of pictures) {
    const found = placeOf(picture).exec(rest);
    if (found === null) return null;
    placed += rest.slice(0, found.index) + picturePlace(picture.name);
    rest = rest.slice(found.index + found[0].length);
  }
  return placed + rest;
}

/** Of icons and logos, which have no places: `[cid:image002.png@01DC…]` means nothing to a person. */
function withoutAddresses(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/\[cid:([^\]\s]{1,500})\]/gi, (address, contentId: string) =>
    names.has(contentId) ? '' : address,
  );
}

function placeOf({ contentId, alt, name }: NamedPicture): RegExp {
  const titles = [alt.trim(), name].filter((title) => title !== '').map(literally);
  return new RegExp(`\\[(?:cid:\\s?${literally(contentId)}|(?:image:\\s*)?(?:${titles.join('|')}))\\]`, 'i');
}

/** Programs wrap lines where the text has a blank. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
