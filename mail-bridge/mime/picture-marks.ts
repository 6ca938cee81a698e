/** Where the pictures of a mail stood in its HTML, marked while the HTML becomes text. */
import type { FormatCallback } from 'html-to-text';
import { contentIdOf } from '../../core/mail/inline-pictures';

/** Private-use signs, as in core/mail/quote-marks: the converter removes those that come with a mail. */
const BEGIN = '\ue010';
const ALT = '\ue011';
const END = '\ue012';
const MARK = /\ue010([^\ue010-\ue012]*)\ue011([^\ue010-\ue012]*)\ue012/g;

export interface MarkedPicture {
  readonly contentId: string;
  /** Its alternative text. */
  readonly alt: string;
}

/** Marks a picture that the mail itself carries; leaves out all others. */
export const markPicture: FormatCallback = (element, _walk, builder) => {
  const { src = '', alt = '', width, height } = (element.attribs ?? {}) as Record<string, string | undefined>;
  const address = /^\s*cid:\s*(\S{1,500})\s*$/i.exec(src)?.[1];
  if (address === undefined || isInLink(element) || (isSmall(width) && isSmall(height))) return;
  builder.addInline(BEGIN + address + ALT + alt + END, { noWordTransform: true });
};

export function replacePictureMarks(marked: string, placeOf: (picture: MarkedPicture) => string): string {
  // Only now decoded: an address could hold signs of ours in percent-encoding.
  return marked.replace(MARK, (_mark, address: string, alt: string) =>
    placeOf({ contentId: contentIdOf(address), alt }),
  );
}

/** Icons and the dots by which senders count readers: nobody has put those between the words. */
const SMALLEST = 48;

function isSmall(length = ''): boolean {
  return /^\s*\d/.test(length) && Number.parseFloat(length) <= SMALLEST;
}

type Node = Parameters<FormatCallback>[0];

/** Logos lead to a page. A picture that somebody has put between the words leads nowhere. */
function isInLink(element: Node): boolean {
  let parent = element.parent as (Node & { readonly name?: string }) | null;
  for (let climbed = 0; parent !== null && climbed < 6; climbed++) {
    if (parent.name === 'a') return true;
    parent = parent.parent as typeof parent;
  }
  return false;
}
