/**
 * When the bridge last reached its mailbox, the Sheet and the outgoing server, kept in a file of the state folder so
 * that `rowdesk status` can tell, and so that a restart does not forget since when something is out of reach.
 */
import * as v from 'valibot';
import {
  type Attempt,
  afterAttempt,
  CONTACT_KINDS,
  type Contact,
  type ContactKind,
  isTurn,
  NO_CONTACT,
} from '../../core/health/contact';
import { type Instant, instant, MS_PER_MINUTE } from '../../core/time/instant';
import { readJsonFile, writeJsonFile } from './json-file';

const INSTANT = v.pipe(v.number(), v.transform(instant));
const CONTACT = v.object({
  lastSuccess: v.nullable(INSTANT),
  trouble: v.nullable(
    v.object({
      since: INSTANT,
      at: INSTANT,
      kind: v.picklist(['refused', 'silent']),
      reason: v.string(),
      times: v.number(),
      refusals: v.number(),
      refusedSince: v.nullable(INSTANT),
    }),
  ),
});
const FILE = v.record(v.picklist(CONTACT_KINDS), CONTACT);

export type ContactsRead = Readonly<Record<ContactKind, Contact>>;

export interface Contacts {
  all(): ContactsRead;
  note(kind: ContactKind, attempt: Attempt): void;
  /** Writes down what is not in the file yet. */
  save(): void;
}

const LONGEST_REASON = 300;

/**
 * @param onFault the file cannot be written; the contacts are kept in memory all the same
 */
export function openContacts(file: string, now: () => Instant, onFault: (error: unknown) => void): Contacts {
  let contacts = readContacts(file);
  const writtenAt = new Map<ContactKind, Instant>();
  let unwritten = false;
  const write = () => {
    unwritten = false;
    try {
      writeJsonFile(file, contacts);
    } catch (error) {
      unwritten = true;
      onFault(error);
    }
  };
  return {
    all: () => contacts,
    note(kind, attempt) {
      const before = contacts[kind];
      const at = now();
      const after = afterAttempt(before, fitToKeep(attempt), at);
      contacts = { ...contacts, [kind]: after };
      const last = writtenAt.get(kind);
      // At most once a minute when nothing changes: a busy morning makes thousands of contacts.
      if (isTurn(before, after) || last === undefined || at - last >= MS_PER_MINUTE || at < last) {
        writtenAt.set(kind, at);
        write();
      } else {
        unwritten = true;
      }
    },
    save() {
      if (unwritten) write();
    },
  };
}

export function readContacts(file: string): ContactsRead {
  const read = readJsonFile(file, FILE);
  return {
    mailbox: read?.mailbox ?? NO_CONTACT,
    'sheet-read': read?.['sheet-read'] ?? NO_CONTACT,
    'sheet-write': read?.['sheet-write'] ?? NO_CONTACT,
    smtp: read?.smtp ?? NO_CONTACT,
  };
}

/** What a server says may be long. Secrets in it are hidden already: reasons come from `reasonOf`. */
function fitToKeep(attempt: Attempt): Attempt {
  if (!('reason' in attempt)) return attempt;
  return { ...attempt, reason: attempt.reason.slice(0, LONGEST_REASON) };
}
