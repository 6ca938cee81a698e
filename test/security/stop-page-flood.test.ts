/** The published page, used by somebody who means harm: what it costs the firm, and who may start the tick. */

import { answerPortal, portalPage } from '../../apps-script/portal/stop-page';
import { MOST_WISHES } from '../../apps-script/portal/throttle';
import { mayTick } from '../../apps-script/tick/who-started';
import type { Instant } from '../../core/time/instant';
import { at, type Desk, openDesk } from '../apps-script/support/desk';
import { participantServices } from '../apps-script/support/participant-services';
import { NOWHERE } from '../apps-script/support/sidebar-call';

const TOKEN = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const guess = (number: number) => ({ action: 'stop', token: number.toString(16).padStart(32, '0') });
const MINUTE = 60_000;

function firmDesk(): Desk {
  const desk = openDesk();
  desk.append('participants', [{ session_id: 'XL-01', email: 'zofia@client.example', state: 'active' }]);
  desk.append('outbox', [
    {
      key: 'reminder:1',
      kind: 'reminder',
      to: 'zofia@client.example',
      state: 'sent',
      created_at: at('2026-11-20T08:00:00Z'),
      message_id: `<b1_mail.${TOKEN}@help.example>`,
    },
  ]);
  return desk;
}
const wish = (desk: Desk) => desk.rows('participants')[0]?.reminders;
const later = (desk: Desk, ms: number): void => {
  desk.clock.time = (desk.clock.time + ms) as Instant;
};

describe('a flood of guessed links', () => {
  test('is looked up so often a minute and no more; the page then says that it did not work', () => {
    const desk = firmDesk();
    const used = participantServices(desk);
    const answers = Array.from({ length: 200 }, (_, number) => answerPortal(used.services, guess(number)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(MOST_WISHES);
    // Two questions for each: half of the 60 that Google allows a minute stay for the tick.
    expect(used.reads).toBeLessThanOrEqual(30);
    expect(used.writes).toBe(0);
  });

  test('keeps a reader waiting for a minute, and not for ever', () => {
    const desk = firmDesk();
    const used = participantServices(desk);
    for (let number = 0; number < 200; number++) answerPortal(used.services, guess(number));
    expect(answerPortal(used.services, { action: 'stop', token: TOKEN })).toEqual({ ok: false });
    expect(wish(desk)).toBe('');
    later(desk, MINUTE);
    expect(answerPortal(used.services, { action: 'stop', token: TOKEN })).toEqual({ ok: true });
    expect(wish(desk)).toBe('no');
  });

  test('tells nobody which link is somebody’s: before, during and after', () => {
    const used = participantServices(firmDesk());
    for (let round = 0; round < 3; round++) {
      const known = answerPortal(used.services, { action: 'stop', token: TOKEN });
      expect(answerPortal(used.services, guess(round))).toEqual(known);
    }
  });

  test('is throttled in the uploaded script as well', () => {
    const desk = firmDesk();
    const visitor = { email: '', locale: 'en' };
    const calls = Array.from({ length: MOST_WISHES + 5 }, (_, number) =>
      desk.host.runFromPage(visitor, 'portalCall', [guess(number)], NOWHERE),
    );
    expect(calls.map(({ returned }) => returned)).toEqual([
      ...Array.from({ length: MOST_WISHES }, () => ({ ok: true })),
      ...Array.from({ length: 5 }, () => ({ ok: false })),
    ]);
  });
});

describe('a page that is opened a thousand times', () => {
  test('reads the Sheet once a minute', () => {
    const desk = firmDesk();
    const used = participantServices(desk);
    const open = () => portalPage(used.services, { stop: TOKEN }).data.firmName;
    for (let count = 0; count < 1_000; count++) expect(open()).toBe('Nordlicht Trainings');
    expect(used.reads).toBe(1);
    later(desk, 2 * MINUTE);
    open();
    expect(used.reads).toBe(2);
  });
});

describe('the tick starts', () => {
  const services = (userEmail: string) => ({
    userEmail: () => userEmail,
    triggers: {
      clockTriggers: (name: string) => (name === 'tick' ? ['4711'] : ['4712']),
      everyMinutes: () => undefined,
      remove: () => undefined,
    },
  });

  test.each<[string, string, unknown, boolean]>([
    ['for its own clock, whomever Google names', '', { triggerUid: '4711', authMode: 'FULL' }, true],
    ['for a person whom Google names', 'anna@firma.example', undefined, true],
    ['not for a visitor', '', undefined, false],
    ['not for a visitor with a trigger of their own', '', { triggerUid: '0815' }, false],
    ['not for a visitor with the trigger of another function', '', { triggerUid: '4712' }, false],
    ['not for a visitor with an empty one', '', { triggerUid: '' }, false],
    ['not for a visitor with a list', '', { triggerUid: ['4711'] }, false],
    ['not for a visitor with nothing', '', null, false],
  ])('%s', (_what, userEmail, event, may) => {
    expect(mayTick(services(userEmail), event)).toBe(may);
  });
});
