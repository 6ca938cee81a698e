/** What a mail server does: refuses, for now or for good, goes away, or takes a mail and tells nobody. */
import type { Mishap } from '../../../test/bench/recording-smtp';
import type { World } from '../world';
import type { Fault } from './fault';

/** Until a mail meets it. */
const LONGEST = 300;

function mishap(name: string, play: Mishap, times = 1): Fault {
  return {
    name: `SMTP ${name}`,
    people: 'meanwhile',
    lasts: LONGEST,
    begin({ smtp, smtpRoad }) {
      // A greeting is met by a new connection only.
      if (play.at === 'connect') smtpRoad.drop('RST');
      smtp.play(...Array.from({ length: times }, () => play));
    },
    bitten: ({ smtp }: World) => smtp.pending() === 0,
    end: ({ smtp }) => smtp.forgive(),
  };
}

/** The line falls silent; later it breaks, or the bridge gives up by itself. */
function silence(name: string, play: Mishap, breaks: boolean): Fault {
  return {
    ...mishap(name, play),
    async end({ smtp }) {
      smtp.forgive();
      if (!breaks) return;
      await new Promise((resolve) => setTimeout(resolve, 300));
      smtp.breakSilence();
    },
  };
}

function cut(how: 'FIN' | 'RST'): Fault {
  return {
    name: `SMTP cut by ${how}`,
    people: 'meanwhile',
    lasts: 60,
    begin(world, random) {
      world.smtpRoad.set({ kind: 'cut', direction: 'up', afterBytes: random.below(4_000), with: how });
    },
    end: ({ smtpRoad }) => smtpRoad.heal(),
  };
}

export const SMTP_FAULTS: readonly Fault[] = [
  {
    name: 'SMTP refused',
    people: 'meanwhile',
    lasts: 60,
    begin({ smtpRoad }) {
      smtpRoad.set({ kind: 'refuse' });
      smtpRoad.drop('RST');
    },
    end: ({ smtpRoad }) => smtpRoad.heal(),
  },
  cut('FIN'),
  cut('RST'),
  mishap('421 at the greeting', { at: 'connect', reply: '421 4.3.2 not now' }),
  mishap('451 at MAIL', { at: 'mail', reply: '451 4.3.0 try later' }, 2),
  mishap('450 at RCPT', { at: 'rcpt', reply: '450 4.2.1 greylisted' }, 2),
  mishap('452 at DATA', { at: 'data', reply: '452 4.3.1 no room' }),
  mishap('451 after the dot', { at: 'dot', reply: '451 4.3.0 try later' }),
  mishap('550 at RCPT', { at: 'rcpt', reply: '550 5.1.1 no such user' }),
  mishap('554 after the dot', { at: 'dot', reply: '554 5.7.1 refused' }),
  mishap('daily limit', { at: 'mail', reply: '550 5.4.5 Daily user sending limit exceeded.' }),
  mishap('daily limit after the dot', { at: 'dot', reply: '550 5.4.5 Daily user sending limit exceeded.' }),
  mishap('closed at the greeting', { at: 'connect', hangUp: 'FIN' }),
  mishap('closed at DATA', { at: 'data', hangUp: 'FIN' }),
  mishap('reset at DATA', { at: 'data', hangUp: 'RST' }),
  mishap('closed after the dot, kept', { at: 'dot', hangUp: 'FIN', keeps: true }),
  mishap('closed after the dot, not kept', { at: 'dot', hangUp: 'FIN', keeps: false }),
  mishap('reset after the dot, kept', { at: 'dot', hangUp: 'RST', keeps: true }),
  mishap('reset after the dot, not kept', { at: 'dot', hangUp: 'RST', keeps: false }),
  silence('silent at MAIL, then reset', { at: 'mail', hangUp: 'silence' }, true),
  silence('silent after the dot, then reset, kept', { at: 'dot', hangUp: 'silence', keeps: true }, true),
  silence('silent after the dot, then reset, not kept', { at: 'dot', hangUp: 'silence', keeps: false }, true),
  silence('silent after the dot for ever, kept', { at: 'dot', hangUp: 'silence', keeps: true }, false),
];
