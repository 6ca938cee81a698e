/**
 * How people ask in a sentence of their own not to be reminded any more. In the folded form of core/words: no accents, one
 * space, apostrophes gone (`don't` is `dont`), й and ї fallen back to и and і.
 *
 * Whoever is taken at a word too little writes again, and a colleague reads it; whoever is taken at a word too much
 * misses a session. So only plain orders and wishes count, never a verb that tells what is or was.
 */
export interface StopPhrases {
  /** With what is to stop named in the same sentence. */
  readonly named: readonly RegExp[];
  /** The whole sentence, and nothing besides: in an answer to a reminder it is clear what is meant. */
  readonly bare: readonly RegExp[];
}

const EN_REMINDER = '(?:[a-z]+ ){0,5}reminders?\\b(?! bell)';
const PL_REMINDER = '(?:[\\p{L}]+ ){0,5}przypomnie\\p{L}*';
const UK_REMINDER = '(?:[\\p{L}]+ ){0,5}нагадуван\\p{L}*';

const phrase = (pattern: string): RegExp => new RegExp(pattern, 'u');

export const STOP_PHRASES: readonly StopPhrases[] = [
  {
    named: [
      phrase(
        `(?<!\\b(?:not|dont|never|didnt|would|you|they|he|she|it|will|wont|cannot|cant|couldnt|able to|unable to) )\\b(?:stop|cancel|unsubscribe|turn off|switch off|disable|opt out|take me off|remove me)(?: sending| mailing| from| of| with)? ${EN_REMINDER}`,
      ),
      phrase(`\\b(?:unsubscribe|remove|take|opt) me (?:from|off|out)(?: of)? ${EN_REMINDER}`),
      phrase(`(?:^|\\bwant |\\bso |\\band |[,;] )no (?:more|further) ${EN_REMINDER}`),
      phrase(
        `(?:^|\\bplease |\\bso |\\band |[,;] )(?:do not|dont|never) (?:send|e ?mail|mail) ${EN_REMINDER}`,
      ),
      phrase(
        `\\bi (?:really )?(?:do not|dont|no longer|would rather not) (?:want|need|wish|like)(?: to (?:get|receive|have|be sent))? ${EN_REMINDER}`,
      ),
    ],
    bare: [
      phrase(
        '^(?:stop|unsubscribe|unsubscribe me|remove me|take me off(?: (?:the|this|your) list)?|opt out)$',
      ),
      phrase(
        '^(?:stop (?:sending|writing|e ?mailing|mailing)|(?:do not|dont) (?:send|write|e ?mail|mail))(?: to)?(?: me)?(?: (?:these|this|such|any|more|it|further))*(?: (?:(?:e ?)?mails?|messages?|letters?))?(?: any ?more| again)?$',
      ),
      phrase('^no (?:more|further) (?:(?:e ?)?mails?|messages?|letters?)$'),
    ],
  },
  {
    named: [
      phrase(
        `\\bnie (?:(?:juz|wiecej|mi) )*(?:przysylac|przysylaj(?:cie)?|wysylac|wysylaj(?:cie)?|przesylac|przesylaj(?:cie)?|nadsylac|slac|slij(?:cie)?) ${PL_REMINDER}`,
      ),
      phrase(`\\bnie ?(?:przysylanie|wysylanie|przesylanie|nadsylanie) ${PL_REMINDER}`),
      phrase(
        `(?:^|[,;] |\\bja |\\bi |\\bale )(?:(?:juz|wiecej) )*nie (?:chce|chcialabym|chcialbym|zycze sobie|potrzebuje)(?: (?:juz|wiecej|dalej))*(?: (?:otrzymywac|dostawac|miec))? ${PL_REMINDER}`,
      ),
      phrase(
        `(?<!\\bnie )\\b(?:rezygnuje|wypisz(?:cie)?|wylacz(?:cie)?|przestan(?:cie)? (?:przy|wy|prze)sylac) ${PL_REMINDER}`,
      ),
      phrase(
        // In the infinitive only as a request: not "mamy wyłączyć przypomnienia".
        `(?:^|[,;] |\\bprosze (?:o )?|\\bpanstwo |\\b(?:mozecie|mozna|mogliby|moglibyscie|moze pani|moze pan) )(?:o )?(?:rezygnacje|wypisac|wypisanie|wylaczyc|wylaczenie|zaprzestanie) ${PL_REMINDER}`,
      ),
      phrase(`\\b(?:koniec|dosc|dosyc|stop|zadnych wiecej|wiecej zadnych) (?:z )?${PL_REMINDER}`),
    ],
    bare: [
      phrase(
        '^(?:stop|rezygnuje|wypisz(?:cie)? mnie(?: z tej listy)?|(?:o )?wypisanie mnie(?: z (?:tej )?listy)?)$',
      ),
      phrase(
        '^nie (?:(?:juz|wiecej|mi) )*(?:pisac|pisz(?:cie)?|przysylac|przysylaj(?:cie)?|wysylac|wysylaj(?:cie)?)(?: (?:do mnie|mi|juz|wiecej|takich|tych|wiadomosci|maili|mejli|listow))*$',
      ),
    ],
  },
  {
    named: [
      phrase(
        `(?<!\\p{L})не (?:(?:мені|більше|вже) )*(?:надсилати|надсилаи(?:те)?|присилати|присилаи(?:те)?|слати|шли|шліть|відправляти|відправляи(?:те)?) ${UK_REMINDER}`,
      ),
      phrase(
        `(?<!\\p{L})не (?:хочу|бажаю|хотіла б|хотів би|потребую|потрібні|потрібно|треба)(?: (?:більше|вже))*(?: (?:отримувати|одержувати|мати))? ${UK_REMINDER}`,
      ),
      phrase(
        `(?<!не )(?<!\\p{L})(?:припиніть|припинити|перестаньте|зупиніть|вимкніть|вимкнути|відключіть|відключити|скасуите|скасувати|відпишіть|відписати|відписатися|відмовляюся|досить|годі|стоп) ${UK_REMINDER}`,
      ),
      phrase(`(?<!\\p{L})жодних (?:більше )?${UK_REMINDER}`),
    ],
    bare: [
      phrase('^(?:стоп|відпишіть(?: мене)?|відписатися|відписатись|відмовляюся)$'),
      phrase(
        '^(?:більше )?не (?:(?:мені|більше|вже) )*(?:писати|пишіть|надсилати|надсилаите|присилати|присилаите|шліть)(?: (?:мені|більше|вже|таких|цих|листів|повідомлень))*$',
      ),
    ],
  },
];

