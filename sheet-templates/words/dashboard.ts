/** The words of the dashboards by language. */
import type { Language, Localized } from '../../core/language';
import { en } from './dashboard-en';
import { pl } from './dashboard-pl';
import { uk } from './dashboard-uk';
import type { DashboardWords } from './dashboard-words';

const WORDS: Localized<DashboardWords> = { en, pl, uk };

export function dashboardWords(language: Language): DashboardWords {
  return WORDS[language];
}
