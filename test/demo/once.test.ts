/** `rowdesk demo --once`: the story in one go, and a folder of mails. */
import { join } from 'node:path';
import { share } from '../support/thorough';
import { demoToEnd, type Finished, storiesAt } from './run-demo';

const MAILS = join(__dirname, 'fixtures/mails');

const MOMENTS = share(
  [
    ['on a Sunday before breakfast', '2026-11-22T05:30:00Z'],
    ['on a Friday evening', '2026-11-27T19:00:00Z'],
    ['on the eve of a holiday', '2026-12-24T12:00:00Z'],
    ['in the hour that the clocks skip', '2027-03-28T00:59:30Z'],
    ['in the hour that comes twice', '2027-10-31T00:30:00Z'],
    ['a minute before the office opens', '2027-02-08T08:04:00Z'],
  ] as const,
  4,
);

function expectWholeStory({ code, stdout, stderr }: Finished): void {
  // What it said last is why it failed.
  expect({ code, said: code === 0 ? '' : stderr.slice(-2_000) }).toEqual({ code: 0, said: '' });
  expect(stderr).toContain('Zofia Malinka receives: Mamy Twoją wiadomość');
  const summary = JSON.parse(stdout);
  expect(stderr).toMatch(/Tomasz Brzoza presses Reply and writes: #rozwiązane/);
  expect(stderr).toContain('Zofia Malinka receives it: Re: Nie mogę się zalogować');
  expect(summary).toMatchObject({ acknowledgements: 3, answers: 4, messages: 8 });
  expect(summary.reminders).toBeGreaterThan(0);
  expect(summary.tickets.map(({ language }: { language: string }) => language)).toEqual(['pl', 'uk', 'en']);
  expect(summary.tickets.map(({ status }: { status: string }) => status)).toEqual([
    'resolved',
    'waiting_participant',
    'waiting_participant',
  ]);
}

describe('rowdesk demo --once', () => {
  let stories: readonly Finished[];
  beforeAll(async () => {
    stories = await storiesAt(MOMENTS.map(([, start]) => start));
  });

  it.each(MOMENTS)('tells the whole story and sums it up: %s', (_when, start) => {
    const story = stories[MOMENTS.findIndex(([, at]) => at === start)];
    if (!story) throw new Error(`there is no story of ${start}`);
    expectWholeStory(story);
  });

  it('tells it when it is called by its name, whatever the time is', async () => {
    expectWholeStory(await demoToEnd('--once', '--json'));
  });

  it('takes in a folder of mails, each with one outcome, and nothing more the second time', async () => {
    const { code, stdout } = await demoToEnd('--once', '--mail', MAILS, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      messages: 5,
      outcomes: {
        'new-ticket': 2,
        reply: 1,
        'agent-reply': 0,
        bounce: 0,
        automatic: 1,
        'loop-stopped': 0,
        duplicate: 1,
        quarantined: 0,
      },
      tickets: 2,
      acknowledgements: 1,
      crashes: 0,
      addedBySecondRun: 0,
    });
  });
});

describe('rowdesk demo says what to do', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    [
      'when the folder of mails is not there',
      ['--mail', '/nowhere/at/all'],
      1,
      /^There is no folder .*\nGive --mail/,
    ],
    ['when the port is no number', ['--port', 'http'], 2, /^"http" is no port\.\nGive --port a number/],
  ])('%s', async (_when, args, expected, sentence) => {
    const { code, stderr } = await demoToEnd(...args);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/ at .*:\d+/);
    expect(code).toBe(expected);
  });
});
