/**
 * What a colleague's mail about a ticket comes to: its row, what is asked of the tracker, the answer to the participant,
 * letters to the colleague. The reading is core's (core/trainer/trainer-mail.ts); here each kind of it is carried out, as
 * far as it can be before anything is written.
 */
import type { IncomingMail } from '../../core/intake/incoming';
import { messageRowId } from '../../core/intake/message-row-id';
import type { IntakePlan } from '../../core/intake/plan-intake';
import type { Language } from '../../core/language';
import type { ThreadVerdict } from '../../core/mail/thread';
import { leftOutInWords } from '../../core/outbox/left-out-words';
import { relayKey } from '../../core/outbox/outbox-row';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { mintTicketId, type TicketId } from '../../core/ticket/ticket-id';
import { answerRow, colleaguePlan, commandRows, teamNote } from '../../core/trainer/colleague-rows';
import { directAnswer } from '../../core/trainer/direct-answer';
import { directOpening } from '../../core/trainer/direct-opening';
import { disbeliefWords, misunderstandingWords, noteReasonWords } from '../../core/trainer/fault-words';
import { keptWords } from '../../core/trainer/kept-words';
import { readTrainerMail } from '../../core/trainer/trainer-mail';
import type { TrainerMailInput } from '../../core/trainer/trainer-mail-input';
import type { Agent, Misunderstanding, TrainerMail } from '../../core/trainer/trainer-mail-types';
import type { RowChange } from '../../core/workbook/rows';
import { rowIdOf, type SpooledRecord } from '../intake/ledger-records';
import type { Hmac } from '../keys';
import type { OutboxBook } from '../outbox/outbox-book';
import { type ColleagueEffects, NO_EFFECTS, type Waits } from './colleague-effects';
import {
  type ColleagueLetterContext,
  colleagueLetter,
  type LetterAbout,
  languageOfColleague,
} from './colleague-letters';
import { TOLD } from './correspondence';
import { type RelayContext, relayMail } from './relay-mail';
import { agentsOf, type TicketFile, type TrainerMailContext, trainerMailFacts } from './trainer-mail-facts';
import type { WaitingMail } from './waiting-mails';

export interface ColleagueMailContext extends TrainerMailContext {
  readonly hmac: Hmac;
  readonly book: Pick<OutboxBook, 'mailOf' | 'lettersTo'>;
  readonly letter: () => RelayContext['letter'];
  readonly linkTo: ColleagueLetterContext['linkTo'];
  /** Reads a mail that has waited. Rejects when its original is gone. */
  readonly readAgain: (spooled: SpooledRecord) => Promise<IncomingMail>;
}

export interface PlannedColleagueMail {
  readonly plan: IntakePlan;
  readonly effects: ColleagueEffects;
}

/** Help is for people; whoever gets this much of it in a day is a program, or needs a person. */
const MOST_HELP_A_DAY = 5;

/** @returns null for a mail that is taken in like any other */
export async function planColleagueMail(
  spooled: SpooledRecord,
  incoming: IncomingMail,
  verdict: ThreadVerdict,
  context: ColleagueMailContext,
): Promise<PlannedColleagueMail | null> {
  const { team } = context.facts();
  const gathered = await trainerMailFacts(incoming, verdict, agentsOf(team), context);
  if (gathered === null) return null;
  const row = rowIdOf(spooled);
  const { file } = gathered;
  // Planned before a crash, its answer is on the way: nobody was faster.
  const isOnItsWay = context.correspondence.has(relayKey(row));
  const input = isOnItsWay ? alone(gathered.input) : gathered.input;
  const reading = readTrainerMail(input);
  if (reading.kind === 'direct') return direct(reading, incoming, spooled, input, context);
  if (reading.kind === 'none' || file === null) return null;
  return new ColleagueMail(row, incoming, file, context).carryOut(reading);
}

/** As if nobody else had answered. */
function alone(input: TrainerMailInput): TrainerMailInput {
  return input.ticket === null ? input : { ...input, ticket: { ...input.ticket, given: [] } };
}

/** The participant has the colleague's words already. */
function direct(
  reading: Extract<TrainerMail, { kind: 'direct' }>,
  incoming: IncomingMail,
  spooled: SpooledRecord,
  { agents, own }: TrainerMailInput,
  { tickets, facts, hmac }: ColleagueMailContext,
): PlannedColleagueMail | null {
  const settings = facts().settings;
  const common = {
    own,
    isColleague: (address: string) => agents.at(address) !== null,
    messageRowId: rowIdOf(spooled),
    firmLanguage: settings.language,
  };
  if (reading.ticket === null) {
    const ticketId = mintTicketId(hmac(`ticket|${spooled.name}`), (id) => tickets.get(id) !== null);
    const language = facts().languageOf(reading.to) ?? incoming.language ?? settings.language;
    return {
      plan: directOpening(incoming, {
        ...common,
        ticketId,
        agent: reading.agent,
        requester: reading.to,
        language,
      }),
      effects: NO_EFFECTS,
    };
  }
  const ticket = tickets.get(reading.ticket);
  if (ticket === null) return null;
  return {
    plan: directAnswer(incoming, { ...common, ticketId: reading.ticket, ticket }),
    effects: NO_EFFECTS,
  };
}

