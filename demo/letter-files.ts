/** The files of a letter, with their bytes. */
import { listFiles } from '../mail-bridge/mime/files';
import { DEFAULT_LIMITS, parseMime } from '../mail-bridge/mime/parse-mime';
import type { EnclosedFile } from './letter-html';

/** In the order in which readLetter names them. */
export async function letterFiles(raw: Buffer): Promise<readonly EnclosedFile[]> {
  const { files } = await parseMime(raw, DEFAULT_LIMITS);
  return listFiles(files, true).attachments.flatMap(({ filename, type, sha256 }) => {
    const bytes = files.find((file) => file.sha256 === sha256)?.bytes;
    return bytes === undefined ? [] : [{ name: filename, type, bytes }];
  });
}
