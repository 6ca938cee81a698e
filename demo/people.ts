/** The people whom a newcomer can play. */
import { isLanguage, type Language } from '../core/language';
import type { DemoContent } from '../sheet-templates/demo';

export interface Person {
  readonly address: string;
  readonly name: string;
  readonly role: 'participant' | 'trainer';
  readonly language: Language;
  readonly courses: readonly string[];
}

export function peopleOf({ participants, sessions, team }: DemoContent): readonly Person[] {
  const courseOf = new Map(sessions.map(({ id, course }) => [id, course]));
  const people = new Map<string, Person>();
  for (const { email, name, language, session_id } of participants) {
    const known = people.get(email);
    const courses = new Set([...(known?.courses ?? []), courseOf.get(session_id) ?? session_id]);
    people.set(email, {
      address: email,
      name,
      role: 'participant',
      language: isLanguage(language) ? language : 'en',
      courses: [...courses],
    });
  }
  for (const { email, name, role, languages } of team) {
    if (role !== 'trainer') continue;
    const courses = new Set(sessions.filter(({ trainer }) => trainer === name).map(({ course }) => course));
    people.set(email, {
      address: email,
      name,
      role: 'trainer',
      language: languages.find(isLanguage) ?? 'en',
      courses: [...courses],
    });
  }
  return [...people.values()];
}
