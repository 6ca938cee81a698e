/** Words of choice lists as other programs and people write them, besides our own labels. */
import { folded } from '../words/folded';
import type { ChoiceKey } from '../workbook/choices';

const WORDS: Readonly<Partial<Record<ChoiceKey, Readonly<Record<string, string>>>>> = {
  language: {
    en: 'eng en-gb en-us en_gb en_us ang ang. английська анг англ in_english po_angielsku англійською',
    pl: 'pol pl-pl pl_pl polska po_polsku polish_(pl) польською пол',
    uk: 'ua ukr uk-ua uk_ua ukrainski po_ukrainsku ukrainian_(uk) українською укр',
  },
  audience: {
    novice:
      'beginner basic podstawowy poczatkujaca nowy poziom_podstawowy початковий базовий новачок початківець',
    experienced:
      'advanced expert intermediate zaawansowany zaawansowana sredniozaawansowany doswiadczony досвідчений просунутий середній',
    mixed: 'mixed mieszany mieszana rozne змішана змішаний',
    any: 'all wszyscy dowolny усі всі',
  },
  session_state: {
    planned:
      'scheduled upcoming live published open active zaplanowany zaplanowana aktywne otwarte заплановано',
    cancelled: 'canceled odwolany odwolana anulowane скасовано',
    held: 'completed ended done finished zakonczone zrealizowane проведено завершено',
  },
  participant_state: {
    active:
      'attending registered approved confirmed accepted checked_in enrolled paid invited aktywny aktywna zapisany zapisana zarejestrowany potwierdzony potwierdzone oplacone активний активна зареєстрований підтверджено',
    left: 'cancelled canceled not_attending refunded deleted withdrawn suspended denied rejected dropped rezygnacja zrezygnowal zrezygnowala anulowane anulowany wypisany zawieszony відмовився відмовилась скасовано відраховано',
  },
  yes_no: {
    yes: 'y t true 1 x ✓ ✔ ok prawda tak_prosze д + підтверджено potwierdzone potwierdzony potwierdzil confirmed',
    no: 'n false 0 - ✗ falsz brak н не',
  },
};

/** The machine word; null when nobody can tell. */
export function typedWord(
  choice: ChoiceKey,
  typed: string,
  wordOf: (choice: ChoiceKey, typed: string) => string | null,
): string | null {
  const plain = folded(typed);
  const key = plain === '' ? typed.trim() : plain;
  return OTHER[choice]?.get(key) ?? wordOf(choice, typed);
}

const OTHER: Readonly<Partial<Record<ChoiceKey, ReadonlyMap<string, string>>>> = Object.fromEntries(
  Object.entries(WORDS).map(([choice, words]) => [
    choice,
    new Map(
      Object.entries(words ?? {}).flatMap(([word, typed]) =>
        typed.split(' ').map((form): [string, string] => {
          const plain = folded(form.replace(/_/g, ' '));
          return [plain === '' ? form : plain, word];
        }),
      ),
    ),
  ]),
);
