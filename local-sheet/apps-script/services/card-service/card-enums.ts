import type { Execution } from '../../execution';
import { type NamedEnum, namedEnum } from './card-object';

export interface CardEnums {
  readonly ComposedEmailType: NamedEnum<'REPLY_AS_DRAFT' | 'STANDALONE_DRAFT'>;
  readonly LoadIndicator: NamedEnum<'SPINNER' | 'NONE'>;
  readonly OnClose: NamedEnum<'NOTHING' | 'RELOAD' | 'RELOAD_ADD_ON'>;
  readonly OpenAs: NamedEnum<'FULL_SIZE' | 'OVERLAY'>;
  readonly SelectionInputType: NamedEnum<
    'CHECK_BOX' | 'RADIO_BUTTON' | 'DROPDOWN' | 'SWITCH' | 'MULTI_SELECT'
  >;
  readonly TextButtonStyle: NamedEnum<'OUTLINED' | 'TEXT' | 'FILLED' | 'FILLED_TONAL' | 'BORDERLESS'>;
}

export function cardEnums(run: Execution): CardEnums {
  return {
    ComposedEmailType: namedEnum(run, 'ComposedEmailType', ['REPLY_AS_DRAFT', 'STANDALONE_DRAFT']),
    LoadIndicator: namedEnum(run, 'LoadIndicator', ['SPINNER', 'NONE']),
    OnClose: namedEnum(run, 'OnClose', ['NOTHING', 'RELOAD', 'RELOAD_ADD_ON']),
    OpenAs: namedEnum(run, 'OpenAs', ['FULL_SIZE', 'OVERLAY']),
    SelectionInputType: namedEnum(run, 'SelectionInputType', [
      'CHECK_BOX',
      'RADIO_BUTTON',
      'DROPDOWN',
      'SWITCH',
      'MULTI_SELECT',
    ]),
    TextButtonStyle: namedEnum(run, 'TextButtonStyle', [
      'OUTLINED',
      'TEXT',
      'FILLED',
      'FILLED_TONAL',
      'BORDERLESS',
    ]),
  };
}
