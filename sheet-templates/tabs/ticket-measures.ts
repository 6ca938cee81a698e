/** Columns of Tickets behind the daily work: what the dashboards count, and what the programs remember. */
import type { ColumnKey } from '../../core/workbook/columns';
import { bridge, type ColumnSpec, script } from '../column-spec';

type Columns = { readonly [K in ColumnKey<'tickets'>]?: ColumnSpec };

/** What pivots group and count by. */
export const TICKET_MEASURES = {
  phase: script(
    {
      en: [
        'Session phase',
        'Whether the ticket came before, in the first hour of, during or after the session.',
      ],
      pl: [
        'Faza zajęć',
        'Czy zgłoszenie przyszło przed zajęciami, w pierwszej godzinie, w trakcie czy po nich.',
      ],
      uk: ['Фаза заняття', 'Чи звернення надійшло до заняття, у першу годину, під час чи після нього.'],
    },
    { width: 140 },
  ),
  first_minutes: script(
    {
      en: ['To first answer, min', 'Working minutes from the first message to the first answer.'],
      pl: ['Do pierwszej odpowiedzi, min', 'Minuty robocze od pierwszej wiadomości do pierwszej odpowiedzi.'],
      uk: ['До першої відповіді, хв', 'Робочі хвилини від першого листа до першої відповіді.'],
    },
    { width: 130 },
  ),
  resolution_minutes: script(
    {
      en: ['To resolution, min', 'Working minutes until the ticket was resolved, pauses left out.'],
      pl: ['Do rozwiązania, min', 'Minuty robocze do rozwiązania zgłoszenia, bez przerw.'],
      uk: ['До вирішення, хв', 'Робочі хвилини до вирішення звернення, без пауз.'],
    },
    { width: 130 },
  ),
  sla_met: script(
    {
      en: ['Promises kept', 'Whether every promised time was kept; empty while one is still open.'],
      pl: ['Terminy dotrzymane', 'Czy wszystkie obiecane terminy dotrzymano; puste, dopóki któryś biegnie.'],
      uk: ['Обіцянки дотримано', 'Чи дотримано всіх обіцяних термінів; порожньо, доки якийсь іще йде.'],
    },
    { width: 120 },
  ),
  policy: script(
    {
      en: ['SLA policy', 'The row of the SLA tab from which the promises come.'],
      pl: ['Zasada SLA', 'Wiersz karty SLA, z którego pochodzą terminy.'],
      uk: ['Правило SLA', 'Рядок вкладки SLA, з якого взято терміни.'],
    },
    { width: 130 },
  ),
  week: script(
    {
      en: ['Week of', 'Monday of the week in which the ticket came.'],
      pl: ['Tydzień od', 'Poniedziałek tygodnia, w którym przyszło zgłoszenie.'],
      uk: ['Тиждень від', 'Понеділок тижня, коли надійшло звернення.'],
    },
    { width: 105 },
  ),
  weekday: script(
    {
      en: ['Weekday', 'Weekday on which the ticket came.'],
      pl: ['Dzień tygodnia', 'Dzień tygodnia, w którym przyszło zgłoszenie.'],
      uk: ['День тижня', 'День тижня, коли надійшло звернення.'],
    },
    { width: 95 },
  ),
  hour: script(
    {
      en: ['Hour', 'Hour of the day at which the ticket came.'],
      pl: ['Godzina', 'Godzina, o której przyszło zgłoszenie.'],
      uk: ['Година', 'Година, о котрій надійшло звернення.'],
    },
    { width: 70, align: 'CENTER' },
  ),
  status_since: script(
    {
      en: ['Status since', 'Since when the ticket has had this status.'],
      pl: ['Status od', 'Od kiedy zgłoszenie ma ten status.'],
      uk: ['Статус з', 'Відколи звернення має цей статус.'],
    },
    { width: 135 },
  ),
} as const satisfies Columns;

/** Hidden: what the programs know, so that an edit is seen as one and a thank-you as no more than that. */
export const TICKET_MEMORY = {
  status_seen: script(
    {
      en: ['Status accepted', 'For the program: the status it last knew.'],
      pl: ['Status przyjęty', 'Dla programu: status, który ostatnio znał.'],
      uk: ['Прийнятий статус', 'Для програми: останній відомий їй статус.'],
    },
    { hidden: true },
  ),
  inbound_seen: script(
    {
      en: ['Incoming mail seen', 'For the program: incoming mail up to here is already counted.'],
      pl: ['Odebrane uwzględnione', 'Dla programu: poczta odebrana do tej chwili jest już uwzględniona.'],
      uk: ['Вхідні враховано', 'Для програми: вхідну пошту до цього моменту вже враховано.'],
    },
    { hidden: true },
  ),
  outbound_seen: script(
    {
      en: ['Outgoing mail seen', 'For the program: outgoing mail up to here is already counted.'],
      pl: ['Wysłane uwzględnione', 'Dla programu: poczta wysłana do tej chwili jest już uwzględniona.'],
      uk: ['Вихідні враховано', 'Для програми: вихідну пошту до цього моменту вже враховано.'],
    },
    { hidden: true },
  ),
  last_thanks_at: bridge(
    {
      en: ['They thanked', 'For the program: when the participant last wrote a mere thank-you.'],
      pl: ['Podziękowanie', 'Dla programu: kiedy uczestnik ostatnio napisał samo podziękowanie.'],
      uk: ['Подяка', 'Для програми: коли учасник востаннє написав саму лише подяку.'],
    },
    { hidden: true },
  ),
  clock: script(
    {
      en: ['Clocks', 'For the program: state of the SLA clocks.'],
      pl: ['Zegary', 'Dla programu: stan zegarów SLA.'],
      uk: ['Годинники', 'Для програми: стан годинників SLA.'],
    },
    { hidden: true },
  ),
  seen: script(
    {
      en: ['Cells accepted', 'For the program: the cells of people as it last knew them.'],
      pl: ['Komórki przyjęte', 'Dla programu: ostatnio znany stan komórek wypełnianych przez ludzi.'],
      uk: ['Прийняті комірки', 'Для програми: останній відомий їй стан комірок, які заповнюють люди.'],
    },
    { hidden: true },
  ),
  id_seen: script(
    {
      en: ['Number accepted', 'For the program: the number that this row had when it was last looked at.'],
      pl: ['Numer przyjęty', 'Dla programu: numer, który wiersz miał przy ostatnim sprawdzeniu.'],
      uk: ['Прийнятий номер', 'Для програми: номер, який рядок мав під час останньої перевірки.'],
    },
    { hidden: true },
  ),
} as const satisfies Columns;
