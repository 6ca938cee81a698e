import fc from 'fast-check';
import type { StatusEvent } from '../../../core/ticket/status';
import {
  isActive,
  isDone,
  isWaiting,
  MOVES,
  nextStatus,
  statusAfterAnswer,
} from '../../../core/ticket/status';
import type { TicketStatus } from '../../../core/workbook/choices';
import { TICKET_STATUSES } from '../../../core/workbook/choices';

const LIMITS = { resolveWaitingAfter: 14, closeResolvedAfter: 7 };
const statuses = fc.constantFrom(...TICKET_STATUSES);
const mails = fc.constantFrom<StatusEvent>(
  { kind: 'participant-wrote' },
  { kind: 'automatic-mail' },
  { kind: 'agent-answered' },
);
const links = fc.constantFrom<StatusEvent>(
  { kind: 'merged' },
  { kind: 'question-joined' },
  { kind: 'hold-asked' },
);
const times = fc.oneof(
  fc.constant<StatusEvent>({ kind: 'hold-ended' }),
  fc.nat(60).map((days): StatusEvent => ({ kind: 'quiet-for', days })),
);
const edits = statuses.map((to): StatusEvent => ({ kind: 'person-set', to }));
const events = fc.oneof(mails, times, links, edits);

/** The whole machine: what each event makes of each status. `·` is a status that stays. */
const EVENTS = {
  wrote: { kind: 'participant-wrote' },
  answered: { kind: 'agent-answered' },
  'robot wrote': { kind: 'automatic-mail' },
  'hold ended': { kind: 'hold-ended' },
  'hold asked': { kind: 'hold-asked' },
  merged: { kind: 'merged' },
  'question joined': { kind: 'question-joined' },
  quiet: { kind: 'quiet-for', days: 100 },
} as const satisfies Readonly<Record<string, StatusEvent>>;
const ORDER = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

// biome-ignore format: a table is read by its columns
const TABLE: readonly (readonly [TicketStatus, ...string[]])[] = [
  //                      wrote   answered               robot  hold ended  hold asked  merged    question joined  quiet
  ['new',                 '·',    'waiting_participant', '·',   '·',        'on_hold',  'closed', '·',             '·'],
  ['open',                '·',    'waiting_participant', '·',   '·',        'on_hold',  'closed', '·',             '·'],
  ['waiting_participant', 'open', '·',                   '·',   '·',        'on_hold',  'closed', 'open',          'resolved'],
  ['waiting_vendor',      'open', '·',                   '·',   '·',        'on_hold',  'closed', 'open',          '·'],
  ['on_hold',             'open', '·',                   '·',   'open',     '·',        'closed', 'open',          '·'],
  ['resolved',            'open', '·',                   '·',   '·',        '·',        'closed', 'open',          'closed'],
  ['closed',              'open', '·',                   '·',   '·',        '·',        '·',      '·',             '·'],
  ['spam',                '·',    '·',                   '·',   '·',        '·',        '·',      '·',             '·'],
];

test.each(
  TABLE.flatMap(([from, ...cells]) =>
    ORDER.map((event, at) => [from, event, cells[at] ?? 'missing'] as const),
  ),
)('%s, %s → %s', (from, event, to) => {
  const answer = nextStatus(from, EVENTS[event], LIMITS);
  expect(answer).toHaveProperty('to', to === '·' ? from : to);
});

test('the table above has every status and every event', () => {
  expect(TABLE.map(([from]) => from)).toEqual(TICKET_STATUSES);
  for (const row of TABLE) expect(row).toHaveLength(ORDER.length + 1);
});

/** Where a person may put a ticket: `+` yes, `-` not. */
// biome-ignore format: a table is read by its columns
const BY_HAND: readonly (readonly [TicketStatus, string])[] = [
  //                      new open w_part w_vend hold resolved closed spam
  ['new',                 '+ + + + + + + +'],
  ['open',                '- + + + + + + +'],
  ['waiting_participant', '- + + + + + + +'],
  ['waiting_vendor',      '- + + + + + + +'],
  ['on_hold',             '- + + + + + + +'],
  ['resolved',            '- + + + + + + +'],
  ['closed',              '- + - - - - + +'],
  ['spam',                '- + - - - - + +'],
];

test.each(
  BY_HAND.flatMap(([from, signs]) =>
    signs.split(' ').map((sign, at) => [from, TICKET_STATUSES[at] ?? 'new', sign] as const),
  ),
)('by hand from %s to %s: %s', (from, to, sign) => {
  expect('to' in nextStatus(from, { kind: 'person-set', to }, LIMITS)).toBe(sign === '+');
});

