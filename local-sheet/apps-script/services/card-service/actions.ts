import type { CardJson } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { ServiceException } from '../../failure';
import { isRecord, refuseArguments, text } from '../arguments';
import type { CardEnums } from './card-enums';
import { cardObject, flag, partOf, required, type Setters } from './card-object';

/** Action (developers.google.com/apps-script/reference/card-service/action): which function a click calls. */
export function actionObject(run: Execution, { LoadIndicator }: CardEnums): object {
  const json: Record<string, unknown> = {};
  let functionName: string | null = null;
  return cardObject(
    run,
    'Action',
    {
      setFunctionName: (name) => {
        functionName = text(name, 'Action.setFunctionName');
      },
      // Keys and values are texts: anything else is refused, not made one.
      setParameters: (given) => {
        if (!isRecord(given)) refuseArguments('Action.setParameters', [given]);
        json.parameters = Object.entries(given).map(([key, value]) =>
          typeof value === 'string' ? { key, value } : refuseArguments('Action.setParameters', [given]),
        );
      },
      setLoadIndicator: (indicator) => {
        json.loadIndicator = LoadIndicator.keyOf(indicator, 'Action.setLoadIndicator');
      },
      setPersistValues: (persist) => {
        json.persistValues = flag(persist, 'Action.setPersistValues');
      },
    },
    () => ({ function: required(functionName, 'Action', 'functionName'), ...json }),
  );
}

/** addOns.common.openLinkUrlPrefixes of the manifest, which a link has to begin with one of. Null: there is no list. */
export type LinkPrefixes = readonly string[] | null;

export function openLinkObject(
  run: Execution,
  { OpenAs, OnClose }: CardEnums,
  prefixes: LinkPrefixes,
): object {
  const json: Record<string, unknown> = {};
  let url: string | null = null;
  return cardObject(
    run,
    'OpenLink',
    {
      setUrl: (link) => {
        url = text(link, 'OpenLink.setUrl');
      },
      setOpenAs: (how) => {
        json.openAs = OpenAs.keyOf(how, 'OpenLink.setOpenAs');
      },
      setOnClose: (then) => {
        json.onClose = OnClose.keyOf(then, 'OpenLink.setOnClose');
      },
    },
    () => ({ url: allowedLink(required(url, 'OpenLink', 'url'), prefixes), ...json }),
  );
}

/** When Google looks at the list is not verified; a link outside it opens nothing. */
function allowedLink(url: string, prefixes: LinkPrefixes): string {
  if (prefixes?.some((prefix) => url.startsWith(prefix))) return url;
  throw new ServiceException(
    `The URL ${url} does not match any prefix of addOns.common.openLinkUrlPrefixes in the manifest.`,
  );
}

export interface Clickable {
  readonly setters: Setters;
  /** The onClick of the widget, empty without one. The last one set counts; whether it does with Google is not verified. */
  json(): { readonly onClick?: CardJson };
}

/** What a widget does when it is pressed. */
export function clickable(kind: string, { ComposedEmailType }: CardEnums): Clickable {
  let onClick: (() => CardJson) | null = null;
  return {
    setters: {
      setOnClickAction: (action) => {
        const json = partOf(action, ['Action'], `${kind}.setOnClickAction`);
        onClick = () => ({ action: json() });
      },
      setOpenLink: (link) => {
        const json = partOf(link, ['OpenLink'], `${kind}.setOpenLink`);
        onClick = () => ({ openLink: json() });
      },
      setComposeAction: (action, type) => {
        const json = partOf(action, ['Action'], `${kind}.setComposeAction`);
        const composedEmailType = ComposedEmailType.keyOf(type, `${kind}.setComposeAction`);
        // google.apps.card.v1 publishes no such field: the name is ours.
        onClick = () => ({ composeAction: { action: json(), composedEmailType } });
      },
    },
    json: () => (onClick === null ? {} : { onClick: onClick() }),
  };
}
