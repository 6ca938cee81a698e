/** The Date header: RFC 5322 section 3.3, its obsolete zones, and forms that broken programs write. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** RFC 5322 section 4.3: North American zones; all other letters mean an unknown zone, read as UTC. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  bst: 1,
  jst: 9,
};
const DATE =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:\.\d+)?\s*(?:([+-])\s*(\d{2}):?(\d{2})|([a-z]{1,4}))?/i;

/** Milliseconds since 1970, or null when the header says no point in time. */
export function readMailDate(value: string): number | null {
  const text = value.slice(0, 400).replace(/\([^()]*\)/g, ' ');
  const match = DATE.exec(text);
  if (match === null) {
    const parsed = Date.parse(text.trim());
    return Number.isNaN(parsed) || text.trim() === '' ? null : parsed;
  }
  const [, day, monthName, yearText, hour, minute, second, sign, zoneHours, zoneMinutes, zoneName] = match;
  const month = MONTHS.indexOf((monthName ?? '').toLowerCase());
  if (month === -1) return null;
  const number = Number(yearText);
  // RFC 5322 section 4.3: two digits below 50 are 2000 and later, three digits count from 1900.
  const year = (yearText ?? '').length > 3 ? number : number < 50 ? 2000 + number : 1900 + number;
  const local = Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second ?? 0));
  const offset =
    sign === undefined
      ? (ZONE_HOURS[(zoneName ?? '').toLowerCase()] ?? 0) * 60
      : (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const at = local - offset * 60_000;
  return Number.isNaN(at) ? null : at;
}
