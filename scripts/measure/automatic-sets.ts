/** Header cases of automatic mail: may we answer, is it an absence notice. */
import { classify } from '../../core/mail/classify';
import { readMail } from '../../mail-bridge/mime/read-mail';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';

interface HeaderCase {
  readonly name: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly question: 'out_of_office' | 'may_auto_respond' | 'ignored' | 'bounce_or_automatic';
  readonly expected: boolean;
}

const OWN_FQDN = 'desk.measure.example';

export async function measureAutomatic(corpora: Corpora): Promise<Measurement[]> {
  return [await headerCases(corpora), await discourseMini(corpora)].filter((row) => row.total > 0);
}

async function headerCases(corpora: Corpora): Promise<Measurement> {
  const set = 'autoreply-header-cases';
  const tally = new Tally();
  for (const one of corpora.json<HeaderCase[]>(set, 'cases.json') ?? []) {
    const lines = Object.entries(one.headers).map(
      ([key, value]) => `${key}: ${value.replace('OWN_FQDN', OWN_FQDN)}`,
    );
    const mail = await readMail(Buffer.from(`${lines.join('\r\n')}\r\n\r\n${one.body}\r\n`));
    const ours = classify(mail, { ownAddresses: [], ownMessageId: (id) => id.includes(`@${OWN_FQDN}`) });
    const answer = {
      out_of_office: ours.outOfOffice,
      may_auto_respond: ours.autoReplyAllowed,
      ignored: ours.class !== 'human',
      bounce_or_automatic: ours.class !== 'human',
    }[one.question];
    tally.note(answer === one.expected, `${one.name}: ${ours.class} ${ours.reasons.join(',')}`);
  }
  return tally.share(set, 'header cases', { atLeast: 1 });
}

async function discourseMini(corpora: Corpora): Promise<Measurement> {
  const set = 'discourse-mini';
  const tally = new Tally();
  const expectations = corpora.json<Record<string, { automatic?: boolean }>>(set, 'expectations.json') ?? {};
  for (const [name, { automatic }] of Object.entries(expectations)) {
    if (automatic === undefined || !corpora.exists(set, `${name}.eml`)) continue;
    const ours = classify(await readMail(corpora.bytes(set, `${name}.eml`)), {
      ownAddresses: [],
      ownMessageId: () => false,
    });
    tally.note(
      (ours.class === 'auto-reply') === automatic,
      `${name}: ${ours.class} ${ours.reasons.join(',')}`,
    );
  }
  return tally.share(set, 'automatic or not', { atLeast: 1 });
}
