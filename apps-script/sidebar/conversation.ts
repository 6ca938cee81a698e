/** The ticket as the page shows it: words and moments already in the team's language. */
import { isAbout } from '../../core/assignment/reasons';
import type { Language } from '../../core/language';
import { formatDay, plusDays } from '../../core/time/civil';
import { formatShortMoment } from '../../core/time/format';
import type { Instant } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import { OUTBOX_STATES, PRIORITIES, SLA_STATES, TICKET_STATUSES } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { TableContext } from '../../core/workbook/table';
import { TABS } from '../../sheet-templates/tabs';
import type { PageWords } from '../../sheet-templates/words/page-words';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { Services } from '../ports';
import { rightsOn } from './admitted';
import type { Choice, Conversation, ShownDue, ShownMessage } from './contract';
import { nextSessionLine, relationsOf, sessionLine } from './relations';
import { agentName, participantLanguage, shownTemplates } from './reply-mail';
import type { TicketFile } from './ticket-file';

export function conversationOf(file: TicketFile, services: Services): Conversation {
  const templates = shownTemplates(file, services.userEmail(), services.offset);
  return { ...ticketFacts(file, services), templates };
}

/** All of it but the templates, each of which has to be filled in first. */
export function ticketFacts(file: TicketFile, services: Services): Omit<Conversation, 'templates'> {
  const { workbook, ticket, session, team } = file;
  const { context, language } = workbook;
  const now = services.clock.now();
  const user = services.userEmail();
  const slaState = SLA_STATES.find((state) => state === ticket.sla_state) ?? '';
  const moment = momentsIn(now, context, language);
  return {
    ticketId: ticket.id,
    subject: ticket.subject,
    requester: ticket.requester_name || ticket.requester_email,
    requesterEmail: ticket.requester_email,
    language: participantLanguage(file),
    may: rightsOn(file, user),
    status: TICKET_STATUSES.find((status) => status === ticket.status) ?? null,
    // Nobody can make a ticket new again, so the word is offered only where it already stands.
    statuses: choices(
      file,
      'status',
      TICKET_STATUSES.filter((status) => status !== 'new' || ticket.status === 'new'),
    ),
    holdUntil: ticket.hold_until,
    tomorrow: formatDay(plusDays(dayAt(now, context.zone, context.offset), 1)),
    priority: ticket.priority,
    priorities: choices(file, 'priority', PRIORITIES),
    assignee: ticket.assignee,
    assignedWhy: isAbout(ticket.assigned_why, ticket.assignee) ? ticket.assigned_why : '',
    assignees: team.colleagues.filter(({ presence }) => presence.kind !== 'left').map(({ name }) => name),
    dues: dues(file, moment),
    slaState,
    slaLabel: slaState === '' ? '' : context.labelOf('sla_state', slaState),
    dueReason: ticket.due_reason,
    session: session ? sessionLine(session, moment) : ticket.course,
    nextSession: nextSessionLine(file, now, moment),
    ...relationsOf(file, user, moment),
    messages: shownMessages(file, trackerWords(language).page, moment),
    olderMessages: file.olderMessages,
  };
}

/** `Mon 23 Nov, 10:45`: 300 pixels have no room for the year that everybody knows. */
export function momentsIn(
  now: Instant,
  { zone, offset }: TableContext,
  language: Language,
): (at: Instant) => string {
  const [thisYear] = formatDay(dayAt(now, zone, offset)).split('-', 1);
  const year = new RegExp(`[ .]${thisYear}(?=,)`);
  return (at) => formatShortMoment(at, zone, language, offset).replace(year, '');
}

function choices(
  { workbook }: TicketFile,
  list: 'status' | 'priority',
  values: readonly string[],
): readonly Choice[] {
  return values.map((value) => ({ value, label: workbook.context.labelOf(list, value) }));
}

/** Open promises, the one that comes first at the head. */
function dues({ ticket, workbook }: TicketFile, moment: (at: Instant) => string): ShownDue[] {
  const keys = ['next_due', 'resolve_due'] as const;
  return keys
    .flatMap((key) => {
      const at = ticket[key];
      return at === null ? [] : [{ at, label: TABS.tickets.columns[key].words[workbook.language][0] }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ label, at }) => ({ label, when: moment(at) }));
}

