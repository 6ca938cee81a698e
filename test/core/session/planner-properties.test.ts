/** What must hold of any firm, however its sessions move and its people come and go. */
import fc from 'fast-check';
import { isNight, NIGHT } from '../../../core/session/night';
import type { PlannedMail } from '../../../core/session/planned-mail';
import type { ReminderInput } from '../../../core/session/reminder-input';
import { planReminders } from '../../../core/session/reminders';
import { withdrawnMails } from '../../../core/session/withdrawn';
import { instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { rounds } from '../../support/thorough';
import { offset } from '../sla/sla-rows';
import { reminderInput } from './reminder-rows';
import { invitationsOf, keysOf, type Life, life, live } from './simulated-life';

const LIVES = rounds(100, 300);
/** Of properties that plan everything once more. */
const FEWER_LIVES = rounds(70, 200);

const mayGoAtNight = (mail: PlannedMail): boolean =>
  mail.purpose.kind !== 'reminder' || mail.template.endsWith(' true');

test('nobody is sent the same twice, whatever is withdrawn and planned again', () => {
  fc.assert(
    fc.property(life, (story) => {
      const { sent } = live(story, (mails, input) => {
        const keys = mails.flatMap(keysOf);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter(input.alreadyPlanned)).toEqual([]);
      });
      const keys = sent.flatMap(({ mail }) => keysOf(mail));
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: LIVES },
  );
});

test('nothing is planned early, late, or in the night of its reader', () => {
  fc.assert(
    fc.property(life, (story) => {
      live(story, (mails, { now, rule }, next) => {
        if (next !== null) expect(next).toBeGreaterThan(now);
        for (const mail of mails) {
          expect(mail.notBefore).toBeLessThanOrEqual(now);
          expect(mail.notAfter).toBeGreaterThan(now);
          if (mail.template === 'reminder_several' || mayGoAtNight(mail)) continue;
          expect(isNight(now, mail.zone, offset, rule.night)).toBe(false);
        }
      });
    }),
    { numRuns: LIVES },
  );
});

test('nothing leaves late or in the night of its reader, however long it waited for the server', () => {
  fc.assert(
    fc.property(life, (story) => {
      for (const { mail, at, zoneHolds } of live(story, () => {}).sent) {
        expect(mail.notAfter).toBeGreaterThan(at);
        if (!zoneHolds || mail.template === 'reminder_several' || mayGoAtNight(mail)) continue;
        expect(isNight(at, mail.zone, offset, NIGHT)).toBe(false);
      }
    }),
    { numRuns: LIVES },
  );
});

test('a notice at night is one of a session that begins before the morning, or has begun', () => {
  fc.assert(
    fc.property(life, (story) => {
      live(story, (mails, { now }) => {
        for (const { purpose, session, zone: where } of mails) {
          if (purpose.kind !== 'changed' && purpose.kind !== 'cancelled') continue;
          if (!isNight(now, where, offset, NIGHT)) continue;
          const { before } = purpose;
          const starts = [
            before.cancelled ? [] : [before.startsAt],
            purpose.kind === 'changed' ? [session.starts_at ?? 0] : [],
          ].flat();
          // The longest night is ten hours, eleven when the clocks go back.
          expect(Math.min(...starts)).toBeLessThan(now + 11 * 60 * MS_PER_MINUTE);
        }
      });
    }),
    { numRuns: LIVES },
  );
});

test('only those are written to who are there, can be reached, and want it or were told something else', () => {
  fc.assert(
    fc.property(life, (story) => {
      live(story, (mails, input) => {
        for (const mail of mails) {
          const { purpose, email, participant, session } = mail;
          expect(participant.state).not.toBe('left');
          expect(email).toMatch(/^[abc]@x\.pl$/);
          expect(input.undeliverable(email)).toBe(false);
          if (purpose.kind === 'reminder') {
            expect(participant.reminders).not.toBe('no');
            expect(
              [session, ...mail.also.map((other) => other.session)].map(({ state }) => state),
            ).not.toContain('cancelled');
          } else {
            expect(input.told(session.id, email)).not.toBeNull();
          }
        }
      });
    }),
    { numRuns: LIVES },
  );
});

test('planning says the same when asked again, and nothing once it is planned', () => {
  fc.assert(
    fc.property(life, (story) => {
      live(story, (mails, input, next) => {
        expect(planReminders(input)).toMatchObject({ due: mails, next });
        const keys = new Set(mails.flatMap(keysOf));
        const again = planReminders({
          ...input,
          alreadyPlanned: (key) => keys.has(key) || input.alreadyPlanned(key),
          onItsWay: (key) => keys.has(key) || input.onItsWay(key),
        });
        expect(again.due).toEqual([]);
      });
    }),
    { numRuns: FEWER_LIVES },
  );
});

test('what has just been planned is not withdrawn', () => {
  fc.assert(
    fc.property(life, (story) => {
      live(story, (mails, input) => {
        const waiting = mails.map((mail) => ({
          key: mail.key,
          covers: keysOf(mail).slice(1),
          invitations: invitationsOf(mail),
        }));
        expect(withdrawnMails(waiting, { ...input, nudgeHolds: () => true })).toEqual([]);
      });
    }),
    { numRuns: LIVES },
  );
});

test('the order of the rows of sessions and participants makes no difference', () => {
  fc.assert(
    fc.property(life, fc.infiniteStream(fc.nat()), (story, dice) => {
      live(story, (mails, input) => {
        const turned = {
          ...input,
          sessions: shuffled(input.sessions, dice),
          participants: shuffled(input.participants, dice),
        };
        expect(planReminders(turned).due).toEqual(mails);
      });
    }),
    { numRuns: FEWER_LIVES },
  );
});

function shuffled<T>(rows: readonly T[], dice: fc.Stream<number>): T[] {
  return rows
    .map((row) => ({ row, place: dice.next().value ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

test('no moment is slept through: between now and `next` nothing comes due', () => {
  fc.assert(
    fc.property(life, fc.double({ min: 0, max: 0.999, noNaN: true }), (story, share) => {
      live(story, (mails, input, next) => {
        if (next === null) return;
        const keys = new Set(mails.flatMap(keysOf));
        const between = instant(Math.floor(input.now + (next - input.now) * share));
        const found = planReminders({
          ...input,
          now: between,
          alreadyPlanned: (key) => keys.has(key) || input.alreadyPlanned(key),
          onItsWay: (key) => keys.has(key) || input.onItsWay(key),
        });
        expect(found.due).toEqual([]);
      });
    }),
    { numRuns: FEWER_LIVES },
  );
});

test('once all is quiet, everybody who is there knows when and where', () => {
  fc.assert(
    fc.property(life, (story) => {
      // A day without changes, with a server that takes everything: notices have gone out.
      const quiet = Array.from({ length: 3 }, (): Life['rounds'][number] => ({
        gap: 720,
        session: null,
        seat: null,
        logsIn: null,
        bounces: null,
        takes: 100,
      }));
      let last: ReminderInput | null = null;
      const world = live({ ...story, rounds: [...story.rounds, ...quiet] }, (_, input) => {
        last = input;
      });
      expect(world.waiting.size).toBe(0);
      const { sessions, participants, told, undeliverable, now } = last ?? reminderInput();
      for (const { session_id, email, state } of participants) {
        const session = sessions.find(({ id }) => id === session_id);
        const known = told(session_id, email.trim().toLowerCase());
        if (!session || !known || state === 'left' || undeliverable(email.trim().toLowerCase())) continue;
        const startsAt = session.starts_at ?? now;
        if (session.state === 'cancelled') {
          if ((known.details?.endsAt ?? known.startsAt) > now) expect(known.cancelled).toBe(true);
        } else if (startsAt > now) {
          expect([known.cancelled, known.startsAt, known.details?.place]).toEqual([
            false,
            startsAt,
            session.place,
          ]);
        }
      }
    }),
    { numRuns: LIVES },
  );
});
