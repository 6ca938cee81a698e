import { plural } from '../../core/time/plural';
import type { DemoWords } from './dictionary';

const REMINDERS: Readonly<Record<string, string>> = {
  reminder_3d: 'за три дні',
  reminder_1d: 'завтра',
  reminder_2h: 'за дві години',
};

const DUES = { first: 'перша відповідь', next: 'наступна відповідь', resolve: 'розв’язання' } as const;

export const uk: DemoWords = {
  title: 'Rowdesk',
  tagline: 'Служба підтримки в таблиці та поштовій скриньці. Тут ви граєте всі ролі.',
  language: 'Мова',
  panes: { people: 'Люди', sheet: 'Таблиця', firm: 'Годинник і план' },
  skip: 'Перейти до таблиці',
  people: {
    you: 'Ваша роль',
    participants: 'Учасники',
    trainers: 'Тренери',
    inbox: 'Пошта',
    write: 'Новий лист',
    empty: 'Листів ще немає. Напишіть у підтримку й подивіться, що станеться.',
    back: 'Усі листи',
    to: 'Кому',
    subject: 'Тема',
    text: 'Текст',
    send: 'Надіслати',
    sending: 'Надсилаю…',
    cancel: 'Скасувати',
    example: 'Вставити приклад',
    reply: 'Відповісти',
    replyText: 'Ваша відповідь',
    quote: 'Цитата',
    automatic: 'автоматичний',
    fresh: 'новий',
    sent: (to) => `Надіслано на адресу ${to}.`,
    unread: (count) => `${count} ${plural('uk', count, ['новий', 'нові', 'нових'])}`,
  },
  sheet: {
    title: 'Таблиця',
    asColleague: (name) => `Ви тут: ${name}, підтримка`,
    tickets: 'Звернення',
    dashboard: 'Огляд',
    open: 'Відкрити розмову',
    wide: 'Показати лише таблицю',
    openTitle: 'Відкриває бічну панель вибраного звернення',
    notReady: 'Таблиця ще відкривається. Спробуйте за мить.',
  },
  clock: {
    title: 'Час у фірмі',
    quarter: '+15 хв',
    hour: '+1 год',
    day: '+1 день',
    reminder: (when) => (when === null ? 'Нагадувань більше немає' : `До наступного нагадування: ${when}`),
    opening: 'Програю сьогоднішній ранок…',
    moving: 'Час минає…',
  },
  guide: {
    title: 'Шість кроків',
    done: (count, of) => `${count} з ${of}`,
    finished: 'Це вся історія. У фірмі все працює так само.',
    checked: 'зроблено',
    steps: {
      write: { title: 'Напишіть у підтримку', how: (person) => `«Новий лист» у цій скриньці: ${person}.` },
      arrive: {
        title: 'З’являється рядок',
        how: () => 'У таблиці є звернення, а відправник має підтвердження.',
      },
      answer: {
        title: 'Дайте відповідь із таблиці',
        how: () => 'Виберіть рядок, відкрийте розмову, напишіть і надішліть.',
      },
      receive: { title: 'Відповідь надходить', how: () => 'У скриньці вона в тій самій розмові.' },
      clock: {
        title: 'Пересуньте годинник',
        how: () => 'Надходять нагадування, а те, на що не відповіли, прострочується.',
      },
      dashboard: { title: 'Погляньте на огляд', how: () => 'Зведена таблиця й діаграма все рахують.' },
    },
  },
  news: {
    title: 'Що сталося',
    wrote: ({ who, subject }) => `${who} пише: «${subject}»`,
    ticket: ({ id, who }) => `${id} — новий рядок, від: ${who}`,
    acknowledged: ({ id, who }) => `${who} має підтвердження звернення ${id}`,
    answered: ({ id, who }) => `Відповідь на ${id} уже в скриньці: ${who}`,
    reminded: ({ template, course, count }) =>
      `Нагадування «${REMINDERS[template] ?? template}» для ${count} ${plural('uk', count, ['особи', 'осіб', 'осіб'])}: ${course}`,
    status: (id, label) => `${id} тепер має статус «${label}»`,
    atRisk: (id, due, time) =>
      due ? `${id}: часу обмаль, ${DUES[due.of]} до ${time}` : `${id}: часу обмаль`,
    late: (id, due, time) =>
      due ? `${id} прострочено: ${DUES[due.of]}, термін був ${time}` : `${id} прострочено`,
    moved: (time) => `Тепер ${time}`,
    unsent: ({ who, why }) => `Не вдалося надіслати лист, кому: ${who}. ${why}`,
    fault: (what) => `Щось не вдалося: ${what}`,
  },
  problem: {
    noSubject: 'Вкажіть тему листа.',
    noText: 'Спершу щось напишіть.',
    offline: 'Демо не відповідає. Чи воно ще працює в терміналі? Сторінка сама спробує ще раз.',
    refused: (why) => `Не вдалося. ${why}`,
    close: 'Закрити',
  },
};
