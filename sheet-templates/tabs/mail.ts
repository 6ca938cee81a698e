import { bridge, script, TAB_COLOUR, type TabSpec } from '../column-spec';

export const messages: TabSpec<'messages'> = {
  title: { en: 'Messages', pl: 'Wiadomości', uk: 'Листи' },
  colour: TAB_COLOUR.mail,
  columns: {
    id: bridge(
      {
        en: ['Id', 'For the program: identity of the message.'],
        pl: ['Id', 'Dla programu: identyfikator wiadomości.'],
        uk: ['Ідентифікатор', 'Для програми: ідентифікатор листа.'],
      },
      { hidden: true },
    ),
    ticket_id: bridge(
      {
        en: ['Ticket', 'The ticket to which the message belongs.'],
        pl: ['Zgłoszenie', 'Zgłoszenie, do którego należy wiadomość.'],
        uk: ['Звернення', 'Звернення, до якого належить лист.'],
      },
      { width: 90 },
    ),
    at: bridge(
      {
        en: ['When', 'When the message came or went.'],
        pl: ['Kiedy', 'Kiedy wiadomość przyszła lub wyszła.'],
        uk: ['Коли', 'Коли лист надійшов або пішов.'],
      },
      { width: 135 },
    ),
    direction: bridge(
      {
        en: ['Direction', 'Received, sent, or a note for the team.'],
        pl: ['Kierunek', 'Odebrana, wysłana albo notatka dla zespołu.'],
        uk: ['Напрямок', 'Вхідний, вихідний або нотатка для команди.'],
      },
      { width: 100 },
    ),
    from: bridge(
      {
        en: ['From', 'Who wrote the message.'],
        pl: ['Od', 'Kto napisał wiadomość.'],
        uk: ['Від', 'Хто написав лист.'],
      },
      { width: 200 },
    ),
    to: bridge(
      {
        en: ['To', 'To whom the message went.'],
        pl: ['Do', 'Do kogo trafiła wiadomość.'],
        uk: ['Кому', 'Кому надіслано лист.'],
      },
      { width: 200 },
    ),
    subject: bridge(
      {
        en: ['Subject', 'Subject as it was written.'],
        pl: ['Temat', 'Temat tak, jak go napisano.'],
        uk: ['Тема', 'Тема так, як її написано.'],
      },
      { width: 260 },
    ),
    text: bridge(
      {
        en: ['Text', 'What is new in this message, without quotations and signature.'],
        pl: ['Treść', 'To, co w wiadomości nowe: bez cytatów i podpisu.'],
        uk: ['Текст', 'Нове в цьому листі: без цитат і підпису.'],
      },
      { width: 420, wrap: true },
    ),
    full_text: bridge(
      {
        en: ['Whole text', 'The whole message with quotations.'],
        pl: ['Cała treść', 'Cała wiadomość razem z cytatami.'],
        uk: ['Увесь текст', 'Увесь лист разом із цитатами.'],
      },
      { width: 200 },
    ),
    class: bridge(
      {
        en: ['Kind of mail', 'Whether a person or a machine wrote it.'],
        pl: ['Rodzaj poczty', 'Czy napisał ją człowiek, czy automat.'],
        uk: ['Вид листа', 'Чи написала його людина, чи автомат.'],
      },
      { width: 130 },
    ),
    language: bridge(
      {
        en: ['Language', 'Language of the text.'],
        pl: ['Język', 'Język treści.'],
        uk: ['Мова', 'Мова тексту.'],
      },
      { width: 100 },
    ),
    attachments: bridge(
      {
        en: ['Attachments', 'Names of the attached files.'],
        pl: ['Załączniki', 'Nazwy załączonych plików.'],
        uk: ['Вкладення', 'Назви вкладених файлів.'],
      },
      { width: 180 },
    ),
    warnings: bridge(
      {
        en: ['Warnings', 'What was unusual about this message.'],
        pl: ['Uwagi', 'Co w tej wiadomości było nietypowe.'],
        uk: ['Зауваги', 'Що в цьому листі було незвичним.'],
      },
      { width: 200 },
    ),
    message_id: bridge(
      {
        en: ['Message-ID', 'For the program: the Message-ID header of the mail.'],
        pl: ['Message-ID', 'Dla programu: nagłówek Message-ID wiadomości.'],
        uk: ['Message-ID', 'Для програми: заголовок Message-ID листа.'],
      },
      { hidden: true },
    ),
    original: bridge(
      {
        en: ['Original', 'For the program: where the original mail is stored.'],
        pl: ['Oryginał', 'Dla programu: gdzie przechowano oryginał wiadomości.'],
        uk: ['Оригінал', 'Для програми: де зберігається оригінал листа.'],
      },
      { hidden: true },
    ),
  },
};

