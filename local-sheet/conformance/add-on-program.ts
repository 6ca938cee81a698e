/** The cases of an add-on as one project of Apps Script: a program and its manifest. */
import type { AddOnCase } from './add-on-case';

/** The scopes that the cases speak of. */
const SCOPES = [
  'userinfo.email',
  'gmail.addons.execute',
  'gmail.addons.current.message.metadata',
  'gmail.addons.current.message.action',
  'gmail.addons.current.action.compose',
];

export const addOnManifest = {
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  exceptionLogging: 'STACKDRIVER',
  addOns: {
    common: {
      name: 'Conformance',
      logoUrl: 'https://www.gstatic.com/images/icons/material/system/1x/question_answer_black_48dp.png',
      homepageTrigger: { runFunction: 'onHome' },
    },
    gmail: { contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'onMail' }] },
  },
  oauthScopes: SCOPES.map((scope) => `https://www.googleapis.com/auth/${scope}`),
} as const;

/** Its functions: `conformance` for the editor, `onMail` and `onClick` for Gmail. They say what agrees and what does not. */
export function addOnProgram(cases: readonly AddOnCase[]): string {
  return `${FRAME}\nconst CASES = [\n${cases.map(written).join('\n')}\n];\n`;
}

function written({ name, source, when, body, expected }: AddOnCase): string {
  const facts = JSON.stringify({ name, source, when });
  return `  { ...${facts},\n    run(event) { ${body} },\n    expected: ${JSON.stringify(expected)} },`;
}

/** Compared without regard to the order of fields. */
const FRAME = `function widget(built) {
  const card = CardService.newCardBuilder().addSection(CardService.newCardSection().addWidget(built)).build();
  return JSON.parse(card.printJson()).sections[0].widgets[0];
}
function openMail(event) {
  GmailApp.setCurrentMessageAccessToken(event.gmail.accessToken);
  return GmailApp.getMessageById(event.gmail.messageId);
}
function orRefused(ask) {
  try { return ask(); } catch (error) { return 'refused'; }
}
function plain(value) {
  return JSON.stringify(value, (key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.keys(part).sort().map((name) => [name, part[name]]))
      : part);
}
function compared(when, event) {
  return CASES.filter((one) => one.when === when).map((one) => {
    let seen;
    try { seen = plain(one.run(event)); } catch (error) { seen = 'failed: ' + error; }
    const expected = plain(one.expected);
    return seen === expected ? 'same: ' + one.name
      : 'DIFFERENT: ' + one.name + '; source: ' + one.source + '; emulator: ' + expected + '; seen: ' + seen;
  });
}
function conformance() {
  const lines = compared('editor', null);
  lines.forEach((line) => console.log(line));
  return lines;
}
function resultCard(lines) {
  const section = CardService.newCardSection();
  lines.forEach((line) => {
    console.log(line);
    section.addWidget(CardService.newTextParagraph().setText(line.replace(/&/g, '&amp;').replace(/</g, '&lt;')));
  });
  return section;
}
function onHome() {
  return [CardService.newCardBuilder().addSection(resultCard(['Open a mail.'])).build()];
}
function onMail(event) {
  const section = resultCard(compared('opening', event))
    .addWidget(CardService.newSelectionInput().setType(CardService.SelectionInputType.DROPDOWN).setFieldName('f')
      .setTitle('Leave this as it is').addItem('x', 'x', true))
    .addWidget(CardService.newButtonSet().addButton(CardService.newTextButton().setText('Compare what a click may')
      .setOnClickAction(CardService.newAction().setFunctionName('onClick').setParameters({ a: '1' }))));
  return [CardService.newCardBuilder().addSection(section).build()];
}
function onClick(event) {
  const card = CardService.newCardBuilder().addSection(resultCard(compared('click', event))).build();
  return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().pushCard(card)).build();
}`;
