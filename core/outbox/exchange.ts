/**
 * Whether we talk with a robot that looks like a person.
 *
 * Caps look back an hour or a day; two programs that write to each other once an hour stay below them for ever. What
 * tells them from people: they go on and on, and nobody of ours ever answers. So an exchange is all that comes from one
 * person with no long silence in it and no answer by a person of ours, and it gets three automatic answers, however
 * long it lasts and whatever its subjects, Message-IDs and headers say.
 */
import { domainOf } from '../mail/addresses';
import { type Instant, MS_PER_DAY } from '../time/instant';
import { isSharedDomain, personOf } from './caps';

/** Automatic answers in one exchange. */
export const MOST_IN_EXCHANGE = 3;
/** And with all of one domain together: a robot may have a new address for each mail. */
export const MOST_WITH_DOMAIN = 100;

/** After a silence as long as this a new exchange begins. */
const SILENCE_DAYS = 14;

export interface Exchanges {
  /** A mail of theirs opened a ticket. */
  heard(from: string, at: Instant): void;
  /** An automatic answer to a mail of that moment is on its way. */
  answeredByProgram(to: string, heardAt: Instant): void;
  /** A person of ours has written to them: somebody is looking, and the count begins anew. */
  answeredByPerson(to: string): void;
  /**
   * Whether a mail of that moment gets no automatic answer any more.
   *
   * @param isKnownPerson in the roster: then nobody else's mails count as theirs
   */
  isExhausted(from: string, heardAt: Instant, isKnownPerson: () => boolean): boolean;
}

interface Exchange {
  readonly lastHeardAt: Instant;
  readonly ours: number;
}

export function exchanges(): Exchanges {
  const running = new Map<string, Exchange>();
  const at = (key: string, heardAt: Instant): Exchange => {
    const before = running.get(key);
    if (before === undefined || heardAt - before.lastHeardAt > SILENCE_DAYS * MS_PER_DAY) {
      return { lastHeardAt: heardAt, ours: 0 };
    }
    return before.lastHeardAt >= heardAt ? before : { ...before, lastHeardAt: heardAt };
  };
  return {
    heard(from, heardAt) {
      for (const { key } of partiesOf(from)) running.set(key, at(key, heardAt));
    },
    answeredByProgram(to, heardAt) {
      for (const { key } of partiesOf(to)) {
        const exchange = at(key, heardAt);
        running.set(key, { ...exchange, ours: exchange.ours + 1 });
      }
    },
    answeredByPerson(to) {
      for (const { key } of partiesOf(to)) {
        const exchange = running.get(key);
        if (exchange !== undefined) running.set(key, { ...exchange, ours: 0 });
      }
    },
    isExhausted: (from, heardAt, isKnownPerson) =>
      partiesOf(from).some(
        ({ key, most, isShared }) => at(key, heardAt).ours >= most && !(isShared && isKnownPerson()),
      ),
  };
}

/**
 * A part of its own that counts: `request-123`, `case-5f3a9c`, `noreply-ab12cd34`. People are numbered otherwise: `kurs12`,
 * `anna85`, `jan.kowalski-85`.
 */
const COUNTED = /(^|[-_.=])(?:\d{3,}|\d[a-z0-9]{3,}|(?=[a-f]*\d)[a-f0-9]{6,})(?=$|[-_.=])/g;

/** Who is talked with, narrow or wide. */
interface Party {
  readonly key: string;
  readonly most: number;
  /** Others may be meant by it as well. */
  readonly isShared: boolean;
}

/** The person; the series that a ticket system counts up, such as `ticket-4711@desk.test`; all of the domain. */
function partiesOf(address: string): readonly Party[] {
  const person = personOf(address);
  const alone: Party = { key: person, most: MOST_IN_EXCHANGE, isShared: false };
  const domain = domainOf(person);
  // At a large provider `anna1@` and `anna2@` are two people.
  if (isSharedDomain(domain)) return [alone];
  const local = person.slice(0, -(domain.length + 1));
  const series = `${local.replace(COUNTED, '$1#')}@${domain}`;
  return [
    alone,
    ...(series === person ? [] : [{ key: series, most: MOST_IN_EXCHANGE, isShared: true }]),
    { key: `@${domain}`, most: MOST_WITH_DOMAIN, isShared: true },
  ];
}
