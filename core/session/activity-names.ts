/**
 * What platforms and people call the same deed: a report says "User has logged in", a checkpoint "zalogował się".
 * Whole phrases only: "login failed" and "logged out" are other deeds.
 */
import { folded } from '../words/folded';

export const KNOWN_ACTIVITIES = [
  'logged_in',
  'opened_materials',
  'joined',
  'registered',
  'submitted',
  'completed',
] as const;
export type KnownActivity = (typeof KNOWN_ACTIVITIES)[number];

/** Who did it, and helping verbs: they say nothing of what was done. Folded, as everything below. */
const WHO =
  /^(?:(?:the )?(?:user|participant|student|attendee|learner|uczestnik|uczestniczka|uzytkownik|uzytkowniczka|kursant|kursantka|учасник|учасниця|користувач|користувачка|слухач|слухачка) )?(?:(?:has|have|did|was|is|already|yet|juz|jeszcze|вже|уже|ще) )*/;

/** Where it was done, at the end of the phrase. */
const WHERE =
  /(?: (?:to|into|in|on|at|do|w|na|у|в|до|на) )?(?: ?(?:the )?(?:course|platform|system|website|site|portal|kursu|kursie|kurs|platformy|platformie|platforme|systemu|systemie|system|portalu|serwisu|serwisie|курсу|курсі|курс|платформи|платформі|платформу|системи|системі|систему|портал|сайті|сайт))$/;

const PATTERNS: readonly (readonly [KnownActivity, RegExp])[] = [
  [
    'logged_in',
    /^(?:log(?:ged)? ?in|log ?on|logged on|sign(?:ed)? ?in|sign ?on|user login|first login|login|(?:za)?logowan(?:ie|ia)|pierwsze logowanie|zalogowa(?:no|l|la|li|ny|na|ni|c)(?: sie)?|loguje sie|вх(?:ід|оду)|першии вхід|(?:у|в)віи(?:шов|шла|шли|ти)|(?:у|в)хід|за?логін(?:ився|илася|илась|итися)|авториз(?:ація|ації|увався|увалася|увалась))$/,
  ],
  [
    'opened_materials',
    /^(?:(?:open(?:ed)?|view(?:ed)?|read|download(?:ed)?|access(?:ed)?) (?:the )?(?:course )?(?:materials?|files?|handouts?)|(?:course )?materials?(?: (?:opened|viewed|read|downloaded))?|(?:otworzyl|otworzyla|otworzyc|otwarcie|otwarcia|otwarto|pobral|pobrala|pobrac|pobranie|pobrania|pobrano|przejrzal|przejrzala|przeczytal|przeczytala) material(?:y|ow)|material(?:y|ow)(?: (?:otwarte|pobrane))?|(?:відкрив|відкрила|відкрити|відкрито|відкриття|переглянув|переглянула|переглянути|перегляд|переглянуто|завантажив|завантажила|завантажити|завантажено|прочитав|прочитала) матеріал(?:и|ів)|матеріал(?:и|ів)(?: (?:відкрито|переглянуто|завантажено))?)$/,
  ],
  [
    'joined',
    /^(?:(?:join(?:ed)?|attend(?:ed)?)(?: (?:the )?(?:session|meeting|webinar|class|training|call))?|attendance|present|dolacz(?:yl|yla|yc|enie|enia|ono)|obecn(?:y|a|osc|osci)|uczestniczyl|uczestniczyla|wszedl|weszla|приєдна(?:вся|лася|лась|тися|ння)|присутн(?:іи|я|ість|ості)|був присутніи|була присутня|долучи(?:вся|лася|лась|тися))(?: (?:do|na|до) (?:spotkani[ae]|zajec|zajeciach|webinaru?|szkoleni[ae]|заняття|вебінару|зустрічі))?$/,
  ],
  [
    'registered',
    /^(?:regist(?:er|ered|ration)|sign(?:ed)? ?up|enrol(?:l|led|ment|lment)?|zarejestrowal(?:a)?(?: sie)?|zarejestrowan[ya]|rejestracj[ai]|zapisal(?:a)?(?: sie)?|зареєстру(?:вався|валася|валась|ватися)|реєстраці[яі]|записа(?:вся|лася|лась))$/,
  ],
  [
    'submitted',
    /^(?:(?:submit(?:ted)?|hand(?:ed)? in|turn(?:ed)? in)(?: (?:the )?(?:assignment|task|homework|work|project))?|(?:assignment|task|homework)(?: submitted)?|submission|(?:oddal|oddala|oddac|oddanie|oddania|oddano|przeslal|przeslala|wyslal|wyslala) (?:zadani[ae]|prac[eay]|projektu?)|zadanie (?:oddane|przeslane)|(?:здав|здала|здати|здано|надіслав|надіслала|подав|подала) (?:завдання|роботу|проєкт|проект)|завдання здано)$/,
  ],
  [
    'completed',
    /^(?:complet(?:e|ed|ion)|finish(?:ed)?|passed|(?:course )?(?:completed|completion)|ukonczyl(?:a)?|ukonczyc|ukonczeni[ae]|ukonczon[ey]|ukonczono|zaliczyl(?:a)?|zakonczyl(?:a)?|завершив|завершила|завершити|завершено|завершення|закінчив|закінчила|закінчено|проишов|проишла)$/,
  ],
];

/** Signs of a deed that has not been done, at the beginning of a phrase. */
const NOT =
  /^(?:(?:the )?(?:user|participant|student|uczestnik|uzytkownik|учасник|користувач) )?(?:(?:(?:has|have|had|did|was|is)(?: not|n['’]?t)|not|never|no|without|nie|brak|bez|nigdy nie|не|ніколи не|немає|нема|без)(?: (?:yet|jeszcze|ще))?|(?:jeszcze|ще) (?:nie|не)) (.+)$/;

/** The name of a known deed, or else the folded text: equal texts are equal deeds. */
export function canonicalActivity(text: string): string {
  const plain = folded(text);
  return knownActivity(plain) ?? plain;
}

export function isKnownActivity(what: string): what is KnownActivity {
  return (KNOWN_ACTIVITIES as readonly string[]).includes(what);
}

/** What the phrase says has not been done; null when it says no such thing. */
export function deniedActivity(text: string): string | null {
  const denied = NOT.exec(folded(text))?.[1];
  // "bez" and "нема" are followed by nouns, "not" by verbs: both are in the patterns.
  return denied === undefined ? null : denied.replace(/ (?:yet|jeszcze|ще)$/, '');
}

function knownActivity(plain: string): KnownActivity | null {
  const deed = plain.replace(WHO, '');
  for (const candidate of [deed, deed.replace(WHERE, '')]) {
    const known = PATTERNS.find(([, pattern]) => pattern.test(candidate));
    if (known) return known[0];
  }
  return null;
}
