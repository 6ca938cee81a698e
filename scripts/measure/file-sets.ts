/** winmail.dat and calendar parts. */
import { readTnef } from '../../mail-bridge/mime/tnef';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';

export function measureFiles(corpora: Corpora): Measurement[] {
  const set = 'mimekit-tnef';
  const tally = new Tally();
  for (const path of corpora.files(set, /\.list$/)) {
    const tnef = path.replace(/\.list$/, '.tnef');
    if (!corpora.exists(set, tnef)) continue;
    const wanted = corpora
      .text(set, path)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '' && !line.startsWith('body.'))
      .map((line) => line.trim())
      .sort();
    const ours = readTnef(corpora.bytes(set, tnef))
      .attachments.map((file) => file.name)
      .sort();
    // The lists were written by a tool that leaves some files out (long-filename holds one of 279 bytes that its list
    // does not name), so every listed name must be found, and a file beyond the list is no fault.
    tally.note(
      wanted.every((name) => ours.includes(name)),
      `${path}: [${ours.join(', ')}] ≠ [${wanted.join(', ')}]`,
    );
  }
  return tally.share(set, 'names in winmail.dat', { atLeast: 1 }).total === 0
    ? []
    : [tally.share(set, 'names in winmail.dat', { atLeast: 1 })];
}
