/** The mail that an answer becomes: the firm's template around the words of the person who answers. */
import { isLanguage, type Language } from '../../core/language';
import { isSendableAddress } from '../../core/mail/addresses';
import { readSubject, ticketTokens } from '../../core/mail/subject';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { chooseTemplate } from '../../core/template/choose';
import { placeholdersOf, type Rendered, renderTemplate, type TemplateText } from '../../core/template/render';
import { templateProblemWords } from '../../core/template/template-problem';
import { firmView, mailView, sessionView, ticketView } from '../../core/template/view';
import { zone, type ZoneOffset } from '../../core/time/instant';
import { LONGEST_CELL } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { TEMPLATE_KEYS } from '../../sheet-templates/content/template-keys';
import { labelOfWord } from '../../sheet-templates/labels';
import { supportHours } from '../../sheet-templates/support-hours';
import type { ShownTemplate } from './contract';
import { Refused } from './refused';
import type { TicketFile } from './ticket-file';

export interface ReplyMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
  readonly template: string;
}

export interface ReplyWish {
  readonly text: string;
  /** Key of the form; '' for `reply`. */
  readonly template: string;
  readonly resolve: boolean;
}

/** @throws Refused when there is nothing to send, nobody to send it to, or no way to word it */
export function replyMail(file: TicketFile, wish: ReplyWish, userEmail: string, offset: ZoneOffset): ReplyMail {
  const { ticket } = file;
  const to = ticket.row.requester_email.trim();
  if (!isSendableAddress(to)) throw new Refused('address-invalid', to);
  const answer = wish.text.replace(/\r\n?/g, '\n').trim();
  // A ticket may be resolved without a further word; its template then says so to the participant.
  if (answer === '' && !wish.resolve) throw new Refused('text-empty', '');
  const template = wish.template !== '' ? wish.template : answer === '' ? 'resolved' : 'reply';
  const language = participantLanguage(file);
  const rendered = render(file, template, answer, userEmail, offset);
  if (rendered.text.length > LONGEST_CELL) throw new Refused('text-too-long', String(LONGEST_CELL));
  return { to, subject: subjectOf(rendered.subject, ticket.row.id), body: rendered.text, language, template };
}

export function participantLanguage({ ticket, workbook }: TicketFile): Language {
  return isLanguage(ticket.row.language) ? ticket.row.language : workbook.language;
}

/** Forms stand around the answer; the firm's own texts without `{{ answer }}` are put into it. */
export function shownTemplates(file: TicketFile, userEmail: string, offset: ZoneOffset): ShownTemplate[] {
  const rows = file.workbook.tables.templates.rows.map(({ row }) => row);
  const keys = Array.from(new Set(rows.map(({ key }) => key))).filter((key) => key !== '' && key !== 'reply');
  return keys.flatMap((key): ShownTemplate[] => {
    const row = chosen(file, key);
    if (!row) return [];
    const label = labelFor(row);
    if (placeholdersOf(row.body).includes('answer')) return [{ key, label, use: 'form', text: '' }];
    // Rowdesk's own letters are not for an answer.
    if ((TEMPLATE_KEYS as readonly string[]).includes(key)) return [];
    const filled = renderTemplate(row, view(file, '', '', userEmail, offset), {
      language: participantLanguage(file),
    });
    return filled.kind === 'rendered' ? [{ key, label, use: 'insert', text: filled.text }] : [];
  });
}

/** The key, and the note for the team up to its first full stop or colon. */
function labelFor({ key, notes }: Row<'templates'>): string {
  const about = notes.split(/[.:]/, 1)[0]?.trim() ?? '';
  return about === '' ? key : about;
}

function chosen(file: TicketFile, key: string): Row<'templates'> | null {
  const { tables, language } = file.workbook;
  const audience = file.participant?.audience || file.session?.audience || 'any';
  return chooseTemplate(
    tables.templates.rows.map(({ row }) => row),
    key,
    { language: participantLanguage(file), audience, firmLanguage: language },
  );
}

/** What answers look like when the firm deleted its template `reply`. */
const BARE: TemplateText = {
  subject: 'Re: {{ ticket.subject }}',
  body: '{{ answer }}\n\n{{ agent.name }}\n{{ firm.name }}',
};

function render(
  file: TicketFile,
  template: string,
  answer: string,
  userEmail: string,
  offset: ZoneOffset,
): Rendered & { kind: 'rendered' } {
  const language = participantLanguage(file);
  const block = chosen(file, 'support_block');
  const support = block ? renderTemplate(block, view(file, '', '', userEmail, offset), { language }) : null;
  const row = chosen(file, template) ?? (template === 'reply' ? BARE : null);
  if (!row) throw new Refused('template-broken', template);
  const rendered = renderTemplate(
    row,
    view(file, answer, support?.kind === 'rendered' ? support.text : '', userEmail, offset),
    { language },
  );
  if (rendered.kind === 'rendered') return rendered;
  const [problem] = rendered.problems;
  const words = problem && templateProblemWords(problem, template, file.workbook.language);
  throw new Refused('template-broken', words ? `${words.what} ${words.todo}` : template);
}

function view(
  { workbook, ticket, session, participant }: TicketFile,
  answer: string,
  support: string,
  userEmail: string,
  offset: ZoneOffset,
): ReturnType<typeof mailView> {
  const { settings, tables } = workbook;
  const language = isLanguage(ticket.row.language) ? ticket.row.language : workbook.language;
  const calendar = tables.calendar.rows.map(({ row }) => row);
  const { hours } = readOpeningHours(calendar, settings.calendar);
  const sessionZone = session && session.zone !== '' ? zone(session.zone) : settings.zone;
  return mailView({
    firm: firmView({
      name: settings.firm_name,
      supportHours: settings.support_hours || supportHours(hours, language),
      supportAddress: settings.support_address,
      portal: settings.portal_url,
    }),
    support,
    personName: participant?.name || ticket.row.requester_name,
    ticket: ticketView(
      { id: ticket.row.id, subject: readSubject(ticket.row.subject).base },
      labelOfWord('status', ticket.row.status, language),
    ),
    ...(session && { session: sessionView(session, { language, zone: sessionZone, offset }) }),
    agentName: agentName(workbook, userEmail),
    answer,
  });
}

export function agentName({ tables }: TicketFile['workbook'], email: string): string {
  const known = tables.team.rows.find(({ row }) => row.email.trim().toLowerCase() === email.toLowerCase());
  return known?.row.name || email.split('@', 1)[0] || '';
}

/** The token by which an answer finds its ticket when a mail program dropped every other trace. */
function subjectOf(rendered: string, ticketId: string): string {
  if (ticketTokens(rendered).some((id) => id === ticketId)) return rendered;
  const token = `[#${ticketId}]`;
  return rendered.includes(`[${ticketId}]`)
    ? rendered.replace(`[${ticketId}]`, token)
    : `${rendered} ${token}`.trim();
}