type CarriedOut = Exclude<TrainerMail, { kind: 'none' | 'direct' }>;

/** One mail of a colleague about one ticket. */
class ColleagueMail {
  readonly #firmLanguage: Language;
  readonly #ticketLanguage: Language;
  readonly #words: ReturnType<typeof keptWords>;

  constructor(
    private readonly row: string,
    private readonly incoming: IncomingMail,
    private readonly file: TicketFile,
    private readonly context: ColleagueMailContext,
  ) {
    this.#firmLanguage = context.facts().settings.language;
    this.#ticketLanguage = file.known?.language ?? this.#firmLanguage;
    this.#words = keptWords(this.#firmLanguage);
  }

  async carryOut(reading: CarriedOut): Promise<PlannedColleagueMail> {
    const { row } = this;
    switch (reading.kind) {
      case 'answer':
        return this.#answer(reading);
      case 'note':
        return this.#note(reading);
      case 'orders':
        return this.#kept(reading.ticket, '', { commands: this.#commands(reading) });
      case 'held':
        return this.#kept(reading.ticket, this.#words.held(reading.by?.name ?? ''), {
          waits: { for: 'send', ticketId: reading.ticket, agent: reading.agent.email },
          mails: this.#letters({
            ...this.#about(reading, 'answer_held', TOLD.held + row),
            colleague: reading.by?.name ?? '',
          }),
        });
      case 'release':
        return this.#release(reading);
      case 'misunderstood':
        return this.#misunderstood(reading, reading.faults);
      case 'disbelieved':
        return this.#disbelieved(reading);
      case 'other-address':
        return this.#otherAddress(reading);
      case 'confirms-address':
        return this.#confirmed(reading);
      case 'away':
        return this.#away(reading);
    }
  }

  #answer(reading: Extract<CarriedOut, { kind: 'answer' }>): PlannedColleagueMail {
    const out = this.#relayed(reading, this.row, this.incoming, '');
    if (out === null) return this.#brokenTemplate(reading);
    const { message, mails } = out;
    return {
      plan: colleaguePlan('agent-reply', message),
      effects: { ...NO_EFFECTS, mails, commands: this.#commands(reading) },
    };
  }

  /**
   * The answer as its row and as its mails: to the participant, and to the colleague where a file does not go with it.
   *
   * @param row id in Messages of the mail that holds the words
   */
  #relayed(
    { ticket, agent, words, template, resolve }: Extract<CarriedOut, { kind: 'answer' }>,
    row: string,
    incoming: IncomingMail,
    why: string,
  ): { readonly message: RowChange<'messages'>; readonly mails: readonly OutgoingMail[] } | null {
    const { context, file } = this;
    const { mail, original } = incoming;
    const relay = { messageRowId: row, ticketId: ticket, agent, words, template, resolve, mail, original };
    const written = relayMail(relay, {
      letter: context.letter(),
      ticket: file.known,
      row: file.row,
      own: context.own,
    });
    if (written === null) return null;
    const { messageId, to, text } = written.mail;
    const { team } = context.facts();
    const language = languageOfColleague(agent, team, this.#firmLanguage);
    const letters =
      written.leftOut.length === 0
        ? []
        : this.#letters({
            ...this.#about({ ticket, agent }, 'command_refused', TOLD.files + row),
            help: leftOutInWords(written.leftOut, language),
          });
    const missing = written.leftOut.length === 0 ? '' : leftOutInWords(written.leftOut, this.#firmLanguage);
    return {
      message: answerRow(
        incoming,
        ticket,
        // A template may need no words of the colleague's.
        { words: words === '' ? text : words, relayed: messageId, to },
        { ...this.#rowFacts([why, missing].filter((part) => part !== '').join(' ')), messageRowId: row },
      ),
      mails: [written.mail, ...letters],
    };
  }

  #brokenTemplate(reading: Extract<CarriedOut, { kind: 'answer' }>): PlannedColleagueMail {
    const line = `#template ${reading.template}`;
    return this.#misunderstood(reading, [{ kind: 'unknown-value', line, known: [] }]);
  }

  #note(reading: Extract<CarriedOut, { kind: 'note' }>): PlannedColleagueMail {
    const { ticket, agent, why, words } = reading;
    const { team } = this.context.facts();
    const language = languageOfColleague(agent, team, this.#firmLanguage);
    // Whoever wrote a note, or to somebody else, expects nothing to reach the participant.
    const isExpected = why === 'said-so' || why === 'written-to-others';
    const said = why === 'said-so' ? '' : noteReasonWords(why, this.#firmLanguage);
    const letters = isExpected ? [] : this.#toldOnceOfNote(ticket, agent, noteReasonWords(why, language));
    return {
      plan: colleaguePlan('agent-reply', teamNote(this.incoming, ticket, words, this.#rowFacts(said))),
      effects: { ...NO_EFFECTS, commands: this.#commands(reading), mails: letters },
    };
  }

  #toldOnceOfNote(ticket: TicketId, agent: Agent, help: string): readonly OutgoingMail[] {
    const key = `${TOLD.note}${ticket}:${agent.email}`;
    return this.#once({ ...this.#about({ ticket, agent }, 'commands_help', key), help: `- ${help}` });
  }

  async #release(reading: Extract<CarriedOut, { kind: 'release' }>): Promise<PlannedColleagueMail> {
    const held = this.context.waiting.get(reading.held);
    const again = held === null ? null : await this.#readWaiting(held);
    if (held === null || again === null || again.reading.kind !== 'answer') {
      const faults: readonly Misunderstanding[] =
        again?.reading.kind === 'misunderstood' ? again.reading.faults : [{ kind: 'nothing-held' }];
      return this.#misunderstood(reading, faults);
    }
    const out = this.#relayed(again.reading, reading.held, again.incoming, this.#words.released);
    if (out === null) return this.#brokenTemplate(again.reading);
    const commands = this.#commands({ ...reading, orders: [...again.reading.orders, ...reading.orders] });
    return this.#kept(reading.ticket, '', {
      commands,
      messages: [{ ...out.message, id: sentLater(reading.held) }],
      mails: out.mails,
      released: [reading.held],
    });
  }

  /** As if it came now, and nobody had answered since. null: its original is not there any more. */
  async #readWaiting({
    spooled,
    waits,
  }: WaitingMail): Promise<{ readonly incoming: IncomingMail; readonly reading: TrainerMail } | null> {
    const { context } = this;
    let incoming: IncomingMail;
    try {
      incoming = await context.readAgain(spooled);
    } catch {
      return null;
    }
    const { team } = context.facts();
    const confirmed = waits.for === 'address' ? { agent: waits.agent, address: waits.address } : undefined;
    const nowhere: ThreadVerdict = { kind: 'new', pointsTo: waits.ticketId, pointedBy: null };
    const gathered = await trainerMailFacts(incoming, nowhere, agentsOf(team, confirmed), context);
    return gathered === null ? null : { incoming, reading: readTrainerMail(alone(gathered.input)) };
  }

  #misunderstood(
    { ticket, agent }: { readonly ticket: TicketId; readonly agent: Agent },
    faults: readonly Misunderstanding[],
  ): PlannedColleagueMail {
    const { context, row } = this;
    const { team } = context.facts();
    const language = languageOfColleague(agent, team, this.#firmLanguage);
    const inWords = (reader: Language) => faults.map((fault) => misunderstandingWords(fault, reader));
    const mayHelp = context.correspondence.helped(agent.email, context.now()) < MOST_HELP_A_DAY;
    return this.#kept(ticket, this.#words.misunderstood(inWords(this.#firmLanguage).join(' ')), {
      mails: mayHelp
        ? this.#letters({
            ...this.#about({ ticket, agent }, 'commands_help', TOLD.help + row),
            help: inWords(language)
              .map((line) => `- ${line}`)
              .join('\n'),
          })
        : [],
    });
  }

  #disbelieved({ ticket, agent, why }: Extract<CarriedOut, { kind: 'disbelieved' }>): PlannedColleagueMail {
    const { team } = this.context.facts();
    const language = languageOfColleague(agent, team, this.#firmLanguage);
    return this.#kept(ticket, disbeliefWords(why, this.#firmLanguage), {
      mails: this.#once({
        ...this.#about({ ticket, agent }, 'mail_disbelieved', `${TOLD.disbelieved}${ticket}:${agent.email}`),
        // Its sender may be anybody: the colleague has no such mail to put ours beside.
        answers: null,
        why: disbeliefWords(why, language),
      }),
    });
  }

  #otherAddress({
    ticket,
    agent,
    from,
  }: Extract<CarriedOut, { kind: 'other-address' }>): PlannedColleagueMail {
    const waits: Waits = { for: 'address', ticketId: ticket, agent: agent.email, address: from };
    return this.#kept(ticket, this.#words.otherAddress(from, agent.name), {
      waits,
      mails: this.#once({
        ...this.#about({ ticket, agent }, 'confirm_address', `${TOLD.address}${agent.email}|${from}`),
        answers: null,
        address: from,
      }),
    });
  }

  async #confirmed({
    agent,
    address,
  }: Extract<CarriedOut, { kind: 'confirms-address' }>): Promise<PlannedColleagueMail> {
    const { context, incoming } = this;
    const ticket = context.tickets.goesOnIn(idOf(this.file));
    const messages: RowChange<'messages'>[] = [];
    const mails: OutgoingMail[] = [];
    const commands: RowChange<'commands'>[] = [];
    const released: string[] = [];
    for (const waiting of context.waiting.from(agent.email, address)) {
      const row = messageRowId(waiting.spooled.name);
      released.push(row);
      const again = await this.#readWaiting(waiting);
      if (again === null) continue;
      const { reading } = again;
      const file = await this.#fileOfWaiting(waiting);
      if (file === null) continue;
      const there = new ColleagueMail(row, again.incoming, file, context);
      if (reading.kind === 'answer') {
        const out = there.#relayed(reading, row, again.incoming, this.#words.released);
        if (out === null) continue;
        messages.push({ ...out.message, id: sentLater(row) });
        mails.push(...out.mails);
      }
      if ('orders' in reading) commands.push(...there.#commands(reading));
      if (reading.kind === 'misunderstood') {
        mails.push(...there.#misunderstood(reading, reading.faults).effects.mails);
      }
    }
    return this.#kept(ticket, this.#words.confirmed(address, agent.name), {
      messages,
      mails,
      commands,
      released,
      confirmed: { agent: agent.email, address, at: incoming.receivedAt },
    });
  }

  async #fileOfWaiting({ waits }: WaitingMail): Promise<TicketFile | null> {
    const { tickets, ticketRows } = this.context;
    const id = tickets.goesOnIn(waits.ticketId);
    const row = (await ticketRows()).get(id);
    return row === undefined ? null : { known: tickets.get(id), row };
  }

  #away({ ticket, agent }: Extract<CarriedOut, { kind: 'away' }>): PlannedColleagueMail {
    const note = teamNote(
      this.incoming,
      ticket,
      this.incoming.words,
      this.#rowFacts(this.#words.away(agent.name)),
    );
    const orders = [{ cell: 'away', to: '' }] as const;
    return {
      plan: colleaguePlan('automatic', note),
      effects: { ...NO_EFFECTS, commands: commandRows(orders, this.#source({ ticket, agent })) },
    };
  }

  /** The mail stands in the ticket whole, for the team. */
  #kept(ticket: TicketId, why: string, effects: Partial<ColleagueEffects>): PlannedColleagueMail {
    const note = teamNote(this.incoming, ticket, this.incoming.words, this.#rowFacts(why));
    return { plan: colleaguePlan('agent-reply', note), effects: { ...NO_EFFECTS, ...effects } };
  }

  #rowFacts(why: string) {
    return {
      messageRowId: this.row,
      firmLanguage: this.#firmLanguage,
      ticketLanguage: this.#ticketLanguage,
      why,
    };
  }

  #source({ ticket, agent }: { readonly ticket: TicketId; readonly agent: Agent }) {
    return { messageRowId: this.row, ticketId: ticket, agent, at: this.incoming.receivedAt };
  }

  #commands(reading: Extract<CarriedOut, { orders: unknown }>): readonly RowChange<'commands'>[] {
    return commandRows(reading.orders, this.#source(reading));
  }

  #about(
    { ticket, agent }: { readonly ticket: TicketId; readonly agent: Agent },
    template: LetterAbout['template'],
    key: string,
  ): LetterAbout {
    const { messageId, messageIdMissing } = this.incoming.mail;
    return { key, template, ticketId: ticket, agent, answers: messageIdMissing ? null : messageId };
  }

  #once(about: LetterAbout): readonly OutgoingMail[] {
    return this.context.correspondence.has(about.key) ? [] : this.#letters(about);
  }

  #letters(about: LetterAbout): readonly OutgoingMail[] {
    const { facts, letter, book, linkTo } = this.context;
    const written = colleagueLetter(about, this.file.row, {
      letter: letter(),
      team: facts().team,
      book,
      linkTo,
    });
    return written === null ? [] : [written];
  }
}

/** The held mail keeps its own row; this one says that its words have gone out. */
const sentLater = (row: string): string => `${row}:sent`;

function idOf({ row }: TicketFile): TicketId {
  return row.id as TicketId;
}
