/** What has gone out to one person so far, by the mail server's log alone. */
import type { Invitation } from '../../../../../core/session/invitation';
import type { HandedOver, Letter } from '../mail-log';
import { shown } from './clock';

export interface Told {
  readonly invitation: Invitation;
  /** When the notice that told this was handed over first, and when it arrived; null: a reminder told it. */
  readonly notice: { readonly first: number; readonly arrived: number } | null;
}

/** Handed over and turned away for now. */
export interface Pending {
  readonly letter: Letter;
  readonly first: number;
  readonly last: number;
}

export interface Memory {
  /** Steps that were handed over, and are not to be again. */
  readonly handed: Map<string, number>;
  /** By key: asked by the server to come again. */
  readonly pending: Map<string, Pending>;
  readonly told: Map<string, Told>;
  /** When a mail came back, as the bridge may know it. */
  returnedAt: number | null;
}

export function emptyMemory(): Memory {
  return { handed: new Map(), pending: new Map(), told: new Map(), returnedAt: null };
}

export function partName(sessionId: string, step: string, startsAt: number): string {
  return `${sessionId} “${step}” of ${shown(startsAt)}`;
}

export function partsOf({ kind, step, about }: Letter): string[] {
  return kind === 'reminder'
    ? about.map(({ sessionId, startsAt }) => partName(sessionId, step, startsAt))
    : [];
}

export function remember(memory: Memory, { at, letter, answer }: HandedOver): void {
  const known = memory.pending.get(letter.key);
  const first = known?.letter.writtenAt === letter.writtenAt ? known.first : at;
  for (const part of partsOf(letter)) memory.handed.set(part, first);
  if (answer === 'deferred') {
    memory.pending.set(letter.key, { letter, first, last: at });
    return;
  }
  memory.pending.delete(letter.key);
  for (const invitation of letter.invitations) {
    memory.told.set(invitation.sessionId, {
      invitation,
      notice: letter.kind === 'changed' ? { first, arrived: at } : null,
    });
  }
}

/** Its reason has gone: it must not go out any more, and what it spoke of is open again. */
export function takeBack(memory: Memory, { letter }: Pending): void {
  memory.pending.delete(letter.key);
  for (const part of partsOf(letter)) memory.handed.delete(part);
}
