import { bridge, person, script, TAB_COLOUR, type TabSpec } from '../column-spec';
import { TICKET_MEASURES, TICKET_MEMORY } from './ticket-measures';

/** In the order of a support person's questions: which, how urgent, what, who, until when, and then the rest. */
export const tickets: TabSpec<'tickets'> = {
  title: { en: 'Tickets', pl: 'Zgłoszenia', uk: 'Звернення' },
  colour: TAB_COLOUR.support,
  columns: {
    id: bridge(
      {
        en: ['Ticket', 'The number that the participant also sees. It never changes.'],
        pl: ['Numer', 'Numer, który widzi też uczestnik. Nigdy się nie zmienia.'],
        uk: ['Номер', 'Номер, який бачить і учасник. Він ніколи не змінюється.'],
      },
      { width: 90 },
    ),
    status: person(
      {
        en: ['Status', 'Where the ticket stands. Choose from the list; mail may move it on as well.'],
        pl: ['Status', 'Na jakim etapie jest zgłoszenie. Wybierz z listy; zmienia go też poczta.'],
        uk: ['Статус', 'На якому етапі звернення. Оберіть зі списку; його змінює і пошта.'],
      },
      { width: 165 },
    ),
    priority: person(
      {
        en: ['Priority', 'How fast an answer is promised. The times are on the SLA tab.'],
        pl: ['Priorytet', 'Jak szybko obiecujemy odpowiedź. Czasy są na karcie SLA.'],
        uk: ['Пріоритет', 'Як швидко ми обіцяємо відповісти. Терміни — на вкладці SLA.'],
      },
      { width: 95 },
    ),
    sla_state: script(
      {
        en: ['On time?', 'Whether the nearest promised time is running, close, missed, paused or met.'],
        pl: [
          'Czy na czas',
          'Czy najbliższy obiecany termin biegnie, jest blisko, minął, stoi czy jest dotrzymany.',
        ],
        uk: ['Чи вчасно', 'Чи найближчий обіцяний термін іде, близько, минув, на паузі чи дотриманий.'],
      },
      { width: 110 },
    ),
    subject: bridge(
      {
        en: ['Subject', 'Subject of the first message.'],
        pl: ['Temat', 'Temat pierwszej wiadomości.'],
        uk: ['Тема', 'Тема першого листа.'],
      },
      { width: 280 },
    ),
    requester_name: bridge(
      {
        en: ['From', 'Who asks for help.'],
        pl: ['Od kogo', 'Kto prosi o pomoc.'],
        uk: ['Від кого', 'Хто просить про допомогу.'],
      },
      { width: 160 },
    ),
    assignee: person(
      {
        en: ['Assigned to', 'The colleague who looks after this ticket. Names come from the Team tab.'],
        pl: ['Prowadzi', 'Osoba, która zajmuje się zgłoszeniem. Nazwiska pochodzą z karty Zespół.'],
        uk: ['Відповідає', 'Колега, який веде звернення. Імена беруться з вкладки «Команда».'],
      },
      { width: 150, from: { tab: 'team', column: 'name' } },
    ),
    next_due: script(
      {
        en: ['Answer by', 'When the next answer to the participant is due.'],
        pl: ['Odpowiedzieć do', 'Do kiedy należy się uczestnikowi kolejna odpowiedź.'],
        uk: ['Відповісти до', 'До якого часу учасник має отримати наступну відповідь.'],
      },
      { width: 135 },
    ),
    due_reason: script(
      {
        en: ['Why then', 'Why the due time is what it is: policy, calendar, a session nearby, a pause.'],
        pl: [
          'Skąd ten termin',
          'Dlaczego termin jest właśnie taki: zasady, kalendarz, bliskie zajęcia, przerwa.',
        ],
        uk: ['Чому саме тоді', 'Чому термін саме такий: правила, календар, близьке заняття, пауза.'],
      },
      { width: 220 },
    ),
    category: person(
      {
        en: ['Category', 'What the ticket is about. Feeds the dashboard.'],
        pl: ['Kategoria', 'Czego dotyczy zgłoszenie. Zasila pulpit.'],
        uk: ['Категорія', 'Чого стосується звернення. Потрібно для огляду.'],
      },
      { width: 140 },
    ),
    course: script(
      {
        en: ['Course', 'Course of the participant, from the Sessions tab.'],
        pl: ['Szkolenie', 'Szkolenie uczestnika, z karty Zajęcia.'],
        uk: ['Курс', 'Курс учасника, з вкладки «Заняття».'],
      },
      { width: 170 },
    ),
    excerpt: bridge(
      {
        en: ['Last message', 'Beginning of the latest message. Open the conversation to read it all.'],
        pl: ['Ostatnia wiadomość', 'Początek ostatniej wiadomości. Całość przeczytasz, otwierając rozmowę.'],
        uk: ['Останній лист', 'Початок останнього листа. Увесь текст — у розмові.'],
      },
      { width: 320 },
    ),
    last_inbound_at: bridge(
      {
        en: ['They wrote', 'When the participant last wrote.'],
        pl: ['Uczestnik pisał', 'Kiedy uczestnik ostatnio napisał.'],
        uk: ['Писав учасник', 'Коли учасник писав востаннє.'],
      },
      { width: 135 },
    ),
    last_outbound_at: bridge(
      {
        en: ['We wrote', 'When we last answered.'],
        pl: ['My pisaliśmy', 'Kiedy ostatnio odpowiedzieliśmy.'],
        uk: ['Писали ми', 'Коли ми відповідали востаннє.'],
      },
      { width: 135 },
    ),
    tags: person(
      {
        en: ['Tags', 'Your own words, separated by commas.'],
        pl: ['Etykiety', 'Własne słowa, rozdzielone przecinkami.'],
        uk: ['Мітки', 'Ваші слова через кому.'],
      },
      { width: 140 },
    ),
    signals: bridge(
      {
        en: [
          'Signals',
          'Urgent or angry words of the participant. The lists of words are on the Settings tab.',
        ],
        pl: [
          'Sygnały',
          'Słowa pilne lub gniewne z wiadomości uczestnika. Listy słów są na karcie Ustawienia.',
        ],
        uk: ['Сигнали', 'Термінові чи гнівні слова учасника. Списки слів — на вкладці «Налаштування».'],
      },
      { width: 160 },
    ),
    assigned_why: script(
      {
        en: ['Why this colleague', 'How the tracker chose: duty, skill, language, open tickets.'],
        pl: ['Dlaczego ta osoba', 'Jak program wybrał: dyżur, umiejętności, język, liczba spraw.'],
        uk: ['Чому саме ця людина', 'Як програма обрала: чергування, навички, мова, кількість звернень.'],
      },
      { width: 200 },
    ),
    parent: person(
      {
        en: [
          'Part of incident',
          'Number of the incident that this ticket is one case of. Answering the incident answers all of them.',
        ],
        pl: [
          'Część incydentu',
          'Numer incydentu, do którego należy zgłoszenie. Odpowiedź na incydent trafia do wszystkich.',
        ],
        uk: [
          'Частина інциденту',
          'Номер інциденту, до якого належить звернення. Відповідь на інцидент отримають усі.',
        ],
      },
      { width: 110 },
    ),
    merged_into: person(
      {
        en: ['Merged into', 'Number of the ticket in which this one goes on.'],
        pl: ['Scalone z', 'Numer zgłoszenia, w którym ta sprawa toczy się dalej.'],
        uk: ['Об’єднано з', 'Номер звернення, у якому справа триває далі.'],
      },
      { width: 110 },
    ),
    hold_until: person(
      {
        en: ['On hold until', 'The day on which a ticket on hold comes back.'],
        pl: ['Odłożone do', 'Dzień, w którym odłożone zgłoszenie wraca.'],
        uk: ['Відкладено до', 'День, коли відкладене звернення повернеться.'],
      },
      { width: 115 },
    ),
    created_at: bridge(
      {
        en: ['Received', 'When the first message came.'],
        pl: ['Przyszło', 'Kiedy przyszła pierwsza wiadomość.'],
        uk: ['Надійшло', 'Коли надійшов перший лист.'],
      },
      { width: 135 },
    ),
    first_due: script(
      {
        en: ['First answer by', 'When the first answer is due.'],
        pl: ['Pierwsza odpowiedź do', 'Do kiedy należy się pierwsza odpowiedź.'],
        uk: ['Перша відповідь до', 'До якого часу потрібна перша відповідь.'],
      },
      { width: 135 },
    ),
    first_answer_at: bridge(
      {
        en: ['First answered', 'When a person first answered.'],
        pl: ['Pierwsza odpowiedź', 'Kiedy człowiek odpowiedział po raz pierwszy.'],
        uk: ['Перша відповідь', 'Коли людина відповіла вперше.'],
      },
      { width: 135 },
    ),
    resolve_due: script(
      {
        en: ['Solve by', 'When the ticket should be resolved.'],
        pl: ['Rozwiązać do', 'Do kiedy zgłoszenie powinno być rozwiązane.'],
        uk: ['Вирішити до', 'До якого часу звернення слід вирішити.'],
      },
      { width: 135 },
    ),
    resolved_at: script(
      {
        en: ['Resolved', 'When the ticket was resolved.'],
        pl: ['Rozwiązane', 'Kiedy zgłoszenie zostało rozwiązane.'],
        uk: ['Вирішено', 'Коли звернення було вирішено.'],
      },
      { width: 135 },
    ),
    requester_email: bridge(
      {
        en: ['E-mail', 'Address to which answers go.'],
        pl: ['E-mail', 'Adres, na który idą odpowiedzi.'],
        uk: ['Ел. адреса', 'Адреса, на яку йдуть відповіді.'],
      },
      { width: 200 },
    ),
    client: script(
      {
        en: ['Client', 'The client firm, from the Sessions tab.'],
        pl: ['Klient', 'Firma klienta, z karty Zajęcia.'],
        uk: ['Замовник', 'Фірма-замовник, з вкладки «Заняття».'],
      },
      { width: 150 },
    ),
    session_id: script(
      {
        en: ['Session', 'The session that this ticket is nearest to.'],
        pl: ['Zajęcia', 'Zajęcia, z którymi wiąże się zgłoszenie.'],
        uk: ['Заняття', 'Заняття, якого стосується звернення.'],
      },
      { width: 110 },
    ),
    language: bridge(
      {
        en: ['Language', 'Language of the participant. Answers are written in it.'],
        pl: ['Język', 'Język uczestnika. W nim piszemy odpowiedzi.'],
        uk: ['Мова', 'Мова учасника. Нею пишемо відповіді.'],
      },
      { width: 100 },
    ),
    message_count: bridge(
      {
        en: ['Messages', 'How many messages the conversation has.'],
        pl: ['Wiadomości', 'Ile wiadomości liczy rozmowa.'],
        uk: ['Листів', 'Скільки листів у розмові.'],
      },
      { width: 85, align: 'CENTER' },
    ),
    related: bridge(
      {
        en: ['Related', 'Another ticket that this one points to.'],
        pl: ['Powiązane', 'Inne zgłoszenie, z którym to się wiąże.'],
        uk: ['Пов’язане', 'Інше звернення, пов’язане з цим.'],
      },
      { width: 100 },
    ),
    ...TICKET_MEASURES,
    ...TICKET_MEMORY,
  },
};
