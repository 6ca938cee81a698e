/** The bridge is killed (SIGKILL) while it takes in an answer from the sent mails, and started again: one answer. */

import type { FullSheetsService } from '../../../local-sheet/api/service';
import type { LocalSheets } from '../../../local-sheet/storage/open';
import { openBridgeState } from '../../../mail-bridge/bridge-state';
import { openStateDirectories } from '../../../mail-bridge/state/directories';
import { openSpool } from '../../../mail-bridge/state/spool';
import { needs } from '../../support/needs';
import { share } from '../../support/thorough';
import { startRowdesk, writeConfig } from '../support/cli';
import { type DeskBench, desks } from '../support/desks';
import { counts, inSent, NO_COUNTS, QUESTION, theTicket, webMail } from './support';

/** Calls back before each write of the Sheet, and when it has been carried out but is not yet answered. */
function watched(sheets: LocalSheets, around: () => void): FullSheetsService {
  return {
    ...sheets,
    batchUpdate(...args) {
      around();
      const answer = sheets.batchUpdate(...args);
      around();
      return answer;
    },
    values: {
      ...sheets.values,
      batchGetByDataFilter(...args) {
        around();
        return sheets.values.batchGetByDataFilter(...args);
      },
    },
  };
}

needs('dovecot')('a bridge that is killed while an answer is taken in', () => {
  const firms = desks();

  async function expectOneAnswer(bench: DeskBench): Promise<void> {
    expect((await bench.rows('messages')).map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(await theTicket(bench)).toMatchObject({ message_count: 2, first_answer_at: expect.any(Number) });
    expect(await counts(bench)).toEqual([{ ...NO_COUNTS, mailbox: 2, new_ticket: 1, agent_reply: 1 }]);
    expect(await bench.rows('problems')).toEqual([]);
    expect(bench.smtp.mails).toHaveLength(1);
    const state = openBridgeState(bench.config.stateDir);
    try {
      expect(state.ledger.waiting()).toEqual([]);
      expect([...state.tickets.all()]).toMatchObject([{ messageCount: 2 }]);
    } finally {
      state.close();
    }
  }

  it('at any call of the Sheet, before or after it was carried out', async () => {
    let onMoment = (): void => undefined;
    const answered = async (): Promise<DeskBench> => {
      const bench = await firms.open({ between: (sheets) => watched(sheets, () => onMoment()) });
      await bench.deliver(QUESTION);
      await bench.once();
      await inSent(bench, webMail(bench));
      writeConfig(bench.folder, bench.configValue);
      return bench;
    };
    /** @returns how many moments there were */
    const runAndKill = async (bench: DeskBench, at: number | null): Promise<number> => {
      let moments = 0;
      const running = startRowdesk(['start', '--once'], { cwd: bench.folder });
      onMoment = () => {
        moments += 1;
        if (moments === at) running.child.kill('SIGKILL');
      };
      const { signal } = await running.ended;
      onMoment = () => undefined;
      expect(signal).toBe(at === null ? null : 'SIGKILL');
      return moments;
    };
    const unharmed = await answered();
    const moments = await runAndKill(unharmed, null);
    await expectOneAnswer(unharmed);
    const each = Array.from({ length: moments }, (_, before) => before + 1);
    for (const moment of share(each, 4)) {
      const bench = await answered();
      await runAndKill(bench, moment);
      await bench.once();
      await expectOneAnswer(bench);
    }
    expect(moments).toBeGreaterThan(4);
  });

  it('after the bytes were kept and before anything was written down', async () => {
    const bench = await firms.open();
    await bench.deliver(QUESTION);
    await bench.once();
    const answer = webMail(bench);
    await inSent(bench, answer);
    await openSpool(openStateDirectories(bench.config.stateDir).spool).keep([answer]);
    await bench.once();
    await expectOneAnswer(bench);
  });

  it('after it was spooled and before it was planned', async () => {
    const bench = await firms.open();
    await bench.deliver(QUESTION);
    await bench.once();
    await inSent(bench, webMail(bench));
    const bridge = await bench.open();
    await bridge.connect();
    await bridge.lookAtSent(() => undefined);
    await bridge.close();
    await bench.once();
    await expectOneAnswer(bench);
  });
});
