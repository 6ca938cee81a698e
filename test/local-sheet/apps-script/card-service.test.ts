/** CardService by the JSON of what it builds (developers.google.com/apps-script/reference/card-service). */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addOnProject } from './add-on-project';

/** What a piece of script returns, or the error that it gets. */
function attempt(body: string): unknown {
  const code = `function main() { try { ${body} } catch (error) { return String(error); } }`;
  return addOnProject(code).host.run('main').returned;
}

/** The JSON of a card with one widget, or the error that the script gets. */
function widget(expression: string): unknown {
  const printed = attempt(`
    const section = CardService.newCardSection().addWidget(${expression});
    return CardService.newCardBuilder().addSection(section).build().printJson();
  `);
  if (typeof printed !== 'string' || !printed.startsWith('{')) return printed;
  return JSON.parse(printed).sections[0].widgets[0];
}

/** What the script cannot catch. */
function failure(body: string): string {
  try {
    addOnProject(`function main() { ${body} }`).host.run('main');
  } catch (error) {
    return String(error);
  }
  return 'no failure';
}

const ACTION = `CardService.newAction().setFunctionName('onClick')`;
const LINK = `CardService.newOpenLink().setUrl('https://docs.google.com/spreadsheets/d/x')`;
const BUTTON = `CardService.newTextButton().setText('Press')`;
const LIST = `CardService.newSelectionInput().setFieldName('f')`;

describe('a widget in the JSON of its card', () => {
  test.each<[string, string, unknown]>([
    [
      'a paragraph',
      `CardService.newTextParagraph().setText('One<br>two')`,
      { textParagraph: { text: 'One<br>two' } },
    ],
    [
      'a decorated text',
      `CardService.newDecoratedText().setTopLabel('Status').setText('Open').setBottomLabel('Anna').setWrapText(true).setOnClickAction(${ACTION})`,
      {
        decoratedText: {
          topLabel: 'Status',
          text: 'Open',
          bottomLabel: 'Anna',
          wrapText: true,
          onClick: { action: { function: 'onClick' } },
        },
      },
    ],
    ['a divider', 'CardService.newDivider()', { divider: {} }],
    [
      'a button with parameters',
      `${BUTTON}.setTextButtonStyle(CardService.TextButtonStyle.FILLED).setOnClickAction(${ACTION}.setParameters({ a: '1', b: 'x' }).setLoadIndicator(CardService.LoadIndicator.SPINNER))`,
      {
        buttonList: {
          buttons: [
            {
              text: 'Press',
              type: 'FILLED',
              onClick: {
                action: {
                  function: 'onClick',
                  parameters: [
                    { key: 'a', value: '1' },
                    { key: 'b', value: 'x' },
                  ],
                  loadIndicator: 'SPINNER',
                },
              },
            },
          ],
        },
      },
    ],
    [
      'buttons in a row, one that composes and one that opens a link',
      `CardService.newButtonSet().addButton(${BUTTON}.setComposeAction(${ACTION}, CardService.ComposedEmailType.REPLY_AS_DRAFT)).addButton(${BUTTON}.setOpenLink(${LINK}.setOpenAs(CardService.OpenAs.FULL_SIZE)))`,
      {
        buttonList: {
          buttons: [
            {
              text: 'Press',
              onClick: {
                composeAction: { action: { function: 'onClick' }, composedEmailType: 'REPLY_AS_DRAFT' },
              },
            },
            {
              text: 'Press',
              onClick: { openLink: { url: 'https://docs.google.com/spreadsheets/d/x', openAs: 'FULL_SIZE' } },
            },
          ],
        },
      },
    ],
    [
      'a drop-down list',
      `${LIST}.setType(CardService.SelectionInputType.DROPDOWN).setTitle('Status').addItem('Open', 'open', true).addItem(7, 8, false).setOnChangeAction(${ACTION})`,
      {
        selectionInput: {
          name: 'f',
          label: 'Status',
          type: 'DROPDOWN',
          items: [
            { text: 'Open', value: 'open', selected: true },
            { text: '7', value: '8', selected: false },
          ],
          onChangeAction: { function: 'onClick' },
        },
      },
    ],
    [
      'a text field',
      `CardService.newTextInput().setFieldName('note').setTitle('Note').setMultiline(true).setValue('x')`,
      { textInput: { name: 'note', label: 'Note', type: 'MULTIPLE_LINE', value: 'x' } },
    ],
  ])('%s', (_, expression, json) => {
    expect(widget(expression)).toEqual(json);
  });

  test('that is filled in after it was added to the card', () => {
    const printed = attempt(`
      const text = CardService.newTextParagraph();
      const card = CardService.newCardBuilder().addSection(CardService.newCardSection().addWidget(text));
      text.setText('late');
      return card.build().printJson();
    `);
    expect(JSON.parse(String(printed))).toEqual({
      sections: [{ widgets: [{ textParagraph: { text: 'late' } }] }],
    });
  });
});

