/** From the folder of sent mails to the spool: only answers are fetched, none is lost or comes twice, whatever happens. */
import { instant } from '../../../core/time/instant';
import { ARRIVED, type Trouble } from '../intake/paper-mailbox';
import {
  type Bench,
  EPOCH,
  NOW,
  PowerCut,
  paperSent,
  type SentMail,
  sentBench,
  sentMail,
} from './paper-sent';

let bench: Bench;
beforeEach(() => {
  bench = sentBench();
});
afterEach(() => bench.close());

const spooled = () =>
  bench
    .ledger()
    .waiting()
    .map(({ uid }) => uid);
const passed = () => bench.ledger().passedUpTo(EPOCH);
/** A folder that has been looked at when it was empty. */
async function entered(mails: readonly SentMail[]) {
  await bench.enter(paperSent([]));
  return paperSent(mails);
}

describe('what was there before', () => {
  it('is left alone without a look at any of it, however much it is', async () => {
    const folder = paperSent([], EPOCH, 50_000);
    folder.mails.push(...Array.from({ length: 50_000 }, (_, n) => sentMail(n + 1, 'answer')));
    await bench.enter(folder);
    await bench.look(folder);
    expect(folder.looked).toEqual({ heads: [], texts: [] });
    expect(passed()).toBe(50_000);
    folder.mails.push(sentMail(50_001, 'answer'));
    await bench.look(folder);
    expect(spooled()).toEqual([50_001]);
  });

  it('is left alone also by a Rowdesk that took mail in before it looked at sent mails', async () => {
    bench.ledger().ignore('aaaaaaaaaaaa.7', { upTo: 9, uids: [] }, NOW);
    const folder = paperSent([sentMail(1, 'answer')]);
    await bench.enter(folder);
    await bench.look(folder);
    expect(spooled()).toEqual([]);
  });

  it('stays so when the server numbers the folder anew; what was sent since the last look is found', async () => {
    const folder = await entered([sentMail(1, 'answer')]);
    await bench.look(folder);
    bench.startAnew();
    const long = { arrived: instant(ARRIVED - 40 * 86_400_000) };
    const anew = paperSent(
      [sentMail(11, 'answer', long), sentMail(12, 'answer'), sentMail(13, 'answer')],
      'cccccccccccc.8',
    );
    await bench.enter(anew);
    await bench.look(anew);
    // The first of them is the one of before: known by its bytes when its rows are planned.
    expect(
      bench
        .ledger()
        .waiting()
        .map(({ epoch, uid }) => [epoch, uid]),
    ).toEqual([
      [EPOCH, 1],
      ['cccccccccccc.8', 12],
      ['cccccccccccc.8', 13],
    ]);
    expect(anew.looked.heads).not.toContain(11);
  });

  it('is all of a folder that was numbered anew and has got nothing since', async () => {
    await bench.look(await entered([sentMail(1, 'ours')]));
    const long = { arrived: instant(ARRIVED - 40 * 86_400_000) };
    const anew = paperSent([sentMail(5, 'answer', long)], 'cccccccccccc.8');
    await bench.enter(anew);
    await bench.look(anew);
    expect(spooled()).toEqual([]);
  });
});

describe('a look', () => {
  it('fetches the text of answers only, and the header of each mail once', async () => {
    const folder = await entered([sentMail(1, 'ours'), sentMail(2, 'answer'), sentMail(3, 'ours')]);
    await bench.look(folder);
    await bench.look(folder);
    bench.startAnew();
    await bench.look(folder);
    expect(folder.looked).toEqual({ heads: [1, 2, 3], texts: [2] });
    expect(passed()).toBe(3);
  });

  it('counts an answer among the mails of the day, and nothing else', async () => {
    await bench.look(await entered([sentMail(1, 'ours'), sentMail(2, 'answer')]));
    expect([...bench.ledger().days()]).toEqual([['2026-11-20', { found: 1, outcomes: {} }]]);
  });

  it('leaves a draft alone; what it becomes when it is sent is another mail', async () => {
    const folder = await entered([sentMail(1, 'answer', { isDraft: true })]);
    await bench.look(folder);
    folder.mails.splice(0, 1, sentMail(2, 'answer'));
    await bench.look(folder);
    expect(spooled()).toEqual([2]);
  });

  it('goes through a folder of several hundred in its order', async () => {
    const many = Array.from({ length: 350 }, (_, n) => sentMail(n + 1, n % 100 === 50 ? 'answer' : 'ours'));
    await bench.look(await entered(many));
    expect(spooled()).toEqual([51, 151, 251]);
    expect(passed()).toBe(350);
  });
});

