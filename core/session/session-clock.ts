/**
 * The ladder on the clock of one session: which step comes when, and what that means now. Everybody of one tone, zone
 * and standing shares the moments, so that most work is done once a session and not once a person.
 */
import type { Instant, Zone } from '../time/instant';
import { plus } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { Tone } from './audience';
import { variantFor } from './audience';
import type { Ladder, Step } from './ladder';
import { holds } from './ladder';
import { eveningBefore, isNight, morningAfter } from './night';
import { momentOf } from './offset';
import type { ReminderInput } from './reminder-input';
import { reminderKeys } from './reminder-key';
import { sessionEnd } from './session-end';
import type { SkipReason } from './skip-reason';

/** Due, due at a later instant, or never. */
export type Verdict = 'due' | Instant | Extract<SkipReason, 'superseded' | 'night' | 'condition'>;

/** A step of the ladder for some people of a session. */
export interface Slot {
  readonly step: Step;
  /** As written in the sheet. */
  readonly asked: Instant;
  /** As sent, out of the night. */
  readonly at: Instant;
  readonly notAfter: Instant;
  readonly verdict: Verdict;
}

export interface SlotGroup {
  /** In order of time; of a session that is long over only those that still make sense. */
  readonly slots: readonly Slot[];
  /** Those that have come, or never will. */
  readonly ready: readonly Slot[];
  /** When the first of the others comes. */
  readonly next: Instant | null;
}

export interface Reader {
  readonly tone: Tone;
  readonly zone: Zone;
  /** Which of the ladder's deeds are done: 0 or 1 for each, in their order. */
  readonly done: string;
}

export interface SessionClock {
  readonly session: Row<'sessions'>;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly zone: Zone;
  keyOf(email: string, step: string): string;
  slotsFor(reader: Reader): SlotGroup;
}

export function sessionClock(
  session: Row<'sessions'>,
  startsAt: Instant,
  zone: Zone,
  ladder: Ladder,
  input: ReminderInput,
): SessionClock {
  const endsAt = sessionEnd(session, startsAt);
  const groups = new Map<string, SlotGroup>();
  const askedAt = new Map<Step, Instant | null>();
  const ask = (step: Step): Instant | null => {
    let asked = askedAt.get(step);
    if (asked === undefined) {
      const anchor = step.row.anchor === 'end' ? endsAt : startsAt;
      asked = momentOf(anchor, step.offset, zone, input.offset, input.calendar);
      askedAt.set(step, asked);
    }
    return asked;
  };
  let keyOf: ((email: string, step: string) => string) | null = null;
  return {
    session,
    startsAt,
    endsAt,
    zone,
    keyOf: (email, step) => {
      keyOf ??= reminderKeys(session.id, startsAt);
      return keyOf(email, step);
    },
    slotsFor: (reader) => {
      const name = `${reader.tone} ${reader.done} ${reader.zone}`;
      let group = groups.get(name);
      if (!group) {
        group = grouped(slotsOf(reader, session, startsAt, endsAt, ladder, ask, input));
        groups.set(name, group);
      }
      return group;
    },
  };
}

function grouped(slots: readonly Slot[]): SlotGroup {
  let next: Instant | null = null;
  for (const { verdict } of slots) {
    if (typeof verdict === 'number' && (next === null || verdict < next)) next = verdict;
  }
  return { slots, ready: slots.filter(({ verdict }) => typeof verdict !== 'number'), next };
}

interface Moment extends Pick<Slot, 'step' | 'asked' | 'at' | 'notAfter'> {
  readonly holds: boolean;
  /** Nobody can be written to at its time. */
  readonly asleep: boolean;
}

/** The steps for one kind of reader, in order, each good until the next one comes. */
function slotsOf(
  reader: Reader,
  session: Row<'sessions'>,
  start: Instant,
  end: Instant,
  ladder: Ladder,
  ask: (step: Step) => Instant | null,
  input: ReminderInput,
): readonly Slot[] {
  const circumstances = {
    session,
    hasDone: (what: string) => reader.done[ladder.deeds.indexOf(what)] === '1',
  };
  const moments: Moment[] = [];
  for (const variants of ladder.steps.values()) {
    const chosen = chooseVariant(variants, reader.tone, (step) => holds(step.condition, circumstances));
    const asked = chosen && ask(chosen.step);
    if (!chosen || asked === null || asked === undefined) continue;
    moments.push(momentFor(chosen, asked, start, end, reader.zone, input));
  }
  moments.sort((a, b) => a.at - b.at || a.asked - b.asked || (a.step.row.step < b.step.row.step ? -1 : 1));
  const isLongOver = plus(end, input.rule.keepAfterEnd) <= input.now;
  const slots: Slot[] = [];
  for (const [index, moment] of moments.entries()) {
    // A step that is not for them makes no other needless.
    const later = moments.slice(index + 1).find((one) => one.holds && one.asked !== moment.asked);
    const notAfter = later && later.at < moment.notAfter ? later.at : moment.notAfter;
    // For a while it is still told why something was not sent: the program may have been off over the whole session.
    if (notAfter <= input.now && isLongOver) continue;
    const { step, asked, at } = moment;
    const verdict = moment.holds ? judge({ ...moment, notAfter }, reader.zone, input) : 'condition';
    slots.push({ step, asked, at, notAfter, verdict });
  }
  return slots;
}

function chooseVariant(
  variants: readonly Step[],
  tone: Tone,
  isFulfilled: (step: Step) => boolean,
): { readonly step: Step; readonly holds: boolean } | null {
  const choose = (steps: readonly Step[]): Step | undefined =>
    variantFor(
      steps.map((step) => ({ step, audience: step.row.audience })),
      tone,
    )?.step;
  const fulfilled = choose(variants.filter(isFulfilled));
  if (fulfilled) return { step: fulfilled, holds: true };
  const other = choose(variants);
  return other ? { step: other, holds: false } : null;
}

function momentFor(
  { step, holds: fulfilled }: { readonly step: Step; readonly holds: boolean },
  asked: Instant,
  start: Instant,
  end: Instant,
  zone: Zone,
  { rule, offset }: ReminderInput,
): Moment {
  const notAfter = asked < start ? start : asked < end ? end : plus(asked, rule.keepAfterEnd);
  const moment = { step, asked, at: asked, notAfter, holds: fulfilled, asleep: false };
  if (step.row.at_night || !isNight(asked, zone, offset, rule.night)) return moment;
  const morning = morningAfter(asked, zone, offset, rule.night);
  if (morning < notAfter) return { ...moment, at: morning };
  // During a session the evening before would be before the session.
  if (asked >= start) return { ...moment, asleep: true };
  return { ...moment, at: eveningBefore(asked, zone, offset, rule.night) };
}

function judge(moment: Moment, zone: Zone, { now, offset, rule }: ReminderInput): Verdict {
  if (moment.notAfter <= moment.at || moment.notAfter <= now) return 'superseded';
  if (moment.asleep) return 'night';
  if (moment.at > now) return moment.at;
  // Late, because the program was off or the participant joined late: still not at night.
  if (moment.step.row.at_night || !isNight(now, zone, offset, rule.night)) return 'due';
  const morning = morningAfter(now, zone, offset, rule.night);
  return morning < moment.notAfter ? morning : 'night';
}
