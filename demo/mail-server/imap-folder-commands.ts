/** Commands on folders (RFC 3501 6.3). Each writes its untagged responses and returns the text after OK. */
import type { Instant } from '../../core/time/instant';
import { parseInternalDate } from './imap-fetch';
import { Refusal, untagged, type Wire } from './imap-outcome';
import { ImapSyntaxError, listOf, quote, type Token, textOf } from './imap-syntax';
import { type Account, type Folder, folderNamed, type PostOffice } from './post-office';

const systemFlags = ['\\Answered', '\\Flagged', '\\Deleted', '\\Seen', '\\Draft'];

export function list(wire: Wire, account: Account, name: string, pattern: string): string {
  if (pattern === '') return untagged(wire, `${name} (\\Noselect) "/" ""`);
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('%', '[^/]*');
  const matches = new RegExp(`^${source}$`, 'i');
  for (const folder of account.folders.values()) {
    if (!matches.test(folder.name) || (name === 'LSUB' && !folder.subscribed)) continue;
    const hasChildren = [...account.folders.keys()].some((other) => other.startsWith(`${folder.name}/`));
    const attributes = [hasChildren ? '\\HasChildren' : '\\HasNoChildren'];
    if (folder.specialUse !== null) attributes.push(folder.specialUse);
    wire.write(`* ${name} (${attributes.join(' ')}) "/" ${quote(folder.name)}\r\n`);
  }
  return 'listed';
}

export function announce(wire: Wire, folder: Folder, readOnly: boolean): string {
  const used = folder.mails.flatMap((mail) => [...mail.flags]);
  const flags = [...new Set([...systemFlags, ...used])].join(' ');
  wire.write(
    [
      `* FLAGS (${flags})`,
      `* OK [PERMANENTFLAGS (${readOnly ? '' : `${flags} \\*`})] keywords may be added`,
      `* ${folder.mails.length} EXISTS`,
      '* 0 RECENT',
      `* OK [UIDVALIDITY ${folder.uidValidity}] UIDs hold`,
      `* OK [UIDNEXT ${folder.uidNext}] the next one`,
      '',
    ].join('\r\n'),
  );
  return `[${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] selected`;
}

export function status(wire: Wire, account: Account, name: string, items: string[]): string {
  const folder = existing(account, name);
  const values: Readonly<Record<string, number>> = {
    MESSAGES: folder.mails.length,
    RECENT: 0,
    UIDNEXT: folder.uidNext,
    UIDVALIDITY: folder.uidValidity,
    UNSEEN: folder.mails.filter((mail) => !mail.flags.has('\\Seen')).length,
  };
  const known = items.map((item) => item.toUpperCase()).filter((item) => values[item] !== undefined);
  const pairs = known.map((item) => `${item} ${values[item]}`).join(' ');
  return untagged(wire, `STATUS ${quote(folder.name)} (${pairs})`);
}

export function createFolder(office: PostOffice, account: Account, name: string): string {
  const trimmed = name.replace(/\/$/, '');
  if (folderNamed(account, trimmed) !== undefined) throw new Refusal('[ALREADYEXISTS] there is one already');
  office.createFolder(account, trimmed);
  return 'created';
}

export function deleteFolder(account: Account, name: string): string {
  const folder = existing(account, name);
  if (folder.name === 'INBOX') throw new Refusal('INBOX stays');
  account.folders.delete(folder.name);
  return 'deleted';
}

export function append(office: PostOffice, account: Account, args: Token[]): string {
  const [target, ...rest] = args;
  const folder = folderNamed(account, textOf(target));
  if (folder === undefined) throw new Refusal('[TRYCREATE] there is no such folder');
  const mail = rest.pop();
  if (mail?.kind !== 'literal') throw new ImapSyntaxError('the mail comes last, as a literal');
  const flags = rest[0]?.kind === 'list' ? listOf(rest.shift()).map(textOf) : [];
  const date = rest.length > 0 ? parseInternalDate(textOf(rest[0])) : null;
  if (rest.length > 0 && date === null) throw new ImapSyntaxError(`${textOf(rest[0])} is not a date`);
  const stored = office.store(folder, mail.bytes, flags, date === null ? null : (date as Instant));
  return `[APPENDUID ${folder.uidValidity} ${stored.uid}] kept`;
}

export function existing(account: Account, name: string): Folder {
  const folder = folderNamed(account, name);
  if (folder === undefined) throw new Refusal('[NONEXISTENT] there is no such folder');
  return folder;
}
