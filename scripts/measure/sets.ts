/** Reading the corpora: directories of any copy of that layout. What is not there is not measured. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export class Corpora {
  constructor(private readonly root: string) {}

  has(set: string): boolean {
    return existsSync(join(this.root, set));
  }

  sets(): string[] {
    return readdirSync(this.root).filter((name) => statSync(join(this.root, name)).isDirectory());
  }

  /** Paths of the files of a set, relative to it, sorted. */
  files(set: string, pattern: RegExp): string[] {
    if (!this.has(set)) return [];
    return (readdirSync(join(this.root, set), { recursive: true }) as string[])
      .filter((path) => pattern.test(path) && statSync(join(this.root, set, path)).isFile())
      .sort();
  }

  bytes(set: string, path: string): Buffer {
    return readFileSync(join(this.root, set, path));
  }

  text(set: string, path: string): string {
    return this.bytes(set, path).toString('utf8');
  }

  /** null when the file is not there. */
  json<T>(set: string, path: string): T | null {
    const full = join(this.root, set, path);
    return existsSync(full) ? (JSON.parse(readFileSync(full, 'utf8')) as T) : null;
  }

  exists(set: string, path: string): boolean {
    return existsSync(join(this.root, set, path));
  }
}

/** A text or HTML of a set made into a mail, so that it goes through the whole reading. */
export function mailOf(type: 'text/plain' | 'text/html', body: string, subject = 'Re: question'): Buffer {
  const head = [
    'From: Someone <someone@example.org>',
    'To: support@example.com',
    `Subject: ${subject.replace(/[\r\n]+/g, ' ')}`,
    'Message-ID: <measure@example.org>',
    'Date: Mon, 03 Nov 2025 10:15:00 +0000',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
  ].join('\r\n');
  return Buffer.from(
    `${head}\r\n\r\n${Buffer.from(body, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
    'utf8',
  );
}
