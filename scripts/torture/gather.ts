/** Gathers what the three witnesses have when all is over: mailbox, Sheet and mail server. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { acceptedMails } from './accepted';
import type { Evidence } from './evidence';
import { sha256 } from './letters';
import { SENT_FOLDER } from './people';
import type { World } from './world';

export async function gather(world: World): Promise<Evidence> {
  const { sheet, people, smtp, sentCopies, dovecot, address } = world;
  const tabs = await sheet.tabs(['tickets', 'messages', 'outbox', 'intake', 'problems', 'commands']);
  const filed = (await dovecot.mailbox(address)).filter(({ folder }) => folder === SENT_FOLDER);
  const sent = await Promise.all(filed.map(({ raw }) => simpleParser(raw)));
  return {
    delivered: people.delivered,
    asked: people.asked,
    agentMails: people.agentMails,
    accepted: await acceptedMails(smtp),
    // What is said to the connection, before there is a mail, is no word about a mail.
    refusals: smtp.refusals
      .filter(({ at }) => at !== 'connect' && at !== 'auth')
      .map(({ to, reply }) => ({ to, reply })),
    leftOpen: smtp.leftOpen(),
    notesRefused: world.bridge.notesRefused(),
    sheet: {
      tickets: tabs.tickets.rows.map(({ row }) => row),
      messages: tabs.messages.rows.map(({ row }) => row),
      outbox: tabs.outbox.rows.map(({ row }) => row),
      intake: tabs.intake.rows.map(({ row }) => row),
      problems: tabs.problems.rows.map(({ row }) => row),
      commands: tabs.commands.rows.map(({ row }) => row),
    },
    deletedTickets: [...world.deletedTickets],
    spool: await spooled(join(world.stateDir, 'spool')),
    sentFolder: sent.flatMap(({ messageId }) => (messageId ? [messageId] : [])),
    filedByProvider: sentCopies === 'provider',
  };
}

/** By the bytes, not by the names: a name only says what the bridge wanted to keep. */
async function spooled(folder: string): Promise<Evidence['spool']> {
  const kept = new Map<string, { readonly attachments: readonly string[] }>();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.eml')) continue;
    const raw = readFileSync(join(folder, name));
    const { attachments } = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
    kept.set(sha256(raw), { attachments: attachments.map(({ content }) => sha256(content)) });
  }
  return kept;
}
