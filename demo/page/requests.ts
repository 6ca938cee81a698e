/** Checks what the page sends before anything is done with it. */
import * as v from 'valibot';
import { RequestRefused } from '../../local-sheet/page/http-answers';
import { ACCOUNTS, type ClockRequest, HOWS, type WriteRequest } from './protocol';

const LONGEST_TEXT = 20_000;
/** A month: by then the demo has nothing left to tell. */
const FURTHEST_MINUTES = 31 * 24 * 60;

const address = v.pipe(v.string(), v.maxLength(254));
const messageId = v.pipe(v.string(), v.maxLength(998));

const FILE = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  type: v.pipe(v.string(), v.regex(/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/)),
  data: v.pipe(v.string(), v.base64()),
});

const WRITE = v.object({
  from: address,
  account: v.optional(v.picklist(ACCOUNTS), 'own'),
  subject: v.pipe(v.string(), v.trim(), v.maxLength(300)),
  text: v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT)),
  answers: v.optional(messageId),
  how: v.optional(v.picklist(HOWS), 'reply'),
  to: v.optional(address),
  copiesSupport: v.optional(v.boolean(), false),
  files: v.optional(v.pipe(v.array(FILE), v.maxLength(10)), []),
});

const READ = v.object({ of: address, messageIds: v.pipe(v.array(messageId), v.maxLength(1000)) });

const CLOCK = v.union([
  v.object({ minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FURTHEST_MINUTES)) }),
  v.object({ to: v.literal('next-reminder') }),
]);

const SEEN = v.object({ what: v.literal('dashboard') });

/** @throws RequestRefused with a sentence for people */
export function writeRequest(body: unknown): WriteRequest {
  const letter = checked(WRITE, body);
  if (letter.subject === '') throw new RequestRefused(400, 'The letter has no subject.');
  // What is passed on speaks for itself, and so does a picture.
  const needsWords = letter.how !== 'forward' && letter.how !== 'away' && letter.files.length === 0;
  if (letter.text === '' && needsWords) throw new RequestRefused(400, 'The letter is empty.');
  return letter;
}

export function readRequest(body: unknown): v.InferOutput<typeof READ> {
  return checked(READ, body);
}

export function clockRequest(body: unknown): ClockRequest {
  return checked(CLOCK, body);
}

export function seenRequest(body: unknown): v.InferOutput<typeof SEEN> {
  return checked(SEEN, body);
}

function checked<T extends v.GenericSchema>(schema: T, body: unknown): v.InferOutput<T> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new RequestRefused(400, `${v.getDotPath(issue) ?? 'The request'}: ${issue.message}`);
}