export const outbox: TabSpec<'outbox'> = {
  title: { en: 'Outbox', pl: 'Poczta wychodząca', uk: 'Вихідна пошта' },
  colour: TAB_COLOUR.mail,
  columns: {
    state: bridge(
      {
        en: ['State', 'Whether the mail is waiting, sent, deferred or failed.'],
        pl: ['Stan', 'Czy wiadomość czeka, wyszła, jest odłożona czy się nie udała.'],
        uk: ['Стан', 'Чи лист чекає, надісланий, відкладений чи не вдався.'],
      },
      { width: 120 },
    ),
    kind: script(
      {
        en: ['Kind', 'Why the mail is sent.'],
        pl: ['Rodzaj', 'Po co wysyłamy wiadomość.'],
        uk: ['Вид', 'Навіщо надсилаємо лист.'],
      },
      { width: 130 },
    ),
    ticket_id: script(
      {
        en: ['Ticket', 'The ticket that is answered.'],
        pl: ['Zgłoszenie', 'Zgłoszenie, na które odpowiadamy.'],
        uk: ['Звернення', 'Звернення, на яке відповідаємо.'],
      },
      { width: 90 },
    ),
    session_id: script(
      {
        en: ['Session', 'The session that the reminder is about.'],
        pl: ['Zajęcia', 'Zajęcia, których dotyczy przypomnienie.'],
        uk: ['Заняття', 'Заняття, про яке нагадуємо.'],
      },
      { width: 110 },
    ),
    to: script(
      {
        en: ['To', 'Address to which the mail goes.'],
        pl: ['Do', 'Adres, na który idzie wiadomość.'],
        uk: ['Кому', 'Адреса, на яку йде лист.'],
      },
      { width: 200 },
    ),
    subject: script(
      {
        en: ['Subject', 'Subject of the mail.'],
        pl: ['Temat', 'Temat wiadomości.'],
        uk: ['Тема', 'Тема листа.'],
      },
      { width: 260 },
    ),
    body: script(
      {
        en: ['Text', 'Text of the mail.'],
        pl: ['Treść', 'Treść wiadomości.'],
        uk: ['Текст', 'Текст листа.'],
      },
      { width: 360 },
    ),
    language: script(
      {
        en: ['Language', 'Language of the mail.'],
        pl: ['Język', 'Język wiadomości.'],
        uk: ['Мова', 'Мова листа.'],
      },
      { width: 100 },
    ),
    template: script(
      {
        en: ['Template', 'The template from which the mail was made.'],
        pl: ['Szablon', 'Szablon, z którego powstała wiadomość.'],
        uk: ['Шаблон', 'Шаблон, з якого створено лист.'],
      },
      { width: 150 },
    ),
    created_at: script(
      {
        en: ['Planned', 'When the mail was put into the outbox.'],
        pl: ['Zaplanowana', 'Kiedy wiadomość trafiła do wysyłki.'],
        uk: ['Заплановано', 'Коли лист поставлено в чергу.'],
      },
      { width: 135 },
    ),
    created_by: script(
      {
        en: ['By', 'Who asked for the mail: a colleague or a rule.'],
        pl: ['Kto zlecił', 'Kto zlecił wiadomość: osoba czy reguła.'],
        uk: ['Хто створив', 'Хто замовив лист: колега чи правило.'],
      },
      { width: 150 },
    ),
    not_before: script(
      {
        en: ['Not before', 'The mail does not leave before this time.'],
        pl: ['Nie wcześniej niż', 'Przed tą chwilą wiadomość nie wyjdzie.'],
        uk: ['Не раніше', 'Раніше цього часу лист не піде.'],
      },
      { width: 135 },
    ),
    not_after: script(
      {
        en: ['Not after', 'After this time the mail makes no sense and is not sent.'],
        pl: ['Nie później niż', 'Po tej chwili wiadomość nie ma sensu i nie wyjdzie.'],
        uk: ['Не пізніше', 'Після цього часу лист уже не має сенсу й не піде.'],
      },
      { width: 135 },
    ),
    sent_at: bridge(
      {
        en: ['Sent', 'When the mail server took the mail.'],
        pl: ['Wysłana', 'Kiedy serwer poczty przyjął wiadomość.'],
        uk: ['Надіслано', 'Коли поштовий сервер прийняв лист.'],
      },
      { width: 135 },
    ),
    attempts: bridge(
      {
        en: ['Attempts', 'How many times sending was tried.'],
        pl: ['Próby', 'Ile razy próbowano wysłać.'],
        uk: ['Спроби', 'Скільки разів пробували надіслати.'],
      },
      { width: 80, align: 'CENTER' },
    ),
    answer: bridge(
      {
        en: ['Server said', 'The last answer of the mail server.'],
        pl: ['Odpowiedź serwera', 'Ostatnia odpowiedź serwera poczty.'],
        uk: ['Відповідь сервера', 'Остання відповідь поштового сервера.'],
      },
      { width: 220 },
    ),
    cc: bridge(
      {
        en: ['Copy to', 'Who else gets the mail.'],
        pl: ['Kopia do', 'Kto jeszcze dostaje tę wiadomość.'],
        uk: ['Копія', 'Хто ще отримує цей лист.'],
      },
      { width: 160 },
    ),
    attachments: bridge(
      {
        en: ['Attachments', 'Names of the attached files.'],
        pl: ['Załączniki', 'Nazwy załączonych plików.'],
        uk: ['Вкладення', 'Назви вкладених файлів.'],
      },
      { width: 160 },
    ),
    covers: bridge(
      {
        en: [
          'Also stands for',
          'For the program: other reminders of this person that this one mail stands for.',
        ],
        pl: ['Zastępuje też', 'Dla programu: inne przypomnienia tej osoby, które zastępuje ten jeden list.'],
        uk: ['Замінює також', 'Для програми: інші нагадування цій людині, які замінює цей один лист.'],
      },
      { hidden: true },
    ),
    key: script(
      {
        en: ['Key', 'For the program: the same mail is never sent twice under one key.'],
        pl: ['Klucz', 'Dla programu: pod jednym kluczem wiadomość wychodzi tylko raz.'],
        uk: ['Ключ', 'Для програми: за одним ключем лист надсилається лише раз.'],
      },
      { hidden: true },
    ),
    message_id: bridge(
      {
        en: ['Message-ID', 'For the program: the Message-ID header of the mail.'],
        pl: ['Message-ID', 'Dla programu: nagłówek Message-ID wiadomości.'],
        uk: ['Message-ID', 'Для програми: заголовок Message-ID листа.'],
      },
      { hidden: true },
    ),
  },
};

