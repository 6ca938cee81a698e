/** Google's cards out of ours. The only file that touches CardService. */
import { escapeHtml } from '../../core/mail/escape-html';
import type { Ask, Button, Card, Press, Section, Widget } from './card';

type Service = GoogleAppsScript.Card_Service.CardService;
type GoogleCard = GoogleAppsScript.Card_Service.Card;

/** What Gmail takes of a function that a click called: Google's ActionResponse or ComposeActionResponse. */
export interface AnswerToClick {
  printJson(): string;
}

/** The one function that cards may call. */
const FUNCTION = 'addOnCall';

export function drawCard(card: Card): GoogleCard {
  const header = CardService.newCardHeader().setTitle(card.title);
  if (card.subtitle !== '') header.setSubtitle(card.subtitle);
  const builder = CardService.newCardBuilder().setHeader(header);
  for (const section of card.sections) {
    if (section.widgets.length > 0) builder.addSection(drawSection(section));
  }
  return builder.build();
}

export function pushed(card: Card): AnswerToClick {
  return CardService.newActionResponseBuilder()
    .setNavigation(CardService.newNavigation().pushCard(drawCard(card)))
    .build();
}

/** In place of the card that asked. Null for either: nothing of that kind. */
export function updated(card: Card | null, said: string | null): AnswerToClick {
  const builder = CardService.newActionResponseBuilder();
  if (card) builder.setNavigation(CardService.newNavigation().updateCard(drawCard(card)));
  if (said !== null) builder.setNotification(CardService.newNotification().setText(said));
  return builder.build();
}

export function opensDraft(draft: GoogleAppsScript.Gmail.GmailDraft): AnswerToClick {
  return CardService.newComposeActionResponseBuilder().setGmailDraft(draft).build();
}

function drawSection({ header, widgets }: Section): GoogleAppsScript.Card_Service.CardSection {
  const section = CardService.newCardSection();
  if (header !== '') section.setHeader(header);
  for (const widget of widgets) section.addWidget(drawWidget(widget));
  return section;
}

function drawWidget(widget: Widget): GoogleAppsScript.Card_Service.Widget {
  switch (widget.kind) {
    case 'text':
      return CardService.newTextParagraph().setText(inMarkup(widget.text));
    case 'fact': {
      const drawn = CardService.newDecoratedText()
        .setTopLabel(widget.label)
        .setText(inMarkup(widget.text))
        .setWrapText(true);
      if (widget.below !== '') drawn.setBottomLabel(widget.below);
      if (widget.press) drawn.setOnClickAction(actionOf(widget.press));
      return drawn;
    }
    case 'choice': {
      const drawn = CardService.newSelectionInput()
        .setType(CardService.SelectionInputType.DROPDOWN)
        .setFieldName(widget.field)
        .setTitle(widget.label);
      for (const { value, label } of widget.options) drawn.addItem(label, value, value === widget.chosen);
      if (widget.ask) drawn.setOnChangeAction(actionOf(widget.ask));
      return drawn;
    }
    case 'input':
      return CardService.newTextInput().setFieldName(widget.field).setTitle(widget.label).setMultiline(true);
    case 'buttons': {
      const drawn = CardService.newButtonSet();
      for (const button of widget.buttons) drawn.addButton(drawButton(button));
      return drawn;
    }
  }
}

function drawButton({ label, press, strong }: Button): GoogleAppsScript.Card_Service.TextButton {
  const button = CardService.newTextButton().setText(label);
  if (strong) button.setTextButtonStyle(CardService.TextButtonStyle.FILLED);
  return pressing(button, press);
}

function pressing(
  button: GoogleAppsScript.Card_Service.TextButton,
  press: Press,
): GoogleAppsScript.Card_Service.TextButton {
  switch (press.kind) {
    case 'ask':
      return button.setOnClickAction(actionOf(press.ask));
    case 'compose': {
      const { REPLY_AS_DRAFT, STANDALONE_DRAFT }: Service['ComposedEmailType'] =
        CardService.ComposedEmailType;
      return button.setComposeAction(
        actionOf(press.ask),
        press.as === 'reply' ? REPLY_AS_DRAFT : STANDALONE_DRAFT,
      );
    }
    case 'link':
      return button.setOpenLink(CardService.newOpenLink().setUrl(press.url));
  }
}

function actionOf({ action, parameters }: Ask): GoogleAppsScript.Card_Service.Action {
  return CardService.newAction()
    .setFunctionName(FUNCTION)
    .setParameters({ ...parameters, action });
}

/** Paragraphs and decorated texts take some HTML, and what stands in them comes from mails. */
function inMarkup(words: string): string {
  return escapeHtml(words).replace(/\n/g, '<br>');
}
