/** What the page "What will be sent" says. */
import type { SkipReason } from '../../core/session/skip-reason';

export interface ForecastWords {
  readonly ahead: string;
  days(count: number): string;
  readonly person: string;
  readonly personHint: string;
  readonly onlyGoing: string;
  readonly refresh: string;
  readonly loading: string;
  readonly summary: (going: number, people: number, not: number) => string;
  readonly nothing: string;
  readonly nobodyFound: string;
  /** @param names the first of them */
  people(names: string, more: number): string;
  until(moment: string, zone: string): string;
  readonly remindersOff: string;
  readonly brakeOn: string;
  readonly obstacles: string;
  leftOut(count: number): string;
  readonly goes: string;
  readonly ifStill: string;
  readonly queued: string;
  readonly goesNot: string;
  readonly cancelled: string;
  readonly noSubject: string;
  readonly template: string;
  readonly footnote: string;

  /** By the script. */
  readonly changedNotice: string;
  readonly cancelledNotice: string;
  checkpoint(id: string): string;
  condition(written: string): string;
  /** Of a checkpoint: what should have been done. */
  unlessDone(written: string): string;
  readonly inQueue: string;
  readonly noZone: string;
  readonly reason: Readonly<Record<SkipReason, string>>;
  badOffset(steps: string): string;
  badCondition(steps: string): string;
  badCheckpoint(ids: string): string;
  unknownZone(sessions: string): string;
  unknownReaderZone(people: string): string;
}
