/** The lines of the forecast in words, put together by session. */

import type { Language } from '../../core/language';
import type { ForecastLine } from '../../core/session/forecast';
import { sessionsById } from '../../core/session/sessions-by-id';
import { formatShortMoment } from '../../core/time/format';
import type { Zone, ZoneOffset } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import { forecastWords } from '../../sheet-templates/words/dialog-forecast';
import type { ForecastWords } from '../../sheet-templates/words/dialog-forecast-words';
import type { ShownForecast, ShownSession } from './forecast-contract';

/** Of the forecast, or of a mail that is written already. */
export type DueLine = Omit<ForecastLine, 'verdict'> & {
  readonly verdict: ForecastLine['verdict'] | { readonly kind: 'queued'; readonly subject: string };
};

export interface LineWords {
  readonly language: Language;
  /** The firm's. */
  readonly zone: Zone;
  readonly offset: ZoneOffset;
  /** Null where no template can be found. */
  subjectOf(line: DueLine): string | null;
}

/** In the order of their first mail. */
export function shownSessions(
  lines: readonly DueLine[],
  sessions: readonly Row<'sessions'>[],
  words: LineWords,
): ShownSession[] {
  const byId = sessionsById(sessions);
  const groups = new Map<string, DueLine[]>();
  for (const line of lines) {
    const group = groups.get(line.sessionId);
    if (group) group.push(line);
    else groups.set(line.sessionId, [line]);
  }
  return Array.from(groups, ([id, group]): ShownSession => {
    const session = byId.get(id);
    const start = session?.starts_at ?? null;
    return {
      id,
      course: session?.course || id,
      client: session?.client ?? '',
      starts: start === null ? '' : formatShortMoment(start, words.zone, words.language, words.offset),
      cancelled: session?.state === 'cancelled',
      lines: group.map((line) => shownLine(line, words)),
    };
  });
}

function shownLine(line: DueLine, words: LineWords): ShownForecast {
  const say = forecastWords(words.language);
  const [day = '', time = ''] = formatShortMoment(line.at, words.zone, words.language, words.offset).split(
    ', ',
  );
  return {
    day,
    time,
    name: line.name,
    email: line.email,
    step: stepName(line, say),
    template: line.template,
    ...outcome(line, say, words),
  };
}

function stepName({ purpose, step }: DueLine, say: ForecastWords): string {
  if (purpose === 'changed') return say.changedNotice;
  if (purpose === 'cancelled') return say.cancelledNotice;
  if (purpose === 'nudge') return say.checkpoint(step);
  return step === '' ? say.noZone : step;
}

function outcome(
  line: DueLine,
  say: ForecastWords,
  words: LineWords,
): Pick<ShownForecast, 'subject' | 'verdict' | 'why'> {
  const { verdict, condition, purpose } = line;
  switch (verdict.kind) {
    case 'queued':
      return { subject: verdict.subject, verdict: 'queued', why: say.inQueue };
    case 'not':
      return { subject: '', verdict: 'not', why: say.reason[verdict.reason] };
    case 'goes': {
      const subject = words.subjectOf(line) ?? '';
      if (condition === '') return { subject, verdict: 'goes', why: '' };
      return {
        subject,
        verdict: 'if',
        why: purpose === 'nudge' ? say.unlessDone(condition) : say.condition(condition),
      };
    }
  }
}
