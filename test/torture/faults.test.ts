/** The table of faults: everything that the harness promises to break is in it, once. */
import { KILLED_STEPS } from '../../scripts/torture/faults/kills';
import { FAULTS } from '../../scripts/torture/faults/table';
import { inShort, unnamed } from '../../scripts/torture/steps';

const NAMES = FAULTS.map(({ name }) => name);

describe('the table of faults', () => {
  it('names each once', () => {
    expect(NAMES.filter((name, index) => NAMES.indexOf(name) !== index)).toEqual([]);
  });

  it.each([
    ['SIGKILL at a random moment', ['kill at random']],
    [
      'SIGKILL around every record of the ledger',
      ['ledger:spooled', 'ledger:writing', 'ledger:done', 'ledger:passed'].flatMap(aroundWrite),
    ],
    [
      'SIGKILL around every record of the outbox',
      ['outbox:mail', 'outbox:step:sending', 'outbox:step:sent', 'outbox:shown'].flatMap(aroundWrite),
    ],
    [
      'SIGKILL around what the outbox notes when a mail did not go out',
      ['deferred', 'failed', 'unknown'].flatMap((state) => aroundWrite(`outbox:step:${state}`)),
    ],
    [
      'SIGKILL around the journal of health',
      ['begins', 'alerted', 'over'].flatMap((t) => aroundWrite(`health:${t}`)),
    ],
    ['SIGKILL around the spool', aroundWrite('spool:bytes')],
    [
      'SIGKILL while the folder of sent mails is opened and looked at',
      ['kill at start, imap:LIST', 'kill at start, imap:EXAMINE', 'kill at imap:NOOP'].flatMap((kill) => [
        `${kill}:before`,
        `${kill}:answered`,
      ]),
    ],
    [
      'SIGKILL around a write of the Sheet',
      ['before', 'after'].map((when) => `kill at sheet:write:intake:${when}`),
    ],
    ['SIGKILL when the Sheet has written and not answered', ['kill at sheet:write:committed']],
    [
      'SIGKILL in every part of the SMTP conversation',
      ['MAIL:before', 'DATA:answered', 'text:before', 'dot:before', 'dot:after', 'dot:answered'].map(
        (moment) => `kill at smtp:${moment}`,
      ),
    ],
    [
      'trouble with IMAP',
      [
        'IMAP cut by FIN down',
        'IMAP cut by RST down',
        'IMAP black hole',
        'IMAP NO to FETCH',
        'IMAP BAD to FETCH',
        'IMAP server restarted',
        'UIDVALIDITY changed',
        'folder renamed and back',
        'mail moved out and back',
        'somebody else reads first',
      ],
    ],
    [
      'trouble with SMTP',
      [
        'SMTP refused',
        'SMTP 451 after the dot',
        'SMTP 550 at RCPT',
        'SMTP daily limit',
        'SMTP closed at DATA',
        'SMTP closed after the dot, kept',
        'SMTP closed after the dot, not kept',
        'SMTP silent after the dot, then reset, kept',
        'SMTP silent after the dot, then reset, not kept',
      ],
    ],
    [
      'trouble with the Sheet',
      [
        'Sheets 429 with Retry-After, write',
        'Sheets 500 before commit, write',
        'Sheets 500 after commit, write',
        'Sheets cut before commit, write',
        'Sheets cut after commit, write',
        'Sheets slower than the client waits, write',
        'Sheets quota exhausted for minutes',
        'Sheets token expired',
        'Sheets tab deleted, then setup',
        'Sheets column deleted, then setup',
        'Sheets tickets sorted between read and write',
        'Sheets ticket deleted between read and write',
      ],
    ],
    [
      'trouble with the machine',
      [
        'disk full: ledger',
        'disk read-only: spool',
        'torn at ledger:done',
        'torn at outbox:step:sending',
        'clock set back',
        'second bridge started',
        'two bridges started at once',
      ],
    ],
  ])('holds %s', (_what, faults) => {
    expect(faults.filter((fault) => !NAMES.includes(fault))).toEqual([]);
  });
});

describe('the steps that a bridge was seen to take', () => {
  it('are told when no kill names them, each with its moments', () => {
    const left = unnamed(
      ['smtp:dot:before', 'new:thing:after', 'new:thing:before', 'lock:link:after'],
      KILLED_STEPS,
    );
    expect(inShort(left)).toEqual(['new:thing (after, before)']);
  });

  it('are killed at, each by a fault of the table', () => {
    const killed = [...KILLED_STEPS].filter(
      (step) => !NAMES.includes(`kill at ${step}`) && !NAMES.includes(`kill at start, ${step}`),
    );
    expect(killed).toEqual([]);
  });
});

function aroundWrite(step: string): string[] {
  return ['before', 'written', 'after'].map((when) => `kill at ${step}:${when}`);
}
