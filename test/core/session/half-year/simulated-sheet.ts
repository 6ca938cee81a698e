/** The Sheet as it stands at an instant. */
import type { Instant } from '../../../../core/time/instant';
import type { Row } from '../../../../core/workbook/rows';
import type { Firm } from './firm/firm';

export interface SimulatedSheet {
  readonly sessions: readonly Row<'sessions'>[];
  readonly participants: readonly Row<'participants'>[];
  readonly activity: readonly Row<'activity'>[];
  readonly reminders: readonly Row<'reminders'>[];
}

export interface Sheets {
  /** Asked in order of time. */
  at(now: Instant): SimulatedSheet;
  nextEdit(now: Instant): Instant | null;
}

export function sheetOf({ edits, ladder }: Firm): Sheets {
  const sessions = new Map<string, Row<'sessions'>>();
  const participants = new Map<string, Row<'participants'>>();
  const activity: Row<'activity'>[] = [];
  let read = 0;
  let sheet: SimulatedSheet = {
    sessions: [],
    participants: [],
    activity: [],
    reminders: ladder.map(({ row }) => row),
  };
  return {
    at(now) {
      const before = read;
      for (let edit = edits[read]; edit && edit.at <= now; edit = edits[++read]) {
        if (edit.tab === 'sessions') sessions.set(edit.id, edit.row);
        else if (edit.tab === 'activity') activity.push(edit.row);
        else if (edit.row === null) participants.delete(edit.id);
        else participants.set(edit.id, edit.row);
      }
      if (read > before) {
        sheet = {
          ...sheet,
          sessions: [...sessions.values()],
          participants: [...participants.values()],
          activity: [...activity],
        };
      }
      return sheet;
    },
    nextEdit: (now) => edits.slice(read).find(({ at }) => at > now)?.at ?? null,
  };
}
