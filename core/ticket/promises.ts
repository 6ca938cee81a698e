/** Each promise of a ticket with its due time, its state and its reason, in the words of whoever looks. */
import type { Language } from '../language';
import { readClocks } from '../sla/clock-reading';
import { parseClockState } from '../sla/clock-state';
import { dueReasonText } from '../sla/due-reason-words';
import type { ClockName } from '../sla/policy';
import { CLOCKS } from '../sla/policy';
import type { Instant, Zone } from '../time/instant';
import type { SlaState } from '../workbook/choices';
import { TICKET_STATUSES } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import type { SlaSurroundings } from './sla-cells';

export interface ShownPromise {
  readonly clock: ClockName;
  /** Null while the clock stands still, and when its calendar never opens. */
  readonly due: Instant | null;
  readonly state: SlaState;
  readonly why: string;
}

interface Onlooker {
  readonly language: Language;
  /** The one in which they are told times. */
  readonly zone: Zone;
}

/** The open ones, the most pressing first. As the tick left the clocks: nothing is moved on by a look. */
export function openPromises(
  ticket: Row<'tickets'>,
  sessions: readonly Row<'sessions'>[],
  context: SlaSurroundings,
  { language, zone }: Onlooker,
): readonly ShownPromise[] {
  const state = ticket.clock === '' ? 'unreadable' : parseClockState(ticket.clock);
  const status = TICKET_STATUSES.find((word) => word === ticket.status);
  if (state === 'unreadable' || status === undefined) return [];
  const { policies, firmCalendar, calendarOf, now, offset } = context;
  const { clocks } = readClocks(state, status, now, { policies, firmCalendar, calendarOf, sessions });
  const promises = CLOCKS.flatMap((clock): ShownPromise[] => {
    const reading = clocks[clock];
    if (!reading || reading.ended) return [];
    const why = dueReasonText(reading.reason, { language, zone, offset });
    return [{ clock, due: reading.due, state: reading.state, why }];
  });
  return promises.sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
}
