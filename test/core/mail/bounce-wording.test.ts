/** Failures as mail systems word them: who is named, in which part of the text, and in which of many languages. */
import { readBounce } from '../../../core/mail/bounce';
import { classify } from '../../../core/mail/classify';
import type { Mail } from '../../../core/mail/mail';
import { readMail } from '../../../mail-bridge/mime/read-mail';

function mailOf(text: string, headers: readonly string[]): Promise<Mail> {
  const head = [
    'To: support@school.example',
    'Subject: Invitation',
    'Content-Type: text/plain; charset=utf-8',
  ];
  return readMail(Buffer.from(`${[...headers, ...head].join('\r\n')}\r\n\r\n${text}`));
}

async function failedIn(text: string): Promise<string[]> {
  const bounce = readBounce(await mailOf(text, ['From: MAILER-DAEMON@mx.example']));
  return bounce.recipients.map((recipient) => recipient.address);
}

const JAN = ['jan@gone.example'];

describe('the failed recipient is the one whom the line is about', () => {
  test.each<[string, string]>([
    [
      'fields of RFC 3464 in the text',
      'Final-Recipient: rfc822; jan@gone.example by ewa@gone.example, ola@gone.example',
    ],
    ['the SMTP dialogue', 'Dialogue:\nwe told ewa@gone.example\n>>> RCPT To:<jan@gone.example>'],
    ['MailEnable', 'Failed for [SMTP:jan@gone.example]\nrouted via ewa@gone.example today'],
    ['a label', 'Intended recipient: jan@gone.example at the office of ewa@gone.example'],
    ['a label in Polish', 'Odbiorca: jan@gone.example\nzastępuje go ewa@gone.example'],
    ['a label in Ukrainian', 'Отримувач: jan@gone.example\nзамість нього ewa@gone.example'],
    ['a label in Russian', 'Получатель: jan@gone.example\nвместо него ewa@gone.example'],
    ['a line that begins with it', 'jan@gone.example: no mailbox here\ntry ewa@gone.example instead'],
    [
      'Exchange Online',
      'jan@mail.gone.example<mailto:jan@mail.gone.example> Podany adres nie istnieje\nzastępuje go ewa@gone.example',
    ],
    [
      'a sentence',
      'Nobody could be found, so it could not be delivered to jan@gone.example at all\nnor to the deputy ewa@gone.example either',
    ],
    [
      'a sentence about the sending',
      'There was an error while sending mail to jan@gone.example today\nwhile ewa@gone.example has it',
    ],
    ['an SMTP answer', '550 5.1.1 jan@gone.example is gone\nask ewa@gone.example please'],
    [
      'an address that a verb follows',
      'The mailbox <jan@gone.example> does not exist\nask ewa@gone.example please',
    ],
  ])('%s', async (_, text) => {
    expect((await failedIn(text))[0]).toMatch(/^jan@/);
    expect(await failedIn(text)).toHaveLength(1);
  });
});

describe('what follows the beginning of our own mail names nobody who failed', () => {
  test.each([
    '------ This is a copy of the message, including all the headers. ------',
    '----- Original message -----',
    'Message headers follow:',
    'Original message headers:',
    'The message headers:',
    'A copy of your message:',
    'Below is a copy of what came',
    'The original message follows:',
    'Your message was:',
    'Content of the original mail:',
    'Included is the message as it came',
    'Received: from mx.example',
    'Return-Path: <support@school.example>',
    'Message-ID: <o1@school.example>',
    'MIME-Version: 1.0',
    'X-Mailer: Rowdesk',
  ])('%s', async (line) => {
    const text = `This mail could not be handed over.\n\njan@gone.example: unknown\n\n${line}\n\newa@school.example: see you\n`;
    expect(await failedIn(text)).toEqual(JAN);
  });
});

