import type { CardJson } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { NotEmulated } from '../../failure';
import { text, whole } from '../arguments';
import { clickable } from './actions';
import type { CardEnums } from './card-enums';
import { atMost, builtObject, cardObject, flag, kindOf, partOf, required } from './card-object';

/** Reference of CardSection.addWidget and CardBuilder.addSection. */
const MOST_WIDGETS = 100;
const MOST_SECTIONS = 100;

/** Class of a widget → the field of google.apps.card.v1.Widget that holds it. */
const WIDGETS: Readonly<Record<string, string>> = {
  TextParagraph: 'textParagraph',
  DecoratedText: 'decoratedText',
  ButtonSet: 'buttonList',
  SelectionInput: 'selectionInput',
  TextInput: 'textInput',
  Divider: 'divider',
};

export function cardHeader(run: Execution): object {
  const json: Record<string, unknown> = {};
  let title: string | null = null;
  return cardObject(
    run,
    'CardHeader',
    {
      setTitle: (words) => {
        title = text(words, 'CardHeader.setTitle');
      },
      setSubtitle: (words) => {
        json.subtitle = text(words, 'CardHeader.setSubtitle');
      },
    },
    () => ({ title: required(title, 'CardHeader', 'title'), ...json }),
  );
}

export function cardSection(run: Execution): object {
  const json: Record<string, unknown> = {};
  const widgets: (() => CardJson)[] = [];
  return cardObject(
    run,
    'CardSection',
    {
      setHeader: (words) => {
        json.header = text(words, 'CardSection.setHeader');
      },
      setCollapsible: (collapsible) => {
        json.collapsible = flag(collapsible, 'CardSection.setCollapsible');
      },
      setNumUncollapsibleWidgets: (count) => {
        json.uncollapsibleWidgetsCount = whole(count, 'CardSection.setNumUncollapsibleWidgets');
      },
      addWidget: (widget) => {
        const widgetJson = partOf(widget, [...Object.keys(WIDGETS), 'TextButton'], 'CardSection.addWidget');
        const kind = kindOf(widget) ?? '';
        atMost(widgets.length + 1, MOST_WIDGETS, 'widgets of a card section');
        const field = WIDGETS[kind];
        // A button alone is a list of one: google.apps.card.v1.Widget has no single button.
        widgets.push(() =>
          field === undefined ? { buttonList: { buttons: [widgetJson()] } } : { [field]: widgetJson() },
        );
      },
    },
    () => ({ ...json, widgets: widgets.map((widget) => widget()) }),
  );
}

/** An entry in the menu of a card's header. */
export function cardAction(run: Execution, enums: CardEnums): object {
  const click = clickable('CardAction', enums);
  let label: string | null = null;
  return cardObject(
    run,
    'CardAction',
    {
      ...click.setters,
      setText: (words) => {
        label = text(words, 'CardAction.setText');
      },
    },
    () => ({ actionLabel: required(label, 'CardAction', 'text'), ...click.json() }),
  );
}

export function fixedFooter(run: Execution): object {
  let primary: (() => CardJson) | null = null;
  let secondary: (() => CardJson) | null = null;
  return cardObject(
    run,
    'FixedFooter',
    {
      setPrimaryButton: (button) => {
        primary = partOf(button, ['TextButton'], 'FixedFooter.setPrimaryButton');
      },
      setSecondaryButton: (button) => {
        secondary = partOf(button, ['TextButton'], 'FixedFooter.setSecondaryButton');
      },
    },
    () => ({
      primaryButton: required(primary, 'FixedFooter', 'primaryButton')(),
      ...(secondary === null ? {} : { secondaryButton: secondary() }),
    }),
  );
}

export function cardBuilder(run: Execution): object {
  const kind = 'CardBuilder';
  const sections: (() => CardJson)[] = [];
  const actions: (() => CardJson)[] = [];
  let name: string | null = null;
  let header: (() => CardJson) | null = null;
  let footer: (() => CardJson) | null = null;
  const json = (): CardJson => ({
    ...(name === null ? {} : { name }),
    ...(header === null ? {} : { header: header() }),
    ...(sections.length === 0 ? {} : { sections: sections.map((section) => section()) }),
    ...(actions.length === 0 ? {} : { cardActions: actions.map((action) => action()) }),
    ...(footer === null ? {} : { fixedFooter: footer() }),
  });
  return cardObject(
    run,
    kind,
    {
      setName: (given) => {
        name = text(given, `${kind}.setName`);
      },
      setHeader: (given) => {
        header = partOf(given, ['CardHeader'], `${kind}.setHeader`);
      },
      addSection: (section) => {
        atMost(sections.length + 1, MOST_SECTIONS, 'sections of a card');
        sections.push(partOf(section, ['CardSection'], `${kind}.addSection`));
      },
      addCardAction: (action) => {
        actions.push(partOf(action, ['CardAction'], `${kind}.addCardAction`));
      },
      setFixedFooter: (given) => {
        footer = partOf(given, ['FixedFooter'], `${kind}.setFixedFooter`);
      },
    },
    json,
    {
      build: () => {
        const card = json();
        refuseDoubledFields(card);
        return builtObject(run, 'Card', card);
      },
    },
  );
}

/** Two inputs of one name would answer under one key of formInputs; what Google makes of that is not verified. */
function refuseDoubledFields(card: CardJson): void {
  const seen = new Set<string>();
  for (const { widgets } of (card.sections ?? []) as readonly { readonly widgets: readonly CardJson[] }[]) {
    for (const { selectionInput, textInput } of widgets) {
      const input = (selectionInput ?? textInput) as { readonly name?: string } | undefined;
      if (input?.name === undefined) continue;
      if (seen.has(input.name)) {
        throw new NotEmulated(`a card with two inputs of the field name ${input.name}`);
      }
      seen.add(input.name);
    }
  }
}
