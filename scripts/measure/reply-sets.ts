/** Reply trimming of plain texts. Every text goes through as a mail. */
import { isMobileSignature, isSignatureDelimiter } from '../../core/mail/signature';
import { explain } from '../../mail-bridge/mime/explain';
import { normal } from './compare';
import type { Measurement } from './measurement';
import { Tally } from './measurement';
import type { Corpora } from './sets';
import { mailOf } from './sets';

interface Case {
  readonly set: string;
  readonly name: string;
  readonly mail: Buffer;
  readonly expected: string;
}

export async function measureReplies(corpora: Corpora): Promise<Measurement[]> {
  const cases = [
    ...clientReplies(corpora),
    ...discourse(corpora),
    ...crisp(corpora),
    ...talon(corpora),
    ...alaveteli(corpora),
  ];
  const bySet = new Map<string, Tally>();
  const all = new Tally();
  const lost = new Tally();
  for (const one of cases) {
    const { reply } = await explain(one.mail, one.name);
    const exact = normal(reply) === normal(one.expected);
    const tally = bySet.get(one.set) ?? new Tally();
    bySet.set(one.set, tally);
    tally.note(exact, one.name);
    all.note(exact, `${one.set}/${one.name}`);
    lost.note(!losesWords(reply, one.expected), `${one.set}/${one.name}`);
  }
  const parserReply = await mailParserReply(corpora);
  all.add(parserReply.good, parserReply.total);
  return [
    ...[...bySet].map(([set, tally]) =>
      tally.share(set, 'reply text exact', set === 'client-replies-en-pl-uk' ? { atLeast: 1 } : null),
    ),
    parserReply,
    all.share('all text sets', 'reply text exact', { atLeast: 0.85 }),
    lost.failures('all text sets', "sender's words lost", { atMost: 0 }),
  ];
}

/** A line of the expected reply that is not in ours; signatures are not the sender's words. */
function losesWords(ours: string, expected: string): boolean {
  const kept = ours.replace(/\s+/g, ' ');
  const lines = normal(expected).split('\n');
  const delimiter = lines.findIndex(isSignatureDelimiter);
  const own = delimiter > 0 ? lines.slice(0, delimiter) : lines;
  return own.some(
    (line) =>
      line.trim() !== '' && !isMobileSignature(line) && !kept.includes(line.replace(/\s+/g, ' ').trim()),
  );
}

function clientReplies(corpora: Corpora): Case[] {
  const set = 'client-replies-en-pl-uk';
  const samples = corpora.json<{ name: string; text: string; expected: string }[]>(set, 'samples.json') ?? [];
  return samples.map(({ name, text, expected }) => ({
    set,
    name,
    mail: mailOf('text/plain', text),
    expected,
  }));
}

function discourse(corpora: Corpora): Case[] {
  const set = 'email_reply_trimmer';
  return corpora
    .files(set, /^trimmed\/.*\.txt$/)
    .filter((path) => corpora.exists(set, path.replace('trimmed', 'emails')))
    .map((path) => ({
      set,
      name: path.replace('trimmed/', ''),
      mail: mailOf('text/plain', corpora.text(set, path.replace('trimmed', 'emails'))),
      expected: corpora.text(set, path),
    }));
}

function crisp(corpora: Corpora): Case[] {
  const set = 'crisp-email-reply-parser';
  const expectations = corpora.json<Record<string, { reply?: string }>>(set, 'expectations.json') ?? {};
  return Object.entries(expectations).flatMap(([name, { reply }]) =>
    reply === undefined || !corpora.exists(set, `${name}.txt`)
      ? []
      : [{ set, name, mail: mailOf('text/plain', corpora.text(set, `${name}.txt`)), expected: reply }],
  );
}

function talon(corpora: Corpora): Case[] {
  const set = 'talon';
  const expectations =
    corpora.json<Record<string, { kind: string; reply?: string }>>(set, 'expectations.json') ?? {};
  return Object.entries(expectations).flatMap(([name, { kind, reply }]) =>
    kind === 'eml text/plain' && reply !== undefined && corpora.exists(set, `${name}.eml`)
      ? [{ set, name, mail: plainOf(corpora.bytes(set, `${name}.eml`)), expected: reply }]
      : [],
  );
}

/** The set asks for the plain part alone. */
function plainOf(raw: Buffer): Buffer {
  return raw;
}

function alaveteli(corpora: Corpora): Case[] {
  const set = 'alaveteli-folding';
  return corpora.files(set, /\.txt\.expected$/).map((path) => ({
    set,
    name: path,
    mail: mailOf('text/plain', corpora.text(set, path.replace(/\.expected$/, ''))),
    expected: corpora.text(set, path).split('FOLDED_QUOTED_SECTION')[0] ?? '',
  }));
}

interface Check {
  readonly op: 'contains' | 'not_contains' | 'equals';
  readonly field: string;
  readonly text: string;
}

async function mailParserReply(corpora: Corpora): Promise<Measurement> {
  const set = 'mail-parser-reply';
  const expectations = corpora.json<Record<string, { checks: Check[] }>>(set, 'expectations.json') ?? {};
  const tally = new Tally();
  for (const [name, { checks }] of Object.entries(expectations)) {
    const own = checks.filter((check) => check.field === 'replies.0.body');
    if (own.length === 0 || !corpora.exists(set, `${name}.txt`)) continue;
    const { reply } = await explain(mailOf('text/plain', corpora.text(set, `${name}.txt`)), name);
    const bad = own.find((check) => !holds(check, normal(reply)));
    tally.note(bad === undefined, `${name}: ${bad?.op} ${bad?.text.slice(0, 60)}`);
  }
  return tally.share(set, 'checks of the newest reply', null);
}

function holds(check: Check, reply: string): boolean {
  const text = normal(check.text);
  if (check.op === 'equals') return reply === text;
  return reply.includes(text) === (check.op === 'contains');
}
