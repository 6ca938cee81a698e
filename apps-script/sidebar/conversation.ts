/** The ticket as the page shows it: words and moments already in the team's language. */

import { formatShortMoment } from '../../core/time/format';
import type { Instant } from '../../core/time/instant';
import { OUTBOX_STATES, SLA_STATES, TICKET_STATUSES } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import { TABS } from '../../sheet-templates/tabs';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { PageWords } from '../../sheet-templates/words/sidebar-words';
import type { Services } from '../ports';
import type { Conversation, ShownDue, ShownMessage } from './contract';
import { agentName, participantLanguage, shownTemplates } from './reply-mail';
import type { TicketFile } from './ticket-file';

export function conversationOf(file: TicketFile, services: Services): Conversation {
  const { workbook, ticket, session } = file;
  const { context, language } = workbook;
  const { row } = ticket;
  const slaState = SLA_STATES.find((state) => state === row.sla_state) ?? '';
  const moment = (at: Instant): string => formatShortMoment(at, context.zone, language, context.offset);
  return {
    ticketId: row.id,
    subject: row.subject,
    requester: row.requester_name || row.requester_email,
    requesterEmail: row.requester_email,
    language: participantLanguage(file),
    status: TICKET_STATUSES.find((status) => status === row.status) ?? null,
    // Nobody can make a ticket new again, so the word is offered only where it already stands.
    statuses: TICKET_STATUSES.filter((status) => status !== 'new' || row.status === 'new').map((value) => ({
      value,
      label: context.labelOf('status', value),
    })),
    dues: dues(file, moment),
    slaState,
    slaLabel: slaState === '' ? '' : context.labelOf('sla_state', slaState),
    dueReason: row.due_reason,
    session: session
      ? [session.course, session.starts_at === null ? '' : moment(session.starts_at)]
          .filter(Boolean)
          .join(', ')
      : row.course,
    messages: shownMessages(file, trackerWords(language).page, moment),
    templates: shownTemplates(file, services.userEmail(), services.offset),
  };
}

/** Open promises, the one that comes first at the head. */
function dues({ ticket, workbook }: TicketFile, moment: (at: Instant) => string): ShownDue[] {
  const keys = ['next_due', 'resolve_due'] as const;
  return keys
    .flatMap((key) => {
      const at = ticket.row[key];
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
  const items: { readonly at: Instant | null; readonly shown: ShownMessage }[] = [];
  for (const row of messages) {
    const direction = row.direction === 'out' || row.direction === 'note' ? row.direction : 'in';
    const who =
      direction === 'in'
        ? nameOf(row.from) || ticket.row.requester_email
        : direction === 'note'
          ? agentName(workbook, row.from)
          : nameOf(row.from);
    items.push({
      at: row.at,
      shown: { direction, who, ...textOf(row), ...whenOf(row.at, moment), pending: null },
    });
  }
  for (const row of outbox) {
    const pending = pendingWord(row, words);
    if (pending === null) continue;
    items.push({
      at: row.created_at,
      shown: {
        direction: 'out',
        who: agentName(workbook, row.created_by),
        text: row.body,
        folded: '',
        attachments: [],
        ...whenOf(row.created_at, moment),
        pending,
      },
    });
  }
  // Stable: rows without a time keep their place at the end.
  return items.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity)).map(({ shown }) => shown);
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
