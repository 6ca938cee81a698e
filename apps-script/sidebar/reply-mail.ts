/** The mail that an answer becomes: the firm's template around the words of the person who answers. */
import { isLanguage, type Language } from '../../core/language';
import { isSendableAddress } from '../../core/mail/addresses';
import { readSubject, withTicketToken } from '../../core/mail/subject';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { chooseTemplate, needOf } from '../../core/template/choose';
import { placeholdersOf, type Rendered, renderTemplate, type TemplateText } from '../../core/template/render';
import { templateProblemWords } from '../../core/template/template-problem';
import { mailView, sessionView, ticketView } from '../../core/template/view';
import { statusAfterAnswer } from '../../core/ticket/status';
import { type ZoneOffset, zone } from '../../core/time/instant';
import { LONGEST_CELL } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { isTemplateKey } from '../../sheet-templates/content/template-keys';
import { firmInLetters } from '../../sheet-templates/firm-in-letters';
import { statusForParticipant } from '../../sheet-templates/words/status-answer';
import { ANSWER_PLACE, type ShownTemplate } from './contract';
import { Refused } from './refused';
import type { MailFile } from './ticket-file';

export interface ReplyMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
  readonly template: string;
}

export interface ReplyWish {
  readonly text: string;
  /** Key of the form; '' for the usual one. */
  readonly template: string;
  readonly resolve: boolean;
}

/** @throws Refused when there is nothing to send, nobody to send it to, or no way to word it */
export function replyMail(file: MailFile, wish: ReplyWish, userEmail: string, offset: ZoneOffset): ReplyMail {
  const { ticket } = file;
  const answer = wish.text.replace(/\r\n?/g, '\n').trim();
  // A ticket may be resolved without a further word; its template then says so to the participant.
  if (answer === '' && !wish.resolve) throw new Refused('text-empty', '');
  const template = wish.template !== '' ? wish.template : answer === '' ? 'resolved' : USUAL;
  const language = participantLanguage(file);
  const rendered = render(file, template, { answer, resolve: wish.resolve }, userEmail, offset);
  if (rendered.text.length > LONGEST_CELL) throw new Refused('text-too-long', String(LONGEST_CELL));
  const to = ticket.requester_email.trim();
  // Last: where it is the only thing that is missing, the answer may still go to others.
  if (!isSendableAddress(to)) throw new Refused('address-invalid', to);
  return {
    to,
    subject: withTicketToken(rendered.subject, ticket.id),
    body: rendered.text,
    language,
    template,
  };
}

export function participantLanguage({ ticket, workbook }: MailFile): Language {
  return isLanguage(ticket.language) ? ticket.language : workbook.language;
}

/** Forms that stand around the answer, the usual one first; then the firm's own texts to be put into it. */
export function shownTemplates(file: MailFile, userEmail: string, offset: ZoneOffset): ShownTemplate[] {
  const keys = new Set(file.workbook.tables.templates.rows.map(({ row }) => row.key));
  const others = Array.from(keys).filter((key) => key !== '' && key !== USUAL);
  const shown = [USUAL, ...others].flatMap((key) => {
    const row = chosen(file, key) ?? (key === USUAL ? BARE_ROW : null);
    return row ? shownTemplate(file, key, row, userEmail, offset) : [];
  });
  return [...shown.filter(({ use }) => use === 'form'), ...shown.filter(({ use }) => use === 'insert')];
}

function shownTemplate(
  file: MailFile,
  key: string,
  row: TemplateText & { readonly notes: string },
  userEmail: string,
  offset: ZoneOffset,
): ShownTemplate[] {
  const isForm = placeholdersOf(row.body).includes('answer');
  // Rowdesk's own letters are not for an answer.
  if (!isForm && isTemplateKey(key)) return [];
  const filled = filledIn(file, row, { answer: ANSWER_PLACE, resolve: false }, userEmail, offset);
  // A template that cannot be read is shown all the same: choosing it says what is wrong with it.
  const { subject, text } = filled.kind === 'rendered' ? filled : { subject: '', text: ANSWER_PLACE };
  const label = labelFor(key, row.notes);
  return isForm || filled.kind !== 'rendered'
    ? [
        {
          use: 'form',
          key: key === USUAL ? '' : key,
          label,
          subject: withTicketToken(subject, file.ticket.id),
          body: text,
        },
      ]
    : [{ use: 'insert', key, label, text }];
}

