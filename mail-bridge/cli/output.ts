/** What commands print: plain sentences on the terminal, one JSON object a line with --json. */
import { type Log, openLog } from '../log/log';

export interface CommonOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The log goes to standard error, so that standard output holds only what the command was asked for. */
export function commandLog({ json = false, verbose = false }: CommonOptions): Log {
  return openLog({ level: verbose ? 'debug' : 'info', json, write: (line) => process.stderr.write(line) });
}
