/** A firm that starts from now: what was old stays old, and what came since comes in, whatever happens to numbers and state. */

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const mail = (subject: string) => letter({ from: 'jan@people.test', subject, text: `About ${subject}.` });

needs('dovecot')('a mailbox with old mail, from now on', () => {
  const firms = desks();
  const subjects = async (bench: DeskBench) => (await bench.rows('tickets')).map(({ subject }) => subject);
  async function started(): Promise<DeskBench> {
    const bench = await firms.open({ config: { startFrom: 'now' } });
    for (const name of ['Old 1', 'Old 2']) await bench.deliver(mail(name));
    // IMAP tells to the second when a mail arrived.
    await pause(1100);
    await bench.once();
    await bench.deliver(mail('New 1'));
    await bench.once();
    expect(await subjects(bench)).toEqual(['New 1']);
    return bench;
  }

  it('numbered anew by the server', async () => {
    const bench = await started();
    await bench.dovecot.changeUidValidity(bench.address);
    await bench.deliver(mail('New 2'));
    await bench.once();
    await bench.once();
    expect(await subjects(bench)).toEqual(['New 1', 'New 2']);
  });

  it('with a state folder that was moved away: what came meanwhile comes in, and nothing twice', async () => {
    const bench = await started();
    await bench.deliver(mail('New 2'));
    await bench.once({ stateDir: join(bench.folder, 'another-state') });
    const now = await subjects(bench);
    expect(now.filter((subject) => subject.startsWith('New'))).toEqual(['New 1', 'New 2']);
  });
});