describe('a mail that leads to no ticket', () => {
  it('waits until the inbox was looked at once more: what it answers may be on its way in', async () => {
    const folder = await entered([sentMail(1, 'no-ticket'), sentMail(2, 'answer')]);
    expect(await bench.look(folder)).toEqual({ spooled: 1, undecided: 1 });
    expect(passed()).toBe(0);
    bench.known.add('no-ticket');
    await bench.inboxSettles();
    expect(await bench.look(folder)).toEqual({ spooled: 1, undecided: 0 });
    expect(spooled()).toEqual([2, 1]);
    expect(passed()).toBe(2);
    expect(folder.looked.heads).toEqual([1, 2]);
  });

  it('is left alone after that', async () => {
    const folder = await entered([sentMail(1, 'no-ticket')]);
    await bench.look(folder);
    await bench.inboxSettles();
    expect(await bench.look(folder)).toEqual({ spooled: 0, undecided: 0 });
    bench.known.add('no-ticket');
    bench.startAnew();
    await bench.look(folder);
    expect(spooled()).toEqual([]);
    expect(folder.looked.texts).toEqual([]);
  });

  it('waits while mails of the inbox wait for their rows', async () => {
    const folder = await entered([sentMail(1, 'no-ticket')]);
    await bench.look(folder);
    const name = 'f'.repeat(64) as never;
    const mail = {
      epoch: 'aaaaaaaaaaaa.7',
      uid: 1,
      name,
      at: NOW,
      day: '2026-11-20',
      size: 1,
      partial: false,
    };
    bench.ledger().spooled([mail]);
    await bench.inboxSettles();
    expect(await bench.look(folder)).toMatchObject({ undecided: 1 });
    bench.ledger().done([{ ...mail, outcome: 'new-ticket', messageId: '<x>', content: '', ticket: null }]);
    expect(await bench.look(folder)).toMatchObject({ undecided: 0 });
  });

  it('waits anew after a restart in between', async () => {
    const folder = await entered([sentMail(1, 'no-ticket')]);
    await bench.look(folder);
    await bench.inboxSettles();
    bench.startAnew();
    expect(await bench.look(folder)).toMatchObject({ undecided: 1 });
  });

  it('and was deleted meanwhile holds nothing up', async () => {
    const folder = await entered([sentMail(1, 'no-ticket'), sentMail(2, 'ours')]);
    await bench.look(folder);
    folder.mails.shift();
    expect(await bench.look(folder)).toMatchObject({ undecided: 0 });
    expect(passed()).toBe(2);
  });
});

describe('an answer that the server does not give', () => {
  const box = (trouble: Trouble) => [
    sentMail(1, 'answer'),
    sentMail(2, 'answer', { trouble }),
    sentMail(3, 'answer'),
  ];

  it.each(['refused', 'missing'] as const)('keeps nothing back, and is not passed: %s', async (trouble) => {
    const folder = await entered(box(trouble));
    await bench.look(folder);
    expect(spooled()).toEqual([1, 3]);
    expect(passed()).toBe(1);
    folder.mails.splice(1, 1, sentMail(2, 'answer'));
    bench.startAnew();
    await bench.look(folder);
    expect(spooled()).toEqual([1, 3, 2]);
    expect(passed()).toBe(3);
  });

  it('is taken in from its header in the end', async () => {
    const folder = await entered(box('refused'));
    for (let n = 0; n < 4; n += 1) await bench.look(folder);
    expect(
      bench
        .ledger()
        .waiting()
        .find(({ uid }) => uid === 2),
    ).toMatchObject({ partial: true, folder: 'sent' });
    expect(passed()).toBe(3);
  });

  it('not even its header is left alone after some looks', async () => {
    const folder = await entered(box('refused-wholly'));
    for (let n = 0; n < 3; n += 1) await bench.look(folder);
    expect(spooled()).toEqual([1, 3]);
    expect(passed()).toBe(3);
  });

  it('and is deleted meanwhile is forgotten', async () => {
    const folder = await entered(box('refused'));
    await bench.look(folder);
    folder.mails.splice(1, 1);
    await bench.look(folder);
    expect(bench.ledger().troubled(EPOCH)).toEqual([]);
    expect(passed()).toBe(3);
  });

  it('is asked for again when a person wants it, though the mark is far beyond it', async () => {
    const folder = await entered([sentMail(1, 'answer'), sentMail(2, 'ours')]);
    bench.ledger().giveUp({ epoch: EPOCH, uid: 1, reason: 'NO', at: NOW, day: '2026-11-20' });
    await bench.look(folder);
    expect([spooled(), passed()]).toEqual([[], 2]);
    bench.ledger().tryAgain(EPOCH, 1);
    await bench.look(folder);
    expect([spooled(), passed()]).toEqual([[1], 2]);
  });
});

it('keeps its mark, and one line of it, when the ledger is written anew', async () => {
  const folder = await entered([]);
  for (let uid = 1; uid <= 20; uid += 1) {
    folder.mails.push(sentMail(uid, 'ours'));
    await bench.look(folder);
  }
  bench.startAnew();
  expect([passed(), bench.ledger().passedAt()]).toEqual([20, NOW]);
  expect(bench.journalLines().filter((line) => line.includes('"t":"passed"'))).toHaveLength(1);
});

it('loses nothing and takes nothing in twice, at whatever step the power goes', async () => {
  const mails = [sentMail(1, 'ours'), sentMail(2, 'answer'), sentMail(3, 'no-ticket'), sentMail(4, 'answer')];
  let cuts = 0;
  for (let step = 1; ; step += 1) {
    bench.close();
    bench = sentBench();
    const folder = await entered(mails);
    bench.cutPowerAt(step);
    const wasCut = await bench.look(folder).then(
      () => false,
      (error: unknown) => error instanceof PowerCut,
    );
    bench.startAnew();
    await bench.look(folder);
    await bench.inboxSettles();
    await bench.look(folder);
    expect([step, spooled(), passed()]).toEqual([step, [2, 4], 4]);
    expect(bench.ledger().days().get('2026-11-20')).toEqual({ found: 2, outcomes: {} });
    if (!wasCut) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThanOrEqual(6);
});
