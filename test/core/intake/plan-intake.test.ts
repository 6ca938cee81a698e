import type { IncomingMail } from '../../../core/intake/incoming';
import type { KnownTicket } from '../../../core/intake/known-tickets';
import { type IntakeFacts, planIntake } from '../../../core/intake/plan-intake';
import type { MailClass } from '../../../core/mail/classify-rules';
import type { Mail } from '../../../core/mail/mail';
import { NO_TONE } from '../../../core/mail/tone';
import { parseTicketId, type TicketId } from '../../../core/ticket/ticket-id';
import { instant, MS_PER_DAY } from '../../../core/time/instant';
import { readMail } from '../../../mail-bridge/mime/read-mail';

const NOW = instant(Date.UTC(2026, 10, 23, 9, 0));

function ticketId(written: string): TicketId {
  const id = parseTicketId(written);
  if (id === null) throw new Error(`${written} is no ticket id`);
  return id;
}
const OLD = ticketId('T-7K3Q9');
const FRESH = ticketId('T-NEW77');

async function incoming(change: Partial<IncomingMail> & { class?: MailClass } = {}): Promise<IncomingMail> {
  const mail = await readMail(
    Buffer.from('From: Ola <ola@people.test>\r\nTo: help@firm.test\r\nSubject: Link\r\n\r\nWhere is it?\r\n'),
  );
  const kind = change.class ?? 'human';
  return {
    mail,
    classification: { class: kind, outOfOffice: false, autoReplyAllowed: kind === 'human', reasons: [] },
    bounce: null,
    words: 'Where is it?',
    fullText: 'Where is it?',
    language: 'en',
    forwardedFrom: null,
    calendar: null,
    tone: NO_TONE,
    receivedAt: NOW,
    original: 'a'.repeat(64),
    ...change,
  };
}

function facts(change: Partial<IntakeFacts> = {}): IntakeFacts {
  return {
    verdict: { kind: 'new', pointsTo: null, pointedBy: null },
    bouncedTicket: null,
    knownTicket: () => null,
    mint: () => FRESH,
    messageRowId: 'in:1',
    sender: 'other',
    now: NOW,
    firmLanguage: 'pl',
    rosterLanguage: null,
    ...change,
  };
}
const REPLY = { kind: 'reply', ticket: OLD, by: 'own-message-id', as: 'participant' } as const;

