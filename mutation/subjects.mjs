// What is mutated, and which tests must notice: only such as need no server, because every mutant runs them anew.

/** @typedef {{ file: string, tests: readonly string[] }} Subject */

const MAIL = 'test/core/mail';
const INTAKE = 'test/core/intake';
const OUTBOX = 'test/core/outbox';
const BRIDGE = 'test/mail-bridge';

/** @type {Readonly<Record<string, readonly Subject[]>>} */
export const SUBJECTS = {
  threading: [
    { file: 'core/mail/thread.ts', tests: [`${MAIL}/thread*.test.ts`] },
    { file: 'core/mail/subject.ts', tests: [`${MAIL}/{subject*,texts}.test.ts`] },
    { file: 'core/mail/message-id.ts', tests: [`${MAIL}/{message-id*,texts}.test.ts`] },
    { file: 'core/mail/signed-id.ts', tests: [`${MAIL}/signed-id*.test.ts`] },
    {
      file: 'core/intake/conversation-index.ts',
      tests: [`${INTAKE}/{conversation*,known-to-thread*,known-tickets}.test.ts`],
    },
    { file: 'core/intake/known-to-thread.ts', tests: [`${INTAKE}/known-to-thread*.test.ts`] },
  ],
  classification: [
    { file: 'core/mail/classify.ts', tests: [`${MAIL}/class*.test.ts`] },
    { file: 'core/mail/classify-rules.ts', tests: [`${MAIL}/class*.test.ts`] },
    { file: 'core/mail/classify-answers.ts', tests: [`${MAIL}/class*.test.ts`] },
    { file: 'core/mail/classify-reports.ts', tests: [`${MAIL}/class*.test.ts`] },
    { file: 'core/mail/mail-signs.ts', tests: [`${MAIL}/class*.test.ts`] },
  ],
  outbox: [
    { file: 'core/outbox/brake.ts', tests: [`${OUTBOX}/brake*.test.ts`] },
    { file: 'core/outbox/caps.ts', tests: [`${OUTBOX}/caps*.test.ts`] },
    { file: 'core/outbox/exchange.ts', tests: [`${OUTBOX}/exchange*.test.ts`] },
    { file: 'core/outbox/next-step.ts', tests: [`${OUTBOX}/next-step*.test.ts`] },
    { file: 'core/outbox/outbox-row.ts', tests: [`${OUTBOX}/outbox-row*.test.ts`] },
    { file: 'core/outbox/outgoing-mail.ts', tests: [`${OUTBOX}/outbox-row*.test.ts`] },
    { file: 'core/outbox/quota.ts', tests: [`${OUTBOX}/quota*.test.ts`] },
    { file: 'core/outbox/told.ts', tests: [`${OUTBOX}/told*.test.ts`] },
    {
      file: 'mail-bridge/outbox/outbox-book.ts',
      tests: [`${BRIDGE}/outbox/*book*.test.ts`, `${BRIDGE}/properties/*{outbox,book}*.test.ts`],
    },
  ],
  ledger: [
    {
      file: 'mail-bridge/intake/ledger.ts',
      tests: [
        `${BRIDGE}/intake/{ledger*,spooling}.test.ts`,
        `${BRIDGE}/properties/*ledger*.test.ts`,
        `${BRIDGE}/state/{compaction,replay}.test.ts`,
      ],
    },
  ],
};
