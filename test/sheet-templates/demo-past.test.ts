import { TICKET_STATUSES } from '../../core/workbook/choices';
import { demoPast } from '../../sheet-templates/demo-past';
import { offset, ZONE } from '../apps-script/support/desk';
import { PRESENT, pastDesk } from './past-desk';

const past = demoPast({ now: PRESENT, zone: ZONE, offset });

describe('the past weeks of the demo firm', () => {
  test('are the same whenever they are invented', () => {
    expect(demoPast({ now: PRESENT, zone: ZONE, offset })).toEqual(past);
  });

  test('end yesterday, with something open and something spam', () => {
    const days = past.tickets.map(({ created_at }) => (PRESENT - (created_at ?? 0)) / 86_400_000);
    expect(Math.min(...days)).toBeGreaterThan(0.3);
    expect(Math.max(...days)).toBeGreaterThan(50);
    const statuses = new Set(past.tickets.map(({ status }) => status));
    for (const status of ['open', 'waiting_participant', 'closed', 'spam'])
      expect(statuses).toContain(status);
    expect(past.tickets.every(({ status }) => TICKET_STATUSES.some((known) => known === status))).toBe(true);
    expect(new Set(past.tickets.map(({ id }) => id)).size).toBe(past.tickets.length);
  });

  test('account for every mail of the mailbox', () => {
    for (const { day, mailbox, difference, ...outcomes } of past.intake) {
      const sum = Object.values(outcomes).reduce<number>((total, n) => total + Number(n), 0);
      expect([day, sum, difference]).toEqual([day, mailbox, 0]);
    }
  });

  test('are filled in by the tracker at once, without a mail to anybody', () => {
    const desk = pastDesk('pl');
    const tickets = desk.rows('tickets');
    expect(tickets).toHaveLength(past.tickets.length);
    for (const { status, week, hour, phase, clock, first_minutes } of tickets) {
      expect(week).not.toBeNull();
      expect(hour).not.toBeNull();
      expect(phase).not.toBe('');
      if (status === 'closed') expect(first_minutes).not.toBeNull();
      expect(clock).not.toBe('');
    }
    expect(desk.rows('outbox')).toEqual([]);
    expect(desk.rows('problems')).toEqual([]);
    expect(desk.rows('history')).toEqual([]);
    expect(desk.rows('figures')).toHaveLength(10);
  });
});
