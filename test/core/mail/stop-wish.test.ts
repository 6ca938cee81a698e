/** Who asks for no more reminders, and who only speaks of them. */
import { LANGUAGES } from '../../../core/language';
import { stopToken, wishesNoReminders } from '../../../core/mail/stop-wish';
import { stopSentence } from '../../../sheet-templates/words/stop';

const TOKEN = '0123456789abcdef0123456789abcdef';

describe('the subject that the stop address of a reminder opens', () => {
  it.each([
    `stop ${TOKEN}`,
    `Stop: ${TOKEN.toUpperCase()}`,
    `Re: stop ${TOKEN}`,
    `unsubscribe ${TOKEN} `,
    `rezygnuję ${TOKEN}`,
    `стоп ${TOKEN}`,
    `Відписатися – ${TOKEN}`,
  ])('holds the token: %s', (subject) => {
    expect(stopToken(subject)).toBe(TOKEN);
  });

  it.each([
    'stop',
    `nonstop ${TOKEN}`,
    TOKEN,
    `stop ${TOKEN}0`,
    `stop ${TOKEN.slice(1)}`,
    `stop ${TOKEN} please tell me why`,
  ])('does not hold one: %s', (subject) => {
    expect(stopToken(subject)).toBeNull();
  });
});

describe('a sentence', () => {
  it.each([
    'No more reminders, please.',
    'Please stop sending me reminders.',
    'Dear Team, please stop the reminders. Best regards, Anna',
    'Could you please stop these reminders?',
    'I don’t want to receive any more reminders.',
    "Please don't send me any reminders again",
    'Please unsubscribe me from these reminders.',
    'Thank you for the link. I do not need reminders.',
    'Proszę nie przysyłać mi więcej przypomnień.',
    'Proszę o nieprzysyłanie przypomnień',
    'Dzień dobry, nie chcę już dostawać przypomnień.',
    'Rezygnuję z przypomnień.',
    'Proszę wypisać mnie z przypomnień!',
    'Czy mogliby Państwo wyłączyć przypomnienia?',
    'Dość tych przypomnień!',
    'Не надсилайте мені більше нагадувань.',
    'Будь ласка, не надсилайте нагадувань',
    'Прошу припинити надсилати нагадування.',
    'Я не хочу більше отримувати нагадування',
    'Мені не потрібні нагадування.',
    'Чи можете вимкнути нагадування?',
    'Відпишіть мене від нагадувань, дякую.',
  ])('asks for no more reminders: %s', (words) => {
    expect(wishesNoReminders(words, false)).toBe(true);
  });

  it.each([
    'Please do not stop the reminders, they help me a lot.',
    'Why did you stop sending reminders?',
    'I got no reminder yesterday.',
    'I don’t get the reminders, please check.',
    'I do not receive any reminders about the course.',
    'I no longer receive reminders.',
    'We got no more reminders after the first one.',
    'I cannot cancel the reminder in my calendar.',
    '* To get no more reminders, write to us.',
    'Anna nie potrzebuje przypomnień.',
    'Moja koleżanka nie chce dostawać przypomnień.',
    'Proszę nie wysyłać przypomnień o płatności.',
    'Proszę nie wysyłać przypomnień na stary adres.',
    'Na ćwiczeniu mamy wyłączyć przypomnienia i nie działa.',
    'Нам не потрібно нагадування про оплату.',
    'You don’t send reminders, so I missed the session.',
    'Please do not send reminders to Anna any more, she has left us.',
    'Please stop the reminders for Excel only.',
    'If I do not want reminders, where do I click?',
    'Do you stop reminders when the session is over?',
    'I do not want to miss any reminders.',
    'The reminder says 10:00. Please stop the recording.',
    'Proszę nie wyłączać przypomnień.',
    'Dlaczego nie wysyłacie przypomnień?',
    'Nie wysyłacie przypomnień, a obiecaliście.',
    'Nie dostałam przypomnienia.',
    'Proszę nie wysyłać przypomnień Annie, już u nas nie pracuje.',
    'Nie chcę przegapić przypomnienia.',
    'Не вимикайте нагадування, будь ласка.',
    'Чому ви не надсилаєте нагадувань?',
    'Я не отримав нагадування.',
    'Не надсилайте нагадувань Олені, вона звільнилася.',
    'Якщо нагадування не потрібні, що робити?',
    'stop',
    'Proszę nie pisać do mnie więcej.',
  ])('does not: %s', (words) => {
    expect(wishesNoReminders(words, false)).toBe(false);
  });

  it.each([
    'Stop',
    'STOP!',
    'Please unsubscribe me.',
    'Please stop sending me these emails',
    'No more mails, thanks.',
    'Stop.\nAnna',
    'Proszę mnie już nie... nie piszcie do mnie więcej',
    'Wypiszcie mnie, proszę',
    'Proszę nie przysyłać mi takich wiadomości.',
    'Відпишіть мене, будь ласка',
    'Більше не пишіть мені.',
    'Стоп',
  ])('says it without the word, in an answer to a reminder: %s', (words) => {
    expect(wishesNoReminders(words, true)).toBe(true);
  });

  it.each([
    'When does it stop?',
    'The video stops after a minute.',
    'I cannot stop the recording.',
    'Please do not write the answers in the chat.',
    'Proszę nie pisać, tylko zadzwonić.',
    'Не пишіть, краще зателефонуйте.',
  ])('means something else, also in an answer to a reminder: %s', (words) => {
    expect(wishesNoReminders(words, true)).toBe(false);
  });

  it.each(LANGUAGES)(
    'that stands under each reminder (%s) is no wish when it comes back in a quote',
    (language) => {
      const link = `mailto:support@firm.test?subject=stop%20${TOKEN}`;
      for (const page of [null, `https://firm.test/help?stop=${TOKEN}`]) {
        const ours = stopSentence(language, { mailto: link, page });
        for (const quoted of [ours, ours.replace(/: /g, ':\n'), `> ${ours}`]) {
          expect(wishesNoReminders(`Thank you!\n\n${quoted}`, true)).toBe(false);
        }
      }
    },
  );

  it('far down in a long letter is not looked for, nor in one without end', () => {
    expect(wishesNoReminders(`${'Hello. '.repeat(1_000)}No more reminders.`, true)).toBe(false);
    expect(wishesNoReminders('a'.repeat(1_000_000), true)).toBe(false);
  });
});
