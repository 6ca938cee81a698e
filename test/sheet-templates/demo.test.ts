import fc from 'fast-check';
import { type Instant, instant, type Zone, zone } from '../../core/time/instant';
import { demoContent } from '../../sheet-templates/demo';
import { NOW } from './workbook';

/** From the time-zone database of Node. */
function offset(at: Instant, name: Zone): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const match = /([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  return match ? Number(`${match[1]}1`) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

const demo = (now: Instant) => demoContent({ now, zone: zone('Europe/Warsaw'), offset });

test('sessions lie ahead, from tomorrow on, at the hour of their own zone', () => {
  const { sessions } = demo(NOW);
  const shown = sessions.map((row) =>
    new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: row.zone || 'Europe/Warsaw',
    }).format(row.starts_at ?? 0),
  );
  expect(shown).toEqual(['2026-11-22 10:00', '2026-11-23 17:00', '2026-11-25 14:00', '2026-11-29 10:00']);
  expect(new Set(sessions.map((row) => row.course)).size).toBe(3);
});

test('whatever the day, every session ends after it starts and lies in the future', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * 365 * 24 }), (hours) => {
      const now = instant(NOW + hours * 3_600_000);
      for (const { starts_at, ends_at } of demo(now).sessions) {
        expect(starts_at ?? 0).toBeGreaterThan(now);
        expect(ends_at ?? 0).toBeGreaterThan(starts_at ?? 0);
      }
    }),
    { numRuns: 50 },
  );
});

test('about eighteen people take part, each in a session that exists, in three languages', () => {
  const { sessions, participants } = demo(NOW);
  const ids = new Set(sessions.map((row) => row.id));
  expect(participants.every((row) => ids.has(row.session_id))).toBe(true);
  expect(new Set(participants.map((row) => row.email)).size).toBe(18);
  expect(new Set(participants.map((row) => row.language))).toEqual(new Set(['pl', 'uk', 'en']));
});

test('nobody can be reached by mistake: every address and link ends in .test', () => {
  const text = JSON.stringify(demo(NOW));
  const hosts = [...text.matchAll(/@([\w.-]+)|https?:\/\/([\w.-]+)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  expect(hosts.length).toBeGreaterThan(20);
  expect(hosts.filter((host) => !host.endsWith('.test'))).toEqual([]);
});

test('trainers, substitutes and people on duty are in the team', () => {
  const { sessions, team, rota } = demo(NOW);
  const names = team.map((row) => row.name);
  expect(team).toHaveLength(4);
  for (const { trainer } of sessions) expect(names).toContain(trainer);
  for (const { substitute } of team) expect(names).toContain(substitute);
  for (const { email } of rota) expect(team.map((row) => row.email)).toContain(email);
  expect(rota).toHaveLength(10);
});

test('one client has a promise and working hours of its own', () => {
  const { sessions, sla, calendar } = demo(NOW);
  for (const { client, calendar: hours } of sla) {
    expect(sessions.map((row) => row.client)).toContain(client);
    expect(calendar.filter((row) => row.calendar === hours && row.zone !== '')).toHaveLength(1);
  }
});
