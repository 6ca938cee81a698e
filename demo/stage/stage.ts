/**
 * Keeps the firm going: the bridge runs for good, the script's time triggers fire by the firm's clock, and whoever
 * changes something (the bridge, a person in the Sheet, the clock) sets off what would follow in real life a few
 * minutes later.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { type Instant, MS_PER_MINUTE, minutes } from '../../core/time/instant';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import type { Bridge } from '../../mail-bridge/bridge';
import { planningInput, planSessionMails } from '../../mail-bridge/desk/session-mails';
import type { Log } from '../../mail-bridge/log/log';
import { type RunningBridge, runUntilStopped } from '../../mail-bridge/run';
import { reasonOf } from '../../mail-bridge/user-error';
import type { News } from '../page/protocol';
import type { World } from '../world';
import { debounce } from './debounce';
import { mailNews } from './mail-news';
import { ticketNews } from './ticket-news';
import { type WatchedHost, watchedHost } from './watched-host';

/** The bridge is nudged when something happens; its own polling only catches what passing time makes due. */
const POLL_SECONDS = 10;
const TRIGGERS_EVERY_MS = 1_000;
const TICK_SOON_MS = 300;
const LOOK_SOON_MS = 150;
/** A busy machine may need long; it ends as soon as all is done. */
const SETTLED_WITHIN_MS = 60_000;
/** Looks, of which each takes a 50th of a second. */
const NUDGED_EVERY = 25;

export interface StageOptions {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly onNews: (news: readonly News[], at: Instant) => void;
  /** Something that is shown may have changed. */
  readonly onChange: () => void;
  /** A person used a page of the script. */
  readonly onScriptCall: (args: readonly unknown[], returned: unknown) => void;
}

export class Stage {
  readonly host: WatchedHost;
  private tickets: readonly PlacedRow<'tickets'>[] = [];
  private readonly told = new Set<string>();
  private looking: Promise<void> = Promise.resolve();
  private readonly tickSoon = debounce(TICK_SOON_MS, () => this.tick());
  private readonly lookSoon = debounce(LOOK_SOON_MS, () => void this.look());
  private readonly triggers: NodeJS.Timeout;
  private readonly endWatch: () => void;

  private constructor(
    private readonly world: World,
    readonly bridge: Bridge,
    private readonly running: RunningBridge,
    private readonly options: StageOptions,
  ) {
    this.host = watchedHost(world.host, (args, returned) => {
      running.nudge();
      options.onScriptCall(args, returned);
    });
    for (const { mail, state } of bridge.state.book.all()) if (state === 'sent') this.told.add(mail.key);
    this.endWatch = world.sheets.onChange(() => {
      this.lookSoon.ask();
      if (this.host.isRunning()) return;
      this.tickSoon.ask();
      // A person may have written into the Outbox or changed a setting; if it was the bridge, it finds nothing new.
      running.nudge();
    });
    this.triggers = setInterval(() => this.runTriggers(), TRIGGERS_EVERY_MS);
  }

  /** @throws UserError when the bridge cannot start */
  static async open(world: World, options: StageOptions): Promise<Stage> {
    const { signal, log } = options;
    const bridge = await world.openBridge(signal);
    const tickets = await world.desk.read(['tickets']);
    const running = await new Promise<RunningBridge>((resolve, reject) => {
      const started = runUntilStopped(bridge, {
        pollSeconds: POLL_SECONDS,
        signal,
        log,
        onReady: () => resolve(started),
      });
      started.stopped.catch(reject);
    });
    const stage = new Stage(world, bridge, running, options);
    stage.tickets = tickets.tickets.rows;
    stage.host.runMenuItem(world.user, 'setUp', { sheetId: 0, row: 1, column: 1 });
    return stage;
  }

  get newestTicket(): { readonly id: string; readonly row: number } | null {
    const newest = [...this.tickets].sort(
      (a, b) => (b.row.created_at ?? 0) - (a.row.created_at ?? 0) || b.rowIndex - a.rowIndex,
    )[0];
    return newest ? { id: newest.row.id, row: newest.rowIndex + 1 } : null;
  }

