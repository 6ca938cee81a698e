/** What a colleague is told of commands that were not carried out: one letter for each mail that held some. */
import type { Language } from '../language';
import { cleanLine } from '../mail/clean-text';
import { readSubject } from '../mail/subject';
import { askedRow } from '../outbox/outbox-row';
import type { TemplateText } from '../template/render';
import { renderTemplate } from '../template/render';
import { type FirmPart, mailView, NO_DESK, ticketView } from '../template/view';
import { type Instant, MS_PER_DAY } from '../time/instant';
import type { Agents } from '../trainer/agents';
import type { Agent } from '../trainer/trainer-mail-types';
import { ORDER_CELLS } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import { type HistoryWords, shownCell } from './history-line';
import type { CommandRefusal, Settled } from './mail-command';
import { refusalWords } from './mail-command-words';

const REFUSED_TEMPLATE = 'command_refused';
/** More than that in a day is no slip: the rest can be read in the sheet. */
const MOST_A_DAY = 5;
const LONGEST_LINE = 200;

interface Refused extends Settled {
  readonly refusal: CommandRefusal;
}

export interface RefusedMail {
  /** Of its letter, and the same whenever it is planned. */
  readonly key: string;
  readonly agent: Agent;
  readonly refused: readonly [Refused, ...Refused[]];
}

/**
 * Strangers are told nothing, and nobody is told that their out-of-office changes nothing: it would answer.
 *
 * @param isKnown keys of letters that are written already
 */
export function refusedMails(
  settled: readonly Settled[],
  { at }: Agents,
  isKnown: (key: string) => boolean,
): readonly RefusedMail[] {
  const mails = new Map<string, RefusedMail>();
  for (const { command, refusal, ticketId } of settled) {
    const agent = at(command.who);
    if (refusal === null || agent === null || command.cell === 'away') continue;
    const one: Refused = { command, refusal, ticketId };
    const mail = `${agent.email} ${mailOf(command.id)}`;
    const { key, refused } = mails.get(mail) ?? { key: `refused:${command.id}`, refused: null };
    mails.set(mail, { key, agent, refused: refused ? [...refused, one] : [one] });
  }
  return Array.from(mails.values()).filter(({ key }) => !isKnown(key));
}

/** Of a command's id, `<the mail>:<its place there>`. */
function mailOf(id: string): string {
  const end = id.lastIndexOf(':');
  return end < 0 ? id : id.slice(0, end);
}

/**
 * @param commands as they stand in the sheet: the ones that were refused in the last day say who was told of it
 * @param isKnown keys of letters that are written already
 */
export function withinLimit(
  mails: readonly RefusedMail[],
  commands: readonly Row<'commands'>[],
  { at }: Agents,
  isKnown: (key: string) => boolean,
  now: Instant,
): readonly RefusedMail[] {
  const told = new Map<string, number>();
  const count = (email: string): number => {
    const times = (told.get(email) ?? 0) + 1;
    told.set(email, times);
    return times;
  };
  for (const { id, who, state, done_at } of commands) {
    if (state !== 'refused' || done_at === null || done_at <= now - MS_PER_DAY) continue;
    const agent = at(who);
    if (agent && isKnown(`refused:${id}`)) count(agent.email);
  }
  return mails.filter(({ agent }) => count(agent.email) <= MOST_A_DAY);
}

export interface RefusalDesk {
  /** The texts to try in turn: the firm's own, then one that is known to work. */
  readonly texts: (template: typeof REFUSED_TEMPLATE, language: Language) => readonly TemplateText[];
  readonly firm: (language: Language) => FirmPart;
  /** In the colleague's language, not the firm's. */
  readonly words: (language: Language) => HistoryWords;
  readonly linkTo: (ticketId: string) => string;
  readonly now: Instant;
}

/** @param ticket null where there is none of that number */
export function refusedLetter(
  { key, agent, refused }: RefusedMail,
  ticket: Row<'tickets'> | null,
  language: Language,
  { texts, firm, words: wordsIn, linkTo, now }: RefusalDesk,
): Row<'outbox'> {
  const words = wordsIn(language);
  const ticketId = ticket?.id ?? refused[0].ticketId;
  const lines = refused.map((one) => `- ${refusedLine(one, words)}`);
  const help = Array.from(new Set(lines)).join('\n');
  const view = mailView({
    firm: firm(language),
    support: '',
    personName: agent.name,
    agentName: agent.name,
    ticket: {
      ...ticketView({ id: ticketId, subject: '' }, ticket ? shownCell('status', ticket.status, words) : ''),
      subject: ticket ? readSubject(cleanLine(ticket.subject, LONGEST_LINE)).base : '',
    },
    desk: { ...NO_DESK, help, link: ticket ? linkTo(ticketId) : '' },
  });
  const written = texts(REFUSED_TEMPLATE, language)
    .map((text) => renderTemplate(text, view, { language }))
    .find((each) => each.kind === 'rendered' && each.subject !== '' && each.text !== '');
  return askedRow({
    key,
    kind: 'alert',
    ticket_id: ticketId,
    session_id: '',
    to: agent.email,
    // A letter must not be lost for a template: the reasons are in words already.
    ...(written?.kind === 'rendered'
      ? { subject: written.subject, body: written.text }
      : { subject: `[#${ticketId}]`, body: help }),
    language,
    template: REFUSED_TEMPLATE,
    created_at: now,
    created_by: 'Rowdesk',
  });
}

/** `Priority → Urgent: Ticket T-7K3Q9 is somebody else’s …`. */
function refusedLine({ command, refusal, ticketId }: Refused, words: HistoryWords): string {
  const why = refusalWords(refusal, ticketId, words);
  const cell = ORDER_CELLS.find((one) => one === command.cell);
  if (cell === undefined) return why;
  const value = shownCell(cell, cleanLine(command.value, LONGEST_LINE), words);
  return `${words.columnLabel(cell)} → ${value}: ${why}`;
}
