/**
 * Whom to tell and in what words, as the Sheet had it when it could last be read: when the Sheet is what is out of
 * reach, the alert goes out all the same.
 */
import * as v from 'valibot';
import type { HealthReader } from '../../core/health/readers';
import { LANGUAGES, type Language } from '../../core/language';
import { type Zone, zone } from '../../core/time/instant';
import { healthFiles } from './health-files';
import { readJsonFile, writeJsonFile } from './json-file';

const LANGUAGE = v.picklist(LANGUAGES);
const FILE = v.object({
  readers: v.array(v.object({ email: v.string(), language: LANGUAGE })),
  firm: v.string(),
  language: LANGUAGE,
  zone: v.pipe(v.string(), v.transform(zone)),
  brake: v.boolean(),
});

export interface Audience {
  readonly readers: readonly HealthReader[];
  /** The firm's name, language and zone. */
  readonly firm: string;
  readonly language: Language;
  readonly zone: Zone;
  /** A person has stopped everything that is not written by a person. */
  readonly brake: boolean;
}

export function readAudience(file: string): Audience | null {
  return readJsonFile(file, FILE);
}

/** The firm's, as far as anybody knows it without asking the Sheet. */
export function knownZone(stateDir: string): Zone {
  return readAudience(healthFiles(stateDir).readers)?.zone ?? zone('Etc/UTC');
}

/** Writes only what has changed. @returns a function that keeps an audience; it throws when the disk fails */
export function audienceKeeper(file: string): (audience: Audience) => void {
  let kept = JSON.stringify(readAudience(file));
  return (audience) => {
    const text = JSON.stringify(audience);
    if (text === kept) return;
    writeJsonFile(file, audience);
    kept = text;
  };
}
