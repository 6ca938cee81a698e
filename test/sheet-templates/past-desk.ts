/** The demo firm with its past weeks, as the tracker sees them after a tick: something for the dashboards to show. */
import type { Language } from '../../core/language';
import type { Instant } from '../../core/time/instant';
import { demoContent } from '../../sheet-templates/demo';
import { demoPast } from '../../sheet-templates/demo-past';
import { planSetup } from '../../sheet-templates/setup';
import { at, bareDesk, type Desk, offset, ZONE } from '../apps-script/support/desk';

/** A Wednesday. */
export const PRESENT: Instant = at('2026-11-25T09:30:00Z');

const desks = new Map<Language, Desk>();

/** To be looked at only: one for all tests of a file. */
export function pastDesk(language: Language): Desk {
  const desk = desks.get(language) ?? open(language);
  desks.set(language, desk);
  return desk;
}

function open(language: Language): Desk {
  const desk = bareDesk({ language, now: new Date(PRESENT).toISOString() });
  const requests = planSetup({ existing: { sheets: [] }, language, zone: ZONE, now: PRESENT });
  desk.service.batchUpdate(desk.spreadsheetId, { requests: [...requests] });
  const input = { now: PRESENT, zone: ZONE, offset };
  const { team } = demoContent(input);
  const past = demoPast(input);
  desk.append('team', team);
  desk.append('sessions', past.sessions);
  desk.append('participants', past.participants);
  desk.append('intake', past.intake);
  desk.append('tickets', past.tickets);
  desk.host.run('tick');
  return desk;
}
