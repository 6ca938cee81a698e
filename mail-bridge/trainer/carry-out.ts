/**
 * One mail of a colleague about one ticket, carried out as far as it can be before anything is written: its row, what is
 * asked of the tracker, the answer to the participant, letters to the colleague.
 */
import type { IncomingMail } from '../../core/intake/incoming';
import { messageRowId, sentLaterRowId } from '../../core/intake/message-row-id';
import type { Language } from '../../core/language';
import { leftOutInWords } from '../../core/outbox/left-out-words';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { TicketId } from '../../core/ticket/ticket-id';
import { formatDay } from '../../core/time/civil';
import { dayAt } from '../../core/time/zoned';
import { answerRow, colleaguePlan, commandRows, teamNote } from '../../core/trainer/colleague-rows';
import { disbeliefWords, misunderstandingWords, noteReasonWords } from '../../core/trainer/fault-words';
import { keptWords } from '../../core/trainer/kept-words';
import { lateWords } from '../../core/trainer/late-words';
import { readTrainerMail } from '../../core/trainer/trainer-mail';
import type { Agent, Misunderstanding, TrainerMail } from '../../core/trainer/trainer-mail-types';
import type { RowChange } from '../../core/workbook/rows';
import type { ColleagueMailContext, PlannedColleagueMail } from './colleague-context';
import { type ColleagueEffects, NO_EFFECTS, type Waits } from './colleague-effects';
import { colleagueLetter, type LetterAbout, languageOfColleague } from './colleague-letters';
import { TOLD } from './correspondence';
import { alone, type ReadAgain, readWaiting } from './read-waiting';
import { relayMail } from './relay-mail';
import type { TicketFile } from './trainer-mail-facts';

/** Help is for people; whoever gets this much of it in a day is a program, or needs a person. */
const MOST_HELP_A_DAY = 5;
/** Whoever has got hold of one of our letters can write from as many addresses as they like. */
const MOST_QUESTIONS_A_DAY = 5;

/** Those that leave a row in the ticket as a colleague's words. */
export type CarriedOut = Exclude<TrainerMail, { kind: 'none' | 'direct' }>;

/** One mail of a colleague about one ticket. */
export class ColleagueMail {
  readonly #firmLanguage: Language;
  readonly #ticketLanguage: Language;
  readonly #words: ReturnType<typeof keptWords>;

  constructor(
    private readonly row: string,
    private readonly incoming: IncomingMail,
    private readonly file: TicketFile,
    private readonly context: ColleagueMailContext,
    /** It answers "is this address yours?". */
    private readonly answersQuestion = false,
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
    const language = this.#languageOf(agent);
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
    const language = this.#languageOf(agent);
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
    const again = held === null ? null : await readWaiting(held, this.context);
    const before = again === null ? null : readTrainerMail(alone(again.input));
    if (held === null || again === null || before?.kind !== 'answer') {
      const faults: readonly Misunderstanding[] =
        before?.kind === 'misunderstood' ? before.faults : [{ kind: 'nothing-held' }];
      return this.#misunderstood(reading, faults);
    }
    const out = this.#relayed(before, reading.held, again.incoming, this.#words.released);
    if (out === null) return this.#brokenTemplate(before);
    const commands = this.#commands({ ...reading, orders: [...before.orders, ...reading.orders] });
    return this.#kept(reading.ticket, '', {
      commands,
      messages: [{ ...out.message, id: sentLaterRowId(reading.held) }],
      mails: out.mails,
      released: [reading.held],
    });
  }

  #misunderstood(
    { ticket, agent }: { readonly ticket: TicketId; readonly agent: Agent },
    faults: readonly Misunderstanding[],
  ): PlannedColleagueMail {
    const { context, row } = this;
    const language = this.#languageOf(agent);
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
    const language = this.#languageOf(agent);
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
    const { correspondence, now, offset, facts } = this.context;
    const at = now();
    const mayAsk = correspondence.asked(agent.email, at) < MOST_QUESTIONS_A_DAY;
    // A question may be overlooked: it is asked anew with the next mail from there, on another day. Whoever answers it
    // from there is reminded at once that only the other mailbox can.
    const when = this.answersQuestion ? this.row : formatDay(dayAt(at, facts().settings.zone, offset));
    const key = `${TOLD.address}${agent.email}|${from}|${when}`;
    const waits: Waits = { for: 'address', ticketId: ticket, agent: agent.email, address: from };
    return this.#kept(ticket, this.#words.otherAddress(from, agent.name), {
      waits: this.answersQuestion ? null : waits,
      mails: mayAsk
        ? this.#once({
            ...this.#about({ ticket, agent }, 'confirm_address', key),
            answers: null,
            address: from,
          })
        : [],
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
      const again = await readWaiting(waiting, context);
      const letOut = again === null ? null : this.#letOut(row, again);
      if (letOut === null) {
        mails.push(...this.#late(ticket, agent, row, lateWords(this.#languageOf(agent)).cannot));
        continue;
      }
      messages.push(...letOut.messages);
      mails.push(...letOut.mails);
      commands.push(...letOut.commands);
    }
    return this.#kept(ticket, this.#words.confirmed(address, agent.name), {
      messages,
      mails,
      commands,
      released,
      confirmed: { agent: agent.email, address, at: incoming.receivedAt },
    });
  }

  /** @returns null for a mail of which nothing can come any more */
  #letOut(
    row: string,
    { incoming, input, file }: ReadAgain,
  ): Pick<ColleagueEffects, 'messages' | 'mails' | 'commands'> | null {
    const reading = readTrainerMail(input);
    const there = new ColleagueMail(row, incoming, file, this.context);
    switch (reading.kind) {
      case 'answer': {
        const out = there.#relayed(reading, row, incoming, this.#words.released);
        if (out === null) return null;
        return {
          messages: [{ ...out.message, id: sentLaterRowId(row) }],
          mails: out.mails,
          commands: there.#commands(reading),
        };
      }
      case 'note':
      case 'orders':
        return { messages: [], mails: [], commands: there.#commands(reading) };
      case 'misunderstood':
        return {
          messages: [],
          mails: there.#misunderstood(reading, reading.faults).effects.mails,
          commands: [],
        };
      case 'held': {
        const said = lateWords(this.#languageOf(reading.agent)).answered(reading.by?.name ?? '');
        return {
          messages: [],
          mails: there.#late(reading.ticket, reading.agent, row, said),
          commands: [],
        };
      }
      default:
        return null;
    }
  }

  /** A mail that had waited does not go out, and its writer may think that it did. */
  #late(ticket: TicketId, agent: Agent, row: string, said: string): readonly OutgoingMail[] {
    return this.#letters({
      ...this.#about({ ticket, agent }, 'commands_help', TOLD.help + row),
      help: `- ${said}`,
    });
  }

  #languageOf(agent: Agent): Language {
    return languageOfColleague(agent, this.context.facts().team, this.#firmLanguage);
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

function idOf({ row }: TicketFile): TicketId {
  return row.id as TicketId;
}
