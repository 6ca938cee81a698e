/**
 * Letters to colleagues whose turn it is. The rules of the ticket say whether there is news (core/trainer/turn-sign.ts);
 * here are the people, the conversation and the words, read and made only in a run in which somebody is to be told.
 */
import type { Language } from '../../core/language';
import type { Escalation } from '../../core/sla/alert-mail';
import { openPromise } from '../../core/sla/open-promise';
import { chooseTemplate } from '../../core/template/choose';
import type { ReconcileContext } from '../../core/ticket/reconcile';
import { acceptedLinks } from '../../core/ticket/seen';
import { asStatus } from '../../core/ticket/status';
import { isTicketId, type TicketId } from '../../core/ticket/ticket-id';
import { assignmentMail, type TurnDesk } from '../../core/trainer/assignment-mail';
import { type ToldTurn, type Turn, toldBy, turnsDue } from '../../core/trainer/turn';
import { markOf, type Wall } from '../../core/trainer/turn-sign';
import type { TicketStatus } from '../../core/workbook/choices';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import { appendRows } from '../../core/workbook/table';
import { starterText } from '../../sheet-templates/content/templates';
import type { Services } from '../ports';
import type { Following } from '../workbook/guarded-write';
import type { OpenWorkbook } from '../workbook/read-tables';
import type { Columns } from './columns';
import { readConversations } from './conversations';

type TurnWorkbook = OpenWorkbook<'tickets' | 'templates', 'messages' | 'outbox'>;
type Ticket = Row<'tickets'> & { readonly status: TicketStatus };

export class TurnLetters {
  readonly #wall: Wall;

  constructor(
    private readonly services: Services,
    private readonly workbook: TurnWorkbook,
    private readonly rules: ReconcileContext,
    private readonly columns: Columns,
    private readonly tickets: readonly PlacedRow<'tickets'>[],
  ) {
    this.#wall = { zone: rules.sheetZone, offset: rules.offset };
  }

  /**
   * One letter each, for those tickets that can be written.
   *
   * @param news tickets as this run leaves them, of which somebody is to be told
   */
  lettersOf(news: readonly Row<'tickets'>[]): Following {
    const { escalation } = this.rules;
    if (news.length === 0 || escalation === null) return () => [];
    const tickets = new Map<TicketId, Ticket>();
    for (const row of news) {
      const ticket = withStatus(row);
      if (ticket && isTicketId(ticket.id)) tickets.set(ticket.id, ticket);
    }
    const { due } = turnsDue({
      tickets: Array.from(tickets, ([id, { status, assignee, requester_email, last_inbound_at }]) => ({
        id,
        status,
        assignee,
        requesterEmail: requester_email.trim(),
        mark: markOf(last_inbound_at, this.#wall),
      })),
      team: escalation.roster.team,
      readers: this.workbook.settings.mail_tickets_to,
      told: this.#told(),
      // Out-of-office answers come to the bridge, which asks the substitute itself.
      isAway: () => false,
    });
    if (due.length === 0) return () => [];
    const letters = this.#written(due, tickets, escalation);
    return (going) =>
      appendRows(
        this.workbook.layouts.outbox,
        letters.filter(({ ticket_id }) => going.has(ticket_id)),
        this.workbook.context,
      );
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
      return [assignmentMail(turn, story, languageOf(turn, escalation), desk)];
    });
  }

  #desk({ firm, statusLabel, linkTo }: Escalation): TurnDesk {
    const { workbook, rules } = this;
    const templates = workbook.tables.templates.rows.map(({ row }) => row);
    return {
      texts: (template, language) => {
        const wish = { language, audience: 'any', firmLanguage: workbook.language };
        const own = chooseTemplate(templates, template, wish);
        const starter = starterText(template, language);
        return own ? [own, starter] : [starter];
      },
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

/** As for alerts: the first language that the Team tab has of the colleague. */
function languageOf({ agent }: Turn, { roster }: Escalation): Language {
  const colleague = roster.team.colleagues.find(({ email }) => email === agent.email);
  return colleague?.languages[0] ?? roster.firmLanguage;
}
