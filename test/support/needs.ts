/**
 * Tests that need a real program say so: where it is missing they are skipped, and their name says what is
 * missing. CI installs all of them and counts a skip as a failure.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = {
  libreoffice: { files: ['soffice', 'libreoffice'], name: 'LibreOffice (soffice)' },
  chromium: {
    files: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
    name: 'Chromium',
  },
  dovecot: { files: ['dovecot'], name: 'Dovecot' },
  opensmtpd: { files: ['smtpd'], name: 'OpenSMTPD (smtpd)' },
} as const;

export type Program = keyof typeof PROGRAMS;

/** Where the program is, or null. Mail servers stand in sbin, which is not on every person's PATH. */
export function programPath(program: Program): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  for (const file of PROGRAMS[program].files) {
    for (const folder of folders) {
      const path = join(folder, file);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here: the next folder.
      }
    }
  }
  return null;
}

/** Why the program cannot run here, or null when it can. */
export function whyMissing(program: Program): string | null {
  const { name } = PROGRAMS[program];
  if (programPath(program) === null) return `${name} is not installed`;
  // smtpd looks at its user id before it reads a word of its configuration.
  if (program === 'opensmtpd' && process.getuid?.() !== 0) return `${name} starts as root only`;
  return null;
}

/**
 * `describe` where all the programs can run; elsewhere a skipped block whose name gives the reason. The reporter
 * (reporter.cjs) reads the reason from there.
 */
export function needs(
  ...programs: readonly [Program, ...Program[]]
): (name: string, block: () => void) => void {
  const reason = programs.map(whyMissing).find((why) => why !== null);
  if (reason === undefined) return describe;
  return (name, block) => describe.skip(`${name} [skipped: ${reason}]`, block);
}
