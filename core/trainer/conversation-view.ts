/**
 * The conversation as a colleague gets it by mail: what the participant wrote since our last answer in full, what came
 * before quoted below, so that mail programs fold it.
 *
 * Only what participants may see: the colleague's answer may bring the quotation back, and no mail program quotes in a
 * way that everybody can cut. An internal note that stood here could one day reach the participant.
 */
import type { Language, Localized } from '../language';
import { cutText } from '../mail/clean-text';
import { formatShortMoment } from '../time/format';
import type { Zone, ZoneOffset } from '../time/instant';
import type { Row } from '../workbook/rows';

export type Said = Pick<
  Row<'messages'>,
  'id' | 'at' | 'direction' | 'class' | 'from' | 'text' | 'attachments'
>;

export interface ConversationView {
  /** '' when the participant has written nothing that is shown, as in a ticket that was made in the Sheet. */
  readonly newest: string;
  /** Every line behind "> ", the latest first; '' when there is nothing older. */
  readonly older: string;
}

export interface ReaderPlace {
  readonly language: Language;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

/** Characters. Gmail cuts a mail off at some 102 kB of HTML, quotations included. */
const LONGEST_NEWEST = 20_000;
const LONGEST_OLDER = 12_000;

const WROTE: Localized<(moment: string, who: string) => string> = {
  en: (moment, who) => `On ${moment}, ${who} wrote:`,
  pl: (moment, who) => `W dniu ${moment} ${who} pisze:`,
  uk: (moment, who) => `${moment}, ${who} пише:`,
};

const FILES: Localized<(names: string) => string> = {
  en: (names) =>
    `[Attached: ${names}. If one did not come with this mail, open it from the row in the Sheet.]`,
  pl: (names) => `[Załączniki: ${names}. Czego nie ma przy tej wiadomości, otworzysz z wiersza w arkuszu.]`,
  uk: (names) => `[Вкладення: ${names}. Чого немає при цьому листі, відкрийте з рядка в таблиці.]`,
};

const CUT: Localized = {
  en: '[Cut here. The whole message is in the Sheet.]',
  pl: '[Tu ucięto. Cała wiadomość jest w arkuszu.]',
  uk: '[Тут обрізано. Увесь лист — у таблиці.]',
};

const MORE: Localized = {
  en: '[Older messages are in the Sheet.]',
  pl: '[Starsze wiadomości są w arkuszu.]',
  uk: '[Давніші листи — у таблиці.]',
};

/** @param messages of one ticket, in any order */
export function conversationView(messages: readonly Said[], reader: ReaderPlace): ConversationView {
  const shown = messages.filter(isShown).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const lastAnswer = shown.findIndex(({ direction }) => direction === 'out');
  const since = lastAnswer === -1 ? shown : shown.slice(0, lastAnswer);
  const [latest, ...others] = since.length > 0 ? since : shown;
  if (!latest) return { newest: '', older: '' };
  const isNews = latest.direction === 'in';
  const fresh = isNews ? since : [];
  const rest = isNews ? shown.slice(since.length) : shown;
  return {
    newest: newestFirst(fresh, others.length > 0, reader),
    older: quotedUpTo(rest, reader),
  };
}

/** What robots wrote is no part of the conversation; a list's mail may be a person's. */
function isShown({ direction, class: kind, text }: Said): boolean {
  if (text.trim() === '' || direction === 'note') return false;
  return direction === 'out' || kind === 'human' || kind === 'list' || kind === '';
}

/** A single message needs no line that says when: the mail has just come. */
function newestFirst(fresh: readonly Said[], several: boolean, reader: ReaderPlace): string {
  const texts = fresh.map((message) =>
    several ? `${attribution(message, reader)}\n\n${body(message, reader)}` : body(message, reader),
  );
  return shortened(texts.join('\n\n'), LONGEST_NEWEST, CUT[reader.language]);
}

function quotedUpTo(rest: readonly Said[], reader: ReaderPlace): string {
  const quoted: string[] = [];
  let length = 0;
  for (const message of rest) {
    const room = LONGEST_OLDER - length;
    const text = `${attribution(message, reader)}\n${body(message, reader)}`;
    // The latest of the older ones is shown in any case, as far as there is room.
    if (text.length > room && quoted.length > 0) {
      quoted.push(MORE[reader.language]);
      break;
    }
    quoted.push(shortened(text, room, CUT[reader.language]));
    length += text.length;
  }
  if (quoted.length === 0) return '';
  return quoted
    .join('\n\n')
    .replace(/\r\n?|[\u2028\u2029\u0085\u000b\u000c]/g, '\n')
    .replace(/^/gm, '> ')
    .replace(/ +$/gm, '');
}

function attribution({ at, from }: Said, { language, zone, offset }: ReaderPlace): string {
  return at === null ? `${from}:` : WROTE[language](formatShortMoment(at, zone, language, offset), from);
}

function body({ text, attachments }: Said, { language }: ReaderPlace): string {
  const words = text.trim();
  return attachments.length === 0 ? words : `${words}\n\n${FILES[language](attachments.join(', '))}`;
}

function shortened(text: string, longest: number, pointer: string): string {
  return text.length <= longest
    ? text
    : `${cutText(text, longest - pointer.length - 2).trimEnd()}\n\n${pointer}`;
}