function shownMessages(
  { messages, outbox, workbook, ticket }: TicketFile,
  words: PageWords,
  moment: (at: Instant) => string,
): ShownMessage[] {
  const mergedFrom = (ticketId: string): string => (ticketId === ticket.id ? '' : ticketId);
  const items: { readonly at: Instant | null; readonly shown: ShownMessage }[] = [];
  const relays = new Map(
    outbox.flatMap((row) => {
      const [, messageId] = RELAY.exec(row.key) ?? [];
      return messageId === undefined ? [] : [[messageId, row] as const];
    }),
  );
  for (const row of messages) {
    const direction = row.direction === 'out' || row.direction === 'note' ? row.direction : 'in';
    const relay = direction === 'out' ? relays.get(row.id) : undefined;
    if (relay) relays.delete(row.id);
    items.push({
      at: row.at,
      shown: {
        id: row.id,
        direction,
        who:
          direction === 'in'
            ? nameOf(row.from) || ticket.requester_email
            : colleagueOf(row, direction, workbook, words),
        ...textOf(row),
        ...whenOf(row.at, moment),
        // What a participant's mail warns of is about the sheet, not about the conversation.
        remark: direction === 'in' ? '' : row.warnings.trim(),
        pending: relay ? pendingWord(relay, words) : null,
        of: mergedFrom(row.ticket_id),
      },
    });
  }
  for (const row of outbox) {
    const pending = pendingWord(row, words);
    const [, messageId] = RELAY.exec(row.key) ?? [];
    // One that came by mail is shown as the colleague wrote it.
    if (pending === null || (messageId !== undefined && !relays.has(messageId))) continue;
    items.push({
      at: row.created_at,
      shown: {
        id: row.key,
        direction: 'out',
        who: agentName(workbook, row.created_by),
        text: row.body,
        folded: '',
        attachments: [],
        ...whenOf(row.created_at, moment),
        remark: '',
        pending,
        of: mergedFrom(row.ticket_id),
      },
    });
  }
  // Stable: rows without a time keep their place at the end.
  return items.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity)).map(({ shown }) => shown);
}

/** Key of a mail that passes on what a colleague wrote by mail, with the id of that message. */
const RELAY = /^relay:(.+)$/;

/** A mail has an original; what was written in the sheet has none. */
function colleagueOf(
  { from, original }: Row<'messages'>,
  direction: 'out' | 'note',
  workbook: TicketFile['workbook'],
  words: PageWords,
): string {
  if (original === '') return direction === 'note' ? agentName(workbook, from) : nameOf(from);
  return `${nameOf(from)} · ${words.byMail}`;
}

/** `Olena Kovalenko <olena@client.example>` takes three lines of a sidebar. */
function nameOf(from: string): string {
  return /^\s*"?([^"<]+?)"?\s*<[^>]*>\s*$/.exec(from)?.[1] ?? from;
}

function whenOf(at: Instant | null, moment: (at: Instant) => string): { when: string } {
  return { when: at === null ? '' : moment(at) };
}

/** What is new in a mail, and the rest of it to be unfolded. */
function textOf({
  text,
  full_text,
  attachments,
}: Row<'messages'>): Pick<ShownMessage, 'text' | 'folded' | 'attachments'> {
  const fresh = text.trim();
  const whole = full_text.trim();
  if (fresh === '') return { text: whole, folded: '', attachments };
  const rest = whole.startsWith(fresh) ? whole.slice(fresh.length).trim() : whole === fresh ? '' : whole;
  return { text: fresh, folded: rest, attachments };
}

/** Of an answer that is no message yet. A sent one stands among the messages, a cancelled one never will. */
function pendingWord(row: Row<'outbox'>, words: PageWords): string | null {
  if (row.kind !== 'reply' && row.kind !== 'resolved') return null;
  const state = OUTBOX_STATES.find((word) => word === row.state) ?? 'queued';
  if (state === 'sent' || state === 'cancelled') return null;
  return state === 'failed' || state === 'unknown' ? words.failed : words.pending;
}
