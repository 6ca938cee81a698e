/** The boards of coming sessions and of staffing, as the tick writes them. */
import { comingSessions, type ReadinessInput, sessionFacts } from '../../core/readiness/facts';
import { type MailCells, mailBook } from '../../core/readiness/mails';
import { lightOf, reasonsFor } from '../../core/readiness/rules';
import { readLadder } from '../../core/session/ladder';
import { type Coverage, coverage } from '../../core/staffing/coverage';
import { learnRates } from '../../core/staffing/expected-load';
import { keyMoments } from '../../core/staffing/moments';
import { dutyBook } from '../../core/staffing/on-duty';
import type { Instant } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import { readinessText, roundedCount, staffingText } from '../../sheet-templates/words/board';
import type { BatchRequest } from '../ports';
import { rowsOf, type Training, type TrainingWorkbook } from './training';
import { wholeTabRequests } from './whole-tab';

export interface Boards {
  readonly requests: readonly BatchRequest[];
  readonly coverage: readonly Coverage[];
}

/** @param tickets as they stand after the changes of this run */
export function boards(
  workbook: TrainingWorkbook,
  training: Training,
  tickets: readonly Row<'tickets'>[],
  mails: readonly MailCells[],
  now: Instant,
): Boards {
  const covers = coverageOf(workbook, training, tickets, now);
  const { tables, context } = workbook;
  return {
    coverage: covers,
    requests: [
      ...wholeTabRequests(
        tables.readiness,
        readinessRows(workbook, training, tickets, mails, covers, now),
        context,
      ),
      ...wholeTabRequests(
        tables.staffing,
        covers.map((cover) => staffingRow(cover, workbook)),
        context,
      ),
    ],
  };
}

function coverageOf(
  { tables, settings, context }: TrainingWorkbook,
  training: Training,
  tickets: readonly Row<'tickets'>[],
  now: Instant,
): readonly Coverage[] {
  const moments = keyMoments({
    sessions: training.sessions,
    moments: rowsOf(tables.moments),
    peopleOf: (id) => training.roster.seatsIn(id).filter(({ present }) => present).length,
    firstLogin: settings.first_login,
    zoneOf: training.zoneOf,
    firmZone: settings.zone,
    offset: context.offset,
  });
  return coverage({
    moments,
    rates: learnRates(moments, tickets, now),
    duties: dutyBook({
      rota: rowsOf(tables.rota),
      reading: training.team,
      absences: training.absences,
      sessions: training.sessions,
    }),
    ticketsPerHour: settings.tickets_per_hour,
    now,
  });
}

function readinessRows(
  { tables, settings, context, language }: TrainingWorkbook,
  training: Training,
  tickets: readonly Row<'tickets'>[],
  mails: readonly MailCells[],
  covers: readonly Coverage[],
  now: Instant,
): readonly Row<'readiness'>[] {
  const sending: ReadinessInput['sending'] = settings.brake ? 'braked' : settings.reminders ? 'on' : 'off';
  const facts = sessionFacts({
    ...training,
    tickets,
    ladder: readLadder(rowsOf(tables.reminders)).ladder,
    mails: mailBook(
      mails,
      comingSessions(training.sessions, now).map(({ id }) => id),
    ),
    coverage: covers,
    sending,
    now,
    firmZone: settings.zone,
    offset: context.offset,
  });
  return facts.map((each): Row<'readiness'> => {
    const reasons = reasonsFor(each);
    return {
      session_id: each.session.id,
      course: each.session.course,
      client: each.session.client,
      starts_at: each.startsAt,
      light: lightOf(reasons),
      reasons: readinessText(reasons, language),
      trainer: each.leader.kind === 'nobody' ? '' : each.leader.name,
      people: each.people,
      reminded: each.reached,
      undelivered: each.lost,
      logged_in: each.loggedIn,
      declined: each.declined,
      open_tickets: each.open,
    };
  });
}

function staffingRow(cover: Coverage, { language }: TrainingWorkbook): Row<'staffing'> {
  const { moment, expected, capacity, onDuty, light, reasons } = cover;
  return {
    from: moment.from,
    to: moment.to,
    kind: moment.kind,
    session_id: moment.session?.id ?? '',
    course: moment.session?.course ?? '',
    people: moment.people,
    expected: roundedCount(expected),
    capacity: roundedCount(capacity),
    on_duty: onDuty,
    light,
    reasons: staffingText(reasons, language),
  };
}
