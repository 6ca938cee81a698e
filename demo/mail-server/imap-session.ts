import { announce, append, createFolder, deleteFolder, existing, list, status } from './imap-folder-commands';
import { ImapInput, type Segment } from './imap-input';
import { copy, expunge, fetchMails, search, storeFlags } from './imap-mail-commands';
import { bad, Refusal, untagged, type Wire } from './imap-outcome';
import { type Command, ImapSyntaxError, listOf, parseCommand, type Token, textOf } from './imap-syntax';
import { FolderView } from './imap-view';
import type { Account, PostOffice } from './post-office';

const capabilities =
  'IMAP4rev1 LITERAL+ SASL-IR ID NAMESPACE IDLE UIDPLUS MOVE SPECIAL-USE UNSELECT CHILDREN AUTH=PLAIN';

/** One IMAP connection: commands in, responses out. It knows nothing of sockets. */
export class ImapSession {
  private readonly input: ImapInput;
  private account: Account | null = null;
  private view: FolderView | null = null;
  /** The tag of an IDLE or an AUTHENTICATE that waits for its next line. */
  private waiting: { kind: 'idle' | 'authenticate'; tag: string } | null = null;
  private readonly unwatch: () => void;

  constructor(
    private readonly office: PostOffice,
    private readonly wire: Wire,
  ) {
    this.input = new ImapInput({
      onContinue: () => wire.write('+ go on\r\n'),
      onCommand: (segments) => this.receive(segments),
      onTooLong: () => {
        wire.write('* BYE too long\r\n');
        wire.end();
      },
    });
    this.unwatch = office.watch((folder) => {
      if (this.waiting?.kind === 'idle' && this.view?.folder === folder) this.tellNews(true);
    });
    wire.write(`* OK [CAPABILITY ${capabilities}] the demo's mail is here\r\n`);
  }

  feed(chunk: Buffer): void {
    this.input.feed(chunk);
  }

  close(): void {
    this.unwatch();
  }

  private receive(segments: Segment[]): void {
    const [only] = segments;
    const line = segments.length === 1 && only?.kind === 'line' ? only.text : null;
    if (this.waiting !== null) {
      const { kind, tag } = this.waiting;
      this.waiting = null;
      if (kind === 'authenticate') this.answer(tag, () => this.authenticate(line ?? ''));
      else
        this.answer(tag, () => (line?.toUpperCase() === 'DONE' ? 'IDLE is over' : bad('DONE ends an IDLE')));
      return;
    }
    if (line === '') return;
    let command: Command;
    try {
      command = parseCommand(segments);
    } catch (error) {
      this.wire.write(`* BAD ${messageOf(error)}\r\n`);
      return;
    }
    this.run(command);
  }

  private run(command: Command): void {
    const { tag, name, args } = command;
    if (name === 'IDLE') {
      this.wire.write('+ idling\r\n');
      this.tellNews(true);
      this.waiting = { kind: 'idle', tag };
    } else if (name === 'AUTHENTICATE' && args.length === 1) {
      this.wire.write('+ \r\n');
      this.waiting = { kind: 'authenticate', tag };
    } else if (name === 'UID') {
      const [inner, ...rest] = args;
      this.answer(tag, () => this.perform(textOf(inner).toUpperCase(), rest, true), true);
    } else {
      // Sequence numbers must not move under a client that uses them (RFC 3501 7.4.1).
      this.answer(tag, () => this.perform(name, args, false), !['FETCH', 'STORE', 'SEARCH'].includes(name));
    }
    if (name === 'LOGOUT') this.wire.end();
  }

  /** Does the work, tells the news, and ends with the tagged response. */
  private answer(tag: string, work: () => string, mayExpunge = true): void {
    let result: string;
    try {
      result = `OK ${work()}`;
    } catch (error) {
      result = `${error instanceof ImapSyntaxError ? 'BAD' : 'NO'} ${messageOf(error)}`;
    }
    this.tellNews(mayExpunge);
    this.wire.write(`${tag} ${result}\r\n`);
  }

  private tellNews(mayExpunge: boolean): void {
    for (const line of this.view?.catchUp(mayExpunge) ?? []) this.wire.write(line);
  }

  private perform(name: string, args: Token[], byUid: boolean): string {
    switch (name) {
      case 'CAPABILITY':
        return untagged(this.wire, `CAPABILITY ${capabilities}`);
      case 'NOOP':
      case 'CHECK':
        return 'done';
      case 'ID':
        return untagged(this.wire, 'ID ("name" "Rowdesk demo mail")');
      case 'LOGOUT':
        return untagged(this.wire, 'BYE come again');
      case 'LOGIN':
        return this.logIn(textOf(args[0]), textOf(args[1]));
      case 'AUTHENTICATE':
        return this.authenticate(textOf(args[1]));
    }
    const account = this.account;
    if (account === null) throw new Refusal('log in first');
    switch (name) {
      case 'NAMESPACE':
        return untagged(this.wire, 'NAMESPACE (("" "/")) NIL NIL');
      case 'LIST':
      case 'LSUB':
        return list(this.wire, account, name, textOf(args[0]) + textOf(args[1]));
      case 'SELECT':
      case 'EXAMINE':
        return this.select(account, textOf(args[0]), name === 'EXAMINE');
      case 'STATUS':
        return status(this.wire, account, textOf(args[0]), listOf(args[1]).map(textOf));
      case 'CREATE':
        return createFolder(this.office, account, textOf(args[0]));
      case 'DELETE':
        return deleteFolder(account, textOf(args[0]));
      case 'SUBSCRIBE':
      case 'UNSUBSCRIBE':
        existing(account, textOf(args[0])).subscribed = name === 'SUBSCRIBE';
        return 'noted';
      case 'APPEND':
        return append(this.office, account, args);
    }
    const view = this.view;
    if (view === null) throw new Refusal('select a folder first');
    const context = { office: this.office, wire: this.wire, account, view };
    switch (name) {
      case 'CLOSE':
        if (!view.readOnly) this.office.remove(view.folder, (mail) => mail.flags.has('\\Deleted'));
        this.view = null;
        return 'closed';
      case 'UNSELECT':
        this.view = null;
        return 'closed';
      case 'EXPUNGE':
        return expunge(context, byUid ? textOf(args[0]) : null);
      case 'SEARCH':
        return search(context, args, byUid);
      case 'FETCH':
        return fetchMails(context, args, byUid);
      case 'STORE':
        return storeFlags(context, args, byUid);
      case 'COPY':
      case 'MOVE':
        return copy(context, args, byUid, name === 'MOVE');
      default:
        return bad(`${name} is not known here`);
    }
  }

  private logIn(login: string, password: string): string {
    this.account = this.office.logIn(login, password);
    if (this.account === null) throw new Refusal('[AUTHENTICATIONFAILED] wrong name or password');
    return `[CAPABILITY ${capabilities}] welcome`;
  }

  /** AUTHENTICATE PLAIN: authorization name, log-in and password, apart by NUL, in base64 (RFC 4616). */
  private authenticate(base64: string): string {
    const [, login = '', password = ''] = Buffer.from(base64, 'base64').toString('utf8').split('\0');
    return this.logIn(login, password);
  }

  private select(account: Account, name: string, readOnly: boolean): string {
    // A failed SELECT leaves no folder selected (RFC 3501 6.3.1).
    this.view = null;
    const folder = existing(account, name);
    this.view = new FolderView(folder, readOnly);
    return announce(this.wire, folder, readOnly);
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/[^\x20-\x7e]/g, '?');
}
