import type { CardJson } from '../../../add-on-contract';
import type { Execution } from '../../execution';
import { NotEmulated } from '../../failure';
import { text } from '../arguments';
import type { CardEnums } from './card-enums';
import { cardObject, flag, partOf, required } from './card-object';

/** The widgets that a person fills in. Their names are the keys of the event's formInputs. */

export function selectionInput(run: Execution, { SelectionInputType }: CardEnums): object {
  const kind = 'SelectionInput';
  const json: Record<string, unknown> = {};
  const items: CardJson[] = [];
  let name: string | null = null;
  let onChange: (() => CardJson) | null = null;
  return cardObject(
    run,
    kind,
    {
      setFieldName: (given) => {
        name = text(given, 'SelectionInput.setFieldName');
      },
      setTitle: (words) => {
        json.label = text(words, 'SelectionInput.setTitle');
      },
      setType: (given) => {
        const type = SelectionInputType.keyOf(given, 'SelectionInput.setType');
        if (type === 'MULTI_SELECT') throw new NotEmulated('SelectionInputType.MULTI_SELECT');
        json.type = type;
      },
      addItem: (words, value, selected) => {
        items.push({
          text: text(words, 'SelectionInput.addItem'),
          value: text(value, 'SelectionInput.addItem'),
          selected: flag(selected, 'SelectionInput.addItem'),
        });
      },
      setOnChangeAction: (action) => {
        onChange = partOf(action, ['Action'], 'SelectionInput.setOnChangeAction');
      },
    },
    () => ({
      name: required(name, kind, 'fieldName'),
      ...json,
      items: [...items],
      ...(onChange === null ? {} : { onChangeAction: onChange() }),
    }),
  );
}

export function textInput(run: Execution): object {
  const kind = 'TextInput';
  const json: Record<string, unknown> = {};
  let name: string | null = null;
  let title: string | null = null;
  let hint: string | null = null;
  return cardObject(
    run,
    kind,
    {
      setFieldName: (given) => {
        name = text(given, 'TextInput.setFieldName');
      },
      setTitle: (words) => {
        title = text(words, 'TextInput.setTitle');
      },
      setHint: (words) => {
        hint = text(words, 'TextInput.setHint');
      },
      setValue: (value) => {
        json.value = text(value, 'TextInput.setValue');
      },
      setMultiline: (multiline) => {
        json.type = flag(multiline, 'TextInput.setMultiline') ? 'MULTIPLE_LINE' : 'SINGLE_LINE';
      },
    },
    () => ({
      name: required(name, kind, 'fieldName'),
      // google.apps.card.v1.TextInput: the label is required where there is no hint.
      ...(hint === null ? { label: required(title, kind, 'title') } : { hintText: hint }),
      ...(hint !== null && title !== null ? { label: title } : {}),
      ...json,
    }),
  );
}
