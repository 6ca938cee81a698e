/** Everybody around the bridge: participants who write, colleagues who answer in the Sheet or by mail, robots. They note down what they did. */
import type { Row } from '../../core/workbook/rows';
import type { Dovecot } from '../../test/bench/dovecot';
import type { RecordingSmtp } from '../../test/bench/recording-smtp';
import { acceptedMails } from './accepted';
import { agents } from './agents';
import type { AgentMail, AskedMail, DeliveredMail } from './evidence';
import { sha256, type WrittenMail, writeBounce, writeMail } from './letters';
import type { Random } from './random';
import type { SheetWorld } from './sheet-world';
import type { WorldClock } from './world-clock';

export interface People {
  readonly delivered: readonly DeliveredMail[];
  readonly asked: readonly AskedMail[];
  readonly agentMails: readonly AgentMail[];
  /** Some of them act, as chance will have it; a question comes in any case. */
  act(random: Random): Promise<void>;
  /**
   * A requester writes again, by answering our acknowledgement. @returns the question that began the conversation; null:
   * nobody has had an acknowledgement yet
   */
  answer(random: Random, ticketId?: string): Promise<DeliveredMail | null>;
}

export interface PeopleOptions {
  readonly dovecot: Dovecot;
  readonly address: string;
  /** The folder that the bridge reads. */
  readonly folder: string;
  readonly smtp: RecordingSmtp;
  readonly sheet: SheetWorld;
  readonly clock: WorldClock;
  /** Begins every mark of this world. */
  readonly name: string;
  /** What was in the folder of sent mails before the first look is left alone. */
  readonly isSentFolderWatched: () => boolean;
}

export const SENT_FOLDER = 'Sent';

/** What a server may deliver twice. */
const COPIED: ReadonlySet<string> = new Set<DeliveredMail['kind']>(['question', 'answer', 'agent']);
const COLLEAGUE = 'anna@firm.test';

function ticketIn(subject: string): string {
  return /T-[0-9A-Z]{5,12}/.exec(subject)?.[0] ?? '';
}

