/**
 * Executions that overlap: Google runs a trigger, an edit and a click in the sidebar at the same time. One begins at
 * every call of a service that the other makes, under the real lock, and what stands in the workbook afterwards is
 * what stands there when one runs after the other.
 */
import type { ColumnKey, TableKey } from '../../core/workbook/columns';
import { THOROUGH } from '../support/thorough';
import { STORY_TICKET, tellStory } from './support/believable';
import { ANNA, at, copiesOf, type Desk, openDesk } from './support/desk';
import { call } from './support/sidebar-call';

const OTHER = 'T-2M8FD';
const TABS: readonly TableKey[] = ['tickets', 'messages', 'outbox', 'history', 'problems', 'team'];

/** One of the executions. @returns whether it has done its work, or has to be asked again */
type Execution = (desk: Desk) => 'done' | 'again';

const tick: Execution = (desk) => {
  desk.host.run('tick');
  return 'done';
};

const edit =
  (id: string, column: ColumnKey<'tickets'>, text: string): Execution =>
  (desk) => {
    desk.type(id, column, text);
    desk.host.edited(ANNA, desk.place(id, column), { oldValue: null, value: text });
    return 'done';
  };

const note: Execution = (desk) => {
  const answer = call(desk, 'addNote', { key: 'a'.repeat(32), ticketId: OTHER, text: 'Pavlo knows.' });
  return answer.ok ? 'done' : 'again';
};

const resolve: Execution = (desk) => {
  const answer = call(desk, 'setCell', { ticketId: OTHER, wish: { column: 'status', to: 'resolved' } });
  return answer.ok ? 'done' : 'again';
};

const answerMail: Execution = (desk) => {
  const answer = call(desk, 'queueReply', {
    key: 'b'.repeat(32),
    ticketId: STORY_TICKET,
    text: 'Please reload the page.',
    template: '',
    resolve: true,
    to: 'requester',
  });
  return answer.ok ? 'done' : 'again';
};

/** With work for a tick: mail has come, an answer has gone, a due time has passed. */
const busyDesk = copiesOf(() => {
  const desk = openDesk();
  tellStory(desk, 'en');
  desk.clock.time = at('2026-11-23T13:30:00Z');
  desk.update(OTHER, {
    last_outbound_at: at('2026-11-23T13:10:00Z'),
    first_answer_at: at('2026-11-23T13:10:00Z'),
  });
  desk.update(STORY_TICKET, { last_inbound_at: at('2026-11-23T13:20:00Z'), message_count: 4 });
  return desk;
});

/** Every execution that was refused is asked again, as the page asks the person to; the clock ticks on. */
function ended(desk: Desk, ...unfinished: readonly Execution[]): string {
  desk.onCall = () => undefined;
  for (const execution of unfinished) expect(execution(desk)).toBe('done');
  desk.host.run('tick');
  desk.host.run('tick');
  // Calls take a few virtual milliseconds each, so moments are compared by the minute; rows of a tab by what they say.
  const minute = (_key: string, value: unknown): unknown =>
    typeof value === 'number' && value > 1e12 ? Math.round(value / 60_000) : value;
  const rows = TABS.flatMap((tab) => desk.rows(tab).map((row) => `${tab} ${JSON.stringify(row, minute)}`));
  return rows.sort().join('\n');
}

function inSequence(...executions: readonly Execution[]): string {
  const desk = busyDesk();
  for (const execution of executions) expect(execution(desk)).toBe('done');
  return ended(desk);
}

/**
 * Calls that neither read nor write what another execution could: to begin before one of these is to begin before
 * the next call that does. Whatever is not named here is tried.
 */
const OWN_AFFAIR =
  /^(?:Session|User|Utilities)\.|^(?:Lock|Properties|Cache)Service\.get|^Spreadsheet(?:App)?\.get/;

const PAIRS: readonly (readonly [what: string, outer: Execution, inner: Execution])[] = [
  ['a tick during a tick', tick, tick],
  ['an edit during a tick', tick, edit(OTHER, 'priority', 'wysoki')],
  ['a status chosen in the sidebar during a tick', tick, resolve],
  ['an answer sent from the sidebar during a tick', tick, answerMail],
  ['a tick while a status is chosen in the sidebar', resolve, tick],
  ['a tick while an answer is sent from the sidebar', answerMail, tick],
  ['a note while an answer is sent from the sidebar', answerMail, note],
];

describe.each(PAIRS)('%s', (_, outer, inner) => {
  test('ends as if one had come after the other, at whichever call it begins', () => {
    const allowed = new Set([inSequence(outer, inner), inSequence(inner, outer)]);
    const counting = busyDesk();
    const calls: string[] = [];
    counting.onCall = ({ name }) => calls.push(name);
    outer(counting);
    const moments = calls.flatMap((name, index) => (THOROUGH || !OWN_AFFAIR.test(name) ? [index + 1] : []));
    expect(moments.length).toBeGreaterThan(5);

    for (const moment of moments) {
      const desk = busyDesk();
      let made = 0;
      const unfinished: Execution[] = [];
      desk.onCall = () => {
        made++;
        if (made !== moment) return;
        desk.onCall = () => undefined;
        if (inner(desk) === 'again') unfinished.push(inner);
      };
      if (outer(desk) === 'again') unfinished.push(outer);
      const end = ended(desk, ...unfinished);
      if (!allowed.has(end)) expect({ moment, end }).toEqual({ moment, end: Array.from(allowed)[0] });
    }
  });
});