test('a card has header, name, sections, menu and footer', () => {
  const printed = attempt(`
    return CardService.newCardBuilder()
      .setName('main')
      .setHeader(CardService.newCardHeader().setTitle('Ticket').setSubtitle('T-7K3Q9'))
      .addSection(CardService.newCardSection().setHeader('Facts').setCollapsible(true)
        .setNumUncollapsibleWidgets(1).addWidget(CardService.newDivider()))
      .addCardAction(CardService.newCardAction().setText('Refresh').setOnClickAction(${ACTION}))
      .setFixedFooter(CardService.newFixedFooter().setPrimaryButton(${BUTTON}.setOnClickAction(${ACTION})))
      .build().printJson();
  `);
  expect(JSON.parse(String(printed))).toEqual({
    name: 'main',
    header: { title: 'Ticket', subtitle: 'T-7K3Q9' },
    sections: [
      { header: 'Facts', collapsible: true, uncollapsibleWidgetsCount: 1, widgets: [{ divider: {} }] },
    ],
    cardActions: [{ actionLabel: 'Refresh', onClick: { action: { function: 'onClick' } } }],
    fixedFooter: { primaryButton: { text: 'Press', onClick: { action: { function: 'onClick' } } } },
  });
});

describe('what is refused', () => {
  const many = (count: number, what: string): string => `
    const section = CardService.newCardSection();
    const builder = CardService.newCardBuilder();
    for (let i = 0; i < ${count}; i++) ${what};
    return 'accepted';
  `;

  test.each<[string, string, string]>([
    ['a paragraph without text', 'CardService.newTextParagraph()', 'TextParagraph: text is required'],
    [
      'a decorated text without any label',
      `CardService.newDecoratedText().setText('x')`,
      'an icon, a topLabel or a bottomLabel is required',
    ],
    ['a button without a word', 'CardService.newTextButton()', 'TextButton: text is required'],
    [
      'an action without a function',
      `${BUTTON}.setOnClickAction(CardService.newAction())`,
      'functionName is required',
    ],
    ['a list without a field name', 'CardService.newSelectionInput()', 'fieldName is required'],
    [
      'a text field without title or hint',
      `CardService.newTextInput().setFieldName('f')`,
      'title is required',
    ],
    [
      'parameters that are no texts',
      `${BUTTON}.setOnClickAction(${ACTION}.setParameters({ n: 1 }))`,
      "don't match the method signature for Action.setParameters",
    ],
    [
      'a label that is no text',
      `CardService.newTextButton().setText({})`,
      "don't match the method signature",
    ],
    [
      'a card as a widget',
      'CardService.newCardBuilder()',
      "don't match the method signature for CardSection.addWidget",
    ],
    ['a style that is a word', `${BUTTON}.setTextButtonStyle('FILLED')`, "don't match the method signature"],
    [
      'a link outside the prefixes of the manifest',
      `${BUTTON}.setOpenLink(CardService.newOpenLink().setUrl('https://evil.example/'))`,
      'does not match any prefix',
    ],
  ])('%s', (_, expression, message) => {
    expect(widget(expression)).toEqual(expect.stringContaining(message));
  });

  test.each([
    ['100 widgets of a section are accepted', 100, 'section.addWidget(CardService.newDivider())', 'accepted'],
    ['101 are not', 101, 'section.addWidget(CardService.newDivider())', 'at most 100'],
    [
      '100 sections of a card are accepted',
      100,
      'builder.addSection(CardService.newCardSection())',
      'accepted',
    ],
    ['101 are not', 101, 'builder.addSection(CardService.newCardSection())', 'at most 100'],
  ])('%s', (_, count, what, message) => {
    expect(attempt(many(count, what))).toEqual(expect.stringContaining(message));
  });
});

