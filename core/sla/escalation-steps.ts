/** The Escalations tab: when whom to alert about a promise that is about to be missed, or was. */
import { isSendableAddress } from '../mail/addresses';
import type { Distance } from '../session/offset';
import { parseDistance } from '../session/offset';
import type { Row } from '../workbook/rows';
import type { ClockName } from './policy';
import { CLOCKS } from './policy';

/** People named by what they are to the ticket, or by an address. */
export type AlertTarget = 'assignee' | 'substitute' | 'duty' | 'managers' | { readonly address: string };

export interface EscalationStep {
  readonly clock: ClockName | 'any';
  /** From the due time, in plain time. */
  readonly at: Distance;
  /** Its place before or after the due time, in minutes: steps are passed in this order. */
  readonly rank: number;
  readonly alert: readonly AlertTarget[];
}

export interface EscalationProblem {
  readonly kind: 'bad-when' | 'bad-alert';
  /** What stands in the cell. */
  readonly found: string;
}

export interface EscalationReading {
  readonly steps: readonly EscalationStep[];
  readonly problems: readonly EscalationProblem[];
}

const MINUTES_A_DAY = 1440;

/** The machine words, and what people of the firm write for them. */
const TARGET_WORDS: readonly (readonly [RegExp, Exclude<AlertTarget, object>])[] = [
  [/^(assignee|assigned( to)?|prowadz(i|ący|ąca)|przypisan[aey]|відповіда(є|льний|льна))$/, 'assignee'],
  [/^(substitutes?|zastęp(ca|czyni|stwo)|заступни(к|ця)|заміна)$/, 'substitute'],
  [/^(duty|on duty|dyżur(ny|na|ni)?|чергов(ий|а|і)|чергування)$/, 'duty'],
  [/^(managers?|kierowni(k|cy|czka|ctwo)|menedżer(owie)?|керівни(к|ки|ця|цтво)|менеджер(и)?)$/, 'managers'],
];

/**
 * A step that cannot be told for sure is left out and reported; what else it says stays.
 *
 * @param rows without those whose promise no choice list has: a misspelt word reads as empty, and empty means any
 */
export function readEscalations(rows: readonly Row<'escalations'>[]): EscalationReading {
  const steps: EscalationStep[] = [];
  const problems: EscalationProblem[] = [];
  for (const row of rows) {
    if (!row.enabled) continue;
    const at = readWhen(row.when);
    if (at === null) {
      problems.push({ kind: 'bad-when', found: row.when.trim() });
      continue;
    }
    const alert: AlertTarget[] = [];
    for (const written of row.alert.split(/[,;]/).map((part) => part.trim())) {
      const target = readTarget(written);
      if (target !== null) alert.push(target);
      else if (written !== '') problems.push({ kind: 'bad-alert', found: written });
    }
    if (alert.length === 0) {
      if (row.alert.trim() === '') problems.push({ kind: 'bad-alert', found: '' });
      continue;
    }
    const rank = at.unit === 'days' ? at.amount * MINUTES_A_DAY : at.amount;
    steps.push({ clock: CLOCKS.find((clock) => clock === row.clock) ?? 'any', at, rank, alert });
  }
  return { steps, problems };
}

function readWhen(text: string): Distance | null {
  // At the due time itself there is no before or after, which every other length needs.
  if (/^\s*[+−–-]?\s*0+\s*\p{L}*\.?\s*$/u.test(text)) return { unit: 'minutes', amount: 0 };
  return parseDistance(text);
}

function readTarget(written: string): AlertTarget | null {
  const word = written.toLowerCase();
  const known = TARGET_WORDS.find(([pattern]) => pattern.test(word));
  if (known) return known[1];
  return isSendableAddress(written) ? { address: written } : null;
}
