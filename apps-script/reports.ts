/** What a command of the menu tells the person. */
import type { Language } from '../core/language';
import { formatShortMoment } from '../core/time/format';
import { trackerWords } from '../sheet-templates/words/sidebar';
import type { CommandWords } from '../sheet-templates/words/sidebar-words';
import type { Services } from './ports';
import { lastTick } from './tick/state';
import type { TickOutcome } from './tick/tick';
import { NotSetUp } from './workbook/read-tables';

export function refreshReport(run: () => TickOutcome, command: CommandWords): string {
  try {
    const outcome = run();
    if (outcome.kind === 'other-running') return command.otherRunning;
    const changed = command.refreshed(outcome.changed);
    return outcome.finished ? changed : `${changed} ${command.unfinished}`;
  } catch (error) {
    if (error instanceof NotSetUp) return command.notSetUp;
    throw error;
  }
}

export function aboutReport(services: Services, language: Language): string {
  const { command } = trackerWords(language);
  const last = lastTick(services.memory);
  if (last === null) return command.about(command.neverRan);
  return command.about(formatShortMoment(last.at, services.workbook.zone(), language, services.offset));
}