describe('what becomes of a mail', () => {
  it('a stranger’s mail opens a ticket and is acknowledged in its language', async () => {
    const plan = planIntake(await incoming(), facts());
    expect(plan).toMatchObject({
      outcome: 'new-ticket',
      related: null,
      ticket: { ticketId: FRESH, opened: true, human: true, from: 'ola@people.test' },
      acknowledge: { to: 'ola@people.test', language: 'en' },
    });
  });

  it('a participant’s answer moves their ticket and is not acknowledged again', async () => {
    const plan = planIntake(await incoming(), facts({ verdict: REPLY }));
    expect(plan).toMatchObject({
      outcome: 'reply',
      ticket: { ticketId: OLD, human: true },
      acknowledge: null,
    });
  });

  it('a sender who may be anybody gets a ticket of its own that points to the other', async () => {
    const plan = planIntake(await incoming(), facts({ verdict: { ...REPLY, as: 'unverified' } }));
    expect(plan).toMatchObject({ outcome: 'new-ticket', ticket: { ticketId: FRESH }, related: OLD });
  });

  it('a stranger who quotes a number gets a ticket that points to it', async () => {
    const verdict = { kind: 'new', pointsTo: OLD, pointedBy: 'subject-token' } as const;
    expect(planIntake(await incoming(), facts({ verdict }))).toMatchObject({
      outcome: 'new-ticket',
      related: OLD,
    });
  });

  it('a colleague who writes into a ticket leaves a note, which moves nothing', async () => {
    const verdict = { kind: 'new', pointsTo: OLD, pointedBy: 'subject-token' } as const;
    const plan = planIntake(await incoming(), facts({ verdict, sender: 'colleague' }));
    expect(plan).toMatchObject({ outcome: 'agent-reply', ticket: { ticketId: OLD, human: false } });
    expect(plan.message.direction).toBe('note');
  });

  it('a colleague who was shown the conversation leaves a note as well, and a claimed one a ticket', async () => {
    const shown = await incoming();
    expect(planIntake(shown, facts({ verdict: REPLY, sender: 'colleague' }))).toMatchObject({
      outcome: 'agent-reply',
      ticket: { ticketId: OLD, human: false, shownTo: [] },
    });
    expect(planIntake(shown, facts({ verdict: REPLY, sender: 'claims-colleague' }))).toMatchObject({
      outcome: 'new-ticket',
      related: OLD,
    });
  });

  it('a colleague in a ticket of their own is the one who asks', async () => {
    const own = { requesterEmail: 'Ola@people.test', language: 'pl' } as KnownTicket;
    const plan = planIntake(
      await incoming(),
      facts({ verdict: REPLY, sender: 'claims-colleague', knownTicket: () => own }),
    );
    expect(plan).toMatchObject({ outcome: 'reply', ticket: { ticketId: OLD, human: true } });
  });

  it('whoever gets a copy of a mail may go on with its ticket, but a mailing is no conversation', async () => {
    const plan = planIntake(await incoming(), facts());
    expect(plan.ticket?.shownTo).toEqual(['help@firm.test']);
    const crowd = Array.from({ length: 51 }, (_, n) => `p${n}@people.test`).join(', ');
    const mailing = await readMail(Buffer.from(`From: ola@people.test\r\nTo: ${crowd}\r\n\r\nHello\r\n`));
    expect(planIntake(await incoming({ mail: mailing }), facts()).ticket?.shownTo).toEqual([]);
  });

  it('nobody becomes a colleague by saying so, and nobody on the team is acknowledged', async () => {
    const verdict = { kind: 'new', pointsTo: OLD, pointedBy: 'subject-token' } as const;
    const plan = planIntake(await incoming(), facts({ verdict, sender: 'claims-colleague' }));
    expect(plan).toMatchObject({ outcome: 'new-ticket', related: OLD, acknowledge: null });
  });

  it.each<[MailClass, string]>([
    ['auto-reply', 'automatic'],
    ['report', 'automatic'],
    ['loop', 'loop-stopped'],
    ['bounce', 'bounce'],
  ])('%s mail is kept with its ticket as %s, moves nothing and is never answered', async (kind, outcome) => {
    const plan = planIntake(await incoming({ class: kind }), facts({ verdict: REPLY }));
    expect(plan).toMatchObject({ outcome, ticket: { ticketId: OLD, human: false }, acknowledge: null });
  });

  it('a mail that failed for good is reported; a delayed one is not', async () => {
    const bounced = async (action: 'failed' | 'delayed') =>
      planIntake(
        await incoming({
          class: 'bounce',
          bounce: {
            recipients: [{ address: 'ola@people.test', status: '5.1.1', action }],
            originalMessageId: '<m@x>',
          },
        }),
        facts({ bouncedTicket: OLD }),
      ).undelivered;
    expect(await bounced('failed')).toEqual({ ticketId: OLD, address: 'ola@people.test', status: '5.1.1' });
    expect(await bounced('delayed')).toBeNull();
  });

  it.each<[string, Partial<Mail>, Partial<IncomingMail>]>([
    ['a From header with faults', { fromProblems: ['more-than-one-header'] }, {}],
    ['an address that programs read differently', { from: { address: 'a b@x.test', name: '' } }, {}],
    ['a mail that lay for more than a day', {}, { receivedAt: instant(NOW - MS_PER_DAY - 1) }],
    [
      'the person inside a forwarded mail',
      {},
      { forwardedFrom: { address: 'jan@people.test', name: 'Jan' } },
    ],
  ])('is not acknowledged: %s', async (_name, change, more) => {
    const base = await incoming(more);
    // Object.assign and not a spread: the text forms of a mail are made when they are asked for.
    const mail = Object.assign(Object.create(base.mail) as Mail, change);
    expect(planIntake({ ...base, mail }, facts()).acknowledge).toBeNull();
  });

  it.each([
    ['Fwd: Cannot log in', 'Cannot log in'],
    ['PD: Fwd: Nie mogę się zalogować', 'Nie mogę się zalogować'],
    ['Пересл: Не можу увійти', 'Не можу увійти'],
  ])('the ticket of the person inside %j is called %j', async (subject, called) => {
    const base = await incoming({ forwardedFrom: { address: 'jan@people.test', name: 'Jan' } });
    const mail = Object.assign(Object.create(base.mail) as Mail, { subject });
    const { ticket, message } = planIntake({ ...base, mail }, facts());
    expect([ticket?.subject, message.subject]).toEqual([called, subject]);
  });

  it('cuts the excerpt between characters, never inside one', async () => {
    const plan = planIntake(await incoming({ words: '😀'.repeat(400) }), facts());
    expect(plan.ticket?.excerpt).toMatch(/^(?:😀)+…$/u);
  });

  it('knows the language from the roster before it guesses, and the firm’s when nobody can tell', async () => {
    const language = async (more: Partial<IntakeFacts>, own: IncomingMail['language']) =>
      planIntake(await incoming({ language: own }), facts(more)).ticket?.language;
    expect(await language({ rosterLanguage: 'uk' }, 'en')).toBe('uk');
    expect(await language({}, 'en')).toBe('en');
    expect(await language({}, null)).toBe('pl');
  });
});

