import type { Execution } from '../../execution';
import { serviceObject } from '../../service-object';
import { actionObject, type LinkPrefixes, openLinkObject } from './actions';
import { cardEnums } from './card-enums';
import { cardAction, cardBuilder, cardHeader, cardSection, fixedFooter } from './cards';
import { selectionInput, textInput } from './inputs';
import { actionResponseBuilder, composeActionResponseBuilder, navigation, notification } from './responses';
import { buttonSet, decoratedText, divider, textButton, textParagraph } from './widgets';

/**
 * CardService (developers.google.com/apps-script/reference/card-service), as much of it as text, buttons, drop-down
 * lists and text fields need. Everything else throws NotEmulated: pictures, icons, grids, pickers, suggestions, the
 * changing of a draft that is being written.
 *
 * Built cards carry the field names of google.apps.card.v1, which is what the HTTP side of add-ons speaks. That printJson
 * of Apps Script prints the very same ones is not verified.
 */
export function cardService(run: Execution, prefixes: LinkPrefixes): object {
  const enums = cardEnums(run);
  const values = Object.fromEntries(Object.entries(enums).map(([name, one]) => [name, one.values]));
  return serviceObject(run, 'CardService', {
    ...values,
    newAction: () => actionObject(run, enums),
    newActionResponseBuilder: () => actionResponseBuilder(run),
    newButtonSet: () => buttonSet(run),
    newCardAction: () => cardAction(run, enums),
    newCardBuilder: () => cardBuilder(run),
    newCardHeader: () => cardHeader(run),
    newCardSection: () => cardSection(run),
    newComposeActionResponseBuilder: () => composeActionResponseBuilder(run),
    newDecoratedText: () => decoratedText(run, enums),
    newDivider: () => divider(run),
    newFixedFooter: () => fixedFooter(run),
    newNavigation: () => navigation(run),
    newNotification: () => notification(run),
    newOpenLink: () => openLinkObject(run, enums, prefixes),
    newSelectionInput: () => selectionInput(run, enums),
    newTextButton: () => textButton(run, enums),
    newTextInput: () => textInput(run),
    newTextParagraph: () => textParagraph(run),
  });
}
