/** A firm's day: the bridge writes mail, the tracker ticks, and a person does anything at all, all by the dice. */
import { createHash } from 'node:crypto';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import type { Desk } from './desk';
import { historyGaps } from './history-gaps';
import { type anyMail, SimulatedBridge } from './simulated-bridge';
import { COLLEAGUES, type Dice, SimulatedPerson } from './simulated-person';

/** The same numbers for the same seed (xorshift, 32 bits: G. Marsaglia, Journal of Statistical Software 8, 2003). */
function diceOf(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, sides);
  };
}

/** What only its own mail has put into a marked row. */
interface Truth {
  readonly subject: string;
  readonly email: string;
  readonly created: string;
}

export class OfficeStory {
  readonly told: string[] = [];
  readonly desk: Desk;
  readonly #dice: Dice;
  readonly #person: SimulatedPerson;
  readonly #bridge: SimulatedBridge;
  /** By mark, of rows that a mail opened. */
  readonly #truth = new Map<string, Truth>();
  /** Ids that have stood in two rows, or were written anew: which of them History tells of is the person's affair. */
  readonly #doubled = new Set<string>();
  readonly #acknowledged = new Set<string>();

  constructor(seed: number, mail: Awaited<ReturnType<typeof anyMail>>, desk: Desk) {
    this.desk = desk;
    this.#dice = diceOf(seed);
    desk.append(
      'team',
      COLLEAGUES.map((name) => ({
        name,
        email: `${name.toLowerCase().replace(' ', '.')}@firm.example`,
        role: 'support',
        active: true,
      })),
    );
    let births = 0;
    this.#bridge = new SimulatedBridge(desk, mail, () => {
      births++;
      return Array.from(createHash('sha256').update(`${seed} ${births}`).digest());
    });
    this.#person = new SimulatedPerson(desk, this.#dice, (key) => this.#acknowledged.add(key));
    for (let number = 0; number < 8; number++) this.#mail();
    this.#tick();
  }

  /** @throws Error with what came before, when a row does not hold its own any more */
  step(): void {
    // Minutes of its own for every step, so that no two tickets were opened at the same time.
    this.desk.clock.time = instant(this.desk.clock.time + (1 + this.#dice(30)) * 60_000);
    const turn = this.#dice(100);
    if (turn < 40) this.#tell(this.#acts('no program at work'));
    else if (turn < 48) this.#mail();
    else if (turn < 58) this.#reply();
    else if (turn < 65) this.#answer();
    else if (turn < 80) this.#tick();
    else this.#tickWithDeeds();
    this.#expectEveryRowItsOwn();
  }

  /** The person goes home. @returns what the programs still write after that, which must come to nothing */
  stop(): readonly string[] {
    this.#bridge.correct();
    this.#tick();
    this.#bridge.correct();
    this.#tick();
    const writes: string[] = [];
    this.desk.onCall = ({ name }) => {
      if (name.endsWith('batchUpdate')) writes.push(name);
    };
    this.#tick();
    this.#tick();
    this.desk.onCall = () => undefined;
    return writes;
  }

  /** Messages of a ticket that has no row and of which no line of Problems tells or has told. */
  lostMessages(): readonly string[] {
    const ids = new Set(this.desk.rows('tickets').map(({ id }) => id));
    const reported = new Set([...this.desk.rows('problems').map(({ key }) => key), ...this.#acknowledged]);
    return this.desk
      .rows('messages')
      .filter(({ ticket_id: id }) => !ids.has(id) && !reported.has(`messages:${id}:no-ticket`))
      .map(({ ticket_id }) => ticket_id);
  }

  historyGaps(): readonly string[] {
    return historyGaps(
      this.desk,
      new Set(this.settledTickets().flatMap(({ id }) => (this.#doubled.has(id) ? [] : [id]))),
    );
  }

  /** Tickets that stand in one row that the tracker may work on. */
  settledTickets(): readonly Row<'tickets'>[] {
    const rows = this.desk.rows('tickets');
    const count = new Map<string, number>();
    for (const { id } of rows) count.set(id.trim(), (count.get(id.trim()) ?? 0) + 1);
    return rows.filter(({ id, id_seen }) => id !== '' && id === id_seen && count.get(id) === 1);
  }

  #acts(during: Parameters<SimulatedPerson['act']>[0]): string {
    return this.#person.act(during);
  }

  #mail(): void {
    const id = this.#bridge.newMail(this.#bridge.ids.length);
    this.#tell(`mail opens ${id}`);
    const before = new Set(this.#person.marks().keys());
    this.#person.markNewRows();
    for (const [mark, { cells }] of this.#person.marks()) {
      if (!before.has(mark)) this.#truth.set(mark, this.#truthOf(cells));
    }
  }

  #reply(): void {
    const id = this.#anyId();
    if (id === undefined) return;
    if (!this.desk.rows('tickets').some((row) => row.id === id)) this.#doubled.add(id);
    this.#bridge.reply(id);
    this.#tell(`the participant of ${id} writes again`);
    this.#person.markNewRows();
  }

  #answer(): void {
    const id = this.#anyId();
    if (id === undefined) return;
    this.#bridge.answered(id);
    this.#tell(`${id} is answered`);
  }

  #tick(): void {
    this.desk.host.run('tick');
    this.#tell('tick');
  }

  /**
   * The person acts while the tick waits for Google: before one of its calls of the Sheet. The fourth is mostly the
   * write, and what it was planned on was read a moment before.
   */
  #tickWithDeeds(): void {
    const moments = new Set([1 + this.#dice(6), 4]);
    let calls = 0;
    let busy = false;
    this.desk.onCall = ({ name }) => {
      if (busy || !name.startsWith('Sheets.')) return;
      calls++;
      if (!moments.has(calls)) return;
      busy = true;
      this.#tell(`before call ${calls} of a tick: ${this.#acts('a tick')}`);
      busy = false;
    };
    this.desk.host.run('tick');
    this.desk.onCall = () => undefined;
    this.#tell('that tick');
  }

  #anyId(): TicketId | undefined {
    return this.#bridge.ids[this.#dice(this.#bridge.ids.length)];
  }

  #tell(what: string): void {
    this.told.push(what);
  }

  #truthOf(cells: readonly unknown[]): Truth {
    return {
      subject: this.#person.cell(cells, 'subject'),
      email: this.#person.cell(cells, 'requester_email'),
      created: this.#person.cell(cells, 'created_at'),
    };
  }

  #expectEveryRowItsOwn(): void {
    const seen = new Set<string>();
    for (const [mark, { cells, rowIndex }] of this.#person.marks()) {
      const id = this.#person.cell(cells, 'id').trim();
      if (id !== '' && seen.has(id)) this.#doubled.add(id);
      seen.add(id);
      const truth = this.#truth.get(mark);
      if (!truth) continue;
      const now = this.#truthOf(cells);
      // Its number emptied and not the only one of it: a ticket of its own from then on.
      if (now.created !== truth.created && this.#isFiledAnew(cells)) this.#truth.set(mark, now);
      else if (JSON.stringify(now) !== JSON.stringify(truth)) {
        this.fail(`row ${rowIndex + 1} (${mark}) was ${JSON.stringify(truth)} and is ${JSON.stringify(now)}`);
      }
    }
  }

  #isFiledAnew(cells: readonly unknown[]): boolean {
    const id = this.#person.cell(cells, 'id');
    return this.desk.rows('messages').some((row) => row.id === `filed:${id}`);
  }

  fail(what: string): never {
    throw new Error(`${what}\nbefore that:\n${this.told.slice(-30).join('\n')}`);
  }
}
