/** Everything that watches over one bridge, opened together. It works before the Sheet has been read, and without it. */
import { healthReaders } from '../../core/health/readers';
import { domainOf } from '../../core/mail/addresses';
import { type Instant, type ZoneOffset, zone } from '../../core/time/instant';
import type { BridgeState } from '../bridge-state';
import { type Config, ownAddresses } from '../config/config';
import type { DeskFacts } from '../desk-facts';
import type { Log } from '../log/log';
import { quarantineOf } from '../quarantine/quarantine';
import { type Contacts, openContacts } from './contacts';
import { type DiskWatch, diskWatch } from './disk';
import { healthFiles } from './health-files';
import { type HealthWatch, healthWatch } from './health-watch';
import { type Audience, audienceKeeper, readAudience } from './readers-file';

export interface HealthParts {
  readonly config: Config;
  readonly state: BridgeState;
  readonly offset: ZoneOffset;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface Health {
  readonly contacts: Contacts;
  readonly watch: HealthWatch;
  /** As the Sheet was last read, by this bridge or one before. */
  readonly audience: () => Audience;
  /** The Sheet has been read: whom to tell from now on, in this process and the next. */
  learn(facts: DeskFacts): void;
  /** Does the work, and remembers when it fails because of the disk. */
  onDisk<T>(work: () => Promise<T>): Promise<T>;
}

/** Before anybody has read the Sheet there is nobody to tell. */
const NOBODY: Audience = { readers: [], firm: '', language: 'en', zone: zone('Etc/UTC'), brake: false };

export function openHealth({ config, state, offset, now, log }: HealthParts): Health {
  const files = healthFiles(config.stateDir);
  const { support } = config;
  const disk: DiskWatch = diskWatch(config.stateDir, now);
  const contacts = openContacts(files.contacts, now, disk.note);
  const keep = audienceKeeper(files.readers);
  let audience = readAudience(files.readers) ?? NOBODY;
  const watch = healthWatch({
    contacts,
    disk,
    journal: state.health,
    book: state.book,
    firstWaiting: () => state.ledger.waiting()[0]?.name ?? null,
    quarantined: () => quarantineOf(state.ledger).length,
    audience: () => audience,
    keys: state.keys,
    domain: domainOf(support.address),
    mailbox: support.address,
    pollSeconds: config.pollSeconds,
    offset,
    now,
    log,
  });
  return {
    contacts,
    watch,
    audience: () => audience,
    learn({ settings, team }) {
      const { firm_name: firm, language, brake } = settings;
      const readers = healthReaders(team, language, ownAddresses(config));
      audience = { readers, firm, language, zone: settings.zone, brake };
      try {
        keep(audience);
      } catch (error) {
        disk.note(error);
      }
    },
    async onDisk(work) {
      try {
        return await work();
      } catch (error) {
        disk.note(error);
        throw error;
      }
    },
  };
}
