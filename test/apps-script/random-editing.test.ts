/**
 * A person does anything at all to the Tickets tab while the bridge writes mail and the tracker ticks, now and then in
 * the very middle of a tick. Whatever happened, each row keeps what is its own, every message has its ticket or a
 * word on Problems, History tells every change, and once the person stops the tracker comes to rest.
 */

import { isActive, isDone } from '../../core/ticket/status';
import type { TicketStatus } from '../../core/workbook/choices';
import { rounds, share } from '../support/thorough';
import { openDesk } from './support/desk';
import { OfficeStory } from './support/office-story';
import { weekdayHour } from './support/opened-at';
import { anyMail } from './support/simulated-bridge';

const SEEDS = share([11, 23, 37, 41, 59], 2);
const STEPS = rounds(280, 400);

describe.each(SEEDS)('a day at the office, by the dice of seed %d', (seed) => {
  let story: OfficeStory;
  let writesAfterwards: readonly string[];

  beforeAll(async () => {
    story = new OfficeStory(seed, await anyMail(), openDesk());
    for (let step = 0; step < STEPS; step++) story.step();
    writesAfterwards = story.stop();
  });

  test('the state comes to rest once the person stops', () => {
    expect(writesAfterwards).toEqual([]);
  });

  test('what the tracker wrote into a row was made of that very row', () => {
    const rows = story.settledTickets();
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect({ id: row.id, ...weekdayHour(row.created_at) }).toEqual({
        id: row.id,
        weekday: row.weekday,
        hour: row.hour,
      });
      expect([row.id, row.inbound_seen, row.outbound_seen]).toEqual([
        row.id,
        row.last_inbound_at,
        row.last_outbound_at,
      ]);
      expect(row.status_seen).toBe(row.status);
      // Nobody of that name is on the team: the cell is left and reported.
      if (isDone(row.status as TicketStatus) || row.assignee === 'Gustaw') continue;
      // What waits for somebody else needs no colleague yet.
      if (row.assigned_why === '' && row.assignee === '' && !isActive(row.status as TicketStatus)) continue;
      expect(row.assigned_why.split(': ')[0]).toBe(row.assignee === '' ? '—' : row.assignee);
    }
  });

  test('no message is without its ticket or a word on Problems', () => {
    expect(story.lostMessages()).toEqual([]);
  });

  test('History accounts for every change', () => {
    expect(story.historyGaps()).toEqual([]);
  });
});
