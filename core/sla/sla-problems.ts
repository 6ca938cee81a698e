/** What is wrong on the SLA and Calendar tabs, for the Problems tab: found once for all tickets, not once for each. */
import type { Language, Localized } from '../language';
import type { Instant } from '../time/instant';
import type { Priority } from '../workbook/choices';
import { PRIORITIES } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import type { HoursProblem } from './opening-hours';
import { calendarKeys, readOpeningHours } from './opening-hours';
import { readPolicies } from './policy';

type Finding =
  | { readonly kind: 'no-policy'; readonly priority: Priority }
  | { readonly kind: 'no-calendar'; readonly priority: Priority; readonly calendar: string }
  | { readonly kind: 'never-open'; readonly calendar: string }
  | HoursProblem;

export function slaProblems(
  tabs: { readonly sla: readonly Row<'sla'>[]; readonly calendar: readonly Row<'calendar'>[] },
  context: {
    readonly now: Instant;
    readonly language: Language;
    readonly priorityLabel: (priority: Priority) => string;
  },
): Row<'problems'>[] {
  return findings(tabs.sla, tabs.calendar).map((finding) => {
    const onSla = finding.kind === 'no-policy' || finding.kind === 'no-calendar';
    const name = 'priority' in finding ? context.priorityLabel(finding.priority) : rowName(finding);
    return {
      key: `${onSla ? 'sla' : 'calendar'}:${finding.kind}:${'priority' in finding ? finding.priority : rowName(finding)}`,
      at: context.now,
      tab: onSla ? 'sla' : 'calendar',
      row: name,
      ...WORDS[context.language][finding.kind](name, 'calendar' in finding ? finding.calendar : ''),
    };
  });
}

function findings(sla: readonly Row<'sla'>[], calendar: readonly Row<'calendar'>[]): Finding[] {
  const policies = readPolicies(sla);
  const keys = calendarKeys(calendar);
  const found: Finding[] = [];
  for (const priority of PRIORITIES) {
    const policy = policies.get(priority);
    if (!policy) found.push({ kind: 'no-policy', priority });
    else if (policy.calendar !== '' && !keys.includes(policy.calendar)) {
      found.push({ kind: 'no-calendar', priority, calendar: policy.calendar });
    }
  }
  for (const key of keys) {
    const { hours, problems } = readOpeningHours(calendar, key);
    found.push(...problems);
    if (hours.weekly.every((spans) => spans.length === 0)) found.push({ kind: 'never-open', calendar: key });
  }
  return found;
}

/** How a person finds the row: by what it says. */
function rowName(finding: Exclude<Finding, { priority: Priority }>): string {
  if (!('row' in finding)) return finding.calendar;
  const { date, weekday, opens, closes, name } = finding.row;
  return [finding.calendar, date ?? weekday ?? '', opens, closes, name]
    .filter((part) => part !== '')
    .join(' ');
}

interface ProblemWords {
  readonly what: string;
  readonly todo: string;
}

const WORDS: Localized<Readonly<Record<Finding['kind'], (name: string, calendar: string) => ProblemWords>>> =
  {
    en: {
      'no-policy': (name) => ({
        what: `The SLA tab has no row for the priority “${name}”, so such tickets have no due times.`,
        todo: 'Add a row for this priority. Empty times in it mean that nothing is promised.',
      }),
      'no-calendar': (name, calendar) => ({
        what: `The SLA row of the priority “${name}” names the calendar “${calendar}”, which the Calendar tab does not have. Such tickets have no due times.`,
        todo: 'Correct the name, or add this calendar’s hours to the Calendar tab.',
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
        what: `Wiersz SLA dla priorytetu „${name}” wskazuje kalendarz „${calendar}”, którego nie ma na karcie Kalendarz. Takie zgłoszenia nie mają terminów.`,
        todo: 'Popraw nazwę albo dodaj godziny tego kalendarza na karcie Kalendarz.',
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
        what: `Рядок SLA для пріоритету «${name}» називає календар «${calendar}», якого немає на вкладці «Календар». Такі звернення не мають термінів.`,
        todo: 'Виправте назву або додайте години цього календаря на вкладці «Календар».',
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
