/**
 * The brake on automatic answers as people meet it: a mail to those responsible, a line on the Problems tab, and the
 * release by whoever deletes or empties that line.
 */
import { healthReaders } from '../../core/health/readers';
import { brakeKey, isAutomaticAnswer } from '../../core/outbox/brake';
import { type Instant, MS_PER_DAY, type ZoneOffset } from '../../core/time/instant';
import { appendRows } from '../../core/workbook/table';
import { brakeWords } from '../../sheet-templates/words/brake';
import type { DeskFacts } from '../desk-facts';
import { standingLines } from '../health/problem-lines';
import type { Keys } from '../keys';
import type { Log } from '../log/log';
import type { OutboxBook } from '../outbox/outbox-book';
import type { Desk } from '../sheets/desk';
import type { BrakeMemory } from '../state/brake';
import { brakeLetter, brakeStory } from './brake-letter';

export interface BrakeDeskContext {
  readonly brake: BrakeMemory;
  readonly book: OutboxBook;
  readonly desk: Desk;
  readonly keys: Keys;
  readonly domain: string;
  /** Of the mailbox itself: nobody is alerted there. */
  readonly ownAddresses: readonly string[];
  /** To the Problems tab; '' where nobody knows it. */
  readonly link: string;
  readonly facts: () => DeskFacts;
  readonly offset: ZoneOffset;
  readonly now: () => Instant;
  readonly log: Log;
}

/** After a day "we have your mail" only confuses. */
const LATEST_ANSWER = MS_PER_DAY;

/** Takes the mails on that tell of a tripped brake. Each goes out once: their keys come from the moment and the reader. */
export function alertToBrake({ brake, book, facts, now, ...context }: BrakeDeskContext): void {
  if (brake.state().state === 'released') return;
  const { settings, team } = facts();
  for (const reader of healthReaders(team, settings.language, context.ownAddresses)) {
    const letter = brakeLetter(brake.state(), reader, { ...context, settings, now: now() });
    if (letter !== null) book.admit(letter);
  }
}

/** Writes the line on the Problems tab unless it stands there. No call while there is nothing to write. */
export async function tellOfBrake(context: BrakeDeskContext): Promise<void> {
  const { brake, desk, facts, offset, now } = context;
  const { state, at } = brake.state();
  const key = brakeKey(brake.state());
  if (state !== 'tripped' || at === null || key === null) return;
  const { settings } = facts();
  await desk.untilTaken(async () => {
    const { problems } = await desk.read(['problems']);
    if (problems.rows.some(({ row }) => row.key === key)) return;
    const { language } = settings;
    const said = brakeWords(language).problem(brakeStory(at, settings, language, offset));
    await desk.write(
      appendRows(problems.layout, [{ key, at, tab: 'outbox', row: '', ...said }], desk.context),
    );
  });
  brake.take('line-stands', now());
}

/**
 * Releases the brake when a person has taken its line away. No call while it is released.
 *
 * @throws when the tab cannot be read: that is no release
 */
export async function heedRelease(context: BrakeDeskContext): Promise<void> {
  const { brake, book, desk, facts, now, log } = context;
  const key = brakeKey(brake.state());
  if (brake.state().state !== 'told' || key === null) return;
  const { problems } = await desk.read(['problems']);
  // A tab without its keys says nothing about what stands there.
  if (problems.layout.missing.includes('key')) return;
  if (standingLines(problems).has(key) || !brake.take('line-gone', now())) return;
  log.info({ key }, 'a person released the brake: automatic answers go out again');
  const { tooLate } = brakeWords(facts().settings.language);
  for (const { mail } of book.waiting()) {
    if (!isAutomaticAnswer(mail) || mail.createdAt > now() - LATEST_ANSWER) continue;
    book.cancel(mail.key, now(), tooLate);
  }
}
