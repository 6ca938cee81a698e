/** An add-on in Gmail: what it is called with, what it may read, what it may give back, and how long it may take. */
import { NotEmulated } from '../../../local-sheet/apps-script/failure';
import { addOnProject, COMMON, click, composing, EVERY_SCOPE, GMAIL, QUESTION } from './add-on-project';
import { COLLEAGUE, OWNER } from './project';

const CARD = `function card(text) {
  const section = CardService.newCardSection().addWidget(CardService.newTextParagraph().setText(String(text)));
  return CardService.newCardBuilder().addSection(section).build();
}
function said(text) {
  return CardService.newActionResponseBuilder()
    .setNotification(CardService.newNotification().setText(String(text))).build();
}
function openMail(event) {
  GmailApp.setCurrentMessageAccessToken(event.gmail.accessToken);
  return GmailApp.getMessageById(event.gmail.messageId);
}
`;

/** What the script's code says in the text of its one card beside the open mail. */
function beside(body: string, options: Parameters<typeof addOnProject>[1] = {}): string {
  const { host } = addOnProject(
    `${CARD} function onMail(event) { return card((() => { ${body} })()); }`,
    options,
  );
  const [first] = host.runAddOnTrigger(COLLEAGUE, 'gmail', QUESTION).cards;
  return (first as { sections: { widgets: { textParagraph: { text: string } }[] }[] }).sections[0]?.widgets[0]
    ?.textParagraph.text as string;
}

const attempted = (body: string, options: Parameters<typeof addOnProject>[1] = {}): string =>
  beside(`try { ${body} } catch (error) { return String(error); }`, options);

/** The same after a click. */
function clicked(body: string, options: Parameters<typeof addOnProject>[1] = {}): string {
  const { host } = addOnProject(
    `${CARD} function onClick(event) { return said((() => { try { ${body} } catch (error) { return String(error); } })()); }`,
    options,
  );
  return (
    host.runAddOnAction(COLLEAGUE, click('onClick', { a: '1' }), QUESTION, { f: ['x'] }).notification ?? ''
  );
}

describe('the event', () => {
  test('of an opened mail names it, and says nothing of the locale', () => {
    expect(JSON.parse(beside('return JSON.stringify(event);'))).toEqual({
      commonEventObject: { hostApp: 'GMAIL', platform: 'WEB' },
      gmail: { messageId: '18c0ffee', threadId: '18c0de00', accessToken: expect.any(String) },
    });
  });

  test('of the home page names no mail', () => {
    const { host } = addOnProject(`${CARD} function onHome(event) { return [card('gmail' in event)]; }`);
    expect(JSON.stringify(host.runAddOnTrigger(OWNER, 'home', null).cards)).toContain('false');
  });

  test('of a click brings parameters and what was chosen', () => {
    expect(JSON.parse(clicked('return JSON.stringify(event.commonEventObject);'))).toEqual({
      hostApp: 'GMAIL',
      platform: 'WEB',
      parameters: { a: '1' },
      formInputs: { f: { stringInputs: { value: ['x'] } } },
    });
  });

  test('runs in the name of whoever uses the add-on', () => {
    const names = `return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()].join();`;
    expect(beside(names)).toBe('olena@kursy.example,olena@kursy.example');
  });
});

