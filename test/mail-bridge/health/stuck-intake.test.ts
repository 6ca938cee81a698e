/** Mails that are safe on the disk and get no row, though the Sheet can be read and is not refused. */
import type { FullSheetsService } from '../../../local-sheet/api/service';
import { ApiError } from '../../../local-sheet/contract';
import type { LocalSheets } from '../../../local-sheet/storage/open';
import type { Bridge } from '../../../mail-bridge/bridge';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const MANAGER = { email: 'ola@firm.test', name: 'Ola', role: 'manager', active: true };
const STUCK = 'Mails wait for their row in the Sheet';
const OVER = 'Mails get their rows in the Sheet again';

needs('dovecot')('mails that get no row', () => {
  const firms = desks();
  let isFull = false;
  beforeEach(() => {
    isFull = false;
  });

  /** As Google answers where a workbook has as many cells as it may have. */
  function full(sheets: LocalSheets): FullSheetsService {
    return {
      ...sheets,
      batchUpdate(...args) {
        if (isFull && JSON.stringify(args).includes('"appendCells"')) {
          throw new ApiError(400, 'INVALID_ARGUMENT', 'This action would increase the number of cells');
        }
        return sheets.batchUpdate(...args);
      },
    };
  }

  async function firm(): Promise<{ bench: DeskBench; bridge: Bridge }> {
    const bench = await firms.open({ between: full });
    await bench.append('team', [MANAGER]);
    const bridge = await bench.open();
    await pass(bridge);
    for (const subject of ['Help', 'Exam']) {
      await bench.deliver(letter({ from: `${subject}@people.test`, subject, text: 'I cannot log in.' }));
    }
    return { bench, bridge };
  }

  /** The loops of a running bridge, by hand: a round goes on where nothing can be taken in. */
  async function pass(bridge: Bridge): Promise<void> {
    await bridge.spool(await bridge.connect(), true, () => undefined);
    await bridge.takeIn(false).catch(() => undefined);
    await bridge.round().catch(() => undefined);
    await bridge.tend();
  }

  /** Under the break after which a machine counts as having slept. */
  async function passes(bridge: Bridge, bench: DeskBench, times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      bench.clock.advance(4);
      await pass(bridge);
    }
  }

  async function alerts(bench: DeskBench): Promise<readonly (string | null)[]> {
    const mails = bench.smtp.mails.filter(({ to }) => to.includes(MANAGER.email));
    return (await Promise.all(mails.map(({ raw }) => readMail(raw)))).map(({ subject }) => subject);
  }

  it('a workbook that takes no more rows: told by mail after 15 minutes, and when it is over', async () => {
    const { bench, bridge } = await firm();
    isFull = true;
    await pass(bridge);
    await passes(bridge, bench, 3);
    expect(await alerts(bench)).toEqual([]);
    await passes(bridge, bench, 2);
    expect(await alerts(bench)).toEqual([STUCK]);
    expect(await bench.rows('tickets')).toEqual([]);
    isFull = false;
    await passes(bridge, bench, 3);
    expect(await alerts(bench)).toEqual([STUCK, OVER]);
    expect(await bench.rows('tickets')).toHaveLength(2);
  });

  it('an original that cannot be read: a line on the Problems tab as well, which says when it is over', async () => {
    const { bench, bridge } = await firm();
    await bridge.spool(await bridge.connect(), true, () => undefined);
    const reading = jest.spyOn(bridge.state.spool, 'read').mockImplementation(() => {
      throw Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES', syscall: 'open' });
    });
    await passes(bridge, bench, 5);
    expect(await alerts(bench)).toEqual([STUCK]);
    const line = () => bench.row('problems', ({ key }) => key === 'health:intake-stuck');
    expect((await line()).row).toMatchObject({
      what: expect.stringContaining('safe'),
      tab: expect.any(String),
    });
    reading.mockRestore();
    await passes(bridge, bench, 3);
    expect(await alerts(bench)).toEqual([STUCK, OVER]);
    expect((await line()).row.todo).toBe('Nothing is left to do: delete this line.');
    expect(await bench.rows('tickets')).toHaveLength(2);
  });
});
