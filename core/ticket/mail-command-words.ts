/** Why a command of a colleague's mail was refused: read beside the command in the sheet, and by the colleague in a mail. */
import type { Localized } from '../language';
import { type HistoryWords, shownCell } from './history-line';
import type { CommandRefusal } from './mail-command';
import { REFUSAL_WORDS } from './status-words';

interface RefusalWords {
  noSuchTicket(id: string): string;
  severalRows(id: string): string;
  notOnTeam(who: string): string;
  notYours(id: string): string;
  readonly noCell: string;
  notUnderstood(cell: string, value: string): string;
  unknownColleague(name: string): string;
  /** @param now '' where the cell is empty */
  editedSince(id: string, cell: string, now: string): string;
  participantWrote(id: string, status: string): string;
  dayPast(id: string, day: string): string;
  cannotHold(id: string, status: string): string;
  nothingToAnswer(id: string, status: string): string;
  withSomebodyElse(id: string): string;
}

const WORDS: Localized<RefusalWords> = {
  en: {
    noSuchTicket: (id) => `There is no ticket ${id} in the sheet, so nothing was changed.`,
    severalRows: (id) =>
      `The number ${id} stands in several rows of the Tickets tab, and nobody can tell which one is meant. Nothing was changed.`,
    notOnTeam: (who) => `${who} is not among the active colleagues on the Team tab, so nothing was changed.`,
    notYours: (id) =>
      `Ticket ${id} is somebody else’s, and this role allows changes only in one’s own tickets.`,
    noCell: 'It does not say what is to be changed.',
    notUnderstood: (cell, value) => `“${value}” is not something that can be written into “${cell}”.`,
    unknownColleague: (name) => `“${name}” is not among the active colleagues on the Team tab.`,
    editedSince: (id, cell, now) =>
      `Somebody has changed “${cell}” of ticket ${id} in the meantime, so it stays ${now === '' ? 'empty' : `“${now}”`}.`,
    participantWrote: (id, status) =>
      `The participant has written again in the meantime, so ticket ${id} stays “${status}”.`,
    dayPast: (id, day) => `${day} is not a day to come, so ticket ${id} was not put on hold.`,
    cannotHold: (id, status) => `Ticket ${id} is “${status}” and cannot be put on hold.`,
    nothingToAnswer: (id, status) =>
      `Ticket ${id} is “${status}” and waits for no answer, so nobody has to stand in.`,
    withSomebodyElse: (id) => `Ticket ${id} is with somebody else by now, so nobody has to stand in.`,
  },
  pl: {
    noSuchTicket: (id) => `W arkuszu nie ma zgłoszenia ${id}, więc nic się nie zmieniło.`,
    severalRows: (id) =>
      `Numer ${id} jest w kilku wierszach karty Zgłoszenia i nie wiadomo, o który chodzi. Nic się nie zmieniło.`,
    notOnTeam: (who) =>
      `Adresu ${who} nie ma wśród aktywnych osób na karcie Zespół, więc nic się nie zmieniło.`,
    notYours: (id) =>
      `Zgłoszenie ${id} prowadzi ktoś inny, a ta rola pozwala zmieniać tylko własne zgłoszenia.`,
    noCell: 'Nie wiadomo, co ma się zmienić.',
    notUnderstood: (cell, value) => `„${value}” to nie jest właściwa wartość dla pola „${cell}”.`,
    unknownColleague: (name) => `Wśród aktywnych osób na karcie Zespół nie ma „${name}”.`,
    editedSince: (id, cell, now) =>
      `W zgłoszeniu ${id} ktoś tymczasem zmienił pole „${cell}”, więc ${now === '' ? 'zostaje puste' : `zostaje w nim „${now}”`}.`,
    participantWrote: (id, status) =>
      `Uczestnik tymczasem znów napisał, więc zgłoszenie ${id} zostaje ze statusem „${status}”.`,
    dayPast: (id, day) => `${day} to już nie przyszły dzień, więc zgłoszenia ${id} nie odłożono.`,
    cannotHold: (id, status) => `Zgłoszenie ${id} ma status „${status}” i nie można go odłożyć.`,
    nothingToAnswer: (id, status) =>
      `Zgłoszenie ${id} ma status „${status}” i nie czeka na odpowiedź, więc zastępstwo nie jest potrzebne.`,
    withSomebodyElse: (id) => `Zgłoszenie ${id} prowadzi już ktoś inny, więc zastępstwo nie jest potrzebne.`,
  },
  uk: {
    noSuchTicket: (id) => `У таблиці немає звернення ${id}, тож нічого не змінено.`,
    severalRows: (id) =>
      `Номер ${id} є в кількох рядках вкладки «Звернення», і невідомо, про який ідеться. Нічого не змінено.`,
    notOnTeam: (who) =>
      `Адреси ${who} немає серед активних колег на вкладці «Команда», тож нічого не змінено.`,
    notYours: (id) => `Звернення ${id} веде хтось інший, а ця роль дозволяє змінювати лише власні звернення.`,
    noCell: 'Не сказано, що має змінитися.',
    notUnderstood: (cell, value) => `«${value}» не підходить для поля «${cell}».`,
    unknownColleague: (name) => `Серед активних колег на вкладці «Команда» немає «${name}».`,
    editedSince: (id, cell, now) =>
      `У зверненні ${id} хтось тим часом змінив поле «${cell}», тож ${now === '' ? 'воно лишається порожнім' : `у ньому лишається «${now}»`}.`,
    participantWrote: (id, status) =>
      `Учасник тим часом написав знову, тож звернення ${id} лишається зі статусом «${status}».`,
    dayPast: (id, day) => `${day} — уже не майбутній день, тож звернення ${id} не відкладено.`,
    cannotHold: (id, status) => `Звернення ${id} має статус «${status}», і відкласти його не можна.`,
    nothingToAnswer: (id, status) =>
      `Звернення ${id} має статус «${status}» і не чекає на відповідь, тож підміна не потрібна.`,
    withSomebodyElse: (id) => `Звернення ${id} уже веде хтось інший, тож підміна не потрібна.`,
  },
};

