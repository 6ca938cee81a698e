/** Whose address it is: the colleagues of the Team tab by every address that they write from. */
import { nameOf } from '../assignment/colleagues';
import { addressKey } from '../mail/addresses';
import type { Row } from '../workbook/rows';
import type { Agent } from './trainer-mail-types';

export interface OtherAddress {
  /** In the form of addressKey. */
  readonly address: string;
  readonly agent: Agent;
}

export interface Agents {
  /** Everybody with an address who has not left. */
  readonly all: readonly Agent[];
  /** Further addresses of theirs, each of one colleague only. */
  readonly others: readonly OtherAddress[];
  /** By the first address or by another one that was confirmed; null for anybody else. */
  at(address: string): Agent | null;
  /** The address was a colleague's who has left since. */
  hasLeft(address: string): boolean;
}

/**
 * The first row of an address counts. A first address is worth more than another's second one, and a second address of
 * two people is nobody's: it would let the one speak for the other.
 */
export function readAgents(rows: readonly Row<'team'>[]): Agents {
  const first = new Map<string, Agent>();
  const other = new Map<string, Agent | null>();
  const left = new Set<string>();
  for (const row of rows) {
    const email = addressKey(row.email);
    if (email === '') continue;
    if (!row.active) left.add(email);
    else if (!first.has(email)) first.set(email, { email, name: nameOf(row) });
  }
  for (const row of rows) {
    const owner = row.active ? first.get(addressKey(row.email)) : undefined;
    for (const written of row.other_emails) {
      const address = addressKey(written);
      if (address === '') continue;
      if (!row.active) left.add(address);
      else if (owner !== undefined) {
        const before = other.get(address);
        other.set(address, before === undefined || before?.email === owner.email ? owner : null);
      }
    }
  }
  const at = (address: string): Agent | null => {
    const key = addressKey(address);
    return first.get(key) ?? other.get(key) ?? null;
  };
  return {
    all: Array.from(first.values()),
    others: Array.from(other).flatMap(([address, agent]) =>
      agent === null || first.has(address) ? [] : [{ address, agent }],
    ),
    at,
    hasLeft: (address) => at(address) === null && left.has(addressKey(address)),
  };
}
