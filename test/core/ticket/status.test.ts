import fc from 'fast-check';
import type { StatusEvent } from '../../../core/ticket/status';
import { isActive, isDone, isWaiting, MOVES, nextStatus } from '../../../core/ticket/status';
import type { TicketStatus } from '../../../core/workbook/choices';
import { TICKET_STATUSES } from '../../../core/workbook/choices';

const LIMITS = { resolveWaitingAfter: 14, closeResolvedAfter: 7 };
const statuses = fc.constantFrom(...TICKET_STATUSES);
const mails = fc.constantFrom<StatusEvent>(
  { kind: 'participant-wrote' },
  { kind: 'automatic-mail' },
  { kind: 'agent-answered' },
);
const times = fc.oneof(
  fc.constant<StatusEvent>({ kind: 'hold-ended' }),
  fc.nat(60).map((days): StatusEvent => ({ kind: 'quiet-for', days })),
);
const edits = statuses.map((to): StatusEvent => ({ kind: 'person-set', to }));
const events = fc.oneof(mails, times, edits);

/** What the whole machine promises, status by status: participant wrote, agent answered, hold ended, quiet. */
test.each<[TicketStatus, TicketStatus, TicketStatus, TicketStatus, TicketStatus]>([
  ['new', 'new', 'waiting_participant', 'new', 'new'],
  ['open', 'open', 'waiting_participant', 'open', 'open'],
  ['waiting_participant', 'open', 'waiting_participant', 'waiting_participant', 'resolved'],
  ['waiting_vendor', 'open', 'waiting_vendor', 'waiting_vendor', 'waiting_vendor'],
  ['on_hold', 'open', 'on_hold', 'open', 'on_hold'],
  ['resolved', 'open', 'resolved', 'resolved', 'closed'],
  ['closed', 'open', 'closed', 'closed', 'closed'],
  ['spam', 'spam', 'spam', 'spam', 'spam'],
])('%s → wrote %s, answered %s, hold ended %s, quiet %s', (from, wrote, answered, held, quiet) => {
  const to = (event: StatusEvent) => {
    const answer = nextStatus(from, event, LIMITS);
    return 'to' in answer ? answer.to : 'refused';
  };
  expect([
    to({ kind: 'participant-wrote' }),
    to({ kind: 'agent-answered' }),
    to({ kind: 'hold-ended' }),
    to({ kind: 'quiet-for', days: 100 }),
  ]).toEqual([wrote, answered, held, quiet]);
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
    fc.property(statuses, fc.array(fc.oneof(mails, times)), (start, story) => {
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
