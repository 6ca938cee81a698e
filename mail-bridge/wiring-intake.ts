/** The composition root of intake: what mails that came in are read with, planned by and written to. No decisions here. */
import { knownToThread } from '../core/intake/known-to-thread';
import { readSessionMail, type SessionMailFacts } from '../core/intake/session-mail';
import { addressKey, domainOf } from '../core/mail/addresses';
import type { Mail } from '../core/mail/mail';
import { believed, isVouchedFor, type Standing, standingOf } from '../core/mail/standing';
import { thread } from '../core/mail/thread';
import { uidOf } from '../core/session/revision';
import { askedOf } from '../core/trainer/asked';
import { acknowledger } from './acknowledge';
import { ownAddresses } from './config/config';
import type { DeskFacts } from './desk-facts';
import { intakeProblems } from './intake/intake-problems';
import { rowIdOf } from './intake/ledger-records';
import { type PlanContext, planMail } from './intake/plan-batch';
import { type PlanSentContext, planSentMail, readSentHeader } from './intake/plan-sent';
import { heedSessionMails } from './intake/session-effects';
import type { SentContext } from './intake/spool-sent';
import type { TakeInContext } from './intake/take-in';
import { type UnderstandContext, understand } from './intake/understand';
import { readMail } from './mime/read-mail';
import { isOwnMessageId, type OwnIds, ticketOfLetter } from './outbox/colleague-mail';
import { acknowledgementLetter, type LetterContext } from './outbox/letters';
import { stopConfirmation } from './outbox/stop-confirmation';
import { noteAnswerOfPerson } from './state/exchange-memory';
import { statusAnswer } from './status-answer/status-answer';
import { type ColleagueDesk, type ColleagueDeskContext, colleagueDesk } from './trainer/colleague-desk';
import { rowsKept } from './trainer/colleague-effects';
import { correspondence } from './trainer/correspondence';
import { agentsOf } from './trainer/trainer-mail-facts';
import { waitingMails } from './trainer/waiting-mails';
import { linkToTab, loopMark, type Opened, spoolContext } from './wiring';

/** What the look at the folder of sent mails needs to know. */
export function sentContext(opened: Opened): Omit<SentContext, 'onSpooled' | 'inbox' | 'memory'> {
  const planning = planSentContext(opened);
  return {
    ...spoolContext(opened),
    read: async ({ header, internalDate }) => {
      const read = readSentHeader(await readMail(header), internalDate, planning, opened.now());
      return read.kind === 'answer' ? 'answer' : read.why;
    },
  };
}

export function takeInContext(opened: Opened): TakeInContext {
  const { state, desk, facts, now, mailbox, written, log } = opened;
  const standing = (mail: Mail) => standingFor(mail, opened);
  const understanding = understandContext(opened, standing);
  const planningSent = planSentContext(opened);
  const colleagues = colleagueDesk(colleagueContext(opened, (spooled) => understand(spooled, understanding)));
  const planning = planContext(opened, standing, colleagues);
  return {
    ledger: state.ledger,
    desk,
    tickets: state.tickets,
    written,
    log,
    understand: (spooled) => understand(spooled, understanding),
    planBegins: colleagues.planBegins,
    async plan(spooled, incoming) {
      const planned =
        spooled.folder === 'sent'
          ? planSentMail(spooled, incoming, planningSent)
          : await planMail(spooled, incoming, planning);
      colleagues.noted(planned);
      return planned;
    },
    problems: intakeProblems(() => facts().settings.language, now),
    onRefused(planned) {
      const { spooled, plan, acknowledgement } = planned;
      colleagues.refused(planned);
      const kept = rowsKept(plan, planned.colleague);
      if (kept !== null) state.tickets.keep({ ...kept, rows: -kept.rows });
      state.seen.forget(rowIdOf(spooled));
      if (acknowledgement) planning.takeBack(acknowledgement);
      if (plan?.ticket?.opened) state.tickets.forget(plan.ticket.ticketId);
    },
    onWritten(planned) {
      heedSessionMails(planned, { book: state.book, notes: state.notes, now, log });
      colleagues.written(planned);
    },
    onDone: (planned) => {
      for (const { acknowledgement } of planned) if (acknowledgement) state.book.admit(acknowledgement);
      for (const { plan } of planned)
        if (plan?.answered) noteAnswerOfPerson(state.exchanges, plan.answered.to);
      const connected = mailbox();
      const here = planned.filter(({ spooled }) => spooled.epoch === connected?.epoch);
      connected?.markDone(here.map(({ spooled }) => spooled.uid)).catch(() => undefined);
    },
  };
}

function standingFor(mail: Mail, { config, facts }: Opened): Standing {
  return standingOf(mail, { team: facts().teamAddresses, authservId: config.authservId });
}

function understandContext(opened: Opened, standing: (mail: Mail) => Standing): UnderstandContext {
  const { config, state, facts } = opened;
  const { spool, keys } = state;
  return {
    spool,
    ownAddresses: ownAddresses(config),
    ownMessageId: (id) => isOwnMessageId(id, ownIds(opened)),
    ownLoopMark: (mark, messageId) => mark === loopMark(keys, messageId),
    isColleague: (mail) => standing(mail) === 'colleague',
    answersOurLetter(mail) {
      const { all, others } = agentsOf(facts().team);
      return askedOf(mail, { agents: all, others, keys }) !== null;
    },
    toneWords: () => facts().toneWords,
  };
}

