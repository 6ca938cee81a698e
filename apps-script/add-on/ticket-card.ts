/** The card of one ticket, beside its mail or from the list of the home page. */
import type { Language } from '../../core/language';
import { formatShortDay } from '../../core/time/format';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import type { Conversation, ShownMessage } from '../sidebar/contract';
import {
  type Ask,
  buttons,
  type Card,
  type Choice,
  fact,
  type Option,
  type Section,
  section,
  text,
  type Widget,
} from './card';

const MOST_MESSAGES = 3;
/** A card is narrow, and the whole conversation is one click away. */
const LONGEST_MESSAGE = 500;

/** As the sidebar tells it. */
type ShownTicket = Omit<Conversation, 'templates'>;

export interface TicketFacts {
  readonly ticket: ShownTicket;
  readonly language: Language;
  readonly row: string;
  /** A key for the next note, from which a second click is known. */
  readonly noteKey: string;
  /** What can be put into a reply to the open mail; null where the mail is not this ticket's. */
  readonly reply: ReplySection | null;
}

export interface ReplySection {
  /** Where the draft goes, or why there is none. */
  readonly says: string;
  readonly templates: readonly Option[];
}

export function ticketCard({ ticket, language, row, noteKey, reply }: TicketFacts): Card {
  return {
    title: ticket.subject.trim() || ticket.ticketId,
    subtitle: ticket.ticketId,
    sections: [
      section('', ...facts(ticket, language), ...openButtons(ticket, language, row)),
      lastMessages(ticket, language),
      ...replySection(ticket, language, reply),
      ...changes(ticket, language),
      ...note(ticket, language, noteKey),
    ],
  };
}

function facts(ticket: ShownTicket, language: Language): Widget[] {
  const { page } = trackerWords(language);
  const words = addOnWords(language).ticket;
  const labelOf = (choices: readonly Option[], value: string): string =>
    choices.find((choice) => choice.value === value)?.label ?? value;
  const [due] = ticket.dues;
  const held =
    ticket.status === 'on_hold' && ticket.holdUntil !== null
      ? words.onHold(formatShortDay(ticket.holdUntil, language))
      : '';
  const assignee = ticket.assignee || page.nobody;
  const priority = labelOf(ticket.priorities, ticket.priority);
  return [
    fact(
      page.status,
      [labelOf(ticket.statuses, ticket.status ?? '') || '—', held].filter(Boolean).join(' '),
      [assignee, priority].filter(Boolean).join(' · '),
    ),
    ...(due === undefined
      ? []
      : [fact(due.label, [due.when, ticket.slaLabel].filter(Boolean).join(' · '), ticket.dueReason)]),
    fact(
      words.participant,
      ticket.requester || '—',
      ticket.requesterEmail === ticket.requester ? '' : ticket.requesterEmail,
    ),
    ...(ticket.session === '' ? [] : [fact(page.session, ticket.session)]),
    ...(ticket.nextSession === '' ? [] : [fact(page.nextSession, ticket.nextSession)]),
    ...(ticket.mergedInto === '' ? [] : [fact(page.mergedInto, ticket.mergedInto)]),
  ];
}

function openButtons(ticket: ShownTicket, language: Language, row: string): Widget[] {
  const again: Ask = { action: 'ticket', parameters: { ticketId: ticket.ticketId, how: 'update' } };
  return [
    buttons(
      {
        label: addOnWords(language).ticket.openRow,
        press: { kind: 'link', url: row },
        strong: false,
      },
      { label: trackerWords(language).page.refresh, press: { kind: 'ask', ask: again }, strong: false },
    ),
  ];
}

/** The newest first: that is what the person wants to know. */
function lastMessages(ticket: ShownTicket, language: Language): Section {
  const { page } = trackerWords(language);
  const last = ticket.messages.slice(-MOST_MESSAGES).reverse();
  return section(
    addOnWords(language).ticket.lastMessages,
    ...(last.length === 0 ? [text(page.noMessages)] : last.map((message) => messageLine(message, page.note))),
  );
}

function messageLine(
  { who, when, text: written, direction, remark, pending, attachments }: ShownMessage,
  note: string,
): Widget {
  const label = [who, when, direction === 'note' ? note : '', pending ?? ''].filter(Boolean).join(' · ');
  return fact(
    label,
    cut(written.trim()) || '—',
    [remark, attachments.join(', ')].filter(Boolean).join(' · '),
  );
}

/** Not in the middle of a sign of two code units. */
function cut(written: string): string {
  if (written.length <= LONGEST_MESSAGE) return written;
  return `${written
    .slice(0, LONGEST_MESSAGE)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()} …`;
}

function replySection(ticket: ShownTicket, language: Language, reply: ReplySection | null): Section[] {
  if (reply === null || !ticket.may.includes('answer')) return [];
  const words = addOnWords(language).reply;
  const { page } = trackerWords(language);
  const [first] = reply.templates;
  if (first === undefined) return [section(page.reply, text(reply.says))];
  const ask: Ask = { action: 'template', parameters: { ticketId: ticket.ticketId } };
  return [
    section(
      page.reply,
      {
        kind: 'choice',
        field: 'template',
        label: words.choose,
        options: reply.templates,
        chosen: first.value,
        ask: null,
      },
      buttons({ label: words.show, press: { kind: 'ask', ask }, strong: true }),
      text(reply.says),
    ),
  ];
}

/** Each is saved as soon as it is chosen, as in the sidebar. */
function changes(ticket: ShownTicket, language: Language): Section[] {
  const { page } = trackerWords(language);
  const list = (column: string, label: string, options: readonly Option[], chosen: string): Choice => ({
    kind: 'choice',
    field: column,
    label,
    // A word that nobody understands (a person typed it) is shown as it is.
    options: options.some(({ value }) => value === chosen)
      ? options
      : [{ value: chosen, label: chosen === '' ? '—' : chosen }, ...options],
    chosen,
    ask: { action: 'setCell', parameters: { ticketId: ticket.ticketId, column } },
  });
  const widgets: Widget[] = [];
  if (ticket.may.includes('move')) {
    // On hold until when is asked in the sidebar: without a day a ticket would never come back by itself.
    const statuses = ticket.statuses.filter(
      ({ value }) => value !== 'on_hold' || ticket.status === 'on_hold',
    );
    widgets.push(list('status', page.status, statuses, ticket.status ?? ''));
  }
  if (ticket.may.includes('triage')) {
    const names = ticket.assignees.map((name) => ({ value: named(name), label: name }));
    const nobody = { value: named(''), label: page.nobody };
    widgets.push(list('assignee', page.assignee, [nobody, ...names], named(ticket.assignee)));
    widgets.push(list('priority', page.priority, ticket.priorities, ticket.priority));
  }
  return widgets.length === 0 ? [] : [section(addOnWords(language).ticket.change, ...widgets)];
}

/** Gmail hands back no field that was chosen to be empty, and nobody has to be choosable. */
const named = (name: string): string => `=${name}`;

/** The name behind a choice of the list above. */
export function unnamed(chosen: string): string {
  return chosen.slice(1);
}

function note(ticket: ShownTicket, language: Language, key: string): Section[] {
  if (!ticket.may.includes('note')) return [];
  const { page } = trackerWords(language);
  const ask: Ask = { action: 'addNote', parameters: { ticketId: ticket.ticketId, key } };
  return [
    section(
      page.internalNote,
      { kind: 'input', field: 'note', label: page.yourNote },
      buttons({ label: page.saveNote, press: { kind: 'ask', ask }, strong: false }),
      text(page.noteStaysInside),
    ),
  ];
}
