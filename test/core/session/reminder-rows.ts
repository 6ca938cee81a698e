import type { Told } from '../../../core/session/planned-mail';
import type { ReminderInput } from '../../../core/session/reminders';
import { REMINDER_RULE } from '../../../core/session/reminders';
import type { Row } from '../../../core/workbook/rows';
import { OFFICE, offset, sessionRow, WARSAW, winter } from '../sla/sla-rows';

export function participantRow(change: Partial<Row<'participants'>> = {}): Row<'participants'> {
  return {
    session_id: 'XL-01',
    name: 'Anna Kowalska',
    email: 'anna@example.com',
    language: '',
    audience: '',
    needs: '',
    company: '',
    zone: '',
    state: 'active',
    reminders: 'yes',
    answer: '',
    ...change,
  };
}

export function stepRow(
  step: string,
  when: string,
  change: Partial<Row<'reminders'>> = {},
): Row<'reminders'> {
  return {
    step,
    offset: when,
    anchor: 'start',
    audience: 'any',
    condition: '',
    template: `reminder-${step}`,
    at_night: false,
    enabled: true,
    ...change,
  };
}

/** A week, three days, a day and two hours before; a survey after. */
export const LADDER = [
  stepRow('week', '-1 w'),
  stepRow('days', '-3 d'),
  stepRow('day', '-1 d'),
  stepRow('hours', '-2 h'),
  stepRow('survey', '+1 h', { anchor: 'end' }),
];

export function reminderInput(change: Partial<ReminderInput> = {}): ReminderInput {
  return {
    // Thursday 10:00 to 12:00.
    sessions: [sessionRow()],
    participants: [participantRow()],
    steps: LADDER,
    now: winter('2026-11-25T12:00'),
    zoneOf: () => WARSAW,
    offset,
    sheetLanguage: 'en',
    alreadyPlanned: () => false,
    calendar: OFFICE,
    onItsWay: () => false,
    told: () => null,
    hasDone: () => false,
    undeliverable: () => false,
    rule: REMINDER_RULE,
    ...change,
  };
}

/** What sessionRow says, told by a reminder. */
export function toldRow(change: Partial<Told> = {}): Told {
  return {
    startsAt: winter('2026-11-26T10:00'),
    details: { endsAt: winter('2026-11-26T12:00'), place: '', link: 'https://example.com/xl-01' },
    cancelled: false,
    sequence: 7,
    noticeAt: null,
    ...change,
  };
}