/** Words that only make an order polite. */
export const COURTESY =
  /(?<!\p{L})(?:please|kindly|thank(?:s| you)|bardzo|prosze|dziekuje|z gory|panstwa|hello|hi|dzien dobry|будь ласка|прошу|дякую|добрии день|вітаю)(?![\p{L}])/gu;

/** Sentences that ask, tell or weigh something instead of ordering it. */
export const NO_ORDER =
  /^[^\p{L}\p{N}]*(?:why|when|how|what|did|do you|have you|is it|are|to (?:get|receive|stop)|dlaczego|czemu|kiedy|jak|co|zeby|aby|чому|коли|як|що|щоб)(?![\p{L}])|mailto:|(?<![\p{L}])(?:if|unless|jesli|jezeli|gdyby|chyba ze|якщо|якби|miss|payments?|invoices?|old address|platnos\p{L}*|faktur\p{L}*|stary adres|przegap\p{L}*|оплат\p{L}*|рахун\p{L}*|стар(?:у|ою) адрес\p{L}*|пропуст\p{L}*)(?![\p{L}])/u;

/** A question that is an order all the same: "Could you stop …?" */
export const POLITE_QUESTION =
  /^(?:could|can|would|will|may i|czy (?:mog\p{L}*|mozn\p{L}*|moglib\p{L}*|moze\p{L}*)|mog(?:e|liby\p{L}*|lby\p{L}*)|чи (?:мож\p{L}*|могл\p{L}*)|можна|можете|могли)(?![\p{L}])/u;
