/** Zone offsets from Intl. */
import type { Instant, Zone, ZoneOffset } from '../../core/time/instant';
import { MS_PER_MINUTE } from '../../core/time/instant';
import { rememberOffsets } from '../../core/time/offset-memory';

/** @returns a ZoneOffset with a memory of its own, which throws RangeError on a zone that Intl does not know */
export function intlOffset(): ZoneOffset {
  const formats = new Map<Zone, Intl.DateTimeFormat>();
  return rememberOffsets((at, zone) => {
    let format = formats.get(zone);
    if (!format) {
      format = formatIn(zone);
      formats.set(zone, format);
    }
    return offsetShown(at, format);
  });
}

function formatIn(zone: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
}

function offsetShown(at: Instant, format: Intl.DateTimeFormat): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
  return Math.round((wall - Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE) / MS_PER_MINUTE);
}
