/** The subject that a mail of the forecast will have when it is written. */
import { languageOf, toneOf } from '../../core/session/audience';
import type { ReminderInput } from '../../core/session/reminder-input';
import { normalEmail } from '../../core/session/reminder-key';
import { readRoster } from '../../core/session/roster';
import { sessionsById } from '../../core/session/sessions-by-id';
import { missingInWords } from '../../core/template/missing-words';
import { sessionView } from '../../core/template/view';
import { knownZone } from '../../core/time/zoned';
import type { Row } from '../../core/workbook/rows';
import type { DueLine } from './forecast-lines';
import { type LetterWorkbook, letterDesk, type Reader } from './letter';

/** @returns for a line its subject; null where no template can be found for it */
export function forecastSubjects(
  workbook: LetterWorkbook,
  input: ReminderInput,
): (line: DueLine) => string | null {
  const letters = letterDesk(workbook);
  const sessions = sessionsById(input.sessions);
  const roster = readRoster(input.participants);
  const firmZone = workbook.settings.zone;
  const zones = new Map<string, ReturnType<typeof knownZone>>();
  const zoneNamed = (written: string): ReturnType<typeof knownZone> => {
    const known = zones.get(written);
    if (known !== undefined) return known;
    const found = knownZone(written, input.offset);
    zones.set(written, found);
    return found;
  };
  return ({ sessionId, email, template, purpose, condition }) => {
    const session = sessions.get(sessionId);
    const participant = roster.seatOf(sessionId, normalEmail(email))?.participant;
    if (!session || !participant) return null;
    const reader: Reader = {
      language: languageOf(participant, session, input.sheetLanguage),
      audience: toneOf(participant, session),
      need: participant.needs.trim() === '' ? 'any' : 'accessible',
    };
    const zone = zoneNamed(participant.zone) ?? zoneNamed(session.zone) ?? firmZone;
    const told =
      purpose === 'cancelled' ? asTold(session, input.told(sessionId, normalEmail(email))) : session;
    return letters.subject(template, reader, {
      personName: participant.name,
      personNeeds: participant.needs,
      session: sessionView(told, { language: reader.language, zone, offset: input.offset }),
      missing: purpose === 'nudge' ? missingInWords(condition, reader.language) : '',
    });
  };
}

/** What will not take place is what the reader knows of. */
function asTold(session: Row<'sessions'>, told: ReturnType<ReminderInput['told']>): Row<'sessions'> {
  return told === null ? session : { ...session, starts_at: told.startsAt, ends_at: null };
}
