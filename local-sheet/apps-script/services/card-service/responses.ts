import type { CardJson, CardNavigation } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { NotEmulated } from '../../failure';
import { text } from '../arguments';
import { builtObject, cardObject, flag, partOf, required } from './card-object';
import { draftIdOf } from './gmail-draft';

/** What a function that a click called may give back. */

export function notification(run: Execution): object {
  let words: string | null = null;
  return cardObject(
    run,
    'Notification',
    {
      setText: (given) => {
        words = text(given, 'Notification.setText');
      },
    },
    () => ({ text: required(words, 'Notification', 'text') }),
  );
}

/** Each call adds one step; they are done in order. */
export function navigation(run: Execution): object {
  const steps: CardNavigation[] = [];
  const card = (given: unknown, method: string): CardJson => partOf(given, ['Card'], method)();
  const json = (): CardJson => ({ navigations: [...steps] });
  return cardObject(
    run,
    'Navigation',
    {
      pushCard: (given) => {
        steps.push({ pushCard: card(given, 'Navigation.pushCard') });
      },
      updateCard: (given) => {
        steps.push({ updateCard: card(given, 'Navigation.updateCard') });
      },
      popCard: () => {
        steps.push({ pop: true });
      },
      popToRoot: () => {
        steps.push({ popToRoot: true });
      },
      popToNamedCard: (name) => {
        steps.push({ popToCard: text(name, 'Navigation.popToNamedCard') });
      },
    },
    json,
    { printJson: () => JSON.stringify(json()) },
  );
}

/** The shape is that of google.apps.card.v1.RenderActions; whether printJson prints it so is not verified. */
export function actionResponseBuilder(run: Execution): object {
  const kind = 'ActionResponseBuilder';
  let steps: (() => CardJson) | null = null;
  let said: (() => CardJson) | null = null;
  let link: (() => CardJson) | null = null;
  let stateChanged: boolean | null = null;
  const json = (): CardJson => ({
    renderActions: {
      action: {
        ...(steps === null ? {} : steps()),
        ...(said === null ? {} : { notification: said() }),
        ...(link === null ? {} : { link: link() }),
      },
    },
    ...(stateChanged === null ? {} : { stateChanged }),
  });
  return cardObject(
    run,
    kind,
    {
      setNavigation: (given) => {
        steps = partOf(given, ['Navigation'], `${kind}.setNavigation`);
      },
      setNotification: (given) => {
        said = partOf(given, ['Notification'], `${kind}.setNotification`);
      },
      setOpenLink: (given) => {
        link = partOf(given, ['OpenLink'], `${kind}.setOpenLink`);
      },
      setStateChanged: (changed) => {
        stateChanged = flag(changed, `${kind}.setStateChanged`);
      },
    },
    json,
    {
      build: () => {
        // "Some combinations of actions are not supported", and the reference does not say which.
        if (steps !== null && link !== null) {
          throw new NotEmulated('an ActionResponse with a navigation and a link at once');
        }
        return builtObject(run, 'ActionResponse', json());
      },
    },
  );
}

export function composeActionResponseBuilder(run: Execution): object {
  const kind = 'ComposeActionResponseBuilder';
  let draftId: string | null = null;
  const json = (): CardJson => ({
    renderActions: {
      hostAppAction: {
        gmailAction: { openCreatedDraftAction: { draftId: required(draftId, kind, 'draft') } },
      },
    },
  });
  return cardObject(
    run,
    kind,
    {
      setGmailDraft: (draft) => {
        draftId = draftIdOf(draft, `${kind}.setGmailDraft`);
      },
    },
    json,
    { build: () => builtObject(run, 'ComposeActionResponse', json()) },
  );
}
