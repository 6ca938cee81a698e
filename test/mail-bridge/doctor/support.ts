/** Firms that the doctor is called to: in order at first, and then something is broken. */
import { chmodSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import { examine } from '../../../mail-bridge/doctor/doctor';
import type { Finding } from '../../../mail-bridge/doctor/finding';
import type { DeskBench, Desks } from '../support/desks';

const MANIFEST = join(__dirname, '..', '..', '..', 'apps-script', 'appsscript.json');

/** Parts of the configuration file, each merged into the part of that name. */
export type ConfigChange = Readonly<Record<string, unknown>>;

export async function firmInOrder(
  firms: Desks,
  options: Parameters<Desks['open']>[0] = {},
): Promise<DeskBench> {
  const bench = await firms.open(options);
  await bench.append('team', [{ name: 'Mia', email: 'mia@firm.test', role: 'manager', active: true }]);
  await bench.deliver(
    Buffer.from('Authentication-Results: mx.firm.test;\r\n dmarc=pass\r\nFrom: a@b.test\r\n\r\nHi\r\n'),
  );
  await bench.once();
  return bench;
}

export interface Visit {
  readonly change?: ConfigChange;
  readonly environment?: Readonly<Record<string, string>>;
  readonly patience?: number;
}

export async function examined(bench: DeskBench, visit: Visit = {}): Promise<readonly Finding[]> {
  const { change = {}, environment = { ROWDESK_IMAP_PASSWORD: 'secret' }, patience = 60_000 } = visit;
  return examine({
    configFile: writtenConfig(bench, change),
    environment,
    manifest: MANIFEST,
    clock: bench.clock,
    offset: intlOffset(),
    patience,
  });
}

export function writtenConfig(bench: DeskBench, change: ConfigChange = {}): string {
  const file = join(bench.folder, 'rowdesk.config.json');
  const merged: Record<string, unknown> = { authservId: 'mx.firm.test', ...bench.configValue };
  for (const [key, value] of Object.entries(change)) {
    const before = merged[key];
    const both = typeof before === 'object' && typeof value === 'object';
    merged[key] = both ? { ...before, ...value } : value;
  }
  writeFileSync(file, JSON.stringify(merged));
  chmodSync(file, 0o600);
  return file;
}

/** `check: level` of everything that is not in order. */
export const faultsOf = (findings: readonly Finding[]): string[] =>
  findings.filter(({ level }) => level !== 'ok').map(({ check, level }) => `${check}: ${level}`);

/** Everything that was said of one check. */
export function told(findings: readonly Finding[], check: string): string {
  const found = findings.filter((finding) => finding.check === check);
  return found
    .map((finding) => (finding.level === 'ok' ? finding.what : `${finding.what} ${finding.todo}`))
    .join(' ');
}

/** Takes connections and never says a word. */
export async function startBlackHole(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.resume();
    open.add(socket);
  });
  const open = new Set<{ destroy(): void }>();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has a port.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