test.each([
  ['a widget that is not emulated', 'CardService.newImage()', 'CardService.newImage'],
  ['a member that is misspelt', `${BUTTON}.setLabel('x')`, 'TextButton.setLabel'],
  ['an icon', `CardService.newDecoratedText().setStartIcon(null)`, 'DecoratedText.setStartIcon'],
  ['a picker of many', `${LIST}.setType(CardService.SelectionInputType.MULTI_SELECT)`, 'MULTI_SELECT'],
  [
    'a built card that is changed',
    `CardService.newCardBuilder().build().addSection(null)`,
    'Card.addSection',
  ],
  [
    'two fields of one name',
    `CardService.newCardBuilder().addSection(CardService.newCardSection().addWidget(${LIST}).addWidget(${LIST})).build()`,
    'two inputs of the field name f',
  ],
])('%s ends the run as NotEmulated, caught or not', (_, expression, name) => {
  const message = failure(`try { ${expression}; } catch (error) {}`);
  expect(message).toContain('NotEmulated');
  expect(message).toContain(name);
});

describe('the members of CardService', () => {
  const OBJECTS: Readonly<Record<string, string>> = {
    CardService: 'CardService',
    Action: 'CardService.newAction()',
    ActionResponseBuilder: 'CardService.newActionResponseBuilder()',
    ActionResponse: 'CardService.newActionResponseBuilder().build()',
    ButtonSet: 'CardService.newButtonSet()',
    Card: 'CardService.newCardBuilder().build()',
    CardAction: 'CardService.newCardAction()',
    CardBuilder: 'CardService.newCardBuilder()',
    CardHeader: 'CardService.newCardHeader()',
    CardSection: 'CardService.newCardSection()',
    ComposeActionResponseBuilder: 'CardService.newComposeActionResponseBuilder()',
    DecoratedText: 'CardService.newDecoratedText()',
    FixedFooter: 'CardService.newFixedFooter()',
    Navigation: 'CardService.newNavigation()',
    Notification: 'CardService.newNotification()',
    OpenLink: 'CardService.newOpenLink()',
    SelectionInput: 'CardService.newSelectionInput()',
    TextButton: 'CardService.newTextButton()',
    TextInput: 'CardService.newTextInput()',
    TextParagraph: 'CardService.newTextParagraph()',
    ComposedEmailType: 'CardService.ComposedEmailType',
    LoadIndicator: 'CardService.LoadIndicator',
    OnClose: 'CardService.OnClose',
    OpenAs: 'CardService.OpenAs',
    SelectionInputType: 'CardService.SelectionInputType',
    TextButtonStyle: 'CardService.TextButtonStyle',
  };
  const types = readFileSync(
    join(
      dirname(require.resolve('@types/google-apps-script/package.json')),
      'google-apps-script.card-service.d.ts',
    ),
    'utf8',
  );

  test.each(Object.entries(OBJECTS))('%s has only what Google publishes', (name, expression) => {
    const declared =
      new RegExp(`^\\s*(?:interface|enum) ${name} \\{[\\s\\S]*?^ {8}\\}`, 'm').exec(types)?.[0] ?? '';
    const members = attempt(`return Reflect.ownKeys(${expression});`) as string[];
    expect(members.length).toBeGreaterThan(0);
    expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(declared))).toEqual([]);
  });
});
