/** A template as a participant will get it, and everything that can be chosen for it. */
import * as v from 'valibot';
import { isLanguage } from '../../core/language';
import { languageOf, toneOf } from '../../core/session/audience';
import { normalEmail } from '../../core/session/reminder-key';
import { textFindings } from '../../core/template-check/template-findings';
import { formatShortMoment } from '../../core/time/format';
import type { Instant } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import type { ChoiceKey } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import { isTemplateKey, TEMPLATE_KEYS } from '../../sheet-templates/content/template-keys';
import { choiceLabel, choiceWords } from '../../sheet-templates/labels';
import type { Handlers } from '../door/door';
import type { Services } from '../ports';
import { findingInWords, findingsOf, TEMPLATE_CHECK_TABLES } from '../template-check';
import { admittedToDialog, type DialogDesk } from './admitted';
import { LETTER_TABLES, type Letter, letterDesk, type Reader } from './letter';
import { readerInWords, whyThisText } from './letter-source';
import type {
  PreviewCalls,
  PreviewChoice,
  PreviewLetter,
  PreviewSession,
  PreviewStart,
} from './preview-contract';
import { type Sample, sampleParts } from './sample-parts';

const TABLES = [...TEMPLATE_CHECK_TABLES, ...LETTER_TABLES] as const;
type PreviewDesk = DialogDesk<(typeof TABLES)[number]>;

/** More would make the page slow; whoever looks for an older one chooses its language and audience by hand. */
const MOST_SESSIONS = 150;
const MOST_PEOPLE = 3_000;

const word = v.pipe(v.string(), v.maxLength(50));
const cell = v.pipe(v.string(), v.maxLength(500));

export const previewHandlers: Handlers<PreviewCalls> = {
  previewStart: {
    takes: v.object({}),
    run(services) {
      const desk = admittedToDialog(services, 'preview', TABLES);
      return { value: startOf(desk, services), language: desk.workbook.language };
    },
  },
  previewLetter: {
    takes: v.object({
      key: cell,
      sessionId: cell,
      email: cell,
      language: word,
      audience: word,
      need: word,
    }),
    run(services, wish) {
      const desk = admittedToDialog(services, 'preview', TABLES);
      return { value: letterOf(desk, wish, services), language: desk.workbook.language };
    },
  },
};

