/** Bridges that are broken on purpose, each where one promise is kept. Whoever does not find the damage is no judge. */
import type { Finding } from '../../../scripts/torture/evidence';
import type { Fault } from '../../../scripts/torture/faults/fault';
import { FAULTS } from '../../../scripts/torture/faults/table';

/** A change of the product's source. */
export interface Exchange {
  readonly file: string;
  /** The one place in it. */
  readonly piece: RegExp;
  readonly instead: string;
}

export interface Mutant extends Exchange {
  readonly name: string;
  /** Under which the damage shows. */
  readonly fault: Fault;
  readonly finding: Finding['kind'];
}

function named(wanted: string): Fault {
  const fault = FAULTS.find(({ name }) => name === wanted);
  if (!fault) throw new Error(`The harness has no fault "${wanted}".`);
  return fault;
}

/** The Sheet does as it is told, and answers 500. */
const UNCLEAR_WRITE: Fault = {
  name: 'an unclear write',
  people: 'meanwhile',
  lasts: 120,
  begin: ({ sheet }) => sheet.api.faults.add({ kind: 'error-after-commit' }, { only: 'write' }),
  bitten: ({ sheet }) => sheet.api.faults.pending === 0,
  end: ({ sheet }) => sheet.api.faults.clear(),
};

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a ledger that calls mails done before their rows are written',
    file: 'mail-bridge/intake/take-in.ts',
    piece: /await writeBatch\(planned, context\);\s*finish\(planned, backlog, context\);/,
    instead: 'finish(planned, backlog, context); await writeBatch(planned, context);',
    fault: named('kill at sheet:write:intake:before'),
    finding: 'lost-mail',
  },
  {
    name: 'an outbox that does not note that the text of a mail leaves',
    file: 'mail-bridge/outbox/sender.ts',
    piece: /const onText = \(\) => book\.textBegins\(key\);/,
    instead: 'const onText = () => undefined;',
    fault: named('kill at smtp:dot:answered'),
    finding: 'double-acknowledgement',
  },
  {
    name: 'a writer of rows that repeats a write without looking whether it happened',
    file: 'mail-bridge/intake/take-in.ts',
    piece: /if \(inTheDark\) \{/,
    instead: 'if (attempt < 0) {',
    fault: UNCLEAR_WRITE,
    finding: 'duplicate-ticket',
  },
  {
    name: 'a sender that gives a mail up when it is told to come later',
    file: 'mail-bridge/outbox/transport.ts',
    piece: /if \(code >= 400 && code < 500\) return \{ kind: 'refused-for-now', answer \};/,
    instead: "if (code >= 400 && code < 500) return { kind: 'refused', answer };",
    fault: named('SMTP 451 at MAIL'),
    finding: 'missing-acknowledgement',
  },
];
