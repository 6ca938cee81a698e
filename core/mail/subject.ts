/** Subjects: their prefixes off, the token of a ticket found. */
import type { TicketId } from '../ticket/ticket-id';
import { parseTicketId } from '../ticket/ticket-id';

/**
 * Prefixes that clients put before a subject when answering. en, pl (Odp, Odpowiedź), uk (Відп, Відповідь, Re),
 * ru (Ответ, На), de (AW), nordic (SV, VS), fr/it/es/pt/ro (RE, RIF, R, RES, RÉF), nl (Antw), hu (Vá), fi (VS),
 * cs/sk (Odp), tr (YNT), el (ΑΠ, ΣΧΕΤ), he (השב), zh (回复, 回覆, 答复), ja (返信), ko (답장), vi (TL), lv/lt (Atb, Ats).
 */
const REPLY_WORDS =
  're|odp|odpowied[źz]|odpov|sv|aw|antw|antwort|rif|r|res|r[ée]f|rép|vá|ynt|αη|απ|σχετ|отв|ответ|відп|відповідь|ha|' +
  'на|resp|ats|atb|tl|回复|回覆|答复|答覆|返信|답장|회신|השב|رد';
/** Prefixes for passing a mail on: en, pl (PD, Przek, Przekazane), uk (Переслано, Пересл, Fwd), ru, and the others. */
const FORWARD_WORDS =
  'fwd?|fw|vs|přeposláno|předat|edasi|пересылка|переадресация|переадресовано|videresend|přeposlané|preposlané|proslijeđeno|prosleđeno|redirecţionat|transfert|doorgestuurd|pd|przek|przekazane|przes[łl]ane|прислано|переслано|пересл|пересилання|перенаправлено|пер|wg|weitergeleitet|' +
  'tr|rv|enc|i|vl|vb|doorst|vid|vidarebefordrat|továbbítás|tov|fs|i̇lt|ilt|πρθ|转发|轉寄|転送|전달|הועבר|إعادة توجيه|' +
  'redir|inoltr[oa]?|prosl|preposlan[ée]|pos|välitetty|videresendt|pål|redirecționat|fow';

/** `Re:`, `RE[2]:`, `Re^3:`, `Odp.:`, `Re (2):`, fullwidth colon. Bounded, so that no subject costs more than its length. */
const REPLY_PREFIX = new RegExp(
  `^(?:${REPLY_WORDS})\\.?\\s?(?:\\[\\d{1,4}\\]|\\(\\d{1,4}\\)|\\^\\d{1,4}|\\d{1,3})?\\s?[:：]`,
  'iu',
);
const FORWARD_PREFIX = new RegExp(
  `^(?:${FORWARD_WORDS})\\.?\\s?(?:\\[\\d{1,4}\\]|\\(\\d{1,4}\\)|\\d{1,3})?\\s?[:：]`,
  'iu',
);
const LONGEST_SUBJECT = 998;
const MOST_PREFIXES = 40;

export interface SubjectParts {
  /** Without prefixes. */
  readonly base: string;
  readonly isReply: boolean;
  readonly isForward: boolean;
}

export function readSubject(subject: string): SubjectParts {
  let rest = subject.slice(0, LONGEST_SUBJECT).trim();
  let isReply = false;
  let isForward = false;
  for (let count = 0; count < MOST_PREFIXES; count++) {
    const reply = REPLY_PREFIX.exec(rest);
    const prefix = reply ?? FORWARD_PREFIX.exec(rest);
    if (!prefix) break;
    if (reply) isReply = true;
    else isForward = true;
    rest = rest.slice(prefix[0].length).trim();
  }
  return { base: rest, isReply, isForward };
}

/** The same for two subjects of one conversation: prefixes, list tags, ticket tokens, case and spaces aside. */
export function subjectKey(subject: string): string {
  let rest = subject.slice(0, LONGEST_SUBJECT);
  for (let count = 0; count < 6; count++) {
    const before = rest;
    rest = readSubject(rest).base.replace(/^\[[^\]]{1,40}\]\s*/, '');
    if (rest === before) break;
  }
  return rest
    .replace(/\[#[^\]]{1,20}\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const TOKEN = /\[\s*#\s*(T[-\s]?[0-9A-Z]{5,12})\s*\]/gi;

/** The tickets named as `[#T-7K3Q9]` in a subject. */
export function ticketTokens(subject: string): TicketId[] {
  const found: TicketId[] = [];
  for (const match of subject.slice(0, LONGEST_SUBJECT).matchAll(TOKEN)) {
    const id = parseTicketId(match[1] ?? '');
    if (id !== null && !found.includes(id)) found.push(id);
  }
  return found;
}

/** As people write it from memory: `about T-7K3Q9`. */
const BARE = /(?<![\p{L}\p{N}-])#?(T-[0-9A-Z]{5,12})(?![\p{L}\p{N}-])/giu;

/** The tickets that a subject names by their numbers, in brackets or not, those in brackets first. */
export function ticketsNamed(subject: string): TicketId[] {
  const found = ticketTokens(subject);
  for (const match of subject.slice(0, LONGEST_SUBJECT).matchAll(BARE)) {
    const id = parseTicketId(match[1] ?? '');
    if (id !== null && !found.includes(id)) found.push(id);
  }
  return found;
}

/** With the token by which an answer finds its ticket when a mail program dropped every other trace. */
export function withTicketToken(subject: string, ticketId: string): string {
  if (ticketTokens(subject).some((id) => id === ticketId)) return subject;
  const token = `[#${ticketId}]`;
  return subject.includes(`[${ticketId}]`)
    ? subject.replace(`[${ticketId}]`, token)
    : `${subject} ${token}`.trim();
}
