/** SIGKILL: at a moment that chance picks, and at every step that the saboteur can name. */
import type { Act } from '../bridge-process';
import type { Fault } from './fault';

/** Steps of a running bridge, in the order in which one mail meets them. Each is `NAME:before`, `NAME:after`, … */
export const RUNNING_STEPS: readonly string[] = [
  ...moments('imap:UID SEARCH', 'before', 'answered'),
  ...moments('imap:UID FETCH', 'before', 'answered'),
  ...moments('spool:open', 'before'),
  ...moments('spool:bytes', 'before', 'written', 'after'),
  ...moments('spool:rename', 'before', 'after'),
  ...moments('ledger:spooled', 'before', 'written', 'after'),
  ...moments('ledger:writing', 'before', 'written', 'after'),
  ...moments('sheet:read', 'before', 'after'),
  ...moments('sheet:write:intake', 'before', 'after'),
  ...moments('ledger:done', 'before', 'written', 'after'),
  ...moments('imap:UID STORE', 'before', 'answered'),
  ...moments('outbox:mail', 'before', 'written', 'after'),
  ...moments('outbox:step:sending', 'before', 'written', 'after'),
  ...moments('smtp:MAIL', 'before', 'answered'),
  ...moments('smtp:RCPT', 'before', 'answered'),
  ...moments('smtp:DATA', 'before', 'answered'),
  ...moments('outbox:text', 'before', 'written', 'after'),
  ...moments('smtp:text', 'before', 'after'),
  ...moments('smtp:dot', 'before', 'after', 'answered'),
  ...moments('outbox:step:sent', 'before', 'written', 'after'),
  ...moments('sheet:write:show', 'before', 'after'),
  ...moments('outbox:shown', 'before', 'written', 'after'),
  ...moments('imap:APPEND', 'before', 'answered'),
];

/** Steps of a bridge that starts. */
export const STARTING_STEPS: readonly string[] = [
  ...moments('lock:link', 'before', 'after'),
  ...moments('lock:remove', 'before', 'after'),
  ...moments('sheet:read', 'before', 'after'),
  ...moments('imap:AUTHENTICATE', 'before', 'answered'),
  ...moments('imap:SELECT', 'before', 'answered'),
];

/** Until the step is taken; in vain only when nothing leads there, such as a second mail. */
const LONGEST = 300;

function moments(step: string, ...when: readonly string[]): string[] {
  return when.map((moment) => `${step}:${moment}`);
}

/** The commit of a write, seen at the other end: done, and not yet answered. */
const committed: Fault = {
  name: 'kill at sheet:write:committed',
  people: 'meanwhile',
  lasts: LONGEST,
  begin(world) {
    world.sheet.onCommitted = () => {
      world.sheet.onCommitted = null;
      world.bridge.kill();
    };
  },
  bitten: (world) => !world.bridge.isRunning(),
  end(world) {
    world.sheet.onCommitted = null;
  },
};

const atRandom: Fault = {
  name: 'kill at random',
  people: 'meanwhile',
  lasts: 0,
  begin: () => undefined,
  async end(world, random) {
    // Most of what happens to a mail happens within the first tenths of a second.
    await new Promise((resolve) => setTimeout(resolve, random.below(400)));
    world.bridge.kill();
    await world.bridge.gone();
  },
};

function atStep(step: string, act: Act): Fault {
  return {
    name: `${act} at ${step}`,
    // Where the provider files the copies of what was sent, the bridge does not.
    ...(step.startsWith('imap:APPEND') ? { sentCopies: 'append' as const } : {}),
    people: 'meanwhile',
    lasts: LONGEST,
    begin(world, random) {
      world.bridge.order([{ step, occurrence: random.chance(0.9) ? 1 : 2, act }]);
    },
    bitten: (world) => !world.bridge.isRunning(),
    end: (world) => world.bridge.order([]),
  };
}

/** It is killed, and once more on its way up. */
function atStart(step: string): Fault {
  return {
    name: `kill at start, ${step}`,
    people: 'meanwhile',
    lasts: LONGEST,
    async begin(world) {
      world.bridge.kill();
      await world.bridge.gone();
      world.bridge.start([{ step, occurrence: 1, act: 'kill' }]);
    },
    bitten: (world) => !world.bridge.isRunning(),
    end: (world) => world.bridge.order([]),
  };
}

/** Half of a line is on the disk when the power goes. */
const TORN = [
  'ledger:spooled',
  'ledger:writing',
  'ledger:done',
  'outbox:mail',
  'outbox:step:sending',
  'outbox:text',
  'outbox:step:sent',
  'outbox:shown',
  'spool',
];

export const KILLS: readonly Fault[] = [
  atRandom,
  ...RUNNING_STEPS.map((step) => atStep(step, 'kill')),
  ...STARTING_STEPS.map(atStart),
  committed,
  ...TORN.map((step) => atStep(step, 'torn')),
];
