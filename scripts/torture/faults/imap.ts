/** What happens to mailboxes: broken lines, stubborn servers, and people who tidy up. */
import { ImapFlow } from 'imapflow';
import type { Random } from '../random';
import type { World } from '../world';
import type { Fault } from './fault';

/** A line that ends after some more bytes, again and again while it lasts. */
function cut(how: 'FIN' | 'RST', direction: 'up' | 'down'): Fault {
  return {
    name: `IMAP cut by ${how} ${direction}`,
    people: 'meanwhile',
    lasts: 40,
    begin(world, random) {
      const afterBytes = random.below(direction === 'down' ? 6_000 : 400);
      world.imapRoad.set({ kind: 'cut', direction, afterBytes, with: how });
    },
    end: ({ imapRoad }) => imapRoad.heal(),
  };
}

/** Until a command meets it. */
const LONGEST = 300;

/** The server says no where it usually does as it is told: so often, or for as long as the fault lasts. */
function stubborn(command: string | null, answer: 'NO' | 'BAD', times: number): Fault {
  const often = Number.isFinite(times) ? '' : ' for a while';
  return {
    name: `IMAP ${answer} to ${command ?? 'everything'}${often}`,
    ...(command === 'APPEND' ? { sentCopies: 'append' as const } : {}),
    people: 'meanwhile',
    lasts: Number.isFinite(times) ? LONGEST : 40,
    begin({ imapGate, imapRoad }) {
      imapGate.refuse({ command, answer, times });
      // Only a new connection opens a folder.
      if (command === 'SELECT' || command === 'EXAMINE') imapRoad.drop('RST');
    },
    ...(Number.isFinite(times) ? { bitten: ({ imapGate }: World) => imapGate.pending() === 0 } : {}),
    end: ({ imapGate }) => imapGate.heal(),
  };
}

/** As a colleague's mail program does it, at the server's own door. */
async function atMailbox(world: World, act: (client: ImapFlow) => Promise<unknown>): Promise<void> {
  const { dovecot, address } = world;
  const { user, password } = dovecot.user(address);
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.imapPort,
    secure: false,
    auth: { user, pass: password },
    tls: { rejectUnauthorized: false },
    logger: false,
  });
  // The server may end the line under it: that is told by the command in hand, not by the end of this program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.logout();
  }
}

async function inFolder(client: ImapFlow, folder: string, act: () => Promise<unknown>): Promise<void> {
  const lock = await client.getMailboxLock(folder);
  try {
    await act();
  } finally {
    lock.release();
  }
}

/** People write while the bridge is off, and somebody is at the mailbox before it. */
async function whileOff(world: World, random: Random): Promise<void> {
  world.bridge.kill();
  await world.bridge.gone();
  await world.people.act(random);
}

const ELSEWHERE = 'Archive';
const RENAMED = 'Old helpdesk';

export const IMAP_FAULTS: readonly Fault[] = [
  cut('FIN', 'down'),
  cut('RST', 'down'),
  cut('FIN', 'up'),
  cut('RST', 'up'),
  {
    name: 'IMAP connection reset',
    people: 'before',
    lasts: 0,
    begin: ({ imapRoad }) => imapRoad.drop('RST'),
    end: () => undefined,
  },
  {
    name: 'IMAP black hole',
    people: 'meanwhile',
    lasts: 150,
    begin: ({ imapRoad }) => imapRoad.set({ kind: 'stall' }),
    end: ({ imapRoad }) => imapRoad.heal(),
  },
  {
    name: 'IMAP refused',
    people: 'meanwhile',
    lasts: 40,
    begin({ imapRoad }) {
      imapRoad.set({ kind: 'refuse' });
      imapRoad.drop('RST');
    },
    end: ({ imapRoad }) => imapRoad.heal(),
  },
  stubborn('SEARCH', 'NO', 1),
  stubborn('FETCH', 'NO', 1),
  stubborn('FETCH', 'BAD', 2),
  stubborn('SELECT', 'NO', 1),
  // The folder of sent mails is opened so.
  stubborn('EXAMINE', 'NO', 1),
  stubborn('STORE', 'NO', 1),
  stubborn('APPEND', 'NO', 1),
  stubborn('IDLE', 'BAD', 1),
  stubborn('FETCH', 'NO', Number.POSITIVE_INFINITY),
  stubborn(null, 'NO', Number.POSITIVE_INFINITY),
  {
    name: 'IMAP sessions ended by the server',
    people: 'meanwhile',
    lasts: 4,
    begin: ({ dovecot }) => dovecot.cut(),
    end: ({ dovecot }) => dovecot.cut(),
  },
  {
    name: 'IMAP server restarted',
    people: 'meanwhile',
    lasts: 4,
    begin: ({ dovecot }) => dovecot.restart(),
    end: () => undefined,
  },
  {
    name: 'UIDVALIDITY changed',
    people: 'before',
    lasts: 4,
    async begin({ dovecot, address }) {
      await dovecot.changeUidValidity(address);
      await dovecot.cut();
    },
    end: () => undefined,
  },
  {
    name: 'folder renamed and back',
    people: 'before',
    lasts: 30,
    begin: (world) =>
      atMailbox(world, async (client) => {
        await client.mailboxRename(world.mailFolder, RENAMED);
        await world.dovecot.cut();
      }).catch(() => undefined),
    end: (world) => atMailbox(world, (client) => client.mailboxRename(RENAMED, world.mailFolder)),
  },
  {
    name: 'mail moved out and back',
    people: 'before',
    lasts: 4,
    begin: (world) =>
      atMailbox(world, (client) =>
        inFolder(client, world.mailFolder, () => client.messageMove('1:*', ELSEWHERE)),
      ),
    end: (world) =>
      atMailbox(world, (client) =>
        inFolder(client, ELSEWHERE, () => client.messageMove('1:*', world.mailFolder)),
      ),
  },
  {
    name: 'mail moved out and back while the bridge is off',
    people: 'meanwhile',
    lasts: 0,
    async begin(world, random) {
      await whileOff(world, random);
      await atMailbox(world, (client) =>
        inFolder(client, world.mailFolder, () => client.messageMove('1:*', ELSEWHERE)),
      );
    },
    end: (world) =>
      atMailbox(world, (client) =>
        inFolder(client, ELSEWHERE, () => client.messageMove('1:*', world.mailFolder)),
      ),
  },
  {
    name: 'somebody else reads first',
    people: 'meanwhile',
    lasts: 0,
    async begin(world, random) {
      await whileOff(world, random);
      await atMailbox(world, (client) =>
        inFolder(client, world.mailFolder, () => client.messageFlagsAdd('1:*', ['\\Seen'])),
      );
    },
    end: () => undefined,
  },
];
