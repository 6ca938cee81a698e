import { browserCommand, type Surroundings } from '../../demo/open-browser';

const URL = 'http://127.0.0.1:4000/';
const desktop: Surroundings = { platform: 'linux', isTerminal: true, environment: { DISPLAY: ':0' } };

describe('a browser is opened', () => {
  it.each<[string, Surroundings, string | null]>([
    ['on a Linux desktop', desktop, 'xdg-open'],
    ['under Wayland', { ...desktop, environment: { WAYLAND_DISPLAY: 'wayland-0' } }, 'xdg-open'],
    ['on a Mac', { ...desktop, platform: 'darwin', environment: {} }, 'open'],
    ['on Windows', { ...desktop, platform: 'win32', environment: {} }, 'cmd'],
    ['never on a server', { ...desktop, environment: {} }, null],
    ['never where output goes into a file', { ...desktop, isTerminal: false }, null],
    ['never over SSH', { ...desktop, environment: { DISPLAY: ':10', SSH_CONNECTION: 'a b c d' } }, null],
    ['never in CI', { ...desktop, environment: { DISPLAY: ':0', CI: 'true' } }, null],
  ])('%s', (_where, surroundings, program) => {
    const command = browserCommand(URL, surroundings);
    expect(command?.[0] ?? null).toBe(program);
    if (command) expect(command[command.length - 1]).toBe(URL);
  });
});
