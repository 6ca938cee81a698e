/** Steps of reminder ladders, each with what its words mean: the oracle never reads the words. */
import type { Row } from '../../../../../core/workbook/rows';
import type { Chance } from './random';

export type When =
  | { readonly days: number }
  | { readonly minutes: number }
  /** The opening of the firm on the first working day after, or the last before, the day of the anchor. */
  | { readonly workingMorning: 'next' | 'previous' };

export type Only = 'always' | 'not-logged-in' | 'online' | 'on-site';

export interface LadderStep {
  readonly row: Row<'reminders'>;
  readonly when: When;
  readonly only: Only;
}

function step(
  name: string,
  offset: string,
  when: When,
  change: Partial<Row<'reminders'>> = {},
  only: Only = 'always',
): LadderStep {
  const words: Readonly<Record<Only, string>> = {
    always: '',
    'not-logged-in': 'logged in = no',
    online: 'online',
    'on-site': 'on site',
  };
  const row: Row<'reminders'> = {
    step: name,
    offset,
    anchor: 'start',
    audience: 'any',
    condition: words[only],
    template: `reminder_${name}`,
    at_night: false,
    enabled: true,
    ...change,
  };
  return { row, when, only };
}

const BEFORE: readonly LadderStep[] = [
  step('week', '-1 w', { days: -7 }),
  step('3d', '3 dni przed', { days: -3 }),
  step('1d', '-1 d', { days: -1 }, { audience: 'novice', template: 'reminder_1d_slowly' }),
  step('1d', '-1 d', { days: -1 }),
  step('2h', '-2 h', { minutes: -120 }),
];
const STARTED = step('started', '+10 min', { minutes: 10 }, {}, 'not-logged-in');
const AFTER = step('after', 'next working morning', { workingMorning: 'next' }, { anchor: 'end' });
const SOMETIMES: readonly LadderStep[] = [
  step('eve', 'previous working morning', { workingMorning: 'previous' }),
  step('door', '30 minutes before', { minutes: -30 }, { at_night: true }, 'online'),
  step('way', '-3 h', { minutes: -180 }, {}, 'on-site'),
  step('login', '-36 h', { minutes: -2160 }, {}, 'not-logged-in'),
  step('thanks', '+1 h', { minutes: 60 }, { anchor: 'end', audience: 'experienced' }),
  step('off', '-5 d', { days: -5 }, { enabled: false }),
];

/** The usual ladder, with some of the steps that only some firms have. */
export function ladderFor(chance: Chance): readonly LadderStep[] {
  return [...BEFORE, ...SOMETIMES.filter(() => chance.happens(0.4)), STARTED, AFTER];
}

/** Monday to Friday from nine to five, with the free days of the half-year. */
export const OPENS_AT = 9;
export const FREE_DAYS = ['2026-11-11', '2026-12-24', '2026-12-25', '2027-01-01', '2027-01-06', '2027-03-29'];

export function calendarRows(): Row<'calendar'>[] {
  const row = { calendar: 'pl', weekday: null, date: null, opens: '', closes: '', name: '', zone: '' };
  return [
    ...[1, 2, 3, 4, 5].map((weekday) => ({
      ...row,
      kind: 'hours',
      weekday,
      opens: `0${OPENS_AT}:00`,
      closes: '17:00',
    })),
    ...FREE_DAYS.map((date) => ({ ...row, kind: 'holiday', date, name: 'holiday' })),
  ];
}