describe('the open mail', () => {
  test('is read by its getters, names of headers as its sender wrote them', () => {
    const read = beside(`
      const mail = openMail(event);
      return [mail.getFrom(), mail.getSubject(), mail.getReplyTo(), mail.getHeader('Message-ID'),
        mail.getHeader('Message-Id'), mail.getDate().toISOString(), mail.getThread().getId()].join('|');
    `);
    expect(read).toBe(
      'Olena Kovalenko <olena@client.example>|Where is the link?|||<q1@client.example>|2026-11-21T08:00:00.000Z|18c0de00',
    );
  });

  test.each([
    [
      'without the token',
      'return GmailApp.getMessageById(event.gmail.messageId).getId();',
      'Missing access token',
    ],
    [
      'with another token',
      `GmailApp.setCurrentMessageAccessToken('x'); return GmailApp.getMessageById(event.gmail.messageId).getId();`,
      'Invalid access token',
    ],
    [
      'of another id',
      `GmailApp.setCurrentMessageAccessToken(event.gmail.accessToken); return GmailApp.getMessageById('other').getId();`,
      'is not the one that is open',
    ],
  ])('is not read %s', (_, body, message) => {
    expect(attempted(body)).toContain(message);
  });

  test('is not read with the token of an earlier run', () => {
    const { host } = addOnProject(`${CARD}
      function onMail(event) { return card(event.gmail.accessToken); }
      function onClick(event) {
        GmailApp.setCurrentMessageAccessToken(event.commonEventObject.parameters.old);
        try { return said(GmailApp.getMessageById(event.gmail.messageId).getId()); }
        catch (error) { return said(error); }
      }`);
    const shown = JSON.stringify(host.runAddOnTrigger(OWNER, 'gmail', QUESTION).cards);
    const old = /"text":"([^"]+)"/.exec(shown)?.[1] ?? '';
    expect(host.runAddOnAction(OWNER, click('onClick', { old }), QUESTION, {}).notification).toContain(
      'Invalid access token',
    );
  });

  const without = (scope: string): string[] =>
    EVERY_SCOPE.filter((one) => one !== `gmail.addons.current.${scope}`);

  test.each<[string, string, string[], string]>([
    ['sender on opening, with metadata', 'getFrom', EVERY_SCOPE, 'Olena'],
    [
      'sender on opening, without metadata',
      'getFrom',
      without('message.metadata'),
      'permissions are not sufficient',
    ],
    ['text on opening, with metadata alone', 'getPlainBody', EVERY_SCOPE, 'permissions are not sufficient'],
    [
      'files on opening, with metadata alone',
      'getAttachments',
      EVERY_SCOPE,
      'permissions are not sufficient',
    ],
    [
      'text on opening, with readonly',
      'getPlainBody',
      [...EVERY_SCOPE, 'gmail.addons.current.message.readonly'],
      'I cannot find it.',
    ],
  ])('%s', (_, getter, scopes, expected) => {
    expect(attempted(`return openMail(event).${getter}();`, { scopes })).toContain(expected);
  });

  test.each<[string, string[], string]>([
    ['with the scope for clicks', EVERY_SCOPE, 'I cannot find it.'],
    ['without it', without('message.action'), 'permissions are not sufficient'],
  ])('text after a click, %s', (_, scopes, expected) => {
    expect(clicked('return openMail(event).getPlainBody();', { scopes })).toContain(expected);
  });

  test.each([
    ['searching', `GmailApp.search('from:me')`, 'GmailApp.search'],
    ['sending', `GmailApp.sendEmail('a@b.example', 's', 'b')`, 'GmailApp.sendEmail'],
    ['forwarding', `openMail(event).forward('a@b.example')`, 'GmailMessage.forward'],
    ['the whole thread', 'openMail(event).getThread().getMessages()', 'GmailThread.getMessages'],
    ['the open spreadsheet', 'SpreadsheetApp.getActiveSpreadsheet()', 'SpreadsheetApp.getActiveSpreadsheet'],
  ])('%s is not emulated', (_, expression, name) => {
    expect(() => beside(`return String(${expression});`)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(`NotEmulated: ${name}`) }),
    );
  });
});

test('a script that runs elsewhere has no GmailApp', () => {
  const { host } = addOnProject(`function main() { GmailApp.createDraft('a@b.example', 's', 'b'); }`);
  expect(() => host.run('main')).toThrow('NotEmulated: GmailApp.createDraft');
});

test('no document is open there: neither its lock nor its properties nor its cache', () => {
  expect(
    beside(`return [LockService.getDocumentLock(), PropertiesService.getDocumentProperties(),
      CacheService.getDocumentCache(), typeof LockService.getScriptLock()].join();`),
  ).toBe(',,,object');
});

test('the spreadsheet is opened by its id', () => {
  const { host, spreadsheetId } = addOnProject(
    `${CARD} function onMail() { return card(SpreadsheetApp.openById(PropertiesService.getScriptProperties().getProperty('id')).getName()); }
     function keep(id) { PropertiesService.getScriptProperties().setProperty('id', id); }`,
  );
  host.run('keep', spreadsheetId);
  expect(JSON.stringify(host.runAddOnTrigger(OWNER, 'gmail', QUESTION).cards)).toContain('Courses');
});

