/**
 * Letters to colleagues whose turn it is. The rules of the ticket say whether there is news (core/trainer/turn-sign.ts);
 * here are the people, the conversation and the words, read and made only in a run in which somebody is to be told.
 */
import type { Escalation } from '../../core/sla/alert-mail';
import { openPromise } from '../../core/sla/open-promise';
import type { ReconcileContext } from '../../core/ticket/reconcile';
import { acceptedLinks } from '../../core/ticket/seen';
import { asStatus } from '../../core/ticket/status';
import { isTicketId, type TicketId } from '../../core/ticket/ticket-id';
import { untoldLetters, untoldProblem } from '../../core/ticket/untold';
import { assignmentMail, type TurnDesk } from '../../core/trainer/assignment-mail';
import { type ToldTurn, type Turn, toldBy, turnsDue } from '../../core/trainer/turn';
import { turnMark, type Wall } from '../../core/trainer/turn-sign';
import type { TicketStatus } from '../../core/workbook/choices';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import type { Services } from '../ports';
import type { Following } from '../workbook/guarded-write';
import type { OpenWorkbook } from '../workbook/read-tables';
import type { AwayByMail } from './away';
import type { Columns } from './columns';
import { readConversations } from './conversations';
import type { Problem } from './findings';
import { languageOf, letterTexts } from './letter-texts';

type TurnWorkbook = OpenWorkbook<'tickets' | 'templates', 'messages' | 'outbox'>;
type Ticket = Row<'tickets'> & { readonly status: TicketStatus };

interface TurnsTold {
  readonly letters: Following;
  /** Of tickets of which nobody could be told. */
  readonly problems: readonly Problem[];
}

const NOBODY: TurnsTold = { letters: () => [], problems: [] };

export class TurnLetters {
  readonly #wall: Wall;

  constructor(
    private readonly services: Services,
    private readonly workbook: TurnWorkbook,
    private readonly rules: ReconcileContext,
    private readonly columns: Columns,
    private readonly tickets: readonly PlacedRow<'tickets'>[],
    private readonly away: AwayByMail,
  ) {
    this.#wall = { zone: rules.sheetZone, offset: rules.offset };
  }

  /**
   * One letter each, for those tickets that can be written.
   *
   * @param news tickets as this run leaves them, of which somebody is to be told
   */
  lettersOf(news: readonly Row<'tickets'>[]): TurnsTold {
    const { escalation } = this.rules;
    if (news.length === 0 || escalation === null) return NOBODY;
    const tickets = new Map<TicketId, Ticket>();
    for (const row of news) {
      const ticket = withStatus(row);
      if (ticket && isTicketId(ticket.id)) tickets.set(ticket.id, ticket);
    }
    const { due, untold } = turnsDue({
      tickets: Array.from(tickets, ([id, ticket]) => ({
        id,
        status: ticket.status,
        assignee: ticket.assignee,
        requesterEmail: ticket.requester_email.trim(),
        mark: turnMark(ticket, this.#wall),
      })),
      team: escalation.roster.team,
      readers: this.workbook.settings.mail_tickets_to,
      told: this.#told(),
      isAway: (_, agent) => this.away.has(agent),
    });
    const { now, language } = this.rules;
    const written = due.length === 0 ? [] : this.#written(due, tickets, escalation);
    return {
      letters: (going) => {
        const subjectOf = (id: string): string => news.find((row) => row.id === id)?.subject ?? '';
        const open = untold.filter(({ ticket }) => going.has(ticket));
        const letters = [
          ...written.filter(({ ticket_id }) => going.has(ticket_id)),
          ...untoldLetters(open, escalation, subjectOf, this.#isKnown(), { now, ...this.#wall }),
        ];
        return appendRows(this.workbook.layouts.outbox, letters, this.workbook.context);
      },
      problems: untold.flatMap((one) => untoldProblem(one, { language, now }) ?? []),
    };
  }

  #isKnown(): (key: string) => boolean {
    const keys = new Set(this.columns.mails.map(({ key }) => key));
    return (key) => keys.has(key);
  }

  #written(
    due: readonly Turn[],
    tickets: ReadonlyMap<TicketId, Ticket>,
    escalation: Escalation,
  ): readonly Row<'outbox'>[] {
    const { policies, firmCalendar, calendarOf, now } = this.rules;
    const desk = this.#desk(escalation);
    const merged = this.#mergedInto(new Set(due.map(({ ticket }) => ticket)));
    const messages = readConversations(
      this.services,
      this.workbook,
      this.columns.messages,
      new Set(due.flatMap(({ ticket }) => [ticket, ...(merged.get(ticket) ?? [])])),
    );
    return due.flatMap((turn) => {
      const ticket = tickets.get(turn.ticket);
      if (!ticket) return [];
      const sessions = this.rules.sessionsOf(ticket.requester_email);
      const story = {
        ticket,
        messages: [ticket.id, ...(merged.get(ticket.id) ?? [])].flatMap((id) => messages.get(id) ?? []),
        sessions,
        reason: openPromise(ticket, now, { policies, firmCalendar, calendarOf, sessions }),
      };
      return [assignmentMail(turn, story, languageOf(turn.agent.email, escalation.roster), desk)];
    });
  }

  #desk({ firm, statusLabel, linkTo }: Escalation): TurnDesk {
    const { workbook, rules } = this;
    return {
      texts: letterTexts(workbook),
      firm,
      statusLabel,
      linkTo,
      now: rules.now,
      ...this.#wall,
    };
  }

  /** What was told before stands in the Outbox tab, in the order in which it was decided. */
  #told(): readonly ToldTurn[] {
    return this.columns.mails.flatMap(({ key }) => (key.startsWith('turn:') ? (toldBy(key) ?? []) : []));
  }

  /** Their messages stay where they were written, and are read as one conversation. */
  #mergedInto(ids: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { row } of this.tickets) {
      if (row.merged_into === '') continue;
      const into = acceptedLinks(row).merged_into;
      if (ids.has(into)) found.set(into, [...(found.get(into) ?? []), row.id]);
    }
    return found;
  }
}

function withStatus(row: Row<'tickets'>): Ticket | null {
  const status = asStatus(row.status);
  return status && { ...row, status };
}
