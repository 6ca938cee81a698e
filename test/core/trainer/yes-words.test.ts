/** "Is this address yours?": what counts as a yes, and what does not. */
import { saysYes } from '../../../core/trainer/yes-words';

test.each([
  'yes',
  'Yes.',
  'YES!',
  'Yes 👍',
  '\n\nYes, that’s mine\n\nTom',
  'Yes, it is my address.',
  '#yes',
  'Tak',
  'tak :',
  'Tak, to mój adres.',
  'Tak, to mój ❤️',
  'Так',
  'Так, це моя адреса!',
  'Так, це моя пошта',
])('%j says yes', (words) => {
  expect(saysYes(words)).toBe(true);
});

test.each([
  '',
  'no',
  'Nie',
  'Ні',
  '👍',
  'Yes, but please remove it',
  'Yes?',
  'Not yes',
  'Tak, ale nie mój',
  'Так, але не моя',
  'No\nyes',
])('%j does not', (words) => {
  expect(saysYes(words)).toBe(false);
});
