/**
 * Who else has a ticket open. Each sidebar leaves a note under its own person's key and reads the others', so two that
 * write at once never overwrite each other; a note that is not renewed is forgotten by Google itself. Nothing is
 * promised: a cache may forget at any moment, and then a colleague is not mentioned for a few seconds.
 */
import { addressKey } from '../../core/mail/addresses';
import { fingerprint } from '../../core/words/fingerprint';
import type { ShortMemoryPort } from '../ports';
import type { Companion } from './contract';

/** Longer than the page's longest pause between two looks while it can be seen (page/follow.ts). */
const SECONDS = 40;

interface Known {
  readonly name: string;
  readonly email: string;
}

/** Two calls, whatever the size of the team. */
export function companions(
  memory: ShortMemoryPort,
  ticketId: string,
  me: { readonly email: string; readonly does: Companion['does'] },
  team: readonly Known[],
): readonly Companion[] {
  const own = addressKey(me.email);
  // Whom Google does not name cannot be told from anybody else.
  if (own === '') return [];
  memory.put(keyOf(ticketId, own), me.does, SECONDS);
  const others = team.filter(({ email }) => email !== '' && email !== own);
  if (others.length === 0) return [];
  const notes = memory.getAll(others.map(({ email }) => keyOf(ticketId, email)));
  return others.flatMap(({ name, email }): Companion[] => {
    const does = notes[keyOf(ticketId, email)];
    return does === 'reads' || does === 'writes' ? [{ name, does }] : [];
  });
}

/** Google allows 250 characters for a key, and an address alone may have 254. */
function keyOf(ticketId: string, email: string): string {
  return `open:${ticketId}:${fingerprint(email)}`;
}