test('what was merged away stays closed under every event, and a person is told why', () => {
  for (const event of Object.values(EVENTS)) {
    expect(nextStatus('closed', event, LIMITS, 'merged-away')).toHaveProperty('to', 'closed');
  }
  for (const to of TICKET_STATUSES.filter((word) => word !== 'closed')) {
    expect(nextStatus('closed', { kind: 'person-set', to }, LIMITS, 'merged-away')).toEqual({
      refused: to,
      why: 'merged-away',
    });
  }
});

test('no sequence of events leaves the alphabet, and every move is in the table', () => {
  fc.assert(
    fc.property(statuses, fc.array(events, { maxLength: 30 }), (start, story) => {
      let status: TicketStatus = start;
      for (const event of story) {
        const answer = nextStatus(status, event, LIMITS);
        if ('refused' in answer) {
          expect(event.kind).toBe('person-set');
          continue;
        }
        expect(TICKET_STATUSES).toContain(answer.to);
        expect(answer.to === status).toBe(answer.why === 'nothing-to-do');
        status = answer.to;
      }
    }),
  );
});

test('no mail and no time leads out of spam, or back to new', () => {
  fc.assert(
    fc.property(statuses, fc.array(fc.oneof(mails, times, links)), (start, story) => {
      const visited: TicketStatus[] = [start];
      for (const event of story) {
        const answer = nextStatus(visited[visited.length - 1] ?? start, event, LIMITS);
        if ('to' in answer) visited.push(answer.to);
      }
      if (start === 'spam') expect(new Set(visited)).toEqual(new Set(['spam']));
      if (start !== 'new') expect(visited).not.toContain('new');
    }),
  );
});

test('an automatic mail moves nothing', () => {
  for (const status of TICKET_STATUSES) {
    expect(nextStatus(status, { kind: 'automatic-mail' }, LIMITS)).toEqual({
      to: status,
      why: 'nothing-to-do',
    });
  }
});

test('after a participant wrote, the ticket is never left waiting or done, but for spam', () => {
  for (const status of TICKET_STATUSES.filter((word) => word !== 'spam')) {
    const answer = nextStatus(status, { kind: 'participant-wrote' }, LIMITS);
    expect('to' in answer && isActive(answer.to)).toBe(true);
  }
});

test.each<[TicketStatus, TicketStatus, string]>([
  ['open', 'new', 'never-new-again'],
  ['spam', 'resolved', 'from-spam'],
  ['spam', 'new', 'never-new-again'],
  ['closed', 'waiting_vendor', 'from-closed'],
])('a person cannot set %s to %s: %s', (from, to, why) => {
  expect(nextStatus(from, { kind: 'person-set', to }, LIMITS)).toEqual({ refused: to, why });
});

test('a person can set every status that the table allows, and its own', () => {
  for (const from of TICKET_STATUSES) {
    for (const to of MOVES[from].byHand)
      expect(nextStatus(from, { kind: 'person-set', to }, LIMITS)).toHaveProperty('to', to);
    expect(nextStatus(from, { kind: 'person-set', to: from }, LIMITS)).toEqual({
      to: from,
      why: 'nothing-to-do',
    });
  }
});

test('quiet days count only from the limit on, and never when there is none', () => {
  const quiet = (days: number, limits: Parameters<typeof nextStatus>[2]) =>
    nextStatus('resolved', { kind: 'quiet-for', days }, limits);
  expect(quiet(6, LIMITS)).toHaveProperty('to', 'resolved');
  expect(quiet(7, LIMITS)).toHaveProperty('to', 'closed');
  expect(quiet(1000, { resolveWaitingAfter: null, closeResolvedAfter: null })).toHaveProperty(
    'to',
    'resolved',
  );
});

test('every status is either active, waiting or done', () => {
  for (const status of TICKET_STATUSES) {
    expect([isActive, isWaiting, isDone].filter((is) => is(status))).toHaveLength(1);
  }
});

test.each([
  ['new', false, 'waiting_participant'],
  ['open', false, 'waiting_participant'],
  ['waiting_vendor', false, 'waiting_vendor'],
  ['resolved', false, 'resolved'],
  ['open', true, 'resolved'],
  ['waiting_participant', true, 'resolved'],
  ['closed', true, 'closed'],
  ['', false, ''],
])('an answer in “%s” (that settles it: %s) tells the participant “%s”', (now, resolve, told) => {
  expect(statusAfterAnswer(now, resolve)).toBe(told);
});
