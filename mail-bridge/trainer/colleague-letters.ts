/** Letters to a colleague about a mail of theirs: that it waits, was not understood, was not believed. */
import { isLanguage, type Language } from '../../core/language';
import { addressKey } from '../../core/mail/addresses';
import { readSubject } from '../../core/mail/subject';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { NO_DESK } from '../../core/template/view';
import type { TicketId } from '../../core/ticket/ticket-id';
import { commandLegend } from '../../core/trainer/legend';
import type { Agent } from '../../core/trainer/trainer-mail-types';
import type { Row } from '../../core/workbook/rows';
import type { TemplateKey } from '../../sheet-templates/content/template-keys';
import { labelOfWord } from '../../sheet-templates/labels';
import { colleagueMail } from '../outbox/colleague-mail';
import type { LetterContext } from '../outbox/letter-context';
import type { OutboxBook } from '../outbox/outbox-book';
import { writeLetter } from '../outbox/write-letter';

export interface LetterAbout {
  readonly key: string;
  readonly template: Extract<
    TemplateKey,
    'answer_held' | 'commands_help' | 'command_refused' | 'mail_disbelieved' | 'confirm_address'
  >;
  readonly ticketId: TicketId;
  readonly agent: Agent;
  /** Message-ID of the mail that it is about; null: it has none, or its sender may be somebody else. */
  readonly answers: string | null;
  /** What was not understood or not done, in lines. */
  readonly help?: string;
  readonly why?: string;
  /** Name of another colleague. */
  readonly colleague?: string;
  readonly address?: string;
}

export interface ColleagueLetterContext {
  readonly letter: LetterContext;
  readonly team: readonly Row<'team'>[];
  readonly book: Pick<OutboxBook, 'lettersTo'>;
  /** To the ticket's row; '' where nobody knows it. */
  readonly linkTo: (row: Pick<Row<'tickets'>, 'id'>) => string;
}

/** As for tickets that come to them: the first language that the Team tab has of the colleague. */
export function languageOfColleague(
  { email }: Agent,
  team: readonly Row<'team'>[],
  firmLanguage: Language,
): Language {
  const row = team.find((each) => addressKey(each.email) === email);
  return row?.languages.find(isLanguage) ?? firmLanguage;
}

/** @returns null when neither the firm's text nor ours can be used */
export function colleagueLetter(
  about: LetterAbout,
  row: Pick<Row<'tickets'>, 'id' | 'subject' | 'status'>,
  { letter, team, book, linkTo }: ColleagueLetterContext,
): OutgoingMail | null {
  const { key, template, ticketId, agent, answers } = about;
  const language = languageOfColleague(agent, team, letter.facts.settings.language);
  const written = writeLetter(template, { language, audience: 'any', need: 'any' }, letter, {
    personName: '',
    agentName: agent.name,
    ticket: {
      id: ticketId,
      subject: readSubject(row.subject).base,
      status: labelOfWord('status', row.status, language),
    },
    desk: {
      ...NO_DESK,
      help: about.help ?? '',
      why: about.why ?? '',
      colleague: about.colleague ?? '',
      address: about.address ?? '',
      legend: commandLegend(language),
      link: linkTo(row),
    },
  });
  if (written === null) return null;
  return colleagueMail(
    {
      ...written,
      key,
      kind: 'alert',
      ticketId,
      agent: agent.email,
      language,
      template,
      now: letter.now,
      createdBy: 'Rowdesk',
      answers,
    },
    { book, keys: letter.keys, domain: letter.domain },
  );
}