function planContext(
  opened: Opened,
  standing: (mail: Mail) => Standing,
  colleagues: ColleagueDesk,
): PlanContext {
  const { config, state, facts, now, log } = opened;
  const { tickets, keys, seen, book, brake, exchanges } = state;
  const { acknowledge, answer, takeBack } = acknowledger({
    book,
    brake,
    exchanges,
    facts,
    isInRoster: (address) => isInRoster(address, facts()),
    now,
    write: (answered, language, ticket) =>
      acknowledgementLetter(answered, language, ticket, letterContext(opened)),
    log,
  });
  return {
    tickets,
    hmac: keys[0],
    seen,
    colleague: colleagues.plan,
    firmLanguage: () => facts().settings.language,
    senderIs: standing,
    now,
    rosterLanguage: (address) => facts().languageOf(address),
    thread: ({ mail, receivedAt }) =>
      believed(mail, thread(mail, knownToThread(tickets, keys, receivedAt)), config.authservId),
    acknowledge,
    takeBack,
    heard: exchanges.heard,
    sessionMail: (incoming) =>
      readSessionMail(incoming, sessionMailFacts(incoming.mail, standing(incoming.mail), opened)),
    confirmStop: (stop, wish, receivedAt) =>
      answer(stop.email, receivedAt, () =>
        stopConfirmation(stop, wish, receivedAt, facts().participants, letterContext(opened)),
      ),
    ticketOfLetter: (messageId) => ticketOfLetter(messageId, ownIds(opened)),
    statusAnswer: (incoming, verdict) =>
      statusAnswer(incoming, {
        verdict,
        sender: standing(incoming.mail),
        authservId: config.authservId,
        book,
        ownAddresses: [...ownAddresses(config), facts().settings.support_address],
        now: now(),
        ticketRows: async () => Array.from((await colleagues.ticketRows()).values()),
        tickets,
        participants: facts().participants,
        answer,
        letter: letterContext(opened),
      }),
  };
}

function colleagueContext(
  opened: Opened,
  readAgain: ColleagueDeskContext['readAgain'],
): ColleagueDeskContext {
  const { config, state, desk, facts, offset, now, written } = opened;
  const { tickets, keys, book, ledger, notes } = state;
  const { google, spreadsheetId, authservId } = config;
  const isLocal = google.kind === 'local';
  return {
    facts,
    own: ownAddresses(config),
    authservId,
    spreadsheetId: isLocal ? '' : spreadsheetId,
    keys,
    hmac: keys[0],
    tickets,
    book,
    outbox: book,
    wasWritten: (row) => written.has(row),
    notes,
    desk,
    ownMessageId: (id) => isOwnMessageId(id, ownIds(opened)),
    waiting: waitingMails(ledger.history(), tickets.goesOnIn),
    correspondence: correspondence(book, ledger.history(), tickets.goesOnIn),
    letter: () => ({ ...letterContext(opened), facts: facts() }),
    linkTo: () => (isLocal ? '' : linkToTab(spreadsheetId, 'tickets')),
    readAgain,
    offset,
    now,
  };
}

function planSentContext(opened: Opened): PlanSentContext {
  const { config, state, facts } = opened;
  const { tickets, keys, seen } = state;
  return {
    tickets,
    seen,
    firmLanguage: () => facts().settings.language,
    factsAt: (sentAt) => ({
      own: ownAddresses(config),
      isColleague: (address) => facts().teamAddresses.has(addressKey(address)),
      ownMessageId: (id) => isOwnMessageId(id, ownIds(opened)),
      keys,
      known: knownToThread(tickets, keys, sentAt),
      ticket: tickets.get,
      sentAt,
    }),
  };
}

/** By what a Message-ID of ours is known. */
function ownIds({ state: { book, keys }, facts }: Opened): OwnIds {
  return { book, keys, team: () => facts().teamAddresses };
}

function sessionMailFacts(mail: Mail, sender: Standing, { config, state, facts }: Opened): SessionMailFacts {
  const { authservId } = config;
  const { sessions } = facts();
  const domain = domainOf(config.support.address);
  return {
    mailOf: state.sessionMails.mailOf,
    mailOfToken: state.sessionMails.mailOfToken,
    sessionOfUid: (uid) => sessions.find(({ id }) => uidOf(id, domain) === uid)?.id ?? null,
    sessionOf: (id) => (id === '' ? null : (sessions.find((session) => session.id === id) ?? null)),
    isInRoster: (address) => isInRoster(address, facts()),
    sender,
    isVouchedFor: authservId === undefined ? null : isVouchedFor(mail, authservId),
  };
}

function isInRoster(address: string, { participants }: DeskFacts): boolean {
  return participants.some(({ email }) => addressKey(email) === addressKey(address));
}

function letterContext({ config, state, facts, offset, now }: Opened): LetterContext {
  const { address } = config.support;
  return {
    facts: facts(),
    keys: state.keys,
    domain: domainOf(address),
    supportAddress: address,
    offset,
    now: now(),
  };
}
