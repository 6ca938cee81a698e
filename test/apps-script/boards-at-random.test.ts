/** Boards and checkpoints while people do anything at all. */
import { boardDesk, edit } from './support/board-desk';
import { at } from './support/desk';

describe('over a random half-day', () => {
  /** The same numbers for the same seed: a linear congruence, of which the upper bits are good enough here. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
  }

  test.each([1, 2, 3])(
    'the boards say what the tabs say, and each checkpoint has one ticket (seed %i)',
    (seed) => {
      const next = random(seed);
      const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
      const opened = boardDesk();
      opened.append('checkpoints', [
        { id: 'login', moment: '-1 d', condition: 'logged in', follow_after: '1 h', enabled: true },
        {
          id: 'materials',
          moment: '-30 h',
          condition: 'opened materials',
          follow_after: '2 h',
          enabled: true,
        },
      ]);
      const from = at('2026-11-24T06:00:00Z');
      const deeds: readonly (() => void)[] = [
        () =>
          edit(opened, 'sessions', 0, {
            starts_at: at(pick(['2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z'])),
          }),
        () => edit(opened, 'sessions', 0, { state: pick(['planned', 'planned', 'cancelled']) }),
        () => edit(opened, 'sessions', 0, { trainer: pick(['Adam', '', 'Ewa']) }),
        () => edit(opened, 'participants', 0, { state: pick(['active', 'left']) }),
        () =>
          opened.append('activity', [
            { email: 'anna@client.example', session_id: 'XL-01', what: pick(['login', 'materials']) },
          ]),
        () => opened.sortTickets('created_at', pick(['ASCENDING', 'DESCENDING'] as const)),
        () => opened.emptyTable(pick(['readiness', 'staffing'] as const)),
      ];
      for (let minute = 0; minute <= 12 * 60; minute += 5 + Math.floor(next() * 90)) {
        opened.clock.time = at(new Date(from + minute * 60_000).toISOString());
        pick(deeds)();
        opened.host.run('tick');
      }
      const shown = (): unknown => [opened.rows('readiness'), opened.rows('staffing')];
      const last = shown();
      opened.emptyTable('readiness');
      opened.emptyTable('staffing');
      opened.host.run('tick');
      expect(shown()).toEqual(last);
      const births = opened.rows('messages').map(({ id }) => id);
      expect(new Set(births).size).toBe(births.length);
      // Two checkpoints, and two times at which the session was to be.
      expect(births.length).toBeLessThanOrEqual(4);
      expect(
        opened
          .rows('tickets')
          .map(({ id }) => `follow-up:${id}`)
          .sort(),
      ).toEqual([...births].sort());
    },
  );
});
