/** What must hold although people edit while a tick is at work, and although Google may end it after any call. */
import { at, type Desk, newTicket, openDesk } from './support/desk';

const QUESTION = 'T-AAAAA';
const ANSWERED = 'T-BBBBB';
const MANY = Array.from({ length: 1_010 }, (_, index) => `T-${String(10_000 + index)}`);

/** A ticket that waits for the participant: only the question that joins it can open it. */
const answered = newTicket(ANSWERED, {
  last_outbound_at: at('2026-11-23T08:30:00Z'),
  first_answer_at: at('2026-11-23T08:30:00Z'),
});

const READS_BEFORE_WRITING = 3;

/** Right before the tick looks up the rows that it is going to write. */
function meanwhile(desk: Desk, deed: () => void): void {
  let reads = 0;
  desk.onCall = ({ name }) => {
    if (name === 'Sheets.Spreadsheets.Values.batchGetByDataFilter') reads++;
    if (reads < READS_BEFORE_WRITING) return;
    desk.onCall = () => undefined;
    deed();
  };
}

/** Google ends the run at its second write: what was written stays. */
function runThatEndsAfterOneWrite(desk: Desk): void {
  let writes = 0;
  desk.onCall = ({ name }) => {
    if (name !== 'Sheets.Spreadsheets.batchUpdate') return;
    writes++;
    if (writes > 1) throw new Error('Exceeded maximum execution time');
  };
  expect(() => desk.host.run('tick')).toThrow('Exceeded maximum execution time');
  desk.onCall = () => undefined;
}

/** The first write takes five minutes: the next run goes on where this one stopped. */
function runThatIsNotFinished(desk: Desk): void {
  desk.onCall = ({ name }) => {
    if (name !== 'Sheets.Spreadsheets.batchUpdate') return;
    desk.clock.time = at(new Date(desk.clock.time + 5 * 60_000).toISOString());
    desk.onCall = () => undefined;
  };
  desk.host.run('tick');
}

function expectMergedAndOpened(desk: Desk): void {
  expect(desk.ticket(QUESTION).row).toMatchObject({ status: 'closed', merged_into: ANSWERED });
  expect(desk.ticket(ANSWERED).row).toMatchObject({ status: 'open', status_seen: 'open' });
  const related = desk
    .rows('history')
    .filter(({ ticket_id, what }) => ticket_id === ANSWERED && what === 'Related');
  expect(related.map(({ to }) => to)).toEqual([QUESTION]);
}

function expectNeitherTouched(desk: Desk): void {
  expect(desk.ticket(QUESTION).row).toMatchObject({ status: 'new', status_seen: 'new' });
  expect(desk.ticket(ANSWERED).row.status_seen).toBe('waiting_participant');
}

describe('a question that is merged into a ticket that waits opens it', () => {
  const merging = (): Desk => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(QUESTION), answered]);
    desk.host.run('tick');
    desk.type(QUESTION, 'merged_into', ANSWERED);
    return desk;
  };

  test('also when that ticket is edited while the tick is at work', () => {
    const desk = merging();
    meanwhile(desk, () => desk.type(ANSWERED, 'status', 'Resolved'));
    desk.host.run('tick');
    expectNeitherTouched(desk);
    desk.host.run('tick');
    expectMergedAndOpened(desk);
  });

  test('and does not open it when the merge is taken back while the tick is at work', () => {
    const desk = merging();
    meanwhile(desk, () => desk.type(QUESTION, 'merged_into', ''));
    desk.host.run('tick');
    desk.host.run('tick');
    expectNeitherTouched(desk);
  });

  test('holds back no ticket but those two', () => {
    const desk = merging();
    desk.append('tickets', [newTicket('T-CCCCC'), newTicket('T-DDDDD')]);
    meanwhile(desk, () => desk.type(ANSWERED, 'status', 'Resolved'));
    desk.host.run('tick');
    expect(['T-CCCCC', 'T-DDDDD'].map((id) => desk.ticket(id).row.sla_state)).toEqual(['running', 'running']);
    expect(desk.ticket(QUESTION).row.status_seen).toBe('new');
  });

  test('also when a run ends between the two rows', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(QUESTION), answered]);
    desk.host.run('tick');
    desk.append(
      'tickets',
      MANY.map((id) => newTicket(id)),
    );
    // Now one of the two stands above more tickets than are written at once, the other below.
    desk.update(QUESTION, { requester_name: 'A' });
    desk.update(ANSWERED, { requester_name: 'Z' });
    desk.sortTickets('requester_name', 'ASCENDING');
    expect(desk.ticket(ANSWERED).rowIndex - desk.ticket(QUESTION).rowIndex).toBe(MANY.length + 1);
    desk.type(QUESTION, 'merged_into', ANSWERED);
    runThatEndsAfterOneWrite(desk);
    expectMergedAndOpened(desk);
    desk.host.run('tick');
    expectMergedAndOpened(desk);
  });

  test('also when it is merged while a run that began above it has still to go on', () => {
    const desk = openDesk();
    desk.append('tickets', [answered, newTicket('T-CCCCC')]);
    desk.host.run('tick');
    desk.append(
      'tickets',
      [...MANY, QUESTION].map((id) => newTicket(id)),
    );
    runThatIsNotFinished(desk);
    // Looked at first in the run that goes on: below it.
    desk.type(QUESTION, 'merged_into', ANSWERED);
    desk.host.run('tick');
    desk.host.run('tick');
    expectMergedAndOpened(desk);
  });
});

test('a row that is gone is told once, although the run ends after its first write', () => {
  const desk = openDesk();
  desk.append('tickets', [newTicket(QUESTION)]);
  desk.append('messages', [{ id: 'm1', ticket_id: QUESTION, direction: 'in' }]);
  desk.host.run('tick');
  desk.emptyTable('tickets');
  desk.append(
    'tickets',
    MANY.map((id) => newTicket(id)),
  );
  runThatEndsAfterOneWrite(desk);
  desk.host.run('tick');
  const told = desk.rows('history').filter(({ ticket_id, from }) => ticket_id === QUESTION && from !== '');
  expect(told.map(({ from, to }) => [from, to])).toEqual([[QUESTION, '']]);
});
