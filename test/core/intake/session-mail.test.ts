/** What a mail has to do with our mails about sessions, and in whose name it may say so. */
import type { IncomingMail } from '../../../core/intake/incoming';
import { planIntake } from '../../../core/intake/plan-intake';
import {
  type OurSessionMail,
  readSessionMail,
  type SessionMailFacts,
  type SessionMailReading,
} from '../../../core/intake/session-mail';
import type { CalendarReply } from '../../../core/mail/calendar-reply';
import type { Classification } from '../../../core/mail/classify';
import { NO_TONE } from '../../../core/mail/tone';
import { isTicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { readMail } from '../../../mail-bridge/mime/read-mail';

const NOW = instant(Date.UTC(2026, 10, 23, 9));
const TOKEN = '0123456789abcdef0123456789abcdef';
const REMINDER = `<b1_mail.${TOKEN}@firm.test>`;
const OURS: OurSessionMail = { key: 'reminder:S1', sessionId: 'S1', to: 'ola@people.test' };
const UID = 'session-S1@firm.test';

const SESSION: Pick<Row<'sessions'>, 'id' | 'course' | 'client'> = {
  id: 'S1',
  course: 'Excel',
  client: 'Bank',
};

function facts(change: Partial<SessionMailFacts> = {}): SessionMailFacts {
  return {
    mailOf: (id) => (id === REMINDER ? OURS : null),
    mailOfToken: (token) => (token === TOKEN ? OURS : null),
    sessionOfUid: (uid) => (uid === UID ? 'S1' : null),
    // The reading asks for no more than these cells.
    sessionOf: (id) => (id === 'S1' ? (SESSION as Row<'sessions'>) : null),
    isInRoster: (address) => address === 'ola@people.test',
    sender: 'other',
    isVouchedFor: null,
    ...change,
  };
}

interface Written {
  readonly from?: string;
  readonly subject?: string;
  readonly words?: string;
  readonly answers?: string;
  readonly class?: Classification['class'];
  readonly outOfOffice?: boolean;
  readonly calendar?: Partial<CalendarReply>;
}

async function incoming(written: Written): Promise<IncomingMail> {
  const { from = 'ola@people.test', subject = 'Re: Reminder', words = '', answers } = written;
  const mail = await readMail(
    Buffer.from(
      [
        `From: ${from}`,
        `Subject: ${subject}`,
        'Message-ID: <m@people.test>',
        ...(answers ? [`In-Reply-To: ${answers}`] : []),
        'Content-Type: text/plain; charset=utf-8',
        '',
        words,
      ].join('\r\n'),
    ),
  );
  const { class: kind = 'human', outOfOffice = false, calendar } = written;
  return {
    mail,
    classification: { class: kind, outOfOffice, autoReplyAllowed: kind === 'human', reasons: [] },
    bounce: null,
    words,
    fullText: words,
    language: 'en',
    forwardedFrom: null,
    calendar: calendar
      ? {
          answer: 'declined',
          attendee: 'ola@people.test',
          uid: UID,
          summary: 'Excel',
          comment: '',
          words: '',
          ...calendar,
        }
      : null,
    tone: NO_TONE,
    receivedAt: NOW,
    original: 'a'.repeat(64),
  };
}

const read = async (written: Written, change: Partial<SessionMailFacts> = {}): Promise<SessionMailReading> =>
  readSessionMail(await incoming(written), facts(change));

describe('the session of a mail', () => {
  const CELLS = { session_id: 'S1', course: 'Excel', client: 'Bank' };

  it.each<[string, Written, object | null]>([
    ['that answers a reminder, from whatever address', { answers: REMINDER, from: 'ola@home.test' }, CELLS],
    ['in which a calendar answers the invitation', { calendar: {} }, CELLS],
    ['that answers something else', { answers: '<other@people.test>' }, null],
    ['that answers nothing', {}, null],
    ['that came back', { answers: REMINDER, class: 'bounce' }, null],
  ])('%s', async (_name, written, session) => {
    expect((await read(written)).session).toEqual(session);
  });

  it('stands in the ticket that it opens', async () => {
    const mail = await incoming({ answers: REMINDER, words: 'Where is it?' });
    const plan = planIntake(mail, {
      verdict: { kind: 'new', pointsTo: null, pointedBy: null },
      bouncedTicket: null,
      knownTicket: () => null,
      mint: () => {
        const id = 'T-7K3Q9';
        if (!isTicketId(id)) throw new Error(`${id} is no ticket id`);
        return id;
      },
      messageRowId: 'in:1',
      firmLanguage: 'en',
      sender: 'other',
      now: NOW,
      rosterLanguage: null,
      sessionMail: readSessionMail(mail, facts()),
    });
    expect(plan).toMatchObject({ outcome: 'new-ticket', birth: { session: CELLS } });
  });
});

describe('a wish for no more reminders', () => {
  const PURE = { email: 'ola@people.test', pure: true };
  const SAID = { email: 'ola@people.test', pure: false };

  it.each<[string, Written, Partial<SessionMailFacts>, object | null]>([
    ['with the token', { subject: `stop ${TOKEN}` }, {}, PURE],
    ['with the token, from another address', { subject: `stop ${TOKEN}`, from: 'x@home.test' }, {}, PURE],
    [
      'with the token, by a program for its owner',
      { subject: `stop ${TOKEN}`, class: 'auto-reply' },
      {},
      PURE,
    ],
    [
      'with the token and what programs add',
      { subject: `stop ${TOKEN}`, words: 'This message was automatically generated by Gmail.' },
      {},
      PURE,
    ],
    ['with the token and a question', { subject: `stop ${TOKEN}`, words: 'And where is it?' }, {}, SAID],
    ['with a token of nobody', { subject: `stop ${TOKEN.replace('0', '1')}` }, {}, null],
    [
      'in a robot’s answer to that mail',
      { subject: `Re: stop ${TOKEN}`, class: 'auto-reply', answers: REMINDER },
      {},
      null,
    ],
    ['in an absence notice', { subject: `stop ${TOKEN}`, class: 'auto-reply', outOfOffice: true }, {}, null],
    ['in words, in an answer', { answers: REMINDER, words: 'No more reminders.' }, {}, SAID],
    ['in one word, in an answer', { answers: REMINDER, words: 'Stop' }, {}, SAID],
    [
      'in words, in an answer from another address: whoever joins in speaks for nobody else',
      { answers: REMINDER, from: 'ola@home.test', words: 'No more reminders.' },
      {},
      null,
    ],
    ['in words, vouched for', { words: 'No more reminders.' }, { isVouchedFor: true }, SAID],
    ['in the subject, vouched for', { subject: 'No more reminders' }, { isVouchedFor: true }, SAID],
    ['in the subject of an answer', { subject: 'Re: No more reminders' }, { isVouchedFor: true }, null],
    ['in one word, vouched for', { words: 'Stop' }, { isVouchedFor: true }, null],
    ['in words, where no server vouches', { words: 'No more reminders.' }, {}, null],
    ['in words, of a forger', { words: 'No more reminders.' }, { isVouchedFor: false }, null],
    [
      'in words, of somebody who is in no roster',
      { from: 'eve@people.test', words: 'No more reminders.' },
      { isVouchedFor: true },
      null,
    ],
    [
      'in words, of a colleague',
      { answers: REMINDER, words: 'No more reminders.' },
      { sender: 'colleague' },
      null,
    ],
    ['in a robot’s words', { answers: REMINDER, class: 'auto-reply', words: 'No more reminders.' }, {}, null],
  ])('%s', async (_name, written, change, stop) => {
    expect((await read(written, change)).stop).toEqual(stop);
  });
});

describe('a calendar’s answer', () => {
  const NOTE = { email: 'ola@people.test', sessionId: 'S1', what: 'declined', at: NOW };

  it.each<[string, Written, Partial<SessionMailFacts>, object | null]>([
    ['is noted by its UID', { calendar: {} }, {}, NOTE],
    [
      'is noted though it is a click',
      { class: 'auto-reply', calendar: { answer: 'accepted' } },
      {},
      { ...NOTE, what: 'accepted' },
    ],
    ['is noted by the mail that it answers', { answers: REMINDER, calendar: { uid: 'x' } }, {}, NOTE],
    ['of another event is not', { calendar: { uid: 'x' } }, {}, null],
    ['in another’s name is not', { from: 'eve@people.test', calendar: {} }, {}, null],
    [
      'from another address of the one who was invited is noted in an answer to the invitation',
      { from: 'ola@home.test', answers: REMINDER, calendar: {} },
      {},
      NOTE,
    ],
    ['of a forger is not', { calendar: {} }, { isVouchedFor: false }, null],
  ])('%s', async (_name, written, change, answer) => {
    expect((await read(written, change)).answer).toEqual(answer);
  });
});

describe('a mail that came back', () => {
  const failed = (status: string, address = 'ola@people.test', action: 'failed' | 'delayed' = 'failed') => ({
    recipients: [{ address, status, action }],
    originalMessageId: REMINDER,
  });

  it.each<[string, IncomingMail['bounce'], object | null]>([
    ['for good', failed('5.1.1'), { key: OURS.key, status: '5.1.1' }],
    [
      'for good, from where an alias leads',
      failed('5.1.1', 'o.k@other.test'),
      { key: OURS.key, status: '5.1.1' },
    ],
    ['without a code', failed(''), { key: OURS.key, status: '' }],
    ['late', failed('4.4.1', 'ola@people.test', 'delayed'), null],
    ['for now', failed('4.2.2'), null],
    ['that is none of ours', { ...failed('5.1.1'), originalMessageId: '<x@y.test>' }, null],
  ])('%s', async (_name, bounce, returned) => {
    const mail = { ...(await incoming({ class: 'bounce' })), bounce };
    expect(readSessionMail(mail, facts()).returned).toEqual(returned);
  });
});
