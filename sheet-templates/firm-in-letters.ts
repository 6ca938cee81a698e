/** The firm as its letters show it, from the Settings and Calendar tabs. */
import type { Language, Localized } from '../core/language';
import type { OpeningHours } from '../core/sla/opening-hours';
import { firmView } from '../core/template/view';
import type { Settings } from './settings';
import { supportHours } from './support-hours';

/** In Latin letters everywhere: others would stand in the link as a long row of signs. Whoever reads it knows them all. */
const STATUS_SUBJECT: Localized = { en: 'status', pl: 'stan', uk: 'status' };

/** @param supportAddress where the Settings tab names none */
export function firmInLetters(
  settings: Settings,
  hours: OpeningHours,
  reader: Language,
  supportAddress = '',
): ReturnType<typeof firmView> {
  return firmView({
    name: settings.firm_name,
    // The firm's own words count in every language: it wrote them for everybody.
    supportHours: settings.support_hours || supportHours(hours, reader),
    supportAddress: settings.support_address || supportAddress,
    portal: settings.portal_url,
    survey: settings.survey_url,
    statusSubject: STATUS_SUBJECT[reader],
  });
}
