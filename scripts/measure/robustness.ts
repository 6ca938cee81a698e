/** Every mail of every set: no crash, no hang, and a ticket can be made of it. */
import { explain } from '../../mail-bridge/mime/explain';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';

const MAIL = /\.(?:eml|box|msg|raw|email|mbox)$|(?:^|\/)[^./]+$|\.txt$/i;
/** Sets whose .txt files are mails; elsewhere they are bodies or data. */
const TEXT_MAILS = /^(?:zbateson|horde|mimekit-messages|mikel)/;
const NO_MAILS =
  /^(?:banking77|bitext|cranfield|covidqa|nlu|bleach|dompurify|loofah|icaljs|collective|mimekit-tnef|client-replies|zammad-signature|tempo|mailspring)/;
const SLOWEST = 2_000;

export async function measureRobustness(corpora: Corpora): Promise<Measurement[]> {
  const sound = new Tally();
  const quick = new Tally();
  const damaged = new Tally();
  for (const set of corpora.sets().filter((name) => !NO_MAILS.test(name))) {
    for (const path of corpora.files(set, MAIL)) {
      if (/SOURCE|expectations|_decoded/.test(path) || (path.endsWith('.txt') && !TEXT_MAILS.test(set)))
        continue;
      const raw = corpora.bytes(set, path);
      const before = performance.now();
      const ours = await explain(raw, path);
      const took = performance.now() - before;
      const name = `${set}/${path}`;
      const failed =
        ours.messageId === '' || ours.warnings.some((warning) => warning.includes('could not be explained'));
      sound.note(!failed, `${name}: ${ours.warnings.join(' ')}`);
      quick.note(took < SLOWEST, `${name}: ${Math.round(took)} ms`);
      damaged.note(!`${ours.subject}${ours.from?.name ?? ''}${ours.text}`.includes('\ufffd'), name);
    }
  }
  return [
    sound.failures('all mails', 'crash, or no ticket possible', { atMost: 0 }),
    quick.failures('all mails', 'slower than 2 s', { atMost: 0 }),
    damaged.failures('all mails', 'with U+FFFD', null),
  ];
}
