/** The words that lines above a quote are made of: verbs, days of the week, beginnings and dates. */

/** "wrote" in the languages of mail programs. */
const VERBS =
  'wrote|writes|said|has written|napisał(?:\\(a\\)|/a|a)?|napisali|napisano|pisze|пише|пишуть|написав(?:\\(-ла\\)|\\(ла\\))?|написала|пишет|написал(?:\\(а\\)|а)?|писав(?:\\(ла\\)|\\(-ла\\))?|писала|писали|писал(?:\\(а\\))?|' +
  'schrieb(?:en)?|a écrit|écrit|écrivait|a ecrit|escribió|escribio|ha escrito|ha scritto|scrive|escreveu|schreef|geschreven|geschrieben|het volgende geschreven|' +
  'skrev|skreiv|har skrivit|kirjoitti|napsal(?:\\(a\\)|a)?|napísal(?:\\(a\\)|a)?|írta|ezt írta|a scris|yazdı|şunu yazdı|şunları yazdı|έγραψε|написа|' +
  'je napisao(?:/la)?|je napisala|napisao|rašė|rakstīja|kirjutas|menulis|đã viết|đã ghi|เขียนว่า|写道|寫道|写到|さんは書きました|書きました|のメール|님이 작성|작성|כתב|כתבה|مكتوب|كتب|كتب\\/كتبت|كتبت';

export const ENDS_WITH_VERB = new RegExp(
  `(?:^|[\\s>")\\],،])(?:${VERBS})\\s*(?:[:：.]|-{2,}|…)?\\s*:?\\s*-*$`,
  'iu',
);
export const CJK_END = /(?:写道|寫道|写到|書きました|のメール|작성|說|说)\s*[:：]?\s*$/;
/** Verb inside, colon at the end: German, Scandinavian, Dutch, Apple Mail in Polish, Roundcube in Ukrainian. */
export const VERB_INSIDE = new RegExp(
  `(?:^|[\\s>,،])(?:${VERBS}|wiadomość napisana przez|повідомлення від|сообщение от|heeft|het volgende)(?=[\\s<:"„“])`,
  'iu',
);

export const DATE_OR_TIME =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.\u2236]\d{2}(?:[:.\u2236]\d{2})?\b|\d{4}\s?年|\b\d{1,2}\.? [\p{L}]{3,12}\.?,? |[٠-٩]{1,4}[/:][٠-٩]/u;
export const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}\s?年|[٠-٩]{4}/;
export const ADDRESS = /[\w.+%=-]+@[\w.-]+|&lt;[^&\s]+@|mailto:/;
/** A day of some month; beside a time enough of a date where no year is given. */
export const DAY_OF_MONTH =
  /\b\d{1,2}(?:st|nd|rd|th)?\.?,? \p{L}{3,12}|\p{L}{3,12}\.?,? \d{1,2}(?:st|nd|rd|th)?\b/u;
export const TIME = /\d[:.\u2236]\d\d/;

/** Days of the week, whole: any word that merely begins like one ("Freundliche", "Some") would pass for a date. */
const DAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|' +
  'poniedziałek|wtorek|środa|środę|czwartek|piątek|sobota|sobotę|niedziela|niedzielę|' +
  "понеділок|вівторок|середа|середу|четвер|п['’ʼ]ятниця|п['’ʼ]ятницю|субота|суботу|неділя|неділю|" +
  'понедельник|вторник|среда|среду|четверг|пятница|пятницу|суббота|субботу|воскресенье|' +
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|' +
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|' +
  '(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|' +
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|' +
  'mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tisdag|lördag|söndag|(?:maanan|tiis|keskiviik|tors|perjan|lauan|sunnun)tai\\p{L}{0,3}|' +
  'pondělí|úterý|středa|čtvrtek|pátek|neděle|pondelok|utorok|streda|štvrtok|piatok|nedeľa|' +
  'hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|' +
  'pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή';
/** Short forms are words of their own ("so", "do", "per"): a figure must follow soon. */
const SHORT_DAYS =
  'mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|pon|wt|śr|czw|pt|pią|sob|niedz|ndz|nd|nie|пн|вт|ср|чт|пт|сб|нд|вс|mo|di|mi|do|fr|sa|so|' +
  'lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom|seg|ter|qua|qui|sex|gio|sab|ma|wo|vr|za|zo|man|tirs?|ons?|tors?|fre|lør|søn|mån|tis|lör|sön|' +
  'po|út|st|čt|pá|ne|ut|št|pi|hét|kedd|sze|csüt|pén|szo|vas|mie|joi|vin|sâm|pzt|sal|çar|per|cum|cmt|paz|ti|ke|to|pe|la|su|δευ|τρ[ίι]|τετ|π[έε]μ|παρ|σ[άα]β|κυρ|uto|sri|čet|pet|sub|ned';
/** How attributions begin. */
export const STARTS = new RegExp(
  '^(?:[-–—*\\s]*(?:on|at|le|am|den|el|em|il|op|dnia|w dniu|dne|dňa|la|în|в|во|у|від|от|kl\\.?|ti|ma|ke|to|pe|vào|tarihinde|στις|في|v|na|на)(?=[\\s,])|\\d|在|於|于|' +
    `(?:${DAYS})[.,]{0,2}\\s|(?:${SHORT_DAYS})[.,]{0,2}\\s(?=\\D{0,16}\\d)|` +
    '\\p{L}{2,14}[.,]{0,2}\\s{1,3}\\d|wiadomość napisana|"|\'|<)',
  'iu',
);
/** A whole date at the beginning: nothing of it can stand above. */
export const STARTS_WITH_DAY = /^(?:\p{L}{1,10}[.,]{0,2}\s){0,3}\d{1,2}[.\s/-]/u;
/** "Quoting Anna <…>:", as Horde and others write; "Użytkownik Anna napisał:" is known by its verb. */
export const QUOTING =
  /^(?:quoting|zitat von|zitiere|citando|citation de|cytowanie|cytat z|цитування|цитата|citát od)\s.{2,120}[:：]$/iu;
