/** What people see and type for each machine word. Within one list and language no two labels are alike. */
import type { Localized } from '../core/language';
import type { ChoiceKey, ChoiceWord } from '../core/workbook/choices';

const EXPERIENCE = {
  novice: { en: 'Beginners', pl: 'Początkujący', uk: 'Початківці' },
  experienced: { en: 'Experienced', pl: 'Zaawansowani', uk: 'Досвідчені' },
  mixed: { en: 'Mixed group', pl: 'Grupa mieszana', uk: 'Змішана група' },
  any: { en: 'Anyone', pl: 'Każdy', uk: 'Будь-хто' },
} as const;

export const CHOICE_LABELS: { readonly [K in ChoiceKey]: Readonly<Record<ChoiceWord<K>, Localized>> } = {
  status: {
    new: { en: 'New', pl: 'Nowe', uk: 'Нове' },
    open: { en: 'Open', pl: 'W toku', uk: 'У роботі' },
    waiting_participant: {
      en: 'Waiting for participant',
      pl: 'Czeka na uczestnika',
      uk: 'Очікує на учасника',
    },
    waiting_vendor: { en: 'Waiting for vendor', pl: 'Czeka na dostawcę', uk: 'Очікує на постачальника' },
    on_hold: { en: 'On hold', pl: 'Odłożone', uk: 'Відкладено' },
    resolved: { en: 'Resolved', pl: 'Rozwiązane', uk: 'Вирішено' },
    closed: { en: 'Closed', pl: 'Zamknięte', uk: 'Закрито' },
    spam: { en: 'Spam', pl: 'Spam', uk: 'Спам' },
  },
  priority: {
    urgent: { en: 'Urgent', pl: 'Pilny', uk: 'Терміновий' },
    high: { en: 'High', pl: 'Wysoki', uk: 'Високий' },
    normal: { en: 'Normal', pl: 'Zwykły', uk: 'Звичайний' },
    low: { en: 'Low', pl: 'Niski', uk: 'Низький' },
  },
  category: {
    login: { en: 'Login', pl: 'Logowanie', uk: 'Вхід' },
    sound_and_picture: { en: 'Sound and picture', pl: 'Dźwięk i obraz', uk: 'Звук і зображення' },
    link: { en: 'Link', pl: 'Link', uk: 'Посилання' },
    materials: { en: 'Materials', pl: 'Materiały', uk: 'Матеріали' },
    recording: { en: 'Recording', pl: 'Nagranie', uk: 'Запис' },
    certificate: { en: 'Certificate', pl: 'Certyfikat', uk: 'Сертифікат' },
    invoice: { en: 'Invoice', pl: 'Faktura', uk: 'Рахунок' },
    schedule: { en: 'Schedule', pl: 'Terminy', uk: 'Розклад' },
    content: { en: 'Course content', pl: 'Treść szkolenia', uk: 'Зміст курсу' },
    other: { en: 'Other', pl: 'Inne', uk: 'Інше' },
  },
  sla_state: {
    running: { en: 'On time', pl: 'Na czas', uk: 'Вчасно' },
    at_risk: { en: 'Due soon', pl: 'Termin blisko', uk: 'Термін близько' },
    breached: { en: 'Overdue', pl: 'Po terminie', uk: 'Прострочено' },
    paused: { en: 'Paused', pl: 'Wstrzymane', uk: 'Призупинено' },
    met: { en: 'Kept', pl: 'Dotrzymane', uk: 'Дотримано' },
  },
  sla_clock: {
    first: { en: 'First answer', pl: 'Pierwsza odpowiedź', uk: 'Перша відповідь' },
    next: { en: 'Next answer', pl: 'Kolejna odpowiedź', uk: 'Наступна відповідь' },
    resolution: { en: 'Resolution', pl: 'Rozwiązanie', uk: 'Вирішення' },
    any: { en: 'Any of them', pl: 'Każdy termin', uk: 'Будь-який' },
  },
  // With a number in front: pivots and charts sort by the text, and these have an order in time.
  session_phase: {
    before: { en: '1 Before the session', pl: '1 Przed zajęciami', uk: '1 До заняття' },
    first_hour: { en: '2 First hour', pl: '2 Pierwsza godzina', uk: '2 Перша година' },
    during: { en: '3 Later in session', pl: '3 Dalsza część zajęć', uk: '3 Далі під час заняття' },
    after: { en: '4 After the session', pl: '4 Po zajęciach', uk: '4 Після заняття' },
    none: { en: '5 No session', pl: '5 Bez zajęć', uk: '5 Без заняття' },
  },
  assignment: {
    off: { en: 'By hand', pl: 'Ręcznie', uk: 'Вручну' },
    fewest: { en: 'Fewest open tickets', pl: 'Najmniej otwartych', uk: 'Найменше відкритих' },
    round_robin: { en: 'In turn', pl: 'Po kolei', uk: 'По черзі' },
  },
  language: {
    en: { en: 'English', pl: 'Angielski', uk: 'Англійська' },
    pl: { en: 'Polish', pl: 'Polski', uk: 'Польська' },
    uk: { en: 'Ukrainian', pl: 'Ukraiński', uk: 'Українська' },
  },
  direction: {
    in: { en: 'Received', pl: 'Odebrana', uk: 'Вхідний' },
    out: { en: 'Sent', pl: 'Wysłana', uk: 'Вихідний' },
    note: { en: 'Note', pl: 'Notatka', uk: 'Нотатка' },
  },
  mail_class: {
    human: { en: 'From a person', pl: 'Od człowieka', uk: 'Від людини' },
    'auto-reply': { en: 'Automatic reply', pl: 'Autoodpowiedź', uk: 'Автовідповідь' },
    bounce: { en: 'Not delivered', pl: 'Zwrot', uk: 'Повернення' },
    report: { en: 'Report', pl: 'Raport', uk: 'Звіт' },
    list: { en: 'Mailing list', pl: 'Lista wysyłkowa', uk: 'Розсилка' },
    loop: { en: 'Loop', pl: 'Pętla', uk: 'Петля' },
  },
  outbox_kind: {
    acknowledgement: { en: 'Acknowledgement', pl: 'Potwierdzenie', uk: 'Підтвердження' },
    reply: { en: 'Reply', pl: 'Odpowiedź', uk: 'Відповідь' },
    resolved: { en: 'Resolved', pl: 'Rozwiązanie', uk: 'Вирішення' },
    reminder: { en: 'Reminder', pl: 'Przypomnienie', uk: 'Нагадування' },
    notice: { en: 'Notice', pl: 'Powiadomienie', uk: 'Сповіщення' },
    alert: { en: 'Alert to a colleague', pl: 'Alert dla zespołu', uk: 'Сигнал колезі' },
    assignment: { en: 'Ticket to a colleague', pl: 'Zgłoszenie do osoby z zespołu', uk: 'Звернення колезі' },
  },
  outbox_state: {
    queued: { en: 'Waiting', pl: 'Czeka', uk: 'У черзі' },
    sending: { en: 'Being sent', pl: 'Wysyłana', uk: 'Надсилається' },
    sent: { en: 'Sent', pl: 'Wysłana', uk: 'Надіслано' },
    deferred: { en: 'Will be tried again', pl: 'Do ponowienia', uk: 'Буде повторено' },
    failed: { en: 'Failed', pl: 'Nie udało się', uk: 'Не вдалося' },
    unknown: { en: 'Being checked', pl: 'Sprawdzana', uk: 'Перевіряється' },
    cancelled: { en: 'Cancelled', pl: 'Anulowana', uk: 'Скасовано' },
    bounced: { en: 'Not delivered', pl: 'Niedoręczona', uk: 'Не доставлено' },
  },
  audience: EXPERIENCE,
  session_state: {
    planned: { en: 'Planned', pl: 'Zaplanowane', uk: 'Заплановане' },
    cancelled: { en: 'Cancelled', pl: 'Odwołane', uk: 'Скасоване' },
    held: { en: 'Held', pl: 'Odbyte', uk: 'Проведене' },
  },
  participant_state: {
    active: { en: 'Active', pl: 'Bierze udział', uk: 'Бере участь' },
    left: { en: 'Left', pl: 'Rezygnacja', uk: 'Відмова' },
  },
  yes_no: {
    yes: { en: 'Yes', pl: 'Tak', uk: 'Так' },
    no: { en: 'No', pl: 'Nie', uk: 'Ні' },
  },
  anchor: {
    start: { en: 'Start', pl: 'Początek', uk: 'Початок' },
    end: { en: 'End', pl: 'Koniec', uk: 'Кінець' },
  },
  template_need: {
    any: { en: 'Anyone', pl: 'Każdy', uk: 'Будь-хто' },
    accessible: { en: 'Special needs', pl: 'Szczególne potrzeby', uk: 'Особливі потреби' },
  },
  invitation_answer: {
    accepted: { en: 'Accepted', pl: 'Przyjęte', uk: 'Прийнято' },
    declined: { en: 'Declined', pl: 'Odrzucone', uk: 'Відхилено' },
    tentative: { en: 'Perhaps', pl: 'Być może', uk: 'Можливо' },
  },
  moment_kind: {
    first_login: { en: 'First login', pl: 'Pierwsze logowanie', uk: 'Перший вхід' },
    start: { en: 'Start', pl: 'Początek', uk: 'Початок' },
    deadline: { en: 'Deadline', pl: 'Ostateczny termin', uk: 'Крайній термін' },
    other: { en: 'Other', pl: 'Inny', uk: 'Інший' },
  },
  light: {
    green: { en: 'Ready', pl: 'Gotowe', uk: 'Готово' },
    amber: { en: 'Attention', pl: 'Uwaga', uk: 'Увага' },
    red: { en: 'In danger', pl: 'Zagrożone', uk: 'Під загрозою' },
  },
  role: {
    support: { en: 'Support', pl: 'Wsparcie', uk: 'Підтримка' },
    trainer: { en: 'Trainer', pl: 'Trener/ka', uk: 'Тренер/ка' },
    manager: { en: 'Manager', pl: 'Kierownictwo', uk: 'Керівництво' },
    admin: { en: 'Administrator', pl: 'Administracja', uk: 'Адміністрування' },
  },
  calendar_kind: {
    hours: { en: 'Opening hours', pl: 'Godziny pracy', uk: 'Робочі години' },
    holiday: { en: 'Day off', pl: 'Dzień wolny', uk: 'Вихідний' },
  },
  wish_kind: {
    wish: { en: 'Wish', pl: 'Życzenie', uk: 'Побажання' },
    fault: { en: 'Fault', pl: 'Usterka', uk: 'Вада' },
  },
  command_cell: {
    status: { en: 'Status', pl: 'Status', uk: 'Статус' },
    hold_until: { en: 'On hold until', pl: 'Odłożone do', uk: 'Відкладено до' },
    priority: { en: 'Priority', pl: 'Priorytet', uk: 'Пріоритет' },
    assignee: { en: 'Assigned to', pl: 'Prowadzi', uk: 'Відповідає' },
    away: { en: 'Out of office', pl: 'Nieobecność', uk: 'Відсутність' },
  },
  command_state: {
    done: { en: 'Done', pl: 'Wykonane', uk: 'Виконано' },
    refused: { en: 'Refused', pl: 'Odrzucone', uk: 'Відхилено' },
  },
  mail_readers: {
    trainers: { en: 'Trainers', pl: 'Trenerzy', uk: 'Тренери' },
    everybody: { en: 'Everybody', pl: 'Wszyscy', uk: 'Усі' },
    nobody: { en: 'Nobody', pl: 'Nikt', uk: 'Ніхто' },
  },
  wish_state: {
    new: { en: 'New', pl: 'Nowe', uk: 'Нове' },
    planned: { en: 'Planned', pl: 'Planowane', uk: 'Заплановано' },
    done: { en: 'Done', pl: 'Gotowe', uk: 'Зроблено' },
    declined: { en: 'Declined', pl: 'Odrzucone', uk: 'Відхилено' },
  },
};
