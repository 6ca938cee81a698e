/** Commands on the mails of the selected folder (RFC 3501 6.4). Each returns the text that follows OK. */
import { parseFetchItems, renderFetch } from './imap-fetch';
import { bad, Refusal, untagged, type Wire } from './imap-outcome';
import { parseSearch } from './imap-search';
import { listOf, parseSet, type Token, textOf } from './imap-syntax';
import type { FolderView } from './imap-view';
import { type Account, folderNamed, type PostOffice, type StoredMail } from './post-office';

export interface MailContext {
  office: PostOffice;
  wire: Wire;
  account: Account;
  view: FolderView;
}

export function expunge({ office, view }: MailContext, uids: string | null): string {
  writable(view);
  const inSet = uids === null ? () => true : parseSet(uids, view.highest().uid);
  office.remove(view.folder, (mail) => mail.flags.has('\\Deleted') && inSet(mail.uid));
  return 'removed';
}

export function search({ wire, view }: MailContext, args: Token[], byUid: boolean): string {
  const meets = parseSearch(args, view.highest());
  const found: number[] = [];
  view.mails.forEach((mail, index) => {
    if (meets(mail, index + 1)) found.push(byUid ? mail.uid : index + 1);
  });
  return untagged(wire, `SEARCH${found.map((number) => ` ${number}`).join('')}`);
}

export function fetchMails({ wire, view }: MailContext, args: Token[], byUid: boolean): string {
  const items = parseFetchItems(listOf(args[1]), byUid);
  for (const { mail, sequence } of chosen(view, textOf(args[0]), byUid)) {
    const may = view.readOnly ? items.map((item) => ({ ...item, setsSeen: false })) : items;
    for (const piece of renderFetch(sequence, mail, may)) {
      wire.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);
    }
  }
  return 'fetched';
}

export function storeFlags({ wire, view }: MailContext, args: Token[], byUid: boolean): string {
  writable(view);
  const [, how = '', silent] =
    /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOf(args[1])) ?? bad('FLAGS is what is stored');
  const flags = args.slice(2).flatMap(listOf).map(textOf);
  for (const { mail, sequence } of chosen(view, textOf(args[0]), byUid)) {
    if (how === '') mail.flags.clear();
    for (const flag of flags) {
      if (how === '-') mail.flags.delete(flag);
      else mail.flags.add(flag);
    }
    if (silent === undefined) {
      const uid = byUid ? `UID ${mail.uid} ` : '';
      wire.write(`* ${sequence} FETCH (${uid}FLAGS (${[...mail.flags].join(' ')}))\r\n`);
    }
  }
  return 'stored';
}

export function copy(context: MailContext, args: Token[], byUid: boolean, isMove: boolean): string {
  const { office, wire, account, view } = context;
  const target = folderNamed(account, textOf(args[1]));
  if (target === undefined) throw new Refusal('[TRYCREATE] there is no such folder');
  const sources = chosen(view, textOf(args[0]), byUid).map(({ mail }) => mail);
  if (sources.length === 0) return 'nothing to copy';
  const copies = sources.map((mail) => office.store(target, mail.raw, mail.flags, mail.at));
  const uids = (mails: readonly StoredMail[]): string => mails.map((mail) => mail.uid).join(',');
  const code = `[COPYUID ${target.uidValidity} ${uids(sources)} ${uids(copies)}]`;
  if (!isMove) return `${code} copied`;
  writable(view);
  wire.write(`* OK ${code} moved\r\n`);
  const moved = new Set(sources);
  office.remove(view.folder, (mail) => moved.has(mail));
  return 'moved';
}

function chosen(view: FolderView, set: string, byUid: boolean): { mail: StoredMail; sequence: number }[] {
  const { sequence: last, uid: lastUid } = view.highest();
  const inSet = parseSet(set, byUid ? lastUid : last);
  return view.mails
    .map((mail, index) => ({ mail, sequence: index + 1 }))
    .filter(({ mail, sequence }) => inSet(byUid ? mail.uid : sequence));
}

function writable(view: FolderView): void {
  if (view.readOnly) throw new Refusal('the folder is open for reading only');
}
