/** Google's trouble: whatever happens to a call, every mail has one row, one ticket and one acknowledgement. */
import type { Fault } from '../../../local-sheet/http/faults';
import { UserError } from '../../../mail-bridge/user-error';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['the quota is used up (429 with Retry-After)', { kind: 'too-many-requests', retryAfterSeconds: 1 }],
  ['an error before anything was written', { kind: 'error-before-commit' }],
  ['an error after all was written', { kind: 'error-after-commit' }],
  ['a cut line before anything was written', { kind: 'cut-before-commit' }],
  ['a cut line after all was written', { kind: 'cut-after-commit' }],
];

needs('dovecot')('trouble with Google Sheets', () => {
  const firms = desks();
  let bench: DeskBench;
  beforeEach(async () => {
    bench = await firms.open();
    await bench.deliver(letter({ from: 'jan@people.test', subject: 'Help', text: 'I cannot log in.' }));
  });

  async function expectOneOfEach(): Promise<void> {
    expect(await bench.rows('tickets')).toHaveLength(1);
    expect(await bench.rows('messages')).toHaveLength(1);
    expect(await bench.rows('outbox')).toMatchObject([{ kind: 'acknowledgement', state: 'sent' }]);
    expect(await bench.rows('intake')).toMatchObject([{ mailbox: 1, new_ticket: 1, difference: 0 }]);
    expect(bench.smtp.mails).toHaveLength(1);
    expect(bench.api.faults.pending).toBe(0);
  }

  it.each(FAULTS)('while mails become rows: %s', async (_name, fault) => {
    bench.api.faults.add(fault, { only: 'write' });
    await bench.once();
    await expectOneOfEach();
  });

  it.each(FAULTS)('while mails become rows, at every reading: %s', async (_name, fault) => {
    bench.api.faults.add(fault, { only: 'read', times: 3 });
    await bench.once();
    await expectOneOfEach();
  });

  it.each(FAULTS)('while the Sheet shows what was sent: %s', async (_name, fault) => {
    const bridge = await bench.open();
    await bridge.spool(await bridge.connect(), true, () => undefined);
    await bridge.takeIn(false);
    bench.api.faults.add(fault, { only: 'write' });
    await bridge.sendAndShow();
    await expectOneOfEach();
  });

  it('so long that the bridge gives up for now: the next round finds what was written', async () => {
    const bridge = await bench.open();
    await bridge.spool(await bridge.connect(), true, () => undefined);
    // Written at the last attempt of the round, and nobody heard of it.
    bench.api.faults.add({ kind: 'error-before-commit' }, { only: 'write', times: 2 });
    bench.api.faults.add({ kind: 'cut-after-commit' }, { only: 'write' });
    await expect(bridge.takeIn(false)).rejects.toThrow(UserError);
    await bridge.takeIn(false);
    await bridge.sendAndShow();
    await expectOneOfEach();
  });

  it('so long that the bridge is stopped meanwhile: the next start finds what was written', async () => {
    const bridge = await bench.open();
    await bridge.spool(await bridge.connect(), true, () => undefined);
    bench.api.faults.add({ kind: 'error-after-commit' }, { only: 'write' });
    // The look-up fails too, for good.
    bench.api.faults.add({ kind: 'error-before-commit' }, { only: 'read', times: 9 });
    await expect(bridge.takeIn(false)).rejects.toThrow();
    await bridge.close();
    bench.api.faults.clear();
    await bench.once();
    await expectOneOfEach();
  });

  it('a quota of 60 calls a minute is never reached by a day’s mail', async () => {
    bench.api.quotas.enabled = true;
    for (let count = 0; count < 30; count += 1) {
      await bench.deliver(
        letter({ from: `p${count}@people.test`, subject: `Help ${count}`, text: 'I cannot log in.' }),
      );
    }
    const { calls } = await bench.once();
    expect(await bench.rows('tickets')).toHaveLength(31);
    expect(calls.write).toBe(2);
  });
});
