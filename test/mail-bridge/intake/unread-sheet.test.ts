/** A mail for which the Sheet has to be read, while it cannot be. */
import { instant } from '../../../core/time/instant';
import { type TakeInContext, takeIn } from '../../../mail-bridge/intake/take-in';
import { UnreadSheet } from '../../../mail-bridge/sheets/unread-sheet';

test('it is not set aside: it waits, and the reason is the Sheet’s', async () => {
  const outage = new Error('Google Sheets cannot be reached.');
  const backlog = { planned: [], ahead: [] };
  const waiting = [{ epoch: 'e', uid: 1, name: 'a'.repeat(64), at: instant(0), day: '2026-11-23', size: 1 }];
  // Nothing else is asked for: the mail gets no further.
  const context = {
    ledger: { waiting: () => waiting },
    planBegins: () => undefined,
    understand: async () => ({}),
    plan: () => Promise.reject(new UnreadSheet(outage)),
  } as unknown as TakeInContext;
  await expect(takeIn(context, backlog, false, new AbortController().signal)).rejects.toBe(outage);
  expect(backlog).toEqual({ planned: [], ahead: [] });
});
