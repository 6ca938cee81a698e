import { TurnedAway } from '../door/turned-away';
import type { Refusal } from './contract';

/** The sidebar's reasons for not doing what was asked. */
export class Refused extends TurnedAway<Refusal> {
  override readonly name = 'Refused';
}
