/** Steps that a bridge takes only when something else goes wrong first, and what leads there. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Mishap } from '../../../test/bench/recording-smtp';
import type { World } from '../world';

export interface Provocation {
  /** Only where sent mails are filed so. */
  readonly sentCopies?: 'append';
  begin(world: World): Promise<void> | void;
  end(world: World): void;
}

function mishap(play: Mishap): Provocation {
  return {
    begin: ({ smtp }) => smtp.play(play),
    end: ({ smtp }) => smtp.forgive(),
  };
}

const PUT_OFF = mishap({ at: 'mail', reply: '451 4.3.0 try later' });
const REFUSED = mishap({ at: 'rcpt', reply: '550 5.1.1 no such user' });
const LOST = mishap({ at: 'dot', hangUp: 'RST', keeps: false });
/** Where the provider files what it takes, it is settled before anybody is told. */
const LOST_FOR_GOOD: Provocation = { ...LOST, sentCopies: 'append' };

const UNFETCHABLE: Provocation = {
  begin: ({ imapGate }) =>
    imapGate.refuse({ command: 'FETCH', answer: 'NO', times: Number.POSITIVE_INFINITY }),
  end: ({ imapGate }) => imapGate.heal(),
};

/** Seconds of the bridge's clock in which it is shut out of its Sheet: it says so, and later that it is over. */
const SHUT_OUT_FOR = 40;
const SHUT_OUT: Provocation = {
  async begin({ sheet, clock }) {
    sheet.refuse('unauthorized');
    await pause((SHUT_OUT_FOR * 1000) / clock.speed);
    sheet.refuse(null);
  },
  end: ({ sheet }) => sheet.refuse(null),
};

export const PROVOCATIONS: Readonly<Record<string, Provocation>> = {
  'outbox:step:deferred': PUT_OFF,
  'outbox:step:failed': REFUSED,
  'outbox:step:unknown': LOST,
  'sheet:write:problems': LOST_FOR_GOOD,
  'ledger:unfetched': UNFETCHABLE,
  'health:begins': SHUT_OUT,
  'health:alerted': SHUT_OUT,
  'health:clears': SHUT_OUT,
  'health:line': SHUT_OUT,
  'health:over': SHUT_OUT,
  'health:told:unknown': LOST_FOR_GOOD,
  'health:told:failed': REFUSED,
};
