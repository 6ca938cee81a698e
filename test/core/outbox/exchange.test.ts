import fc from 'fast-check';
import { type Exchanges, exchanges, MOST_IN_EXCHANGE, MOST_WITH_DOMAIN } from '../../../core/outbox/exchange';
import { type Instant, instant, minutes, plus } from '../../../core/time/instant';

const START = instant(Date.UTC(2026, 10, 2, 9, 0));
const HOUR = 60;
const DAY = 24 * HOUR;
const since = (n: number): Instant => plus(START, minutes(n));
const nobody = () => false;

/** A name for each number, without digits. */
const letters = (n: number) => Array.from(String(n), (digit) => 'abcdefghij'[Number(digit)]).join('');

/** They write, and are answered by a program where that may be. Returns whether they were. */
function writes(memory: Exchanges, from: string, at: Instant, isKnownPerson = nobody): boolean {
  const may = !memory.isExhausted(from, at, isKnownPerson);
  if (may) memory.answeredByProgram(from, at);
  memory.heard(from, at);
  return may;
}

const answersTo = (memory: Exchanges, mails: readonly [string, Instant][], isKnownPerson = nobody) =>
  mails.filter(([from, at]) => writes(memory, from, at, isKnownPerson)).length;

const every = (gap: number, count: number, from: (index: number) => string): [string, Instant][] =>
  Array.from({ length: count }, (_, i) => [from(i), since(i * gap)]);

describe('an exchange with somebody whom no person answers', () => {
  it.each([
    ['every minute', 1],
    ['every hour', HOUR],
    ['every day', DAY],
    ['every thirteen days', 13 * DAY],
  ])('ends after three automatic answers when they write %s', (_name, gap) => {
    expect(
      answersTo(
        exchanges(),
        every(gap, 300, () => 'robot@plant.test'),
      ),
    ).toBe(MOST_IN_EXCHANGE);
  });

  it('goes on however the tag in their address changes', () => {
    expect(
      answersTo(
        exchanges(),
        every(HOUR, 50, (i) => `Robot+${i}@plant.test`),
      ),
    ).toBe(3);
  });

  it.each([
    ['numbers', (i: number) => `ticket-${4700 + i}@desk.test`],
    ['short numbers', (i: number) => `request-${100 + i}@desk.test`],
    ['signs of a hash', (i: number) => `case-${i}f3a9c@desk.test`],
    ['signs of a hash that begins with a letter', (i: number) => `noreply-ab${10 + i}cd34@desk.test`],
  ])('goes on when a ticket system counts up its addresses in %s', (_name, from) => {
    expect(answersTo(exchanges(), every(HOUR, 50, from))).toBe(3);
  });

  it('goes on when each mail comes from another address of a domain, and ends after a hundred', () => {
    const from = (i: number) => `${letters(i)}@robots.test`;
    expect(answersTo(exchanges(), every(HOUR, 200, from))).toBe(MOST_WITH_DOMAIN);
    expect(answersTo(exchanges(), every(HOUR, 200, from), () => true)).toBe(200);
    expect(
      answersTo(
        exchanges(),
        every(HOUR, 200, (i) => `${letters(i)}@gmail.com`),
      ),
    ).toBe(200);
  });

  it.each([
    [
      'people of the roster whose addresses count up',
      (i: number) => `kurs-${1000 + i}@client.test`,
      () => true,
    ],
    ['people whose addresses are numbered as people’s are', (i: number) => `kurs${i}@client.test`, nobody],
    ['people with their year of birth', (i: number) => `jan.nowak-8${i}@client.test`, nobody],
    ['people at a large provider', (i: number) => `anna${i}@gmail.com`, nobody],
    ['people of one firm', (i: number) => `${'abcdefghij'[i]}@client.test`, nobody],
  ])('is one for each of %s', (_name, from, isKnownPerson) => {
    expect(answersTo(exchanges(), every(1, 10, from), isKnownPerson)).toBe(10);
  });

  it('begins anew when a person of ours has answered', () => {
    const memory = exchanges();
    const mails = every(HOUR, 6, () => 'ola@client.test');
    expect(answersTo(memory, mails)).toBe(3);
    memory.answeredByPerson(' OLA@client.test');
    expect(answersTo(memory, mails)).toBe(3);
  });

  it('begins anew after a fortnight of silence', () => {
    const memory = exchanges();
    expect(
      answersTo(
        memory,
        every(HOUR, 6, () => 'ola@client.test'),
      ),
    ).toBe(3);
    expect(writes(memory, 'ola@client.test', since(5 * HOUR + 14 * DAY))).toBe(false);
    expect(writes(memory, 'ola@client.test', since(5 * HOUR + 28 * DAY + 1))).toBe(true);
  });

  it('is not begun anew by an answer to somebody else', () => {
    const memory = exchanges();
    answersTo(
      memory,
      every(HOUR, 3, () => 'robot@plant.test'),
    );
    memory.answeredByPerson('ola@plant.test');
    expect(writes(memory, 'robot@plant.test', since(DAY))).toBe(false);
  });

  it('has three automatic answers at most between any two answers of a person, whatever happens', () => {
    const event = fc.oneof(
      { weight: 8, arbitrary: fc.record({ gap: fc.integer({ min: 0, max: 13 * DAY }) }) },
      { weight: 1, arbitrary: fc.constant('person' as const) },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 120 }), (events) => {
        const memory = exchanges();
        let now = START;
        let ours = 0;
        for (const one of events) {
          if (one === 'person') {
            memory.answeredByPerson('x@y.test');
            ours = 0;
            continue;
          }
          now = plus(now, minutes(one.gap));
          if (writes(memory, 'x@y.test', now)) ours += 1;
          expect(ours).toBeLessThanOrEqual(MOST_IN_EXCHANGE);
        }
      }),
    );
  });
});