describe('names before the list of failures are of no account', () => {
  test.each([
    'did not reach the following recipient(s):',
    'Your message was not delivered to:',
    'Delivery failed for the following recipients:',
    'Nie można dostarczyć wiadomości do następujących adresatów:',
    'Не вдалося доставити повідомлення таким одержувачам:',
    'Не удалось доставить сообщение следующим получателям:',
    'Ihre Nachricht konnte nicht zugestellt werden an die folgenden Empfänger:',
    'Votre message n’a pas pu être remis aux destinataires suivants :',
    'No se pudo entregar a los siguientes destinatarios:',
    'Uw bericht kan niet worden bezorgd bij de volgende geadresseerden:',
  ])('%s', async (line) => {
    expect(
      await failedIn(`Your message\n\n  To: team@gone.example\n\n${line}\n\n  jan@gone.example\n`),
    ).toEqual(JAN);
  });
});

describe('an automatic mail that says so is a bounce', () => {
  test.each([
    'We are unable to deliver it to jan@gone.example',
    "It wasn't delivered to jan@gone.example",
    "jan@gone.example MX1 Remote Server returned '550 5.1.10'",
    'Delivery to the following people: jan@gone.example',
    'Delivery of mail to jan@gone.example has been postponed',
    'The following address failed: jan@gone.example',
    'jan@gone.example: permanent error',
    'jan@gone.example: user unknown',
    'jan@gone.example: mailbox full',
    'Wiadomość nie została dostarczona: jan@gone.example',
    'Skrzynka odbiorcy jan@gone.example: skrzynka pełna',
    'Не вдалося доставити: jan@gone.example',
    'Скриньку переповнено? Так, скринька переповнена: jan@gone.example',
    'Не удалось доставить: jan@gone.example',
    'Почтовый ящик переполнен: jan@gone.example',
    'Die Nachricht konnte nicht zugestellt werden: jan@gone.example',
    'No se pudo entregar a jan@gone.example',
  ])('%s', async (text) => {
    const mail = await mailOf(text, ['From: relay@mx.example', 'Auto-Submitted: auto-replied']);
    expect(classify(mail, { ownAddresses: [], ownMessageId: () => false }).class).toBe('bounce');
  });

  test.each([
    'We have your message and answer soon. Write to jan@gone.example if it is urgent.',
    'Dziękujemy za wiadomość. W pilnych sprawach: jan@gone.example',
    'Ми отримали ваш лист. Терміново: jan@gone.example',
  ])('but not: %s', async (text) => {
    const mail = await mailOf(text, ['From: relay@mx.example', 'Auto-Submitted: auto-replied']);
    expect(classify(mail, { ownAddresses: [], ownMessageId: () => false }).class).toBe('auto-reply');
  });
});

describe('a warning is no failure', () => {
  test.each<[string, 'delayed' | 'failed']>([
    ['Delivery to jan@gone.example has been delayed.', 'delayed'],
    ['jan@gone.example: will keep trying for 5 days', 'delayed'],
    ['YOU DO NOT NEED TO RESEND YOUR MESSAGE to jan@gone.example', 'delayed'],
    ['jan@gone.example: dostarczenie opóźnione', 'delayed'],
    ['jan@gone.example: próba zostanie ponowiona', 'delayed'],
    ['jan@gone.example: доставку затримано', 'delayed'],
    ['jan@gone.example: спробу буде повторено', 'delayed'],
    ['jan@gone.example: доставка задерживается', 'delayed'],
    ['jan@gone.example: Zustellung verzögert', 'delayed'],
    ['jan@gone.example was delayed for five days: giving up', 'failed'],
    ['jan@gone.example: błąd trwały, mimo opóźnienia', 'failed'],
    ['jan@gone.example: user unknown', 'failed'],
  ])('%s: %s', async (text, action) => {
    const bounce = readBounce(await mailOf(text, ['From: MAILER-DAEMON@mx.example']));
    expect(bounce.recipients).toEqual([expect.objectContaining({ address: 'jan@gone.example', action })]);
  });
});

test('a wall of brackets and addresses is read at once', async () => {
  const wall = `${'"<a@'.repeat(500)}\n`.repeat(20);
  expect((await failedIn(`jan@gone.example: unknown\n${wall}`))[0]).toBe('jan@gone.example');
});
