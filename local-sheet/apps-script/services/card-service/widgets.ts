import type { CardJson } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { NotEmulated, ServiceException } from '../../failure';
import { text } from '../arguments';
import { clickable } from './actions';
import type { CardEnums } from './card-enums';
import { cardObject, flag, partOf, required } from './card-object';

/** The widgets of developers.google.com/apps-script/reference/card-service that show something. */

export function textParagraph(run: Execution): object {
  let shown: string | null = null;
  return cardObject(
    run,
    'TextParagraph',
    {
      setText: (words) => {
        shown = text(words, 'TextParagraph.setText');
      },
    },
    () => ({ text: required(shown, 'TextParagraph', 'text') }),
  );
}

export function divider(run: Execution): object {
  return cardObject(run, 'Divider', {}, () => ({}));
}

export function decoratedText(run: Execution, enums: CardEnums): object {
  const kind = 'DecoratedText';
  const click = clickable(kind, enums);
  const json: Record<string, unknown> = {};
  let button: (() => CardJson) | null = null;
  let shown: string | null = null;
  return cardObject(
    run,
    kind,
    {
      ...click.setters,
      setText: (words) => {
        shown = text(words, 'DecoratedText.setText');
      },
      setTopLabel: (words) => {
        json.topLabel = text(words, 'DecoratedText.setTopLabel');
      },
      setBottomLabel: (words) => {
        json.bottomLabel = text(words, 'DecoratedText.setBottomLabel');
      },
      setWrapText: (wrap) => {
        json.wrapText = flag(wrap, 'DecoratedText.setWrapText');
      },
      setButton: (given) => {
        button = partOf(given, ['TextButton'], 'DecoratedText.setButton');
      },
    },
    () => {
      // "Setting the text content and one of the keys is required": icons are not emulated, so one of the labels.
      if (json.topLabel === undefined && json.bottomLabel === undefined) {
        throw new ServiceException('DecoratedText: an icon, a topLabel or a bottomLabel is required.');
      }
      return {
        text: required(shown, kind, 'text'),
        ...json,
        ...click.json(),
        ...(button === null ? {} : { button: button() }),
      };
    },
  );
}

/** Names of google.apps.card.v1.Button.Type where they differ from TextButtonStyle. */
const STYLE_IN_JSON = { BORDERLESS: 'BORDERLESS', FILLED: 'FILLED', FILLED_TONAL: 'FILLED_TONAL' } as const;

export function textButton(run: Execution, enums: CardEnums): object {
  const kind = 'TextButton';
  const click = clickable(kind, enums);
  const json: Record<string, unknown> = {};
  let label: string | null = null;
  return cardObject(
    run,
    kind,
    {
      ...click.setters,
      setText: (words) => {
        label = text(words, 'TextButton.setText');
      },
      setAltText: (words) => {
        json.altText = text(words, 'TextButton.setAltText');
      },
      setDisabled: (disabled) => {
        json.disabled = flag(disabled, 'TextButton.setDisabled');
      },
      setTextButtonStyle: (style) => {
        const name = enums.TextButtonStyle.keyOf(style, 'TextButton.setTextButtonStyle');
        if (name === 'TEXT') throw new NotEmulated('TextButtonStyle.TEXT: Google has deprecated it');
        json.type = name === 'OUTLINED' ? 'OUTLINED' : STYLE_IN_JSON[name];
      },
    },
    () => ({ text: required(label, kind, 'text'), ...json, ...click.json() }),
  );
}

export function buttonSet(run: Execution): object {
  const buttons: (() => CardJson)[] = [];
  return cardObject(
    run,
    'ButtonSet',
    {
      addButton: (button) => {
        buttons.push(partOf(button, ['TextButton'], 'ButtonSet.addButton'));
      },
    },
    () => ({ buttons: buttons.map((json) => json()) }),
  );
}