export function people(options: PeopleOptions): People {
  const { dovecot, address, folder, smtp, sheet, clock, name, isSentFolderWatched } = options;
  const delivered: DeliveredMail[] = [];
  const asked: AskedMail[] = [];
  const sent = new Map<string, Buffer>();
  let count = 0;

  const mark = () => {
    count += 1;
    return `${name}m${count}x`;
  };
  const deliver = async (
    mail: WrittenMail,
    about: Pick<DeliveredMail, 'mark' | 'from' | 'kind' | 'belongsTo'>,
    into: string = folder,
  ) => {
    // Noted first: what is delivered may be taken in at once.
    delivered.push({
      ...about,
      messageId: mail.messageId,
      sha256: sha256(mail.raw),
      attachments: mail.attachments,
      owedAcknowledgement: about.kind === 'question',
    });
    sent.set(about.mark, mail.raw);
    await dovecot.deliver(address, mail.raw, into, new Date(clock.now()));
  };
  /** Questions whose writer was told that they came in, with that mail. */
  const acknowledged = async () => {
    const accepted = await acceptedMails(smtp);
    return delivered.flatMap((question) => {
      if (question.kind !== 'question') return [];
      const told = accepted.find(
        ({ inReplyTo, autoSubmitted }) => inReplyTo === question.messageId && autoSubmitted !== '',
      );
      return told ? [{ question, told }] : [];
    });
  };

  const askedIn = new Set<string>();
  const team = agents({
    sheet,
    smtp,
    clock,
    address,
    delivered,
    mark,
    deliver,
    isTaken: (ticketId) => askedIn.has(ticketId),
  });

  const question = async (random: Random) => {
    const own = mark();
    // A person and a domain for each: the caps on automatic mail are not what is looked for here.
    const from = `p${count}@d${count % 40}.test`;
    const files = random.chance(0.4) ? 1 + random.below(2) : 0;
    const mail = await writeMail(
      { mark: own, from, to: address, date: new Date(clock.now()), files },
      random,
    );
    await deliver(mail, { mark: own, from, kind: 'question', belongsTo: null });
  };
  const answer = async (random: Random, ticketId = '') => {
    const [first, ...others] = (await acknowledged()).filter(({ told }) => told.subject.includes(ticketId));
    if (!first) return null;
    const { question: asking, told } = random.pick([first, ...others]);
    const own = mark();
    const mail = await writeMail(
      {
        mark: own,
        from: asking.from,
        to: address,
        date: new Date(clock.now()),
        answers: told,
        files: random.below(2),
      },
      random,
    );
    await deliver(mail, { mark: own, from: asking.from, kind: 'answer', belongsTo: asking.mark });
    return asking;
  };
  const copy = async (random: Random) => {
    const [first, ...others] = delivered.filter(({ kind }) => COPIED.has(kind));
    if (!first) return;
    const original = random.pick([first, ...others]);
    delivered.push({ ...original, kind: 'copy', owedAcknowledgement: false });
    const raw = sent.get(original.mark);
    if (raw) await dovecot.deliver(address, raw, folder, new Date(clock.now()));
  };
  const robot = async (random: Random) => {
    const own = mark();
    const [first, ...others] = await acknowledged();
    const away = first && random.chance(0.7) ? random.pick([first, ...others]) : null;
    const from = away?.question.from ?? `robot${count}@plant.test`;
    const mail = await writeMail(
      {
        mark: own,
        from,
        to: address,
        date: new Date(clock.now()),
        headers: { 'Auto-Submitted': away ? 'auto-replied' : 'auto-generated' },
        ...(away ? { answers: away.told } : {}),
      },
      random,
    );
    await deliver(mail, { mark: own, from, kind: 'robot', belongsTo: away?.question.mark ?? null });
  };
  const bounce = async (random: Random) => {
    const [first, ...others] = await acknowledged();
    if (!first) return;
    const { question: asking, told } = random.pick([first, ...others]);
    const own = mark();
    const mail = writeBounce(own, { messageId: told.messageId, to: asking.from }, address);
    await deliver(mail, {
      mark: own,
      from: 'MAILER-DAEMON@mx.people.test',
      kind: 'bounce',
      belongsTo: asking.mark,
    });
  };
  const ask = async (random: Random) => {
    const tickets = (await sheet.rows('tickets')).filter(
      ({ id, requester_email }) => requester_email !== '' && !team.hold(id),
    );
    const [first, ...others] = tickets;
    if (!first) return;
    const ticket: Row<'tickets'> = random.pick([first, ...others]);
    const own = mark();
    const row = {
      key: `asked-${own}`,
      kind: 'reply',
      ticket_id: ticket.id,
      to: ticket.requester_email,
      subject: `Re: ${ticket.subject} ${own}`,
      body: `Please try again. ${own}`,
      language: 'en',
      created_at: clock.now(),
      created_by: COLLEAGUE,
      state: 'queued',
    };
    asked.push({ mark: own, key: row.key, to: row.to });
    askedIn.add(ticket.id);
    await sheet.append('outbox', [row]);
  };

  /** A colleague answers in the shared mailbox itself, past the bridge. */
  const direct = async (random: Random) => {
    if (!isSentFolderWatched()) return;
    const [first, ...others] = (await acknowledged()).filter(
      ({ told }) => !team.hold(ticketIn(told.subject)),
    );
    if (!first) return;
    const { question: asking, told } = random.pick([first, ...others]);
    const own = mark();
    const mail = await writeMail(
      {
        mark: own,
        from: address,
        to: asking.from,
        date: new Date(clock.now()),
        answers: { messageId: asking.messageId, subject: `Question ${asking.mark}` },
      },
      random,
    );
    askedIn.add(ticketIn(told.subject));
    await deliver(mail, { mark: own, from: address, kind: 'direct', belongsTo: asking.mark }, SENT_FOLDER);
  };

  return {
    delivered,
    asked,
    agentMails: team.mails,
    answer,
    async act(random) {
      await question(random);
      if (random.chance(0.3)) await question(random);
      if (random.chance(0.4)) await answer(random);
      if (random.chance(0.15)) await copy(random);
      if (random.chance(0.1)) await robot(random);
      if (random.chance(0.07)) await bounce(random);
      if (random.chance(0.5)) await ask(random);
      if (random.chance(0.6)) await team.write(random);
      if (random.chance(0.6)) await team.tell(random);
      if (random.chance(0.2)) await direct(random);
    },
  };
}
