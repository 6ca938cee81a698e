/** Which of our mails to a colleague a mail answers, told by what we signed. */
import type { Mail } from '../mail/mail';
import { type MacKeys, readAgentAddress, readAgentMessageId, type SignedFor } from '../mail/signed-id';
import { ancestorIds, recipientWords } from '../mail/thread';
import type { OtherAddress } from './agents';
import type { Agent, Asked } from './trainer-mail-types';

export interface AskedFacts {
  /** Everybody whom we may have asked: those of the team who have not left. */
  readonly agents: readonly Agent[];
  /** Letters are signed for the address that they went to, which may be a colleague's other one by now. */
  readonly others?: readonly OtherAddress[];
  readonly keys: MacKeys;
}

/** Each word that looks like ours costs a MAC for every colleague: a hostile header costs no more than these. */
const MOST_TRIED = 20;

/** The address first: it is the one that the colleague's mail program was told to answer to. */
export function askedOf(
  mail: Pick<Mail, 'headers' | 'inReplyTo' | 'references'>,
  { agents, others = [], keys }: AskedFacts,
): Asked | null {
  const emails = [...agents.map(({ email }) => email), ...others.map(({ address }) => address)];
  const named = ({ ticket, agent }: SignedFor, by: Asked['by']): Asked | null => {
    const colleague =
      agents.find(({ email }) => email === agent) ?? others.find(({ address }) => address === agent)?.agent;
    return colleague === undefined ? null : { ticket, agent: colleague, by };
  };
  let tried = 0;
  for (const word of recipientWords(mail)) {
    if (!LIKE_OURS.test(word)) continue;
    if (++tried > MOST_TRIED) break;
    const signed = readAgentAddress(word, emails, keys);
    if (signed !== null) return named(signed, 'reply-address');
  }
  for (const id of ancestorIds(mail)) {
    const signed = readAgentMessageId(id, emails, keys);
    if (signed !== null) return named(signed, 'message-id');
  }
  return null;
}

const LIKE_OURS = /\+a\.t-/i;