export const intake: TabSpec<'intake'> = {
  title: { en: 'Intake', pl: 'Odbiór poczty', uk: 'Надходження пошти' },
  colour: TAB_COLOUR.machine,
  columns: {
    day: bridge(
      {
        en: ['Day', 'Day on which the mails came.'],
        pl: ['Dzień', 'Dzień, w którym przyszła poczta.'],
        uk: ['День', 'День, коли надійшла пошта.'],
      },
      { width: 105 },
    ),
    mailbox: bridge(
      {
        en: [
          'In the mailbox',
          'How many mails the mailbox received that day, and how many answers were sent from it past Rowdesk.',
        ],
        pl: [
          'W skrzynce',
          'Ile wiadomości przyszło tego dnia do skrzynki i ile odpowiedzi wysłano z niej z pominięciem Rowdesk.',
        ],
        uk: [
          'У скриньці',
          'Скільки листів надійшло того дня до скриньки і скільки відповідей надіслано з неї повз Rowdesk.',
        ],
      },
      { width: 115 },
    ),
    new_ticket: bridge(
      {
        en: ['New tickets', 'Mails that opened a ticket.'],
        pl: ['Nowe zgłoszenia', 'Wiadomości, które otworzyły zgłoszenie.'],
        uk: ['Нові звернення', 'Листи, що відкрили звернення.'],
      },
      { width: 115 },
    ),
    reply: bridge(
      {
        en: ['Replies', 'Mails of participants added to their tickets.'],
        pl: ['Odpowiedzi', 'Wiadomości uczestników dodane do ich zgłoszeń.'],
        uk: ['Відповіді', 'Листи учасників, додані до їхніх звернень.'],
      },
      { width: 105 },
    ),
    agent_reply: bridge(
      {
        en: ['Team replies', 'Answers that colleagues wrote from their own mail.'],
        pl: ['Odpowiedzi zespołu', 'Odpowiedzi, które zespół napisał ze swojej poczty.'],
        uk: ['Відповіді команди', 'Відповіді, які колеги написали зі своєї пошти.'],
      },
      { width: 115 },
    ),
    bounce: bridge(
      {
        en: ['Bounces', 'Mails that say that ours was not delivered.'],
        pl: ['Zwroty', 'Wiadomości o tym, że nasza nie dotarła.'],
        uk: ['Повернення', 'Листи про те, що наш лист не доставлено.'],
      },
      { width: 105 },
    ),
    automatic: bridge(
      {
        en: ['Automatic', 'Out-of-office notes and other mail from machines.'],
        pl: ['Automatyczne', 'Autorespondery i inna poczta od automatów.'],
        uk: ['Автоматичні', 'Автовідповіді та інші листи від автоматів.'],
      },
      { width: 115 },
    ),
    loop_stopped: bridge(
      {
        en: ['Loops stopped', 'Mails that would have gone round in circles.'],
        pl: ['Zatrzymane pętle', 'Wiadomości, które krążyłyby w kółko.'],
        uk: ['Зупинені петлі', 'Листи, що ходили б по колу.'],
      },
      { width: 115 },
    ),
    duplicate: bridge(
      {
        en: ['Duplicates', 'The same mail received again.'],
        pl: ['Powtórzone', 'Ta sama wiadomość odebrana ponownie.'],
        uk: ['Повтори', 'Той самий лист, отриманий ще раз.'],
      },
      { width: 105 },
    ),
    quarantined: bridge(
      {
        en: ['Set aside', 'Mails that could not be read safely. They are kept; see Problems.'],
        pl: [
          'Odłożone na bok',
          'Wiadomości, których nie dało się bezpiecznie odczytać. Są zachowane; zob. Problemy.',
        ],
        uk: ['У карантині', 'Листи, які не вдалося безпечно прочитати. Їх збережено; див. «Проблеми».'],
      },
      { width: 115 },
    ),
    difference: bridge(
      {
        en: ['Difference', 'Mailbox minus all outcomes. It should be 0.'],
        pl: ['Różnica', 'Skrzynka minus wszystkie wyniki. Powinno być 0.'],
        uk: ['Різниця', 'Скринька мінус усі результати. Має бути 0.'],
      },
      { width: 95 },
    ),
  },
};
