/** What the tracker says inside the Sheet: after a command, in the sidebar, and on Problems what only a tick finds. */
import type { PageWords, RefusalWords } from './page-words';

export interface CommandWords {
  refreshed(changed: number): string;
  readonly otherRunning: string;
  readonly unfinished: string;
  readonly setUpTitle: string;
  setUpDone(tabs: number, columns: number): string;
  readonly setUpNothingToDo: string;
  readonly clockInstalled: string;
  clockRunsElsewhere(who: string): string;
  readonly notSetUp: string;
  readonly onlyAdmins: string;
  readonly onlyTeam: string;
  about(lastTick: string): string;
  readonly neverRan: string;
}

/** What happened, to which row, and what to do: one pair for each kind of finding. */
export interface FindingWords {
  /** @param differing labels of the columns in which the rows differ; '' when they are the same */
  duplicateId(id: string, rows: string, differing: string): FindingText;
  numbersMixedUp(rows: string): FindingText;
  /** @param reasons everybody with the reason, such as `Lena: absent; Ewa: …` */
  nobodyFits(id: string, reasons: string): FindingText;
  heldByAbsent(id: string, name: string): FindingText;
  /** @param couldBe names that fit, '' when none does */
  unknownColleague(id: string, written: string, couldBe: string): FindingText;
  idMissing(row: number, subject: string): FindingText;
  messagesWithoutTicket(ticketId: string): FindingText;
  unreadableCell(column: string, found: string, id: string): FindingText;
  rowWouldNotStandStill(id: string): FindingText;
  /** @param substitute who is told instead; '' when nobody stands in */
  awayByMail(name: string, substitute: string): FindingText;
  /** A command of a colleague's mail that somebody copied. */
  commandDoubled(ticketId: string): FindingText;
}

export interface FindingText {
  readonly what: string;
  readonly todo: string;
}

export interface TrackerWords {
  readonly command: CommandWords;
  readonly finding: FindingWords;
  readonly page: PageWords;
  readonly refusal: RefusalWords;
}
