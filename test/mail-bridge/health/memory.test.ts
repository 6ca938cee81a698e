/** The journal of what people were told: opened again and again it says the same. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { CONDITIONS } from '../../../core/health/conditions';
import type { HealthMemory, HealthRecord } from '../../../core/health/episodes';
import { instant } from '../../../core/time/instant';
import { openHealthJournal } from '../../../mail-bridge/health/memory';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-health-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const condition = fc.constantFrom(...CONDITIONS.slice(0, 2));
const at = fc.nat(1000).map(instant);
const RECORD: fc.Arbitrary<HealthRecord> = fc.oneof(
  fc.record({
    t: fc.constant('begins' as const),
    condition,
    since: at,
    reason: fc.constantFrom('', 'no'),
    count: fc.constantFrom(null, 3),
  }),
  fc.record({ t: fc.constant('alerted' as const), condition, at }),
  fc.record({ t: fc.constant('clears' as const), condition, at }),
  fc.record({ t: fc.constant('relapses' as const), condition }),
  fc.record({
    t: fc.constant('line' as const),
    condition,
    says: fc.constantFrom('standing' as const, 'over' as const),
  }),
);

/** Everything that decides what is told next. */
const essence = (memory: HealthMemory) =>
  [...memory.values()].sort((a, b) => (a.condition < b.condition ? -1 : 1));

test('what was told is remembered, however often the journal is opened and written anew', () => {
  let run = 0;
  fc.assert(
    fc.property(fc.array(RECORD, { maxLength: 30 }), fc.boolean(), (records, ends) => {
      const file = join(folder, `health-${run++}.jsonl`);
      const first = openHealthJournal(file);
      for (const record of records) first.note([record]);
      if (ends)
        first.note([{ t: 'over', condition: 'mailbox-silent', at: instant(2000), mailedAt: instant(2003) }]);
      first.told([
        { key: 'a', state: 'failed' },
        { key: 'b', state: 'unknown' },
      ]);
      first.settled(['b']);
      const told = essence(first.memory());
      first.close();
      for (let opening = 0; opening < 3; opening++) {
        const again = openHealthJournal(file);
        expect(essence(again.memory())).toEqual(told);
        expect([again.reportOf('a'), again.reportOf('b'), again.reportOf('c')]).toEqual([
          'failed',
          'settled',
          null,
        ]);
        expect([...again.reported()]).toEqual([['a', 'failed']]);
        again.close();
      }
    }),
    { numRuns: 25 },
  );
});

test('a condition that comes and goes for a year does not fill the disk', () => {
  const file = join(folder, 'health.jsonl');
  const journal = openHealthJournal(file);
  journal.note([{ t: 'begins', condition: 'disk', since: instant(1), reason: '', count: 1 }]);
  for (let turn = 0; turn < 100; turn++) {
    journal.note([
      { t: 'clears', condition: 'disk', at: instant(turn) },
      { t: 'relapses', condition: 'disk' },
    ]);
  }
  journal.close();
  const before = statSync(file).size;
  openHealthJournal(file).close();
  expect(statSync(file).size).toBeLessThan(before / 20);
  expect(statSync(file).mode & 0o077).toBe(0);
});
