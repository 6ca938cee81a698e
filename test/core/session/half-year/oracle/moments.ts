/** When each step of the ladder is to go to a reader, and from when on it would only confuse. */
import type { Row } from '../../../../../core/workbook/rows';
import type { LadderStep, Only } from '../firm/ladder';
import { FIRM_ZONE } from '../firm/sessions';
import {
  AFTERWARDS_FOR,
  eveningBefore,
  isNight,
  knownZone,
  morningAfter,
  plusDays,
  USUAL_LENGTH,
  workingMorning,
} from './clock';

export interface Moment {
  readonly step: string;
  readonly template: string;
  readonly byDays: boolean;
  readonly atNight: boolean;
  /** When it is to go out. */
  readonly at: number;
  /** From here on it must not go out any more. */
  readonly until: number;
}

export function endOf(session: Row<'sessions'>): number {
  const start = session.starts_at ?? 0;
  return session.ends_at !== null && session.ends_at > start ? session.ends_at : start + USUAL_LENGTH;
}

export function zoneOf(person: Row<'participants'>, session: Row<'sessions'>): string {
  return knownZone(person.zone) ? person.zone : session.zone || FIRM_ZONE;
}

export function toneOf(person: Row<'participants'>, session: Row<'sessions'>): string {
  return (
    [person.audience, session.audience].find((tone) => tone === 'novice' || tone === 'experienced') ?? 'any'
  );
}

export function languageOf(person: Row<'participants'>, session: Row<'sessions'>): string {
  return person.language || session.language || 'pl';
}

/** Of the variants of one step the reader's own; else everybody's; else, of people unknown, the beginners'. */
function variantsFor(ladder: readonly LadderStep[], tone: string): LadderStep[] {
  const enabled = ladder.filter(({ row }) => row.enabled);
  return [...new Set(enabled.map(({ row }) => row.step))].flatMap((name) => {
    const variants = enabled.filter(({ row }) => row.step === name);
    const own = variants.find(({ row }) => row.audience === tone);
    const all = variants.find(({ row }) => row.audience === 'any');
    const plain = tone === 'any' ? variants.find(({ row }) => row.audience === 'novice') : undefined;
    return own ?? all ?? plain ?? [];
  });
}

export function momentsOf(
  session: Row<'sessions'>,
  zone: string,
  tone: string,
  loggedIn: boolean,
  ladder: readonly LadderStep[],
): Moment[] {
  const start = session.starts_at;
  if (start === null) return [];
  const end = endOf(session);
  const fits: Readonly<Record<Only, boolean>> = {
    always: true,
    'not-logged-in': !loggedIn,
    online: session.link !== '',
    'on-site': session.place !== '',
  };
  const own = session.zone || FIRM_ZONE;
  const moments = variantsFor(ladder, tone)
    .filter(({ only }) => fits[only])
    .map(({ row, when }) => {
      const anchor = row.anchor === 'end' ? end : start;
      const asked =
        'days' in when
          ? plusDays(anchor, when.days, own)
          : 'minutes' in when
            ? anchor + when.minutes * 60_000
            : workingMorning(anchor, when.workingMorning === 'next' ? 1 : -1, own);
      const last = asked < start ? start : asked < end ? end : asked + AFTERWARDS_FOR;
      let at = asked;
      if (!row.at_night && isNight(asked, zone)) {
        const morning = morningAfter(asked, zone);
        // In a session that is held in the reader's night there is no better time than its own, which is night too.
        at = morning < last ? morning : asked < start ? eveningBefore(asked, zone) : asked;
      }
      return {
        step: row.step,
        template: row.template,
        byDays: !('minutes' in when),
        atNight: row.at_night,
        asked,
        at,
        until: last,
      };
    })
    .sort((a, b) => a.at - b.at || a.asked - b.asked);
  return moments.map((moment, index) => {
    const next = moments.slice(index + 1).find(({ asked }) => asked !== moment.asked);
    return next && next.at < moment.until ? { ...moment, until: next.at } : moment;
  });
}
