/** The invented people of the demo. */
import type { Language } from '../core/language';

interface DemoColleague {
  /** Before the @ of the firm's domain. */
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly substitute: string;
}

export const DEMO_TEAM: readonly DemoColleague[] = [
  {
    email: 'lena.wrona',
    name: 'Lena Wrona',
    role: 'support',
    languages: ['pl', 'en'],
    skills: ['login', 'link', 'sound_and_picture', 'recording'],
    substitute: 'Ewa Kalina',
  },
  {
    email: 'tomasz.brzoza',
    name: 'Tomasz Brzoza',
    role: 'trainer',
    languages: ['pl', 'en'],
    skills: ['content', 'materials', 'Excel bez stresu', 'Online workshops that work'],
    substitute: 'Olena Haj',
  },
  {
    email: 'olena.haj',
    name: 'Olena Haj',
    role: 'trainer',
    languages: ['uk', 'pl'],
    skills: ['content', 'materials', 'Безпека в інтернеті'],
    substitute: 'Tomasz Brzoza',
  },
  {
    email: 'ewa.kalina',
    name: 'Ewa Kalina',
    role: 'manager',
    languages: ['pl', 'uk', 'en'],
    skills: ['invoice', 'certificate', 'schedule'],
    substitute: 'Lena Wrona',
  },
];

interface DemoGuest {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly sessions: readonly string[];
  readonly audience?: string;
  readonly needs?: string;
  readonly company?: string;
}

export const DEMO_GUESTS: readonly DemoGuest[] = [
  { name: 'Zofia Malinka', email: 'zofia.malinka@poczta.test', language: 'pl', sessions: ['XL-01'] },
  { name: 'Jan Gruszka', email: 'jan.gruszka@poczta.test', language: 'pl', sessions: ['XL-01', 'XL-02'] },
  {
    name: 'Halina Sowa',
    email: 'halina.sowa@biblioteka.test',
    language: 'pl',
    sessions: ['XL-01'],
    needs: 'duży druk',
    company: 'Biblioteka Pod Dębem',
  },
  {
    name: 'Krzysztof Żuraw',
    email: 'k.zuraw@biblioteka.test',
    language: 'pl',
    sessions: ['XL-01'],
    audience: 'experienced',
    company: 'Biblioteka Pod Dębem',
  },
  { name: 'Łucja Ćwik', email: 'lucja.cwik@poczta.test', language: 'pl', sessions: ['XL-02'] },
  { name: 'Bartosz Olcha', email: 'bartosz.olcha@poczta.test', language: 'pl', sessions: ['XL-02'] },
  { name: 'Наталія Верба', email: 'nataliia.verba@poshta.test', language: 'uk', sessions: ['XL-01'] },
  {
    name: 'Остап Явір',
    email: 'ostap.yavir@krynytsia.test',
    language: 'uk',
    sessions: ['BI-01'],
    company: 'Фонд «Криниця»',
  },
  {
    name: 'Соломія Калинова',
    email: 'solomiia@krynytsia.test',
    language: 'uk',
    sessions: ['BI-01'],
    needs: 'субтитри',
    company: 'Фонд «Криниця»',
  },
  {
    name: 'Юрій Дубенко-Зоря',
    email: 'yurii@krynytsia.test',
    language: 'uk',
    sessions: ['BI-01'],
    audience: 'experienced',
    company: 'Фонд «Криниця»',
  },
  {
    name: 'Марія Їжакевич',
    email: 'mariia@krynytsia.test',
    language: 'uk',
    sessions: ['BI-01'],
    audience: 'novice',
    company: 'Фонд «Криниця»',
  },
  { name: 'Ґанна Лелека', email: 'hanna.leleka@poshta.test', language: 'uk', sessions: ['BI-01', 'XL-02'] },
  {
    name: 'Alice Fernley',
    email: 'alice@northlight.test',
    language: 'en',
    sessions: ['OW-01'],
    company: 'Northlight Learning',
  },
  {
    name: 'Desmond Okoro-Hale',
    email: 'desmond@northlight.test',
    language: 'en',
    sessions: ['OW-01'],
    company: 'Northlight Learning',
  },
  {
    name: 'Priya Marlowe',
    email: 'priya@northlight.test',
    language: 'en',
    sessions: ['OW-01'],
    needs: 'screen reader',
    company: 'Northlight Learning',
  },
  {
    name: 'Siôn Rhyd',
    email: 'sion@northlight.test',
    language: 'en',
    sessions: ['OW-01'],
    company: 'Northlight Learning',
  },
  { name: 'Weronika Szron', email: 'weronika.szron@poczta.test', language: 'pl', sessions: ['OW-01'] },
  { name: 'Maciej Pióro', email: 'maciej.pioro@poczta.test', language: 'pl', sessions: ['XL-02'] },
];
