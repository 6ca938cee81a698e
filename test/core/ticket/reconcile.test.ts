import fc from 'fast-check';
import { reconcileTicket, TICKET_RULES } from '../../../core/ticket/reconcile';
import { instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { fromSerial, toSerial } from '../../../core/time/serial';
import { PRIORITIES, TICKET_STATUSES } from '../../../core/workbook/choices';
import type { Row } from '../../../core/workbook/rows';
import { iso, KYIV, offset, sessionRow, WARSAW, winter } from '../sla/sla-rows';
import { applied, BORN, reconcileContext, settled, ticketRow } from './ticket-rows';

const at = (time: string, change = {}) => reconcileContext({ now: winter(time), ...change });

describe('a ticket seen for the first time', () => {
  test('gets its clocks, its due times and what the tracker remembers, and nothing else', () => {
    const { change, history, problems } = reconcileTicket(ticketRow(), reconcileContext());
    expect(change).toEqual({
      status_seen: 'new',
      status_since: BORN,
      inbound_seen: BORN,
      first_due: winter('2026-11-23T14:00'),
      next_due: winter('2026-11-23T14:00'),
      resolve_due: winter('2026-11-26T10:00'),
      sla_state: 'running',
      due_reason: expect.stringMatching(/^First answer by Mon 23 Nov 2026, 14:00\./),
      clock: expect.stringMatching(/^\{"v":1,/),
      week: '2026-11-23',
      weekday: '1 Mon',
      hour: 10,
      phase: 'none',
      seen: '{"v":1,"p":"normal","c":"login","l":"pl","w":"-"}',
    });
    expect(history).toEqual([
      {
        at: BORN,
        ticket_id: 'T-7K3Q9',
        who: 'Participant',
        what: 'Ticket',
        from: '',
        to: 'Status: New; Priority: Normal; Category: Login; Language: Polish',
        why: 'A message opened the ticket.',
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('answered before the tracker looked, it waits for the participant', () => {
    const answer = winter('2026-11-23T10:30');
    const { change, history } = reconcileTicket(
      ticketRow({ last_outbound_at: answer, first_answer_at: answer }),
      at('2026-11-23T11:00'),
    );
    expect(change).toMatchObject({
      status: 'waiting_participant',
      status_since: answer,
      sla_state: 'paused',
    });
    expect(history).toMatchObject([
      { what: 'Ticket', to: expect.stringContaining('Status: New') },
      { what: 'Status', from: 'New', to: 'Waiting for participant', who: 'Colleague', at: answer },
    ]);
  });

  test('imported in another status it stays there, its mails answered elsewhere', () => {
    const { change, history } = reconcileTicket(ticketRow({ status: 'closed' }), at('2026-11-23T11:00'));
    expect(change).not.toHaveProperty('status');
    expect(change).toMatchObject({
      status_seen: 'closed',
      inbound_seen: BORN,
      resolved_at: BORN,
      sla_state: 'met',
    });
    expect(history).toMatchObject([{ what: 'Ticket', to: expect.stringContaining('Status: Closed') }]);
  });
});

test('week, weekday and hour are those of the firm’s clock, whatever zone the sheet is in', () => {
  const sunday = winter('2026-11-22T23:30');
  const row = ticketRow({ created_at: sunday, last_inbound_at: sunday });
  const { change } = reconcileTicket(row, reconcileContext({ firmZone: KYIV }));
  expect(change).toMatchObject({ week: '2026-11-23', weekday: '1 Mon', hour: 0 });
});

describe('mail', () => {
  const waiting = () => {
    const answer = winter('2026-11-23T11:00');
    return settled(ticketRow({ last_outbound_at: answer, first_answer_at: answer }), at('2026-11-23T11:01'));
  };

  test('of the participant opens the ticket at the time of the mail and starts the next clock', () => {
    const wrote = winter('2026-11-23T16:00');
    const { change, history } = reconcileTicket(
      { ...waiting(), last_inbound_at: wrote },
      at('2026-11-23T16:05'),
    );
    expect(change).toMatchObject({
      status: 'open',
      status_seen: 'open',
      status_since: wrote,
      inbound_seen: wrote,
      next_due: winter('2026-11-24T16:00'),
    });
    expect(history).toEqual([
      {
        at: wrote,
        ticket_id: 'T-7K3Q9',
        who: 'Participant',
        what: 'Status',
        from: 'Waiting for participant',
        to: 'Open',
        why: 'The participant wrote.',
      },
    ]);
  });

  test('of a participant brings a closed ticket back and takes its resolution away', () => {
    const closed = settled({ ...waiting(), status: 'closed' }, at('2026-11-23T12:00'));
    expect(closed).toMatchObject({ status_seen: 'closed', resolved_at: winter('2026-11-23T12:00') });
    const { change, history } = reconcileTicket(
      { ...closed, last_inbound_at: winter('2026-12-10T12:00') },
      at('2026-12-10T12:01'),
    );
    expect(change).toMatchObject({ status: 'open', resolved_at: null });
    expect(history).toMatchObject([{ why: 'The participant wrote again, so the ticket is open once more.' }]);
  });

  test('does not bring spam back', () => {
    const spam = settled({ ...waiting(), status: 'spam' }, at('2026-11-23T12:00'));
    expect(spam).toMatchObject({ sla_state: '', first_due: null, resolve_due: null, resolved_at: null });
    const { change, history } = reconcileTicket(
      { ...spam, last_inbound_at: winter('2026-11-23T13:00') },
      at('2026-11-23T13:01'),
    );
    expect(change).toEqual({ inbound_seen: winter('2026-11-23T13:00') });
    expect(history).toEqual([]);
  });

  test.each([
    ['question, then answer', '2026-11-23T12:00', '2026-11-23T13:00', 'waiting_participant'],
    ['answer, then question', '2026-11-23T13:00', '2026-11-23T12:00', 'open'],
    ['both at once, the answer last', '2026-11-23T13:00', '2026-11-23T13:00', 'waiting_participant'],
  ])('many mails between two looks count in their order: %s', (_, inbound, outbound, status) => {
    const row = { ...waiting(), last_inbound_at: winter(inbound), last_outbound_at: winter(outbound) };
    expect(applied(row, reconcileTicket(row, at('2026-11-23T14:00'))).status).toBe(status);
  });

  test('a pause that began and ended between two looks is taken off the clocks', () => {
    const row = settled(ticketRow());
    const answer = winter('2026-11-23T11:00');
    const later = {
      ...row,
      first_answer_at: answer,
      last_outbound_at: answer,
      last_inbound_at: winter('2026-11-24T11:00'),
    };
    const { change, history } = reconcileTicket(later, at('2026-11-24T11:30'));
    expect(history.map(({ to }) => to)).toEqual(['Waiting for participant', 'Open']);
    // One hour of 24 was used before the pause of eight working hours.
    expect(iso(change.resolve_due ?? null)).toBe(iso(winter('2026-11-27T10:00')));
  });

  test('dated in the future does not move a ticket into the future', () => {
    const row = { ...waiting(), last_inbound_at: winter('2027-01-01T10:00') };
    const { change } = reconcileTicket(row, at('2026-11-23T12:00'));
    expect(change).toMatchObject({ status: 'open', status_since: winter('2026-11-23T12:00') });
  });
});

describe('a person’s edit', () => {
  const seen = settled(ticketRow());

  test('that the table allows is accepted and written to the history', () => {
    const now = winter('2026-11-23T10:20');
    const { change, history, problems } = reconcileTicket(
      { ...seen, status: 'waiting_vendor' },
      at('2026-11-23T10:20'),
    );
    expect(change).not.toHaveProperty('status');
    expect(change).toMatchObject({
      status_seen: 'waiting_vendor',
      status_since: now,
      sla_state: 'paused',
      first_due: null,
    });
    expect(history).toEqual([
      {
        at: now,
        ticket_id: 'T-7K3Q9',
        who: 'Somebody in the sheet',
        what: 'Status',
        from: 'New',
        to: 'Waiting for vendor',
        why: 'Changed in the sheet.',
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('that it does not allow is put back, and somebody is told what to do', () => {
    const open = settled({ ...seen, status: 'open' }, at('2026-11-23T10:20'));
    const { change, history, problems } = reconcileTicket({ ...open, status: 'new' }, at('2026-11-23T10:30'));
    expect(change).toEqual({ status: 'open' });
    expect(history).toEqual([]);
    expect(problems).toEqual([
      {
        key: 'tickets:T-7K3Q9:status',
        at: winter('2026-11-23T10:30'),
        tab: 'tickets',
        row: 'T-7K3Q9',
        what: 'Ticket T-7K3Q9 cannot go back to “New”: somebody has already worked on it. It stays “Open”.',
        todo: 'Choose another status, if this one is wrong.',
      },
    ]);
  });

  test.each(['', 'reslved'])('to no status ("%s") is put back', (status) => {
    const { change, problems } = reconcileTicket({ ...seen, status }, at('2026-11-23T10:30'));
    expect(change).toEqual({ status: 'new' });
    expect(problems).toHaveLength(1);
  });

  test('to resolved sets the time of it, which a later close does not move', () => {
    const resolved = settled({ ...seen, status: 'resolved' }, at('2026-11-23T10:30'));
    expect(resolved).toMatchObject({
      resolved_at: winter('2026-11-23T10:30'),
      sla_state: 'met',
      due_reason: '',
      next_due: null,
    });
    const closed = settled({ ...resolved, status: 'closed' }, at('2026-11-24T10:30'));
    expect(closed.resolved_at).toBe(winter('2026-11-23T10:30'));
  });

  test('found together with a question of the participant never hides the question', () => {
    const row: Row<'tickets'> = { ...seen, status: 'resolved', last_inbound_at: winter('2026-11-23T10:25') };
    const { change, history } = reconcileTicket(row, at('2026-11-23T10:30'));
    expect(change.status).toBe('open');
    expect(history.map(({ to }) => to)).toEqual(['Resolved', 'Open']);
  });

  test('whose time onEdit knows comes after the question that it answers', () => {
    const row: Row<'tickets'> = { ...seen, status: 'resolved', last_inbound_at: winter('2026-11-23T10:25') };
    const { change } = reconcileTicket(
      row,
      at('2026-11-23T10:30', { personEditAt: winter('2026-11-23T10:30') }),
    );
    expect(change).toMatchObject({ status_seen: 'resolved', resolved_at: winter('2026-11-23T10:30') });
  });

  test('together with an answer stands: answered and waiting for the vendor', () => {
    const row: Row<'tickets'> = {
      ...seen,
      status: 'waiting_vendor',
      last_outbound_at: winter('2026-11-23T10:25'),
    };
    expect(applied(row, reconcileTicket(row, at('2026-11-23T10:30'))).status).toBe('waiting_vendor');
  });

  test('of the priority fixes the due times anew', () => {
    const { change } = reconcileTicket({ ...seen, priority: 'urgent' }, at('2026-11-23T10:30'));
    expect(change).toMatchObject({
      first_due: winter('2026-11-23T11:00'),
      resolve_due: winter('2026-11-23T14:00'),
    });
  });

  test('of a due time is put right', () => {
    const { change } = reconcileTicket(
      { ...seen, first_due: winter('2030-01-01T10:00') },
      reconcileContext(),
    );
    expect(change).toEqual({ first_due: winter('2026-11-23T14:00') });
  });
});

describe('time alone', () => {
  test('ends a hold at the start of its day, and a day from before the hold ends nothing', () => {
    const held = settled(
      { ...settled(ticketRow()), status: 'on_hold', hold_until: '2026-11-25' },
      at('2026-11-23T12:00'),
    );
    expect(reconcileTicket(held, at('2026-11-24T23:59')).change).toEqual({});
    const { change, history } = reconcileTicket(held, at('2026-11-25T08:00'));
    expect(change).toMatchObject({ status: 'open', status_since: winter('2026-11-25T00:00') });
    expect(history).toMatchObject([
      { who: 'Rowdesk', why: 'The day until which the ticket was on hold has come.' },
    ]);
    const again = { ...applied(held, reconcileTicket(held, at('2026-11-25T08:00'))), status: 'on_hold' };
    expect(applied(again, reconcileTicket(again, at('2026-11-25T09:00'))).status).toBe('on_hold');
  });

  test('closes what has been resolved and quiet for a week', () => {
    const resolved = settled({ ...settled(ticketRow()), status: 'resolved' }, at('2026-11-23T12:00'));
    expect(reconcileTicket(resolved, at('2026-11-30T11:59')).change).toEqual({});
    expect(reconcileTicket(resolved, at('2026-11-30T12:00')).change).toMatchObject({ status: 'closed' });
  });

  test('resolves what waits for the participant only where the firm wants it, and leaves the closing for later', () => {
    const answer = winter('2026-11-23T11:00');
    const waiting = settled(ticketRow({ last_outbound_at: answer }), at('2026-11-23T11:01'));
    expect(reconcileTicket(waiting, at('2027-11-23T12:00')).change).toEqual({});
    const quiet = { resolveWaitingAfter: 14, closeResolvedAfter: 7 };
    const { change } = reconcileTicket(
      waiting,
      at('2027-11-23T12:00', { rules: { ...TICKET_RULES, quiet } }),
    );
    expect(change).toMatchObject({ status: 'resolved' });
  });

  test('makes a promise at risk, then breached, which the history tells once', () => {
    const row = settled(ticketRow());
    const risky = reconcileTicket(row, at('2026-11-23T13:30'));
    expect(risky).toMatchObject({ change: { sla_state: 'at_risk' }, history: [] });
    const late = reconcileTicket(applied(row, risky), at('2026-11-23T14:30'));
    expect(late.change).toEqual({ sla_state: 'breached' });
    expect(late.history).toMatchObject([
      { who: 'Rowdesk', what: 'On time?', from: 'Due soon', to: 'Overdue' },
    ]);
    expect(reconcileTicket({ ...row, sla_state: 'breached' }, at('2026-11-23T15:30'))).toMatchObject({
      change: {},
      history: [],
    });
  });
});

describe('the roster', () => {
  const roster = (...sessions: Row<'sessions'>[]) => ({
    sessionsOf: (email: string) => (email === 'anna@example.com' ? sessions : []),
  });
  const session = (id: string, day: string, change = {}) =>
    sessionRow({
      id,
      course: `Course ${id}`,
      starts_at: winter(`${day}T10:00`),
      ends_at: winter(`${day}T12:00`),
      ...change,
    });

  test.each([
    ['the one in progress', [session('next', '2026-11-24'), session('now', '2026-11-23')], 'now'],
    [
      'else the next',
      [session('far', '2026-12-05'), session('next', '2026-11-24'), session('last', '2026-11-20')],
      'next',
    ],
    ['else the last', [session('older', '2026-11-10'), session('last', '2026-11-20')], 'last'],
    [
      'a cancelled one is none',
      [session('next', '2026-11-24', { state: 'cancelled' }), session('last', '2026-11-20')],
      'last',
    ],
    [
      'one too far away is none',
      [session('far', '2027-03-01'), session('long ago', '2026-01-01')],
      undefined,
    ],
  ])('names the session: %s', (_, sessions, id) => {
    const { change } = reconcileTicket(ticketRow(), reconcileContext(roster(...sessions)));
    expect(change.session_id).toBe(id);
    expect(change.course).toBe(id && `Course ${id}`);
    expect(change.client).toBe(id && 'Nordwind');
  });

  test('what stands there stays, also when the roster changes', () => {
    const row = settled(ticketRow(), reconcileContext(roster(session('first', '2026-11-24'))));
    const { change } = reconcileTicket(
      row,
      reconcileContext(
        roster(session('first', '2026-11-24', { course: 'Renamed' }), session('now', '2026-11-23')),
      ),
    );
    expect(change).not.toHaveProperty('session_id');
    expect(change).not.toHaveProperty('course');
  });

  test('a session near at hand tightens the due time and says so', () => {
    const { change } = reconcileTicket(
      ticketRow(),
      reconcileContext({ ...roster(session('now', '2026-11-23')), language: 'pl' }),
    );
    expect(change.first_due).toBe(winter('2026-11-23T10:15'));
    expect(change.due_reason).toContain('Zajęcia „Course now” zaczynają się: pon. 23.11.2026, 10:00.');
  });
});

describe('a broken clock cell', () => {
  test('is rebuilt and reported once', () => {
    const row = { ...settled(ticketRow()), clock: '{"v":1,"p":"nor' };
    const { change, problems } = reconcileTicket(row, reconcileContext());
    expect(Object.keys(change)).toEqual(['clock']);
    expect(problems).toMatchObject([{ key: 'tickets:T-7K3Q9:clock', tab: 'tickets', row: 'T-7K3Q9' }]);
    expect(reconcileTicket({ ...row, ...change }, reconcileContext())).toEqual({
      change: {},
      history: [],
      problems: [],
      outbox: [],
    });
  });
});

describe('any row at all', () => {
  const moment = fc.option(
    fc.integer({ min: -30_000, max: 40_000 }).map((n) => instant(BORN + n * MS_PER_MINUTE)),
  );
  const word = (words: readonly string[]) =>
    fc.oneof(fc.constantFrom(...words), fc.constantFrom('', 'nonsense'));
  const rows = fc
    .record({
      status: word(TICKET_STATUSES),
      status_seen: word(TICKET_STATUSES),
      priority: word(PRIORITIES),
      created_at: moment,
      last_inbound_at: moment,
      last_outbound_at: moment,
      first_answer_at: moment,
      last_thanks_at: moment,
      inbound_seen: moment,
      outbound_seen: moment,
      status_since: moment,
      resolved_at: moment,
      hold_until: fc.constantFrom(null, '2026-11-25', '2026-12-01', 'soon'),
      clock: fc.constantFrom('', '{', '{"v":1,"p":"normal"}'),
      session_id: fc.constantFrom('', 'XL-01', 'gone'),
      seen: fc.constantFrom(
        '',
        '{',
        '{"v":1}',
        '{"v":1,"p":"low","h":"2026-11-25"}',
        '{"v":1,"m":"T-BBBBB","i":"T-CCCCC"}',
      ),
      merged_into: fc.constantFrom('', 'T-BBBBB', 'nonsense'),
      assignee: fc.constantFrom('', 'Ola'),
      tags: fc.constantFrom([], ['vip']),
    })
    .map((change) => ticketRow(change));
  const nows = fc.integer({ min: 0, max: 60_000 }).map((n) => instant(BORN + n * MS_PER_MINUTE));
  const context = (now: ReturnType<typeof instant>) =>
    reconcileContext({
      now,
      sessionsOf: () => [sessionRow()],
      rules: { ...TICKET_RULES, quiet: { resolveWaitingAfter: 5, closeResolvedAfter: 3 } },
    });
  /** What the row looks like after it was written to the sheet and read again. */
  const throughTheSheet = (row: Row<'tickets'>): Row<'tickets'> =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'number' && key !== 'message_count'
          ? fromSerial(toSerial(instant(value), WARSAW, offset), WARSAW, offset)
          : value,
      ]),
    ) as Row<'tickets'>;

  test('reconciled twice is reconciled once, also through the sheet', () => {
    fc.assert(
      fc.property(rows, nows, (row, now) => {
        const once = applied(row, reconcileTicket(row, context(now)));
        expect(reconcileTicket(throughTheSheet(once), context(now))).toEqual({
          change: {},
          history: [],
          problems: [],
          outbox: [],
        });
        expect(TICKET_STATUSES).toContain(once.status);
        expect(once.status_seen).toBe(once.status);
      }),
      { numRuns: 400 },
    );
  });

  test('only cells that change are in the change, and no cell of a person or the bridge', () => {
    fc.assert(
      fc.property(rows, nows, (row, now) => {
        const { change } = reconcileTicket(row, context(now));
        for (const [key, value] of Object.entries(change)) {
          expect(row[key as keyof typeof row]).not.toEqual(value);
          expect([
            'status',
            'status_seen',
            'status_since',
            'resolved_at',
            'inbound_seen',
            'outbound_seen',
            'course',
            'client',
            'session_id',
            'first_due',
            'next_due',
            'resolve_due',
            'sla_state',
            'due_reason',
            'clock',
            'seen',
            'week',
            'weekday',
            'hour',
            'phase',
            'policy',
            'first_minutes',
            'resolution_minutes',
            'sla_met',
          ]).toContain(key);
        }
      }),
    );
  });

  test('reconciled every so often ends as reconciled once at the end, as far as the status goes', () => {
    const later = fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 6 });
    fc.assert(
      fc.property(later, (gaps) => {
        let row = settled(ticketRow());
        let now = BORN as number;
        for (const gap of gaps) {
          now += gap * MS_PER_MINUTE;
          row = applied(row, reconcileTicket(row, context(instant(now))));
        }
        const direct = settled(ticketRow(), context(instant(now)));
        expect([row.status, row.first_due, row.resolve_due, row.sla_state]).toEqual([
          direct.status,
          direct.first_due,
          direct.resolve_due,
          direct.sla_state,
        ]);
      }),
    );
  });
});