describe('a draft', () => {
  const drafting = (body: string, options: Parameters<typeof addOnProject>[1] = {}) =>
    addOnProject(
      `${CARD} function onClick(event) {
        const draft = ${body};
        return CardService.newComposeActionResponseBuilder().setGmailDraft(draft).build();
      }`,
      options,
    ).host;

  test('as a reply goes to the sender, and stands under the mail', () => {
    const host = drafting(`openMail(event).createDraftReply('Here it is.', { cc: 'help@kursy.example' })`);
    expect(host.runAddOnAction(COLLEAGUE, composing('onClick'), QUESTION, {}).draft).toEqual({
      id: expect.any(String),
      inReplyTo: '18c0ffee',
      from: 'olena@kursy.example',
      to: ['Olena Kovalenko <olena@client.example>'],
      cc: ['help@kursy.example'],
      subject: 'Re: Where is the link?',
      body: 'Here it is.',
      htmlBody: null,
      attachments: [],
    });
  });

  test('as a reply goes by the reply-to address where there is one', () => {
    const host = drafting(`openMail(event).createDraftReply('Here it is.')`);
    const headers = [...QUESTION.headers, ['Reply-To', 'other@client.example'] as const];
    expect(host.runAddOnAction(OWNER, composing('onClick'), { ...QUESTION, headers }, {}).draft?.to).toEqual([
      'other@client.example',
    ]);
  });

  test('alone has its own recipients, and takes files of the mail along', () => {
    const host = drafting(
      `GmailApp.createDraft('"Nowak, Jan" <jan@kursy.example>, help@kursy.example', 'Fwd', 'b', { attachments: openMail(event).getAttachments() })`,
    );
    const { draft } = host.runAddOnAction(OWNER, composing('onClick', 'STANDALONE_DRAFT'), QUESTION, {});
    expect(draft).toMatchObject({
      inReplyTo: null,
      to: ['"Nowak, Jan" <jan@kursy.example>', 'help@kursy.example'],
      attachments: QUESTION.attachments,
    });
  });

  test('is not made without the scope', () => {
    const scopes = EVERY_SCOPE.filter((scope) => !scope.endsWith('compose'));
    const host = drafting(`openMail(event).createDraftReply('x')`, { scopes });
    expect(() => host.runAddOnAction(OWNER, composing('onClick'), QUESTION, {})).toThrow(
      'Specified permissions are not sufficient to call GmailMessage.createDraftReply',
    );
  });

  test('of another kind than the button said is refused', () => {
    const host = drafting(`GmailApp.createDraft('a@b.example', 's', 'b')`);
    expect(() => host.runAddOnAction(OWNER, composing('onClick'), QUESTION, {})).toThrow('no REPLY_AS_DRAFT');
  });

  test('with an option that is not emulated ends the run', () => {
    const host = drafting(`openMail(event).createDraftReply('x', { from: 'boss@kursy.example' })`);
    expect(() => host.runAddOnAction(OWNER, composing('onClick'), QUESTION, {})).toThrow(
      'GmailMessage.createDraftReply with the option from',
    );
  });
});

