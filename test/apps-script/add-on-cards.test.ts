/** Each card, in each language: what it says, and that Google would take it. */
import { LANGUAGES, type Language } from '../../core/language';
import type { GmailMail } from '../../local-sheet/add-on-contract';
import type { SheetUser } from '../../local-sheet/contract';
import { labelOfWord } from '../../sheet-templates/labels';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import { addOnFirm, EVE, type Firm, PAVLO, SUPPORT } from './support/add-on-desk';
import { STORY_TICKET } from './support/believable';
import { ANNA, at, type Desk, newTicket, openDesk } from './support/desk';
import { Gmail, gmailMail } from './support/gmail';

/** One for each language, as nothing here changes it. */
const FIRMS = Object.fromEntries(LANGUAGES.map((language) => [language, addOnFirm(language)])) as Record<
  Language,
  Firm
>;
const reading = (user: SheetUser, language: Language): SheetUser => ({ ...user, locale: language });
const STRANGE = gmailMail({ from: 'Nina Kos <nina@client.example>', subject: 'Invoice' });

function expectSound(gmail: Gmail): void {
  expect(gmail.title).not.toBe('');
  expect(gmail.card.sections.length).toBeGreaterThan(0);
  for (const { widgets } of gmail.card.sections) expect(widgets.length).toBeGreaterThan(0);
  expect(gmail.words).not.toMatch(/undefined|null|NaN|\[object/);
  expect(gmail.buttons.every(({ text }) => text !== '')).toBe(true);
}

describe.each(LANGUAGES)('in %s', (language) => {
  const { desk, story, question, assignment } = FIRMS[language];
  const words = addOnWords(language);
  const { page, refusal } = trackerWords(language);
  const open = (user: SheetUser, mail: GmailMail | null, on: Desk = desk): Gmail => {
    const gmail = new Gmail(on, reading(user, language), mail).open();
    expectSound(gmail);
    return gmail;
  };

  test('the card of a ticket beside its mail', () => {
    const gmail = open(PAVLO, question);
    expect(gmail.card.header).toEqual({ title: story.subject, subtitle: STORY_TICKET });
    const { words: said } = gmail;
    for (const part of [
      page.status,
      labelOfWord('status', 'open', language),
      labelOfWord('priority', 'high', language),
      words.ticket.participant,
      story.name,
      story.email,
      page.session,
      story.course,
      words.ticket.lastMessages,
      page.note,
      words.reply.choose,
      words.reply.direct(story.name, SUPPORT),
      words.ticket.change,
      page.assignee,
      page.internalNote,
      words.ticket.openRow,
    ]) {
      expect(said).toContain(part.replace(/"/g, '&quot;'));
    }
    expect(gmail.chosen('status')).toBe('open');
    expect(gmail.chosen('priority')).toBe('high');
    expect(gmail.fields).toEqual(['template', 'status', 'assignee', 'priority', 'note']);
  });

  test('the person’s next session, where the ticket is about another one', () => {
    const { desk: own, question: mail } = addOnFirm(language);
    expect(open(PAVLO, mail, own).words).not.toContain(page.nextSession);
    own.update(STORY_TICKET, { session_id: 'S-2' });
    expect(open(ANNA, mail, own).words).toContain(page.nextSession);
  });

  test('when it is due, and why', () => {
    const row = desk.ticket(STORY_TICKET).row;
    const { words: said } = open(ANNA, question);
    expect(row.due_reason).not.toBe('');
    expect(said).toContain(row.due_reason.replace(/'/g, '&#39;'));
    expect(said).toContain(labelOfWord('sla_state', row.sla_state, language));
  });

  test('the last three messages, the newest first', () => {
    const { card } = open(ANNA, question);
    const { widgets } = card.sections.find(({ header }) => header === words.ticket.lastMessages) ?? {
      widgets: [],
    };
    const texts = widgets.map(({ decoratedText }) => decoratedText?.text);
    expect(texts).toEqual([story.again, story.again, story.note]);
  });

  test('the row of the ticket, to be opened', () => {
    const button = open(ANNA, question).buttons.find(({ text }) => text === words.ticket.openRow);
    const row = desk.ticket(STORY_TICKET).rowIndex + 1;
    expect(button?.onClick).toEqual({
      openLink: {
        url: `https://docs.google.com/spreadsheets/d/${desk.spreadsheetId}/edit#gid=${desk.place(STORY_TICKET, 'id').sheetId}&range=${row}:${row}`,
      },
    });
  });

  test('beside the mail that Rowdesk sent to a colleague', () => {
    expect(open(PAVLO, assignment).words).toContain(words.reply.relayed(story.name));
  });

  test('beside a mail whose reply would show a private address', () => {
    const gmail = open(ANNA, question);
    expect(gmail.words).toContain(words.reply.addressHidden);
    expect(gmail.fields).not.toContain('template');
  });

  test('beside a mail of the ticket that is not the participant’s', () => {
    const mail = gmailMail({ from: 'eve@evil.example', to: PAVLO.email, inReplyTo: '<q1@client.example>' });
    const gmail = open(PAVLO, mail);
    expect(gmail.title).toBe(story.subject);
    expect(gmail.words).toContain(words.reply.notFromParticipant);
    expect(gmail.fields).not.toContain('template');
  });

  test('the card of a mail that is no ticket', () => {
    const gmail = open(ANNA, STRANGE);
    expect(gmail.card.header).toEqual({ title: words.mail.title, subtitle: 'Invoice' });
    expect(gmail.words).toContain(words.mail.unknown('Nina Kos'));
    expect(gmail.words).toContain(words.mail.how(SUPPORT));
    expect(gmail.buttons.map(({ text }) => text)).toEqual([words.mail.make]);
  });

  test('and of one whose sender has written before', () => {
    const gmail = open(ANNA, gmailMail({ from: story.email, subject: 'Another matter' }));
    expect(gmail.words).toContain(words.mail.theirTickets);
    expect(gmail.press(STORY_TICKET).title).toBe(story.subject);
  });

  test.each<[string, string, string]>([
    ['a colleague', 'Maria <maria@firma.example>', words.mail.ofTeam],
    ['support', SUPPORT, words.mail.ofSupport],
    ['nobody', '', words.mail.noSender],
  ])('and of a mail from %s, which cannot become one', (_, from, sentence) => {
    const gmail = open(ANNA, gmailMail({ from }));
    expect(gmail.words).toContain(sentence);
    expect(gmail.buttons).toEqual([]);
  });

  test('the home page with the reader’s tickets', () => {
    const gmail = open(PAVLO, null);
    expect(gmail.title).toBe(words.home.title);
    expect(gmail.card.header.subtitle).toBe(words.home.open(2));
    expect(gmail.words).toContain(
      `${story.name} · ${labelOfWord('status', 'open', language)} · ${STORY_TICKET}`,
    );
    expect(gmail.press(story.subject).card.header).toEqual({ title: story.subject, subtitle: STORY_TICKET });
    expect(gmail.depth).toBe(2);
    // No mail is open, so nothing can be put into a reply.
    expect(gmail.fields).not.toContain('template');
  });

  test('the home page of somebody who has none', () => {
    const { words: said } = open({ email: 'maria@firma.example', locale: language }, null);
    expect(said).toContain(words.home.none);
  });

  test('for somebody who is not of the team', () => {
    for (const mail of [null, question, STRANGE]) {
      const gmail = open(EVE, mail);
      expect(gmail.title).toBe(words.notice.refused);
      expect(gmail.words).toContain(refusal['not-on-team'](EVE.email).replace(/'/g, '&#39;'));
    }
  });

  test('for a trainer, beside the mail of another’s ticket', () => {
    const { desk: own } = addOnFirm(language);
    own.append('messages', [
      { id: 'x', ticket_id: 'T-2M8FD', direction: 'in', message_id: '<x@client.example>' },
    ]);
    const mail = gmailMail({ from: 'tomasz@klient.example', messageId: '<x@client.example>' });
    expect(open(PAVLO, mail, own).words).toContain(refusal['not-your-ticket']('T-2M8FD'));
  });

  test('before setUp has run', () => {
    const gmail = open(ANNA, question, openDesk({ language }));
    expect(gmail.title).toBe(words.notice.notLinked.title);
    expect(gmail.words).toContain(words.notice.notLinked.text);
  });
});

test('a reader whose language Rowdesk does not speak reads the firm’s', () => {
  const { desk, question } = FIRMS.pl;
  const gmail = new Gmail(desk, { ...PAVLO, locale: 'de' }, question).open();
  expect(gmail.words).toContain(addOnWords('pl').ticket.participant);
});

test('a reader reads their own language in a firm of another', () => {
  const { desk, question } = FIRMS.pl;
  const gmail = new Gmail(desk, { ...PAVLO, locale: 'uk' }, question).open();
  expect(gmail.words).toContain(addOnWords('uk').ticket.participant);
  expect(gmail.words).toContain(labelOfWord('status', 'open', 'uk'));
  expect(gmail.words).not.toContain(addOnWords('pl').ticket.participant);
});

describe('what strangers wrote', () => {
  const HOSTILE = '<a href="https://evil.example">Click</a> & <script>x</script>';

  test('is shown as they wrote it and never as markup', () => {
    const { desk } = addOnFirm();
    desk.append('tickets', [
      newTicket('T-E71E1', { subject: HOSTILE, requester_name: HOSTILE, assignee: 'Anna Zielińska' }),
    ]);
    desk.append('messages', [
      {
        id: 'h',
        ticket_id: 'T-E71E1',
        direction: 'in',
        at: at('2026-11-23T08:00:00Z'),
        from: HOSTILE,
        text: HOSTILE,
        message_id: '<h@evil.example>',
      },
    ]);
    const mail = gmailMail({ from: HOSTILE, subject: HOSTILE, messageId: '<h@evil.example>' });
    const shown = [new Gmail(desk, ANNA, mail).open(), new Gmail(desk, ANNA, null).open()];
    for (const { widgets } of shown) {
      for (const { textParagraph, decoratedText } of widgets) {
        expect(`${textParagraph?.text} ${decoratedText?.text}`).not.toMatch(/<(?!br>)/);
      }
    }
    expect(shown[0]?.words).toContain('&lt;script&gt;');
  });

  test('is cut where it is long, and not in the middle of a sign', () => {
    const { desk } = addOnFirm();
    desk.append('tickets', [newTicket('T-E71E1')]);
    desk.append('messages', [
      {
        id: 'h',
        ticket_id: 'T-E71E1',
        direction: 'in',
        text: `${'x'.repeat(499)}😀${'y'.repeat(40_000)}`,
        message_id: '<h@evil.example>',
      },
    ]);
    const gmail = new Gmail(
      desk,
      ANNA,
      gmailMail({ from: 'a@b.example', messageId: '<h@evil.example>' }),
    ).open();
    const long = gmail.widgets.find(({ decoratedText }) => decoratedText?.text.startsWith('xxx'));
    expect(long?.decoratedText?.text).toBe(`${'x'.repeat(499)} …`);
  });
});

test('the home page puts the most pressing first, and what is not due last', () => {
  const { desk } = addOnFirm();
  const mine = { assignee: 'Anna Zielińska', status: 'open' } as const;
  desk.append('tickets', [
    newTicket('T-LATE2', { ...mine, subject: 'late', next_due: at('2026-11-25T09:00:00Z') }),
    newTicket('T-NEVR2', {
      ...mine,
      subject: 'waits',
      next_due: null,
      last_inbound_at: at('2026-11-22T08:00:00Z'),
    }),
    newTicket('T-NEVR3', { ...mine, subject: 'waits longer', last_inbound_at: at('2026-11-20T08:00:00Z') }),
    newTicket('T-SQQN2', {
      ...mine,
      subject: 'soon',
      next_due: at('2026-11-26T09:00:00Z'),
      resolve_due: at('2026-11-23T10:00:00Z'),
    }),
    newTicket('T-DQNE2', { ...mine, status: 'resolved', subject: 'done' }),
    newTicket('T-QTHER', { assignee: 'Maria Sokół', subject: 'another’s' }),
  ]);
  const gmail = new Gmail(desk, ANNA, null).open();
  const shown = gmail.widgets.flatMap(({ decoratedText }) => decoratedText?.text ?? []);
  const told = ['soon', 'late', 'waits', 'waits longer', 'done', 'another’s'];
  expect(shown.filter((text) => told.includes(text))).toEqual(['soon', 'late', 'waits longer', 'waits']);
});

test('a long list shows twenty and says how many there are', () => {
  const { desk } = addOnFirm();
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ'.split('');
  desk.append(
    'tickets',
    letters.map((letter) => newTicket(`T-${letter}${letter}${letter}22`, { assignee: 'Maria Sokół' })),
  );
  const gmail = new Gmail(desk, { email: 'maria@firma.example', locale: 'en' }, null).open();
  const { home } = addOnWords('en');
  expect(gmail.card.header.subtitle).toBe(home.open(letters.length));
  expect(gmail.widgets.filter(({ decoratedText }) => decoratedText)).toHaveLength(20);
  expect(gmail.words).toContain(home.more(letters.length - 20));
});
