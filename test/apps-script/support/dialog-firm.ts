/** A week of a training firm, for the dialogs that look ahead: sessions, people who want this and that, mails that went out. */
import type { Language } from '../../../core/language';
import { reminderKey } from '../../../core/session/reminder-key';
import { at, type Desk } from './desk';

interface Names {
  readonly excel: string;
  readonly remote: string;
  readonly client: string;
  readonly people: readonly (readonly [name: string, email: string])[];
}

const NAMES: Readonly<Record<Language, Names>> = {
  en: {
    excel: 'Excel for beginners',
    remote: 'Leading remote meetings',
    client: 'Nordlicht Logistics',
    people: [
      ['Priya Natarajan', 'priya@client.example'],
      ['Tom Baker', 'tom@client.example'],
      ['Olena Kovalenko', 'olena@client.example'],
      ['Jan Kowal', 'jan@client.example'],
      ['Ines Ferreira', 'ines@client.example'],
      ['Samuel Osei', 'samuel@client.example'],
    ],
  },
  pl: {
    excel: 'Excel od podstaw',
    remote: 'Prowadzenie spotkań zdalnych',
    client: 'Nordlicht Logistics',
    people: [
      ['Katarzyna Wiśniewska', 'katarzyna@klient.example'],
      ['Tomasz Nowak', 'tomasz@klient.example'],
      ['Олена Коваленко', 'olena@klient.example'],
      ['Jan Kowal', 'jan@klient.example'],
      ['Agnieszka Dąbrowska', 'agnieszka@klient.example'],
      ['Piotr Zając', 'piotr@klient.example'],
    ],
  },
  uk: {
    excel: 'Excel для початківців',
    remote: 'Як вести дистанційні зустрічі',
    client: 'Nordlicht Logistics',
    people: [
      ['Оксана Мельничук', 'oksana@klient.example'],
      ['Тарас Бондар', 'taras@klient.example'],
      ['Олена Коваленко', 'olena@klient.example'],
      ['Іван Шевчук', 'ivan@klient.example'],
      ['Ганна Лисенко', 'hanna@klient.example'],
      ['Петро Заєць', 'petro@klient.example'],
    ],
  },
};

export const EXCEL = 'S-EXCEL';
export const REMOTE = 'S-REMOTE';
/** Monday, 10:00 in Warsaw, is when the desk's clock stands: the sessions are on Wednesday and on Friday. */
const EXCEL_START = at('2026-11-25T09:00:00Z');
const REMOTE_START = at('2026-11-27T12:00:00Z');

export function furnishWeek(desk: Desk, language: Language): Names {
  const names = NAMES[language];
  desk.append('team', [
    { email: 'anna@firma.example', name: 'Anna Zielińska', role: 'support', active: true },
    { email: 'pavlo@firma.example', name: 'Pavlo Hrytsenko', role: 'trainer', active: true },
  ]);
  desk.append('sessions', [
    {
      id: EXCEL,
      course: names.excel,
      client: names.client,
      starts_at: EXCEL_START,
      ends_at: at('2026-11-25T11:00:00Z'),
      zone: 'Europe/Warsaw',
      trainer: 'Pavlo Hrytsenko',
      link: 'https://meet.example.com/excel',
      materials: 'https://files.example.com/excel',
      audience: 'novice',
      language,
      state: 'planned',
    },
    {
      id: REMOTE,
      course: names.remote,
      client: names.client,
      starts_at: REMOTE_START,
      ends_at: at('2026-11-27T14:00:00Z'),
      zone: 'Europe/Warsaw',
      place: 'ul. Długa 5, sala 3',
      language,
      state: 'planned',
    },
  ]);
  const [first, second, third, fourth, fifth, sixth] = names.people.map(([name, email]) => ({
    name,
    email,
    state: 'active' as const,
  }));
  desk.append('participants', [
    { ...first, session_id: EXCEL, language },
    { ...second, session_id: EXCEL, language, reminders: 'no' },
    { ...third, session_id: EXCEL, language: 'uk' },
    { ...fourth, session_id: EXCEL, language, needs: 'screen reader' },
    { ...fifth, session_id: EXCEL, language, state: 'left' },
    { ...sixth, session_id: EXCEL, language },
    { ...first, session_id: REMOTE, language },
    { ...third, session_id: REMOTE, language: 'uk', audience: 'experienced' },
    { ...fourth, session_id: REMOTE, language },
    { ...fifth, session_id: REMOTE, language },
    { ...sixth, session_id: REMOTE, language },
  ]);
  const [, , , , [, bounced] = ['', ''], [, waiting] = ['', '']] = names.people;
  const mail = {
    kind: 'reminder',
    session_id: REMOTE,
    template: 'reminder_3d',
    language,
    created_at: at('2026-11-20T09:00:00Z'),
  };
  desk.append('outbox', [
    { ...mail, key: 'reminder:S-OLD:bounced:1d', to: bounced, state: 'bounced', sent_at: mail.created_at },
    {
      ...mail,
      key: reminderKey({ sessionId: EXCEL, email: waiting, step: '1d', startsAt: EXCEL_START }),
      session_id: EXCEL,
      template: 'reminder_1d',
      to: waiting,
      subject: `* ${names.excel}`,
      state: 'queued',
      created_at: at('2026-11-23T08:59:00Z'),
      not_before: at('2026-11-24T09:00:00Z'),
      not_after: EXCEL_START,
    },
  ]);
  desk.append('checkpoints', [
    {
      id: 'login',
      moment: '-1 d',
      condition: { en: 'logged in', pl: 'zalogowanie', uk: 'вхід' }[language],
      template: 'checkpoint_login',
      enabled: true,
    },
  ]);
  desk.append('activity', [
    {
      at: at('2026-11-22T09:00:00Z'),
      email: names.people[0]?.[1] ?? '',
      session_id: EXCEL,
      what: 'logged in',
    },
  ]);
  return names;
}
