import { type Instant, zone } from '../../core/time/instant';
import { firmMorning } from '../../demo/firm-morning';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';

describe('the firm’s morning with which the demo begins', () => {
  it.each([
    ['before the office opens', '2026-11-24T05:00:00Z', '2026-11-24T08:05:00Z'],
    ['at that very moment', '2026-11-24T08:05:00Z', '2026-11-24T08:05:00Z'],
    ['in the afternoon', '2026-11-24T15:00:00Z', '2026-11-25T08:05:00Z'],
    ['late on a Saturday', '2026-11-21T22:30:00Z', '2026-11-23T08:05:00Z'],
    ['before Christmas', '2026-12-23T20:00:00Z', '2026-12-28T08:05:00Z'],
    ['in the night in which the clocks go forward', '2027-03-28T00:30:00Z', '2027-03-30T07:05:00Z'],
  ])('is a working one: %s', (_when, now, morning) => {
    const found = firmMorning(Date.parse(now) as Instant, zone('Europe/Warsaw'), intlOffset());
    expect(new Date(found).toISOString()).toBe(new Date(morning).toISOString());
  });
});
