/** What becomes of a batch of mails when something fails in the middle of it: each has its rows once, and the others go on. */
import type { FullSheetsService } from '../../../local-sheet/api/service';
import { ApiError } from '../../../local-sheet/contract';
import type { LocalSheets } from '../../../local-sheet/storage/open';
import { until } from '../../bench/until';
import { needs } from '../../support/needs';
import { type DeskBench, desks } from '../support/desks';
import { letter } from '../support/letters';

const question = (subject: string, text = 'I cannot log in.') =>
  letter({ from: `${subject}@${subject}.test`, subject, text, messageId: `<${subject}@people.test>` });

/** A Sheet that refuses every write with one word in a new message. */
function refusing(sheets: LocalSheets): FullSheetsService {
  return {
    ...sheets,
    batchUpdate(...args) {
      if (/wrong name: XYZZY/.test(JSON.stringify(args))) {
        throw new ApiError(400, 'INVALID_ARGUMENT', 'Invalid value at requests[1].append_cells');
      }
      return sheets.batchUpdate(...args);
    },
  };
}

needs('dovecot')('a batch of mails', () => {
  const firms = desks();

  /** Opens the bridge and fetches what is there. */
  async function fetched(bench: DeskBench) {
    const bridge = await bench.open();
    const mailbox = await bridge.connect();
    const spool = () => bridge.spool(mailbox, true, () => undefined);
    await spool();
    return { bridge, spool };
  }

  it('has its rows once when the disk fails between the ledger and the outbox', async () => {
    const bench = await firms.open();
    await bench.deliver(question('one'));
    await bench.deliver(question('two'));
    const { bridge } = await fetched(bench);
    const full = Object.assign(new Error('ENOSPC: no space left on device'), {
      code: 'ENOSPC',
      syscall: 'write',
    });
    jest.spyOn(bridge.state.book, 'admit').mockImplementationOnce(() => {
      throw full;
    });
    await expect(bridge.takeIn(false)).rejects.toThrow('ENOSPC');
    await bridge.takeIn(false);
    await bridge.round();
    expect((await bench.rows('messages')).map(({ subject }) => subject)).toEqual(['one', 'two']);
    expect(await bench.rows('tickets')).toHaveLength(2);
    expect((await bench.rows('outbox')).map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(bench.smtp.mails.flatMap(({ to }) => to).sort()).toEqual(['one@one.test', 'two@two.test']);
  });

  it('that the Sheet refuses whole waits until a good mail shows who is at fault', async () => {
    const bench = await firms.open({ between: refusing });
    await bench.deliver(question('one', 'The wrong name: XYZZY'));
    await bench.deliver(question('two', 'The wrong name: XYZZY'));
    const { bridge, spool } = await fetched(bench);
    await expect(bridge.takeIn(false)).rejects.toThrow('Invalid value');
    expect(await bench.rows('problems')).toEqual([]);
    await bench.deliver(question('three'));
    await until(spool, (count) => count === 1);
    // The first look at the new mail still ends at the old ones.
    await expect(bridge.takeIn(false)).rejects.toThrow('Invalid value');
    await bridge.takeIn(false);
    expect((await bench.rows('messages')).map(({ subject }) => subject)).toEqual(['three']);
    expect((await bench.rows('problems')).map(({ key }) => key)).toEqual([
      expect.stringMatching(/^quarantined:/),
      expect.stringMatching(/^quarantined:/),
    ]);
    expect(await bench.rows('intake')).toMatchObject([{ mailbox: 3, new_ticket: 1, quarantined: 2 }]);
  });
});
