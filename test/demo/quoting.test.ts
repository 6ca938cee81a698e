import type { Language } from '../../core/language';
import { trimReply } from '../../core/mail/trim-reply';
import { zone } from '../../core/time/instant';
import { answerSubject, quoted } from '../../demo/quoting';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';

const PLACE = { zone: zone('Europe/Warsaw'), offset: intlOffset() };
const LETTER = {
  messageId: '<two@desk.test>',
  references: ['<one@desk.test>'],
  from: 'Akademia Jasna <pomoc@akademia-jasna.test>',
  text: 'Proszę spróbować teraz.\n\nLena Wrona',
  at: Date.UTC(2026, 10, 23, 9, 0),
};

describe('an answer of one of the people', () => {
  it.each<[Language, string]>([
    ['en', 'On Mon 23 Nov 2026, 10:00, Akademia Jasna <pomoc@akademia-jasna.test> wrote:'],
    ['pl', 'W dniu pon. 23.11.2026, 10:00 Akademia Jasna <pomoc@akademia-jasna.test> pisze:'],
    ['uk', 'пн 23.11.2026, 10:00, Akademia Jasna <pomoc@akademia-jasna.test> пише:'],
  ])('quotes as %s mail programs do, and the desk can tell the quote from the answer', (language, first) => {
    const { quote, messageId, references } = quoted(LETTER, language, PLACE);
    expect(quote.split('\n')[0]).toBe(first);
    expect({ messageId, references }).toEqual({
      messageId: '<two@desk.test>',
      references: ['<one@desk.test>'],
    });
    expect(trimReply(`Dziękuję!\n\n${quote}`).reply).toBe('Dziękuję!');
  });

  it.each([
    ['Faktura', 'Re: Faktura'],
    ['Re: Faktura [#T-7K3Q9]', 'Re: Faktura [#T-7K3Q9]'],
    ['RE: re: Faktura', 'Re: Faktura'],
    ['Reminder', 'Re: Reminder'],
  ])('has one "Re:" in its subject: %s', (subject, answered) => {
    expect(answerSubject(subject)).toBe(answered);
  });
});
