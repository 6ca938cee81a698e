/**
 * Brakes on automatic mail, so that two robots never write to each other for long.
 *
 * The figures are the strictest of what peers run with (research of Zammad, FreeScout and HESK): per person, per
 * sender domain and over all. A mail that a person wrote is never held back here.
 */
import { domainOf } from '../mail/addresses';
import { type Instant, MS_PER_MINUTE } from '../time/instant';

/** One automatic mail that went out or waits to go out. */
export interface AutomaticMail {
  readonly to: string;
  readonly at: Instant;
}

interface Cap {
  readonly per: 'person' | 'domain' | 'all';
  readonly minutes: number;
  readonly atMost: number;
}

export const CAPS: readonly Cap[] = [
  { per: 'person', minutes: 60, atMost: 3 },
  { per: 'person', minutes: 24 * 60, atMost: 10 },
  { per: 'domain', minutes: 60, atMost: 30 },
  { per: 'all', minutes: 60, atMost: 100 },
];

/** Domains that thousands of unrelated people share: a cap per domain would punish strangers for each other. */
const SHARED_DOMAINS = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'wp.pl',
  'o2.pl',
  'onet.pl',
  'interia.pl',
  'gazeta.pl',
  'ukr.net',
  'i.ua',
  'meta.ua',
]);

/** The cap that one more automatic mail to `to` would break, or null when it may go. */
export function brokenCap(to: string, recent: readonly AutomaticMail[], now: Instant): Cap | null {
  const person = personOf(to);
  const domain = domainOf(person);
  for (const cap of CAPS) {
    if (cap.per === 'domain' && SHARED_DOMAINS.has(domain)) continue;
    const since = now - cap.minutes * MS_PER_MINUTE;
    const count = recent.filter((mail) => {
      if (mail.at <= since) return false;
      const other = personOf(mail.to);
      return cap.per === 'all' || (cap.per === 'person' ? other === person : domainOf(other) === domain);
    }).length;
    if (count >= cap.atMost) return cap;
  }
  return null;
}

/** One mailbox has many spellings: a tag after "+" reaches the same person. */
function personOf(address: string): string {
  const lower = address.toLowerCase();
  return lower.replace(/\+[^@]*(?=@)/, '');
}