function startOf(desk: PreviewDesk, { clock }: Services): PreviewStart {
  const { tables, language, context, settings } = desk.workbook;
  const choices = <K extends ChoiceKey>(choice: K, leaveOut: string): PreviewChoice[] =>
    choiceWords(choice)
      .filter((value) => value !== leaveOut)
      .map((value) => ({ value, label: choiceLabel(choice, value, language) }));
  const sessionLabel = ({ id, course, client, starts_at: start }: Row<'sessions'>): string =>
    [
      start === null ? '' : formatShortMoment(start, settings.zone, language, context.offset),
      course || id,
      client,
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return {
    ...templatesOf(tables.templates.rows.map(({ row }) => row)),
    sessions: sessionsOf(desk, clock.now(), sessionLabel),
    languages: choices('language', ''),
    // A group is mixed, a person is not.
    audiences: choices('audience', 'mixed'),
    needs: choices('template_need', ''),
    findings: findingsOf(desk.workbook).map((finding) => findingInWords(finding, language)),
  };
}

function templatesOf(rows: readonly Row<'templates'>[]): Pick<PreviewStart, 'templates' | 'ownKeys'> {
  const notes = new Map<string, string>();
  for (const { key, notes: note } of rows) {
    if (key !== '' && !notes.get(key)) notes.set(key, note.split(/[.:]/, 1)[0]?.trim() ?? '');
  }
  const ownKeys = Array.from(notes.keys()).filter((key) => !isTemplateKey(key));
  const templates = [...TEMPLATE_KEYS, ...ownKeys].map((key) => ({
    key,
    label: [notes.get(key) ?? '', key].filter((part) => part !== '').join(' · '),
  }));
  return { templates, ownKeys };
}

function sessionsOf(
  { workbook: { tables, context, settings } }: PreviewDesk,
  now: Instant,
  label: (session: Row<'sessions'>) => string,
): PreviewSession[] {
  const today = dayAt(now, settings.zone, context.offset);
  const dayOf = ({ starts_at: start }: Row<'sessions'>): number =>
    start === null ? Number.POSITIVE_INFINITY : dayAt(start, settings.zone, context.offset);
  const listed = tables.sessions.rows
    .map(({ row }) => row)
    .filter(({ id }) => id !== '')
    .sort((a, b) => {
      const [first, second] = [dayOf(a), dayOf(b)];
      if (first >= today !== second >= today) return first >= today ? -1 : 1;
      const order = (a.starts_at ?? 0) - (b.starts_at ?? 0);
      return first >= today ? order : -order;
    })
    .slice(0, MOST_SESSIONS);
  let room = MOST_PEOPLE;
  return listed.map((session) => {
    const people = tables.participants.rows
      .filter(({ row }) => row.session_id === session.id && row.email.trim() !== '' && row.state !== 'left')
      .slice(0, room)
      .map(({ row }) => ({ email: row.email.trim(), name: row.name }));
    room -= people.length;
    return { id: session.id, label: label(session), people };
  });
}

function letterOf(
  desk: PreviewDesk,
  wish: PreviewCalls['previewLetter']['takes'],
  services: Services,
): PreviewLetter {
  const { workbook } = desk;
  const { tables, language: firmLanguage } = workbook;
  const session = tables.sessions.rows.find(({ row }) => row.id === wish.sessionId)?.row ?? null;
  const participant =
    tables.participants.rows.find(
      ({ row }) =>
        session !== null &&
        row.session_id === session.id &&
        normalEmail(row.email) === normalEmail(wish.email),
    )?.row ?? null;
  const told = { session, participant };
  const reader = { ...readerOf(told, firmLanguage), ...overridden(wish) };
  const sample: Sample = { ...told, reader, agentName: nameOf(desk) };
  const letters = letterDesk(workbook);
  const letter = letters.marked(wish.key, reader, sampleParts(sample, workbook, services));
  const { chosen, written } = letter;
  return {
    letter: written && {
      language: reader.language,
      subject: written.subject,
      text: written.text,
      plainOnly: reader.need === 'accessible',
      automatic: !isWrittenByPerson(letter),
    },
    reader: readerInWords(reader, firmLanguage),
    ...whyThisText(letter, reader, firmLanguage),
    problems: (chosen ? textFindings(chosen.row) : []).map((finding) =>
      findingInWords(finding, firmLanguage),
    ),
  };
}

interface About {
  readonly session: Row<'sessions'> | null;
  readonly participant: Row<'participants'> | null;
}

function readerOf({ session, participant }: About, firmLanguage: Reader['language']): Reader {
  if (session === null || participant === null) {
    const language = session !== null && isLanguage(session.language) ? session.language : firmLanguage;
    return { language, audience: 'any', need: 'any' };
  }
  return {
    language: languageOf(participant, session, firmLanguage),
    audience: toneOf(participant, session),
    need: participant.needs.trim() === '' ? 'any' : 'accessible',
  };
}

function overridden({ language, audience, need }: PreviewCalls['previewLetter']['takes']): Partial<Reader> {
  return {
    ...(isLanguage(language) && { language }),
    ...(audience !== '' && { audience }),
    ...((need === 'accessible' || need === 'any') && { need }),
  };
}

/** A form for a colleague's answer: the placeholder of the answer stands in it. */
function isWrittenByPerson({ chosen }: Letter): boolean {
  return chosen !== null && /\{\{-?\s*answer\b/.test(chosen.row.body);
}

function nameOf({ team, userEmail }: PreviewDesk): string {
  return team.colleagues.find(({ email }) => email === userEmail.trim().toLowerCase())?.name ?? '';
}
