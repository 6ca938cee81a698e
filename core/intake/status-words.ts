/**
 * The words of a mail that asks how a ticket stands and says nothing else. A mail with any other word is read by a person,
 * so these lists may be short: "status of my invoice?" is no such mail, because of "invoice".
 */
import type { Language } from '../language';
import { folded } from '../words/folded';

const words = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .map((word) => folded(word)),
  );

/** One of them must be there. The language of the asker, where the word tells it; a word of several languages does not. */
export const STATUS_WORDS: ReadonlyMap<string, Language | null> = new Map([
  ...told(null, 'status'),
  ...told('en', 'statuses'),
  ...told('pl', 'stan stanu stanie stany statusu statusie statusy statusów'),
  ...told('uk', 'статус статусу статусі статуси стан стану стані'),
]);

function told(language: Language | null, list: string): (readonly [string, Language | null])[] {
  return Array.from(words(list), (word) => [word, language] as const);
}

/** Stand beside it, or in a greeting, and ask for nothing more. */
export const BESIDE_STATUS = words(`
  the of my our for what whats is s are how please kindly could can may i we you me us tell know let give get check have
  to a an and any update ask want would like about on this that it ticket tickets case cases request requests number no
  nr current latest now hello hi hey dear team support good morning afternoon evening day thanks thank much in advance
  regards kind best

  mojego mojej mojego moje moich naszego naszej nasze naszych mój moja zgłoszenia zgłoszenie zgłoszeń zgłoszeniem
  zgłoszeniu sprawy sprawa spraw sprawie tego tej to jest jaki jaka są w z o i na czy mogę mogłabym mógłbym prosić poproszę
  proszę podanie sprawdzenie sprawdzić informację informacja informacji podać aktualny obecny numer numerze dzień dobry
  witam cześć państwo pani pan szanowni dziękuję dzięki z góry pozdrawiam pozdrowienia serdecznie bardzo

  мого моєї моїх моє мій нашого нашої наше звернення звернень зверненню заявки заявка заявок запиту запит справи справа
  цього цієї це який яка яке який у в з із по про і та на чи можу могла б міг прошу просимо будь ласка підкажіть скажіть
  повідомте дізнатися дізнатись перевірити хочу хотіла хотів би інформацію поточний номер номером добрий день доброго дня
  ранку вечора вітаю привіт дякую спасибі заздалегідь з повагою
`);
