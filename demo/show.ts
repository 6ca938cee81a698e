/** The stage together with what the page shows of it and does on it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { ticketTokens } from '../core/mail/subject';
import type { Instant } from '../core/time/instant';
import { SHEET_ID } from '../core/workbook/columns';
import { RequestRefused } from '../local-sheet/page/http-answers';
import { pageRoutes } from '../local-sheet/page/routes';
import type { Log } from '../mail-bridge/log/log';
import { reasonOf } from '../mail-bridge/user-error';
import { isPastTicket } from '../sheet-templates/demo-past';
import { askAddOn } from './add-on';
import { openCorrespondence, rawOf } from './correspondence';
import { letterFiles } from './letter-files';
import { playOpening } from './opening';
import { Guide, type GuideEvent } from './page/guide';
import { Letters } from './page/letters';
import { newsBook } from './page/news-book';
import type { DemoState, News } from './page/protocol';
import { type DemoActions, demoRoutes, type Routes } from './page/routes';
import { StateFeed } from './page/state-feed';
import { peopleOf } from './people';
import { mailToAnswer } from './shared-mailbox';
import { Stage } from './stage/stage';
import { SUPPORT_ADDRESS, type World } from './world';

export interface Show {
  readonly routes: Routes;
  /** Plays the firm's morning, unless the workbook has tickets already. */
  playOpening(): Promise<void>;
  close(): Promise<void>;
}

interface ShowOptions {
  readonly signal: AbortSignal;
  readonly log: Log;
}

