/** The files of a mail as its parts: pictures that its page shows, and files that are attached. */
import { isShownByAll } from '../../core/mail/inline-pictures';
import { notAttachedInWords } from '../../core/outbox/left-out-words';
import { isPersonsAnswer, type OutgoingFile, type OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { Pictures } from '../../core/template/letter-markup';
import { withNote } from '../../core/template/note-in-letter';

interface FilePart {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
  /** Makes it a part of the page (multipart/related). */
  readonly cid?: string;
}

export interface MailWithFiles {
  /** Says which files are missing. */
  readonly text: string;
  readonly html: string | null;
  readonly parts: readonly FilePart[];
}

/**
 * @param bytes of each file of the mail, null where they are gone
 * @param page makes the page of a text; null: the mail has none
 */
export function withFiles(
  mail: Pick<OutgoingMail, 'files' | 'kind' | 'language' | 'text'>,
  bytes: readonly (Buffer | null)[],
  page: ((text: string, pictures: Pictures) => string) | null,
): MailWithFiles {
  const present = mail.files.flatMap((file, at) => {
    const content = bytes[at];
    return content ? [{ file, content }] : [];
  });
  const missing = mail.files.filter((_, at) => !bytes[at]).map(({ filename }) => filename);
  const text = missing.length === 0 ? mail.text : withNote(mail.text, notAttached(missing, mail));
  const pictures = new Map(
    present.flatMap(({ file }) => (isPicture(file) ? [[file.filename, file.contentId] as const] : [])),
  );
  const html = page?.(text, pictures) ?? null;
  return {
    text,
    html,
    parts: present.map(({ file, content }) => ({
      filename: file.filename,
      contentType: contentType(file),
      content,
      // What the page does not show (somebody has edited the row) would be seen nowhere.
      ...(isPicture(file) && html?.includes(`"cid:${file.contentId}"`) ? { cid: file.contentId } : {}),
    })),
  };
}

/** Of signs that no header and no address of a part has to escape. */
function isPicture(file: OutgoingFile): file is OutgoingFile & { readonly contentId: string } {
  return isShownByAll(file.type) && /^[\w.-]{1,200}@[\w.-]{1,200}$/.test(file.contentId ?? '');
}

/** A multipart or a message is no file to a mail program, but more parts and another mail. */
function contentType({ type }: OutgoingFile): string {
  return /^(?!multipart|message)[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(type)
    ? type
    : 'application/octet-stream';
}

function notAttached(
  missing: readonly string[],
  { kind, language }: Pick<OutgoingMail, 'kind' | 'language'>,
) {
  return notAttachedInWords(missing, language, isPersonsAnswer(kind));
}
