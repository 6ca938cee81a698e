/** The judge asks the server why a mail did not go out: a row that blames it without a reason is found. */
import { check } from '../../scripts/torture/checker';
import type { Evidence } from '../../scripts/torture/evidence';
import { ACK_ROW, CLEAN, MESSAGES, REPLY_ROW, row, TICKET, withOutbox, withSheet } from './small-evidence';

/** `kind which`, of every finding. */
const found = (evidence: Evidence): string[] =>
  check(evidence).findings.map(({ kind, which }) => `${kind} ${which}`);

const [, secondTicket = TICKET] = CLEAN.sheet.tickets;

/** Neither the acknowledgement nor the reply reached the server, or neither was taken. */
interface NeitherWent {
  readonly state: string;
  readonly reason: string;
  readonly evidence: Partial<Evidence>;
}

const neitherWent = ({ state, evidence }: NeitherWent): Evidence => ({
  ...CLEAN,
  sheet: {
    ...withOutbox({ ...ACK_ROW, state }, { ...REPLY_ROW, state }),
    messages: Object.values(MESSAGES).filter(({ direction }) => direction !== 'out'),
    tickets: [{ ...TICKET, message_count: 3 }, secondTicket],
  },
  accepted: [],
  sentFolder: [],
  ...evidence,
});

const JAN = 'jan@people.test';
const refusal = (reply: string, to: string | null = JAN) => ({ to, reply });
const NO_USER = refusal('550 5.1.1 no such user');

const EXCUSED: readonly NeitherWent[] = [
  {
    state: 'failed',
    reason: 'it refused that recipient twice',
    evidence: { refusals: [NO_USER, refusal('554 5.7.1 refused', 'Jan@People.test')] },
  },
  {
    state: 'failed',
    reason: 'it refused once without knowing to whom',
    evidence: { refusals: [NO_USER, refusal('550 5.7.1 not from you', null)] },
  },
  {
    state: 'unknown',
    reason: 'it was left in the middle of both texts',
    evidence: { leftOpen: [JAN, JAN] },
  },
  {
    state: 'unknown',
    reason: 'the disk refused the notes about both',
    evidence: { notesRefused: 2 },
  },
];

const FIRST = ['missing-acknowledgement amber', 'shown-otherwise ack:T-1'];
const SECOND = ['lost-reply fennel', 'shown-otherwise r1'];

const UNEXCUSED: readonly (NeitherWent & { readonly findings: readonly string[] })[] = [
  { state: 'failed', reason: 'it refused nothing', evidence: {}, findings: [...FIRST, ...SECOND] },
  {
    state: 'failed',
    reason: 'it refused one of them',
    evidence: { refusals: [NO_USER] },
    findings: SECOND,
  },
  {
    state: 'failed',
    reason: 'it refused somebody else',
    evidence: { refusals: [refusal(NO_USER.reply, 'eva@people.test')] },
    findings: [...FIRST, ...SECOND],
  },
  ...['550 5.4.5 Daily user sending limit exceeded.', '503 5.5.1 bad sequence', '451 4.3.0 try later'].map(
    (reply) => ({
      state: 'failed',
      reason: `it said "${reply}", which is not about the mail or not for good`,
      evidence: { refusals: [refusal(reply), refusal(reply, null)] },
      findings: [...FIRST, ...SECOND],
    }),
  ),
  {
    state: 'failed',
    reason: 'the line was lost',
    evidence: { leftOpen: [JAN, JAN] },
    findings: [...FIRST, ...SECOND],
  },
  { state: 'unknown', reason: 'no line was lost', evidence: {}, findings: [...FIRST, ...SECOND] },
  {
    state: 'unknown',
    reason: 'the line was lost once',
    evidence: { leftOpen: [JAN] },
    findings: SECOND,
  },
  {
    state: 'unknown',
    reason: 'the line was lost while somebody else was written to',
    evidence: { leftOpen: ['eva@people.test'] },
    findings: [...FIRST, ...SECOND],
  },
  {
    state: 'unknown',
    reason: 'it refused both for good',
    evidence: { refusals: [NO_USER, NO_USER] },
    findings: [...FIRST, ...SECOND],
  },
  ...['cancelled', 'deferred', 'queued', 'sending'].map((state) => ({
    state,
    reason: 'whatever it said',
    evidence: { refusals: [NO_USER, NO_USER], leftOpen: [JAN, JAN], notesRefused: 2 },
    findings: ['missing-acknowledgement amber', 'lost-reply fennel'],
  })),
];

describe('the judge of mails that did not go out', () => {
  it.each(EXCUSED)('accepts "$state" of two mails that the server never had, when $reason', (one) => {
    expect(check(neitherWent(one))).toEqual({ findings: [], unknown: one.state === 'unknown' ? 2 : 0 });
  });

  it.each(UNEXCUSED)(
    'does not accept "$state" of two mails that the server never had, when $reason',
    (one) => {
      expect(found(neitherWent(one))).toEqual(expect.arrayContaining([...one.findings]));
    },
  );

  it('accepts that the reminder of a session is cancelled, and not a mail that answers', () => {
    const cancelled = (kind: string) =>
      found(
        withSheet({ outbox: [ACK_ROW, REPLY_ROW, row('outbox', { key: 'x', kind, state: 'cancelled' })] }),
      );
    expect(cancelled('reminder')).toEqual([]);
    expect(cancelled('resolved')).toEqual(['shown-otherwise x']);
  });

  it('takes "unknown" for the truth when the disk refused the note of what the server had said', () => {
    const sheet = withOutbox(ACK_ROW, { ...REPLY_ROW, state: 'unknown' });
    const evidence = { ...CLEAN, sheet, sentFolder: [] };
    expect(found(evidence)).toEqual(['shown-otherwise r1']);
    expect(found({ ...evidence, notesRefused: 1 })).toEqual([]);
  });
});
