/** What a Messages row and a ticket say about a mail besides its words, in the firm's language. */
import type { Language, Localized } from '../language';
import { addressKey } from '../mail/addresses';
import type { CalendarAnswer } from '../mail/calendar-answer';
import { cutText } from '../mail/clean-text';
import { TONE_KINDS, type Tone, type ToneKind } from '../mail/tone';
import type { TicketId } from '../ticket/ticket-id';
import { LONGEST_CELL } from '../workbook/columns';
import type { IncomingMail } from './incoming';
import type { StopWish } from './session-mail';

const ANSWER: Localized<Readonly<Record<CalendarAnswer['answer'], string>>> = {
  en: { accepted: 'Accepted', declined: 'Declined', tentative: 'Perhaps' },
  pl: { accepted: 'Zaproszenie przyjęte', declined: 'Zaproszenie odrzucone', tentative: 'Może przyjdzie' },
  uk: { accepted: 'Запрошення прийнято', declined: 'Запрошення відхилено', tentative: 'Можливо, прийде' },
};

const DECLINED: Localized<(who: string) => string> = {
  en: (who) => `${who} has declined the invitation and does not plan to come.`,
  pl: (who) => `${who}: zaproszenie odrzucone, ta osoba nie planuje udziału.`,
  uk: (who) => `${who}: запрошення відхилено, ця людина не планує брати участь.`,
};

/** Anybody can write an answer in anybody's name. */
const FOR_ANOTHER: Localized<(attendee: string, from: string) => string> = {
  en: (attendee, from) => `The answer is in the name of ${attendee}, but the mail came from ${from}.`,
  pl: (attendee, from) => `Odpowiedź jest w imieniu ${attendee}, ale list przyszedł od ${from}.`,
  uk: (attendee, from) => `Відповідь дано від імені ${attendee}, але лист надійшов від ${from}.`,
};

const SIGNAL: Localized<Readonly<Record<ToneKind, string>>> = {
  en: { urgent: 'urgent', conflict: 'conflict' },
  pl: { urgent: 'pilne', conflict: 'konflikt' },
  uk: { urgent: 'терміново', conflict: 'конфлікт' },
};

/** The text cell: an answer to an invitation is told first, then whatever the person wrote. */
export function shownWords({ words, calendar, mail }: IncomingMail, language: Language): string {
  if (calendar === null) return words;
  const about = calendar.summary === '' ? mail.subject : calendar.summary;
  const said = ANSWER[language][calendar.answer] + (about === '' ? '' : `: ${about}`);
  return calendar.words === '' ? said : `${said}\n\n${calendar.words}`;
}

const CUT: Localized<(name: string) => string> = {
  en: (name) => `[Cut here. The whole mail: rowdesk show ${name}]`,
  pl: (name) => `[Tu ucięto. Cała wiadomość: rowdesk show ${name}]`,
  uk: (name) => `[Тут обрізано. Увесь лист: rowdesk show ${name}]`,
};
/** Enough of a SHA-256 to name one mail of millions. */
const NAME_SHOWN = 16;

/** What does not fit into a cell is cut, and the cell says where the rest is. */
export function forCell(text: string, original: string, language: Language): string {
  if (text.length <= LONGEST_CELL) return text;
  const pointer = `\n\n${CUT[language](original.slice(0, NAME_SHOWN))}`;
  return cutText(text, LONGEST_CELL - pointer.length) + pointer;
}

/** One entry for each kind, with the words that were found: `pilne (pilnie; na już)`. */
export function signalsOf(tone: Tone, language: Language): string[] {
  return TONE_KINDS.filter((kind) => tone[kind].length > 0).map(
    (kind) => `${SIGNAL[language][kind]} (${tone[kind].join('; ')})`,
  );
}

const ONLY_THANKS: Localized = {
  en: 'Only a thank-you: it opens no finished ticket again.',
  pl: 'Samo podziękowanie: nie otwiera ponownie zakończonego zgłoszenia.',
  uk: 'Лише подяка: завершене звернення через неї не відкривається знову.',
};

const NO_MORE_REMINDERS: Localized<(email: string) => string> = {
  en: (email) => `${email} gets no more reminders: that was asked for in this mail.`,
  pl: (email) => `${email}: bez dalszych przypomnień, o to proszono w tym liście.`,
  uk: (email) => `${email}: нагадувань більше не буде, про це просили в цьому листі.`,
};

/** Why people should not take the sender for who the From header says. */
export type SenderDoubt =
  | { readonly kind: 'claims-colleague' }
  /** It led to the ticket of somebody whom it cannot be shown to come from. */
  | { readonly kind: 'unproved'; readonly ticket: TicketId };

const CLAIMS_COLLEAGUE: Localized = {
  en: 'It bears a colleague’s address, but the mail server does not vouch for it: ask in another way before you act on it.',
  pl: 'List ma adres osoby z zespołu, ale serwer poczty nie potwierdza nadawcy: zanim coś zrobisz, upewnij się inną drogą.',
  uk: 'На листі адреса когось із команди, але поштовий сервер не підтверджує відправника: перш ніж діяти, перепитайте іншим шляхом.',
};

const UNPROVED: Localized<(ticket: TicketId) => string> = {
  en: (ticket) =>
    `It names ${ticket}, but nothing shows that somebody of that ticket wrote it: so it is a ticket of its own.`,
  pl: (ticket) =>
    `Powołuje się na ${ticket}, ale nic nie potwierdza, że napisał to ktoś z tego zgłoszenia: dlatego jest osobnym zgłoszeniem.`,
  uk: (ticket) =>
    `Посилається на ${ticket}, але ніщо не підтверджує, що це написав хтось із того звернення: тому це окреме звернення.`,
};

function doubtNote(doubt: SenderDoubt, language: Language): string {
  return doubt.kind === 'unproved' ? UNPROVED[language](doubt.ticket) : CLAIMS_COLLEAGUE[language];
}

export interface NotedOn {
  readonly doubt?: SenderDoubt | null;
  readonly onlyThanks?: boolean;
  readonly stop?: StopWish | null;
}

/** The warnings cell. */
export function notesOn(
  incoming: IncomingMail,
  language: Language,
  { doubt = null, onlyThanks = false, stop = null }: NotedOn = {},
): string {
  const { mail, calendar, tone } = incoming;
  const signals = signalsOf(tone, language);
  return [
    ...(doubt === null ? [] : [doubtNote(doubt, language)]),
    ...calendarNotes(calendar, mail.from?.address ?? '', language),
    ...(onlyThanks ? [ONLY_THANKS[language]] : []),
    ...(stop === null ? [] : [NO_MORE_REMINDERS[language](stop.email)]),
    ...(signals.length === 0 ? [] : [`${capitalised(signals.join(', '))}.`]),
    ...mail.warnings.map(({ text }) => text),
  ].join(' ');
}

function calendarNotes(calendar: CalendarAnswer | null, from: string, language: Language): string[] {
  if (calendar === null) return [];
  const { answer, attendee } = calendar;
  return [
    ...(answer === 'declined' ? [DECLINED[language](attendee === '' ? from : attendee)] : []),
    ...(addressKey(attendee) === addressKey(from) ? [] : [FOR_ANOTHER[language](attendee, from)]),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
