import type { NoticeText } from '../../../core/ticket/closing-notice';
import { reconcileTicket, TICKET_RULES } from '../../../core/ticket/reconcile';
import type { Row } from '../../../core/workbook/rows';
import { winter } from '../sla/sla-rows';
import { applied, reconcileContext, settled, ticketRow } from './ticket-rows';

const answered = winter('2026-11-23T11:00');
const waiting = settled(
  ticketRow({ last_outbound_at: answered, first_answer_at: answered }),
  reconcileContext({ now: winter('2026-11-23T11:01') }),
);
const text: NoticeText = {
  to: 'anna@example.com',
  subject: 'Nie mamy odpowiedzi [#T-7K3Q9]',
  body: 'Dzień dobry, …',
  language: 'pl',
  template: 'no_answer',
};
const at = (time: string, change = {}) =>
  reconcileContext({
    now: winter(time),
    rules: { ...TICKET_RULES, quiet: { resolveWaitingAfter: 14, closeResolvedAfter: 7 } },
    closingNotice: () => text,
    ...change,
  });

describe('a participant who does not answer', () => {
  test('is told once that we stopped waiting', () => {
    const result = reconcileTicket(waiting, at('2026-12-07T12:00'));
    expect(result.change).toMatchObject({ status: 'resolved' });
    expect(result.outbox).toEqual([
      {
        ...text,
        key: expect.stringMatching(/^notice:no-answer:T-7K3Q9:\d+$/),
        kind: 'notice',
        ticket_id: 'T-7K3Q9',
        session_id: '',
        created_at: winter('2026-12-07T12:00'),
        created_by: 'Rowdesk',
        not_before: null,
        not_after: null,
        state: 'queued',
        message_id: '',
        sent_at: null,
        attempts: 0,
        answer: '',
        covers: [],
        cc: [],
        attachments: [],
      },
    ]);
    expect(reconcileTicket(applied(waiting, result), at('2026-12-07T12:10')).outbox).toEqual([]);
  });

  test('is told by the same key, whenever and however often it is planned, and by another after the next wait', () => {
    const keyAt = (row: Row<'tickets'>, time: string) => reconcileTicket(row, at(time)).outbox[0]?.key;
    expect(keyAt(waiting, '2026-12-07T12:00')).toBe(keyAt(waiting, '2027-01-07T12:00'));
    const again = settled(
      {
        ...waiting,
        last_inbound_at: winter('2026-11-24T10:00'),
        last_outbound_at: winter('2026-11-24T11:00'),
      },
      at('2026-11-24T11:01'),
    );
    expect(keyAt(again, '2027-01-07T12:00')).toMatch(/^notice:/);
    expect(keyAt(again, '2027-01-07T12:00')).not.toBe(keyAt(waiting, '2027-01-07T12:00'));
  });

  test.each<[string, Row<'tickets'>, object]>([
    ['the firm does not want it', waiting, { closingNotice: null }],
    ['there is nobody to write to', waiting, { closingNotice: () => null }],
    [
      'the ticket is closed after it was resolved by hand',
      settled({ ...waiting, status: 'resolved' }, at('2026-11-23T12:00')),
      {},
    ],
    [
      'we never wrote: a colleague put the ticket to wait after a call',
      settled({ ...settled(ticketRow()), status: 'waiting_participant' }, at('2026-11-23T12:00')),
      {},
    ],
    [
      'theirs is the last word, and a colleague put the ticket to wait all the same',
      settled(
        {
          ...settled({ ...waiting, last_inbound_at: winter('2026-11-23T11:30') }, at('2026-11-23T11:31')),
          status: 'waiting_participant',
        },
        at('2026-11-23T12:00'),
      ),
      {},
    ],
    ['they wrote in the last moment', { ...waiting, last_inbound_at: winter('2026-12-07T11:59') }, {}],
    [
      'the ticket waits for a vendor',
      settled({ ...waiting, status: 'waiting_vendor' }, at('2026-11-23T12:00')),
      {},
    ],
  ])('is not told when %s', (_, row, change) => {
    expect(reconcileTicket(row, at('2026-12-07T12:00', change)).outbox).toEqual([]);
  });
});