describe('what comes back', () => {
  const answering = (expression: string) =>
    addOnProject(
      `${CARD} function onMail() { return ${expression}; } function onClick() { return ${expression}; }`,
    ).host;

  test('is one card or several', () => {
    expect(answering(`card('one')`).runAddOnTrigger(OWNER, 'gmail', QUESTION).cards).toHaveLength(1);
    expect(
      answering(`[card('one'), card('two')]`).runAddOnTrigger(OWNER, 'gmail', QUESTION).cards,
    ).toHaveLength(2);
  });

  test('is a navigation, a notification, a link, and whether anything changed', () => {
    const navigated = answering(`CardService.newActionResponseBuilder()
      .setNavigation(CardService.newNavigation().popCard().popToRoot().popToNamedCard('main').updateCard(card('new')).pushCard(card('top')))
      .setNotification(CardService.newNotification().setText('Saved')).setStateChanged(true).build()`);
    const text = (words: string) => ({ sections: [{ widgets: [{ textParagraph: { text: words } }] }] });
    expect(navigated.runAddOnAction(OWNER, click('onClick'), QUESTION, {})).toMatchObject({
      navigations: [
        { pop: true },
        { popToRoot: true },
        { popToCard: 'main' },
        { updateCard: text('new') },
        { pushCard: text('top') },
      ],
      notification: 'Saved',
      stateChanged: true,
      cards: [],
      draft: null,
    });
    const linked = answering(`CardService.newActionResponseBuilder()
      .setOpenLink(CardService.newOpenLink().setUrl('https://docs.google.com/spreadsheets/d/x')).build()`);
    expect(linked.runAddOnAction(OWNER, click('onClick'), QUESTION, {}).openLink).toEqual({
      url: 'https://docs.google.com/spreadsheets/d/x',
    });
  });

  test.each([
    ['nothing', 'undefined'],
    ['no card', '[]'],
    ['a text', `'card'`],
    ['a builder that nobody built', 'CardService.newCardBuilder()'],
    ['an answer to a click', `said('x')`],
  ])('of a trigger is not %s', (_, expression) => {
    expect(() => answering(expression).runAddOnTrigger(OWNER, 'gmail', QUESTION)).toThrow(
      'has a type that cannot be used by the add-ons platform',
    );
  });

  test.each([
    ['a card', `card('x')`],
    ['a builder that nobody built', 'CardService.newActionResponseBuilder()'],
  ])('of a click is not %s', (_, expression) => {
    expect(() => answering(expression).runAddOnAction(OWNER, click('onClick'), QUESTION, {})).toThrow(
      'has a type that cannot be used by the add-ons platform',
    );
  });

  test('of a click is never a navigation and a link at once', () => {
    const both = `CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().popCard())
      .setOpenLink(CardService.newOpenLink().setUrl('https://docs.google.com/spreadsheets/d/x')).build()`;
    expect(() => answering(both).runAddOnAction(OWNER, click('onClick'), QUESTION, {})).toThrow(
      NotEmulated.name,
    );
  });
});

describe('30 seconds', () => {
  const sleeping = (ms: number) =>
    addOnProject(
      `${CARD} function onMail() { try { Utilities.sleep(${ms}); } catch (error) {} return card('done'); }`,
    ).host;

  test('are enough to the last', () => {
    const { elapsedMs, cards } = sleeping(29_000).runAddOnTrigger(OWNER, 'gmail', QUESTION);
    expect(cards).toHaveLength(1);
    expect(elapsedMs).toBeGreaterThanOrEqual(29_000);
  });

  test('and a moment end the run, whatever it catches', () => {
    expect(() => sleeping(30_001).runAddOnTrigger(OWNER, 'gmail', QUESTION)).toThrow(
      'Exceeded maximum execution time',
    );
  });
});

describe('a manifest makes no add-on', () => {
  test.each<[string, Parameters<typeof addOnProject>[1], string]>([
    ['without its section', { addOns: {} }, 'addOns.common or addOns.gmail is missing'],
    ['without a name', { addOns: { common: { ...COMMON, name: '' }, gmail: GMAIL } }, 'addOns.common.name'],
    [
      'without a logo',
      { addOns: { common: { ...COMMON, logoUrl: 'http://www.example.com/logo.png' }, gmail: GMAIL } },
      'addOns.common.logoUrl',
    ],
    [
      'without the scope to run',
      { scopes: EVERY_SCOPE.filter((scope) => !scope.endsWith('execute')) },
      'gmail.addons.execute',
    ],
    [
      'with two contextual triggers',
      {
        addOns: {
          common: COMMON,
          gmail: { contextualTriggers: [...GMAIL.contextualTriggers, ...GMAIL.contextualTriggers] },
        },
      },
      'exactly one trigger',
    ],
    [
      'with a condition that there is not',
      { addOns: { common: COMMON, gmail: { contextualTriggers: [{ onTriggerFunction: 'onMail' }] } } },
      'exactly one trigger',
    ],
  ])('%s', (_, options, message) => {
    const { host } = addOnProject(`${CARD} function onMail() { return card('x'); }`, options);
    expect(() => host.runAddOnTrigger(OWNER, 'gmail', QUESTION)).toThrow(message);
  });

  test('whose function is missing', () => {
    expect(() => addOnProject(CARD).host.runAddOnTrigger(OWNER, 'gmail', QUESTION)).toThrow(
      'Script function not found: onMail',
    );
  });

  test('with a home page that is switched off', () => {
    const common = { ...COMMON, homepageTrigger: { runFunction: 'onHome', enabled: false } };
    const { host } = addOnProject(`${CARD} function onHome() { return card('x'); }`, {
      addOns: { common, gmail: GMAIL },
    });
    expect(() => host.runAddOnTrigger(OWNER, 'home', null)).toThrow('no homepageTrigger is enabled');
  });
});
