/**
 * The quarantine as people meet it: mails that could not be understood or whose rows the Sheet refused, kept in the
 * spool, and mails that the server does not give out, which are in the mailbox only.
 */
import type { Instant } from '../../core/time/instant';
import type { Ledger } from '../intake/ledger';
import type { Uid } from '../mailbox/mailbox';
import type { SpoolName } from '../state/spool';
import { printable, withoutEnding } from '../state/typed-name';
import { UserError } from '../user-error';

export interface QuarantinedMail {
  readonly epoch: string;
  readonly uid: Uid;
  /** Its name in the spool; null: the server gives out nothing of it. */
  readonly original: SpoolName | null;
  /** When it arrived in the mailbox, or was given up. */
  readonly since: Instant;
  /** '' where the journal of an older Rowdesk does not say. */
  readonly why: string;
}

/** Oldest first. */
export function quarantineOf(ledger: Pick<Ledger, 'setAside' | 'unfetchable'>): readonly QuarantinedMail[] {
  const setAside = ledger.setAside().map(({ spooled: { epoch, uid, name, at }, done }) => ({
    epoch,
    uid,
    original: name,
    since: at,
    why: done.fault ?? '',
  }));
  const notGiven = ledger.unfetchable().map(({ epoch, uid, at, reason }) => ({
    epoch,
    uid,
    original: null,
    since: at,
    why: reason,
  }));
  return [...setAside, ...notGiven].sort((a, b) => a.since - b.since);
}

const SHOWN_SIGNS = 12;

/** By which a person names it: as the Problems tab does, or by its number in the mailbox. */
export function nameOf({ original, uid }: QuarantinedMail): string {
  return original === null ? `uid-${uid}` : original.slice(0, SHOWN_SIGNS);
}

/** @throws UserError when the name is none, or names no mail of the quarantine, or several */
export function findQuarantined(mails: readonly QuarantinedMail[], wanted: string): QuarantinedMail {
  const found = matching(mails, wanted);
  const [only, second] = found;
  if (only === undefined) {
    throw new UserError(
      `No mail in quarantine is called "${printable(wanted)}".`,
      mails.length === 0
        ? 'The quarantine is empty.'
        : 'Run "rowdesk quarantine list": it names them all; the first signs of a name will do.',
    );
  }
  if (second !== undefined) {
    throw new UserError(
      `${found.length} mails in quarantine are called "${printable(wanted)}".`,
      `Name one of them wholly: ${found.slice(0, 5).map(fullName).join(', ')}.`,
    );
  }
  return only;
}

/** Names it and no other mail. */
export function fullName({ original, epoch, uid }: QuarantinedMail): string {
  return original ?? `${epoch}:${uid}`;
}

const FEWEST_SIGNS = 4;

function matching(mails: readonly QuarantinedMail[], wanted: string): readonly QuarantinedMail[] {
  const text = wanted.trim().toLowerCase();
  const byPosition = mails.filter((mail) => `${mail.epoch}:${mail.uid}` === text || nameOf(mail) === text);
  if (byPosition.length > 0) return byPosition;
  const signs = withoutEnding(text);
  if (signs.length < FEWEST_SIGNS || !/^[0-9a-f]+$/.test(signs)) return [];
  return mails.filter(({ original }) => original?.startsWith(signs) === true);
}
