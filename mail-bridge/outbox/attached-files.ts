/** The files of mails to be sent. They stay in the spool, within the mails that brought them. */
import type { OutgoingFile } from '../../core/outbox/outgoing-mail';
import type { Log } from '../log/log';
import { readFiles } from '../mime/attachment-bytes';
import type { Spool, SpoolName } from '../state/spool';
import { reasonOf } from '../user-error';
import type { OutboxBook } from './outbox-book';

/** The bytes of each file, in order; null where they are gone. Nothing of them is kept: a retry reads them again. */
export type ReadFiles = (files: readonly OutgoingFile[]) => Promise<readonly (Buffer | null)[]>;

/** For a sender whose mails have none. */
export const noFiles: ReadFiles = async (files) => files.map(() => null);

/** Reads every mail once, however many files it gives. */
export function filesInSpool({
  spool,
  log,
}: {
  readonly spool: Pick<Spool, 'read'>;
  readonly log: Log;
}): ReadFiles {
  const bytesIn = async (original: string, wanted: readonly OutgoingFile[]) => {
    const found = new Map<OutgoingFile, Buffer>();
    let reason = 'the original no longer holds it';
    try {
      const { byDigest } = await readFiles(spool.read(spoolName(original)));
      for (const file of wanted) {
        const bytes = byDigest.get(file.sha256);
        if (bytes !== undefined) found.set(file, bytes);
      }
    } catch (error) {
      reason = reasonOf(error);
    }
    for (const file of wanted) {
      if (found.has(file)) continue;
      log.warn(
        { original, file: file.filename, reason },
        'a file of a mail cannot be read; the mail goes out without it and says so',
      );
    }
    return found;
  };
  return async (files) => {
    const found = new Map<OutgoingFile, Buffer>();
    for (const original of new Set(files.map((file) => file.original))) {
      const wanted = files.filter((file) => file.original === original);
      for (const [file, bytes] of await bytesIn(original, wanted)) found.set(file, bytes);
    }
    return files.map((file) => found.get(file) ?? null);
  };
}

/** A journal could hold anything, and the name becomes a path. */
function spoolName(written: string): SpoolName {
  if (!/^[0-9a-f]{64}$/.test(written)) throw new Error('no mail in the spool has such a name');
  return written as SpoolName;
}

/** Mails in the spool that one which may still go out, or go out once more, takes its files from. */
export function originalsOfFiles(book: Pick<OutboxBook, 'waiting' | 'inState'>): ReadonlySet<string> {
  const unsent = [...book.waiting(), ...book.inState('sending'), ...book.inState('unknown')];
  return new Set(unsent.flatMap(({ mail }) => mail.files.map(({ original }) => original)));
}
