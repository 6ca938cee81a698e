/**
 * What people have written into the workbook and the bridge acts on: settings, texts, sessions, the roster. Read
 * whole and kept until the next reading, so that taking in a mail costs no call.
 */
import { isLanguage, type Language } from '../core/language';
import { addressKey } from '../core/mail/addresses';
import type { ToneWords } from '../core/mail/tone';
import { type BusinessCalendar, businessCalendar, isOpen } from '../core/sla/business-calendar';
import { calendarZone } from '../core/sla/firm-calendars';
import { type OpeningHours, readOpeningHours } from '../core/sla/opening-hours';
import type { Instant, ZoneOffset } from '../core/time/instant';
import { readAgents } from '../core/trainer/agents';
import type { TableKey } from '../core/workbook/columns';
import type { Row } from '../core/workbook/rows';
import { readSettings, type SettingProblem, type Settings } from '../sheet-templates/settings';
import { toneWordsOf } from '../sheet-templates/tone-settings';
import type { Tables } from './sheets/desk';

/** Tabs that the facts come from. */
export const FACT_TABLES = [
  'settings',
  'templates',
  'calendar',
  'sessions',
  'participants',
  'reminders',
  'activity',
  'checkpoints',
  'team',
] as const satisfies readonly TableKey[];

export interface DeskFacts {
  readonly settings: Settings;
  /** Values of the Settings tab that make no sense. */
  readonly settingProblems: readonly SettingProblem[];
  readonly templates: readonly Row<'templates'>[];
  /** When support answers, by the firm's calendar. */
  readonly hours: OpeningHours;
  readonly sessions: readonly Row<'sessions'>[];
  readonly participants: readonly Row<'participants'>[];
  readonly reminders: readonly Row<'reminders'>[];
  /** What people did on the firm's platform, by its reports. */
  readonly activity: readonly Row<'activity'>[];
  readonly checkpoints: readonly Row<'checkpoints'>[];
  /** The firm's calendar as a clock. */
  readonly business: BusinessCalendar;
  readonly team: readonly Row<'team'>[];
  /** From which active colleagues write, in the form of addressKey. */
  readonly teamAddresses: ReadonlySet<string>;
  /** The firm's lists of urgent and angry words. */
  readonly toneWords: ToneWords;
  /** Language of a person in the roster. */
  languageOf(address: string): Language | null;
  /** Whether support is open by the firm's calendar. */
  openAt(at: Instant): boolean;
}

export function deskFacts(tables: Tables<(typeof FACT_TABLES)[number]>, offset: ZoneOffset): DeskFacts {
  const { settings, problems: settingProblems } = readSettings(tables.settings.rows.map(({ row }) => row));
  const participants = rowsOf(tables.participants);
  const languages = new Map<string, Language>();
  for (const { email, language } of participants) {
    if (isLanguage(language)) languages.set(addressKey(email), language);
  }
  const calendarRows = rowsOf(tables.calendar);
  const { hours } = readOpeningHours(calendarRows, settings.calendar);
  const zone = calendarZone(calendarRows, settings.calendar, offset).zone ?? settings.zone;
  const business = businessCalendar(hours, zone, offset);
  return {
    settings,
    settingProblems,
    templates: rowsOf(tables.templates),
    hours,
    sessions: rowsOf(tables.sessions),
    participants,
    reminders: rowsOf(tables.reminders),
    activity: rowsOf(tables.activity),
    checkpoints: rowsOf(tables.checkpoints),
    business,
    team: rowsOf(tables.team),
    teamAddresses: addressesOfTeam(rowsOf(tables.team)),
    toneWords: toneWordsOf(settings),
    languageOf: (address) => languages.get(addressKey(address)) ?? null,
    openAt: (at) => isOpen(at, business),
  };
}

export function addressesOfTeam(team: readonly Row<'team'>[]): ReadonlySet<string> {
  const agents = readAgents(team);
  const written = team.flatMap(({ email, other_emails }) => [email, ...other_emails].map(addressKey));
  return new Set(written.filter((address) => agents.at(address) !== null));
}

function rowsOf<T extends TableKey>(table: {
  readonly rows: readonly { readonly row: Row<T> }[];
}): readonly Row<T>[] {
  return table.rows.map(({ row }) => row);
}
