/// <reference lib="dom" />
/** Who the newcomer plays. */
import type { Language } from '../../../core/language';
import { byId, el } from '../../../local-sheet/page/client/dom';
import type { DemoWords } from '../../words/dictionary';
import type { PersonView } from '../protocol';

const KEY = 'rowdesk-demo-person';

export class PersonChoice {
  private readonly select = byId('person', HTMLSelectElement);
  private drawn = '';

  constructor(chosen: () => void) {
    this.select.addEventListener('change', () => {
      sessionStorage.setItem(KEY, this.select.value);
      chosen();
    });
  }

  /** @returns who is played now */
  show(people: readonly PersonView[], words: DemoWords, language: Language): PersonView | null {
    const stamp = `${language} ${people.map(({ address, unread }) => `${address} ${unread}`).join()}`;
    const value = this.select.value || sessionStorage.getItem(KEY) || suggested(people, language)?.address;
    if (stamp !== this.drawn) {
      this.drawn = stamp;
      this.select.replaceChildren(
        group(words.people.participants, people, 'participant'),
        group(words.people.trainers, people, 'trainer'),
      );
    }
    const person = people.find(({ address }) => address === value) ?? people[0] ?? null;
    if (person !== null) this.select.value = person.address;
    byId('person-courses', HTMLElement).textContent = person?.courses.join(' · ') ?? '';
    return person;
  }
}

/** Somebody who writes in the page's language and has nothing but what the firm sent to everybody. */
export function suggested(people: readonly PersonView[], language: Language): PersonView | undefined {
  const own = people.filter((person) => person.role === 'participant' && person.language === language);
  return own.find((person) => SUGGESTED.includes(person.name)) ?? own[0];
}

const SUGGESTED: readonly string[] = ['Halina Sowa', 'Соломія Калинова', 'Priya Marlowe'];

function group(label: string, people: readonly PersonView[], role: PersonView['role']): HTMLElement {
  return el(
    'optgroup',
    { label },
    ...people
      .filter((person) => person.role === role)
      .map(({ address, name, unread }) =>
        el('option', { value: address }, unread > 0 ? `${name} (${unread})` : name),
      ),
  );
}
