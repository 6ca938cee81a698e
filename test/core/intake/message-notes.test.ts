import type { IncomingMail } from '../../../core/intake/incoming';
import { forCell, notesOn, shownWords, signalsOf } from '../../../core/intake/message-notes';
import { type IntakeFacts, planIntake } from '../../../core/intake/plan-intake';
import type { Language } from '../../../core/language';
import type { CalendarReply } from '../../../core/mail/calendar-reply';
import { NO_TONE, readTone } from '../../../core/mail/tone';
import { parseTicketId, type TicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';
import { LONGEST_CELL } from '../../../core/workbook/columns';
import { readMail } from '../../../mail-bridge/mime/read-mail';

const NOW = instant(Date.UTC(2026, 10, 23, 9, 0));
function fresh(): TicketId {
  const id = parseTicketId('T-NEW77');
  if (id === null) throw new Error('T-NEW77 is no ticket id');
  return id;
}
const DECLINED: CalendarReply = {
  answer: 'declined',
  attendee: 'ola@people.test',
  uid: 's1',
  summary: 'Excel',
  comment: '',
  words: '',
};

async function incoming(change: Partial<IncomingMail> = {}): Promise<IncomingMail> {
  const mail = await readMail(
    Buffer.from(
      'From: Ola <ola@people.test>\r\nMessage-ID: <m@x>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\nSubject: Link\r\n\r\nWhere is it?\r\n',
    ),
  );
  return {
    mail,
    classification: { class: 'human', outOfOffice: false, autoReplyAllowed: true, reasons: [] },
    bounce: null,
    words: 'Where is it?',
    fullText: 'Where is it?',
    language: 'en',
    forwardedFrom: null,
    calendar: null,
    tone: NO_TONE,
    receivedAt: NOW,
    original: '3f2a91c04b7d5e68'.repeat(4),
    ...change,
  };
}

function facts(firmLanguage: Language = 'en'): IntakeFacts {
  return {
    verdict: { kind: 'new', pointsTo: null, pointedBy: null },
    bouncedTicket: null,
    knownTicket: () => null,
    mint: fresh,
    messageRowId: 'in:1',
    sender: 'other',
    now: NOW,
    firmLanguage,
    rosterLanguage: null,
  };
}

describe('an answer to an invitation in the Messages tab', () => {
  test.each<[Language, CalendarReply['answer'], string]>([
    ['en', 'accepted', 'Accepted: Excel'],
    ['en', 'tentative', 'Perhaps: Excel'],
    ['pl', 'accepted', 'Zaproszenie przyjęte: Excel'],
    ['pl', 'declined', 'Zaproszenie odrzucone: Excel'],
    ['uk', 'declined', 'Запрошення відхилено: Excel'],
  ])('in %s is told as %s in the firm’s words', async (language, answer, text) => {
    const mail = await incoming({ words: '', calendar: { ...DECLINED, answer } });
    expect(shownWords(mail, language)).toBe(text);
  });

  test('without a summary is told by the subject', async () => {
    expect(shownWords(await incoming({ calendar: { ...DECLINED, summary: '' } }), 'en')).toBe(
      'Declined: Link',
    );
  });

  test('with a comment is told before it', async () => {
    const calendar = { ...DECLINED, words: 'I am ill.' };
    expect(shownWords(await incoming({ calendar }), 'en')).toBe('Declined: Excel\n\nI am ill.');
  });

  test.each<[Language, RegExp]>([
    ['en', /ola@people\.test has declined/],
    ['pl', /ola@people\.test: zaproszenie odrzucone/],
    ['uk', /ola@people\.test: запрошення відхилено/],
  ])('that declines is marked in %s', async (language, note) => {
    expect(notesOn(await incoming({ calendar: DECLINED }), language)).toMatch(note);
    expect(notesOn(await incoming({ calendar: { ...DECLINED, answer: 'accepted' } }), language)).toBe('');
  });

  test('in the name of somebody else says so', async () => {
    const calendar = { ...DECLINED, answer: 'accepted', attendee: 'jan@people.test' } as const;
    expect(notesOn(await incoming({ calendar }), 'en')).toBe(
      'The answer is in the name of jan@people.test, but the mail came from ola@people.test.',
    );
  });

  test('opens no ticket when it is a click, and one when somebody wrote', async () => {
    const click = await incoming({
      calendar: DECLINED,
      classification: { class: 'auto-reply', outOfOffice: false, autoReplyAllowed: false, reasons: [] },
    });
    expect(planIntake(click, facts())).toMatchObject({
      outcome: 'automatic',
      ticket: null,
      acknowledge: null,
      message: { ticket_id: '', text: 'Declined: Excel', class: 'auto-reply' },
    });
    const letter = await incoming({ calendar: { ...DECLINED, words: 'I am ill.' } });
    expect(planIntake(letter, facts())).toMatchObject({
      outcome: 'new-ticket',
      message: { text: 'Declined: Excel\n\nI am ill.' },
      ticket: { excerpt: 'Declined: Excel I am ill.' },
    });
  });
});

describe('urgent and angry words', () => {
  const tone = readTone('Pilne! Składam reklamację, pilnie');

  test.each<[Language, string[]]>([
    ['en', ['urgent (pilne; pilnie)', 'conflict (reklamację)']],
    ['pl', ['pilne (pilne; pilnie)', 'konflikt (reklamację)']],
    ['uk', ['терміново (pilne; pilnie)', 'конфлікт (reklamację)']],
  ])('are shown in %s with the words that were found', (language, signals) => {
    expect(signalsOf(tone, language)).toEqual(signals);
  });

  test('begin a ticket with high priority, never urgent, and say why on ticket and message', async () => {
    const plan = planIntake(await incoming({ tone }), facts());
    expect(plan.birth).toMatchObject({ priority: 'high' });
    expect(plan.ticket?.signals).toEqual(['urgent (pilne; pilnie)', 'conflict (reklamację)']);
    expect(plan.message.warnings).toBe('Urgent (pilne; pilnie), conflict (reklamację).');
  });

  test('of anger alone leave the priority to people', async () => {
    const plan = planIntake(await incoming({ tone: readTone('Składam reklamację') }), facts());
    expect(plan.birth.priority).toBe('normal');
  });

  test('that are not there leave no mark', async () => {
    const plan = planIntake(await incoming(), facts());
    expect(plan.birth).toMatchObject({ priority: 'normal' });
    expect(plan.ticket?.signals).toEqual([]);
    expect(plan.message.warnings).toBe('');
  });
});

describe('a text too long for a cell', () => {
  test.each<Language>(['en', 'pl', 'uk'])(
    'is cut in %s and says which command shows the rest',
    async (language) => {
      const long = await incoming({ words: 'x'.repeat(LONGEST_CELL + 1), fullText: 'y'.repeat(60_000) });
      const { text = '', full_text = '' } = planIntake(long, facts(language)).message;
      expect(text).toHaveLength(LONGEST_CELL);
      expect(text).toMatch(/rowdesk show 3f2a91c04b7d5e68\]$/);
      expect(full_text).toMatch(/^y+\n\n.*rowdesk show 3f2a91c04b7d5e68\]$/);
    },
  );

  test('that just fits stays whole', () => {
    expect(forCell('x'.repeat(LONGEST_CELL), 'a', 'en')).toBe('x'.repeat(LONGEST_CELL));
  });

  test('is not cut inside a character', () => {
    expect(forCell('😀'.repeat(LONGEST_CELL), 'a', 'en')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});
