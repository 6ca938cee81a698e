/** What changed about a session, in words, and several sessions of a day, in lines. */
import type { Language, Localized } from '../language';
import { cleanLine } from '../mail/clean-text';
import type { Told } from '../session/planned-mail';
import { sessionEnd } from '../session/session-end';
import { formatEnd, formatLongDate, formatTime, zoneName } from '../time/format';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { civilAt } from '../time/zoned';
import type { Row } from '../workbook/rows';

export interface Reader {
  readonly language: Language;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

interface ChangeWords {
  readonly when: string;
  readonly end: string;
  readonly place: string;
  readonly link: string;
  /** In the place of what is empty now. */
  readonly none: string;
  /** Behind what holds now, in brackets. */
  readonly was: (old: string) => string;
  readonly isNew: string;
  readonly reinstated: string;
}

const WORDS: Localized<ChangeWords> = {
  en: {
    when: 'When',
    end: 'End',
    place: 'Place',
    link: 'Link',
    none: 'none',
    was: (old) => `was ${old}`,
    isNew: 'not given before',
    reinstated: 'The session will take place after all.',
  },
  pl: {
    when: 'Termin',
    end: 'Koniec',
    place: 'Miejsce',
    link: 'Link',
    none: 'brak',
    was: (old) => `dotąd: ${old}`,
    isNew: 'dotąd nie podano',
    reinstated: 'Zajęcia jednak się odbędą.',
  },
  uk: {
    when: 'Час',
    end: 'Завершення',
    place: 'Місце',
    link: 'Посилання',
    none: 'немає',
    was: (old) => `було: ${old}`,
    isNew: 'раніше не вказано',
    reinstated: 'Заняття все-таки відбудеться.',
  },
};

/**
 * A line for each thing that is not as it was told, what holds now and then what did; '' when nothing is known to differ. What an old mail
 * said besides the start may be lost: then only the start is compared.
 */
export function changesInWords(before: Told, session: Row<'sessions'>, reader: Reader): string {
  const words = WORDS[reader.language];
  const lines: string[] = before.cancelled ? [words.reinstated] : [];
  const changed = (label: string, old: string, now: string) => {
    if (old !== now) lines.push(`${label}: ${now || words.none} (${old ? words.was(old) : words.isNew})`);
  };
  const start = session.starts_at;
  const { details } = before;
  if (start !== null) {
    if (start !== before.startsAt) {
      lines.push(
        `${words.when}: ${day(start, reader)}, ${time(start, reader)}, ${zoneName(start, reader.zone, reader.language, reader.offset)} ` +
          `(${words.was(`${day(before.startsAt, reader)}, ${time(before.startsAt, reader)}`)})`,
      );
    }
    const end = sessionEnd(session, start);
    // A session that only moved ends as much later as it begins: the new end stands among its facts.
    if (details && end - start !== details.endsAt - before.startsAt) {
      changed(words.end, endOf(details.endsAt, before.startsAt, reader), endOf(end, start, reader));
    }
  }
  if (details) {
    changed(words.place, cleanLine(details.place), cleanLine(session.place));
    changed(words.link, cleanLine(details.link), cleanLine(session.link));
  }
  return lines.join('\n');
}

/** `- 10:00–12:00 (czas warszawski): Excel od podstaw, sala 3, https://…`, in the order of their times. */
export function sessionLines(sessions: readonly Row<'sessions'>[], reader: Reader): string {
  return [...sessions]
    .sort((a, b) => (a.starts_at ?? 0) - (b.starts_at ?? 0))
    .map((session) => {
      const what = [session.course, session.place, session.link]
        .map((part) => cleanLine(part))
        .filter(Boolean);
      return `- ${[span(session, reader), what.join(', ')].filter(Boolean).join(': ')}`;
    })
    .join('\n');
}

function span({ starts_at: start, ends_at: end }: Row<'sessions'>, reader: Reader): string {
  if (start === null) return '';
  const until = end === null || end <= start ? '' : `–${endOf(end, start, reader)}`;
  return `${time(start, reader)}${until} (${zoneName(start, reader.zone, reader.language, reader.offset)})`;
}

function endOf(end: Instant, start: Instant, { zone, language, offset }: Reader): string {
  return formatEnd(end, start, zone, language, offset);
}

function day(at: Instant, { zone, language, offset }: Reader): string {
  return formatLongDate(civilAt(at, zone, offset), language);
}

function time(at: Instant, { zone, offset }: Reader): string {
  return formatTime(at, zone, offset);
}
