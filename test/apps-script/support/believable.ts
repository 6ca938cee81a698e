/** A small firm with one conversation worth reading, in each of the three languages. */
import type { Language } from '../../../core/language';
import { at, type Desk, newTicket } from './desk';

export interface Story {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly course: string;
  readonly question: string;
  readonly quoted: string;
  readonly answer: string;
  readonly again: string;
  readonly note: string;
  readonly file: string;
}

const STORIES: Readonly<Record<Language, Story>> = {
  en: {
    subject: 'The microphone is silent in the practice room',
    name: 'Priya Natarajan',
    email: 'priya.natarajan@client.example',
    course: 'Leading remote meetings',
    question:
      'Good morning,\n\nmy microphone worked in the test call, but in the practice room nobody hears me. The session starts in an hour and a half. What should I do?',
    quoted:
      'On Fri, 20 Nov 2026 at 15:02, Support wrote:\n> Please check your microphone before the session.',
    answer:
      'Hello Priya,\n\nplease click the padlock in front of the address and allow the microphone, then reload the page.',
    again: 'Thank you! It shows a green bar now, but they still hear me very faintly.',
    note: 'She uses the company headset; their IT blocks the driver. Pavlo knows the way round.',
    file: 'screenshot.png',
  },
  pl: {
    subject: 'Nie działa mikrofon w sali ćwiczeń',
    name: 'Katarzyna Wiśniewska',
    email: 'k.wisniewska@klient.example',
    course: 'Prowadzenie spotkań zdalnych',
    question:
      'Dzień dobry,\n\nna próbie mikrofon działał, a w sali ćwiczeń nikt mnie nie słyszy. Zajęcia zaczynają się za półtorej godziny. Co mam zrobić?',
    quoted: 'W dniu 20.11.2026 o 15:02 Wsparcie napisało:\n> Przed zajęciami prosimy sprawdzić mikrofon.',
    answer:
      'Dzień dobry,\n\nproszę kliknąć kłódkę przed adresem strony, zezwolić na mikrofon i odświeżyć stronę.',
    again: 'Dziękuję! Pasek jest już zielony, ale nadal słychać mnie bardzo cicho.',
    note: 'Korzysta ze słuchawek firmowych, ich dział IT blokuje sterownik. Pavlo wie, jak to obejść.',
    file: 'zrzut ekranu.png',
  },
  uk: {
    subject: 'У навчальній кімнаті не працює мікрофон',
    name: 'Оксана Мельничук',
    email: 'o.melnychuk@klient.example',
    course: 'Як вести дистанційні зустрічі',
    question:
      'Доброго ранку!\n\nПід час пробного дзвінка мікрофон працював, а в навчальній кімнаті мене ніхто не чує. Заняття починається за півтори години. Що мені робити?',
    quoted: '20.11.2026 о 15:02 Підтримка пише:\n> Перед заняттям перевірте, будь ласка, мікрофон.',
    answer:
      'Доброго ранку!\n\nНатисніть, будь ласка, на замок перед адресою сторінки, дозвольте мікрофон і оновіть сторінку.',
    again: 'Дякую! Смужка вже зелена, але мене й досі чути дуже тихо.',
    note: 'Користується службовою гарнітурою, їхній ІТ-відділ блокує драйвер. Павло знає, як це обійти.',
    file: 'знімок екрана.png',
  },
};

export const STORY_TICKET = 'T-7K3Q9';

export function tellStory(desk: Desk, language: Language): Story {
  const story = STORIES[language];
  desk.append('sessions', [
    {
      id: 'S-1',
      course: story.course,
      client: 'Nordlicht Logistics',
      starts_at: at('2026-11-23T10:30:00Z'),
      ends_at: at('2026-11-23T12:30:00Z'),
      zone: 'Europe/Warsaw',
      trainer: 'Pavlo Hrytsenko',
      language,
      state: 'planned',
    },
  ]);
  desk.append('participants', [
    {
      session_id: 'S-1',
      name: story.name,
      email: story.email,
      language,
      audience: 'novice',
      state: 'active',
    },
  ]);
  desk.append('team', [
    { email: 'anna@firma.example', name: 'Anna Zielińska', role: 'support', active: true },
  ]);
  desk.append('tickets', [
    newTicket('T-2M8FD', {
      subject: story.again,
      requester_name: 'Tomasz Nowak',
      requester_email: 'tomasz@klient.example',
    }),
    newTicket(STORY_TICKET, {
      status: 'open',
      priority: 'high',
      subject: story.subject,
      requester_name: story.name,
      requester_email: story.email,
      language,
      created_at: at('2026-11-23T08:21:00Z'),
      last_inbound_at: at('2026-11-23T08:52:00Z'),
      first_answer_at: at('2026-11-23T08:34:00Z'),
      last_outbound_at: at('2026-11-23T08:34:00Z'),
      message_count: 3,
    }),
  ]);
  const mail = { ticket_id: STORY_TICKET, subject: story.subject, language, class: 'human' };
  desk.append('messages', [
    {
      ...mail,
      id: 'm1',
      at: at('2026-11-23T08:21:00Z'),
      direction: 'in',
      from: `${story.name} <${story.email}>`,
      text: story.question,
      full_text: `${story.question}\n\n${story.quoted}`,
      attachments: [story.file],
    },
    {
      ...mail,
      id: 'm2',
      at: at('2026-11-23T08:34:00Z'),
      direction: 'out',
      from: 'Anna Zielińska',
      text: story.answer,
    },
    {
      ...mail,
      id: 'm3',
      at: at('2026-11-23T08:40:00Z'),
      direction: 'note',
      from: 'anna@firma.example',
      text: story.note,
    },
    {
      ...mail,
      id: 'm4',
      at: at('2026-11-23T08:52:00Z'),
      direction: 'in',
      from: `${story.name} <${story.email}>`,
      text: story.again,
    },
  ]);
  desk.host.run('tick');
  return story;
}

/** What surrounds a conversation in a firm that has worked for a while: colleagues, sessions to come, older tickets. */
export function furnishFirm(desk: Desk, story: Story): void {
  const colleague = { active: true, languages: ['en', 'pl', 'uk'] };
  desk.append('team', [
    { ...colleague, email: 'pavlo@firma.example', name: 'Pavlo Hrytsenko', role: 'trainer' },
    { ...colleague, email: 'maria@firma.example', name: 'Maria Sokół', role: 'manager' },
    { ...colleague, email: 'jan@firma.example', name: 'Jan Dąb', role: 'admin' },
  ]);
  desk.append('sessions', [
    { id: 'S-2', course: story.course, starts_at: at('2026-11-30T09:00:00Z'), state: 'planned' },
  ]);
  desk.append('participants', [{ session_id: 'S-2', name: story.name, email: story.email, state: 'active' }]);
  const person = { requester_name: story.name, requester_email: story.email };
  desk.append('tickets', [
    newTicket('T-4X9PB', {
      ...person,
      status: 'closed',
      subject: story.file,
      created_at: at('2026-10-02T09:00:00Z'),
    }),
    newTicket('T-8C2HM', { ...person, subject: story.course, created_at: at('2026-11-20T09:00:00Z') }),
  ]);
  desk.host.run('tick');
}
