/** The people whom a newcomer can play. */
import { isLanguage, type Language } from '../core/language';
import type { DemoContent } from '../sheet-templates/demo';
import type { Account, Contact } from './page/protocol';

export interface Person {
  readonly address: string;
  readonly name: string;
  readonly role: 'participant' | 'trainer';
  readonly language: Language;
  readonly courses: readonly string[];
  /** Whom they may write to besides support. */
  readonly contacts: readonly Contact[];
  readonly accounts: Readonly<Partial<Record<Account, string>>>;
}

/** Where the trainers' private mail is: nobody at the firm has seen these addresses yet. */
const PRIVATE_DOMAIN = 'poczta.test';

export function peopleOf(content: DemoContent, support: string): readonly Person[] {
  return [...participantsOf(content), ...trainersOf(content, support)];
}

function participantsOf({ participants, sessions, team }: DemoContent): readonly Person[] {
  const sessionOf = new Map(sessions.map((session) => [session.id, session]));
  const people = new Map<string, Person>();
  for (const { email, name, language, session_id } of participants) {
    const known = people.get(email);
    const session = sessionOf.get(session_id);
    const trainer = team.find((colleague) => colleague.name === session?.trainer);
    const contacts = new Map(known?.contacts.map((contact) => [contact.address, contact]));
    if (trainer) contacts.set(trainer.email, { address: trainer.email, name: trainer.name });
    people.set(email, {
      address: email,
      name,
      role: 'participant',
      language: isLanguage(language) ? language : 'en',
      courses: [...new Set([...(known?.courses ?? []), session?.course ?? session_id])],
      contacts: [...contacts.values()],
      accounts: { own: email },
    });
  }
  return [...people.values()];
}

function trainersOf({ participants, sessions, team }: DemoContent, support: string): readonly Person[] {
  return team.flatMap(({ email, name, role, languages }): Person[] => {
    if (role !== 'trainer') return [];
    const own = sessions.filter(({ trainer }) => trainer === name);
    const ids = new Set(own.map(({ id }) => id));
    const contacts = new Map(
      participants
        .filter(({ session_id }) => ids.has(session_id))
        .map((guest) => [guest.email, { address: guest.email, name: guest.name }]),
    );
    return [
      {
        address: email,
        name,
        role: 'trainer',
        language: languages.find(isLanguage) ?? 'en',
        courses: [...new Set(own.map(({ course }) => course))],
        contacts: [...contacts.values()],
        accounts: {
          own: email,
          phone: `${email.slice(0, email.indexOf('@'))}@${PRIVATE_DOMAIN}`,
          shared: support,
          stranger: email,
        },
      },
    ];
  });
}
