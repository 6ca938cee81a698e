/** Key moments that people enter, and the two boards that the tracker writes: coming sessions, and who is on duty when. */
import { person, script, TAB_COLOUR, type TabSpec } from '../column-spec';

export const moments: TabSpec<'moments'> = {
  title: { en: 'Key moments', pl: 'Kluczowe momenty', uk: 'Ключові моменти' },
  colour: TAB_COLOUR.training,
  columns: {
    at: person(
      {
        en: [
          'From',
          'When many people will need help at once. First login, start and deadline of each session are known without a row here.',
        ],
        pl: [
          'Od',
          'Kiedy wiele osób naraz będzie potrzebować pomocy. Pierwsze logowanie, początek i termin każdych zajęć znamy bez wiersza tutaj.',
        ],
        uk: [
          'Початок',
          'Коли допомога потрібна багатьом одразу. Перший вхід, початок і крайній термін кожного заняття відомі й без рядка тут.',
        ],
      },
      { width: 135 },
    ),
    until: person(
      {
        en: ['Until', 'When it is over. Empty: an hour later.'],
        pl: ['Do', 'Kiedy się kończy. Puste: godzinę później.'],
        uk: ['Кінець', 'Коли це минає. Порожньо: за годину.'],
      },
      { width: 135 },
    ),
    kind: person(
      {
        en: ['Kind', 'What kind of moment it is: past tickets of that kind show how many to expect.'],
        pl: ['Rodzaj', 'Jaki to moment: z dawnych zgłoszeń tego rodzaju wiemy, ilu się spodziewać.'],
        uk: ['Вид', 'Який це момент: минулі звернення такого виду кажуть, скількох чекати.'],
      },
      { width: 140 },
    ),
    session_id: person(
      {
        en: ['Session', 'The session it belongs to, if any.'],
        pl: ['Zajęcia', 'Zajęcia, których to dotyczy, jeśli są takie.'],
        uk: ['Заняття', 'Заняття, якого це стосується, якщо є таке.'],
      },
      { width: 110, from: { tab: 'sessions', column: 'id' } },
    ),
    people: person(
      {
        en: ['People', 'How many it concerns. Empty: the participants of the session.'],
        pl: ['Osób', 'Ilu osób to dotyczy. Puste: uczestników zajęć.'],
        uk: ['Людей', 'Скількох людей це стосується. Порожньо: учасників заняття.'],
      },
      { width: 90 },
    ),
    note: person(
      {
        en: ['Note', 'For the team only.'],
        pl: ['Notatka', 'Tylko dla zespołu.'],
        uk: ['Нотатка', 'Лише для команди.'],
      },
      { width: 220 },
    ),
  },
};

const SESSION = {
  en: ['Session', 'Its id on the Sessions tab.'],
  pl: ['Zajęcia', 'Ich id z karty Zajęcia.'],
  uk: ['Заняття', 'Його код із вкладки «Заняття».'],
} as const;
const COURSE = {
  en: ['Course', 'Name of the course.'],
  pl: ['Szkolenie', 'Nazwa szkolenia.'],
  uk: ['Курс', 'Назва курсу.'],
} as const;

export const readiness: TabSpec<'readiness'> = {
  title: { en: 'Readiness', pl: 'Gotowość', uk: 'Готовність' },
  colour: TAB_COLOUR.training,
  columns: {
    light: script(
      {
        en: ['State', 'Ready; something to look at; or in danger.'],
        pl: ['Stan', 'Gotowe; coś do sprawdzenia; albo zagrożone.'],
        uk: ['Стан', 'Готово; є на що глянути; або під загрозою.'],
      },
      { width: 130 },
    ),
    starts_at: script(
      {
        en: ['Starts', 'Sessions of the coming weeks, the nearest first.'],
        pl: ['Początek', 'Zajęcia najbliższych tygodni, od najbliższych.'],
        uk: ['Початок', 'Заняття найближчих тижнів, від найближчого.'],
      },
      { width: 135 },
    ),
    session_id: script(SESSION, { width: 100 }),
    course: script(COURSE, { width: 200 }),
    reasons: script(
      {
        en: ['What is missing', 'The gravest first, each with what to do.'],
        pl: ['Czego brakuje', 'Od najpoważniejszych, przy każdym co zrobić.'],
        uk: ['Чого бракує', 'Від найважливішого, до кожного — що зробити.'],
      },
      { width: 380, wrap: true },
    ),
    trainer: script(
      {
        en: ['Trainer', 'Who leads it, or stands in.'],
        pl: ['Prowadzi', 'Kto prowadzi albo zastępuje.'],
        uk: ['Веде', 'Хто проводить або заміняє.'],
      },
      { width: 150 },
    ),
    client: script(
      {
        en: ['Client', 'The firm for which it is held.'],
        pl: ['Klient', 'Firma, dla której są zajęcia.'],
        uk: ['Замовник', 'Фірма, для якої проводиться заняття.'],
      },
      { width: 150 },
    ),
    people: script(
      {
        en: ['People', 'Participants who have not left.'],
        pl: ['Osób', 'Uczestnicy, którzy nie zrezygnowali.'],
        uk: ['Людей', 'Учасники, які не відмовилися.'],
      },
      { width: 80 },
    ),
    reminded: script(
      {
        en: ['Told', 'Of them, reached by a mail about this session.'],
        pl: ['Powiadomieni', 'Ilu z nich dostało list o tych zajęciach.'],
        uk: ['Сповіщені', 'Скільки з них отримали лист про це заняття.'],
      },
      { width: 100 },
    ),
    undelivered: script(
      {
        en: ['Not reached', 'Their mail failed or came back: call them.'],
        pl: ['Bez kontaktu', 'List nie wyszedł albo wrócił: zadzwoń.'],
        uk: ['Не дійшло', 'Лист не пішов або повернувся: зателефонуйте.'],
      },
      { width: 100 },
    ),
    logged_in: script(
      {
        en: ['Logged in', 'By the Activity tab.'],
        pl: ['Zalogowani', 'Według karty Aktywność.'],
        uk: ['Увійшли', 'За вкладкою «Активність».'],
      },
      { width: 100 },
    ),
    declined: script(
      {
        en: ['Declined', 'Their calendar said no to our invitation.'],
        pl: ['Odmowy', 'Ich kalendarz odrzucił zaproszenie.'],
        uk: ['Відмови', 'Їхній календар відхилив запрошення.'],
      },
      { width: 90 },
    ),
    open_tickets: script(
      {
        en: ['Open tickets', 'Tickets of this session that are not resolved.'],
        pl: ['Otwarte zgłoszenia', 'Nierozwiązane zgłoszenia tych zajęć.'],
        uk: ['Відкриті звернення', 'Невирішені звернення цього заняття.'],
      },
      { width: 110 },
    ),
  },
};

