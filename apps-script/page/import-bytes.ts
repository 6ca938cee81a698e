/**
 * A file that the person chose → text. Exports are UTF-8 or UTF-16 with their mark, or a Windows or ISO charset that
 * nothing names: then the letters that come out decide.
 */

/** `xlsx`: a workbook, which the page does not read. `binary`: no text at all. */
export type FileText = { readonly text: string } | { readonly not: 'xlsx' | 'binary' };

const CANDIDATES = ['windows-1250', 'iso-8859-2', 'windows-1251', 'koi8-u', 'windows-1252'] as const;
const SAMPLE = 20_000;
const LETTERS = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčéěíňřšťúůýž]/g;
const CYRILLIC = /[а-щьюяєіїґА-ЩЬЮЯЄІЇҐ]/g;
/** Signs that stand in no word, and capitals within one: a text read in the wrong charset. */
const FAULTS =
  /[\u0080-\u009f\ufffd]|[a-zа-яіїє][A-ZА-ЯІЇЄ\u00a1-\u00bf]|\p{L}[¤¦§¨©«¬®°±¶¸¹»¼½¾¿ˇ˘˙˛]\p{L}|[ыэъёЫЭЪЁ]|[\u00a1-\u00bf]\p{L}/gu;

export function fileText(bytes: Uint8Array): FileText {
  const starts = (...signs: readonly number[]): boolean =>
    signs.every((sign, place) => bytes[place] === sign);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) return { not: 'xlsx' };
  if (starts(0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (starts(0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes) };
  // No text holds zeros: a picture, a PDF. UTF-16 without its mark has one in every other place.
  const sample = bytes.subarray(0, 2_000);
  const odd = sample.filter((byte, place) => place % 2 === 1 && byte === 0).length;
  const even = sample.filter((byte, place) => place % 2 === 0 && byte === 0).length;
  if (odd > sample.length / 5 && even === 0) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (odd + even > 0) return { not: 'binary' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder(bestCharset(bytes)).decode(bytes) };
  }
}

function bestCharset(bytes: Uint8Array): string {
  // The part with the letters: a long list may begin with plain addresses.
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(Math.max(0, first - 200), first + SAMPLE);
  let best: string = CANDIDATES[0];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const charset of CANDIDATES) {
    const text = new TextDecoder(charset).decode(sample);
    const score = count(text, LETTERS) + count(text, CYRILLIC) - 4 * count(text, FAULTS);
    if (score > bestScore) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
}

const count = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;
