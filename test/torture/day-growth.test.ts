/** When a process that has worked for a day is said to have grown. */
import {
  type DaySample,
  growthOf,
  MOST_BYTES_PER_MAIL,
  MOST_MORE_HANDLES,
  MOST_RSS_PER_HOUR,
} from '../../scripts/torture/day-growth';

const MB = 1024 * 1024;
const RATE = 200;

/** A day of eight hours, two samples an hour; what it says of each hour is laid over an even one. */
function day(of: (hours: number) => Partial<DaySample>): DaySample[] {
  return Array.from({ length: 17 }, (_, index) => {
    const hours = index / 2;
    const even = { rss: 150 * MB, heapUsed: 40 * MB, external: 4 * MB, handles: 28 };
    return { hours, mails: hours * RATE, ...even, ...of(hours) };
  });
}

describe('growth in a long day', () => {
  it('is none where all stays as it is', () => {
    expect(growthOf(day(() => ({})))).toEqual({
      bytesPerMail: 0,
      rssPerHour: 0,
      moreHandles: 0,
      complaints: [],
    });
  });

  it('is measured after the morning, in which much is loaded once', () => {
    const { complaints } = growthOf(
      day((hours) => (hours < 4 ? { heapUsed: (20 + 5 * hours) * MB, rss: (90 + 20 * hours) * MB } : {})),
    );
    expect(complaints).toEqual([]);
  });

  it('may go up and down', () => {
    const wave = (hours: number) => Math.sin(hours * 9);
    const { complaints } = growthOf(
      day((hours) => ({
        heapUsed: (40 + wave(hours)) * MB,
        rss: (150 + 8 * wave(hours)) * MB,
        handles: 28 + Math.round(2 * wave(hours)),
      })),
    );
    expect(complaints).toEqual([]);
  });

  it('is not a crowd of connections at one moment', () => {
    const { complaints } = growthOf(day((hours) => (hours === 7 ? { handles: 60 } : {})));
    expect(complaints).toEqual([]);
  });

  it('may be what a mail is remembered by', () => {
    const kept = MOST_BYTES_PER_MAIL / 2;
    const growth = growthOf(day((hours) => ({ heapUsed: 40 * MB + hours * RATE * kept })));
    expect(growth.bytesPerMail).toBeCloseTo(kept);
    expect(growth.complaints).toEqual([]);
  });

  it.each<{ what: string; of: (hours: number) => Partial<DaySample>; says: string }>([
    {
      what: 'live memory that keeps whole mails',
      of: (hours) => ({ heapUsed: 40 * MB + hours * RATE * 2 * MOST_BYTES_PER_MAIL }),
      says: 'bytes a mail',
    },
    {
      what: 'buffers outside the heap',
      of: (hours) => ({ external: 4 * MB + hours * RATE * 2 * MOST_BYTES_PER_MAIL }),
      says: 'bytes a mail',
    },
    {
      what: 'a process that grows although its live memory does not',
      of: (hours) => ({ rss: 150 * MB + hours * 2 * MOST_RSS_PER_HOUR }),
      says: 'MB an hour',
    },
    {
      what: 'files that stay open',
      of: (hours) => ({ handles: 28 + Math.round(hours * MOST_MORE_HANDLES) }),
      says: 'more files are open',
    },
  ])('is complained of: $what', ({ of, says }) => {
    expect(growthOf(day(of)).complaints).toEqual([expect.stringContaining(says)]);
  });

  it('is not guessed from a few samples', () => {
    expect(() => growthOf(day(() => ({})).slice(0, 4))).toThrow('says nothing about growth');
  });
});
