/** Who is told of the bridge's health: whoever is responsible for the firm's desk. */
import { isLanguage, type Language } from '../language';
import { addressKey, isSendableAddress } from '../mail/addresses';
import type { Row } from '../workbook/rows';

export interface HealthReader {
  readonly email: string;
  readonly language: Language;
}

/**
 * Every active manager and admin, each address once. Never the support mailbox itself: the alert would come back as a
 * mail to support.
 */
export function healthReaders(
  team: readonly Row<'team'>[],
  firmLanguage: Language,
  ownAddresses: readonly string[],
): HealthReader[] {
  const own = new Set(ownAddresses.map(addressKey));
  const readers = new Map<string, HealthReader>();
  for (const { active, role, email, languages } of team) {
    const key = addressKey(email);
    if (!active || (role !== 'manager' && role !== 'admin') || own.has(key) || readers.has(key)) continue;
    if (!isSendableAddress(email.trim())) continue;
    readers.set(key, { email: email.trim(), language: languages.find(isLanguage) ?? firmLanguage });
  }
  return [...readers.values()];
}
