/** Whose automatic answers are counted together, and for how long. */
import {
  type AutomaticMail,
  brokenCap,
  isSharedDomain,
  LONGEST_CAP_MINUTES,
  personOf,
} from '../../../core/outbox/caps';
import { instant } from '../../../core/time/instant';

const NOW = instant(Date.UTC(2026, 10, 23, 9));

test.each([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'wp.pl',
  'o2.pl',
  'onet.pl',
  'interia.pl',
  'gazeta.pl',
  'ukr.net',
  'i.ua',
  'meta.ua',
])('people at %s have nothing to do with each other', (domain) => {
  expect(isSharedDomain(domain)).toBe(true);
});

test('those of one firm do', () => {
  expect(isSharedDomain('client.example')).toBe(false);
});

test('a day back is as far as any cap looks', () => {
  expect(LONGEST_CAP_MINUTES).toBe(1_440);
});

test.each([
  [' Anna@Client.EXAMPLE ', 'anna@client.example'],
  ['anna+courses@client.example', 'anna@client.example'],
  ['anna+@client.example', 'anna@client.example'],
  ['anna', 'anna'],
])('%j is the person %s', (address, person) => {
  expect(personOf(address)).toBe(person);
});

test('after a release the cap over all counts what came later than it, not at it', () => {
  const at = (ms: number): AutomaticMail[] =>
    Array.from({ length: 100 }, (_, index) => ({
      to: `p${index}@d${index}.example`,
      ticketId: null,
      at: instant(NOW + ms),
    }));
  const answer = { to: 'anna@client.example', ticketId: null };
  const asked = (mails: readonly AutomaticMail[]) => brokenCap(answer, mails, instant(NOW + 10), NOW)?.per;
  expect(asked(at(0))).toBeUndefined();
  expect(asked(at(1))).toBe('all');
});
