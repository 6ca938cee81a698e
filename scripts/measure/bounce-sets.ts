/** Bounces found, their recipients and status codes; and what must not be taken for one. */
import { explain } from '../../mail-bridge/mime/explain';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';

interface SisimaiExpectation {
  readonly kind: 'bounce' | 'vacation' | 'feedback';
  readonly recipients: { readonly status: string }[];
}

interface PerlExpectation {
  readonly is_bounce: boolean;
  readonly addresses?: string[];
  readonly peer_specific?: string;
}

export async function measureBounces(corpora: Corpora): Promise<Measurement[]> {
  const found = new Tally();
  const recipients = new Tally();
  const statuses = new Tally();
  const autoReplies = new Tally();
  const strict = new Tally();
  const automatic = new Tally();
  const reports = new Tally();
  await sisimai(corpora, { found, recipients, statuses, autoReplies, strict, automatic, reports });
  await perl(corpora, { found, recipients, statuses, autoReplies, strict, automatic, reports });
  await php(corpora, found, reports);
  const ham = await hamTakenForBounces(corpora);
  return [
    found.share('sisimai, bounceparser-perl, php', 'bounces found', { atLeast: 0.99 }),
    recipients.share('sisimai, bounceparser-perl', 'failed recipients, exact set', { atLeast: 0.97 }),
    statuses.share('sisimai', 'status code of the first', { atLeast: 0.93 }),
    reports.share('sisimai, php', 'abuse reports', null),
    autoReplies.failures('sisimai, bounceparser-perl', 'auto-replies taken for bounces', { atMost: 0 }),
    strict.failures('bounceparser-perl', 'auto-replies and delays taken for bounces', null),
    automatic.share('sisimai, bounceparser-perl', 'auto-replies known as automatic', { atLeast: 1 }),
    ham,
  ];
}

interface Tallies {
  readonly found: Tally;
  readonly recipients: Tally;
  readonly statuses: Tally;
  readonly autoReplies: Tally;
  /** The same with delay warnings counted as bounces. */
  readonly strict: Tally;
  readonly automatic: Tally;
  readonly reports: Tally;
}

async function sisimai(corpora: Corpora, tallies: Tallies): Promise<void> {
  const set = 'sisimai-bounces';
  const expectations = corpora.json<Record<string, SisimaiExpectation>>(set, 'expectations.json') ?? {};
  for (const [name, expected] of Object.entries(expectations)) {
    if (!corpora.exists(set, `${name}.eml`)) continue;
    const ours = await explain(corpora.bytes(set, `${name}.eml`), name);
    if (expected.kind === 'vacation') {
      tallies.autoReplies.note(ours.class !== 'bounce', name);
      tallies.automatic.note(ours.class !== 'human' && !ours.autoReplyAllowed, name);
      continue;
    }
    if (expected.kind === 'feedback') {
      tallies.reports.note(
        (ours.class === 'report' || ours.class === 'bounce') && !ours.autoReplyAllowed,
        name,
      );
      continue;
    }
    tallies.found.note(ours.class === 'bounce', `${name}: ${ours.class}`);
    const mine = ours.bounce?.recipients ?? [];
    tallies.recipients.note(
      mine.length === expected.recipients.length,
      `${name}: ${mine.length} ≠ ${expected.recipients.length} (${mine.map((r) => r.address).join(' ')})`,
    );
    const wanted = expected.recipients[0]?.status ?? '';
    if (wanted === '' || /^\d\.\d+\.9\d\d$/.test(wanted)) continue;
    tallies.statuses.note(
      mine.some((recipient, at) => at === 0 && recipient.status === wanted),
      `${name}: ${mine[0]?.status} ≠ ${wanted}`,
    );
  }
}

async function perl(corpora: Corpora, tallies: Tallies): Promise<void> {
  const set = 'bounceparser-perl';
  const expectations = corpora.json<Record<string, PerlExpectation>>(set, 'expectations.json') ?? {};
  for (const [name, expected] of Object.entries(expectations)) {
    if (expected.peer_specific !== undefined || !corpora.exists(set, `${name}.msg`)) continue;
    const ours = await explain(corpora.bytes(set, `${name}.msg`), name);
    // A delay warning is a bounce that has not failed: this peer does not count it, RFC 3464 does.
    const delayed = ours.bounce?.recipients.every((recipient) => recipient.action === 'delayed') ?? false;
    if (!expected.is_bounce) {
      tallies.autoReplies.note(ours.class !== 'bounce' || delayed, `${name}: ${ours.class}`);
      tallies.strict.note(ours.class !== 'bounce', `${name}: ${ours.class}`);
      tallies.automatic.note(ours.class !== 'human' && !ours.autoReplyAllowed, `${name}: ${ours.class}`);
      continue;
    }
    tallies.found.note(ours.class === 'bounce', `${name}: ${ours.class}`);
    if (expected.addresses === undefined) continue;
    const mine = [
      ...new Set((ours.bounce?.recipients ?? []).map((recipient) => recipient.address.toLowerCase())),
    ].sort();
    const wanted = [...new Set(expected.addresses.map((address) => address.toLowerCase()))].sort();
    tallies.recipients.note(
      mine.join(' ') === wanted.join(' '),
      `${name}: [${mine.join(' ')}] ≠ [${wanted.join(' ')}]`,
    );
  }
}

/** No expectations: the file names tell what it is. */
async function php(corpora: Corpora, found: Tally, reports: Tally): Promise<void> {
  const set = 'php-bounce-handler';
  for (const path of corpora.files(set, /\.(?:eml|txt)$/)) {
    if (/SOURCE|unsubscribe|auto|vacation/i.test(path)) continue;
    const ours = await explain(corpora.bytes(set, path), path);
    if (/fbl|arf/i.test(path))
      reports.note(
        (ours.class === 'report' || ours.class === 'bounce') && !ours.autoReplyAllowed,
        `${path}: ${ours.class}`,
      );
    else
      found.note(
        ours.class === 'bounce' || ours.class === 'report' || ours.class === 'auto-reply',
        `${path}: ${ours.class}`,
      );
  }
}

async function hamTakenForBounces(corpora: Corpora): Promise<Measurement> {
  const set = 'spamassassin-public-corpus';
  const expectations = corpora.json<Record<string, { spam: boolean }>>(set, 'expectations.json') ?? {};
  const tally = new Tally();
  for (const [name, { spam }] of Object.entries(expectations)) {
    if (spam || !corpora.exists(set, `${name}.eml`)) continue;
    const ours = await explain(corpora.bytes(set, `${name}.eml`), name);
    tally.note(ours.class !== 'bounce', name);
  }
  return tally.failures(set, 'ham taken for bounces', { atMost: 0 });
}
