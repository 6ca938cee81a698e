/**
 * The ticket for a colleague about participants who still have not done what a checkpoint asks for.
 *
 * Its number is read off what it is about, so it is made once: while it stands on the Tickets tab, or its note on
 * Messages though somebody deleted the row, the number is taken. A deleted one is not made again: whoever deleted it
 * did not want it.
 */
import { standIn } from '../../core/assignment/assign';
import { dueFollowUps, type FollowUp } from '../../core/session/follow-up';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { leaderAt } from '../../core/staffing/leader';
import { chooseTemplate } from '../../core/template/choose';
import { missingInWords } from '../../core/template/missing-words';
import { renderTemplate } from '../../core/template/render';
import { mailView, NO_ALERT, sessionView } from '../../core/template/view';
import { historyLine, ROWDESK } from '../../core/ticket/history-line';
import { mintTicketId, type TicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import { fingerprint } from '../../core/words/fingerprint';
import type { RowChange } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import { starterText } from '../../sheet-templates/content/templates';
import { firmInLetters } from '../../sheet-templates/firm-in-letters';
import { boardWords } from '../../sheet-templates/words/board';
import type { BatchRequest, MemoryPort, Services } from '../ports';
import type { OpenWorkbook } from '../workbook/read-tables';
import { historyWords } from './history-words';
import { rowsOf, type Training, type TrainingWorkbook } from './training';

export interface FollowUpWork {
  readonly requests: readonly BatchRequest[];
  /** Those that are due and made, to be remembered. */
  readonly made: string;
}

type FollowUpWorkbook = TrainingWorkbook & OpenWorkbook<'tickets'>;

const MEMORY = 'follow-ups';
const TEMPLATE = 'follow_up_ticket';
/** Long enough that among all tickets of a firm no other has the same by accident: 32 to the seventh. */
const ID_LENGTH = 'T-'.length + 7;
const EXCERPT_LENGTH = 280;

/** @param taken every number that stands on the Tickets tab, or on Messages */
export function followUps(
  services: Pick<Services, 'digest'>,
  workbook: FollowUpWorkbook,
  training: Training,
  stored: Readonly<Record<string, string>>,
  taken: (id: string) => boolean,
  now: Instant,
): FollowUpWork {
  const known = new Set((stored[MEMORY] ?? '').split(' '));
  const due = dueFollowUps({
    sessions: training.sessions,
    participants: rowsOf(workbook.tables.participants),
    checkpoints: rowsOf(workbook.tables.checkpoints),
    hasDone: training.activity.has,
    now,
    zoneOf: training.zoneOf,
    offset: workbook.context.offset,
    calendar: training.calendar,
  });
  const requests: BatchRequest[] = [];
  const made: string[] = [];
  for (const followUp of due) {
    const mark = fingerprint(followUp.birth);
    made.push(mark);
    if (known.has(mark)) continue;
    const id = mintTicketId(services.digest(followUp.birth), (one) => one.length < ID_LENGTH);
    if (!taken(id)) requests.push(...ticketRequests(id, followUp, workbook, training, now));
  }
  return { requests, made: made.join(' ') };
}

/** Only spares asking for the number: what counts is whether the number is taken. */
export function rememberFollowUps(
  memory: MemoryPort,
  stored: Readonly<Record<string, string>>,
  { made }: FollowUpWork,
): void {
  if (made !== (stored[MEMORY] ?? '') && made.length < 8_900) memory.set(MEMORY, made);
}

function ticketRequests(
  id: TicketId,
  followUp: FollowUp,
  workbook: FollowUpWorkbook,
  training: Training,
  now: Instant,
): readonly BatchRequest[] {
  const { session, checkpoint } = followUp;
  const { layouts, tables, context, language } = workbook;
  const words = boardWords(language).followUp;
  const { subject, text } = told(followUp, workbook, training);
  const assignee = assigneeOf(followUp, training);
  const ticket: RowChange<'tickets'> = {
    id,
    status: 'new',
    priority: 'normal',
    assignee,
    assigned_why: assignee === '' ? '' : words.assigned,
    subject,
    excerpt: excerptOf(text),
    language,
    course: session.course,
    client: session.client,
    session_id: session.id,
    created_at: now,
  };
  const note: RowChange<'messages'> = {
    id: `follow-up:${id}`,
    ticket_id: id,
    at: now,
    direction: 'note',
    from: words.from,
    subject,
    text,
    language,
  };
  const why = words.why(checkpoint.id);
  const line = historyLine(
    assignee === ''
      ? { at: now, ticketId: id, who: ROWDESK, what: 'session_id', from: '', to: session.id, why }
      : { at: now, ticketId: id, who: ROWDESK, what: 'assignee', from: '', to: assignee, why },
    historyWords(workbook),
  );
  return [
    ...appendRows(tables.tickets.layout, [ticket], context),
    ...appendRows(layouts.messages, [note], context),
    ...appendRows(layouts.history, [line], context),
  ];
}

function told(
  { session, checkpoint, people }: FollowUp,
  workbook: FollowUpWorkbook,
  training: Training,
): { readonly subject: string; readonly text: string } {
  const { tables, settings, language, context } = workbook;
  const { hours } = readOpeningHours(rowsOf(tables.calendar), settings.calendar);
  const view = mailView({
    firm: firmInLetters(settings, hours, language),
    support: '',
    personName: '',
    session: sessionView(session, { language, zone: training.zoneOf(session), offset: context.offset }),
    alert: {
      ...NO_ALERT,
      count: String(people.length),
      list: people.map((person) => `- ${personText(person)}`).join('\n'),
    },
    missing: missingInWords(checkpoint.missing, language),
  });
  const starter = starterText(TEMPLATE, language);
  const own = chooseTemplate(rowsOf(tables.templates), TEMPLATE, {
    language,
    audience: 'any',
    firmLanguage: language,
  });
  for (const template of own ? [own, starter] : [starter]) {
    const rendered = renderTemplate(template, view, { language });
    if (rendered.kind === 'rendered' && rendered.subject !== '' && rendered.text !== '') return rendered;
  }
  // The ticket must not be lost for a template: whom it is about is in words already.
  return { subject: `${session.course}: ${view.checkpoint.missing}`, text: view.alert.list };
}

/** Who is named, or else who leads the session; whoever stands in while they are away. Empty: by the usual rules. */
function assigneeOf({ session, checkpoint }: FollowUp, { team, absences }: Training): string {
  const written = checkpoint.row.follow_up.trim();
  const start = session.starts_at;
  const leader = start === null ? null : leaderAt(session, start, team, absences);
  for (const name of [written, leader && leader.kind !== 'nobody' ? leader.name : '']) {
    const reading = name === '' ? null : team.who(name);
    const colleague =
      reading?.kind === 'known' ? team.colleagues.find((one) => one.name === reading.name) : undefined;
    const there = colleague && standIn(colleague, team.colleagues);
    if (there) return there.name;
  }
  return '';
}

function personText({ name, email }: { readonly name: string; readonly email: string }): string {
  if (name.trim() === '') return email;
  return email.trim() === '' ? name : `${name} (${email})`;
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= EXCERPT_LENGTH ? line : `${line.slice(0, EXCERPT_LENGTH - 1).trimEnd()}…`;
}
