/** What leaves for a participant shows number and status and how to ask for it, and what asks can be pressed. */
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Language } from '../../../core/language';
import type { OutgoingMail } from '../../../core/outbox/outgoing-mail';
import { acknowledgementLetter } from '../../../mail-bridge/outbox/acknowledgement-letter';
import { composeMail } from '../../../mail-bridge/outbox/compose';
import { newTicket, openDesk } from '../../apps-script/support/desk';
import { call } from '../../apps-script/support/sidebar-call';
import { context, sender } from '../outbox/letter-firm';
import { ANNAS, askedDesk, SUPPORT, tidy, written } from './asked-desk';

afterAll(tidy);

const sent = async (mail: OutgoingMail | null): Promise<ParsedMail> => {
  if (mail === null) throw new Error('nothing was written');
  return simpleParser(await composeMail(mail, sender));
};

/** The words of the link, as a mail program opens them. */
const subjectOfLink = (html: string): string => {
  const [, link = ''] = /href="(mailto:[^"]*subject=[^"]*)"/.exec(html) ?? [];
  expect(link).toContain(SUPPORT);
  return decodeURIComponent(/subject=(.*)$/.exec(link)?.[1] ?? '');
};

describe.each<[Language, string, string, string]>([
  ['en', 'New', 'Resolved', 'How your requests stand'],
  ['pl', 'Nowe', 'Rozwiązane', 'Stan Twoich zgłoszeń'],
  ['uk', 'Нове', 'Вирішено', 'Стан ваших звернень'],
])('in %s', (language, status, resolved, heading) => {
  test.each([
    ['within the hours', true],
    ['outside of them', false],
  ])('an acknowledgement %s', async (_, isOpen) => {
    const letterContext = context();
    const facts = { ...letterContext.facts, openAt: () => isOpen };
    const answered = { to: 'anna@client.test', messageId: '<first@client.test>' };
    const mail = await sent(acknowledgementLetter(answered, language, ANNAS, { ...letterContext, facts }));
    expect(mail.text).toContain(ANNAS);
    expect(mail.text).toContain(status);
    expect(mail.text).toMatch(/mailto:\S+\?subject=\S+/);
    const asked = await askedDesk().arrives(written({ subject: subjectOfLink(String(mail.html)) }));
    expect(asked?.letter.template).toBe('status_answer');
  });

  test('an answer that a person writes beside the Sheet', async () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ANNAS, { language })]);
    call(desk, 'queueReply', {
      key: '0123456789abcdef0123456789abcdef',
      ticketId: ANNAS,
      text: 'Please reload the page.',
      template: '',
      resolve: true,
      to: 'requester',
    });
    const [mail] = desk.rows('outbox');
    expect(mail?.body).toContain(`${ANNAS}: ${resolved}.`);
    const [, subject = ''] = /mailto:help@nordlicht\.example\?subject=(\S+)/.exec(mail?.body ?? '') ?? [];
    expect(await askedDesk().arrives(written({ subject }))).not.toBeNull();
  });

  test('the status answer says of itself that it is automatic, and shows number and status', async () => {
    const participants = [{ email: 'anna@client.test', language }];
    const answered = await askedDesk({ participants }).arrives(written({ subject: `status ${ANNAS}` }));
    const mail = await sent(answered?.letter ?? null);
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
    expect(mail.subject).toBe(`${heading} [#${ANNAS}]`);
    expect(mail.inReplyTo).toBe('<wish@client.test>');
    expect(mail.text).toMatch(new RegExp(`^- ${ANNAS} .*Hasło wygasło.*: .+\\.$`, 'm'));
    expect(String(mail.html)).toContain(ANNAS);
  });
});
