/** What the Problems tab says of the SLA, Escalations and Calendar tabs. */
import type { Localized } from '../language';
import type { EscalationProblem } from './escalation-steps';
import type { HoursProblem } from './opening-hours';

export type FindingKind =
  | 'no-policy'
  | 'no-calendar'
  | 'half-near'
  | 'never-holds'
  | 'bad-condition'
  | 'bad-clock'
  | 'never-open'
  | 'bad-zone'
  | 'two-zones'
  | HoursProblem['kind']
  | EscalationProblem['kind'];

interface ProblemWords {
  readonly what: string;
  readonly todo: string;
}

export const SLA_PROBLEM_WORDS: Localized<
  Readonly<Record<FindingKind, (row: string, detail: string) => ProblemWords>>
> = {
  en: {
    'no-policy': (name) => ({
      what: `The SLA tab has no row for the priority “${name}”, so such tickets have no due times.`,
      todo: 'Add a row for this priority. Empty times in it mean that nothing is promised.',
    }),
    'no-calendar': (name, calendar) => ({
      what: `The SLA row “${name}” names the calendar “${calendar}”, which the Calendar tab does not have. Such tickets have no due times.`,
      todo: 'Correct the name, or add this calendar’s hours to the Calendar tab.',
    }),
    'half-near': (name) => ({
      what: `The SLA row “${name}” fills in only one of the two columns about a near session, so nothing is tightened.`,
      todo: 'Fill in both, or empty both: from how many minutes before a session, and within how many minutes to answer then.',
    }),
    'never-holds': (name) => ({
      what: `The SLA row “${name}” never holds: for every ticket that it fits, another row with as many conditions comes first or has more of them.`,
      todo: 'Move the row up, or add a condition to it, such as a priority. Delete it if it says the same as another.',
    }),
    'bad-condition': (name, found) => ({
      what: `The SLA row “${name}” says “${found}” where one of the listed words belongs. The row is not counted.`,
      todo: 'Choose a word from the list, or empty the cell: empty means any.',
    }),
    'bad-clock': (found) => ({
      what: `An escalation step names the promise “${found}”, which we do not know. Nobody is alerted by it.`,
      todo: 'Choose a word from the list, or empty the cell: empty means any promise.',
    }),
    'bad-when': (found) => ({
      what: `An escalation step says when in words that we cannot read (“${found}”). Nobody is alerted by it.`,
      todo: 'Write how long before or after the due time: -30 min, 0, +2 h, +1 d.',
    }),
    'bad-alert': (found) => ({
      what: `An escalation step names somebody whom we cannot find (“${found}”).`,
      todo: 'Write assignee, substitute, duty, managers or e-mail addresses, with commas between them.',
    }),
    'bad-zone': (name, found) => ({
      what: `The calendar “${name}” names the time zone “${found}”, which does not exist. The firm’s zone counts instead.`,
      todo: 'Write it like Europe/Warsaw or Europe/Kyiv.',
    }),
    'two-zones': (name, zone) => ({
      what: `The calendar “${name}” names more than one time zone. ${zone} counts, because it comes first.`,
      todo: 'Leave one zone, or give the other hours a calendar of their own.',
    }),
    'never-open': (name) => ({
      what: `The calendar “${name}” has no opening hours, so its clocks never move.`,
      todo: 'Add a row of opening hours for each working day.',
    }),
    'bad-weekday': (name) => ({
      what: `A row of opening hours has no weekday that we understand (${name}). It is not counted.`,
      todo: 'Write 1 for Monday up to 7 for Sunday.',
    }),
    'bad-time': (name) => ({
      what: `A row of the calendar has a time that we cannot read (${name}).`,
      todo: 'Write times as 09:00 and 17:00; 24:00 is the end of the day.',
    }),
    'closes-before-opening': (name) => ({
      what: `A row of the calendar closes before it opens (${name}).`,
      todo: 'For hours over midnight write two rows: until 24:00, and from 0:00 on the next day.',
    }),
    'bad-date': (name) => ({
      what: `A day off has no date that we can read (${name}). It is not counted.`,
      todo: 'Write the date of the day into the Date column.',
    }),
  },
  pl: {
    'no-policy': (name) => ({
      what: `Na karcie SLA nie ma wiersza dla priorytetu „${name}”, więc takie zgłoszenia nie mają terminów.`,
      todo: 'Dodaj wiersz dla tego priorytetu. Puste czasy oznaczają, że niczego nie obiecujemy.',
    }),
    'no-calendar': (name, calendar) => ({
      what: `Wiersz SLA „${name}” wskazuje kalendarz „${calendar}”, którego nie ma na karcie Kalendarz. Takie zgłoszenia nie mają terminów.`,
      todo: 'Popraw nazwę albo dodaj godziny tego kalendarza na karcie Kalendarz.',
    }),
    'half-near': (name) => ({
      what: `Wiersz SLA „${name}” wypełnia tylko jedną z dwóch kolumn o bliskich zajęciach, więc termin się nie skraca.`,
      todo: 'Wypełnij obie albo wyczyść obie: na ile minut przed zajęciami i w ciągu ilu minut wtedy odpowiadamy.',
    }),
    'never-holds': (name) => ({
      what: `Wiersz SLA „${name}” nigdy nie obowiązuje: przy każdym pasującym zgłoszeniu pierwszeństwo ma inny wiersz, który stoi wyżej i ma tyle samo warunków albo ma ich więcej.`,
      todo: 'Przesuń wiersz w górę albo dodaj mu warunek, na przykład priorytet. Usuń go, jeśli mówi to samo co inny.',
    }),
    'bad-condition': (name, found) => ({
      what: `W wierszu SLA „${name}” stoi „${found}”, a tu pasuje tylko słowo z listy. Nie liczymy tego wiersza.`,
      todo: 'Wybierz słowo z listy albo wyczyść komórkę: pusta oznacza każde.',
    }),
    'bad-clock': (found) => ({
      what: `Krok eskalacji wskazuje obietnicę „${found}”, której nie znamy. Nikogo nie alarmuje.`,
      todo: 'Wybierz słowo z listy albo wyczyść komórkę: pusta oznacza każdą obietnicę.',
    }),
    'bad-when': (found) => ({
      what: `Nie umiemy odczytać, kiedy ma zadziałać krok eskalacji („${found}”). Nikogo nie alarmuje.`,
      todo: 'Napisz, ile przed terminem albo po nim: -30 min, 0, +2 h, +1 d.',
    }),
    'bad-alert': (found) => ({
      what: `Krok eskalacji wskazuje kogoś, kogo nie znajdujemy („${found}”).`,
      todo: 'Wpisz: prowadzący, zastępca, dyżurny, kierownicy albo adresy e-mail, rozdzielone przecinkami.',
    }),
    'bad-zone': (name, found) => ({
      what: `Kalendarz „${name}” wskazuje strefę czasową „${found}”, której nie ma. Liczy się strefa firmy.`,
      todo: 'Wpisz ją na przykład tak: Europe/Warsaw albo Europe/Kyiv.',
    }),
    'two-zones': (name, zone) => ({
      what: `Kalendarz „${name}” wskazuje więcej niż jedną strefę czasową. Liczy się pierwsza: ${zone}.`,
      todo: 'Zostaw jedną strefę albo utwórz osobny kalendarz dla pozostałych godzin.',
    }),
    'never-open': (name) => ({
      what: `Kalendarz „${name}” nie ma godzin pracy, więc jego zegary stoją.`,
      todo: 'Dodaj wiersz godzin pracy dla każdego dnia roboczego.',
    }),
    'bad-weekday': (name) => ({
      what: `W wierszu godzin pracy nie ma zrozumiałego dnia tygodnia (${name}). Nie liczymy go.`,
      todo: 'Wpisz liczbę od 1 (poniedziałek) do 7 (niedziela).',
    }),
    'bad-time': (name) => ({
      what: `W wierszu kalendarza jest godzina, której nie umiemy odczytać (${name}).`,
      todo: 'Wpisz godziny w postaci 09:00 i 17:00; 24:00 to koniec dnia.',
    }),
    'closes-before-opening': (name) => ({
      what: `W wierszu kalendarza koniec pracy jest przed początkiem (${name}).`,
      todo: 'Godziny przez północ zapisz w dwóch wierszach: do 24:00 i od 0:00 następnego dnia.',
    }),
    'bad-date': (name) => ({
      what: `Dzień wolny nie ma daty, którą umiemy odczytać (${name}). Nie liczymy go.`,
      todo: 'Wpisz datę tego dnia w kolumnie Data.',
    }),
  },
  uk: {
    'no-policy': (name) => ({
      what: `На вкладці SLA немає рядка для пріоритету «${name}», тож такі звернення не мають термінів.`,
      todo: 'Додайте рядок для цього пріоритету. Порожній час означає, що ми нічого не обіцяємо.',
    }),
    'no-calendar': (name, calendar) => ({
      what: `Рядок SLA «${name}» називає календар «${calendar}», якого немає на вкладці «Календар». Такі звернення не мають термінів.`,
      todo: 'Виправте назву або додайте години цього календаря на вкладці «Календар».',
    }),
    'half-near': (name) => ({
      what: `У рядку SLA «${name}» заповнено лише один із двох стовпців про близьке заняття, тож термін не скорочується.`,
      todo: 'Заповніть обидва або очистьте обидва: за скільки хвилин до заняття і за скільки хвилин тоді відповідати.',
    }),
    'never-holds': (name) => ({
      what: `Рядок SLA «${name}» ніколи не діє: для кожного звернення, якому він підходить, перевагу має інший рядок — вищий з такою самою кількістю умов або з більшою.`,
      todo: 'Пересуньте рядок вище або додайте йому умову, наприклад пріоритет. Видаліть його, якщо він повторює інший.',
    }),
    'bad-condition': (name, found) => ({
      what: `У рядку SLA «${name}» стоїть «${found}», а тут має бути слово зі списку. Цей рядок не враховано.`,
      todo: 'Виберіть слово зі списку або очистьте комірку: порожня означає будь-яке.',
    }),
    'bad-clock': (found) => ({
      what: `Крок ескалації називає обіцянку «${found}», якої ми не знаємо. Він нікого не сповіщає.`,
      todo: 'Виберіть слово зі списку або очистьте комірку: порожня означає будь-яку обіцянку.',
    }),
    'bad-when': (found) => ({
      what: `Не вдається прочитати, коли має спрацювати крок ескалації («${found}»). Він нікого не сповіщає.`,
      todo: 'Напишіть, за скільки до терміну чи після нього: -30 min, 0, +2 h, +1 d.',
    }),
    'bad-alert': (found) => ({
      what: `Крок ескалації називає когось, кого не вдається знайти («${found}»).`,
      todo: 'Пишіть: відповідальний, заступник, черговий, керівники або адреси e-mail через кому.',
    }),
    'bad-zone': (name, found) => ({
      what: `Календар «${name}» називає часовий пояс «${found}», якого не існує. Діє пояс фірми.`,
      todo: 'Пишіть його так: Europe/Warsaw або Europe/Kyiv.',
    }),
    'two-zones': (name, zone) => ({
      what: `Календар «${name}» називає більше ніж один часовий пояс. Діє перший: ${zone}.`,
      todo: 'Залиште один пояс або створіть окремий календар для інших годин.',
    }),
    'never-open': (name) => ({
      what: `Календар «${name}» не має робочих годин, тож його відлік стоїть.`,
      todo: 'Додайте рядок робочих годин для кожного робочого дня.',
    }),
    'bad-weekday': (name) => ({
      what: `У рядку робочих годин немає зрозумілого дня тижня (${name}). Його не враховано.`,
      todo: 'Впишіть число від 1 (понеділок) до 7 (неділя).',
    }),
    'bad-time': (name) => ({
      what: `У рядку календаря є час, який не вдається прочитати (${name}).`,
      todo: 'Пишіть час як 09:00 і 17:00; 24:00 — кінець дня.',
    }),
    'closes-before-opening': (name) => ({
      what: `У рядку календаря кінець роботи раніше за початок (${name}).`,
      todo: 'Години через північ запишіть двома рядками: до 24:00 і від 0:00 наступного дня.',
    }),
    'bad-date': (name) => ({
      what: `Вихідний не має дати, яку можна прочитати (${name}). Його не враховано.`,
      todo: 'Впишіть дату цього дня у стовпець «Дата».',
    }),
  },
};
