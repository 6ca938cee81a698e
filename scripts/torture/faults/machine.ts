/** What happens to the machine: its disk, its clock, and a second bridge that somebody starts on it. */
import type { Act } from '../bridge-process';
import type { Fault } from './fault';

/** Every write to these fails while it lasts. */
function disk(name: string, act: Act, places: readonly string[]): Fault {
  return {
    name: `disk ${name}`,
    people: 'meanwhile',
    lasts: 60,
    begin: ({ bridge }) => bridge.order(places.map((step) => ({ step, occurrence: 1, act }))),
    met: ({ bridge }) => bridge.wasBitten(),
    end: ({ bridge }) => bridge.order([]),
  };
}

const HOUR_MS = 60 * 60_000;

export const MACHINE_FAULTS: readonly Fault[] = [
  disk('full: ledger', 'ENOSPC', ['ledger']),
  disk('full: outbox', 'ENOSPC', ['outbox']),
  disk('full: spool', 'ENOSPC', ['spool']),
  disk('full: everything', 'ENOSPC', ['ledger', 'outbox', 'spool']),
  disk('full when a mail was sent', 'ENOSPC', ['outbox:step:sent']),
  disk('full when mails are done', 'ENOSPC', ['ledger:done']),
  disk('error: ledger', 'EIO', ['ledger']),
  disk('error: outbox', 'EIO', ['outbox']),
  disk('read-only: spool', 'EROFS', ['spool']),
  disk('read-only: everything', 'EROFS', ['ledger', 'outbox', 'spool']),
  {
    name: 'clock set back',
    people: 'meanwhile',
    lasts: 30,
    begin: (world) => world.jump(-0.75 * HOUR_MS),
    end: (world) => world.jump(0.75 * HOUR_MS),
  },
  {
    name: 'clock set ahead',
    people: 'before',
    lasts: 0,
    begin: (world) => world.jump(3 * HOUR_MS),
    end: () => undefined,
  },
  {
    name: 'killed with the clock set back',
    people: 'meanwhile',
    lasts: 30,
    async begin(world) {
      world.bridge.kill();
      await world.bridge.gone();
      world.jump(-0.75 * HOUR_MS);
    },
    end: (world) => world.jump(0.75 * HOUR_MS),
  },
  {
    name: 'second bridge started',
    people: 'meanwhile',
    lasts: 400,
    begin: ({ rival }) => rival.start(),
    bitten: ({ rival }) => !rival.isRunning(),
    async end({ rival }) {
      rival.kill();
      await rival.gone();
    },
  },
  {
    name: 'two bridges started at once',
    people: 'meanwhile',
    lasts: 400,
    async begin({ bridge, rival }) {
      bridge.kill();
      await bridge.gone();
      bridge.start();
      rival.start();
    },
    bitten: ({ bridge, rival }) => bridge.isRunning() !== rival.isRunning(),
    async end({ rival }) {
      rival.kill();
      await rival.gone();
    },
  },
  {
    name: 'stopped in good order',
    people: 'meanwhile',
    lasts: 4,
    begin: () => undefined,
    async end({ bridge }) {
      await bridge.stop();
    },
  },
];
