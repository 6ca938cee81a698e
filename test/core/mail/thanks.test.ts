import fc from 'fast-check';
import { isMereThanks } from '../../../core/mail/thanks';

const anna = { name: 'Anna Kowalska', address: 'anna@example.com' };

describe('a mere thank-you', () => {
  test.each([
    'Dziękuję, działa!',
    'Dziękuję.',
    'dziekuje bardzo',
    'Bardzo dziękuję za szybką pomoc!',
    'Dzięki wielkie :)',
    'Wielkie dzięki, już działa',
    'Super, dziękuję!',
    'Ok, dzięki.',
    'Dzień dobry,\n\ndziękuję za odpowiedź, udało się zalogować.\n\nPozdrawiam\nAnna Kowalska',
    'Dziękuję i pozdrawiam',
    'Dziękuję Pani Olu',
    'Dziękuję, Pani Olu!',
    'Dziękuję.\nAnna',
    'Wszystko działa, dziękuję serdecznie!',
    'Otrzymałam certyfikat, dziękuję.',
    'Problem rozwiązany. Dziękuję za pomoc.',
    'Działa :)',
    'Dziękuję bardzo 🙏❤️',
    '👍',
    'Дуже дякую',
    'Дякую, все працює!',
    'Щиро дякую за швидку відповідь!',
    'Добрий день!\nДякую, вже отримала сертифікат.\nГарного дня',
    'Спасибі, допомогло',
    'Дякую, пані Олено!',
    'Дякую та гарного дня!',
    'Вдалося увійти, дякую ☺',
    'З повагою,\nОлена Шевченко\nДякую!',
    'Thanks, that solved it',
    'Thank you so much!',
    'Thanks a lot, it works now.',
    'Hi Tom,\n\nthank you for your quick help, everything works.\n\nBest regards,\nAnna',
    'Great, thanks!',
    'It’s working now, thank you very much',
    'Perfect. Many thanks!\nAnna Kowalska',
    'Cheers, that did the trick',
    'Super! Dziękuję za szybką odpowiedź i pomoc.',
    'Dziękuję bardzo i pozdrawiam serdecznie, Jan',
    'Дякую за допомогу та посилання!',
    'Thanks for the quick reply and your help, Tom!',
    'Thanks Ola',
    'Thanks, Jeremy',
    'Dziękuję, Łukaszu',
    'Dziękuję, Panie Zenobiuszu!',
    'Дякую, Сергію',
    'Pozdrawiam, Jan Nowak\nDziękuję!',
    'Dziękuję.\nPozdrawiam\nKowalska',
    'Dzięki, Ola :)',
    'Thank you!!!',
    'DZIĘKUJĘ',
    '  Dziękuję.  \n\n  ',
    'Dzień dobry, bardzo dziękuję za link. Wszystko działa. Miłego dnia!',
    'Доброго дня! Дякую, все запрацювало. З повагою, Олена',
  ])('%j', (text) => {
    expect(isMereThanks(text, anna)).toBe(true);
  });
});

