import type { RealmGlobals } from './realm';
import type { TimeZone } from './zone';

/**
 * Makes a context's Date and Intl.DateTimeFormat run on the virtual clock and in the script's zone. Google
 * runs a script in the zone of its manifest (developers.google.com/apps-script/manifest, `timeZone`); a vm
 * context would run in the zone of this process.
 */
export function installVirtualDate(globals: RealmGlobals, now: () => number, zone: TimeZone): void {
  const RealDate = globals.Date;
  const prototype = RealDate.prototype;
  const realParse = RealDate.parse.bind(RealDate);

  const VirtualDate: DateConstructor = new Proxy(RealDate, {
    apply: () => new VirtualDate().toString(),
    construct(target, args: unknown[], newTarget) {
      return Reflect.construct(target, [instantOf(args)], newTarget) as object;
    },
  });

  function instantOf(args: unknown[]): unknown {
    const [first] = args;
    if (args.length === 0) return now();
    if (args.length > 1) {
      const numbers = args.map(Number);
      return zone.instant(RealDate.UTC(...(numbers as [number, number])));
    }
    return typeof first === 'string' ? parse(first) : first;
  }

  function parse(text: string): number {
    const zoned = /(?:Z|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC?|[ECMP][SD]T)\b)\s*(?:\([^)]*\))?\s*$/i.test(text);
    const isoDateOnly = /^\s*[+-]?\d{4,6}(?:-\d{2}(?:-\d{2})?)?\s*$/.test(text);
    if (zoned || isoDateOnly) return realParse(text);
    // Without a zone the text means the script's wall clock: read it as UTC, then find the instant.
    const asUtc = realParse(/^\s*\d{4}-\d{2}-\d{2}T/.test(text) ? `${text.trim()}Z` : `${text} UTC`);
    return Number.isNaN(asUtc) ? asUtc : zone.instant(asUtc);
  }

  const wall = (date: Date): Date => {
    const at = date.getTime();
    return new Date(at + zone.offset(at));
  };

  const methods: Record<string, (this: Date, ...args: never[]) => unknown> = {
    getTimezoneOffset(this: Date) {
      return -zone.offset(this.getTime()) / 60_000;
    },
    toString(this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : `${this.toDateString()} ${this.toTimeString()}`;
    },
    toDateString(this: Date) {
      return Number.isNaN(this.getTime())
        ? 'Invalid Date'
        : wall(this)
            .toUTCString()
            .replace(/^(\w+), (\d+) (\w+) (-?\d+) .*/, '$1 $3 $2 $4');
    },
    toTimeString(this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : timeText(this.getTime(), zone);
    },
    getYear(this: Date) {
      return wall(this).getUTCFullYear() - 1900;
    },
  };
  for (const field of ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const) {
    methods[`get${field}`] = function (this: Date) {
      return wall(this)[`getUTC${field}`]();
    };
    methods[`set${field}`] = function (this: Date, ...args: number[]) {
      const local = wall(this);
      // setFullYear on an invalid date starts from +0 (ECMA-262), which Date's own setter does as well.
      (local[`setUTC${field}`] as (...values: number[]) => number)(...args);
      return this.setTime(zone.instant(local.getTime()));
    };
  }
  methods.getDay = function (this: Date) {
    return wall(this).getUTCDay();
  };
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const original = prototype[name] as (locales?: string, options?: Intl.DateTimeFormatOptions) => string;
    methods[name] = function (this: Date, locales?: string, options?: Intl.DateTimeFormatOptions) {
      return original.call(this, locales, { ...options, timeZone: options?.timeZone ?? zone.name });
    };
  }
  for (const [name, value] of Object.entries(methods)) define(prototype, name, value);
  define(prototype, 'constructor', VirtualDate);
  define(RealDate, 'now', () => now());
  define(RealDate, 'parse', (text: unknown) => parse(String(text)));
  define(globals, 'Date', VirtualDate);
  installZonedFormat(globals, now, zone);
}

function installZonedFormat(globals: RealmGlobals, now: () => number, zone: TimeZone): void {
  const RealFormat = globals.Intl.DateTimeFormat;
  type Arguments = [locales?: string | undefined, options?: Intl.DateTimeFormatOptions];
  const zoned = ([locales, options]: Arguments): Arguments => [
    locales,
    { ...options, timeZone: options?.timeZone ?? zone.name },
  ];
  const ZonedFormat: typeof RealFormat = new Proxy(RealFormat, {
    apply: (target, _self, args: Arguments) => target(...zoned(args)),
    construct: (target, args: Arguments, newTarget) =>
      Reflect.construct(target, zoned(args), newTarget) as object,
  });
  const prototype = RealFormat.prototype;
  // `format` is a getter that gives a bound function (ECMA-402); without a date both mean the present.
  const format = Object.getOwnPropertyDescriptor(prototype, 'format');
  const toParts = Object.getOwnPropertyDescriptor(prototype, 'formatToParts')?.value as (
    this: Intl.DateTimeFormat,
    date: number | Date,
  ) => Intl.DateTimeFormatPart[];
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const bound = format?.get?.call(this) as (date: number | Date) => string;
      return (date?: number | Date) => bound(date ?? now());
    },
  });
  define(prototype, 'formatToParts', function (this: Intl.DateTimeFormat, date?: number | Date) {
    return toParts.call(this, date ?? now());
  });
  define(prototype, 'constructor', ZonedFormat);
  define(globals.Intl, 'DateTimeFormat', ZonedFormat);
}

function timeText(at: number, zone: TimeZone): string {
  const offset = zone.offset(at);
  const clock = new Date(at + offset).toISOString().slice(11, 19);
  const size = Math.abs(offset) / 60_000;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone.name, timeZoneName: 'long' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${clock} GMT${offset < 0 ? '-' : '+'}${two(size / 60)}${two(size % 60)} (${name ?? zone.name})`;
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
}