export function refusalWords(refusal: CommandRefusal, ticketId: string, words: HistoryWords): string {
  const say = WORDS[words.language];
  switch (refusal.kind) {
    case 'no-such-ticket':
      return say.noSuchTicket(ticketId);
    case 'several-rows':
      return say.severalRows(ticketId);
    case 'not-on-team':
      return say.notOnTeam(refusal.who);
    case 'not-yours':
      return say.notYours(ticketId);
    case 'no-cell':
      return say.noCell;
    case 'not-understood':
      return say.notUnderstood(words.columnLabel(refusal.cell), refusal.value);
    case 'unknown-colleague':
      return say.unknownColleague(refusal.name);
    case 'edited-since': {
      const { cell, now } = refusal;
      return say.editedSince(ticketId, words.columnLabel(cell), shownCell(cell, now, words));
    }
    case 'participant-wrote':
      return say.participantWrote(ticketId, shownCell('status', refusal.status, words));
    case 'day-past':
      return say.dayPast(ticketId, refusal.day);
    case 'cannot-hold':
      return say.cannotHold(ticketId, shownCell('status', refusal.status, words));
    case 'status-refused': {
      const shown = (status: string): string => shownCell('status', status, words);
      const { what, todo } = REFUSAL_WORDS[words.language][refusal.why](
        ticketId,
        shown(refusal.wanted),
        shown(refusal.kept),
      );
      return `${what} ${todo}`;
    }
    case 'nothing-to-answer':
      return say.nothingToAnswer(ticketId, shownCell('status', refusal.status, words));
    case 'with-somebody-else':
      return say.withSomebodyElse(ticketId);
  }
}
