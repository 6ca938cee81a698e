/** Nudges to those who have not yet done what a session needs, in Ukrainian. */
import type { TemplateKey, TemplateText } from '../template-keys';
import { whenSet } from './liquid';
import { REMINDER_FROM_FIRM } from './parts-uk';

const SESSION = `Курс: {{ session.course }}
Коли: {{ session.starts }}`;

const DONE_ALREADY =
  'Усе вже зроблено? Тоді все гаразд, відповідати не треба: дані з платформи доходять до нас із затримкою.';

export const checkpointsUk = {
  checkpoint: {
    subject: 'Ще потрібно зробити: {{ session.course }}',
    body: `Добрий день!

Щоб заняття пройшло добре, лишилося зробити ще одну річ.

${SESSION}
Ще не зроблено: {{ checkpoint.missing }}${whenSet('session.deadline', 'Термін виконання завдань: {{ session.deadline }}')}${whenSet(
      'session.link',
      'Посилання: {{ session.link }}',
    )}

Якщо щось стає на заваді, відпишіть на цей лист і розкажіть, що саме. Ми допоможемо.
${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
  checkpoint_login: {
    subject: 'Вхід на платформу перед заняттям: {{ session.course }}',
    body: `Добрий день!

Схоже, ви ще не входили на платформу. Спробуйте, будь ласка, уже зараз: якщо щось не спрацює, ми встигнемо допомогти.

${SESSION}${whenSet('session.link', 'Увійти тут: {{ session.link }}')}

Якщо ввійти не вдається:
1. Перевірте, чи вказуєте ту адресу, на яку надійшов цей лист.
2. Пошукайте на сторінці входу напис «Забули пароль?». Лист для зміни пароля міг потрапити до спаму.
3. Якщо й це не допоможе, відпишіть на цей лист і розкажіть, що бачите на екрані. Ніколи не надсилайте нам пароля.

${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
  checkpoint_materials: {
    subject: 'Матеріали до заняття: {{ session.course }}',
    body: `Добрий день!

Схоже, ви ще не відкривали матеріалів до заняття. Зазирніть до них заздалегідь: буде легше стежити за заняттям і лишиться більше часу на ваші запитання.

${SESSION}${whenSet('session.materials', 'Матеріали: {{ session.materials }}')}${whenSet(
  'session.deadline',
  'Термін виконання завдань: {{ session.deadline }}',
)}

Якщо обмаль часу, прочитайте початок і запишіть одне запитання. Якщо матеріали не відкриваються, відпишіть на цей лист і розкажіть, що бачите на екрані.
${DONE_ALREADY}

${REMINDER_FROM_FIRM}`,
  },
} satisfies Partial<Record<TemplateKey, TemplateText>>;
