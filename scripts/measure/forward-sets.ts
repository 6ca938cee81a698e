/** Who is inside a forwarded mail: email-forward-parser. */
import { explain } from '../../mail-bridge/mime/explain';
import { collapsed, displayName } from './compare';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';
import { mailOf } from './sets';

interface Expectation {
  readonly body_file: string;
  readonly subject_file: string | null;
  readonly expected: Record<string, string | boolean | null>;
}

export async function measureForwards(corpora: Corpora): Promise<Measurement[]> {
  const set = 'email-forward-parser';
  const expectations = corpora.json<Record<string, Expectation>>(set, 'expectations.json');
  if (expectations === null) return [];
  const address = new Tally();
  const name = new Tally();
  const subject = new Tally();
  const wrong = new Tally();
  for (const [key, { body_file: body, subject_file: subjectFile, expected }] of Object.entries(
    expectations,
  )) {
    if (!corpora.exists(set, body)) continue;
    const given = subjectFile === null ? '' : corpora.text(set, subjectFile).trim();
    const raw = mailOf('text/plain', corpora.text(set, body), given === '' ? '' : encoded(given));
    const { forwarded } = await explain(raw, key);
    if (expected.forwarded === false) {
      wrong.note(forwarded === null, key);
      continue;
    }
    const wanted = expected['email.from.address'];
    if (typeof wanted === 'string') {
      address.note(
        forwarded?.from.address.toLowerCase() === wanted.toLowerCase(),
        `${key}: ${forwarded?.from.address}`,
      );
    } else if (wanted === null)
      address.note(forwarded !== null && forwarded.from.address === '', `${key}: expected none`);
    const wantedName = expected['email.from.name'];
    if (typeof wantedName === 'string')
      name.note(
        displayName(forwarded?.from.name ?? '') === displayName(wantedName),
        `${key}: ${forwarded?.from.name} ≠ ${wantedName}`,
      );
    const wantedSubject = expected['email.subject'];
    if (typeof wantedSubject === 'string')
      subject.note(
        collapsed(forwarded?.subject ?? '') === collapsed(wantedSubject),
        `${key}: ${forwarded?.subject}`,
      );
  }
  return [
    address.share(set, 'forwarded sender', { atLeast: 0.99 }),
    name.share(set, 'forwarded sender, name', null),
    subject.share(set, 'forwarded subject', null),
    wrong.failures(set, 'taken for a forward wrongly', { atMost: 0 }),
  ];
}

function encoded(text: string): string {
  return `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}
