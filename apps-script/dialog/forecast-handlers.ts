/** What will be sent about sessions in the days ahead, and why not to others. Sends nothing and writes nothing. */
import * as v from 'valibot';
import { type MailForecastInput, mailForecast } from '../../core/forecast/mail-forecast';
import { readCheckpoints } from '../../core/session/checkpoint-rows';
import { planReminders } from '../../core/session/reminders';
import { formatShortMoment, zoneName } from '../../core/time/format';
import { type Instant, instant, MS_PER_DAY } from '../../core/time/instant';
import { forecastWords } from '../../sheet-templates/words/dialog-forecast';
import type { ForecastWords } from '../../sheet-templates/words/dialog-forecast-words';
import type { Handlers } from '../door/door';
import { admittedToDialog, type DialogDesk } from './admitted';
import { FORECAST_DAYS, type Forecast, type ForecastCalls } from './forecast-contract';
import { FORECAST_TABLES, forecastInput } from './forecast-input';
import { shownSessions } from './forecast-lines';
import { forecastSubjects } from './forecast-subjects';
import { LETTER_TABLES } from './letter';
import { waitingMails } from './waiting-mails';

const TABLES = [...FORECAST_TABLES, ...LETTER_TABLES] as const;
export type ForecastDesk = DialogDesk<(typeof TABLES)[number]>;

/** What a page can show and google.script.run carry without keeping anybody waiting. */
const MOST_LINES = 1_500;

export const forecastHandlers: Handlers<ForecastCalls> = {
  forecast: {
    takes: v.object({ days: v.picklist(FORECAST_DAYS) }),
    run(services, { days }) {
      const desk = admittedToDialog(services, 'forecast', TABLES);
      const now = services.clock.now();
      const until = instant(now + days * MS_PER_DAY);
      return { value: forecastOf(desk, now, until), language: desk.workbook.language };
    },
  },
};

function forecastOf({ workbook }: ForecastDesk, now: Instant, until: Instant): Forecast {
  const { settings, language, context, tables } = workbook;
  const { offset } = context;
  const input = forecastInput(workbook, now);
  const outbox = tables.outbox.rows.map(({ row }) => row);
  const all = [...waitingMails(outbox, input, until), ...mailForecast(input, until)].sort(
    (a, b) => a.at - b.at,
  );
  const lines = all.slice(0, MOST_LINES);
  return {
    until: formatShortMoment(until, settings.zone, language, offset),
    zone: zoneName(now, settings.zone, language, offset),
    stopped: settings.brake ? 'brake' : settings.reminders ? null : 'reminders-off',
    sessions: shownSessions(lines, input.sessions, {
      language,
      zone: settings.zone,
      offset,
      subjectOf: forecastSubjects(workbook, input),
    }),
    leftOut: all.length - lines.length,
    obstacles: obstaclesIn(input, forecastWords(language)),
  };
}

/** What keeps steps and sessions out of the list altogether. */
function obstaclesIn(input: MailForecastInput, words: ForecastWords): string[] {
  const plan = planReminders(input);
  const listed = (names: readonly string[], say: (names: string) => string): string[] =>
    names.length === 0 ? [] : [say(Array.from(new Set(names)).join(', '))];
  return [
    ...listed(plan.unreadable, words.badOffset),
    ...listed(plan.unreadableConditions, words.badCondition),
    ...listed(readCheckpoints(input.checkpoints).unreadable, words.badCheckpoint),
    ...listed(plan.unknownZones, words.unknownZone),
    ...listed(
      plan.unknownReaderZones.map(({ email, zone }) => `${email} (${zone})`),
      words.unknownReaderZone,
    ),
  ];
}
