/** One way in which something breaks. Begun and ended by the harness; what it breaks it reaches through the world. */
import type { Random } from '../random';
import type { World } from '../world';

export interface Fault {
  readonly name: string;
  /** Only where sent mails are filed so. */
  readonly sentCopies?: 'append' | 'provider';
  /** Whether people write before it begins or while it lasts. */
  readonly people: 'before' | 'meanwhile';
  begin(world: World, random: Random): Promise<void> | void;
  /** Whether it has done its harm; then it ends. Left out: it ends when its time is over. */
  bitten?(world: World): boolean;
  /** Whether it has met anything at all, for one that lasts its whole time. Left out: it cannot miss. */
  met?(world: World): boolean;
  /** Longest time that it lasts, in seconds of the bridge's clock. */
  readonly lasts: number;
  /** Makes everything whole again, whatever has happened meanwhile. */
  end(world: World, random: Random): Promise<void> | void;
}
