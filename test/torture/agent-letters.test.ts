/** What the colleagues of a tortured firm write is read as they mean it: where the bridge goes wrong, it is not their mails. */
import { judgeTrust } from '../../core/mail/trust';
import { understandMail } from '../../core/mail/understanding';
import { readAgents } from '../../core/trainer/agents';
import { askedOf } from '../../core/trainer/asked';
import { readMail } from '../../mail-bridge/mime/read-mail';
import { OWN_SERVER, type Proof, writeAgentMail } from '../../scripts/torture/agent-letters';
import { PROOFS, TEAM, WISHES } from '../../scripts/torture/agents';
import { randomFrom } from '../../scripts/torture/random';
import { addressOf, idOf, KEYS, NOW, OWN, read, T, TOM } from '../core/trainer/desk';
import { accepted } from './small-evidence';

const LETTER = accepted({
  to: [TOM.email],
  messageId: idOf(T, TOM),
  answerTo: addressOf(T, TOM),
  references: [],
  subject: `[#${T}] Login`,
  text: '##- Please reply above this line -##\n\nI cannot log in.\n\n#note (for the team only), #resolved',
  html: '<p>##- Please reply above this line -##</p><p>I cannot log in.</p><p>#note, #resolved</p>',
});
const FACTS = { ownAddresses: [OWN], ownMessageId: () => false, ownLoopMark: () => false };

async function written(words: string, proof: Proof, files: number) {
  const { raw } = await writeAgentMail(
    { mark: 'm1x', agent: TOM, letter: LETTER, words, support: OWN, proof, files, date: new Date(NOW) },
    randomFrom(1),
  );
  const mail = await readMail(raw);
  const { classification, text, handedOnFrom } = understandMail(mail, FACTS, { byColleague: true });
  const incoming = {
    mail,
    classification,
    words: text.reply,
    fullText: text.text,
    forwardedFrom: handedOnFrom,
    receivedAt: NOW,
  };
  const trust = judgeTrust(mail, { authservIds: [OWN_SERVER] });
  const asked = askedOf(mail, { agents: readAgents(TEAM).all, keys: KEYS });
  return { mail, result: read({}, { input: { incoming, trust, asked } }) };
}

const CASES = [...new Set(PROOFS)].flatMap((proof) =>
  WISHES.map(({ wants, words, cells }) => {
    const said = words('m1x');
    return { proof, wants, words: said, shown: JSON.stringify(said), cells };
  }),
);

describe('a colleague of a tortured firm', () => {
  it.each(CASES)('says "$wants" with $shown, known by $proof', async ({ proof, wants, words, cells }) => {
    const { result } = await written(words, proof, 0);
    expect(result).toMatchObject({ kind: wants === 'commands' ? 'orders' : wants, ticket: T, agent: TOM });
    const orders = 'orders' in result ? result.orders : [];
    expect(orders.map(({ cell }) => cell)).toEqual(cells);
    expect('words' in result ? result.words : '').not.toMatch(/cannot log in|above this line/);
  });

  it('sends files along', async () => {
    const { mail } = await written('Try this. m1x', 'both', 2);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['m1x-1.bin', 'm1x-2.bin']);
  });
});
