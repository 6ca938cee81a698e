/** Who sits in which session: the rows of the Participants tab, one seat a person. */
import type { Row } from '../workbook/rows';
import { normalEmail } from './reminder-key';
import { reminderWishes } from './wishes';

export interface Seat {
  readonly participant: Row<'participants'>;
  /** Normalized. */
  readonly email: string;
  /** Has not left. */
  readonly present: boolean;
  readonly wantsReminders: boolean;
}

export interface Roster {
  /** In the order of their addresses, whatever the order of the rows. */
  seatsIn(sessionId: string): readonly Seat[];
  seatOf(sessionId: string, email: string): Seat | null;
  /** Ids of all sessions of a person who sits in more than one; else empty. */
  severalSessionsOf(email: string): readonly string[];
}

const NONE: readonly never[] = [];

export function readRoster(participants: readonly Row<'participants'>[]): Roster {
  const wants = reminderWishes(participants);
  const bySession = new Map<string, Seat[]>();
  for (const participant of participants) {
    const id = participant.session_id;
    const seat: Seat = {
      participant,
      email: normalEmail(participant.email),
      present: participant.state !== 'left',
      wantsReminders: wants(participant),
    };
    const seats = bySession.get(id);
    if (seats) seats.push(seat);
    else bySession.set(id, [seat]);
  }
  for (const [id, seats] of bySession) bySession.set(id, oneSeatEach(seats));

  const seatsIn = (sessionId: string): readonly Seat[] => bySession.get(sessionId) ?? NONE;
  let several: ReadonlyMap<string, readonly string[]> | null = null;
  return {
    seatsIn,
    seatOf: (sessionId, email) => findSeat(seatsIn(sessionId), email),
    severalSessionsOf: (email) => {
      several ??= severalSessions(bySession);
      return several.get(email) ?? NONE;
    },
  };
}

/** By halves: a person may be looked for in every session there is. */
function findSeat(seats: readonly Seat[], email: string): Seat | null {
  let low = 0;
  let high = seats.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seats[middle] as Seat).email < email)
      low = middle + 1; // middle < length
    else high = middle;
  }
  const found = seats[low];
  return found?.email === email ? found : null;
}

function severalSessions(
  bySession: ReadonlyMap<string, readonly Seat[]>,
): ReadonlyMap<string, readonly string[]> {
  const first = new Map<string, string>();
  const several = new Map<string, string[]>();
  for (const [id, seats] of bySession) {
    for (const { email } of seats) {
      const before = first.get(email);
      if (before === undefined) first.set(email, id);
      else if (before !== id) {
        const ids = several.get(email);
        if (ids) ids.push(id);
        else several.set(email, [before, id]);
      }
    }
  }
  several.delete('');
  return several;
}

/** A person entered twice has one seat: of the rows the one that keeps it and wants most. */
function oneSeatEach(seats: readonly Seat[]): Seat[] {
  const sorted = [...seats].sort((a, b) => order(a.email, b.email) || better(a, b));
  return sorted.filter(({ email }, index) => email === '' || email !== sorted[index - 1]?.email);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function better(a: Seat, b: Seat): number {
  return (
    Number(b.present) - Number(a.present) ||
    Number(b.wantsReminders) - Number(a.wantsReminders) ||
    // Of equals any, but always the same one.
    order(rowText(a), rowText(b))
  );
}

function rowText({ participant }: Seat): string {
  return JSON.stringify([
    participant.name,
    participant.email,
    participant.language,
    participant.audience,
    participant.needs,
    participant.company,
    participant.zone,
    participant.answer,
    participant.state,
    participant.reminders,
  ]);
}
