/** Calendars believe the invitation with the greatest number: it grows with every change and never otherwise. */
import type { Invitation } from '../../../../../core/session/invitation';
import type { MailLog } from '../mail-log';
import { shown } from './clock';

const COUNTED_FROM = Date.UTC(2026, 0, 1);

interface Announced {
  readonly at: number;
  readonly invitation: Invitation;
}

export function checkSequences({ handedOver }: MailLog, complain: (sentence: string) => void): void {
  const bySession = new Map<string, Announced[]>();
  for (const { letter } of handedOver) {
    for (const invitation of letter.invitations) {
      const { sessionId } = invitation;
      bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), { at: letter.writtenAt, invitation }]);
    }
  }
  for (const [sessionId, announced] of bySession) {
    announced.sort((a, b) => a.at - b.at);
    if (new Set(announced.map(({ invitation }) => invitation.uid)).size > 1) {
      complain(`${sessionId}: its invitations have different UIDs`);
    }
    let before: Announced | null = null;
    for (const now of announced) {
      const where = `${sessionId} (${shown(now.at)})`;
      const { sequence } = now.invitation;
      if (before === null || !isSame(before.invitation, now.invitation)) {
        if (before !== null && sequence <= before.invitation.sequence) {
          complain(
            `${where}: changed, but its number went from ${before.invitation.sequence} to ${sequence}`,
          );
        }
        if (sequence < Math.floor((now.at - COUNTED_FROM) / 60_000)) {
          complain(`${where}: the number ${sequence} may be smaller than one of a lost memory`);
        }
      } else if (sequence !== before.invitation.sequence) {
        complain(
          `${where}: nothing changed, but its number went from ${before.invitation.sequence} to ${sequence}`,
        );
      }
      before = now;
    }
  }
}

function isSame(a: Invitation, b: Invitation): boolean {
  return (
    a.method === b.method &&
    a.startsAt === b.startsAt &&
    a.endsAt === b.endsAt &&
    a.place === b.place &&
    a.link === b.link
  );
}
