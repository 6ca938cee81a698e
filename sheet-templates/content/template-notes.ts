/** What the team reads beside each starter template. */
import type { Localized } from '../../core/language';
import type { TemplateKey } from './template-keys';

export const TEMPLATE_NOTES: Readonly<Record<TemplateKey, Localized>> = {
  acknowledgement: {
    en: 'Sent once for each new ticket in working hours. It repeats nothing that the sender wrote, so nobody can send their text through us.',
    pl: 'Wysyłany raz do każdego nowego zgłoszenia w godzinach pracy. Nie powtarza niczego, co napisał nadawca, żeby nikt nie rozsyłał przez nas swoich treści.',
    uk: 'Надсилається раз на кожне нове звернення в робочі години. Не повторює нічого з написаного відправником, щоб ніхто не розсилав через нас своїх текстів.',
  },
  acknowledgement_out_of_hours: {
    en: 'As above, outside working hours: says what to do meanwhile.',
    pl: 'Jak wyżej, poza godzinami pracy: mówi, co zrobić tymczasem.',
    uk: 'Те саме поза робочими годинами: каже, що робити тим часом.',
  },
  reply: {
    en: 'Frame around every answer. Begin your answer with a greeting of your own.',
    pl: 'Ramka każdej odpowiedzi. Zacznij odpowiedź własnym powitaniem.',
    uk: 'Рамка кожної відповіді. Почніть відповідь власним вітанням.',
  },
  resolved: {
    en: 'Sent when a ticket is resolved.',
    pl: 'Wysyłany, gdy zgłoszenie jest rozwiązane.',
    uk: 'Надсилається, коли звернення вирішено.',
  },
  waiting_nudge: {
    en: 'Sent when a participant has not answered our question for a while.',
    pl: 'Wysyłany, gdy uczestnik dłużej nie odpowiada na nasze pytanie.',
    uk: 'Надсилається, коли учасник довго не відповідає на наше запитання.',
  },
  no_answer: {
    en: 'Sent when a ticket counts as resolved because the participant did not answer. The Settings tab says after how many days.',
    pl: 'Wysyłany, gdy uznajemy zgłoszenie za rozwiązane, bo uczestnik nie odpowiedział. Po ilu dniach: na karcie Ustawienia.',
    uk: 'Надсилається, коли вважаємо звернення вирішеним, бо учасник не відповів. Через скільки днів — на вкладці «Налаштування».',
  },
  reminder_3d: {
    en: 'Some days before a session: logistics and preparation. Do not write “in three days”: people who join late get it later.',
    pl: 'Kilka dni przed zajęciami: organizacja i przygotowanie. Nie pisz „za trzy dni”: kto dołączył później, dostaje ten list później.',
    uk: 'За кілька днів до заняття: організація й підготовка. Не пишіть «за три дні»: хто долучився пізніше, отримує лист пізніше.',
  },
  reminder_1d: {
    en: 'About a day before a session: a short technical check, or the way there. Do not write “tomorrow”: it may be read the same day.',
    pl: 'Mniej więcej dzień przed zajęciami: krótkie sprawdzenie techniki albo dojazdu. Nie pisz „jutro”: list może przyjść tego samego dnia.',
    uk: 'Приблизно за день до заняття: коротка перевірка техніки або дороги. Не пишіть «завтра»: лист можуть прочитати того самого дня.',
  },
  reminder_2h: {
    en: 'Two hours before a session: the link and where to get help at once.',
    pl: 'Dwie godziny przed zajęciami: link i szybka pomoc.',
    uk: 'За дві години до заняття: посилання і швидка допомога.',
  },
  reminder_started: {
    en: 'Shortly after the start, to those who have not joined yet. Off until you switch it on on the Reminders tab.',
    pl: 'Krótko po początku, do osób, które jeszcze nie dołączyły. Wyłączony, dopóki nie włączysz go na karcie Przypomnienia.',
    uk: 'Невдовзі після початку тим, хто ще не приєднався. Вимкнено, доки не ввімкнете на вкладці «Нагадування».',
  },
  reminder_after: {
    en: 'After a session: what to keep from it, and the survey where the Settings tab names one. Off until you switch it on.',
    pl: 'Po zajęciach: co po nich zostaje, a także ankieta, jeśli podano ją na karcie Ustawienia. Wyłączony, dopóki go nie włączysz.',
    uk: 'Після заняття: що від нього лишається, а також опитування, якщо його вказано на вкладці «Налаштування». Вимкнено, доки не ввімкнете.',
  },
  reminder_several: {
    en: 'In place of several reminders to one person on one day. {{ session.list }} gives each session a line.',
    pl: 'Zamiast kilku przypomnień do jednej osoby tego samego dnia. {{ session.list }} podaje każde zajęcia w osobnym wierszu.',
    uk: 'Замість кількох нагадувань одній людині того самого дня. {{ session.list }} подає кожне заняття окремим рядком.',
  },
  session_changed: {
    en: 'Sent to those who were told otherwise, when the time, place or link of a session changes. {{ session.changes }} says what was and what is.',
    pl: 'Wysyłany do osób, które wiedziały co innego, gdy zmieni się termin, miejsce lub link zajęć. {{ session.changes }} mówi, co było i co jest.',
    uk: 'Надсилається тим, хто знав інше, коли змінюється час, місце чи посилання заняття. {{ session.changes }} каже, що було і що стало.',
  },
  session_cancelled: {
    en: 'Sent when a session is cancelled.',
    pl: 'Wysyłany, gdy zajęcia są odwołane.',
    uk: 'Надсилається, коли заняття скасовано.',
  },
  stop_confirmed: {
    en: 'Sent to somebody who wants no more reminders. Changes and cancellations are told all the same.',
    pl: 'Wysyłany do osoby, która nie chce już przypomnień. O zmianach i odwołaniach i tak powiadamiamy.',
    uk: 'Надсилається тому, хто більше не хоче нагадувань. Про зміни та скасування все одно повідомляємо.',
  },
  checkpoint: {
    en: 'For checkpoints of your own, about anything that a participant has not done yet: {{ checkpoint.missing }} names it.',
    pl: 'Do własnych punktów kontrolnych, o czymkolwiek, czego uczestnik jeszcze nie zrobił: {{ checkpoint.missing }} to nazywa.',
    uk: 'Для власних контрольних точок: про будь-що, чого учасник іще не зробив. {{ checkpoint.missing }} це називає.',
  },
  checkpoint_login: {
    en: 'To those who have not logged in by the moment that the Checkpoints tab sets.',
    pl: 'Do osób, które nie zalogowały się do chwili podanej na karcie Punkty kontrolne.',
    uk: 'Тим, хто не ввійшов до моменту, вказаного на вкладці «Контрольні точки».',
  },
  checkpoint_materials: {
    en: 'To those who have not opened the materials by the moment that the Checkpoints tab sets.',
    pl: 'Do osób, które nie otworzyły materiałów do chwili podanej na karcie Punkty kontrolne.',
    uk: 'Тим, хто не відкрив матеріалів до моменту, вказаного на вкладці «Контрольні точки».',
  },
  follow_up_ticket: {
    en: 'Text of the ticket for the trainer about those who did not react to a checkpoint’s mail. It is not sent to participants.',
    pl: 'Treść zgłoszenia dla osoby prowadzącej o tych, którzy nie zareagowali na list z punktu kontrolnego. Nie idzie do uczestników.',
    uk: 'Текст звернення для тренера про тих, хто не відгукнувся на лист контрольної точки. Учасникам не надсилається.',
  },
  calm: {
    en: 'For an upset participant: name the trouble, take it over, say the next step. Put the step into your answer.',
    pl: 'Dla zdenerwowanego uczestnika: nazwij kłopot, przejmij go, podaj następny krok. Krok wpisz w odpowiedzi.',
    uk: 'Для засмученого учасника: назвіть проблему, візьміть її на себе, скажіть наступний крок. Крок впишіть у відповідь.',
  },
  clarify: {
    en: 'When we are not sure what is meant. Put one to three short questions into your answer.',
    pl: 'Gdy nie mamy pewności, o co chodzi. W odpowiedzi zadaj od jednego do trzech krótkich pytań.',
    uk: 'Коли ми не певні, про що йдеться. У відповіді поставте одне–три короткі запитання.',
  },
  reconcile: {
    en: 'After a mistake of ours: own it, say what we offer. Put the offer into your answer.',
    pl: 'Po naszym błędzie: przyznaj go i zaproponuj rozwiązanie. Propozycję wpisz w odpowiedzi.',
    uk: 'Після нашої помилки: визнайте її і запропонуйте рішення. Пропозицію впишіть у відповідь.',
  },
  alert_due_soon: {
    en: 'To a colleague: a promised time will soon be up. When and to whom is on the Escalations tab.',
    pl: 'Do osoby z zespołu: zbliża się obiecany termin. Kiedy i do kogo, mówi karta Eskalacje.',
    uk: 'Колезі: наближається обіцяний термін. Коли й кому — на вкладці «Ескалації».',
  },
  alert_overdue: {
    en: 'To a colleague: a promised time is up. When and to whom is on the Escalations tab.',
    pl: 'Do osoby z zespołu: obiecany termin minął. Kiedy i do kogo, mówi karta Eskalacje.',
    uk: 'Колезі: обіцяний термін минув. Коли й кому — на вкладці «Ескалації».',
  },
  alert_several: {
    en: 'To a colleague, in place of many alerts at once: every ticket in a line.',
    pl: 'Do osoby z zespołu, zamiast wielu alertów naraz: każde zgłoszenie w jednym wierszu.',
    uk: 'Колезі замість багатьох сигналів одразу: кожне звернення окремим рядком.',
  },
  alert_staffing: {
    en: 'To the managers: at a key moment fewer colleagues are on duty than will be needed.',
    pl: 'Do kierownictwa: w kluczowym momencie na dyżurze jest mniej osób, niż będzie potrzeba.',
    uk: 'Керівництву: у ключовий момент чергує менше людей, ніж буде потрібно.',
  },
  assignment: {
    en: 'To the colleague who has the ticket: the participant’s message, to be answered by mail. The first line marks where the answer ends; leave it at the top.',
    pl: 'Do osoby, która prowadzi zgłoszenie: wiadomość uczestnika, na którą można odpowiedzieć mailem. Pierwszy wiersz wyznacza koniec odpowiedzi: zostaw go na górze.',
    uk: 'Колезі, який веде звернення: лист учасника, на який можна відповісти поштою. Перший рядок позначає кінець відповіді: лишіть його вгорі.',
  },
  assignment_again: {
    en: 'As above, when the participant has written once more. Keep the subject, so that the mails stand together.',
    pl: 'Jak wyżej, gdy uczestnik napisał jeszcze raz. Zostaw ten sam temat, żeby wiadomości stały razem.',
    uk: 'Те саме, коли учасник написав іще раз. Лишіть ту саму тему, щоб листи стояли разом.',
  },
  substitute_asked: {
    en: 'As above, to the substitute of a colleague who is away. {{ desk.colleague }} says for whom.',
    pl: 'Jak wyżej, do zastępstwa osoby, której nie ma. {{ desk.colleague }} mówi, za kogo.',
    uk: 'Те саме тому, хто підміняє відсутнього колегу. {{ desk.colleague }} каже, кого саме.',
  },
  answer_held: {
    en: 'To a colleague whose answer waits, because somebody else has answered a moment before.',
    pl: 'Do osoby, której odpowiedź czeka, bo chwilę wcześniej odpowiedział ktoś inny.',
    uk: 'Колезі, чия відповідь чекає, бо за мить до того відповів хтось інший.',
  },
  commands_help: {
    en: 'To a colleague whose mail was not followed. {{ desk.help }} says why, {{ desk.legend }} lists the commands.',
    pl: 'Do osoby, której wiadomość nie poszła dalej. {{ desk.help }} mówi dlaczego, {{ desk.legend }} podaje polecenia.',
    uk: 'Колезі, чий лист не пішов далі. {{ desk.help }} каже чому, {{ desk.legend }} подає команди.',
  },
  command_refused: {
    en: 'To a colleague whose command could not be carried out. {{ desk.help }} says why.',
    pl: 'Do osoby, której polecenia nie dało się wykonać. {{ desk.help }} mówi dlaczego.',
    uk: 'Колезі, чию команду не вдалося виконати. {{ desk.help }} каже чому.',
  },
  mail_disbelieved: {
    en: 'To a colleague in whose name a mail came that we do not trust. Once for each ticket.',
    pl: 'Do osoby, w której imieniu przyszła wiadomość niebudząca zaufania. Raz do każdego zgłoszenia.',
    uk: 'Колезі, від чийого імені надійшов лист, якому ми не довіряємо. Раз щодо кожного звернення.',
  },
  confirm_address: {
    en: 'To a colleague: asks whether another address that wrote to us is theirs too. Once for each address.',
    pl: 'Do osoby z zespołu: pytanie, czy inny adres, z którego przyszła wiadomość, też należy do niej. Raz dla każdego adresu.',
    uk: 'Колезі: запитання, чи інша адреса, з якої надійшов лист, теж належить йому. Раз для кожної адреси.',
  },
  status_answer: {
    en: 'To a participant who writes with the subject “status”. {{ desk.list }} gives each request a line.',
    pl: 'Do uczestnika, który napisał z tematem „stan”. {{ desk.list }} podaje każde zgłoszenie w osobnym wierszu.',
    uk: 'Учасникові, який написав із темою «статус». {{ desk.list }} подає кожне звернення окремим рядком.',
  },
  support_block: {
    en: 'Stands at the end of every mail, in place of {{ support }}.',
    pl: 'Stoi na końcu każdego listu, w miejscu {{ support }}.',
    uk: 'Стоїть наприкінці кожного листа, на місці {{ support }}.',
  },
};
