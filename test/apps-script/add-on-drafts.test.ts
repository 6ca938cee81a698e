/** The drafts that the add-on opens. It sends none of them. */

import { LANGUAGES } from '../../core/language';
import { readForward } from '../../core/mail/forward';
import { splitCommands } from '../../core/trainer/command-lines';
import type { AddOnClick } from '../../local-sheet/add-on-contract';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import { addOnFirm, contentOf, EVE, GREETING, PAVLO, SUPPORT } from './support/add-on-desk';
import { STORY_TICKET } from './support/believable';
import { ANNA, type Desk } from './support/desk';
import { Gmail, gmailMail } from './support/gmail';

const words = addOnWords('en');
const { page, refusal } = trackerWords('en');

describe('a template as a reply to the mail that Rowdesk sent', () => {
  test('is the text alone, addressed to the bridge, which adds greeting and signature', () => {
    const { desk, assignment } = addOnFirm();
    const gmail = new Gmail(desk, PAVLO, assignment)
      .open()
      .press(words.reply.show, { template: ['padlock'] });
    expect(gmail.words).toContain('Click the padlock and allow the microphone.');
    const { draft } = gmail.press(words.reply.insert);
    expect(draft).toMatchObject({
      inReplyTo: assignment.id,
      from: PAVLO.email,
      to: ['help+a.t-7k3q9.aaaabbbbccccdddd@nordlicht.example'],
      cc: [],
      body: 'Click the padlock and allow the microphone.',
    });
  });

  test.each(LANGUAGES)(
    'of another form is the command that names it, in %s, as the bridge reads it',
    (language) => {
      const { desk, assignment } = addOnFirm(language);
      const said = addOnWords(language).reply;
      const gmail = new Gmail(desk, { ...PAVLO, locale: language }, assignment)
        .open()
        .press(said.show, { template: ['with_greeting'] });
      expect(gmail.words).toContain(said.answerHere);
      expect(gmail.words).toContain(said.formLine);
      const { body } = gmail.press(said.insert).draft;
      expect(splitCommands(`${body}Done as you asked.`)).toMatchObject({
        commands: [{ name: 'template', value: 'with_greeting' }],
        body: 'Done as you asked.',
      });
    },
  );

  test('leaves out the usual form, which the bridge uses anyway', () => {
    const { desk, assignment } = addOnFirm();
    const { items } = new Gmail(desk, PAVLO, assignment).open().list('template');
    expect(items.map(({ value }) => value)).not.toContain('=');
    expect(items.map(({ value }) => value)).toContain('padlock');
  });
});

describe('a template as a reply to the participant', () => {
  test('is the whole mail as the sidebar would word it, with support in Cc', () => {
    const { desk, question, story } = addOnFirm();
    const gmail = new Gmail(desk, PAVLO, question).open();
    expect(gmail.list('template').items[0]).toMatchObject({ value: '=', text: page.usualForm });
    gmail.press(words.reply.show, { template: ['padlock'] });
    const { draft } = gmail.press(words.reply.insert);
    expect(draft).toMatchObject({
      inReplyTo: question.id,
      to: [`${story.name} <${story.email}>`],
      cc: [SUPPORT],
      subject: `Re: ${story.subject}`,
    });
    expect(draft.body).toContain('Click the padlock and allow the microphone.');
    expect(draft.body).toContain('Pavlo Hrytsenko');
    expect(draft.body).toContain('Nordlicht Trainings');
    expect(draft.body).not.toMatch(/[\ufffc{}]/);
  });

  test('in the usual form leaves room for the answer', () => {
    const { desk, question } = addOnFirm();
    const gmail = new Gmail(desk, PAVLO, question).open().press(words.reply.show);
    expect(gmail.title).toBe(page.usualForm);
    expect(gmail.words).toContain(words.reply.answerHere);
    const { body } = gmail.press(words.reply.insert).draft;
    expect(body).not.toContain(words.reply.answerHere);
    expect(body).toContain('Pavlo Hrytsenko');
  });

  test('is written in the participant’s language, whatever the reader’s', () => {
    const { desk, question } = addOnFirm('pl');
    const said = addOnWords('uk').reply;
    const gmail = new Gmail(desk, { ...PAVLO, locale: 'uk' }, question)
      .open()
      .press(said.show, { template: ['with_greeting'] });
    expect(gmail.press(said.insert).draft.body).toContain(GREETING.pl);
  });
});

describe('no draft is made', () => {
  const insert = (template: string, ticketId = STORY_TICKET): AddOnClick => ({
    composeAction: {
      composedEmailType: 'REPLY_AS_DRAFT',
      action: {
        function: 'addOnCall',
        parameters: Object.entries({ action: 'draftReply', ticketId, template }).map(([key, value]) => ({
          key,
          value,
        })),
      },
    },
  });

  test('to a stranger whose mail names the ticket', () => {
    const { desk } = addOnFirm();
    const mail = gmailMail({ from: 'eve@evil.example', to: PAVLO.email, inReplyTo: '<q1@client.example>' });
    const gmail = new Gmail(desk, PAVLO, mail).open().click(insert('padlock'));
    expect(gmail.last?.draft).toBeNull();
    expect(gmail.words).toContain(words.reply.notFromParticipant);
  });

  test('about another ticket than that of the mail', () => {
    const { desk, question } = addOnFirm();
    const gmail = new Gmail(desk, ANNA, question).open().click(insert('padlock', 'T-2M8FD'));
    expect(gmail.last?.draft).toBeNull();
    expect(gmail.words).toContain(words.reply.notFromParticipant);
  });

  test('where it would show a private address', () => {
    const { desk, question } = addOnFirm();
    const gmail = new Gmail(desk, ANNA, question).open().click(insert('padlock'));
    expect(gmail.last?.draft).toBeNull();
    expect(gmail.words).toContain(words.reply.addressHidden);
  });

  test('of a template that has gone meanwhile', () => {
    const { desk, question } = addOnFirm();
    const gmail = new Gmail(desk, PAVLO, question).open().click(insert('nowhere'));
    expect(gmail.last?.draft).toBeNull();
    expect(gmail.words).toContain(refusal['template-broken']('nowhere'));
  });

  test('of a template that cannot be read: the card says what is wrong with it', () => {
    const { desk, question } = addOnFirm();
    desk.append('templates', [{ key: 'torn', language: 'en', subject: 'x', body: '{{ answer }} {% if' }]);
    const gmail = new Gmail(desk, PAVLO, question).open().press(words.reply.show, { template: ['torn'] });
    expect(gmail.title).toBe(words.notice.refused);
    expect(gmail.words).toMatch(/The mail cannot be written: .{20,}/);
  });
});

