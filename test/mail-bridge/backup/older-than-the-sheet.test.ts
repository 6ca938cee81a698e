/** How a bridge sees that its state folder is older than the Sheet, and what it then believes of the Sheet. */
import { isLater } from '../../../core/outbox/catch-up';
import { OUTBOX_STATES, type OutboxState } from '../../../core/workbook/choices';
import { sheetKnowsMore } from '../../../mail-bridge/restoration/sheet-knows-more';

describe('the Sheet knows more than the ledger', () => {
  const ledger = (days: Readonly<Record<string, number>>) => ({
    days: () => new Map(Object.entries(days).map(([day, found]) => [day, { found, outcomes: {} }])),
  });
  it.each([
    ['when it counts more on the latest day', { '2026-11-20': 3 }, { '2026-11-20': 4 }, true],
    ['when it has a day after it', { '2026-11-20': 3 }, { '2026-11-20': 3, '2026-11-21': 1 }, true],
    ['when the ledger has no day at all', {}, { '2026-11-20': 1 }, true],
    ['not when it counts the same', { '2026-11-20': 3 }, { '2026-11-20': 3 }, false],
    ['not when mail still waits for its rows', { '2026-11-20': 5 }, { '2026-11-20': 3 }, false],
    [
      'not by an earlier day, of which an earlier start has found out',
      { '2026-11-20': 3, '2026-11-21': 1 },
      { '2026-11-20': 4, '2026-11-21': 1 },
      false,
    ],
    ['not when the tab is empty', { '2026-11-20': 3 }, {}, false],
  ] as const)('%s', (_when, known, shown, more) => {
    const intake = Object.entries<number>(shown).map(([day, mailbox]) => ({ day, mailbox }));
    expect(sheetKnowsMore(intake, ledger(known))).toBe(more);
  });
});

describe('what a restored journal learns from the Sheet', () => {
  const later = (journal: OutboxState) => OUTBOX_STATES.filter((sheet) => isLater(journal, sheet)).sort();
  const ends = ['bounced', 'cancelled', 'failed', 'sent', 'unknown'];
  it.each<[OutboxState, string[]]>([
    ['queued', ends],
    ['deferred', ends],
    ['sending', ends],
    ['unknown', ['bounced', 'failed', 'sent']],
    ['sent', ['bounced']],
    ['failed', []],
    ['bounced', []],
    ['cancelled', []],
  ])('of a mail that is %s there', (journal, states) => {
    expect(later(journal)).toEqual(states);
  });

  it('never goes back: no state follows another that follows it', () => {
    for (const a of OUTBOX_STATES) for (const b of later(a)) expect(isLater(b, a)).toBe(false);
  });
});
