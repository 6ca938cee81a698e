/**
 * One mail for every rule, its expected reading beside it: `fixtures/NAME.eml` and `fixtures/NAME.json`. A field that
 * the JSON names must be exactly so; warnings and attachments are compared by the fields that are named.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBounce } from '../../../core/mail/bounce';
import { readCalendarAnswer } from '../../../core/mail/calendar-answer';
import { classify } from '../../../core/mail/classify';
import { CLASS_RULES } from '../../../core/mail/classify-rules';
import { readText } from '../../../core/mail/reply';
import { readMail } from '../../../mail-bridge/mime/read-mail';

const FIXTURES = join(__dirname, 'fixtures');
const names = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => file.replace(/\.eml$/, ''));

interface Reading {
  readonly [field: string]: unknown;
  readonly reasons: readonly string[];
}

async function readingOf(name: string): Promise<Reading> {
  const mail = await readMail(readFileSync(join(FIXTURES, `${name}.eml`)));
  const kind = classify(mail, {
    ownAddresses: ['support@school.example'],
    ownMessageId: (id) => id.startsWith('<b1_T-7K3Q9.'),
    ownLoopMark: (mark) => mark === 'mark-of-this-desk',
  });
  const words = readText(mail);
  return {
    class: kind.class,
    autoReplyAllowed: kind.autoReplyAllowed,
    outOfOffice: kind.outOfOffice,
    reasons: kind.reasons,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    from: mail.from,
    fromProblems: mail.fromProblems,
    subject: mail.subject,
    text: words.text,
    reply: words.reply,
    forwarded: words.forwarded,
    bounce: kind.class === 'bounce' ? readBounce(mail) : null,
    attachments: mail.attachments,
    calendarAnswer: mail.calendar === null ? null : readCalendarAnswer(mail.calendar),
    warnings: mail.warnings.map((warning) => warning.code),
  };
}

function expectedOf(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')) as Record<string, unknown>;
}

describe('a mail is read as the JSON beside it says', () => {
  test.each(names)('%s', async (name) => {
    const expected = expectedOf(name);
    const actual = await readingOf(name);
    for (const [field, value] of Object.entries(expected)) {
      if (field === 'attachments') expect(actual[field]).toMatchObject(value as object);
      else if (field === 'warnings' || field === 'reasons') {
        expect(actual[field]).toEqual(expect.arrayContaining(value as unknown[]));
      } else expect({ [field]: actual[field] }).toEqual({ [field]: value });
    }
  });

  test('a mail of a person gives no reason against an answer', async () => {
    expect((await readingOf('class-human')).reasons).toEqual([]);
  });

  test('every rule of the table decides or forbids in some fixture', async () => {
    const seen = new Set((await Promise.all(names.map(readingOf))).flatMap((reading) => reading.reasons));
    expect(CLASS_RULES.map((rule) => rule.name).filter((rule) => !seen.has(rule))).toEqual([]);
  });

  test('every rule names its source', () => {
    expect(CLASS_RULES.filter((rule) => rule.source.length < 10)).toEqual([]);
  });
});