describe('"Make it a ticket"', () => {
  const INVOICE = gmailMail({
    from: '"Kos, Nina" <nina@client.example>',
    to: `Anna <${ANNA.email}>`,
    subject: 'Re: Fwd: Invoice for October',
    messageId: '<inv@client.example>',
    text: 'Hello Anna,\r\n\r\nthe invoice has the wrong address.\r\n\r\nNina',
    attachments: [{ name: 'invoice.pdf', contentType: 'application/pdf', data: new Uint8Array(2_000) }],
  });

  test.each(LANGUAGES)('opens a draft that the bridge reads as that mail passed on, in %s', (language) => {
    const { desk } = addOnFirm(language);
    const said = addOnWords(language).mail;
    const gmail = new Gmail(desk, { ...ANNA, locale: language }, INVOICE).open().press(said.make);
    const { draft } = gmail;
    expect(draft).toMatchObject({
      inReplyTo: null,
      from: ANNA.email,
      to: [SUPPORT],
      cc: [],
      subject: 'Fwd: Invoice for October',
      attachments: INVOICE.attachments,
    });
    expect(readForward(draft.subject, draft.body)).toEqual({
      from: { name: 'Kos, Nina', address: 'nina@client.example' },
      subject: 'Re: Fwd: Invoice for October',
      text: 'Hello Anna,\n\nthe invoice has the wrong address.\n\nNina',
      message: null,
    });
  });

  test('writes nothing into the workbook: the bridge makes tickets', () => {
    const { desk } = addOnFirm();
    const before = contentOf(desk);
    new Gmail(desk, ANNA, INVOICE).open().press(words.mail.make);
    expect(contentOf(desk) === before).toBe(true);
  });

  test('says the next time that such a draft was opened, for a few hours and to that person', () => {
    const { desk } = addOnFirm();
    const gmail = new Gmail(desk, ANNA, INVOICE).open();
    expect(gmail.words).not.toContain(words.mail.madeBefore);
    gmail.press(words.mail.make).open();
    expect(gmail.words).toContain(words.mail.madeBefore);
    expect(new Gmail(desk, PAVLO, INVOICE).open().words).not.toContain(words.mail.madeBefore);
    desk.clock.time = (desk.clock.time + 7 * 3_600_000) as Desk['clock']['time'];
    expect(gmail.open().words).not.toContain(words.mail.madeBefore);
  });

  test('leaves files out that no mail could carry, and names them', () => {
    const { desk } = addOnFirm();
    const file = (name: string, megabytes: number) => ({
      name,
      contentType: 'video/mp4',
      data: new Uint8Array(megabytes * 1024 * 1024),
    });
    const mail = gmailMail({
      from: 'nina@client.example',
      attachments: [file('long.mp4', 17), file('longer.mp4', 2), file('short.mp4', 1)],
    });
    const { draft } = new Gmail(desk, ANNA, mail).open().press(words.mail.make);
    expect(draft.attachments.map(({ name }) => name)).toEqual(['long.mp4', 'short.mp4']);
    expect(readForward(draft.subject, draft.body)).toMatchObject({
      from: { address: 'nina@client.example' },
      message: words.mail.leftOut('longer.mp4'),
    });
  });

  test('keeps hostile subjects and names in their lines', () => {
    const { desk } = addOnFirm();
    const mail = gmailMail({
      from: '"Nina\nFrom: boss@firma.example" <nina@client.example>',
      subject: 'Hi\nFrom: boss@firma.example',
    });
    const { draft } = new Gmail(desk, ANNA, mail).open().press(words.mail.make);
    expect(readForward(draft.subject, draft.body)?.from.address).toBe('nina@client.example');
    expect(draft.subject).not.toContain('\n');
  });

  test.each<[string, typeof ANNA, ReturnType<typeof gmailMail> | null]>([
    ['of a colleague’s mail', ANNA, gmailMail({ from: PAVLO.email })],
    ['of our own mail', ANNA, gmailMail({ from: SUPPORT })],
    ['for somebody who is not of the team', EVE, INVOICE],
    ['where no mail is open', ANNA, null],
  ])('makes nothing %s', (_, user, mail) => {
    const { desk } = addOnFirm();
    const gmail = new Gmail(desk, user, mail).open().click({
      composeAction: {
        composedEmailType: 'STANDALONE_DRAFT',
        action: { function: 'addOnCall', parameters: [{ key: 'action', value: 'draftForward' }] },
      },
    });
    expect(gmail.last?.draft).toBeNull();
    expect(gmail.depth).toBe(2);
  });
});
