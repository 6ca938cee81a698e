/**
 * What this emulator says of CardService and of add-ons in Gmail, each with its source in Google's documentation. The
 * cases run as one program: in the tests in the emulator, and unchanged in Google's Apps Script by whoever installs what
 * `npm run conformance -- --add-on DIR` writes.
 *
 * NOT YET VERIFIED AGAINST LIVE GOOGLE. Most in doubt are the names in what `printJson` prints, which scope lets which
 * getter be called on opening a mail, and that a script which belongs to a spreadsheet may be an add-on of Gmail at all.
 */
import type { AddOnCase } from './add-on-case';

const REFERENCE = 'https://developers.google.com/apps-script/reference/card-service';
const JSON_OF_CARDS = 'https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1';
const EVENTS = 'https://developers.google.com/workspace/add-ons/concepts/event-objects';
const SCOPES = 'https://developers.google.com/workspace/add-ons/concepts/workspace-scopes#gmail_scopes';
const TOKEN =
  'https://developers.google.com/apps-script/reference/gmail/gmail-app#setCurrentMessageAccessToken(String)';

const ACTION = `CardService.newAction().setFunctionName('onClick')`;
const BUTTON = `CardService.newTextButton().setText('Press')`;

const cards: readonly AddOnCase[] = [
  {
    name: 'a paragraph is printed with the names of the card’s JSON',
    source: JSON_OF_CARDS,
    when: 'editor',
    body: `return widget(CardService.newTextParagraph().setText('One<br>two'));`,
    expected: { textParagraph: { text: 'One<br>two' } },
  },
  {
    name: 'a decorated text that can be pressed',
    source: `${REFERENCE}/decorated-text`,
    when: 'editor',
    body: `return widget(CardService.newDecoratedText().setTopLabel('Status').setText('Open').setBottomLabel('Anna')
      .setWrapText(true).setOnClickAction(${ACTION}));`,
    expected: {
      decoratedText: {
        topLabel: 'Status',
        text: 'Open',
        bottomLabel: 'Anna',
        wrapText: true,
        onClick: { action: { function: 'onClick' } },
      },
    },
  },
  {
    name: 'the parameters of an action are a list of keys and values',
    source: `${REFERENCE}/action#setParameters(Object)`,
    when: 'editor',
    body: `return widget(CardService.newButtonSet().addButton(${BUTTON}.setOnClickAction(${ACTION}.setParameters({ a: '1' }))))
      .buttonList.buttons[0].onClick;`,
    expected: { action: { function: 'onClick', parameters: [{ key: 'a', value: '1' }] } },
  },
  {
    name: 'a button that composes says what kind of draft it wants',
    source: `${REFERENCE}/composed-email-type`,
    when: 'editor',
    body: `return widget(CardService.newButtonSet().addButton(
      ${BUTTON}.setComposeAction(${ACTION}, CardService.ComposedEmailType.REPLY_AS_DRAFT))).buttonList.buttons[0].onClick;`,
    expected: {
      composeAction: { action: { function: 'onClick' }, composedEmailType: 'REPLY_AS_DRAFT' },
    },
  },
  {
    name: 'a drop-down list with what is chosen',
    source: `${REFERENCE}/selection-input`,
    when: 'editor',
    body: `return widget(CardService.newSelectionInput().setType(CardService.SelectionInputType.DROPDOWN).setFieldName('f')
      .setTitle('Status').addItem('Open', 'open', true).addItem('Done', 'done', false).setOnChangeAction(${ACTION}));`,
    expected: {
      selectionInput: {
        name: 'f',
        label: 'Status',
        type: 'DROPDOWN',
        items: [
          { text: 'Open', value: 'open', selected: true },
          { text: 'Done', value: 'done', selected: false },
        ],
        onChangeAction: { function: 'onClick' },
      },
    },
  },
  {
    name: 'a text field of several lines',
    source: `${REFERENCE}/text-input`,
    when: 'editor',
    body: `return widget(CardService.newTextInput().setFieldName('note').setTitle('Note').setMultiline(true));`,
    expected: { textInput: { name: 'note', label: 'Note', type: 'MULTIPLE_LINE' } },
  },
  {
    name: 'the answer to a click, with a new card and a notice',
    source: 'https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#renderactions',
    when: 'editor',
    body: `return JSON.parse(CardService.newActionResponseBuilder()
      .setNavigation(CardService.newNavigation().updateCard(CardService.newCardBuilder()
        .setHeader(CardService.newCardHeader().setTitle('T-7K3Q9')).build()))
      .setNotification(CardService.newNotification().setText('Saved.')).build().printJson());`,
    expected: {
      renderActions: {
        action: {
          navigations: [{ updateCard: { header: { title: 'T-7K3Q9' } } }],
          notification: { text: 'Saved.' },
        },
      },
    },
  },
  {
    name: 'a paragraph without text cannot be added to a section',
    source: `${REFERENCE}/text-paragraph#setText(String)`,
    when: 'editor',
    body: `return orRefused(() => widget(CardService.newTextParagraph()));`,
    expected: 'refused',
  },
  {
    name: 'a parameter that is no text is refused',
    source: `${REFERENCE}/action#setParameters(Object)`,
    when: 'editor',
    body: `return orRefused(() => ${ACTION}.setParameters({ n: 1 }).constructor.name);`,
    expected: 'refused',
  },
  {
    name: 'a section takes 100 widgets and no more',
    source: `${REFERENCE}/card-section#addWidget(Widget)`,
    when: 'editor',
    body: `const filled = (count) => orRefused(() => {
        const section = CardService.newCardSection();
        for (let i = 0; i < count; i++) section.addWidget(CardService.newDivider());
        CardService.newCardBuilder().addSection(section).build();
        return 'accepted';
      });
      return [filled(100), filled(101)];`,
    expected: ['accepted', 'refused'],
  },
];

