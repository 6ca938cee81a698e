/** Which colleague is meant, however the name was typed. */
import { readName } from '../../../core/assignment/names';

const TEAM = [
  { name: 'Lena Wrona', email: 'lena@firm.test' },
  { name: 'Jan Kos', email: 'j.kos@firm.test' },
  { name: 'Jana Kowalska', email: 'jana@firm.test' },
  { name: 'Tomasz Brzoza', email: 'tomasz@firm.test' },
  { name: 'Олена Гай', email: 'olena@firm.test' },
  { name: 'Іван Левицький', email: 'ivan@firm.test' },
];

test.each([
  ['Lena Wrona', 'Lena Wrona'],
  ['wrona lena', 'Lena Wrona'],
  ['Lenie', 'Lena Wrona'],
  ['Lenie Wronie', 'Lena Wrona'],
  ['Wronie', 'Lena Wrona'],
  ['lena@firm.test', 'Lena Wrona'],
  ['Lnea Wrona', 'Lena Wrona'],
  ['Tomaszowi Brzozie', 'Tomasz Brzoza'],
  ['Janowi', 'Jan Kos'],
  ['Kowalskiej', 'Jana Kowalska'],
  ['j.kos', 'Jan Kos'],
  ['Олені', 'Олена Гай'],
  ['Іванові Левицькому', 'Іван Левицький'],
  ['Гаю', 'Олена Гай'],
])('%s is %s', (written, name) => {
  expect(readName(written, TEAM)).toEqual({ kind: 'known', name });
});

test('what two colleagues are called is asked back', () => {
  expect(readName('Jan', TEAM)).toEqual({ kind: 'ambiguous', names: ['Jan Kos', 'Jana Kowalska'] });
});

test('the whole name counts before one of its cases', () => {
  const team = [...TEAM, { name: 'Janowi', email: 'x@firm.test' }];
  expect(readName('Janowi', team)).toEqual({ kind: 'known', name: 'Janowi' });
});

test.each(['', 'Zenon', 'nobody@firm.test', 'Tomaszewski', 'Lenie Kosowi'])('%j is nobody', (written) => {
  expect(readName(written, TEAM)).toEqual({ kind: 'unknown' });
});
