import { answerCases, type CaseMail } from '../../../core/ticket/incident';
import type { Row } from '../../../core/workbook/rows';
import { winter } from '../sla/sla-rows';
import { ticketRow } from './ticket-rows';

const NOW = winter('2026-11-23T12:00');
const incident = ticketRow({ id: 'T-BBBBB', requester_email: 'jan@example.com' });
const aCase = (id: string, change: Partial<Row<'tickets'>> = {}) =>
  ticketRow({ id, status: 'open', requester_email: `${id.toLowerCase()}@example.com`, ...change });
const write = (ticket: Row<'tickets'>): CaseMail => ({
  to: ticket.requester_email,
  subject: `Re: ${ticket.subject} [#${ticket.id}]`,
  body: ticket.language === 'uk' ? 'Запис уже на місці.' : 'Nagranie już jest.',
  language: ticket.language,
  template: 'reply',
});
const answer = { key: '0'.repeat(32), resolve: false, by: 'ola@firm.test', at: NOW };
const answered = (cases: readonly Row<'tickets'>[], change = {}, queued: readonly string[] = []) =>
  answerCases(incident, cases, { ...answer, ...change }, (key) => queued.includes(key), write);

test('every case gets the answer in its own ticket and language, by a key of its own', () => {
  const { outbox, skipped } = answered([aCase('T-CCCCC'), aCase('T-DDDDD', { language: 'uk' })]);
  expect(skipped).toEqual([]);
  expect(outbox).toMatchObject([
    {
      key: `reply:${answer.key}:T-CCCCC`,
      kind: 'reply',
      ticket_id: 'T-CCCCC',
      to: 't-ccccc@example.com',
      language: 'pl',
      created_by: 'ola@firm.test',
      created_at: NOW,
      state: 'queued',
    },
    { key: `reply:${answer.key}:T-DDDDD`, ticket_id: 'T-DDDDD', language: 'uk', body: 'Запис уже на місці.' },
  ]);
});

test('an answer that resolves says so in every case', () => {
  const { outbox, answered: resolved } = answered([aCase('T-CCCCC')], { resolve: true });
  expect(outbox).toMatchObject([{ kind: 'resolved' }]);
  expect(resolved.map(({ id }) => id)).toEqual(['T-CCCCC']);
});

test.each<[string, Partial<Row<'tickets'>>, string]>([
  ['is resolved', { status: 'resolved' }, 'done'],
  ['is closed', { status: 'closed' }, 'done'],
  ['is spam', { status: 'spam' }, 'done'],
  ['has no address that can be written to', { requester_email: 'jan@@' }, 'no-address'],
  ['is the same person’s as the incident', { requester_email: 'JAN@example.com' }, 'same-person'],
])('a case that %s is skipped and named', (_, change, why) => {
  expect(answered([aCase('T-CCCCC', change)])).toMatchObject({
    outbox: [],
    answered: [],
    skipped: [{ ticketId: 'T-CCCCC', why }],
  });
});

test('who reported the trouble twice is written to once; both cases are over with the incident', () => {
  const twice = [
    aCase('T-CCCCC', { requester_email: 'eva@example.com' }),
    aCase('T-DDDDD', { requester_email: 'eva@example.com' }),
  ];
  const result = answered(twice, { resolve: true });
  expect(result.outbox.map(({ ticket_id }) => ticket_id)).toEqual(['T-CCCCC']);
  expect(result.answered.map(({ id }) => id)).toEqual(['T-CCCCC', 'T-DDDDD']);
});

test('a second click writes to nobody twice', () => {
  const cases = [aCase('T-CCCCC'), aCase('T-DDDDD')];
  const first = answered(cases);
  const second = answered(cases, {}, [first.outbox[0]?.key ?? '']);
  expect(second.outbox.map(({ ticket_id }) => ticket_id)).toEqual(['T-DDDDD']);
  expect(second.skipped).toEqual([{ ticketId: 'T-CCCCC', why: 'already-queued' }]);
});

test('a case whose template cannot be read is named, and the others go out', () => {
  const { outbox, skipped } = answerCases(
    incident,
    [aCase('T-CCCCC'), aCase('T-DDDDD')],
    answer,
    () => false,
    (ticket) => (ticket.id === 'T-CCCCC' ? null : write(ticket)),
  );
  expect(outbox).toHaveLength(1);
  expect(skipped).toEqual([{ ticketId: 'T-CCCCC', why: 'cannot-be-written' }]);
});