export const staffing: TabSpec<'staffing'> = {
  title: { en: 'Staffing', pl: 'Obsada', uk: 'Укомплектованість' },
  colour: TAB_COLOUR.training,
  columns: {
    light: script(
      {
        en: ['State', 'Enough colleagues; tight; or nobody there.'],
        pl: ['Stan', 'Dość osób; ledwo; albo nikogo.'],
        uk: ['Стан', 'Людей досить; ледве; або нікого.'],
      },
      { width: 130 },
    ),
    from: script(
      {
        en: ['From', 'Key moments of the coming weeks, the nearest first.'],
        pl: ['Od', 'Kluczowe momenty najbliższych tygodni, od najbliższych.'],
        uk: ['Початок', 'Ключові моменти найближчих тижнів, від найближчого.'],
      },
      { width: 135 },
    ),
    to: script(
      {
        en: ['Until', 'When it is over.'],
        pl: ['Do', 'Kiedy się kończy.'],
        uk: ['Кінець', 'Коли це минає.'],
      },
      { width: 135 },
    ),
    kind: script(
      {
        en: ['Kind', 'What kind of moment it is.'],
        pl: ['Rodzaj', 'Jaki to moment.'],
        uk: ['Вид', 'Який це момент.'],
      },
      { width: 140 },
    ),
    session_id: script(SESSION, { width: 100 }),
    course: script(COURSE, { width: 200 }),
    reasons: script(
      {
        en: ['Why', 'What the state follows from, and what to do.'],
        pl: ['Dlaczego', 'Z czego wynika ten stan i co zrobić.'],
        uk: ['Чому', 'Звідки такий стан і що зробити.'],
      },
      { width: 380, wrap: true },
    ),
    people: script(
      {
        en: ['People', 'How many it concerns.'],
        pl: ['Osób', 'Ilu osób to dotyczy.'],
        uk: ['Людей', 'Скількох людей це стосується.'],
      },
      { width: 80 },
    ),
    expected: script(
      {
        en: ['Expected tickets', 'From past tickets at such moments; for a new firm a cautious guess.'],
        pl: [
          'Spodziewane zgłoszenia',
          'Z dawnych zgłoszeń w takich momentach; w nowej firmie ostrożny szacunek.',
        ],
        uk: [
          'Очікувані звернення',
          'За минулими зверненнями в такі моменти; для нової фірми — обережна оцінка.',
        ],
      },
      { width: 110, decimals: 1 },
    ),
    capacity: script(
      {
        en: ['Can be answered', 'How many tickets those on duty can answer in that time.'],
        pl: ['Możliwe do obsługi', 'Ile zgłoszeń osoby na dyżurze zdążą obsłużyć.'],
        uk: ['Можна опрацювати', 'Скільки звернень устигнуть опрацювати чергові.'],
      },
      { width: 110, decimals: 1 },
    ),
    on_duty: script(
      {
        en: ['On duty', 'By the Rota tab, without those who are absent.'],
        pl: ['Na dyżurze', 'Według karty Dyżury, bez nieobecnych.'],
        uk: ['Чергують', 'За вкладкою «Чергування», без відсутніх.'],
      },
      { width: 200 },
    ),
  },
};
