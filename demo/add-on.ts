/** The Gmail add-on beside a letter that one of the trainers has open: the script of the Sheet makes its cards. */
import type { GmailMail } from '../local-sheet/add-on-contract';
import type { ScriptHost, SheetUser } from '../local-sheet/contract';
import { decodeWords } from '../mail-bridge/mime/encoded-words';
import { readHeaderFields } from '../mail-bridge/mime/headers';
import { DEFAULT_LIMITS, parseMime } from '../mail-bridge/mime/parse-mime';
import { rawOf } from './correspondence';
import { letterFiles } from './letter-files';
import { type CardAnswer, type CardRequest, readStep } from './page/cards';
import type { Letter } from './page/letters';
import type { Person } from './people';

export async function askAddOn(
  host: ScriptHost,
  person: Person,
  letter: Letter | null,
  { click, inputs }: CardRequest,
): Promise<CardAnswer> {
  const user: SheetUser = { email: person.address, locale: person.language };
  const mail = letter === null ? null : await asGmailHasIt(letter);
  if (click === undefined) {
    const { cards } = host.runAddOnTrigger(user, mail === null ? 'home' : 'gmail', mail);
    return { steps: cards.map((card) => readStep({ pushCard: card })), notification: null, draft: null };
  }
  const { navigations, notification, draft } = host.runAddOnAction(user, click, mail, inputs);
  return {
    steps: navigations.map(readStep),
    notification,
    draft: draft && {
      isReply: draft.inReplyTo !== null,
      to: draft.to.join(', '),
      cc: draft.cc.join(', '),
      subject: draft.subject,
      text: draft.body,
      files: draft.attachments.map(({ name, contentType, data }) => ({
        name,
        type: contentType,
        data: Buffer.from(data).toString('base64'),
      })),
    },
  };
}

async function asGmailHasIt(letter: Letter): Promise<GmailMail> {
  const raw = rawOf(letter);
  const { headerLines, charsetHint } = await parseMime(raw, DEFAULT_LIMITS);
  const fields = readHeaderFields(headerLines, charsetHint);
  const files = await letterFiles(raw);
  const id = letter.messageId.replace(/[^0-9a-z]/gi, '').slice(0, 16);
  return {
    id,
    threadId: id,
    headers: fields.map(({ value }, index) => {
      // As it is written in the mail: the add-on looks names up by their case.
      const { line } = headerLines[index] ?? { line: '' };
      return [line.slice(0, line.indexOf(':')).trim(), decodeWords(value)] as const;
    }),
    date: letter.at,
    plainBody: letter.quote === '' ? letter.text : `${letter.text}\n\n${letter.quote}`,
    attachments: files.map(({ name, type, bytes }) => ({ name, contentType: type, data: bytes })),
  };
}