describe('a mere thank-you', () => {
  const thanks = { words: 'Thank you, that solved it!', fullText: 'Thank you, that solved it!' };
  /** In reply to a mail of ours. */
  const answer = async (change: Partial<IncomingMail>, subject = 'Re: Link'): Promise<IncomingMail> => {
    const plain = await incoming(change);
    return { ...plain, mail: { ...plain.mail, subject } };
  };

  it('into a ticket is shown like any answer, and says why the status stays', async () => {
    const plan = planIntake(await answer(thanks), facts({ verdict: REPLY }));
    expect(plan).toMatchObject({
      outcome: 'reply',
      ticket: { ticketId: OLD, human: true, onlyThanks: true },
      message: { text: thanks.words, warnings: expect.stringContaining('Samo podziękowanie') },
    });
  });

  it.each<[string, Partial<IncomingMail>, Partial<IntakeFacts>]>([
    ['that opens a ticket: nobody would see it otherwise', thanks, {}],
    ['with an objection', { words: 'Thanks, but it still does not work' }, { verdict: REPLY }],
    [
      'that forwards somebody’s mail',
      { ...thanks, forwardedFrom: { address: 'jan@people.test', name: '' } },
      { verdict: REPLY },
    ],
  ])('%s counts as a message', async (_, change, known) => {
    const plan = planIntake(await answer(change), facts(known));
    expect(plan.ticket).toMatchObject({ human: true, onlyThanks: false });
  });

  it('under a subject of its own counts as a message', async () => {
    const plan = planIntake(await answer(thanks, 'Still no sound'), facts({ verdict: REPLY }));
    expect(plan.ticket).toMatchObject({ onlyThanks: false });
  });

  it('with a file counts as a message', async () => {
    const plain = await answer(thanks);
    const file = {
      filename: 'error.png',
      type: 'image/png',
      size: 1,
      sha256: '',
      contentId: null,
      inline: false,
    };
    const withFile = { ...plain, mail: { ...plain.mail, attachments: [file] } };
    expect(planIntake(withFile, facts({ verdict: REPLY })).ticket).toMatchObject({ onlyThanks: false });
  });
});