const besideAMail: readonly AddOnCase[] = [
  {
    name: 'the event names the open mail and brings a token for it',
    source: EVENTS,
    when: 'opening',
    body: `return [typeof event.gmail.messageId, typeof event.gmail.accessToken, event.commonEventObject.hostApp];`,
    expected: ['string', 'string', 'GMAIL'],
  },
  {
    name: 'the script runs in the name of whoever has the mail open',
    source: 'https://developers.google.com/apps-script/reference/base/session#getActiveUser()',
    when: 'opening',
    body: `const user = Session.getActiveUser().getEmail();
      return [user.includes('@'), user === Session.getEffectiveUser().getEmail()];`,
    expected: [true, true],
  },
  {
    name: 'sender, recipients and subject can be read on opening, with the scope for metadata',
    source: SCOPES,
    when: 'opening',
    body: `const mail = openMail(event);
      return [mail.getFrom(), mail.getTo(), mail.getCc(), mail.getReplyTo(), mail.getSubject()].map((text) => typeof text);`,
    expected: ['string', 'string', 'string', 'string', 'string'],
  },
  {
    name: 'the ids by which a ticket is found can be read on opening, with the scope for metadata',
    source: 'https://developers.google.com/apps-script/reference/gmail/gmail-message#getHeader(String)',
    when: 'opening',
    body: `const mail = openMail(event);
      const id = ['Message-ID', 'Message-Id', 'Message-id', 'message-id'].map((name) => mail.getHeader(name)).join('');
      return [id.includes('@'), typeof mail.getHeader('In-Reply-To'), mail.getHeader('X-No-Such-Header')];`,
    expected: [true, 'string', ''],
  },
  {
    name: 'the text cannot be read on opening, with the scopes for metadata and clicks',
    source: SCOPES,
    when: 'opening',
    body: `return orRefused(() => openMail(event).getPlainBody().length > -1);`,
    expected: 'refused',
  },
  {
    name: 'a mail is not handed over to a wrong token',
    source: TOKEN,
    when: 'opening',
    body: `return orRefused(() => {
        GmailApp.setCurrentMessageAccessToken('x');
        return GmailApp.getMessageById(event.gmail.messageId).getSubject().length > -1;
      });`,
    expected: 'refused',
  },
  {
    name: 'no document is open in Gmail, also for a script that belongs to a spreadsheet',
    source: 'https://developers.google.com/apps-script/reference/lock/lock-service#getDocumentLock()',
    when: 'opening',
    body: `return [LockService.getDocumentLock(), PropertiesService.getDocumentProperties(),
      LockService.getScriptLock() === null];`,
    expected: [null, null, false],
  },
  {
    name: 'a click brings the parameters of its button and what was chosen on the card',
    source: EVENTS,
    when: 'click',
    body: `const { parameters, formInputs } = event.commonEventObject;
      return [parameters.a, formInputs.f.stringInputs.value];`,
    expected: ['1', ['x']],
  },
  {
    name: 'the text can be read after a click, with the scope for clicks',
    source: SCOPES,
    when: 'click',
    body: `return typeof openMail(event).getPlainBody();`,
    expected: 'string',
  },
  {
    name: 'the files can be read after a click, with the scope for clicks',
    source: SCOPES,
    when: 'click',
    body: `return Array.isArray(openMail(event).getAttachments());`,
    expected: true,
  },
];

export const addOnCases: readonly AddOnCase[] = [...cards, ...besideAMail];
