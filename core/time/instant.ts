/**
 * Points in time and lengths of time, kept apart by their types so that a minute is never added to a
 * millisecond. Nothing here reads a clock: the present is always handed in.
 */
declare const brand: unique symbol;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [brand]: 'Instant' };

/** Whole or fractional minutes of plain (wall) time. */
export type Minutes = number & { readonly [brand]: 'Minutes' };

/** Minutes counted only while a business calendar is open. */
export type BusinessMinutes = number & { readonly [brand]: 'BusinessMinutes' };

/** IANA name, such as `Europe/Warsaw`. */
export type Zone = string & { readonly [brand]: 'Zone' };

/**
 * Minutes to add to UTC to get the wall clock of `zone` at `at`. Handed in, because Node answers with Intl
 * and Apps Script with Utilities.formatDate. Throws RangeError on a zone it does not know.
 */
export type ZoneOffset = (at: Instant, zone: Zone) => number;

export interface Clock {
  now(): Instant;
}

export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

export const instant = (ms: number): Instant => ms as Instant;
export const minutes = (n: number): Minutes => n as Minutes;
export const businessMinutes = (n: number): BusinessMinutes => n as BusinessMinutes;
export const zone = (name: string): Zone => name as Zone;

export function plus(at: Instant, by: Minutes): Instant {
  return (at + by * MS_PER_MINUTE) as Instant;
}
