import type { Folder, StoredMail } from './post-office';

/**
 * What one connection believes a folder to hold. Its sequence numbers hold until it is told otherwise, so each
 * connection counts for itself (RFC 3501 7.4.1).
 */
export class FolderView {
  mails: StoredMail[];
  private revision: number;

  constructor(
    readonly folder: Folder,
    readonly readOnly: boolean,
  ) {
    this.mails = [...folder.mails];
    this.revision = folder.revision;
  }

  /** The untagged responses that bring the client up to date. EXPUNGE is left for later where it is not allowed. */
  catchUp(mayExpunge: boolean): string[] {
    if (this.revision === this.folder.revision) return [];
    const news: string[] = [];
    const present = new Set(this.folder.mails);
    const gone = this.mails.some((mail) => !present.has(mail));
    if (gone && mayExpunge) {
      let sequence = 1;
      this.mails = this.mails.filter((mail) => {
        if (present.has(mail)) {
          sequence += 1;
          return true;
        }
        news.push(`* ${sequence} EXPUNGE\r\n`);
        return false;
      });
    }
    const lastKnown = this.mails.at(-1)?.uid ?? 0;
    const arrived = this.folder.mails.filter((mail) => mail.uid > lastKnown);
    this.mails.push(...arrived);
    if (arrived.length > 0) news.push(`* ${this.mails.length} EXISTS\r\n`);
    if (!gone || mayExpunge) this.revision = this.folder.revision;
    return news;
  }

  highest(): { sequence: number; uid: number } {
    return { sequence: this.mails.length, uid: this.mails.at(-1)?.uid ?? 0 };
  }
}