  /** Whether the Sheet shows the ticket, as far as was looked. */
  hasRow(ticketId: string): boolean {
    return this.tickets.some(({ row }) => row.id === ticketId);
  }

  /** When the next reminder goes out; null when none is ahead. */
  nextReminder(): Instant | null {
    return this.reminders().next;
  }

  /** Moves the clock, and stops on the way wherever a reminder is due: nobody is reminded late because of a jump. */
  async moveBy(by: number): Promise<void> {
    const { clock } = this.world;
    const target = clock.now() + by * MS_PER_MINUTE;
    for (;;) {
      const next = this.nextReminder();
      if (next === null || next > target) break;
      await this.moveTo(next);
    }
    await this.moveTo(target);
  }

  private async moveTo(target: number): Promise<void> {
    const { clock } = this.world;
    clock.advance(minutes(Math.max(0, (target - clock.now()) / MS_PER_MINUTE)));
    this.options.onChange();
    await this.settle();
    if (!this.runTriggers()) this.tick();
    await this.look();
  }

  /** Resolves when the bridge has sent and shown what was due, or after a while. */
  async settle(): Promise<void> {
    const { book } = this.bridge.state;
    const { clock } = this.world;
    this.running.nudge();
    const until = Date.now() + SETTLED_WITHIN_MS;
    const busy = () =>
      this.reminders().due > 0 ||
      book.ready(clock.now()).length > 0 ||
      book.inState('sending').length > 0 ||
      book.toShow().length > 0;
    await wait(20);
    for (let turn = 1; busy() && Date.now() < until && !this.options.signal.aborted; turn++) {
      // What is said in the midst of a round may come too late for it, by the clock of its beginning.
      if (turn % NUDGED_EVERY === 0) this.running.nudge();
      await wait(20);
    }
  }

  /** Reads the Sheet and tells what is new. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.lookOnce()).catch((error: unknown) => this.fault(error));
    return this.looking;
  }

  /** Ends the timers, then waits for the bridge, which stops by the signal that it was given. */
  async close(): Promise<void> {
    clearInterval(this.triggers);
    this.tickSoon.cancel();
    this.lookSoon.cancel();
    this.endWatch();
    await this.running.stopped;
    await this.looking;
    await this.bridge.close();
  }

  private async lookOnce(): Promise<void> {
    const { desk, clock, content } = this.world;
    const { tickets } = await desk.read(['tickets']);
    const now = clock.now();
    const rows = (placed: readonly PlacedRow<'tickets'>[]): Row<'tickets'>[] => placed.map(({ row }) => row);
    const before = rows(this.tickets);
    this.tickets = tickets.rows;
    const news = [
      ...ticketNews(before, rows(tickets.rows), now),
      ...mailNews(this.bridge.state.book.all(), this.told, {
        nameOf: (address) =>
          [...content.participants, ...content.team].find(({ email }) => email === address)?.name ?? address,
        courseOf: (id) => content.sessions.find((session) => session.id === id)?.course ?? id,
      }),
    ];
    if (news.length > 0) this.options.onNews(news, now);
    this.options.onChange();
    // The Sheet is written before the book knows that it is.
    if (this.bridge.state.book.toShow().length > 0) this.lookSoon.ask();
  }

  private reminders(): { readonly due: number; readonly next: Instant | null } {
    const facts = this.bridge.facts();
    if (!facts.settings.reminders) return { due: 0, next: null };
    const { sessionMails } = this.bridge.state;
    const { clock, offset } = this.world;
    const plan = planSessionMails(planningInput(facts, sessionMails, clock.now(), offset));
    return { due: plan.due.length, next: plan.next };
  }

  /** @returns whether any trigger was due */
  private runTriggers(): boolean {
    try {
      return this.host.runDueTriggers().length > 0;
    } catch (error) {
      this.fault(error);
      return true;
    }
  }

  private tick(): void {
    try {
      this.host.run('tick');
    } catch (error) {
      this.fault(error);
    }
  }

  private fault(error: unknown): void {
    if (this.options.signal.aborted) return;
    this.options.log.error({ reason: reasonOf(error) }, 'the demo could not do its round');
    this.options.onNews([{ kind: 'fault', what: reasonOf(error) }], this.world.clock.now());
  }
}
