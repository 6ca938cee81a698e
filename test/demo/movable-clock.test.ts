import { minutes } from '../../core/time/instant';
import { movableClock } from '../../demo/movable-clock';

describe('the demo’s clock', () => {
  it('runs like the machine’s, ahead by what it was moved', () => {
    let real = 1_000_000;
    const clock = movableClock({ realNow: () => real });
    expect(clock.now()).toBe(1_000_000);
    clock.advance(minutes(15));
    expect(clock.now()).toBe(1_000_000 + 15 * 60_000);
    real += 500;
    expect(clock.now()).toBe(1_000_500 + 15 * 60_000);
  });

  it('goes on from a kept lead and tells each new one', () => {
    const leads: number[] = [];
    const clock = movableClock({ realNow: () => 0, ahead: 60_000, onMove: (ahead) => leads.push(ahead) });
    clock.advance(minutes(1));
    clock.advance(minutes(0.5));
    expect(clock.ahead).toBe(150_000);
    expect(leads).toEqual([120_000, 150_000]);
  });

  it.each([-1, Number.NaN])('refuses to go by %p minutes', (by) => {
    const clock = movableClock({ realNow: () => 7 });
    expect(() => clock.advance(minutes(by))).toThrow('only goes forward');
    expect(clock.now()).toBe(7);
  });
});
