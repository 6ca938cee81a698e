/**
 * Which files of a mail go on to its reader: what its writer has attached, and the pictures between the words. Not the
 * logo of a signature, nor the pictures of the quoted mail.
 */
import { cleanFilename } from '../mail/clean-text';
import {
  isShownByAll,
  pictureNames,
  picturePlace,
  pictureType,
  shownContentIds,
} from '../mail/inline-pictures';
import type { Attachment, Mail } from '../mail/mail';
import type { OutgoingFile } from './outgoing-mail';

export interface Relayed {
  /** Name in the spool. */
  readonly original: string;
  readonly mail: Pick<Mail, 'attachments' | 'html' | 'warnings'>;
  /** What of its text goes on, with the places of its pictures (core/mail/inline-pictures). */
  readonly words: string;
}

/** Why a file that the colleague wanted to send does not go. */
export type LeftOutWhy =
  /** Mail systems refuse a mail with such a file as a whole. */
  | 'dangerous'
  /** A card, a key, an invitation or a whole mail: it says which private address the colleague writes from. */
  | 'shows-address'
  | 'too-large'
  | 'too-many'
  /** The mail was cut, or is a winmail.dat that cannot be opened: nobody could open it. */
  | 'unreadable';

export interface LeftOut {
  readonly filename: string;
  readonly why: LeftOutWhy;
}

export interface RelayedFiles {
  /** In the order of the mail. */
  readonly files: readonly OutgoingFile[];
  /** To be told: to the colleague why, to the participant that something is missing. */
  readonly leftOut: readonly LeftOut[];
}

export const MOST_RELAYED = 10;
/**
 * Bytes of all files together. Gmail takes mails of 25 MB (https://support.google.com/mail/answer/6584) and so do most
 * others, as they travel: base64 makes a line of 78 bytes out of 57 (RFC 2045 §6.8), so 18 MB become 24.6, and the rest is
 * for the words. Larger mails of colleagues are not in the spool as a whole either.
 */
export const LARGEST_RELAYED = 18_000_000;

/** Of a colleague's mail, for the participant. */
export function relayedFiles(relayed: Relayed): RelayedFiles {
  return filesOf([relayed], 'participant');
}

/**
 * Of the participant's mails, for the colleague who is to answer them.
 * @param mails those whose files matter most come first: there may be no room for all
 */
export function passedOnFiles(mails: readonly Relayed[]): RelayedFiles {
  return filesOf(mails, 'colleague');
}

type Reader = 'participant' | 'colleague';

function filesOf(mails: readonly Relayed[], reader: Reader): RelayedFiles {
  const files: OutgoingFile[] = [];
  const leftOut: LeftOut[] = [];
  const taken = new Set<string>();
  let size = 0;
  for (const { original, mail, words } of mails) {
    const names = pictureNames(mail.attachments);
    const shown = shownContentIds(mail.html);
    for (const attachment of mail.attachments) {
      const { sha256, contentId } = attachment;
      const type = pictureType(attachment);
      const isInText = type !== '' && contentId !== null && shown.has(contentId);
      const filename = (isInText && names.get(contentId)) || safeName(attachment.filename);
      if (isInText && !words.includes(picturePlace(filename))) continue;
      if (isOfProgram(attachment) || taken.has(`${sha256} ${filename}`)) continue;
      const isLast = attachment === mail.attachments[mail.attachments.length - 1];
      const why =
        (isLast && isCut(mail) ? 'unreadable' : whyNot(attachment, reader)) ??
        (files.length >= MOST_RELAYED ? 'too-many' : null) ??
        (size + attachment.size > LARGEST_RELAYED ? 'too-large' : null);
      if (why !== null) {
        leftOut.push({ filename, why });
        continue;
      }
      taken.add(`${sha256} ${filename}`);
      size += attachment.size;
      files.push({
        original,
        sha256,
        filename,
        type: typeOf(attachment, type),
        size: attachment.size,
        // The writer's program may put the name of its own machine into the one it makes. Whoever gets several mails at
        // once finds their pictures as files: two of them may have one name.
        contentId:
          reader === 'participant' && isInText && isShownByAll(type)
            ? `${sha256.slice(0, 32)}@picture.invalid`
            : null,
      });
    }
  }
  return { files, leftOut };
}

/** An invitation within a mail of ours would be ours to a mail program: it goes as a file that has to be opened. */
function typeOf(attachment: Attachment, picture: string): string {
  if (picture !== '') return picture;
  return showsAddress(attachment) ? 'application/octet-stream' : attachment.type;
}

/** A program's signature of the mail that came; of another mail it would be a wrong one. */
function isOfProgram({ type }: Attachment): boolean {
  return /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/.test(type);
}

/** The end of a mail is missing, and with it the end of its last file. */
function isCut({ warnings }: Pick<Mail, 'warnings'>): boolean {
  return warnings.some(({ code }) => code === 'parts-cut' || code === 'unreadable');
}

function whyNot(attachment: Attachment, reader: Reader): LeftOutWhy | null {
  const { filename, type } = attachment;
  if (REFUSED.has(extensionOf(filename))) return 'dangerous';
  if (reader === 'participant' && showsAddress(attachment)) return 'shows-address';
  return WINMAIL.test(type) || /^winmail\.dat$/i.test(filename) ? 'unreadable' : null;
}

const WINMAIL = /^application\/(?:vnd\.)?ms-tnef$/;
function showsAddress({ filename, type }: Attachment): boolean {
  return SHOWING_TYPE.test(type) || SHOWING_EXTENSIONS.has(extensionOf(filename));
}

const SHOWING_TYPE =
  /^(?:message\/|text\/(?:x-)?vcard$|text\/(?:directory|calendar)$|application\/(?:ics|pgp-keys|vnd\.ms-outlook)$)/;
const SHOWING_EXTENSIONS: ReadonlySet<string> = new Set(['vcf', 'ics', 'eml', 'msg', 'asc']);

/** https://support.google.com/mail/answer/6590, "File types blocked in Gmail". Archives that hold one are refused too. */
const REFUSED: ReadonlySet<string> = new Set(
  (
    'ade adp apk appx appxbundle bat cab chm cmd com cpl diagcab diagcfg diagpkg dll dmg ex ex_ exe hta img ins iso ' +
    'isp jar jnlp js jse lib lnk mde mjs msc msi msix msixbundle msp mst nsh pif ps1 scr sct shb sys vb vbe vbs vhd ' +
    'vxd wsc wsf wsh xll'
  ).split(' '),
);

function extensionOf(filename: string): string {
  const name = safeName(filename).toLowerCase();
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1);
}

/** Windows drops dots and blanks at the end of a name: `setup.exe. ` is a program. */
function safeName(filename: string): string {
  const name = cleanFilename(filename).replace(/[.\s]+$/, '');
  return name === '' ? 'file' : name;
}
