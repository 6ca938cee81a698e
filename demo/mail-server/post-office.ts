import type { Clock, Instant } from '../../core/time/instant';

/** A mail as one folder holds it. The bytes are never changed and never copied. */
export interface StoredMail {
  uid: number;
  flags: Set<string>;
  at: Instant;
  raw: Buffer;
}

export interface Folder {
  name: string;
  specialUse: string | null;
  subscribed: boolean;
  uidValidity: number;
  uidNext: number;
  mails: StoredMail[];
  /** Goes up with every arrival and removal, so that a session sees at a glance whether there is news. */
  revision: number;
}

export interface Account {
  address: string;
  name: string;
  /** Null: somebody of the outside world, who has no log-in here. */
  password: string | null;
  folders: Map<string, Folder>;
}

export interface LocalUser {
  address: string;
  name: string;
  password: string;
}

const ordinaryFolders: readonly (readonly [string, string])[] = [
  ['Sent', '\\Sent'],
  ['Drafts', '\\Drafts'],
  ['Junk', '\\Junk'],
  ['Trash', '\\Trash'],
  ['Archive', '\\Archive'],
];

/** Everything the demo's mail servers hold, in memory: accounts with folders, and the outside world. */
export class PostOffice {
  private readonly accounts = new Map<string, Account>();
  private readonly watchers = new Set<(folder: Folder) => void>();
  private nextUidValidity: number;

  constructor(
    users: readonly LocalUser[],
    private readonly clock: Clock,
  ) {
    // Two folders never share one, and a server that starts later with an empty store begins new epochs.
    this.nextUidValidity = Math.max(1, Math.floor(clock.now() / 1000));
    for (const user of users) this.openAccount(user.address, user.name, user.password);
  }

  /** The account that mail to this address belongs to; a `+tag` counts for people of this server only. */
  accountOf(address: string): Account {
    const key = address.trim().toLowerCase();
    const untagged = key.replace(/\+[^@]*@/, '@');
    const local = this.accounts.get(untagged);
    if (local !== undefined && local.password !== null) return local;
    return this.accounts.get(key) ?? this.openAccount(key, '', null);
  }

  logIn(login: string, password: string): Account | null {
    const account = this.accounts.get(login.trim().toLowerCase());
    return account !== undefined && account.password !== null && account.password === password
      ? account
      : null;
  }

  deliver(address: string, raw: Buffer): StoredMail {
    return this.store(inboxOf(this.accountOf(address)), raw, [], this.clock.now());
  }

  store(folder: Folder, raw: Buffer, flags: Iterable<string>, at: Instant | null): StoredMail {
    const mail = { uid: folder.uidNext, flags: new Set(flags), at: at ?? this.clock.now(), raw };
    folder.uidNext += 1;
    folder.mails.push(mail);
    this.changed(folder);
    return mail;
  }

  remove(folder: Folder, isRemoved: (mail: StoredMail) => boolean): void {
    const kept = folder.mails.filter((mail) => !isRemoved(mail));
    if (kept.length === folder.mails.length) return;
    folder.mails = kept;
    this.changed(folder);
  }

  createFolder(account: Account, name: string, specialUse: string | null = null): Folder {
    const folder: Folder = {
      name,
      specialUse,
      subscribed: true,
      uidValidity: this.nextUidValidity,
      uidNext: 1,
      mails: [],
      revision: 0,
    };
    this.nextUidValidity += 1;
    account.folders.set(name, folder);
    return folder;
  }

  /** Calls back after every arrival and removal, in any folder. Returns what ends it. */
  watch(onChange: (folder: Folder) => void): () => void {
    this.watchers.add(onChange);
    return () => this.watchers.delete(onChange);
  }

  private changed(folder: Folder): void {
    folder.revision += 1;
    for (const watcher of this.watchers) watcher(folder);
  }

  private openAccount(address: string, name: string, password: string | null): Account {
    const account: Account = { address: address.toLowerCase(), name, password, folders: new Map() };
    this.createFolder(account, 'INBOX');
    if (password !== null)
      for (const [folder, use] of ordinaryFolders) this.createFolder(account, folder, use);
    this.accounts.set(account.address, account);
    return account;
  }
}

export function inboxOf(account: Account): Folder {
  const inbox = account.folders.get('INBOX');
  if (inbox === undefined) throw new Error(`${account.address} has no INBOX`);
  return inbox;
}

/** INBOX in any case is the one INBOX (RFC 3501 5.1); other names are as written. */
export function folderNamed(account: Account, name: string): Folder | undefined {
  return account.folders.get(name.toUpperCase() === 'INBOX' ? 'INBOX' : name);
}
