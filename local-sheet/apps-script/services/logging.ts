import { format } from 'node:util';
import type { Execution } from '../execution';
import { isServiceObject } from '../realm';
import { serviceObject } from '../service-object';

/** console, which Google sends to Cloud Logging: nothing of it is a round trip for the script. */
export function consoleService(run: Execution): object {
  const timers = new Map<string, number>();
  const write = (...args: readonly unknown[]): void => {
    run.log.push(line(args));
  };
  return serviceObject(run, 'console', {
    log: write,
    info: write,
    warn: write,
    error: write,
    time: (label: unknown) => {
      timers.set(String(label), run.now());
    },
    timeEnd: (label: unknown) => {
      const started = timers.get(String(label));
      if (started === undefined) return;
      timers.delete(String(label));
      write(`${String(label)}: ${run.now() - started}ms`);
    },
  });
}

export function loggerService(run: Execution): object {
  const self: object = serviceObject(run, 'Logger', {
    log: (...args: readonly unknown[]) => {
      run.log.push(line(args));
      return self;
    },
    getLog: () => run.log.join('\n'),
    clear: () => {
      run.log.length = 0;
    },
  });
  return self;
}

/** A service object prints as the name of its class, as with Google. */
function line(args: readonly unknown[]): string {
  return format(...args.map((arg) => (isServiceObject(arg) ? String(arg) : arg)));
}
