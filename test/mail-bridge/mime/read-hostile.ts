/** Reads one hostile mail and says what came of it and what it took. A program of its own: hostile-sizes.test.ts. */
import { explain } from '../../../mail-bridge/mime/explain';
import { HOSTILE } from './hostile-mails';

export interface Reading {
  readonly from: string;
  readonly subject: string;
  readonly textLength: number;
  readonly files: number;
  readonly warnings: readonly string[];
  /** Before reading, with the mail in memory. */
  readonly startMb: number;
  readonly peakMb: number;
}

const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

async function main(name: string): Promise<Reading> {
  const raw = HOSTILE[name]?.();
  if (raw === undefined) throw new Error(`There is no hostile mail named ${name}.`);
  const startMb = peakMb();
  const ours = await explain(raw, 'hostile.eml');
  return {
    from: ours.from?.address ?? '',
    subject: ours.subject,
    textLength: ours.text.length,
    files: ours.attachments.length,
    warnings: ours.warnings,
    startMb,
    peakMb: peakMb(),
  };
}

main(process.argv[2] ?? '').then(
  (reading) => console.log(JSON.stringify(reading)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
