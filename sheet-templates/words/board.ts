/** The words of the boards by language, and the sentences that reasons become. */
import type { Language, Localized } from '../../core/language';
import type { Reason } from '../../core/readiness/rules';
import type { CoverageReason } from '../../core/staffing/coverage';
import { formatNumber } from '../../core/time/plural';
import { en } from './board-en';
import { pl } from './board-pl';
import { uk } from './board-uk';
import type { BoardWords } from './board-words';

const WORDS: Localized<BoardWords> = { en, pl, uk };

export function boardWords(language: Language): BoardWords {
  return WORDS[language];
}

/** A line for each reason. */
export function readinessText(reasons: readonly Reason[], language: Language): string {
  const { rule, ready } = WORDS[language];
  return reasons.length === 0 ? ready : reasons.map((reason) => rule[reason.rule](reason)).join('\n');
}

export function staffingText(reasons: readonly CoverageReason[], language: Language): string {
  return reasons.map((reason) => staffingSentence(reason, language)).join('\n');
}

/** Tickets to expect and to answer, to one digit: the second says nothing. */
export function ticketCount(n: number, language: Language): string {
  return formatNumber(language, roundedCount(n));
}

export function roundedCount(n: number): number {
  return Math.round(n * 10) / 10;
}

function staffingSentence(reason: CoverageReason, language: Language): string {
  const words = WORDS[language].staffing;
  const count = (n: number): string => ticketCount(n, language);
  switch (reason.kind) {
    case 'nobody':
      return words.nobody;
    case 'short':
      return words.short(count(reason.expected), count(reason.capacity), reason.more);
    case 'tight':
      return words.tight(count(reason.expected), count(reason.capacity));
    case 'others':
      return words.others(reason.count, count(reason.expected));
    case 'missing':
      return words.missing(reason.person);
    case 'no-rota':
      return words.noRota;
    case 'no-people':
      return words.noPeople;
    case 'enough':
      return words.enough;
  }
}
