/** Opens a page in the person's browser, where there is one. It is a courtesy: when it fails, the address was printed. */
import { spawn } from 'node:child_process';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** @returns the program and its arguments, or null where nobody would see a browser */
export function browserCommand(
  url: string,
  { platform, isTerminal, environment }: Surroundings,
): readonly [program: string, ...args: string[]] | null {
  if (!isTerminal || environment.CI || environment.SSH_CONNECTION) return null;
  if (platform === 'darwin') return ['open', url];
  // "start" is a word of the command interpreter; its first quoted argument is the title of a window.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open', url] : null;
}

export function openBrowser(url: string, surroundings: Surroundings): void {
  const command = browserCommand(url, surroundings);
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
