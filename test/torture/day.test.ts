/** The long day, for some minutes of it: the whole one is `npm run torture -- --day`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_FAULTS, dayText, playDay } from '../../scripts/torture/day';
import { needs } from '../support/needs';
import { bundleBridge } from './mutants/bundle-mutant';

needs('dovecot')('a day of mail', () => {
  it('is taken in while things break, and measured', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'day-'));
    try {
      const program = join(folder, 'bridge.cjs');
      await bundleBridge(program);
      const result = await playDay({ seed: 3, hours: 0.1, rate: 60, speed: 60, program });
      expect(result).toMatchObject({ findings: [], stuck: [], growth: null, held: true });
      expect(result.mails.delivered).toBeGreaterThanOrEqual(6);
      expect(result.faults.length).toBeGreaterThanOrEqual(1);
      const [first, last] = result.samples;
      expect(last?.mails).toBe(result.mails.delivered);
      expect(Math.min(first?.handles ?? 0, first?.heapUsed ?? 0)).toBeGreaterThan(0);
      expect(dayText(result).at(-1)).toBe('All held.');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the faults of a day', () => {
  it('are many, of the mailbox, the mail server and the Sheet', () => {
    const kinds = new Set(DAY_FAULTS.map(({ name }) => name.split(' ')[0]));
    expect([...kinds]).toEqual(expect.arrayContaining(['IMAP', 'SMTP', 'Sheets']));
    expect(DAY_FAULTS.length).toBeGreaterThan(30);
  });
});