export async function openShow(world: World, { signal, log }: ShowOptions): Promise<Show> {
  const people = peopleOf(world.content, SUPPORT_ADDRESS);
  const letters = new Letters(world.isKept ? world.folder : null);
  const news = newsBook();
  const feed = new StateFeed(() => state());
  let guide: Guide | null = null;
  const note = (event: GuideEvent) => {
    guide?.note(event);
    feed.changed();
  };
  const tell = (items: readonly News[], at: Instant) => {
    news.add(items, at);
    note({ kind: 'news', news: items });
  };
  const stage = await Stage.open(world, {
    log,
    signal,
    onNews: tell,
    onChange: () => feed.changed(),
    onScriptCall(args, returned) {
      const ticketId = queuedAnswer(args, returned);
      if (ticketId !== null) note({ kind: 'queued-answer', ticketId });
    },
  });
  // What the opening does is not the newcomer's doing; it has no part in the guide.
  guide = new Guide((messageId) => stage.bridge.state.tickets.ticketOf(messageId));
  const correspondence = openCorrespondence(world, {
    people,
    letters,
    toAnswer: (letter) => mailToAnswer(world, stage.bridge.state.tickets, letter),
  });
  let clock: DemoState['clock'] = 'running';
  let moves: Promise<void> = Promise.resolve();

  // One after the other, so that letters and news of them come in the order in which they arrived.
  let reading: Promise<void> = Promise.resolve();
  world.mail.onMessage((address, { raw, at }) => {
    reading = reading
      .then(() => received(address, raw, at))
      .catch((error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'a letter of the demo could not be read');
      });
  });

  async function received(address: string, raw: Buffer, at: Instant): Promise<void> {
    const letter = await correspondence.receive(address, raw, at);
    if (address === SUPPORT_ADDRESS) {
      tell([{ kind: 'wrote', who: letter.fromName, subject: letter.subject }], at);
      return;
    }
    note({ kind: 'received', automatic: letter.automatic, references: letter.references });
  }

  /** One move at a time: the second waits for the first. */
  function move(work: () => Promise<void>): Promise<void> {
    const run = async () => {
      clock = 'moving';
      feed.changed();
      try {
        await work();
        await reading;
        tell([{ kind: 'moved', to: world.clock.now() }], world.clock.now());
      } finally {
        clock = 'running';
        feed.changed();
      }
    };
    moves = moves.then(run, run);
    return moves;
  }

  const personAt = (of: string) => people.find(({ address }) => address === of) ?? null;
  const actions: DemoActions = {
    conversations: (of) => (personAt(of) ? letters.conversations(of) : null),
    async write(request) {
      const messageId = await correspondence.write(request);
      feed.changed();
      const [ticketId] = ticketTokens(request.subject);
      if (personAt(request.from)?.role === 'participant') note({ kind: 'sent', messageId });
      else if (ticketId !== undefined) note({ kind: 'answered-by-mail', ticketId });
    },
    async file(of, messageId, index) {
      const letter = letters.find(of, messageId);
      return letter === null ? null : ((await letterFiles(rawOf(letter)))[index] ?? null);
    },
    async card(request) {
      const person = personAt(request.of);
      const letter = request.letter === null ? null : letters.find(request.of, request.letter);
      if (person?.role !== 'trainer' || (request.letter !== null && letter === null))
        throw new RequestRefused(404, 'That letter is no longer there. Reload the page.');
      return askAddOn(stage.host, person, letter, request);
    },
    read(of, messageIds) {
      if (letters.markRead(of, messageIds)) feed.changed();
    },
    async moveClock(request) {
      if (clock === 'opening')
        throw new RequestRefused(409, 'The morning is still being played. Try again in a moment.');
      await move(async () => {
        if ('minutes' in request) return stage.moveBy(request.minutes);
        const next = stage.nextReminder();
        if (next === null) throw new RequestRefused(409, 'No reminder is ahead: all sessions have begun.');
        return stage.moveBy(Math.max(0, (next - world.clock.now()) / 60_000));
      });
      note({ kind: 'moved-clock' });
    },
    sawDashboard: () => note({ kind: 'saw-dashboard' }),
  };

  function state(): DemoState {
    return {
      firm: stage.bridge.facts().settings.firm_name,
      support: SUPPORT_ADDRESS,
      colleague: world.content.team.find(({ email }) => email === world.user.email)?.name ?? world.user.email,
      zone: world.zone,
      now: world.clock.now(),
      clock,
      nextReminder: stage.nextReminder(),
      people: people.map((person) => ({ ...person, ...letters.count(person.address) })),
      news: news.items,
      guideDone: guide?.done ?? [],
      newest: stage.newestTicket,
      sheets: { tickets: SHEET_ID.tickets, dashboard: SHEET_ID.dashboard },
    };
  }

  const ofSheet = pageRoutes({
    service: world.sheets,
    spreadsheetId: world.spreadsheetId,
    host: () => stage.host,
    user: () => world.user,
    client: page('sheet'),
    now: () => world.clock.now(),
    base: '/sheet/',
  });
  const ofDemo = demoRoutes(page('demo'), actions, (response) => feed.join(response));

  return {
    routes: (request, response) => ofDemo(request, response) || ofSheet(request, response),
    async playOpening() {
      if (stage.newestTicket !== null && !isPastTicket(stage.newestTicket.id)) return;
      clock = 'opening';
      try {
        await playOpening(world, stage, correspondence, letters, signal);
        await reading;
      } catch (error) {
        if (signal.aborted) return;
        tell([{ kind: 'fault', what: reasonOf(error) }], world.clock.now());
      } finally {
        clock = 'running';
        feed.changed();
      }
    },
    async close() {
      feed.close();
      await moves.catch(() => undefined);
      await stage.close();
    },
  };
}

/** Built by scripts/build.mjs into a folder beside the bundle that this file becomes a part of. */
function page(name: 'sheet' | 'demo'): { readonly html: string; readonly js: string } {
  const file = (ending: string) => readFileSync(join(__dirname, 'pages', `${name}.${ending}`), 'utf8');
  return { html: file('html'), js: file('js') };
}

const QUEUE_REPLY = v.tuple([v.object({ action: v.literal('queueReply'), ticketId: v.string() })]);
const DONE = v.object({ ok: v.literal(true) });

/** The ticket that a page of the script has just queued an answer for. */
function queuedAnswer(args: readonly unknown[], returned: unknown): string | null {
  const asked = v.safeParse(QUEUE_REPLY, args);
  return asked.success && v.is(DONE, returned) ? asked.output[0].ticketId : null;
}