/** The key, and the note for the team up to its first full stop or colon. */
function labelFor(key: string, notes: string): string {
  const about = notes.split(/[.:]/, 1)[0]?.trim() ?? '';
  return about === '' ? key : about;
}

function chosen(file: MailFile, key: string): Row<'templates'> | null {
  const { tables, language } = file.workbook;
  const audience = file.participant?.audience || file.session?.audience || 'any';
  return chooseTemplate(
    tables.templates.rows.map(({ row }) => row),
    key,
    { language: participantLanguage(file), audience, need: needOf(file.participant), firmLanguage: language },
  );
}

/** Frame of every answer that no other form was chosen for. */
const USUAL = 'reply';

/** What answers look like when the firm deleted its template `reply`. */
const BARE_ROW = {
  subject: 'Re: {{ ticket.subject }}',
  body: '{{ answer }}\n\n{{ agent.name }}\n{{ firm.name }}',
  notes: '',
};

/** What the person sends, as far as the letter shows it. */
interface Said {
  readonly answer: string;
  readonly resolve: boolean;
}

function render(
  file: MailFile,
  template: string,
  said: Said,
  userEmail: string,
  offset: ZoneOffset,
): Rendered & { kind: 'rendered' } {
  const row = chosen(file, template) ?? (template === USUAL ? BARE_ROW : null);
  if (!row) throw new Refused('template-broken', template);
  const rendered = filledIn(file, row, said, userEmail, offset);
  if (rendered.kind === 'rendered') return rendered;
  const [problem] = rendered.problems;
  const words = problem && templateProblemWords(problem, template, file.workbook.language);
  throw new Refused('template-broken', words ? `${words.what} ${words.todo}` : template);
}

function filledIn(
  file: MailFile,
  row: TemplateText,
  said: Said,
  userEmail: string,
  offset: ZoneOffset,
): Rendered {
  const language = participantLanguage(file);
  const block = chosen(file, 'support_block');
  const nothing: Said = { ...said, answer: '' };
  const support = block
    ? renderTemplate(block, view(file, nothing, '', userEmail, offset), { language })
    : null;
  const supportText = support?.kind === 'rendered' ? support.text : '';
  return renderTemplate(row, view(file, said, supportText, userEmail, offset), { language });
}

function view(
  { workbook, ticket, session, participant }: MailFile,
  { answer, resolve }: Said,
  support: string,
  userEmail: string,
  offset: ZoneOffset,
): ReturnType<typeof mailView> {
  const { settings, tables } = workbook;
  const language = isLanguage(ticket.language) ? ticket.language : workbook.language;
  const calendar = tables.calendar.rows.map(({ row }) => row);
  const { hours } = readOpeningHours(calendar, settings.calendar);
  const sessionZone = session && session.zone !== '' ? zone(session.zone) : settings.zone;
  return mailView({
    firm: firmInLetters(settings, hours, language),
    support,
    personName: participant?.name || ticket.requester_name,
    personNeeds: participant?.needs ?? '',
    ticket: ticketView(
      { id: ticket.id, subject: readSubject(ticket.subject).base },
      statusForParticipant(statusAfterAnswer(ticket.status, resolve), language),
    ),
    ...(session && { session: sessionView(session, { language, zone: sessionZone, offset }) }),
    agentName: agentName(workbook, userEmail),
    answer,
  });
}

export function agentName({ tables }: MailFile['workbook'], email: string): string {
  const known = tables.team.rows.find(({ row }) => row.email.trim().toLowerCase() === email.toLowerCase());
  return known?.row.name || email.split('@', 1)[0] || '';
}
