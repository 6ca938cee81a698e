/**
 * Time-zone offsets from Utilities.formatDate, the one source that Google documents for Apps Script (ECMA-402's
 * Intl is there too, but nowhere promised). Each question leaves the script's engine, and business time asks
 * thousands of them, so answers are kept by UTC day: a day that begins and ends with one offset has no other
 * between, because no zone moves its clock twice in a day. A day with a change is asked by the quarter of an
 * hour, the finest step any zone uses.
 */
import type { Instant, Zone, ZoneOffset } from '../core/time/instant';
import { instant, MS_PER_DAY } from '../core/time/instant';

const QUARTER_HOUR = 15 * 60_000;

/**
 * @param rfc822Offset `+0100` for a moment in a zone: SimpleDateFormat's pattern `Z`
 * @param isZone whether the zone exists. Java takes an unknown name for GMT without a word.
 */
export function rememberedOffset(
  rfc822Offset: (at: Instant, zone: Zone) => string,
  isZone: (zone: Zone) => boolean,
): ZoneOffset {
  const known = new Map<string, number>();

  const ask = (at: number, zone: Zone): number => {
    const key = `${zone} ${at}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const offset = parseOffset(rfc822Offset(instant(at), zone));
    known.set(key, offset);
    return offset;
  };

  const zones = new Map<Zone, boolean>();
  return (at, zone) => {
    let exists = zones.get(zone);
    if (exists === undefined) {
      exists = isZone(zone);
      zones.set(zone, exists);
    }
    if (!exists) throw new RangeError(`There is no time zone "${zone}"`);
    const day = Math.floor(at / MS_PER_DAY) * MS_PER_DAY;
    const atDawn = ask(day, zone);
    return atDawn === ask(day + MS_PER_DAY, zone)
      ? atDawn
      : ask(Math.floor(at / QUARTER_HOUR) * QUARTER_HOUR, zone);
  };
}

function parseOffset(text: string): number {
  const match = /^([+-])(\d{2})(\d{2})$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is no offset from UTC`);
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
