/** What the state folder holds of the bridge's health. */
import { join } from 'node:path';

export interface HealthFiles {
  /** When the bridge last reached its mailbox, the Sheet and the outgoing server. */
  readonly contacts: string;
  /** What people were told. */
  readonly memory: string;
  /** Whom to tell, as the Team tab had it when it could last be read. */
  readonly readers: string;
}

export function healthFiles(stateDir: string): HealthFiles {
  return {
    contacts: join(stateDir, 'contacts.json'),
    memory: join(stateDir, 'health.jsonl'),
    readers: join(stateDir, 'alert-readers.json'),
  };
}
