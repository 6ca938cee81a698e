/** winmail.dat and calendar parts. */
import { readTnef } from '../../mail-bridge/mime/tnef';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';

export function measureFiles(corpora: Corpora): Measurement[] {
  const set = 'mimekit-tnef';
  const found = new Tally();
  const equal = new Tally();
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
    const name = `${path}: [${ours.join(', ')}] ≠ [${wanted.join(', ')}]`;
    // The lists were written by a tool that leaves some files out (long-filename holds one of 279 bytes that its list
    // does not name), so every listed name must be found, and a file beyond the list is no fault of the reading.
    found.note(
      wanted.every((file) => ours.includes(file)),
      name,
    );
    equal.note(ours.join('\n') === wanted.join('\n'), name);
  }
  return [
    found.share(set, 'names in winmail.dat, listed and found', { atLeast: 1 }),
    equal.share(set, 'names in winmail.dat, equal to the list', null),
  ];
}
