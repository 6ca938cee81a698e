import { chown, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who owns the mail on disk; null means: whoever runs the tests. */
export type MailOwner = { uid: number; gid: number } | null;

export interface MaildirMessage {
  folder: string;
  raw: Buffer;
  flags: string[];
  file: string;
}

/** The letters that follow `:2,` in a file name (https://cr.yp.to/proto/maildir.html). */
const flagOfLetter = new Map([
  ['D', '\\Draft'],
  ['F', '\\Flagged'],
  ['R', '\\Answered'],
  ['S', '\\Seen'],
  ['T', '\\Deleted'],
]);

let deliveries = 0;

/** Delivers as any Maildir agent does: write under tmp, then rename into new, so that no reader sees half a mail. */
export async function deliverToMaildir(
  maildir: string,
  raw: Buffer,
  options: { folder: string; owner: MailOwner; at?: Date | undefined },
): Promise<string> {
  const home = folderPath(maildir, options.folder);
  await makeMaildir(home, options.owner);
  deliveries += 1;
  const name = `${Date.now()}.M${String(deliveries).padStart(6, '0')}P${process.pid}.bench`;
  const unfinished = join(home, 'tmp', name);
  await writeFile(unfinished, raw);
  if (options.owner !== null) await chown(unfinished, options.owner.uid, options.owner.gid);
  // Dovecot gives a file's modification time as INTERNALDATE.
  if (options.at !== undefined) await utimes(unfinished, options.at, options.at);
  const delivered = join(home, 'new', name);
  await rename(unfinished, delivered);
  return delivered;
}

export async function makeMaildir(home: string, owner: MailOwner): Promise<void> {
  for (const part of ['', 'tmp', 'new', 'cur']) {
    const made = await mkdir(join(home, part), { recursive: true });
    if (made !== undefined && owner !== null) await chown(join(home, part), owner.uid, owner.gid);
  }
}

/** Everything in all folders of a Maildir, INBOX first, each folder in the order of delivery. */
export async function readMaildir(maildir: string): Promise<MaildirMessage[]> {
  const messages: MaildirMessage[] = [];
  const names = await entriesOf(maildir);
  const folders = names.filter((name) => name.startsWith('.')).sort();
  for (const folder of ['INBOX', ...folders.map((name) => name.slice(1).replaceAll('.', '/'))]) {
    messages.push(...(await readFolder(folderPath(maildir, folder), folder)));
  }
  return messages;
}

async function readFolder(home: string, folder: string): Promise<MaildirMessage[]> {
  const found: { name: string; file: string }[] = [];
  for (const part of ['new', 'cur']) {
    for (const name of await entriesOf(join(home, part))) found.push({ name, file: join(home, part, name) });
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    found.map(async ({ name, file }) => ({ folder, file, flags: flagsIn(name), raw: await readFile(file) })),
  );
}

/** Takes away the UID list and the indexes: a server that lost them must begin a new UIDVALIDITY (RFC 3501 2.3.1.1). */
export async function forgetUids(maildir: string): Promise<void> {
  const names = await entriesOf(maildir);
  const homes = [maildir, ...names.filter((name) => name.startsWith('.')).map((name) => join(maildir, name))];
  for (const home of homes) {
    for (const name of await entriesOf(home)) {
      // dovecot-uidvalidity stays: it is how Dovecot knows which value it must not give again.
      if (name.startsWith('dovecot-uidlist') || name.startsWith('dovecot.')) {
        await rm(join(home, name), { force: true });
      }
    }
  }
}

/** INBOX is the Maildir itself, every other folder a directory that begins with a dot (Maildir++). */
export function folderPath(maildir: string, folder: string): string {
  if (folder === 'INBOX') return maildir;
  if (!/^[\w /-]+$/.test(folder))
    throw new Error(`"${folder}": the bench knows plain ASCII folder names only`);
  return join(maildir, `.${folder.replaceAll('/', '.')}`);
}

function flagsIn(fileName: string): string[] {
  const letters = fileName.split(':2,')[1] ?? '';
  return letters.split('').flatMap((letter) => flagOfLetter.get(letter) ?? []);
}

async function entriesOf(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** By its field and not with instanceof: under Jest, Node's errors are of another realm than our Error. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
