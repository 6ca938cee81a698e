/** The bytes of one mail, understood as the bridge does, without a mailbox or a state folder. */
import type { IncomingMail } from '../../../core/intake/incoming';
import { EVERY_STARTING_WORD } from '../../../core/mail/tone';
import { instant } from '../../../core/time/instant';
import { understand } from '../../../mail-bridge/intake/understand';
import type { SpoolName } from '../../../mail-bridge/state/spool';

export async function understandRaw(raw: Buffer, { colleague = false } = {}): Promise<IncomingMail> {
  const name = 'a'.repeat(64) as SpoolName;
  const at = instant(Date.UTC(2026, 10, 23, 9, 0));
  return understand(
    { t: 'spooled', epoch: '1', uid: 1, name, at, day: '2026-11-23', size: raw.length, partial: false },
    {
      spool: { read: () => raw, keep: () => Promise.reject(new Error('nothing is kept here')) },
      ownAddresses: ['support@firm.test'],
      ownMessageId: () => false,
      isColleague: () => colleague,
      answersOurLetter: () => false,
      toneWords: () => EVERY_STARTING_WORD,
    },
  );
}
