/** SIGKILL: at a moment that chance picks, and at every step that the saboteur can name. */
import type { Act } from '../bridge-process';
import type { Fault } from './fault';
import { PROVOCATIONS, type Provocation } from './provoked';

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
  ...moments('smtp:MAIL', 'before', 'after', 'answered'),
  ...moments('smtp:RCPT', 'before', 'after', 'answered'),
  ...moments('smtp:DATA', 'before', 'after', 'answered'),
  ...moments('outbox:text', 'before', 'written', 'after'),
  ...moments('smtp:text', 'before', 'after'),
  ...moments('smtp:dot', 'before', 'after', 'answered'),
  ...moments('outbox:step:sent', 'before', 'written', 'after'),
  ...moments('sheet:write:show', 'before', 'after'),
  ...moments('outbox:shown', 'before', 'written', 'after'),
  ...moments('imap:APPEND', 'before', 'answered'),
  // The folder of sent mails, on a connection of its own.
  ...moments('imap:NOOP', 'before', 'answered'),
  ...moments('ledger:passed', 'before', 'written', 'after'),
  ...moments('imap:IDLE', 'before', 'after'),
];

/** Steps that are taken only after something else went wrong. */
export const PROVOKED_STEPS: readonly string[] = Object.keys(PROVOCATIONS).flatMap((step) =>
  moments(step, 'before', ...(step.startsWith('sheet:') ? [] : ['written']), 'after'),
);

/** Steps of a bridge that starts. */
export const STARTING_STEPS: readonly string[] = [
  ...moments('lock:link', 'before', 'after'),
  ...moments('lock:remove', 'before', 'after'),
  ...moments('lock:rename', 'before', 'after'),
  ...moments('outbox:rewrite', 'before', 'written', 'after'),
  ...moments('outbox:rename', 'before', 'after'),
  ...moments('sheet:read', 'before', 'after'),
  ...moments('health:rewrite', 'before', 'written', 'after'),
  ...moments('health:rename', 'before', 'after'),
  ...moments('contacts:rewrite', 'before', 'written'),
  ...moments('contacts:rename', 'before', 'after'),
  ...moments('imap:AUTHENTICATE', 'before', 'answered'),
  ...moments('imap:SELECT', 'before', 'answered'),
  ...moments('imap:LIST', 'before', 'answered'),
  ...moments('imap:EXAMINE', 'before', 'answered'),
];

/** Every step at which it is killed. */
export const KILLED_STEPS: ReadonlySet<string> = new Set([
  ...RUNNING_STEPS,
  ...PROVOKED_STEPS,
  ...STARTING_STEPS,
]);

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

/** What leads to a step, or to one of its moments. */
function provocationOf(step: string): Provocation | undefined {
  return PROVOCATIONS[step] ?? PROVOCATIONS[step.slice(0, step.lastIndexOf(':'))];
}

function atStep(step: string, act: Act): Fault {
  const provocation = provocationOf(step);
  // Where the provider files the copies of what was sent, the bridge does not.
  const sentCopies = step.startsWith('imap:APPEND') ? 'append' : provocation?.sentCopies;
  return {
    name: `${act} at ${step}`,
    ...(sentCopies ? { sentCopies } : {}),
    people: 'meanwhile',
    lasts: LONGEST,
    async begin(world, random) {
      // What has to be provoked happens once.
      const occurrence = provocation || random.chance(0.9) ? 1 : 2;
      world.bridge.order([{ step, occurrence, act }]);
      await provocation?.begin(world);
    },
    bitten: (world) => !world.bridge.isRunning(),
    end(world) {
      world.bridge.order([]);
      provocation?.end(world);
    },
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
  'ledger:passed',
  'outbox:mail',
  'outbox:step:sending',
  'outbox:text',
  'outbox:step:sent',
  'outbox:shown',
  'outbox:step:deferred',
  'outbox:step:failed',
  'outbox:step:unknown',
  'health:begins',
  'health:over',
  'spool',
];

export const KILLS: readonly Fault[] = [
  atRandom,
  ...[...RUNNING_STEPS, ...PROVOKED_STEPS].map((step) => atStep(step, 'kill')),
  ...STARTING_STEPS.map(atStart),
  committed,
  ...TORN.map((step) => atStep(step, 'torn')),
];
