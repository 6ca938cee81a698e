/** Rows of the Checkpoints tab and what planning nudges needs, for the tests beside. */
import type { NudgeInput } from '../../../core/session/checkpoints';
import { REMINDER_RULE } from '../../../core/session/reminder-input';
import { instant } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { OFFICE, offset, sessionRow, WARSAW, winter } from '../sla/sla-rows';

export function personRow(name: string, change: Partial<Row<'participants'>> = {}): Row<'participants'> {
  return {
    session_id: 'XL-01',
    name,
    email: `${name.toLowerCase()}@example.com`,
    language: '',
    audience: '',
    needs: '',
    company: '',
    zone: '',
    state: 'active',
    reminders: '',
    answer: '',
    ...change,
  };
}

export function checkpointRow(
  id: string,
  moment: string,
  change: Partial<Row<'checkpoints'>> = {},
): Row<'checkpoints'> {
  return {
    id,
    moment,
    condition: 'logged in',
    template: 'checkpoint_login',
    follow_up: '',
    follow_after: '12 h',
    enabled: true,
    ...change,
  };
}

/** Anna and Iwan before a session on Thursday, 26 November 2026, 10:00 to 12:00 in Warsaw. */
export function nudgeInput(change: Partial<NudgeInput> = {}): NudgeInput {
  return {
    sessions: [sessionRow()],
    participants: [personRow('Anna'), personRow('Iwan')],
    checkpoints: [checkpointRow('login', '-1 d')],
    now: winter('2026-11-25T10:00'),
    zoneOf: () => WARSAW,
    offset,
    calendar: OFFICE,
    sheetLanguage: 'pl',
    alreadyPlanned: () => false,
    hasDone: () => false,
    undeliverable: () => false,
    rule: REMINDER_RULE,
    ...change,
  };
}

export const START = instant(winter('2026-11-26T10:00'));
