/** A dry run for people to read: a table for each session. */
import { formatShortMoment } from '../../core/time/format';
import { instant, type Zone, type ZoneOffset } from '../../core/time/instant';
import { forecastWords } from '../../sheet-templates/words/dialog-forecast';
import type { DryRun, ForecastMail, SessionForecast } from '../dry-run';

/** As everything on the command line. */
const LANGUAGE = 'en';

export function dryRunText(run: DryRun, offset: ZoneOffset): string[] {
  const { newMails, toSend, withdrawn, days, sessions, zone } = run;
  const mails = sessions.flatMap((session) => session.mails);
  const going = mails.filter(({ reason }) => reason === null).length;
  return [
    `New mails to take in: ${newMails}.`,
    `Mails of the Outbox waiting to be sent: ${toSend.length}.`,
    ...toSend.map(({ key, kind, to }) => `  ${kind} to ${to} (${key})`),
    ...withdrawn.map(({ key, why }) => `  would be withdrawn, ${why}: ${key}`),
    ...stopped(run),
    `Mails about sessions in the next ${days === 1 ? 'day' : `${days} days`}: ${going} would be sent, ${mails.length - going} would not. Times are those of ${zone}.`,
    ...sessions.flatMap((session) => ['', ...sessionTable(session, zone, offset)]),
    '',
    'Nothing was written and nothing was sent.',
  ];
}

function stopped({ stoppedBy }: DryRun): string[] {
  const words = forecastWords(LANGUAGE);
  if (stoppedBy === null) return [];
  return [stoppedBy === 'brake' ? words.brakeOn : words.remindersOff];
}

function sessionTable(
  { id, course, startsAt, mails }: SessionForecast,
  zone: Zone,
  offset: ZoneOffset,
): string[] {
  const shown = (at: string) => formatShortMoment(instant(Date.parse(at)), zone, LANGUAGE, offset);
  const rows = mails.map((mail) => [shown(mail.at), mail.to || mail.name, mailOf(mail), verdictOf(mail)]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    `${course} (${id})${startsAt === null ? '' : `, ${shown(startsAt)}`}`,
    ...rows.map((row) =>
      `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    ),
  ];
}

function mailOf({ purpose, step, template }: ForecastMail): string {
  const words = forecastWords(LANGUAGE);
  switch (purpose) {
    case 'changed':
      return words.changedNotice;
    case 'cancelled':
      return words.cancelledNotice;
    case 'nudge':
      return words.checkpoint(step);
    case 'reminder':
      return template === '' ? step : `${step} (${template})`;
  }
}

function verdictOf({ reason, condition }: ForecastMail): string {
  const words = forecastWords(LANGUAGE);
  if (reason !== null) return `${words.goesNot}: ${words.reason[reason]}`;
  return condition === '' ? words.goes : `${words.goes}. ${words.condition(condition)}`;
}