describe('“on hold until”', () => {
  const open = settled({ ...settled(ticketRow()), status: 'open' }, at('2026-11-23T11:00'));

  test.each(['new', 'open', 'waiting_participant', 'waiting_vendor'])(
    'a day to come puts a ticket that is %s on hold',
    (status) => {
      const row =
        status === 'new' ? settled(ticketRow()) : settled({ ...open, status }, at('2026-11-23T11:30'));
      const { change, history } = reconcileTicket(
        { ...row, hold_until: '2026-11-25' },
        at('2026-11-23T12:00'),
      );
      expect(change).toMatchObject({ status: 'on_hold', status_since: winter('2026-11-23T12:00') });
      expect(history.map(({ what }) => what)).toEqual(['On hold until', 'Status']);
    },
  );

  test.each([
    ['a day that is over', { hold_until: '2026-11-23' }, 'open'],
    [
      'another status chosen at once',
      { hold_until: '2026-11-25', status: 'waiting_vendor' },
      'waiting_vendor',
    ],
    [
      'a question that came meanwhile',
      { hold_until: '2026-11-25', last_inbound_at: winter('2026-11-23T11:50') },
      'open',
    ],
  ])('%s does not hide the ticket', (_, edit, status) => {
    const row: Row<'tickets'> = { ...open, ...edit };
    expect(applied(row, reconcileTicket(row, at('2026-11-23T12:00'))).status).toBe(status);
  });

  test.each<[string, Partial<Row<'tickets'>>]>([
    ['no day', { status: 'on_hold' }],
    ['a day that is over', { status: 'on_hold', hold_until: '2026-11-20' }],
  ])('a hold with %s is reported once: nothing would bring the ticket back', (_, edit) => {
    const row = { ...open, ...edit };
    const result = reconcileTicket(row, at('2026-11-23T12:00'));
    expect(result.problems).toMatchObject([{ key: 'tickets:T-7K3Q9:hold_until' }]);
    expect(reconcileTicket(applied(row, result), at('2026-11-23T12:10')).problems).toEqual([]);
  });

  test('a day that is taken away from a ticket on hold is reported', () => {
    const held = settled({ ...open, status: 'on_hold', hold_until: '2026-11-25' }, at('2026-11-23T12:00'));
    const { problems, change } = reconcileTicket({ ...held, hold_until: null }, at('2026-11-23T13:00'));
    expect(problems).toMatchObject([{ key: 'tickets:T-7K3Q9:hold_until' }]);
    expect(change).not.toHaveProperty('status');
  });
});

describe('a mere thank-you', () => {
  const thanked = winter('2026-11-24T10:00');
  const seenAt = at('2026-11-24T10:01');
  const byHand = (status: string, change: Partial<Row<'tickets'>> = {}) =>
    settled({ ...waiting, ...change, status }, at('2026-11-23T12:00'));

  test('ends the wait for the participant, whose answer it may be, and no closing notice follows', () => {
    const result = reconcileTicket({ ...waiting, last_thanks_at: thanked }, seenAt);
    expect(result.change).toMatchObject({ status: 'open', status_since: thanked });
    expect(result.history).toMatchObject([
      { who: 'Participant', from: 'Waiting for participant', to: 'Open' },
    ]);
    const open = applied({ ...waiting, last_thanks_at: thanked }, result);
    const muchLater = reconcileTicket(open, at('2027-01-07T12:00'));
    expect(muchLater.change).not.toHaveProperty('status');
    expect(muchLater.outbox).toEqual([]);
  });

  test('promises no answer: the ticket comes back without a clock for the next one', () => {
    const result = reconcileTicket({ ...waiting, last_thanks_at: thanked }, seenAt);
    expect(result.change).not.toHaveProperty('next_due');
  });

  test.each([
    ['that is resolved', byHand('resolved')],
    ['that is closed', byHand('closed')],
    ['that is spam', byHand('spam')],
    ['that waits for a vendor', byHand('waiting_vendor')],
    ['that is on hold', byHand('on_hold', { hold_until: '2026-12-20' })],
    ['that is open', byHand('open')],
  ])('changes nothing in a ticket %s', (_, row) => {
    const before = reconcileTicket(row, seenAt);
    expect(reconcileTicket({ ...row, last_thanks_at: thanked }, seenAt)).toEqual(before);
    expect(before.change).not.toHaveProperty('status');
  });

  test('right after a question does not cover the question', () => {
    const resolved = byHand('resolved');
    const asked = { last_inbound_at: winter('2026-11-24T09:50'), last_thanks_at: thanked };
    expect(reconcileTicket({ ...resolved, ...asked }, seenAt).change).toMatchObject({ status: 'open' });
    // Nor where a colleague resolved the ticket in the sheet meanwhile, nobody knows when.
    const inTheSheet = { ...waiting, ...asked, status: 'resolved' };
    expect(applied(inTheSheet, reconcileTicket(inTheSheet, seenAt)).status).toBe('open');
  });

  test.each<[string, Partial<Row<'tickets'>>]>([
    ['we answered after it', { last_outbound_at: winter('2026-11-24T10:00:30') }],
    ['a colleague put the ticket to wait again', { status: 'waiting_participant' }],
    ['it came before we began to wait', { last_thanks_at: answered }],
    ['it is dated in the future', { last_thanks_at: winter('2026-11-30T10:00') }],
  ])('does not end a wait when %s', (_, change) => {
    const row = 'status' in change ? settled({ ...waiting, last_thanks_at: thanked }, seenAt) : waiting;
    const now = at('2026-11-24T10:05');
    const next = settled({ ...row, last_thanks_at: thanked, ...change }, now);
    expect(next.status).toBe('waiting_participant');
    expect(reconcileTicket(next, now).change).toEqual({});
  });

  test('is a word of theirs: put to wait all the same, the ticket is resolved without the letter', () => {
    const open = settled({ ...waiting, last_thanks_at: thanked }, seenAt);
    const again = settled({ ...open, status: 'waiting_participant' }, at('2026-11-24T10:05'));
    const result = reconcileTicket(again, at('2027-01-07T12:00'));
    expect(result.change.status).toBe('resolved');
    expect(result.outbox).toEqual([]);
  });
});