describe('more than a thank-you', () => {
  test.each([
    ['an objection', 'Thanks, but it still does not work'],
    ['an objection', 'Dziękuję, ale nadal nie działa.'],
    ['an objection', 'Дякую, але не працює'],
    ['an objection without a conjunction', 'Dziękuję. Nie działa.'],
    ['an objection without a conjunction', 'Дякую. Не працює'],
    ['a new question', 'Dziękuję, mam jeszcze pytanie'],
    ['a new question', 'Дякую! Ще питання щодо рахунку.'],
    ['a question mark', 'Thanks, works?'],
    ['a question mark', 'Dziękuję, czy to wszystko?'],
    ['a request', 'Dziękuję, proszę o fakturę'],
    ['a request', 'Дякую, надішліть, будь ласка, сертифікат'],
    ['a request', 'Thanks, please send the recording'],
    ['a request beforehand', 'Thanks in advance'],
    ['a request beforehand', 'Z góry dziękuję'],
    ['a request beforehand', 'Наперед дякую'],
    ['irony', 'Thanks for nothing'],
    ['a condition', 'Thanks, it works on my phone only'],
    ['a yesterday', 'It worked yesterday, thanks'],
    ['an answer', 'Tak, dziękuję'],
    ['an answer', 'No thanks'],
    ['an answer', 'Добре'],
    ['an answer', 'OK'],
    ['a complaint of one word', 'Dziękuję.\nZepsute.'],
    ['a complaint of one word', 'Thanks.\nBroken'],
    ['a wish with a capital letter', 'Dziękuję, Rezygnuję.'],
    ['a wish with a capital letter', 'Dziękuję.\nPozdrawiam\nRezygnuję'],
    ['a wish with a capital letter', 'Дякую, Скасовую'],
    ['a wish with a capital letter', 'Thanks, Cancel Everything'],
    ['a complaint with a capital letter', 'Thank you.\nRegards, Wrong Link'],
    ['a wish that could be a name by its capitals', 'Thanks, Reset Password'],
    ['a wish that could be a name by its capitals', 'Dziękuję, Reklamacja'],
    ['a wish that could be a name by its capitals', 'Dziękuję Reklamacja'],
    ['a wish that could be a name by its capitals', 'Дякую, Зміна Дати'],
    ['a wish that could be a name by its capitals', 'Hej Nagranie, dziękuję'],
    ['a wish that could be a name by its capitals', 'Hi Tom Recording, thanks'],
    ['a wish that could be a name by its capitals', 'Dziękuję.\nPozdrawiam, Zmiana Daty'],
    ['a wish that could be a name by its capitals', 'Thanks.\nRegards, Invoice'],
    ['an address and no thanks', 'Dzień dobry, Pani Olu'],
    ['a phone number', 'Dziękuję, 600 100 200'],
    ['a link', 'Thanks, https://example.com/error'],
    ['an unhappy sign', 'Thanks 😡'],
    ['a cry for help', 'Dziękuję. Pomoc'],
    ['a second wish', 'Thanks and please resend the link'],
    ['a thing that is missing', 'Dziękuję za link, a certyfikat'],
    ['a promise to write again', 'Thanks, I will try tomorrow'],
    ['a refusal', 'Nie, dziękuję'],
    ['a date', 'Dziękuję, do wtorku'],
    ['nothing', ''],
    ['anything long', `${'Dziękuję bardzo! '.repeat(20)}`],
  ])('%s: %j', (_, text) => {
    expect(isMereThanks(text, anna)).toBe(false);
  });
});

test('a thank-you with any word that is no courtesy is a message like any other', () => {
  const thanks = fc.constantFrom('Dziękuję', 'Дякую', 'Thanks', 'Dziękuję, działa', 'Thank you, it works');
  const more = fc.constantFrom(
    'nie',
    'jeszcze',
    'proszę',
    'kiedy',
    'faktura',
    'не',
    'ще',
    'коли',
    'але',
    'not',
    'but',
    'when',
    'still',
    'jutro',
    'zoom',
    '5',
  );
  const joint = fc.constantFrom(', ', '. ', ' ', '\n', '! ', ' - ');
  fc.assert(
    fc.property(thanks, joint, more, (before, between, word) => {
      expect(isMereThanks(`${before}${between}${word}`, anna)).toBe(false);
    }),
  );
});

test('any text at all is judged', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 300 })), (text) => {
      expect(typeof isMereThanks(text, anna)).toBe('boolean');
    }),
  );
});

test.each([
  'bardzo ',
  'już wszystko ',
  'вже все ',
  'jeszcze raz ',
  'thanks all ',
  'dziękuję za pomoc i ',
  'I ',
])('a hostile repetition of %j is no thank-you', (part) => {
  expect(isMereThanks(`${part.repeat(Math.floor(230 / part.length))}x`, anna)).toBe(false);
});
