import { TurnedAway } from '../door/turned-away';
import type { AddOnRefusal } from './contract';

/** The add-on's reasons for not doing what was asked. */
export class NotDone extends TurnedAway<AddOnRefusal> {
  override readonly name = 'NotDone';
}
