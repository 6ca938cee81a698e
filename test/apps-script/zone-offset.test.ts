import fc from 'fast-check';
import { rememberedOffset } from '../../apps-script/zone-offset';
import { instant, zone } from '../../core/time/instant';
import { offset as intlOffset } from './support/desk';

/** As Utilities.formatDate(date, zone, 'Z') answers. */
function rfc822(at: number, inZone: string): string {
  const minutes = intlOffset(instant(at), zone(inZone));
  const size = Math.abs(minutes);
  const digits = `${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
  return `${minutes < 0 ? '-' : '+'}${digits}`;
}

const ZONES = [
  'Europe/Warsaw',
  'Europe/Kyiv',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'UTC',
];

describe('offsets remembered from Utilities.formatDate', () => {
  test('are those of the zone at every moment', () => {
    const offset = rememberedOffset(rfc822, () => true);
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (name, at) => {
          expect(offset(instant(at), zone(name))).toBe(intlOffset(instant(at), zone(name)));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['Europe/Warsaw', '2026-03-29T00:59:59Z', 60],
    ['Europe/Warsaw', '2026-03-29T01:00:00Z', 120],
    ['Europe/Kyiv', '2026-10-25T00:59:59Z', 180],
    ['Europe/Kyiv', '2026-10-25T01:00:00Z', 120],
  ])('%s at %s: %i minutes', (name, iso, minutes) => {
    const offset = rememberedOffset(rfc822, () => true);
    expect(offset(instant(Date.parse(iso)), zone(name))).toBe(minutes);
  });

  test('cost few questions however often they are asked', () => {
    let questions = 0;
    const offset = rememberedOffset(
      (at, inZone) => {
        questions++;
        return rfc822(at, inZone);
      },
      () => true,
    );
    const noon = Date.parse('2026-11-23T12:00:00Z');
    for (let minute = 0; minute < 600; minute++)
      offset(instant(noon + minute * 60_000), zone('Europe/Warsaw'));
    expect(questions).toBe(2);
  });

  test('of a zone that does not exist are refused, where Java would silently take GMT', () => {
    const offset = rememberedOffset(rfc822, () => false);
    expect(() => offset(instant(0), zone('Mars/Olympus'))).toThrow('There is no time zone "Mars/Olympus"');
  });
});
