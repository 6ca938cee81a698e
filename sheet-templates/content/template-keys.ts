import type { Localized } from '../../core/language';

export const TEMPLATE_KEYS = [
  'acknowledgement',
  'acknowledgement_out_of_hours',
  'reply',
  'resolved',
  'waiting_nudge',
  'no_answer',
  'reminder_3d',
  'reminder_1d',
  'reminder_2h',
  'session_changed',
  'session_cancelled',
  'calm',
  'clarify',
  'reconcile',
  'alert_due_soon',
  'alert_overdue',
  'alert_several',
  'support_block',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** Templates with wordings of their own for some audience; everybody else gets the one for anyone. */
export const VARIANT_KEYS = ['reply.novice', 'reminder_1d.novice', 'reminder_1d.experienced'] as const;
export type VariantKey = (typeof VARIANT_KEYS)[number];

export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

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
    pl: 'Wysyłany, gdy uznajemy zgłoszenie za rozwiązane, bo uczestnik nie odpowiedział. Po ilu dniach, mówi karta Ustawienia.',
    uk: 'Надсилається, коли вважаємо звернення вирішеним, бо учасник не відповів. Через скільки днів — на вкладці «Налаштування».',
  },
  reminder_3d: {
    en: 'Three days before a session: logistics and preparation.',
    pl: 'Trzy dni przed zajęciami: organizacja i przygotowanie.',
    uk: 'За три дні до заняття: організація й підготовка.',
  },
  reminder_1d: {
    en: 'The day before a session: a short technical check.',
    pl: 'Dzień przed zajęciami: krótkie sprawdzenie techniki.',
    uk: 'За день до заняття: коротка перевірка техніки.',
  },
  reminder_2h: {
    en: 'Two hours before a session: the link and where to get help at once.',
    pl: 'Dwie godziny przed zajęciami: link i szybka pomoc.',
    uk: 'За дві години до заняття: посилання і швидка допомога.',
  },
  session_changed: {
    en: 'Sent when the time, place or link of a session has changed.',
    pl: 'Wysyłany, gdy zmienił się termin, miejsce lub link zajęć.',
    uk: 'Надсилається, коли змінився час, місце чи посилання заняття.',
  },
  session_cancelled: {
    en: 'Sent when a session is cancelled.',
    pl: 'Wysyłany, gdy zajęcia są odwołane.',
    uk: 'Надсилається, коли заняття скасовано.',
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
  support_block: {
    en: 'Stands at the end of every mail, in place of {{ support }}.',
    pl: 'Stoi na końcu każdego listu, w miejscu {{ support }}.',
    uk: 'Стоїть наприкінці кожного листа, на місці {{ support }}.',
  },
};
